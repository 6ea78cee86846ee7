"""A noun asks a kind by itself, or by the last part of its compound."""

from __future__ import annotations

import pytest

from assistant.answer import QuestionKind
from assistant.answer.nounkinds import measured_kind, noun_kind


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("leenbedrag", QuestionKind.AMOUNT),
        ("deal-bijdrage", QuestionKind.AMOUNT),
        ("huurprijs", QuestionKind.AMOUNT),
        ("waterprijzen", QuestionKind.AMOUNT),
        ("cultuurprijs", None),
        ("marktaandeel", QuestionKind.SHARE),
        ("bezoekersaantal", QuestionKind.COUNT),
        ("bedrag", None),
        ("een-aandeel", QuestionKind.SHARE),
        ("vijver", None),
    ],
)
def test_a_compound_of_a_measure_asks_a_value_and_the_measure_alone_is_no_compound(
    word: str, kind: QuestionKind | None
) -> None:
    assert measured_kind(word) is kind


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("bedrag", QuestionKind.AMOUNT),
        ("gemeente", QuestionKind.PLACE),
        ("randgemeente", QuestionKind.PLACE),
        ("schooljaar", QuestionKind.MOMENT),
        ("rapporten", QuestionKind.DOCUMENTS),
        ("deelrapporten", None),
        ("vijver", None),
    ],
)
def test_the_last_part_of_a_compound_tells_its_kind_but_for_documents(
    noun: str, kind: QuestionKind | None
) -> None:
    assert noun_kind(noun) is kind

"""What there is of something is only told by a list of these things."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.existing import asks_existing
from assistant.answer.question import parse_question
from tests.answer.test_reply import reply

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Welke werkplaatsen zijn er?", True),
        ("Welke open werkplaatsen zijn er in Lier?", True),
        ("Welke werkplaatsen zijn er geopend?", False),
        ("Welke werkplaatsen zijn er in Lier geopend?", False),
        ("Welke partners openen werkplaatsen?", False),
    ],
)
def test_only_what_there_is_is_asked(question: str, *, expected: bool) -> None:
    assert asks_existing(parse_question(question)) is expected


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("De werkplaatsen zijn De Zaag, De Vijl en Het Anker.", "De Zaag, De Vijl en Het Anker"),
        ("Er zijn drie werkplaatsen: hout, metaal en textiel.", "hout, metaal en textiel"),
        ("De werkplaatsen versterken de band tussen onderzoek, onderwijs en handel.", None),
        ("Een werkplaats is een plek waar leerlingen, ouders en leraren zagen en vijlen.", None),
        (
            "In Lier zijn werkplaats De Zaag, werkplaats De Vijl en werkplaats Het Anker.",
            "De Zaag, werkplaats De Vijl en werkplaats Het Anker",
        ),
    ],
)
def test_a_list_of_something_else_is_no_short_answer(desk: Desk, text: str, short: str | None) -> None:
    answer = reply(desk, "Welke werkplaatsen zijn er?", f"# Nota\n\n{text}\n")
    assert answer.answered
    assert answer.short == short


def test_a_very_long_word_behind_a_place_is_read_at_once() -> None:
    question = parse_question(f"Welke werkplaatsen zijn er in {'a' * 2_000}.nl/x")
    assert not asks_existing(question)

"""Search words with filters among them, as values."""

from __future__ import annotations

import pytest

from assistant.errors import UsageError
from assistant.types import DocumentKind, DocumentRecord, Filters
from assistant.wire import narrow

RECORDS = (
    DocumentRecord("0" * 16, "beleid/nota.md", "0" * 64, "Nota", 10, 1),
    DocumentRecord("1" * 16, "nieuws/nota.md", "1" * 64, "Nota", 10, 1),
    DocumentRecord("2" * 16, "nieuws/plan.pdf", "2" * 64, "Plan", 10, 1),
)


def test_filters_in_the_words_become_values() -> None:
    words = 'laadpalen thema:Mobiliteit regio:"Noord-Brabant" van:2020 tot:2022-06 herkomst:VL taal:NL soort:brief,Nieuws'
    assert narrow(words, Filters(), RECORDS) == (
        "laadpalen",
        Filters(
            themes=("mobiliteit",),
            regions=("NL-NB",),
            since="2020",
            until="2022-06",
            language="nl",
            origin="vl",
            kinds=(DocumentKind.LETTER, DocumentKind.NEWS),
        ),
    )


def test_a_document_is_named_by_its_id_its_path_or_its_name_alone() -> None:
    for value in ("2" * 16, "nieuws/plan.pdf"):
        assert narrow(f"x document:{value}", Filters(), RECORDS)[1].documents == (value,)
    assert narrow("x document:plan.pdf", Filters(), RECORDS)[1].documents == ("nieuws/plan.pdf",)
    with pytest.raises(UsageError, match="geen bekend document"):
        narrow("x document:nota.md", Filters(), RECORDS)


def test_words_without_filters_stay_as_they_are() -> None:
    assert narrow('om 12:30  "thema:zorg"', Filters(since="2020"), RECORDS) == (
        'om 12:30  "thema:zorg"',
        Filters(since="2020"),
    )


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("x van:gisteren", "van: dit is geen datum"),
        ("x van:2022 tot:2020", "ligt na"),
        ("x thema:qqq", "geen bekende code voor thema"),
        ("x regio:Atlantis", "geen bekende code voor regio"),
        ("x soort:gedicht", "kies uit beleidskader, besluit, brief"),
        ("x herkomst:de", "herkomst"),
        ("x taal:nederlands", "taal"),
        ("x van:2020 van:2021", "maar een keer"),
        ("thema:mobiliteit", "ook zoekwoorden"),
    ],
)
def test_a_wrong_value_is_told_in_dutch(words: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        narrow(words, Filters(), RECORDS)


def test_a_filter_in_the_words_and_outside_them_is_refused() -> None:
    with pytest.raises(UsageError, match="kies een van beide"):
        narrow("x van:2020", Filters(since="2021"), RECORDS)

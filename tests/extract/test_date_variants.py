"""Ways of saying a date, each in a sentence: words, first and last day."""

from __future__ import annotations

from pathlib import Path

import pytest
from edtf import parse_edtf

from assistant.extract import find_extracts
from assistant.types import DateValue, ExtractKind

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "date_variants.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def days(value: DateValue) -> tuple[str, str]:
    """Give the first and last day, "-" for an open side and "?" when nothing is known."""
    if value.earliest is None and value.latest is None:
        return "?", "?"
    return value.earliest or "-", value.latest or "-"


@pytest.mark.parametrize(
    ("sentence", "document_date", "words", "first", "last"), ROWS, ids=lambda text: text[:60]
)
def test_the_dates_of_a_sentence_have_their_words_and_days(
    sentence: str, document_date: str, words: str, first: str, last: str
) -> None:
    wanted = (
        list(zip(*(column.split(" ;; ") for column in (words, first, last)), strict=True)) if words else []
    )
    found = []
    for extract in find_extracts(sentence, document_date=document_date, kinds=[ExtractKind.DATE]):
        assert isinstance(extract.value, DateValue)
        if extract.value.edtf:
            parse_edtf(extract.value.edtf)
        found.append((extract.text, *days(extract.value)))
    assert found == wanted


def test_there_are_many_variants() -> None:
    assert len(ROWS) >= 150

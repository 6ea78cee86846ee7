"""Questions for everything, with the times that they name."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer.census import Census, CensusKind, read_census
from assistant.answer.census_actions import Bounds
from assistant.answer.halves import asks_two_counts
from assistant.answer.question import states_of_all
from assistant.dutch import content_stems
from assistant.extract import find_extracts
from assistant.index.filters import find_bounds
from assistant.types import DateValue, ExtractKind, Filters


def read_counted(text: str) -> Census | None:
    """Give what a question wants counted or listed over everything; None for any other question.

    "Alle acties zijn afgerond?" asks whether it is so, "hoe vaak komt fiets voor en hoe vaak bus" wants two counts.
    """
    return None if states_of_all(text) or asks_two_counts(text) else read_census(text, _read_bounds)


def stands_alone(text: str) -> bool:
    """Tell whether a question for everything names what it is about, so that no conversation need do so."""
    census = read_counted(text)
    if census is None:
        return False
    return census.kind is CensusKind.ALL or bool(census.subject and content_stems(census.subject))


def _read_bounds(words: str) -> Bounds | None:
    """Give the first and the last day of the time that words name; None when they name none."""
    found = find_extracts(words, document_date=None, kinds=(ExtractKind.DATE,))
    value = found[0].value if found else None
    return (value.earliest, value.latest) if isinstance(value, DateValue) and value.edtf else None


def within_year(filters: Filters, year: int) -> Filters:
    """Give the filters with only documents of one year left; their own bounds on dates go on to count."""
    first, last = find_bounds(str(year), "since")
    since = first if filters.since is None else max(first, find_bounds(filters.since, "since")[0])
    until = last if filters.until is None else min(last, find_bounds(filters.until, "until")[1])
    return replace(filters, since=since, until=until)

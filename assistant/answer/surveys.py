"""Every fact of a kind in the index: about something, in a year, or persons who are called something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer.census import Census, Sort
from assistant.answer.mentions import Stacks, make_mention, sentence_around
from assistant.answer.reading import Reading
from assistant.dutch import analyse, content_stems, fold
from assistant.types import (
    ActionValue,
    DateValue,
    Extract,
    ExtractKind,
    Mention,
    OrganisationValue,
    PersonValue,
    RegionValue,
    Span,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A fact with the place where it is said; facts with one `key` say the same."""

    key: str
    fact: Extract
    mention: Mention

    @property
    def shown(self) -> str:
        """The words of the fact on one line."""
        return " ".join(self.fact.text.split())


def find_facts(stacks: Stacks, census: Census) -> Iterator[Finding]:
    """Yield the facts that were asked for, in the order of path and offset.

    A fact is about the subject when its sentence and the headings above it hold all words of it. Its year
    is that of the dates in the sentence, and of the document where there are none.
    """
    sort = census.sort
    if sort is None:
        return
    subject = tuple(dict.fromkeys(content_stems(census.subject))) if census.subject else ()
    for name in stacks.holding(subject):
        kinds = {sort.kind, ExtractKind.DATE} if census.year else {sort.kind}
        facts = [fact for _, fact in stacks.index.extracts(kinds, (name,))]
        if not facts:
            continue
        reading = stacks.read(name, facts)
        areas = stacks.areas(reading.document)
        for fact in reading.facts:
            if not _is_sort(fact, sort) or not any(area.covers(fact.span) for area in areas):
                continue
            around = sentence_around(reading, fact.span)
            if _fits(reading, fact, around, subject, census):
                yield Finding(_key_of(fact), fact, make_mention(reading.document, around))


def _is_sort(fact: Extract, sort: Sort) -> bool:
    if fact.kind is not sort.kind:
        return False
    value = fact.value
    if isinstance(value, RegionValue) and sort.levels:
        return value.level in sort.levels
    return not (isinstance(value, OrganisationValue) and sort.levels) or value.sort in sort.levels


def _fits(reading: Reading, fact: Extract, around: Span, subject: tuple[str, ...], census: Census) -> bool:
    if census.role is not None and not _is_called(fact, census.role):
        return False
    if census.year is not None and census.year not in _years_of(reading, fact, around):
        return False
    if not subject:
        return True
    above = " ".join(reading.headings_of(reading.block_at(fact.span.start)))
    held = analyse(f"{above} {around.of(reading.document.text)}").stems
    return all(stem in held for stem in subject)


def _is_called(fact: Extract, role: str) -> bool:
    """Tell whether the role that the text gives the person holds all words of the asked one."""
    value = fact.value
    if not isinstance(value, PersonValue) or value.role is None:
        return False
    given = set(content_stems(f"{value.role} {value.organisation or ''}"))
    asked = set(content_stems(role))
    return bool(asked) and asked <= given


def _years_of(reading: Reading, fact: Extract, around: Span) -> set[int]:
    """Give the years of the dates in the fact's sentence; without any those of the document."""
    years: set[int] = set()
    for date in reading.facts_in(around, ExtractKind.DATE):
        if isinstance(date.value, DateValue):
            years |= _years_between(date.value.earliest, date.value.latest)
    if isinstance(fact.value, ActionValue) and fact.value.deadline is not None:
        years |= _years_between(fact.value.deadline.earliest, fact.value.deadline.latest)
    if years:
        return years
    document = reading.document
    bounds = (document.period or document.date or "").split("/")
    return _years_between(bounds[0], bounds[-1])


def _years_between(first: str | None, last: str | None) -> set[int]:
    """Give the years from the first date to the last (ISO 8601 or EDTF level 0); none when one is open."""
    if not first or not last or not first[:4].isdecimal() or not last[:4].isdecimal():
        return set()
    return set(range(int(first[:4]), int(last[:4]) + 1))


def _key_of(fact: Extract) -> str:
    """Give what is the same for facts that say the same: a code, a full name, or the words."""
    value = fact.value
    if isinstance(value, RegionValue):
        return value.code or fold(value.name)
    if isinstance(value, OrganisationValue | PersonValue):
        return fold(value.name)
    return fold(" ".join(fact.text.split()))

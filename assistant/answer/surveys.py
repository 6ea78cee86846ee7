"""Every fact of a kind in the index: about something, in a year, or persons who are called something."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.answer.census import Census
from assistant.answer.census_nouns import Sort
from assistant.answer.mentions import Place, Stacks, Stretches
from assistant.dutch import analyse, content_stems, fold
from assistant.types import (
    ActionValue,
    AmountValue,
    DateValue,
    DocumentRecord,
    EventValue,
    Extract,
    ExtractKind,
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
    place: Place

    @property
    def full(self) -> bool:
        """Tell whether the words are the name itself: "Frankrijk", not "Franse"; of a date, whether they have its year."""
        value = self.fact.value
        if isinstance(value, DateValue):
            return (value.edtf or "")[:4] in self.shown
        named = isinstance(value, RegionValue | OrganisationValue | PersonValue)
        return not named or fold(self.shown) == fold(getattr(value, "name", ""))

    @property
    def shown(self) -> str:
        """The words of the fact on one line."""
        return " ".join(self.fact.text.split())


def find_facts(stacks: Stacks, census: Census) -> Iterator[Finding]:
    """Yield the facts that were asked for, in the order of path and offset.

    A fact is about the subject when its sentence, the one that this points back at ("Die bedraagt ...") and the headings
    above it hold all words of it. Its year
    is that of the dates in the sentence, and of the document where there are none.
    """
    subject = tuple(dict.fromkeys(content_stems(census.subject))) if census.subject else ()
    numbers = stacks.holding(subject)
    if not len(numbers):
        return
    places, firsts = np.unique(stacks.index.places_of(numbers), return_index=True)
    records = stacks.index.records()
    for place, own in zip(places.tolist(), np.split(numbers, firsts[1:]), strict=True):
        yield from _find_in(stacks, census, subject, records[place], own)


def keep_headed(findings: Sequence[Finding], noun: str) -> list[Finding]:
    """Give the findings without those that a document says outside the part that is headed by what is asked for.

    Below "Onze toezeggingen" stand its promises; what else it is about to do is none of them. A sentence that only
    leads in to what follows ("Wij zeggen toe:") is left out.
    """
    stems = set(content_stems(noun))
    depths: dict[str, int] = {}
    for place in (finding.place for finding in findings):
        if stems and place.heading and stems <= set(content_stems(place.heading[-1])):
            name = place.mention.document_id
            depths[name] = max(depths.get(name, 0), len(place.heading))
    return [
        finding
        for finding in findings
        if not finding.place.mention.quote.endswith(":")
        and _stands_in_part(finding.place, stems, depths.get(finding.place.mention.document_id))
    ]


def _stands_in_part(place: Place, stems: set[str], depth: int | None) -> bool:
    """Tell whether a place stands right below a heading of that depth that holds all stems; any does without one."""
    if depth is None:
        return True
    return len(place.heading) == depth and stems <= set(content_stems(place.heading[-1]))


def _find_in(
    stacks: Stacks,
    census: Census,
    subject: tuple[str, ...],
    record: DocumentRecord,
    numbers: NDArray[np.int64],
) -> Iterator[Finding]:
    """Yield the facts of one document that lie in the passages with these numbers, or in the headings above them."""
    sort = census.sort
    facts = [fact for _, fact in stacks.index.extracts((sort.kind,), (record.id,))] if sort else []
    if sort is None or not facts:
        return
    kinds = (ExtractKind.DATE,) if census.year else ()
    dates = [fact for _, fact in stacks.index.extracts(kinds, (record.id,))] if kinds else []
    stretches = Stretches(stacks, record.id, numbers)
    for fact in facts:
        if not _is_sort(fact, sort) or not _is_asked(fact, census):
            continue
        place = stretches.find(fact.span)
        if place is None or not _is_about(place, subject, stretches):
            continue
        if census.year is None or census.year in _years_of(record, fact, place.mention.span, dates):
            yield Finding(_key_of(fact), fact, place)


def _is_sort(fact: Extract, sort: Sort) -> bool:
    if fact.kind is not sort.kind:
        return False
    value = fact.value
    if isinstance(value, RegionValue) and sort.levels:
        return value.level in sort.levels
    if isinstance(value, OrganisationValue) and sort.part and sort.part not in fold(value.name):
        return False
    return not (isinstance(value, OrganisationValue) and sort.levels) or value.sort in sort.levels


def _is_asked(fact: Extract, census: Census) -> bool:
    """Tell whether a fact has what the question asks: the role of a person, what an action must have."""
    if census.role is not None and not _is_called(fact, census.role):
        return False
    value = fact.value
    return census.actions is None or (isinstance(value, ActionValue) and census.actions.allows(value))


def _is_about(place: Place, subject: tuple[str, ...], stretches: Stretches) -> bool:
    """Tell whether a sentence and the headings above it hold all stems, with the sentence that it points back at."""
    if not subject:
        return True
    said = place.mention.quote
    if _POINTS_BACK.match(said):
        said = f"{stretches.before(place.mention.span)} {said}"
    held = analyse(f"{' '.join(place.heading)} {said}").stems
    return all(stem in held for stem in subject)


_POINTS_BACK = re.compile(
    r"(?:die|deze|dit|dat|hij|zij|ze|hiervan|daarvan|hiervoor|daarvoor|hiermee|daarmee)\b", re.IGNORECASE
)
"""How a sentence opens that speaks of what the one before it names ("Die bedraagt 600 euro")."""


def _is_called(fact: Extract, role: str) -> bool:
    """Tell whether the role that the text gives the person holds all words of the asked one."""
    value = fact.value
    if not isinstance(value, PersonValue) or value.role is None:
        return False
    given = set(content_stems(f"{value.role} {value.organisation or ''}"))
    asked = set(content_stems(role))
    return bool(asked) and asked <= given


def _years_of(record: DocumentRecord, fact: Extract, around: Span, dates: Sequence[Extract]) -> set[int]:
    """Give the years of a fact: its own, else those of the dates in its sentence, else those of the document.

    `dates` are those of the document, in order.
    """
    years = _own_years(fact)
    if years and not isinstance(fact.value, ActionValue):
        return years
    first = bisect_left(dates, around.start, key=lambda date: date.span.start)
    last = bisect_left(dates, around.end, key=lambda date: date.span.start)
    for date in dates[first:last]:
        if around.covers(date.span):
            years |= _own_years(date)
    if years:
        return years
    bounds = (record.period or record.date or "").split("/")
    return _years_between(bounds[0], bounds[-1])


def _own_years(fact: Extract) -> set[int]:
    """Give the years of a date or event, or of the deadline of an action; none without."""
    value = fact.value
    if isinstance(value, EventValue):
        value = value.date
    if isinstance(value, ActionValue) and value.deadline is not None:
        value = value.deadline
    return _years_between(value.earliest, value.latest) if isinstance(value, DateValue) else set()


def _years_between(first: str | None, last: str | None) -> set[int]:
    """Give the years from the first date to the last (ISO 8601 or EDTF level 0); none when one is open."""
    if not first or not last or not first[:4].isdecimal() or not last[:4].isdecimal():
        return set()
    return set(range(int(first[:4]), int(last[:4]) + 1))


def _key_of(fact: Extract) -> str:
    """Give what is the same for facts that say the same: a code, a full name, a value, or the words."""
    value = fact.value
    if isinstance(value, RegionValue):
        return value.code or fold(value.name)
    if isinstance(value, OrganisationValue | PersonValue):
        return fold(value.name)
    if isinstance(value, AmountValue):
        return f"{value.value} {value.unit} {value.upper}"
    if isinstance(value, DateValue) and value.edtf:
        return value.edtf
    return fold(" ".join(fact.text.split()))

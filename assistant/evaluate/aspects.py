"""Fields of a fact that are measured apart from it: whether they are there, and right.

A fact is right without them, so that one figure does not hide the other. Counted are the facts that
must have the field (`stated`), those that were found with it (`given`), and of the latter the right
ones, each on the marked fact in whose place it stands. Where the gold allows the field to be absent
too, a right value counts neither way and a wrong one is given.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.evaluate.pairing import FoundFact, match_overlaps
from assistant.evaluate.passages import MarkedFact
from assistant.evaluate.values import has_field, needs_field

ASPECTS: Mapping[str, tuple[str, ...]] = {
    "datum": ("rol",),
    "organisatie": ("type",),
    "persoon": ("functie", "organisatie"),
    "actie": ("termijn", "doel", "realisatie"),
}
"""Kind -> its fields that are measured apart, in the words of the wire."""


@dataclass(frozen=True, slots=True)
class AspectCount:
    """How often a field is stated by the gold, given by the rules and right, in one passage.

    `valued` counts the `pairs` of a marked and a found fact in which it is right, absent in both included.
    """

    stated: int
    given: int
    right: int
    pairs: int
    valued: int


def count_aspect(field: str, gold: Sequence[MarkedFact], found: Sequence[FoundFact]) -> AspectCount:
    """Count one field of the facts of a passage; optional facts are left out of both before."""
    pairs = dict(match_overlaps(gold, found))
    right = {one for one, two in pairs.items() if has_field(found[two].fields, gold[one].fields, field)}
    stated = {one for one, fact in enumerate(gold) if needs_field(fact.fields, field)}
    neutral = {pairs[one] for one in right - stated}
    given = sum(other.fields.get(field) is not None for two, other in enumerate(found) if two not in neutral)
    return AspectCount(len(stated), given, len(right & stated), len(pairs), len(right))


def explain_aspect(field: str, gold: Sequence[MarkedFact], found: Sequence[FoundFact]) -> Iterator[str]:
    """Give a line for each found fact in which the field is wrong."""
    for one, two in match_overlaps(gold, found):
        fact, other = gold[one], found[two]
        if not has_field(other.fields, fact.fields, field):
            wanted, given = fact.fields.get(field), other.fields.get(field)
            yield f"{field} van '{other.words}' is {given}, verwacht {wanted}"

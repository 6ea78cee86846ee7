"""Regions and themes that a question names, held by what is of them: "Limburg" by Maastricht, "energie" by solar panels.

Their own words, with adjectives and inhabitants, are known to the matcher; here is what lies in a region and what is of
a theme, by the facts of the index.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answer.evidence import HEADING_SHARE, Unit
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Extract, ExtractKind, RegionValue, Span, ThemeValue

WITHIN, THEMED = 0.7, 0.5
"""The strength with which a place holds the region that it lies in, about what a part of a compound does, and words of a
theme its name."""
_OF_THEME = 0.5
"""The evidence from which a fact is of its theme."""


@dataclass(frozen=True, slots=True)
class Atlas:
    """What is known outside the documents: `find(words)` gives the regions and themes that words name,
    `lies_in(inner, outer)` tells what region lies in what."""

    find: Callable[[str], Sequence[Extract]]
    lies_in: Callable[[RegionValue, RegionValue], bool]


BLANK_ATLAS = Atlas(lambda words: (), lambda inner, outer: False)
"""Knows no region and no theme."""


@dataclass(frozen=True, slots=True)
class Constraint:
    """A region or theme that a question names: the fact in the question, and the places of its words among the terms."""

    named: Extract
    terms: tuple[int, ...]


def find_constraints(question: Question, matcher: Matcher, atlas: Atlas) -> tuple[Constraint, ...]:
    """Give the regions that a question names, and the themes that it names by a word of their name, in order."""
    found: list[Constraint] = []
    for fact in atlas.find(question.text):
        words = {fold(token.text) for token in question.words if fact.span.covers(token.span)}
        if isinstance(fact.value, ThemeValue):
            words &= set(fold(fact.value.name).replace(",", "").split())
        held = tuple(place for place, term in enumerate(matcher.terms) if fold(term.text) in words)
        if held:
            found.append(Constraint(fact, held))
    return tuple(found)


def find_held(unit: Unit, span: Span, constraint: Constraint, atlas: Atlas) -> list[Extract]:
    """Give the facts in a stretch of the unit's document that hold a constraint: places inside a region, words of a theme.

    `span` may be the unit, its block, or a heading above it.
    """
    facts = unit.reading.facts_in(span, constraint.named.kind)
    return [fact for fact in facts if _holds(fact, constraint.named, atlas)]


def _holds(fact: Extract, named: Extract, atlas: Atlas) -> bool:
    if isinstance(fact.value, RegionValue) and isinstance(named.value, RegionValue):
        # Eindhoven is one word of "Metropoolregio Eindhoven" and does not say the other.
        return fold(fact.value.name) not in fold(named.text) and atlas.lies_in(fact.value, named.value)
    if isinstance(fact.value, ThemeValue) and isinstance(named.value, ThemeValue):
        return fact.value.code == named.value.code and fact.value.score >= _OF_THEME
    return False


def raise_constrained(units: Sequence[Unit], constraints: Sequence[Constraint], atlas: Atlas) -> None:
    """Raise how far units hold the regions and themes of the question by their own facts, those of the headings above
    and of the block."""
    for constraint in constraints:
        strength = WITHIN if constraint.named.kind is ExtractKind.REGION else THEMED
        for unit, (own, above, around) in zip(units, _where_held(units, constraint, atlas), strict=True):
            local = strength * own
            close = max(local, strength * HEADING_SHARE * above)
            wide = max(close, strength * around)
            for place in constraint.terms:
                unit.local[place] = max(unit.local[place], local)
                unit.close[place] = max(unit.close[place], close)
                unit.context[place] = max(unit.context[place], close)
                unit.wide[place] = max(unit.wide[place], wide)


def _where_held(
    units: Sequence[Unit], constraint: Constraint, atlas: Atlas
) -> Iterator[tuple[bool, bool, bool]]:
    """Yield for each unit whether it, a heading above it and its block hold a constraint; each stretch is read once."""
    known: dict[tuple[str, int], bool] = {}

    def holds(unit: Unit, block: int) -> bool:
        key = (unit.reading.document.id, block)
        if key not in known:
            known[key] = bool(find_held(unit, unit.reading.blocks[block].span, constraint, atlas))
        return known[key]

    for unit in units:
        around = holds(unit, unit.block)
        # What a sentence holds its block holds too; a list goes on beyond its block.
        beyond = unit.span.end > unit.reading.blocks.ends[unit.block]
        own = (around or beyond) and bool(find_held(unit, unit.span, constraint, atlas))
        yield own, any([holds(unit, place) for place in unit.reading.parents[unit.block]]), around

"""Of what the answer must be a part: "welke Duitse stad" and "welke gemeenten in Limburg" are answered by places inside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from assistant.answer.constraints import Atlas, Constraint
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.types import ExtractKind, RegionValue

_PARTS = (
    r"(?:stad|steden|gemeenten?|dorp|dorpen|provincies?|deelstaat|deelstaten|regio|regio['’]s|streek|streken)"
)
"""Nouns for what has a place on the map and lies in a land or province; a hall or a side of a town has none."""
_BEFORE_ADJECTIVE = re.compile(r"\b[Ww]elke? (?:\w+ )?$")
_BEHIND_ADJECTIVE = re.compile(rf" (?:\w+ )?{_PARTS}\b")
_BEFORE_NAME = re.compile(rf"\b[Ww]elke? (?:[\w-]+ )?{_PARTS} (?:in|van|uit|binnen) (?:de |het )?$")
_LARGE = frozenset({"land", "gewest", "provincie", "deelstaat"})
"""Levels of which it is known what lies in them."""
_OUTSIDE, _UNKNOWN = 0.3, 0.6
"""Shares of their fit that are left to places that lie elsewhere, and to what is no known place. With .8 for the last,
two development questions fewer are answered rightly, with 1 five."""


def find_bound(
    question: Question, constraints: Sequence[Constraint], atlas: Atlas
) -> Callable[[RegionValue], bool] | None:
    """Give what tells of a place whether it lies in the region that the answer is part of; None without such a region."""
    if question.kind not in (QuestionKind.PLACE, QuestionKind.LIST):
        return None
    for constraint in constraints:
        value, span = constraint.named.value, constraint.named.span
        before, behind = question.text[: span.start], question.text[span.end :]
        asked = _BEFORE_NAME.search(before) or (
            _BEFORE_ADJECTIVE.search(before) and _BEHIND_ADJECTIVE.match(behind)
        )
        if asked and isinstance(value, RegionValue) and value.level in _LARGE:
            return partial(_lies_in, atlas, value)
    return None


def _lies_in(atlas: Atlas, outer: RegionValue, inner: RegionValue) -> bool:
    return atlas.lies_in(inner, outer)


def keep_within(candidates: Iterable[Candidate], unit: Unit, matcher: Matcher) -> Iterable[Candidate]:
    """Give candidates, those that hold no place inside the bound with the share of their fit that is left to them."""
    return candidates if matcher.bound is None else _lower_outside(candidates, unit, matcher.bound)


def _lower_outside(
    candidates: Iterable[Candidate], unit: Unit, bound: Callable[[RegionValue], bool]
) -> Iterator[Candidate]:
    for candidate in candidates:
        facts = unit.reading.facts_in(candidate.span, ExtractKind.REGION)
        places = [fact.value for fact in facts if isinstance(fact.value, RegionValue)]
        if any(map(bound, places)):
            yield candidate
        else:
            yield replace(candidate, fit=candidate.fit * (_OUTSIDE if places else _UNKNOWN))

"""Values in brackets, each behind what it is of: "aan Lier (2 miljoen euro), Mol (1 miljoen euro) en Geel (300.000 euro)".

Nearness alone would take the value before a name for its own: the one of Lier stands nearer to "Mol" than that of Mol.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.pairs import write_number
from assistant.answer.quantities import find_quantities
from assistant.answer.question import Question
from assistant.types import BlockKind

_KINDS = frozenset(
    {
        QuestionKind.AMOUNT,
        QuestionKind.COUNT,
        QuestionKind.SHARE,
        QuestionKind.PERIOD,
        QuestionKind.MOMENT,
    }
)
_BRACKETS = re.compile(r" \([^()]{1,80}\)")
_LABEL = re.compile(
    r"(?:[A-ZÀ-Þ][\w’'&.-]*(?: (?:(?:van|de|het|der|den|aan|op|en) ){0,2}[A-ZÀ-Þ0-9][\w’'&.-]*){0,4}|[a-zà-ÿ][\w-]{2,})$"
)
_LOOK_BACK = 80
_SAID = 0.5


def keep_bracketed(
    question: Question, unit: Unit, candidates: Sequence[Candidate], matcher: Matcher
) -> list[Candidate]:
    """Give the values without those in brackets behind another thing than the one that is asked about."""
    found = list(candidates)
    if question.kind not in _KINDS or len(found) < 2 or unit.text.count(" (") < 2:
        return found
    if unit.reading.blocks.is_kind(unit.block, BlockKind.ROW):
        return found
    pairs: list[tuple[str, list[Candidate]]] = []
    for bracket in _BRACKETS.finditer(unit.text):
        label = _LABEL.search(unit.text[max(0, bracket.start() - _LOOK_BACK) : bracket.start()])
        area = range(unit.span.start + bracket.start(), unit.span.start + bracket.end())
        held = [one for one in found if one.span.start in area]
        if label is not None and held:
            pairs.append((label.group(), held))
    said = [_says(label, matcher) for label, _ in pairs]
    if len(pairs) < 2 or not any(said) or all(said):
        return found
    return [one for (_, held), own in zip(pairs, said, strict=True) if own for one in held]


def _says(label: str, matcher: Matcher) -> bool:
    """Tell whether what stands before a bracket holds a word of the question."""
    return any(strength >= _SAID for strength in matcher.strengths(label))


def keep_beside(question: Question, unit: Unit, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give those that stand before the value which the question holds, of a row with a value in brackets behind each.

    "Welke stad kreeg 500.000 euro?" of "Gent, Pakjesdienst (218.000 euro); Mechelen, Stadsgroen (500.000 euro)".
    """
    found = list(candidates)
    asked = {write_number(one.number.of(question.text)) for one in find_quantities(question.text)}
    if question.kind not in _WHOSE or len(asked) != 1 or unit.text.count(" (") < _LEAST:
        return found
    areas, start = [], 0
    for bracket in _BRACKETS.finditer(unit.text):
        told = {write_number(one.number.of(bracket.group())) for one in find_quantities(bracket.group())}
        if told:
            areas.append((range(start, bracket.start()), told))
            start = bracket.end()
    own = [area for area, told in areas if told & asked]
    if len(areas) < _LEAST or len(own) != 1:
        return found
    return [one for one in found if one.span.start - unit.span.start in own[0]]


_WHOSE = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION, QuestionKind.PLACE, QuestionKind.NAME})
_LEAST = 2

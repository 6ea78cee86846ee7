"""Which sentence answers a yes or no: the one that decides it, with those that deny something of it beside."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer.cues import NEGATION
from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.verdict import ALIKE, SPEAKING, STATED, WORD_HELD, YES, read_verdict
from assistant.types import BlockKind

_LOOK, _GAP = 15, 2.0
"""Sentences looked through for one that decides, and how far below the top they may score."""
_SAID = 0.9
"""From which strength a word counts as said itself."""
_DENIAL = 0.5
"""What a sentence that denies something gains over others where it holds `SPEAKING` of the question: who asks whether
something is so is answered in so many words where it is not. Set on the development questions."""


def find_decider(question: Question, units: Sequence[Unit], matcher: Matcher) -> Unit | None:
    """Give the sentence that decides the question best; None when none does, or when two disagree."""
    found: list[tuple[float, int, Unit, str]] = []
    for place, unit in enumerate(units[:_LOOK]):
        if unit.score < units[0].score - _GAP:
            break
        verdict = read_verdict(question, unit, matcher)
        if verdict is not None:
            found.append((verdict.held, -place, unit, verdict.said))
    found = [row for row in found if not any(_says_more(other[2], row[2]) for other in found)]
    if not found:
        return None
    held, _, unit, said = max(found, key=lambda row: row[:2])
    if any(other != said and share > held - ALIKE for share, _, _, other in found):
        return None
    return None if said == YES and _is_doubted(unit, units, matcher) else unit


def _says_more(one: Unit, other: Unit) -> bool:
    """Tell whether a sentence holds all words of the question that another does, and one besides."""
    pairs = list(zip(one.local, other.local, strict=True))
    more = any(mine >= _SAID > WORD_HELD > theirs for mine, theirs in pairs)
    return more and all(mine >= WORD_HELD or theirs < WORD_HELD for mine, theirs in pairs)


def _is_doubted(decider: Unit, units: Sequence[Unit], matcher: Matcher) -> bool:
    """Tell whether a "Ja" rests on words beside its sentence only, or a sentence before it denies something of all that."""
    if STATED.match(decider.text):
        return False
    if matcher.coverage(decider.local) < SPEAKING:
        return decider.reading.blocks[decider.block].kind is BlockKind.PARAGRAPH
    held = matcher.coverage(decider.close) - ALIKE
    return any(
        NEGATION.search(unit.text) and matcher.coverage(unit.close) >= held
        for unit in units[:_LOOK]
        if unit.score > decider.score and unit is not decider
    )


def order_telling(units: Sequence[Unit], matcher: Matcher) -> list[Unit]:
    """Give the sentences by score, with those that deny something of the question before others like them."""

    def telling(unit: Unit) -> float:
        held = min(1.0, matcher.coverage(unit.local) / SPEAKING)
        return unit.score + (_DENIAL * held if NEGATION.search(unit.text) else 0.0)

    return sorted(units, key=lambda unit: (-round(telling(unit), 9), unit.key))

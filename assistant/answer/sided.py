"""Sentences and short answers on the side that a question asks for: nobody on the list of those present was absent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.polarity import denies_part
from assistant.answer.question import Question
from assistant.answer.reading import Reading
from assistant.answer.sides import Asked, find_asked_side, find_sides, read_side
from assistant.types import BlockKind, Span

_NEAR = 3
"""Blocks before and behind a list of those present in which those absent stand."""
_COUNTED = 0.8
"""The fit of a number of votes on the asked side, whatever is counted there: members, votes or parties."""
_OTHER_SIDE, _HELD = 2.0, 0.3
"""How far below the first sentence one that denies may score to take its place, and the fit of its answer."""
_LENT = 0.9
"""How strongly a line on the asked side holds the word for it: "Verontschuldigd:" for "niet aanwezig"."""
_TOLD = re.compile(r"(?:aan|af)wezig|verontschuldigd|verhinderd|afgemeld|stem|onth[oi]", re.IGNORECASE)
"""The words of a question that a mark of a side says in other words."""


def add_sided(question: Question, units: Sequence[Unit]) -> list[Unit]:
    """Give the units with the lines near them that tell the asked side: "Verontschuldigd:" below "Aanwezig:"."""
    asked = find_asked_side(question)
    if asked is None or not asked.shown:
        return list(units)
    known = {unit.key for unit in units}
    found = list(units)
    for unit in units:
        if find_sides(asked, unit.text) and not find_sides(asked, unit.text) & asked.sides:
            for other in _lines_near(asked, unit):
                if other.key not in known:
                    known.add(other.key)
                    found.append(other)
    return found


def _lines_near(asked: Asked, unit: Unit) -> Iterator[Unit]:
    """Yield the sentences that tell the asked side in the blocks near a unit."""
    reading = unit.reading
    for block in range(max(0, unit.block - _NEAR), min(len(reading.blocks), unit.block + _NEAR + 1)):
        for span in reading.sentences(block):
            if find_sides(asked, span.of(reading.document.text)) & asked.sides:
                yield Unit(reading, block, span, unit.hit)


def raise_sided(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Let each sentence that tells the asked side hold the word of the question for it."""
    asked = find_asked_side(question)
    if asked is None or not asked.shown:
        return
    places = [place for place, term in enumerate(matcher.terms) if _TOLD.match(term.text)]
    for unit in units if places else ():
        if asked.sides & _sides_of(asked, unit):
            for strengths in (unit.local, unit.close, unit.context, unit.wide):
                for place in places:
                    strengths[place] = max(strengths[place], _LENT)


def mark_unsided(question: Question, units: Sequence[Unit]) -> None:
    """Add to `lacks` of each sentence the asked side, where it tells only the other one, or none where one is needed."""
    asked = find_asked_side(question)
    if asked is None or not asked.shown:
        return
    for unit in units:
        told = _sides_of(asked, unit)
        if not told & asked.sides and (told or asked.is_firm):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, asked.shown)))


def raise_denied(question: Question, units: list[Unit]) -> None:
    """Put first what denies and holds an answer, where it is asked what is not so and the first sentence denies nothing."""
    asked = find_asked_side(question)
    if not units or asked is None or asked.shown or is_asked_side(question, units[0], units[0].span):
        return
    for unit in units:
        if unit.score < units[0].score - _OTHER_SIDE:
            return
        if unit.fit >= _HELD and is_asked_side(question, unit, unit.span):
            unit.score = units[0].score
            units.remove(unit)
            units.insert(0, unit)
            return


def keep_sided(question: Question, unit: Unit, candidates: Iterable[Candidate]) -> Iterable[Candidate]:
    """Give the candidates on the asked side; a number of votes there is one of those who cast them.

    Where it is asked what is not so and the sentence denies nothing, all: it may be quoted, without a short answer.
    """
    asked = find_asked_side(question)
    if asked is None:
        return candidates
    found = list(candidates)
    kept = [candidate for candidate in found if is_asked_side(question, unit, candidate.span)]
    if asked.is_firm and question.kind is QuestionKind.COUNT:
        kept = [replace(candidate, fit=max(candidate.fit, _COUNTED)) for candidate in kept]
    return kept if kept or asked.shown else found


def is_asked_side(question: Question, unit: Unit, span: Span) -> bool:
    """Tell whether a stretch of the document (or of the block around it) is on the side that the question asks for."""
    asked = find_asked_side(question)
    if asked is None:
        return True
    block, inside = _place(unit.reading, span)
    if not asked.shown:
        above = " ".join(_above(unit.reading, block))
        return denies_part(question.text, unit.reading.text_of(block), inside, above)
    side = read_side(asked, unit.reading.text_of(block), inside.start, inside.end)
    if side is None:
        told = next(filter(None, (find_sides(asked, text) for text in _above(unit.reading, block))), None)
        return not asked.is_firm if told is None else bool(told & asked.sides)
    return side in asked.sides


def _sides_of(asked: Asked, unit: Unit) -> frozenset[int]:
    """Give the sides that a unit tells, or what stands above it."""
    told = find_sides(asked, unit.text)
    if told:
        return told
    block, inside = _place(unit.reading, unit.span)
    side = read_side(asked, unit.reading.text_of(block), inside.start, inside.start)
    if side is not None:
        return frozenset({side})
    above = (find_sides(asked, text) for text in _above(unit.reading, block))
    return next(filter(None, above), frozenset())


def _place(reading: Reading, span: Span) -> tuple[int, Span]:
    """Give the block in which a stretch begins, and the stretch in its text."""
    block = reading.block_at(span.start)
    around = reading.blocks[block].span
    return block, Span(max(0, span.start - around.start), max(0, min(len(around), span.end - around.start)))


def _above(reading: Reading, block: int) -> Iterator[str]:
    """Yield what leads in to a block: the sentence before its list, a line with a colon before it, its heading."""
    group = reading.list_around(block) if reading.blocks[block].kind is BlockKind.ITEM else None
    if group is not None and group.lead is not None:
        yield reading.text_of(group.lead)
    elif block and reading.text_of(block - 1).rstrip().endswith(":"):
        yield reading.text_of(block - 1)
    yield from (reading.text_of(heading) for heading in reading.parents[block][-1:])

"""Documents that give different values for the same point, and quotations that a newer document overtakes.

Two sentences are about the same point when both hold what the question names, say it in much the same
words or hold all of the question beside their value, and speak of the same years. Their values differ when no rounding or "ruim" makes them equal.
Where one of these is in doubt, the documents are not said to contradict each other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.measures import Measure, differ, read_measure
from assistant.answer.question import Question
from assistant.answer.scoring import must_decline
from assistant.answer.textwords import read_words
from assistant.answer.wording import flatten
from assistant.dutch import STOP_WORDS
from assistant.types import BlockKind, Citation, Variant

_KINDS = frozenset(
    {QuestionKind.AMOUNT, QuestionKind.COUNT, QuestionKind.SHARE, QuestionKind.MOMENT, QuestionKind.PERIOD}
)
"""Kinds of question whose values can be compared."""
_HELD, _COVERED, _ALIKE = 0.5, 0.6, 0.5
"""From which strength a word is held, what share of the question both sentences must hold with what is around them,
and what share of the words of either must be words of both."""
_WHOLE, _BESIDE, _KINDRED = 0.85, 0.5, 0.3
"""The share of the question that both sentences themselves must hold, and the nearness of their values, for a lower
share of common words to be enough."""
_FIT = 0.4
"""The least fit of a value as the answer, as for a short answer."""
_LOOK, _MOST = 40, 3
_RANK = re.compile(
    r"\b(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|\d{1,2}(?:e|de|ste))\b",
    re.IGNORECASE,
)
"""What comes first is another point than what comes second: "in het eerste jaar"."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def find_rivals(question: Question, best: Unit, units: Sequence[Unit], matcher: Matcher) -> list[Unit]:
    """Give the units of other documents with another value on the same point, best first; one a document."""
    own = read_measure(best) if question.kind in _KINDS else None
    if own is None:
        return []
    found: dict[str, Unit] = {}
    for unit in units[:_LOOK]:
        document = unit.reading.document.id
        if document == best.reading.document.id or document in found or unit.fit < _FIT:
            continue
        measure = read_measure(unit)
        if measure is None or not differ(own, measure):
            continue
        if is_same_point(best, unit, matcher) and not must_decline(question, unit, matcher):
            found[document] = unit
    return list(found.values())[:_MOST]


def is_same_point(one: Unit, other: Unit, matcher: Matcher) -> bool:
    """Tell whether two sentences speak of the same thing, whatever value they give."""
    if min(matcher.coverage(one.close), matcher.coverage(other.close)) < _COVERED:
        return False
    for term, ours, theirs in zip(matcher.terms, one.close, other.close, strict=True):
        if (ours >= _HELD) != (theirs >= _HELD) or (term.kind == "number" and ours < _HELD):
            return False
    years = [_years(unit) for unit in (one, other)]
    if years[0] and years[1] and not years[0] & years[1]:
        return False
    ranks = [{match.group().lower() for match in _RANK.finditer(unit.text)} for unit in (one, other)]
    if ranks[0] and ranks[1] and not ranks[0] & ranks[1]:
        return False
    whole = all(matcher.coverage(unit.local) >= _WHOLE and unit.near >= _BESIDE for unit in (one, other))
    words = [_words(unit) for unit in (one, other)]
    common = len(words[0] & words[1]) / max(1, len(words[0] | words[1]))
    return common >= (_KINDRED if whole else _ALIKE)


def order_rivals(best: Unit, rivals: Sequence[Unit]) -> list[Unit]:
    """Give the units that contradict each other, those of the newest document first; undated ones last."""
    return sorted([best, *rivals], key=lambda unit: unit.reading.document.date or "", reverse=True)


def make_variants(rivals: Sequence[Unit], citations: Sequence[Citation]) -> tuple[Variant, ...]:
    """Give the values of the rivals in their order, each with the citations that hold it; none for one value."""
    values: list[tuple[str, Measure, list[int], str | None]] = []
    for unit in rivals:
        measure, document = read_measure(unit), unit.reading.document
        numbers = [
            item.number
            for item in citations
            if item.document_id == document.id and unit.short is not None and item.span.covers(unit.short)
        ]
        if measure is None or not numbers:
            continue
        same = next((known for known in values if not differ(known[1], measure)), None)
        if same is not None:
            same[2].extend(numbers)
        else:
            values.append((flatten(unit.short_text or ""), measure, numbers, document.date))
    if len(values) < 2:
        return ()
    return tuple(Variant(value, tuple(sorted(numbers)), date) for value, _, numbers, date in values)


def mark_older(citations: Sequence[Citation], variants: Sequence[Variant]) -> list[Citation]:
    """Give the citations, those with a value that a newer document contradicts marked with its date."""
    newest = variants[0].date if variants else None
    older: Mapping[int, Variant] = {number: item for item in variants[1:] for number in item.numbers}
    return [
        replace(item, newer=newest)
        if newest is not None and item.number in older and is_before(item.date, newest)
        else item
        for item in citations
    ]


def is_before(date: str | None, other: str) -> bool:
    """Tell whether a date of EDTF level 0 certainly lies before another; "2020" is not before "2020-06"."""
    if date is None:
        return False
    length = min(len(date), len(other))
    return date[:length] < other[:length]


def _years(unit: Unit) -> set[str]:
    """Give the years named in the sentence, but not in the value itself; else those of its headings.

    A row of a table that names none is of the years in the title of the document.
    """
    short = unit.short
    found = {
        match.group()
        for match in _YEAR.finditer(unit.text)
        if short is None or not short.start <= unit.span.start + match.start() < short.end
    }
    above = " ".join(unit.reading.headings_of(unit.block))
    if unit.reading.blocks[unit.block].kind is BlockKind.ROW:
        above += f" {unit.reading.document.title}"
    return found or set(_YEAR.findall(above))


def _words(unit: Unit) -> set[str]:
    """Give the stems of the sentence without its value, numbers and small words."""
    short = unit.short
    return {
        word.stem
        for word in read_words(unit.text)
        if word.text.lower() not in STOP_WORDS
        and not any(sign.isdigit() for sign in word.text)
        and (short is None or not short.start <= unit.span.start + word.start < short.end)
    }

"""Documents that give different values for the same point, and quotations that a newer document overtakes.

Two sentences are about the same point when both hold what the question names, say it in much the same
words or hold all of the question beside their value, and speak of the same years. Their values differ when no rounding or "ruim" makes them equal.
Names differ as `namings.py` has it; a name in a newer document overtakes the one before, for posts and places change,
and is no contradiction. Values of which the words above their table tell that each is of another year stand side by side with
those years. Where one of these is in doubt, the documents are not said to contradict each other; nor where the values are
plainly of different things (`otherpoints.py`): they stand side by side too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.measures import Measure, differ, read_measure
from assistant.answer.namings import Naming, is_told_in, name_differently, read_naming
from assistant.answer.otherpoints import is_of_other_thing
from assistant.answer.question import Question
from assistant.answer.scoring import must_decline
from assistant.answer.textwords import read_words
from assistant.answer.valueyears import YEAR, read_own_years, read_year
from assistant.answer.wording import flatten
from assistant.dutch import STOP_WORDS
from assistant.types import BlockKind, Citation, Variant

_KINDS = frozenset(
    {QuestionKind.AMOUNT, QuestionKind.COUNT, QuestionKind.SHARE, QuestionKind.MOMENT, QuestionKind.PERIOD}
)
"""Kinds of question whose values can be compared."""
_NAMING = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION, QuestionKind.PLACE, QuestionKind.NAME})
"""Kinds of question whose names can be."""
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

_OF_ITSELF = re.compile(
    r"\b(?:[Dd]eze|[Dd]it) [\w-]*(?:regeling|besluit|verordening|wet|circulaire|beleidsregels?|reglement|aanwijzing|decreet)\b"
    r"[^.;]{0,80}\b(?:in werking|vervalt|vervallen|ingetrokken|werkt terug)\b|^\W*[Tt]reedt in werking\b|^\W*[Ii]nwerkingtreding\b"
)
"""What a rule says of itself: two rules that begin on other days do not contradict each other."""


def find_rivals(question: Question, best: Unit, units: Sequence[Unit], matcher: Matcher) -> list[Unit]:
    """Give the units of other documents with another value on the same point, best first; one a document.

    Where there are none, those with a value that is plainly of another thing, though their sentences read alike.
    """
    own = _read_value(question, best)
    if own is None or _OF_ITSELF.search(best.text):
        return []
    found: dict[str, Unit] = {}
    for unit in units[:_LOOK]:
        document = unit.reading.document.id
        if document == best.reading.document.id or document in found or unit.fit < _FIT:
            continue
        value = _read_value(question, unit)
        if value is None or not _differ(own, value) or _OF_ITSELF.search(unit.text):
            continue
        if _is_same(best, own, unit, value, matcher) and not must_decline(question, unit, matcher):
            found[document] = unit
    apart = [is_of_other_thing(question, best, unit, matcher) for unit in found.values()]
    kept = [unit for unit, other in zip(found.values(), apart, strict=True) if not other]
    return (kept or list(found.values()))[:_MOST]


def tell_apart(question: Question, rivals: Sequence[Unit], matcher: Matcher) -> bool:
    """Tell whether one of the units gives a value of another thing than the first."""
    return any(is_of_other_thing(question, rivals[0], unit, matcher) for unit in rivals[1:])


def _is_same(
    one: Unit, own: Measure | Naming, other: Unit, value: Measure | Naming, matcher: Matcher
) -> bool:
    """Tell whether two units speak of the same thing; where they name something, neither document has both names."""
    if not isinstance(own, Naming) or not isinstance(value, Naming):
        return is_same_point(one, other, matcher)
    return _speak_alike(one, other, matcher) and not is_told_in(own, other) and not is_told_in(value, one)


def _read_value(question: Question, unit: Unit) -> Measure | Naming | None:
    """Give the value of a unit that can be compared with that of another, by what is asked."""
    if question.kind in _KINDS:
        return read_measure(unit)
    return read_naming(unit) if question.kind in _NAMING else None


def _differ(one: Measure | Naming, other: Measure | Naming) -> bool:
    """Tell whether two values cannot both be true."""
    if isinstance(one, Naming) and isinstance(other, Naming):
        return name_differently(one, other)
    return isinstance(one, Measure) and isinstance(other, Measure) and differ(one, other)


def is_same_point(one: Unit, other: Unit, matcher: Matcher) -> bool:
    """Tell whether two sentences speak of the same thing, whatever value they give."""
    if not _speak_alike(one, other, matcher):
        return False
    whole = all(matcher.coverage(unit.local) >= _WHOLE and unit.near >= _BESIDE for unit in (one, other))
    words = [_words(unit) for unit in (one, other)]
    common = len(words[0] & words[1]) / max(1, len(words[0] | words[1]))
    return common >= (_KINDRED if whole else _ALIKE)


def _speak_alike(one: Unit, other: Unit, matcher: Matcher) -> bool:
    """Tell whether two sentences hold the same of the question, and speak of the same years and of the same in a row."""
    if min(matcher.coverage(one.close), matcher.coverage(other.close)) < _COVERED:
        return False
    for term, ours, theirs in zip(matcher.terms, one.close, other.close, strict=True):
        if (ours >= _HELD) != (theirs >= _HELD) or (term.kind == "number" and ours < _HELD):
            return False
    years = [_years(unit) for unit in (one, other)]
    if years[0] and years[1] and not years[0] & years[1]:
        return False
    ranks = [{match.group().lower() for match in _RANK.finditer(unit.text)} for unit in (one, other)]
    return not (ranks[0] and ranks[1] and not ranks[0] & ranks[1])


def order_rivals(best: Unit, rivals: Sequence[Unit]) -> list[Unit]:
    """Give the units that contradict each other, those of the newest document first; undated ones last."""
    return sorted([best, *rivals], key=lambda unit: unit.reading.document.date or "", reverse=True)


def make_variants(
    question: Question, rivals: Sequence[Unit], citations: Sequence[Citation], *, apart: bool = False
) -> tuple[Variant, ...]:
    """Give the values of the rivals in their order, each with the citations that hold it; `apart` where they are of other things.

    None for one value, nor for names of which the newest overtakes the others. Values that are each of another year
    are not opposed, nor are those of which neither the year nor the date of a document is known.
    """
    values: list[tuple[Variant, Measure | Naming]] = []
    for unit in rivals:
        value, document = _read_value(question, unit), unit.reading.document
        numbers = _numbers_of(unit, citations)
        if (
            value is None
            or not numbers
            or (values and _is_overtaken(value, document.date, values[0][0].date))
        ):
            continue
        same = next((place for place, known in enumerate(values) if not _differ(known[1], value)), None)
        if same is not None:
            known = values[same]
            values[same] = replace(known[0], numbers=tuple(sorted((*known[0].numbers, *numbers)))), known[1]
        else:
            said = flatten(unit.short_text or "")
            values.append((Variant(said, tuple(sorted(numbers)), document.date, read_year(unit)), value))
    if len(values) < 2:
        return ()
    variants = [variant for variant, _ in values]
    years, dates = [variant.year for variant in variants], [variant.date for variant in variants]
    yearly = all(years) and len(set(years)) == len(years)
    opposed = any((*years, *dates)) and not yearly and not apart
    return tuple(replace(variant, opposed=opposed) for variant in variants)


def _numbers_of(unit: Unit, citations: Sequence[Citation]) -> list[int]:
    """Give the numbers of the citations that hold the value of a unit."""
    return [
        item.number
        for item in citations
        if item.document_id == unit.reading.document.id
        and unit.short is not None
        and item.span.covers(unit.short)
    ]


def _is_overtaken(value: Measure | Naming, date: str | None, newest: str | None) -> bool:
    """Tell whether a name may have been right when it was written, and another since; also where a date is not known."""
    if not isinstance(value, Naming) or value.once:
        return False
    return newest is None or date is None or is_before(date, newest)


def mark_older(question: Question, rivals: Sequence[Unit], citations: Sequence[Citation]) -> list[Citation]:
    """Give the citations, those with a value for which the newest document gives another marked with its date."""
    newest = rivals[0].reading.document.date if rivals else None
    values = [_read_value(question, unit) for unit in rivals]
    older = {
        number
        for unit, value in zip(rivals[1:], values[1:], strict=True)
        if (values[0] is None or value is None or _differ(values[0], value))
        and not _are_of_other_years(rivals[0], unit)
        for number in _numbers_of(unit, citations)
    }
    return [
        replace(item, newer=newest)
        if newest is not None and item.number in older and is_before(item.date, newest)
        else item
        for item in citations
    ]


def _are_of_other_years(one: Unit, other: Unit) -> bool:
    years = read_year(one), read_year(other)
    return None not in years and years[0] != years[1]


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
    above = " ".join(unit.reading.headings_of(unit.block))
    if unit.reading.blocks[unit.block].kind is BlockKind.ROW:
        above += f" {unit.reading.document.title}"
    return read_own_years(unit) or set(YEAR.findall(above))


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

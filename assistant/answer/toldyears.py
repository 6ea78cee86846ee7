"""The year that a sentence tells a value of, also in other words: "Een jaar eerder waren dat er 240", "vorig jaar".

Where a question asks the value of a year, the sentence that tells it goes before the one beside it with that of another
year, and a value of another year alone is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.finders.timedvalues import read_values
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.quantities import Quantity, find_quantities
from assistant.answer.question import Question
from assistant.answer.reading import Reading
from assistant.dutch import fold
from assistant.types import BlockKind, DateValue, ExtractKind, Span

_ORIGIN = re.compile(r"\b(?:uit|sinds|vanaf) $")
"""Before a year from which something is: "het plan uit 2021"."""
_KINDS = frozenset({QuestionKind.COUNT, QuestionKind.AMOUNT, QuestionKind.SHARE})
_COUNTS = {
    word: number
    for number, words in enumerate(
        ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien"), start=1
    )
    for word in (words, str(number))
}
_COUNT = "|".join(_COUNTS)
_BESIDE = re.compile(
    rf"\W*(?:(?P<count>{_COUNT}) jaar|het (?:school|theater|begrotings|boek)?(?:jaar|seizoen)) (?P<way>eerder|daarvoor|ervoor|later|daarna|erna)\b"
)
"""How a sentence begins of which the year is counted from that of the sentence before."""
AGAIN = re.compile(
    r"\b(?:was|waren|is|zijn|werden|kwamen|werd) (?:dat|het|dit)(?: er)?(?: (?:nog|maar|al|ruim|bijna|slechts|circa|ongeveer))* "
    r"(?:€ ?)?\d"
)
"""What tells the same of another year as the sentence before it."""
_AHEAD = frozenset(("later", "daarna", "erna"))
_AGO = re.compile(rf"\b(?:{_COUNT}) jaar geleden\b|\bvorig jaar\b|\been jaar (?:eerder|daarvoor)\b")
"""How a question may ask for the value of a year."""
_YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d.,/-]?\d)")
_ASKED = re.compile(
    r"\b(?:in|over|van|op \d{1,2} [a-z]+|eind|begin)(?: (?:heel|het jaar|de zomer van))? (?P<year>(?:19|20)\d\d)(?![-/–]?\d)"
)
_WHOLE_YEAR = re.compile(r"\d{4}(?:-[234]\d)?")
"""A year, a season, a quarter or half of one in EDTF."""
_STRENGTH = 0.9
"""How strongly a sentence holds a year that it tells in other words."""
_NAMED = 0.3
"""How strongly the sentence before must hold each name of the question."""
_ON = len("Op ")
"""Where the day stands with which a sentence opens: "Op 1 februari 2025 telde ...", of which a value is told."""
_SENTENCES, _LOOK = 3, 15
"""Sentences behind the first one in which the asked year may be told, and units looked through."""


def find_told_years(reading: Reading, block: int, span: Span, *, depth: int = 3) -> frozenset[int]:
    """Give the years of which a sentence tells something; the day of a dateline or letter is none."""
    text = span.of(reading.document.text)
    found: set[int] = set()
    days: set[int] = set()
    for fact in reading.facts_in(span, ExtractKind.DATE):
        edtf = fact.value.edtf if isinstance(fact.value, DateValue) else None
        if _ORIGIN.search(text[: fact.span.start - span.start]):
            continue
        if edtf and _WHOLE_YEAR.fullmatch(edtf):
            found.add(int(edtf[:4]))
        elif edtf and edtf[:4].isdecimal() and fact.span.start == span.start + _ON:
            days.add(int(edtf[:4]))
    found = found or days
    beside = _BESIDE.match(fold(text)) if depth else None
    before = [own for own in reading.sentences(block) if own.end <= span.start] if beside else []
    if beside is None or not before:
        return frozenset(found)
    known = find_told_years(reading, block, before[-1], depth=depth - 1)
    if len(known) != 1:
        return frozenset(found)
    step = _COUNTS.get(beside["count"] or "een", 1)
    return frozenset({next(iter(known)) + (step if beside["way"] in _AHEAD else -step)})


def raise_told(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Raise how far a year of the question is held by the units that tell it in other words."""
    if question.kind not in _KINDS or not matcher.years:
        return
    for place, term in enumerate(matcher.terms):
        if term.kind != "number" or not _YEAR.fullmatch(term.stem):
            continue
        for unit in units:
            if int(term.stem) not in _told(unit):
                continue
            if unit.local[place] < _STRENGTH:
                _raise(unit, place, _STRENGTH)
            if AGAIN.search(unit.text) and not unit.items:
                _lend(unit, matcher)


def _lend(unit: Unit, matcher: Matcher) -> None:
    """Let a sentence that tells the same of another year ("In 2021 waren dat er 80") hold what the one before it does."""
    before = [span for span in unit.reading.sentences(unit.block) if span.end <= unit.span.start]
    held = matcher.strengths(before[-1].of(unit.reading.document.text)) if before else ()
    if any(
        term.kind == "name" and strength < _NAMED for term, strength in zip(matcher.terms, held, strict=False)
    ):
        return  # what is told of another name is not told of that of the question
    for place, strength in enumerate(held):
        if matcher.terms[place].kind != "number":
            _raise(unit, place, strength * _STRENGTH)


def _raise(unit: Unit, place: int, strength: float) -> None:
    for strengths in (unit.local, unit.close, unit.context, unit.wide):
        strengths[place] = max(strengths[place], strength)


def prefer_told(question: Question, units: list[Unit]) -> None:
    """Put first the sentence behind the first one that tells the value of the asked year, where the first does not."""
    if not units or question.kind not in _KINDS or units[0].short is None or _tells(question, units[0]):
        return
    top = units[0]
    for unit in units[1:_LOOK]:
        if unit.short is None or unit.items or not _follows(top, unit) or not _tells(question, unit):
            continue
        alike = _find_alike(top, unit)
        if alike is not None and not alike.span.shift(unit.span.start).overlaps(unit.short):
            unit.short = alike.span.shift(unit.span.start)
            unit.short_text = unit.short.of(unit.reading.document.text)
            unit.fit = max(unit.fit, top.fit)
        unit.score = top.score
        units.remove(unit)
        units.insert(0, unit)
        return


def mark_other_years(question: Question, units: Sequence[Unit]) -> None:
    """Add to `lacks` of each unit the asked year, where its value is told to be of another year alone."""
    asked = {int(found["year"]) for found in _ASKED.finditer(question.text)}
    if question.kind not in _KINDS or len(asked) != 1:
        return
    year = next(iter(asked))
    for unit in units:
        if unit.short is None or unit.items or unit.reading.blocks.is_kind(unit.block, BlockKind.ROW):
            continue
        if str(year) not in unit.text and _is_of_others(unit, year):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, str(year))))


def _is_of_others(unit: Unit, year: int) -> bool:
    """Tell whether the value of a unit has a year in its own words, and neither that nor the sentence is of the asked one."""
    short = unit.short
    own = [
        value
        for value in read_values(unit.text)
        if short is not None and value.span.shift(unit.span.start).overlaps(short)
    ]
    told = {int(found) for value in own for found in value.years if found.isdecimal()}
    if not told:
        told = set(_told(unit)) if not _YEAR.search(unit.text) else set()
    if len(told) != 1 or year in _told(unit):
        return False
    return not any(_spans(fact.value, year) for fact in unit.reading.facts_in(unit.span, ExtractKind.DATE))


def _spans(value: object, year: int) -> bool:
    if not isinstance(value, DateValue) or not (value.earliest and value.latest):
        return False
    return int(value.earliest[:4]) <= year <= int(value.latest[:4])


def _told(unit: Unit) -> frozenset[int]:
    return find_told_years(unit.reading, unit.block, unit.span)


def _tells(question: Question, unit: Unit) -> bool:
    """Tell whether a unit tells of the one year, or the year so long ago, that a question asks; True where it asks none."""
    plain = fold(question.text)
    ago = _AGO.search(plain)
    years = {int(found["year"]) for found in _ASKED.finditer(question.text)}
    if len(years) == 1:
        return str(next(iter(years))) in unit.text or not years.isdisjoint(_told(unit))
    return ago is None or ago.group() in fold(unit.text)


def _follows(top: Unit, unit: Unit) -> bool:
    """Tell whether a unit is one of the sentences behind the first one, in its block."""
    if unit.reading is not top.reading or unit.block != top.block:
        return False
    behind = [span for span in top.reading.sentences(top.block) if span.start >= top.span.end]
    return unit.span in behind[:_SENTENCES]


def _find_alike(top: Unit, unit: Unit) -> Quantity | None:
    """Give the value that stands in the place which that of the first unit has in its own, where both hold as many."""
    ones, others = _values(top), _values(unit)
    if len(ones) != len(others) or top.short is None:
        return None
    pairs = zip(ones, others, strict=True)
    return next((other for one, other in pairs if one.span.shift(top.span.start).overlaps(top.short)), None)


def _values(unit: Unit) -> list[Quantity]:
    """Give the quantities of a unit without years and without the count of years that it begins with."""
    beside = _BESIDE.match(fold(unit.text)) or _AGO.match(fold(unit.text).strip())
    first = beside.end() if beside else 0
    return [
        one
        for one in find_quantities(unit.text)
        if one.span.start >= first and not _YEAR.fullmatch(one.number.of(unit.text))
    ]

"""Amounts, shares and counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer import cues
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, asked_is_held, find_pattern, same_noun, stem_of
from assistant.answer.matching import Matcher
from assistant.answer.quantities import Quantity, find_quantities
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import ExtractKind, Span

_FRACTION = re.compile(
    r"\b(?:ruim |bijna |meer dan |minder dan )?(?:de helft|een derde|een kwart|twee derde|driekwart|het merendeel|"
    r"een vijfde|drie kwart|nul (?:percent|procent)|(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen) op de "
    r"(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|honderd|duizend))\b",
    re.IGNORECASE,
)


_RATIO = re.compile(r"\b(?:\d+|een|één|twee|drie|vier) op de (?:\d+|drie|vier|vijf|tien)\b", re.IGNORECASE)
_RATES = ("tarief", "premie", "heffing", "korting", "rente")
"""Nouns for what is asked in money or as a share."""
_GUILDERS = re.compile(r"(?<![\w.])(?:f|fl\.?|ƒ)\s?\d[\d.]*(?:,(?:\d\d|-+))")
_BARE_SHARE = re.compile(
    r"percentage van (?P<share>\d+(?:,\d+)?)(?![\d%]| ?(?:procent|percent|miljoen|euro))",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\bhoe(?:veel| hoog| groot)\b")
_WHOLE = re.compile(r"\bvan (?:de|alle|deze) $", re.IGNORECASE)
_PART = re.compile(r"\ber $")
"""Words before the whole and before the part in "van de 38 leden stemden er 33"."""
_MEASURE = re.compile(
    r"(?:(?:kilo|centi|milli)?meter|km|hectare|ha|ton|kilo|kilogram|liter|graden|[kMG]Wh?|(?:mega|kilo)watt\w*|"
    r"uur|minuten|jaar|maanden|weken|dagen)$"
)
"""Words behind a number that measures something and so counts no things."""


def find_amounts(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give sums of money."""
    for fact in unit.reading.facts_in(unit.span, ExtractKind.AMOUNT):
        yield Candidate(fact.span, 1.0)
    yield from find_pattern(unit, _GUILDERS, 0, 0.95)
    if (question.asked or "").endswith(_RATES):
        yield from find_shares(question, unit, matcher)


def find_shares(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give percentages, and parts in words."""
    parts = list(find_pattern(unit, _FRACTION, 0, 0.9))
    parts += find_pattern(unit, _BARE_SHARE, "share", 0.9)
    for fact in unit.reading.facts_in(unit.span, ExtractKind.SHARE):
        if not any(fact.span.overlaps(part.span) for part in parts):  # "ruim de helft" says more than "helft"
            yield Candidate(fact.span, 1.0)
    yield from parts


def find_counts(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give numbers, best with the counted thing behind them; dates, amounts and shares are none.

    A number of something else than what is asked for, where that is not spoken of, is no answer.
    """
    yield from _values(question, unit)
    kinds = (ExtractKind.DATE, ExtractKind.AMOUNT, ExtractKind.SHARE)
    taken = [fact.span for fact in unit.reading.facts_in(unit.span, *kinds)]
    asked = stem_of(question.asked) if question.asked else None
    quantities = find_quantities(unit.text)
    counted = [_counted_end(quantity, asked, matcher) for quantity in quantities]
    parted = any(_WHOLE.search(unit.text, 0, other.span.start) for other in quantities) and any(
        _PART.search(unit.text, 0, other.span.start) for other in quantities
    )
    spoken_of = asked_is_held(question.asked, unit, matcher)
    for quantity, end in zip(quantities, counted, strict=True):
        span = quantity.span.shift(unit.span.start)
        if quantity.percent or any(span.overlaps(other) for other in taken):
            continue
        if end is not None:
            whole = parted and _WHOLE.search(unit.text, 0, quantity.span.start)
            yield Candidate(Span(span.start, end + unit.span.start), 0.5 if whole else 1.0)
            continue
        if parted and _PART.search(unit.text, 0, quantity.span.start):
            yield Candidate(span, 1.0)
            continue
        if (
            quantity.following
            and _MEASURE.match(quantity.following[0][0])
            and cues.is_plural(question.asked or "")
        ):
            yield Candidate(span, 0.2)
            continue
        bare = not quantity.following or fold(quantity.following[0][0]) in cues.QUESTION_WORDS
        inherits = bare and any(found is not None for found in counted)
        fit = 0.85 if inherits else 0.5 if bare or question.asked is None else 0.35
        yield Candidate(span, fit if spoken_of else 0.2)


def _values(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give what is no count and yet answers "hoeveel": a ratio, a share, and any value when no noun is counted."""
    yield from find_pattern(unit, _RATIO, 0, 0.8)
    if question.asked is None:
        yield from _measures(unit)
        if _OPEN.search(fold(question.text)):
            for fact in unit.reading.facts_in(unit.span, ExtractKind.AMOUNT, ExtractKind.SHARE):
                yield Candidate(fact.span, 0.95)
    elif re.search(r"\bvan de\b", question.text):
        for fact in unit.reading.facts_in(unit.span, ExtractKind.SHARE):
            yield Candidate(fact.span, 0.5)


def _measures(unit: Unit) -> Iterator[Candidate]:
    """Give numbers with a unit of length, surface or weight behind them."""
    for quantity in find_quantities(unit.text):
        if quantity.following and _MEASURE.match(quantity.following[0][0]):
            yield Candidate(Span(quantity.span.start, quantity.following[0][1]).shift(unit.span.start), 1.0)


def _counted_end(quantity: Quantity, asked: str | None, matcher: Matcher) -> int | None:
    """Give where the counted noun ends when it is the one asked for."""
    if asked is None:
        return None
    for place, (word, end) in enumerate(quantity.following[:4]):
        if place and fold(word) in cues.QUESTION_WORDS:
            return None
        if same_noun(asked, word, matcher):
            return end
    return None

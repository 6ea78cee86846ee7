"""Counts: numbers with the thing that is counted, ranks, frequencies, sizes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import cues
from assistant.answer.conversation_phrases import MONTHS
from assistant.answer.evidence import Unit
from assistant.answer.finders.ages import asks_age, find_ages, speaks_of_age
from assistant.answer.finders.candidate import (
    Candidate,
    asked_is_held,
    find_pattern,
    first_part,
    is_persons,
    same_counted,
    same_noun,
    stem_of,
)
from assistant.answer.finders.clauses import weigh_bound, weigh_reduction, weigh_target
from assistant.answer.finders.copies import find_copies
from assistant.answer.finders.eras import level_pairs, weigh_time
from assistant.answer.finders.marks import find_marks
from assistant.answer.finders.modifiers import weigh_modifiers
from assistant.answer.finders.sizes import find_asked_sizes
from assistant.answer.matching import Matcher
from assistant.answer.predicates import ASKED
from assistant.answer.quantities import Quantity, find_quantities
from assistant.answer.question import Question
from assistant.dutch import STOP_WORDS, fold
from assistant.types import BlockKind, ExtractKind, Span

_RATIO = re.compile(
    r"\b(?P<ratio>(?:\d+|een|één|twee|drie|vier) op de (?:\d+|drie|vier|vijf|tien))\b(?: (?P<noun>[^\W\d_]+))?",
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
_TIME = re.compile(r"(?:uur|minuten|jaar|maanden|weken|dagen)$")
_SIZE = re.compile(
    r"\bhoe (?:hoog|breed|diep|zwaar|dik|smal)\b|"
    r"\bhoe groot\b.*\b\w*(?:tekort|overschot|oppervlakte|gebied|terrein|bevolking|groep|bedrijf|gemeente)\b"
)
_RANK_ASKED = re.compile(r"\bop welke (?:plaats|plek|positie)\b|\bde hoeveelste\b")
_RANK = re.compile(
    r"\b(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|\d{1,3}(?:e|de|ste))\b"
    r"(?: (?:plaats|plek|positie))?|\b(?:plaats|plek|positie|nummer) \d{1,3}\b",
    re.IGNORECASE,
)
_OFTEN_ASKED = re.compile(r"\bhoe (?:vaak|dikwijls)\b|\bhoeveel (?:keer|maal)\b")
_OFTEN = re.compile(
    r"\b(?:(?:ten hoogste|ten minste|hoogstens|minstens|maximaal|minimaal) )?"
    r"(?:(?:een|één|twee|drie|vier|vijf|zes)maal|eens(?= (?:per|in de|om de)\b)|(?:\d+|een|één|twee|drie|"
    r"vier|vijf|zes|zeven|acht|tien|twaalf) (?:keer|maal))"
    r"(?: (?:per|in de|in|om de|elke) (?:\w+ )?(?:uur|dag|dagen|week|weken|maand|maanden|kwartaal|jaar|jaren))?\b|"
    r"\b(?:elke?|ieder|iedere|om de) (?:half |twee |drie |vier |vijf |zes |tien |\d{1,2} )?"
    r"(?:uur|dagen|dag|week|weken|maand|maanden|kwartaal|jaar)\b|"
    r"\b(?:twee|drie|vier|vijf|half-?)?(?:dagelijks|wekelijks|maandelijks|jaarlijks)e?\b|"
    r"\b(?:per|elk|ieder|om het) (?:half ?jaar|kwartaal|jaar|maand|week|dag)\b(?= (?:wordt|worden|moet|moeten|een|de|het|brengt|verschijnt)\b)|"
    r"\b(?:een )?maximum van (?:\d+|een|één|twee|drie) (?:jaar|maanden|keer|maal)\b",
    re.IGNORECASE,
)
"""How often something happens, in words."""
_GIVEN = re.compile(
    r"(?<=[se]e) (?:[a-zà-ÿ]+e )?\w*(?:budget(?:ten)?|subsidies?|bijdragen?|kosten|bedrag(?:en)?|uitgaven|premies?|toelagen?|middelen|groei|"
    r"opbrengst(?:en)?|omzet|dotaties?|vergoeding(?:en)?)\b"
)
"""Behind "jaarlijkse": what is given or counted by the year, which tells how often nothing else is done."""
_OF_GIVEN = 0.2
_HEADED = re.compile(
    rf"\b(?P<number>\d+(?=-)|{'|'.join(word for word in cues.NUMBER_WORDS if word not in ('een', 'één'))})-?"
    r"(?:hoofdige?|koppige?)\b",
    re.IGNORECASE,
)
"""A body of so many persons: "vijfkoppige raad"."""
_ORIGIN = re.compile(r"\bvan (?:ruim |circa |ongeveer |bijna )?$", re.IGNORECASE)
_ONWARD = re.compile(r"[^.;:]{0,60}\bnaar\b[^.;:]{0,40}")
"""The value before a change ("van 45.000 in 2006 naar 770.000") and what follows it."""
_EXISTS = re.compile(r"(?:ten ?minste|minstens|minimaal) (?:één|een|1)$", re.IGNORECASE)
"""A condition and no count: "ten minste één woning"."""
_ONE = re.compile(r"(?<!\ber )\b(?:één|een)$", re.IGNORECASE)
"""A word that is a number only where it counts the asked thing, or behind "er"."""
_ALL_OF = re.compile(r"\balle \w+$")
"""Behind it stands what it counts: "alle drie de projecten"."""
_RELATION = frozenset("van met onder aan door uit voor".split())
_NUMBERED = re.compile(
    r"[.)\]]?\s+(?:https?:|[A-Z](?!\w*(?:se|sche|ele|ale)\b))|[.)\]](?:\s|$|(?=[^\W\d_]))|\s*$"
)
"""What follows a number at the start of a text that numbers it: a note, an item ("5.De raad"), a heading."""
_NOTED = re.compile(r"(?<=[^\W\d]) \d{1,2}\s*$")
"""The number of a note behind the last word of a heading or sentence, without a full stop."""
_LEAST_PART = 4
"""Letters of a first part that says something."""
_SAME, _ALIKE, _RELATED, _HEAD_ONLY, _MODIFIED = 1.0, 0.9, 0.6, 0.6, 0.5
"""Fit of a number of the asked noun, of another name for it, of things "van" or "met" the asked ones, of the last
part of its name alone, and of another noun with the same adjective."""


def _find_often(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give words that say how often something happens; "jaarlijkse budgetten" hardly does, unless those are asked about."""
    for candidate in find_pattern(unit, _OFTEN, 0, 1.0):
        given = _GIVEN.match(unit.text, candidate.span.end - unit.span.start)
        other = given is not None and fold(given.group().split()[-1]) not in fold(question.text)
        yield replace(candidate, fit=candidate.fit * _OF_GIVEN) if other else candidate


def find_counts(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give sizes in the unit that is asked for where one is, else numbers."""
    sizes = find_asked_sizes(question, unit)
    yield from _find_numbers(question, unit, matcher) if sizes is None else sizes


def _find_numbers(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give numbers, best with the counted thing behind them; dates, amounts and shares are none.

    A number of something else than what is asked for, where that is not spoken of, is no answer.
    """
    plain = fold(question.text)
    if _RANK_ASKED.search(plain):
        yield from find_pattern(unit, _RANK, 0, 1.0)
        return
    if _OFTEN_ASKED.search(plain):
        yield from _find_often(question, unit)
        for fact in unit.reading.facts_in(unit.span, ExtractKind.SHARE):
            yield Candidate(fact.span, 0.7)
        if question.asked is None:
            return
    yield from find_copies(question, unit)
    if question.asked in cues.MARK_NOUNS:
        yield from find_marks(question, unit)
        return
    if question.asked == "jaar":
        if asks_age(question.text) and not speaks_of_age(unit):
            return
        yield from find_ages(question.text, unit)
    yield from _values(question, unit, matcher)
    asked = stem_of(question.asked) if question.asked else None
    if asked is not None and (same_noun(asked, "leden", matcher) or same_noun(asked, "personen", matcher)):
        yield from find_pattern(unit, _HEADED, "number", _SAME)
    for number in level_pairs(unit, list(_numbers(question, unit, matcher))):
        share = weigh_target(question, unit, number.span) * weigh_bound(question, unit, number.span)
        share *= weigh_reduction(question, unit, number.span)
        yield replace(number, fit=number.fit * share * weigh_time(question, unit, number.span))


def _numbers(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give the numbers of a unit that count, by what they count."""
    kinds = (ExtractKind.DATE, ExtractKind.AMOUNT, ExtractKind.SHARE)
    taken = [fact.span for fact in unit.reading.facts_in(unit.span, *kinds)]
    quantities = [
        quantity
        for quantity in find_quantities(unit.text)
        if not quantity.percent
        and not _is_number_of_text(unit, quantity)
        and not (quantity.following and fold(quantity.following[0][0]) in MONTHS)
        and not any(quantity.span.shift(unit.span.start).overlaps(other) for other in taken)
    ]
    counted = [_read_noun(unit, quantity, question.asked, matcher) for quantity in quantities]
    shares = weigh_modifiers(
        question, unit.text, quantities, [found is not None for found in counted], matcher
    )
    _share_nouns(unit.text, quantities, counted)
    parted = _is_parted(unit.text, quantities) and (question.asked is None or any(counted))
    held = any(fit >= _ALIKE for _, fit in filter(None, counted))
    spoken_of = asked_is_held(question.asked, unit, matcher)
    for quantity, found, share in zip(quantities, counted, shares, strict=True):
        span = quantity.span.shift(unit.span.start)
        if found is not None:
            end, fit = found[0], found[1] * share
            whole = parted and _WHOLE.search(unit.text, 0, quantity.span.start)
            if whole or _EXISTS.match(quantity.span.of(unit.text)):
                fit = min(fit, 0.5)
            yield Candidate(Span(span.start, max(end + unit.span.start, span.end)), fit)
        elif parted and _PART.search(unit.text, 0, quantity.span.start):
            yield Candidate(span, 1.0)
        else:
            one = _ONE.search(unit.text, 0, quantity.span.end)
            aside = one or _ALL_OF.search(unit.text, 0, quantity.span.end)
            fit = 0.2 if aside else _fit_bare(question, quantity, spoken_of, inherits=held)
            yield Candidate(span, max(fit, _MODIFIED) if _is_modified(question, quantity, matcher) else fit)


def _fit_bare(question: Question, quantity: Quantity, spoken_of: bool, *, inherits: bool) -> float:
    """Give the fit of a number that does not have the asked noun behind it."""
    following = quantity.following
    if following and _MEASURE.match(following[0][0]) and cues.is_plural(question.asked or ""):
        return 0.2
    if not spoken_of:
        return 0.2
    bare = not following or fold(following[0][0]) in cues.QUESTION_WORDS
    if bare and inherits:
        return 0.75
    return 0.5 if bare or question.asked is None else 0.25


def _is_modified(question: Question, quantity: Quantity, matcher: Matcher) -> bool:
    """Tell whether an adjective of the asked noun stands behind a number: "14 voormalige provinciale panden"."""
    if question.asked is None or len(quantity.following) < 2:
        return False
    word = quantity.following[0][0]
    return word.islower() and word.endswith("e") and any(value >= 1.0 for _, value in matcher.worth(word))


def _is_number_of_text(unit: Unit, quantity: Quantity) -> bool:
    """Tell whether a number is that of a note, an item or a heading, or all there is: it counts nothing."""
    kind = unit.reading.blocks[unit.block].kind
    if not quantity.number.of(unit.text)[:1].isdecimal():
        return False
    if kind is not BlockKind.ROW and _NOTED.search(unit.text, max(0, quantity.span.start - 2)):
        return True
    if quantity.span.start > 1:
        return False
    return kind is BlockKind.NOTE or bool(_NUMBERED.match(unit.text, quantity.span.end))


def _is_parted(text: str, quantities: Sequence[Quantity]) -> bool:
    """Tell whether a whole and a part of it are counted: "van de 38 leden stemden er 33"."""
    starts = [quantity.span.start for quantity in quantities]
    return any(_WHOLE.search(text, 0, start) for start in starts) and any(
        _PART.search(text, 0, start) for start in starts
    )


def _share_nouns(text: str, quantities: Sequence[Quantity], counted: list[tuple[int, float] | None]) -> None:
    """Give a value before a change the noun of the value after it, or the other way round."""
    for place in range(len(quantities) - 1):
        one, other = quantities[place], quantities[place + 1]
        if not _ORIGIN.search(text, 0, one.span.start) or not _ONWARD.fullmatch(
            text, one.span.end, other.span.start
        ):
            continue
        fits = [found[1] for found in (counted[place], counted[place + 1]) if found is not None]
        if not fits:
            continue
        for number in (place, place + 1):
            own = counted[number]
            counted[number] = (quantities[number].span.end if own is None else own[0], max(fits))


def _values(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give what is no count and yet answers "hoeveel": a ratio, a share, and any value when no noun is counted."""
    yield from _ratios(question, unit, matcher)
    if question.asked is None:
        yield from _measures(unit, sized=_SIZE.search(fold(question.text)) is not None)
        if _OPEN.search(fold(question.text)):
            for fact in unit.reading.facts_in(unit.span, ExtractKind.AMOUNT, ExtractKind.SHARE):
                yield Candidate(fact.span, 0.95)
    elif re.search(r"\bvan de\b", question.text):
        for fact in unit.reading.facts_in(unit.span, ExtractKind.SHARE):
            yield Candidate(fact.span, 0.5)


def _ratios(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give parts of the asked things, or of people where those are spoken of: "1 op de 5 inwoners"."""
    asked = stem_of(question.asked) if question.asked else None
    held = [value for term, value in zip(matcher.terms, unit.local, strict=True) if term.part == ASKED]
    for match in _RATIO.finditer(unit.text):
        word = match["noun"] or ""
        word = "" if fold(word) in STOP_WORDS else word
        people = is_persons(fold(word)) and bool(held) and max(held) >= 0.5
        fits = asked is None or not word or same_noun(asked, word, matcher) or people
        span = Span(match.start(), match.end("ratio")).shift(unit.span.start)
        yield Candidate(span, 0.8 if fits else 0.2)


def _measures(unit: Unit, *, sized: bool) -> Iterator[Candidate]:
    """Give numbers with a unit of length, surface or weight behind them; where a size is asked no length of time."""
    for quantity in find_quantities(unit.text):
        if quantity.following and _MEASURE.match(quantity.following[0][0]):
            if sized and _TIME.match(quantity.following[0][0]):
                continue
            yield Candidate(Span(quantity.span.start, quantity.following[0][1]).shift(unit.span.start), 1.0)


def _read_noun(
    unit: Unit, quantity: Quantity, noun: str | None, matcher: Matcher
) -> tuple[int, float] | None:
    """Give where the counted noun ends and how well it is the one asked for; None when it is another."""
    if noun is None:
        return None
    asked = stem_of(noun)
    related = False
    for place, (word, end) in enumerate(_skip_times(quantity.following)):
        if place and fold(word) in cues.QUESTION_WORDS:
            if fold(word) not in _RELATION:
                return None
            related = True
        elif _is_fore(noun, quantity.following, place):
            continue
        elif same_noun(asked, word, matcher) or _ends_in(noun, word) or _ends_in(word, noun):
            if related:
                return quantity.span.end, _RELATED
            return end, _SAME if _is_whole_name(unit, noun, word) else _HEAD_ONLY
        elif not related and (same_counted(asked, word) or _is_other_head(unit, noun, word)):
            return end, _ALIKE
    return None


def _skip_times(following: Sequence[tuple[str, int]]) -> Sequence[tuple[str, int]]:
    """Give the words behind a number without "keer een": "drie keer een boete" are three of them."""
    opens = [fold(word) for word, _ in following[:2]]
    return following[2:] if opens in (["keer", "een"], ["maal", "een"]) else following


def _is_fore(noun: str, following: Sequence[tuple[str, int]], place: int) -> bool:
    """Tell whether a word is the first part of the asked noun, written apart from it: "kandidaat leden"."""
    head = fold(noun).removeprefix(fold(following[place][0]) + "-")
    return head != fold(noun) and place + 1 < len(following) and fold(following[place + 1][0]) == head


def _is_other_head(unit: Unit, noun: str, word: str) -> bool:
    """Tell whether a word is another name of the last part of the asked noun, where its first part is spoken of.

    "plaatsen" are "fietsplekken" in a sentence about "fietsparkeren".
    """
    first = first_part(stem_of(noun), word)
    return len(first) >= _LEAST_PART and first in fold(unit.text)


def _ends_in(noun: str, word: str) -> bool:
    """Tell whether a word is the last part of another as it is written: "leden" of "bestuursleden"."""
    return len(word) > 4 and fold(noun).endswith(fold(word))


def _is_whole_name(unit: Unit, asked: str, word: str) -> bool:
    """Tell whether a word is not just the last part of the asked noun, of which the rest is nowhere about.

    "80 leerlingen" are "zmlk-leerlingen" only where zmlk is spoken of.
    """
    fore = fold(asked).removesuffix(fold(word)).rstrip("-").removesuffix("s")
    if len(fore) < 3 or not fold(asked).endswith(fold(word)):
        return True
    reading = unit.reading
    around = (reading.text_of(unit.block), *reading.headings_of(unit.block), reading.document.title)
    return any(fore in fold(text) for text in around)

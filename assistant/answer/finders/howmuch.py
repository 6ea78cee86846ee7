"""Amounts and shares."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, find_pattern, same_noun, stem_of
from assistant.answer.finders.cellsums import find_cell_sums
from assistant.answer.finders.clauses import weigh_bound, weigh_reduction, weigh_target
from assistant.answer.finders.eras import part_values, weigh_time
from assistant.answer.matching import Matcher
from assistant.answer.payers import find_his_share
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import ExtractKind, Span

_PART_BEHIND = (
    r"(?! [a-zà-ÿ-]*(?:schijf|brug|tunnel|ronde|categorie|tranche|fase|keer|maal|partij|persoon|optie|variant|spoor|baan|scenario|pijler|"
    r"locatie|school|weg|lijn|kamer|poging|centrale|stap|jaar|kwartaal|plaats|plek|generatie|termijn|haven|gebouw|editie|groep|"
    r"klasse|lid|wethouder|schepen|kandidaat|kind|mogelijkheid|reden|doel|punt|vraag|project|maatregel|land|gemeente|stad)\b)"
)
"""What must not stand behind "een derde" for a part of something: before a thing it counts in a row ("een derde brug")."""
_FRACTION = re.compile(
    rf"\b(?:ruim |bijna |meer dan |minder dan )?(?:de helft|een (?:derde|vijfde)\b{_PART_BEHIND}|een kwart|twee derde|driekwart|"
    r"het merendeel|drie kwart|nul (?:percent|procent)|(?:\d+|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen) op de "
    r"(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|honderd|duizend))\b",
    re.IGNORECASE,
)


_RATES = ("tarief", "premie", "heffing", "korting", "rente")
"""Nouns for what is asked in money or as a share."""
_RATE_ASKED = re.compile(
    r"\bhoeveel (?:\w+ )?\w*(?:boete|toeslag|opslag|uitkering|korting|heffing|premie|belasting|rente)\b"
)
"""Questions for what is told in money or as a share of something else."""
_OF_ASKED = re.compile(r"\bhoeveel van (?:de|het) ")
"""A question for a part, which may be told as a sum or as a share."""
_GUILDERS = re.compile(r"(?<![\w.])(?:f|fl\.?|ƒ)\s?\d[\d.]*(?:,(?:\d\d|-+))")
_OLD_MONEY = re.compile(
    r"(?<![\w.,])\d[\d.]*(?:,\d+)?(?: (?:miljoen|miljard|mln\.?|mld\.?))? (?:gulden|dollars?|pond|frank|kronen|yen|roebel)\b"
)
_BARE_SHARE = re.compile(
    r"percentage van (?P<share>\d+(?:,\d+)?)(?![\d%]| ?(?:procent|percent|miljoen|euro))",
    re.IGNORECASE,
)


_NAMED_RATE = re.compile(
    r"\b(?:het )?(?:lage|hoge|verlaagde|verhoogde|algemene|normale|gewone|bijzondere) (?:[a-z]+-?)?tarief\b",
    re.IGNORECASE,
)
"""A rate by its name and not by its height."""
_TIMES = re.compile(r"\b(?:\d+|twee|drie|vier|vijf|zes|tien|twaalf) ?(?:keer|maal|x|×) $", re.IGNORECASE)
"""Words before a sum that is to be paid more than once: "twee keer 90 euro"."""
_UNIT_ASKED = re.compile(r"\b(?:per|één|elke?|ieder|iedere) (?P<noun>[^\W\d_]{3,})")
_UNIT = re.compile(
    r"(?:\s(?:bruto|netto|extra|subsidie))?\s(?:per|voor elke?|voor één) (?P<noun>[^\W\d_]{3,})"
)
_OTHER_UNIT, _NO_UNIT = 0.5, 0.85
"""What is left of a sum for something else than the one thing asked about ("per jaar"), and of one that names none."""
_LEVEL_ASKED = re.compile(r"^(?:op|tot|naar) (?:welke?|hoeveel)\b|\bkwam .*\buit\b")
_CHANGE_ASKED = re.compile(
    r"\bmet hoeveel\b|\bhoeveel (?:procent |percent )?(?:meer|minder|hoger|lager|duurder|goedkoper)\b"
)
_LEVEL = re.compile(r"\b(?:tot|naar|op) (?:maximaal |minimaal |ruim |circa |ongeveer |meer dan )?$")
_CHANGE = re.compile(r"\bmet (?:maximaal |minimaal |ruim |circa |ongeveer |meer dan )?$")
"""Words before the height of something and before what it changed by, and questions for them."""
_PART_ASKED = re.compile(
    r"\b(?:welke? (?:\w+ )?(?:deel|aandeel|gedeelte)|(?:procent|percent|percentage|aandeel) van)\b"
)
_GROWTH_ASKED = re.compile(
    r"\b(?:groei\w*|stijg\w*|steeg|stegen|daal\w*|daling|toenam\w*|toename|afnam\w*|afname)\b"
)
_GROWTH = re.compile(r"[+−]$")
_OTHER_SORT = 0.6
"""What is left of a value of the other sort: a change for a height, a growth for a part."""


def find_amounts(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give sums of money; of a payer whose clause tells only a share of one, that share."""
    his = find_his_share(question, unit)
    if his is not None:
        yield Candidate(his, 1.0)
        return
    found = [fact.span for fact in unit.reading.facts_in(unit.span, ExtractKind.AMOUNT)]
    found += [candidate.span for candidate in find_pattern(unit, _GUILDERS, 0, 1.0)]
    for candidate in find_pattern(unit, _OLD_MONEY, 0, 1.0):
        if not any(candidate.span.overlaps(span) for span in found):
            found.append(candidate.span)
    for cell in find_cell_sums(question, unit):
        if not any(cell.overlaps(span) for span in found):
            found.append(cell)
    for candidate in part_values(question, unit, found):
        span = candidate.span
        share = _weigh_sort(question, unit, span) * _weigh_unit(question, unit, span, matcher)
        times = _TIMES.search(unit.text, 0, span.start - unit.span.start)
        start = unit.span.start + times.start() if times else span.start
        yield replace(candidate, span=Span(start, span.end), fit=share)
    plain = fold(question.text)
    if (question.asked or "").endswith(_RATES) or _RATE_ASKED.search(plain) or _OF_ASKED.search(plain):
        yield from find_shares(question, unit, matcher)


def find_shares(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give percentages, and parts in words."""
    parts = list(find_pattern(unit, _FRACTION, 0, 0.9))
    parts += find_pattern(unit, _BARE_SHARE, "share", 0.9)
    if (question.asked or "").endswith("tarief"):
        parts += find_pattern(unit, _NAMED_RATE, 0, 0.9)
    for fact in unit.reading.facts_in(unit.span, ExtractKind.SHARE):
        if not any(fact.span.overlaps(part.span) for part in parts):  # "ruim de helft" says more than "helft"
            parts.append(Candidate(fact.span, 1.0))
    plain = fold(question.text)
    part = bool(_PART_ASKED.search(plain)) and not _GROWTH_ASKED.search(plain)
    fits = {part.span: part.fit for part in parts}
    for candidate in part_values(question, unit, list(fits)):
        share = _weigh_sort(question, unit, candidate.span)
        if part and _GROWTH.search(unit.text, 0, candidate.span.start - unit.span.start + 1):
            share *= _OTHER_SORT
        yield replace(candidate, fit=fits.get(candidate.span, 1.0) * share)


def _weigh_sort(question: Question, unit: Unit, span: Span) -> float:
    """Give the share of its fit that a value keeps beside one that is aimed at or reached, a height or a change."""
    plain, start = fold(question.text), span.start - unit.span.start
    share = weigh_target(question, unit, span) * weigh_bound(question, unit, span)
    share *= weigh_time(question, unit, span) * weigh_reduction(question, unit, span)
    if _CHANGE_ASKED.search(plain):
        return share * (_OTHER_SORT if _LEVEL.search(unit.text, 0, start) else 1.0)
    if _LEVEL_ASKED.search(plain):
        return share * (_OTHER_SORT if _CHANGE.search(unit.text, 0, start) else 1.0)
    return share


def _weigh_unit(question: Question, unit: Unit, span: Span, matcher: Matcher) -> float:
    """Give the share of its fit that a sum keeps by what it is for one of: "per gesprek", "per jaar"."""
    asked = _UNIT_ASKED.search(question.text)
    if asked is None:
        return 1.0
    own = _UNIT.match(unit.text, span.end - unit.span.start)
    if own is not None:
        same = same_noun(stem_of(asked["noun"]), own["noun"], matcher)
        return 1.0 if same else _OTHER_UNIT
    return 1.0 if re.search(r"\b(?:per|elke?|ieder|iedere)\b", unit.text) else _NO_UNIT

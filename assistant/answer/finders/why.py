"""Reasons, aims, manners and states: clauses that a conjunction or preposition opens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.answer.evidence import Unit
from assistant.answer.finders.agents import find_agents
from assistant.answer.finders.aimclauses import close_aim, is_complement
from assistant.answer.finders.announced import find_announced
from assistant.answer.finders.asides import INSIDE, find_asides
from assistant.answer.finders.candidate import Candidate
from assistant.answer.finders.lacks import find_lack
from assistant.answer.matching import Matcher
from assistant.answer.predicates import VERB
from assistant.answer.question import Question
from assistant.answer.states import STATE
from assistant.types import BlockKind, ExtractKind, Span


class _Opening:
    """What opens a clause, each one another."""

    __slots__ = ("pattern",)

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern


def _compile(*openings: str) -> _Opening:
    clauses = "|".join(openings).replace("[^.;]", INSIDE)
    return _Opening(re.compile(rf"\b(?P<clause>(?:{clauses}))", re.IGNORECASE))


@lru_cache(maxsize=20_000)
def _find_opened(opening: _Opening, text: str) -> tuple[tuple[int, str], ...]:
    """Give where clauses of an opening begin in a text, and what they say; those of the last texts are remembered."""
    return tuple((match.start("clause"), match.group("clause")) for match in opening.pattern.finditer(text))


_TO = r"(?:om (?!die reden|de tafel)[^.;]{2,200}?\bte \w+|(?<![a-zà-ÿ] )om te \w+)[^.;,]{0,120}"
"""An aim; right behind "om" its verb stands only where it opens a clause, as it else tells what a noun is for."""
_LEGAL = (
    r":? (?:(?:de|het|hoofdstuk|paragraaf|het bepaalde in|titel) ){0,2}(?:[\w-]+ ){0,2}?"
    r"(?:artikel(?:en|s)?|art\.|[\w-]*wet|[\w-]*wetboek|[\w-]*besluit|[\w-]*verordening|[\w-]*regeling|[\w-]*richtlijn)\b"
)
"""What a rule rests on, behind "gelet op": it gives the power to do it and no reason."""
# "onder meer omdat" is one reason of several: the short answer must say so too.
_BECAUSE = (
    r"(?:(?:onder meer|onder andere|mede|vooral|deels) )?(?:omdat|doordat|vanwege|wegens|dankzij|aangezien|als gevolg van|"
    r"ten gevolge van|mede door|in verband met|omwille van|naar aanleiding van|gezien (?:de|het)|"
    rf"gelet op(?!{_LEGAL})|want|"
    r"bij gebrek aan|uit (?:vrees|angst|zorg|bezorgdheid|onvrede|protest)|ter wille van|"
    r"ingegeven door|veroorzaakt door|te wijten aan|te danken aan|toe te schrijven aan)\b[^.;]{4,240}"
)
_FLOWS = (
    r"(?:(?<=voort uit )|(?<=voortvloeit uit )|(?<=voortvloeien uit )|(?<=voortgevloeid uit )|(?<=voortkomt uit )|(?<=voortkomend uit )|"
    r"(?<=dit komt )(?=door\b)|(?<=dat komt )(?=door\b)|(?<=dit kwam )(?=door\b)|(?<=dat kwam )(?=door\b))[^.;]{4,240}"
)
"""What stands behind "vloeit voort uit" and "dit komt"."""
_TURNED_OUT = r"(?:nadat|toen|nu) [^.;]{4,200}?\b(?:(?:is|was|zijn|waren) gebleken|gebleken (?:is|was)|blijkt|bleek|bleken)\b[^.;,]{0,80}"
"""What came to light first is why something was done: "nadat het cijfer onbetrouwbaar is gebleken"."""
_REASON_IS = r"(?:de|belangrijkste|een) (?:reden|oorzaak|aanleiding)\b[^.;]{4,240}"
_REASONS = ((_compile(_BECAUSE, _REASON_IS, _FLOWS), 1.0), (_compile(_TURNED_OUT), 0.8))
_ALL_REASONS = (
    (
        _compile(
            _BECAUSE,
            r"[^.;]{4,120}? (?:maakt|maakte|zorgt ervoor|zorgde ervoor|leidt ertoe|leidde ertoe) dat\b",
            _REASON_IS,
            _FLOWS,
            r"[^.;]{8,240}?(?=,? waardoor\b)",
            r"[^.;]{8,240}? (?:draagt|dragen|droeg|droegen) (?:\w+ )?(?:er|hier|daar)(?: \w+)? ?(?:aan|toe)(?: \w+)? bij\b",
        ),
        1.0,
    ),
    _REASONS[1],
)
_BEHIND_REASON = re.compile(
    r" (?:(?:maakt|maakte|zorgt ervoor|zorgde ervoor|leidt ertoe|leidde ertoe) dat|waardoor|draagt|dragen|droeg|droegen)\b",
    re.IGNORECASE,
)
"""What stands behind a reason that no word opens. Such a reason is looked for from every word on, which takes twenty
times as long, so only where this is."""
_AFTER = (
    r"na (?:(?:de|het|een|veel|herhaalde(?:lijke)?|aanhoudende) )?(?:[\w-]+e )?(?:vernietiging|intrekking|schorsing|klachten|bezwaar|bezwaren|"
    r"protest|protesten|kritiek|aandringen|signalen|meldingen|overlast|incident|incidenten|ongeluk|ongelukken|ongeval|ongevallen)\b"
    r"(?: (?:van|door|over|op|uit|tegen)\b[^.;]{0,160})?",
    r"op (?:last|aandringen|bevel|verzoek) van\b[^.;]{3,160}",
)
"""What came before it, or who wanted it, may be why something was done: "na klachten van bewoners"."""
_LIKELY_REASONS = (
    # "door" may also name who does it, "om te" an aim.
    (_compile(r"door (?:het|de|een|deze|te|gebrek|\w+ing)\b[^.;]{4,240}"), 0.65),
    (_compile(r"om (?:[\w-]+ ){0,3}[\w-]*redenen\b[^.;]{0,160}"), 0.65),
    (_compile(*_AFTER), 0.65),
    (
        _compile(
            r"door (?!vanwege|wegens|omdat|doordat|dankzij)(?:[a-zà-ÿ]+e )?[a-zà-ÿ]{5,}\b[^.;]{0,160}",
            _TO,
            r"(?:met het oog op|met (?:het|als) (?:doel|oogmerk))\b[^.;]{4,200}",
        ),
        0.6,
    ),
)
"""What names or may name a cause, with the fit of each: how often the clause is the reason asked for, on the
development questions. So are those of the aims and the manners."""
_INVERTED = re.compile(
    r"\b(?:\w*doel|doelstelling|doelen|ambitie|bedoeling)(?: (?:van|achter|met|voor|hiervan|daarvan) [^.;,]{3,90}?)?(?:(?: is| was| zijn)"
    r"(?: daarom| dan ook| vooral| steeds)? (?P<clause>[^.;]{3,220})| (?P<plain>(?:dat|om) [^.;]{3,220}))",
    re.IGNORECASE,
)
_AIMS = (
    (_compile(r"(?:heeft|hebben|had|met) (?:tot|als) doel\b[^.;]{3,220}"), 1.0),
    (
        _compile(
            r"zodat\b[^.;]{3,220}",
            r"(?:wil|wilde|wenst|hoopt|willen|wilden|hopen) (?:we|wij|men|ze|zij|hij|de|het|deze|dit)\b[^.;]{3,220}",
            r"[^.;]{3,160} (?:wil|willen) (?:zijn|worden|blijven|gaan|\w{5,}en)\b",
        ),
        0.9,
    ),
    (
        _compile(
            r"(?:bedoeld (?:om|voor|als)|bestemd voor|met het oog op|"
            r"ter (?:bevordering|verbetering|bescherming|voorkoming|ondersteuning|versterking|stimulering|vermindering|beperking|"
            r"bestrijding|waarborging) van|met als (?:doel|oogmerk|inzet)|"
            r"met het doel|gericht op|beoogt|beogen|streeft? naar|teneinde|opdat)\b[^.;]{3,220}"
        ),
        0.7,
    ),
    (
        _compile(
            r"(?:helpt|helpen|ondersteunt|ondersteunen|dient|dienen|zorgt voor|zorgen voor|zorgt ervoor dat|zorgen ervoor dat|"
            r"speelt in op|inspeelt op|inspelen op|gaat \w+ helpen|zich (?:vooral |met name )?richten? op|"
            r"richt(?:en)? zich (?:vooral |met name )?op|zet(?:ten)? (?:\w+ ){0,3}in op|werk(?:t|en) (?:\w+ ){0,2}aan|samenwerken aan|"
            r"de mogelijkheid om)\b[^.;]{3,220}",
        ),
        0.6,
    ),
    (
        _compile(
            r"(?:resulteert in|resulteren in|leidt tot|leiden tot|levert|leveren|draagt (?:\w+ )?bij aan|dragen (?:\w+ )?bij aan|"
            r"fungeert (?:\w+ )?als|versterkt|versterken|vergroot)\b[^.;]{3,220}"
        ),
        0.5,
    ),
    (
        _compile(
            _TO,
            r"(?:moet(?:en)?|zal|zullen|kan|kunnen) [^.;]{0,80}?(?:bijdragen|leiden|zorgen|voorkomen|versterken|verbeteren|opleveren|"
            r"vergroten|verminderen|bevorderen|stimuleren|ondersteunen)\b[^.;]{0,220}",
        ),
        0.45,
    ),
    (
        _compile(
            r"(?:(?:instrument|middel|hulpmiddel|platform|broedplaats\w*) (?:voor|om)|waarvoor|waarmee)\b[^.;]{3,220}"
        ),
        0.45,
    ),
)
"""What says what something is for, good for or leads to, or what somebody wants with it."""
_MANNERS = (
    (
        _compile(r"(?:via|door middel van|met behulp van|aan de hand van|op basis van|middels) [^.;]{3,160}"),
        1.0,
    ),
    (_compile(r"door [^.;]{2,200}?\bte \w+[^.;,]{0,100}"), 0.8),
    (
        _compile(
            r"(?:zo|hierbij|daarbij|hiermee|daarmee|hiervoor|daarvoor|daartoe) (?:word|zijn|is|kan|zet|hebben|heeft|werk|maak|ga)\w* "
            r"[^.;]{5,200}"
        ),
        0.55,
    ),
    (
        _compile(
            r"door (?:het |de |een )?[^.;]{5,160}",
            r"(?:met (?:een|de|het)|per (?:brief|post|mail|e-mail)|waarmee|digitaal|schriftelijk|mondeling|telefonisch)\b[^.;]{3,160}",
            r"(?:kan|kunnen|moet|moeten|dient|dienen) [^.;]{3,200}",
        ),
        0.5,
    ),
)
"""What says how: a means, what is done, or what somebody can or must do."""
_STRETCH = re.compile(r"[^;]+")
"""A clause; a full stop inside a sentence is one of an abbreviation or a number."""


def _clauses(unit: Unit, openings: Sequence[tuple[_Opening, float]]) -> Iterator[Candidate]:
    for opening, fit in openings:
        for start, clause in _find_opened(opening, unit.text):
            yield _candidate(unit, start, clause, fit)


def _candidate(unit: Unit, start: int, clause: str, fit: float) -> Candidate:
    start += len(clause) - len(clause.lstrip())
    return Candidate(Span(start, start + len(clause.strip().rstrip(" .,;"))).shift(unit.span.start), fit)


def find_reasons(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give clauses that say why; an aim ("om ... te") is a reason of the second rank.

    The reason may stand beside the fact: before a sentence with "daarom", or after it in one that
    opens with "dat komt doordat" or "de oorzaak is".
    """
    for found in _clauses(unit, _ALL_REASONS if _BEHIND_REASON.search(unit.text) else _REASONS):
        if not is_circular(unit, found.span, matcher):
            yield found
    for aside in find_asides(unit.text):
        yield _candidate(unit, aside.start, aside.of(unit.text), 1.0)
    agents = find_agents(unit)
    for found in _clauses(unit, _LIKELY_REASONS):
        start = found.span.start - unit.span.start
        lack = find_lack(unit.text, start)
        if lack is not None:
            yield replace(found, span=Span(lack + unit.span.start, found.span.end))
        elif found.span.start not in agents and not is_complement(unit.text, start):
            yield close_aim(unit, found)
    yield from _find_beside(unit)


def _find_beside(unit: Unit) -> Iterator[Candidate]:
    """Give the sentences beside a unit that say why: before "daarom", behind "er zijn twee redenen"."""
    spans = unit.reading.sentences(unit.block)
    text = unit.reading.document.text
    place = next((number for number, span in enumerate(spans) if span == unit.span), None)
    if place is None:
        return
    if place > 0 and _CONSEQUENCE.search(unit.text):
        # "Hierdoor" in the sentence before points one further back.
        first = place - 2 if place > 1 and _CONSEQUENCE.match(spans[place - 1].of(text)) else place - 1
        reason = Span(spans[first].start, spans[place - 1].end)
        if not _is_date_only(unit, reason):
            yield Candidate(reason, 0.8)
    for following in spans[place + 1 : place + 3]:
        if _EXPLANATION.match(following.of(text)):
            yield Candidate(following, 0.8)
            return
    yield from find_announced(unit)


def is_circular(unit: Unit, clause: Span, matcher: Matcher) -> bool:
    """Tell whether a clause takes as its ground just what is asked: "omdat de vertraging een besluit vroeg" for "waarom vertraagd?".

    The sentence must not say it outside the clause.
    """
    text, start = unit.text, max(0, clause.start - unit.span.start)
    if len(text[:start].split()) < _BEFORE_CLAUSE:
        return False  # what opens a sentence runs on into what it is the ground of
    comma = text.find(",", start, clause.end - unit.span.start)
    end = clause.end - unit.span.start if comma < 0 else comma
    held, rest = matcher.strengths(text[start:end]), matcher.strengths(f"{text[:start]} {text[end:]}")
    verbs = [place for place, term in enumerate(matcher.terms) if term.part == VERB]
    if len(matcher.terms) <= len(verbs) or matcher.coverage(held) < _MOST:
        return False
    if not verbs:
        return matcher.coverage(rest) <= _LITTLE
    return all(held[place] >= _SAYS > rest[place] for place in verbs)


_BEFORE_CLAUSE = 3
"""Words that must stand before a clause that can be one of its own."""
_SAYS, _MOST, _LITTLE = 0.5, 0.7, 0.2
"""How strongly a clause must say the asked verb, the share of the question that it must hold, and that the rest may."""


def _is_date_only(unit: Unit, span: Span) -> bool:
    """Tell whether a sentence says no more than a date."""
    text = unit.reading.document.text
    told = span.of(text)
    for fact in unit.reading.facts_in(span, ExtractKind.DATE):
        told = told.replace(fact.span.of(text), " ")
    return not re.search(r"\w{3,}", _DAY.sub(" ", told))


_DAY = re.compile(
    r"\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\b|\b(?:vanaf|per|met ingang van|tot|sinds|dat|was|het)\b",
    re.IGNORECASE,
)
_CONSEQUENCE = re.compile(
    r"\b(?:daarom|daardoor|hierdoor|vandaar|om die reden|om deze reden|dan ook)\b", re.IGNORECASE
)
_EXPLANATION = re.compile(
    r"(?:dat|dit|het) (?:(?:komt|kwam) (?!neer|overeen|ten|in)|heeft te maken|is het gevolg|ligt (?:aan|eraan))|"
    r"(?:niet alleen |vooral |mede |onder meer )?(?:vanwege|wegens|doordat|omdat|want|dankzij)\b|[^.,;]{2,60} (?:namelijk|immers)\b|"
    r"(?:de|een|belangrijkste) (?:\w+ )?(?:reden|oorzaak|aanleiding)|"
    r"(?:reden|oorzaak|aanleiding)\b|voor het \w+ zijn",
    re.IGNORECASE,
)


def find_aims(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give clauses that say what for."""
    for match in _INVERTED.finditer(unit.text):
        group = "clause" if match.group("clause") else "plain"
        yield _candidate(unit, match.start(group), match.group(group), 1.0)
    yield from _clauses(unit, _AIMS)


def find_manners(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give clauses that say how.

    In a heading the weakest of them belong to the noun before them: "Bruggen met een tolhuis", "Beheer door de stad".
    """
    heading = unit.reading.blocks.is_kind(unit.block, BlockKind.HEADING)
    yield from _clauses(unit, _MANNERS[:-1] if heading else _MANNERS)


def find_states(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give clauses that say how far something is."""
    text = unit.text
    for match in _STRETCH.finditer(text):
        # One pattern for both would try every place of a long stretch without such a word.
        if STATE.search(text, match.start(), match.end()):
            yield _candidate(unit, match.start(), match.group(), 1.0)

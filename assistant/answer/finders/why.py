"""Reasons, aims, manners and states: clauses that a conjunction or preposition opens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.evidence import Unit
from assistant.answer.finders.asides import INSIDE, find_asides
from assistant.answer.finders.candidate import Candidate
from assistant.answer.matching import Matcher
from assistant.answer.names import find_names
from assistant.answer.question import Question
from assistant.answer.states import STATE
from assistant.types import Span


def _compile(*openings: str) -> re.Pattern[str]:
    clauses = "|".join(openings).replace("[^.;]", INSIDE)
    return re.compile(rf"\b(?P<clause>(?:{clauses}))", re.IGNORECASE)


_TO = r"om (?!die reden|de tafel)[^.;]{2,200}?\bte \w+[^.;,]{0,120}"
# "onder meer omdat" is one reason of several: the short answer must say so too.
_BECAUSE = (
    r"(?:(?:onder meer|onder andere|mede|vooral|deels) )?(?:omdat|doordat|vanwege|wegens|dankzij|aangezien|als gevolg van|"
    r"ten gevolge van|mede door|in verband met|omwille van|naar aanleiding van|gezien (?:de|het)|gelet op|want|"
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
_LIKELY_REASONS = (
    # "door" may also name who does it, "om te" an aim.
    (_compile(r"door (?:het|de|een|deze|te|gebrek|\w+ing)\b[^.;]{4,240}"), 0.65),
    (_compile(r"door (?:[a-zà-ÿ]+e )?[a-zà-ÿ]{5,}\b[^.;]{0,160}", _TO, r"met het oog op\b[^.;]{4,200}"), 0.6),
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


def _clauses(unit: Unit, openings: Sequence[tuple[re.Pattern[str], float]]) -> Iterator[Candidate]:
    for pattern, fit in openings:
        for match in pattern.finditer(unit.text):
            yield _candidate(unit, match.start("clause"), match.group("clause"), fit)


def _candidate(unit: Unit, start: int, clause: str, fit: float) -> Candidate:
    start += len(clause) - len(clause.lstrip())
    return Candidate(Span(start, start + len(clause.strip().rstrip(" .,;"))).shift(unit.span.start), fit)


def find_reasons(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give clauses that say why; an aim ("om ... te") is a reason of the second rank.

    The reason may stand beside the fact: before a sentence with "daarom", or after it in one that
    opens with "dat komt doordat" or "de oorzaak is".
    """
    yield from _clauses(unit, _ALL_REASONS if _BEHIND_REASON.search(unit.text) else _REASONS)
    for aside in find_asides(unit.text):
        yield _candidate(unit, aside.start, aside.of(unit.text), 1.0)
    doers = _find_doers(unit) | {unit.span.start + made.end() for made in _CREDIT.finditer(unit.text)}
    yield from (found for found in _clauses(unit, _LIKELY_REASONS) if found.span.start not in doers)
    spans = unit.reading.sentences(unit.block)
    text = unit.reading.document.text
    place = next((number for number, span in enumerate(spans) if span == unit.span), None)
    if place is None:
        return
    if place > 0 and _CONSEQUENCE.search(unit.text):
        # "Hierdoor" in the sentence before points one further back.
        first = place - 2 if place > 1 and _CONSEQUENCE.match(spans[place - 1].of(text)) else place - 1
        yield Candidate(Span(spans[first].start, spans[place - 1].end), 0.8)
    for following in spans[place + 1 : place + 3]:
        if _EXPLANATION.match(following.of(text)) or _ANNOUNCED.search(unit.text):
            yield Candidate(following, 0.8)
            break


_CREDIT = re.compile(
    r"\b(?:geschreven|gefotografeerd|vertaald|opgetekend|geïllustreerd|vormgegeven|(?:foto|tekst|beeld|interview|illustratie|redactie)(?:['’]?s)?:?)"
    r" (?=door\b)",
    re.IGNORECASE,
)
"""Before "door" and who made a text or a picture: no reason."""
_BY = re.compile(r"\bdoor (?:(?:de|het|een) )?(?:(?!van |in |met |voor )[a-zà-ÿ-]+ ){0,2}$")


def _find_doers(unit: Unit) -> frozenset[int]:
    """Give where "door" begins before the name of who does it: "geopend door minister Vos" gives no reason."""
    found = (
        _BY.search(unit.text, 0, name.span.start)
        for name in find_names(unit.reading, unit.span)
        if name.kind in ("person", "organisation")
    )
    return frozenset(unit.span.start + match.start() for match in found if match)


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
_ANNOUNCED = re.compile(
    r"\b(?:oorzaken|redenen)\b[^.]{0,60}[.:]$|\b(?:een|de|belangrijkste) (?:oorzaak|reden)\b[^.]{0,60}[.:]$"
)


def find_aims(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give clauses that say what for."""
    for match in _INVERTED.finditer(unit.text):
        group = "clause" if match.group("clause") else "plain"
        yield _candidate(unit, match.start(group), match.group(group), 1.0)
    yield from _clauses(unit, _AIMS)


def find_manners(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give clauses that say how."""
    yield from _clauses(unit, _MANNERS)


def find_states(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give clauses that say how far something is."""
    text = unit.text
    for match in _STRETCH.finditer(text):
        # One pattern for both would try every place of a long stretch without such a word.
        if STATE.search(text, match.start(), match.end()):
            yield _candidate(unit, match.start(), match.group(), 1.0)

"""Places: regions that extraction knows, names after a preposition of place, addresses."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from assistant.answer.enumerations import find_enumerations
from assistant.answer.evidence import Unit
from assistant.answer.finders.called import find_called
from assistant.answer.finders.candidate import Candidate, find_labelled, find_pattern, words_of
from assistant.answer.finders.levels import PLACE_LEVELS, level_fits
from assistant.answer.finders.seats import weigh_seat
from assistant.answer.finders.which import join_items
from assistant.answer.matching import Matcher
from assistant.answer.names import find_names, is_thing
from assistant.answer.parties import find_players
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Extract, ExtractKind, RegionValue, Span

_STREETS = "laan|straat|weg|plein|kade|dreef|singel|gracht|steenweg|baan|markt|hof|dijk|pad|park"
_ADDRESS = re.compile(rf"\b[A-ZÀ-Þ][\w'’.-]*(?:{_STREETS}) \d+\w?(?:,? \d{{4}} ?[A-Z]{{0,2}} [A-Z][\w'-]+)?")
_LABELLED = re.compile(
    r"^(?:locatie|plaats|adres|waar)(?: [\w ]{1,20})?: (?P<place>[^;\n]{3,80})", re.IGNORECASE
)
_PLACED = re.compile(
    r"\b(?:in|te|naar|op|uit|vanuit|bij|richting|nabij|tussen|regio|gemeente|provincie)(?: (?:de|het|den))? ?$"
)
_NAMED = re.compile(r"\b(?P<link>in|te|naar|op|uit|vanuit|bij|nabij|zoals)(?: (?:de|het|den))? $")
_ADJECTIVE = re.compile(r"(?:sche|se|s|ers|er)$")
_BUILT = re.compile(
    r"\b(?P<place>(?:[A-ZÀ-Þ][\w'’-]* )*(?:[A-ZÀ-Þ][\w'’-]*(?:laan|plein|hal|gebouw|straat|kade|markt|toren|huis|zaal|"
    r"steenweg|singel|dreef|park|station|kazerne|abdij)|Grote Markt)\b(?:,? (?:te |in |\()?[A-ZÀ-Þ][a-zà-ÿ-]+\)?)?)"
)
"""Streets, squares and buildings, with the town behind them."""
_NOWHERE = re.compile(
    r"\b(?P<place>virtueel|online|digitaal|(?:via |over )(?:Microsoft )?(?:Teams|Zoom|Skype|Webex))\b"
)
"""Where a meeting is that is held in no place."""
_SITE_ASKED = re.compile(
    r"\b(?:aan(?:vragen|gevraagd)|vinden|vind|terug(?:vinden|gevonden)|raadpleg\w*|geraadpleegd|download\w*|gedownload|inschrijven|aanmelden|"
    r"melden|gemeld|indienen|ingediend|bekijken|nalezen|lezen|registreren|inloggen|gepubliceerd|bekendgemaakt|invullen)\b"
)
"""A question for where to ask, read or hand in something, which a web address may answer."""
_WEB = re.compile(
    r"\b(?:via|op|naar|bij) (?:(?:de|het) (?:website|site|pagina|webpagina|portaal|portal) )?"
    r"(?P<place>(?:https?://)?(?:www\.)?[a-z][\w-]*(?:\.[a-z][\w-]*)*\.(?:nl|be|eu|com|org|net|vlaanderen|brussels|frl)\b(?:/[\w./-]*\w)?)"
)
_QUARTER = re.compile(
    r"\b(?P<place>(?:(?:noord|oost|zuid|west|midden)\w*|\w*centrum) van (?:de |het )?[A-ZÀ-Þ][\w-]+)"
)
_HOUSES = (
    r"(?:kantoor|gebouw|huis|hal|zaal|school|station|museum|kerk|kazerne|bibliotheek|remise|loods|fabriek|paleis|theater|"
    r"stadion|terrein|hotel|ziekenhuis|kasteel|abdij|molen|hangar|labo|laboratorium|zijde|kant|site|campus|park)"
)
_NAMED_HOUSE = re.compile(
    rf"\b(?:in|op|te|naar|bij|vanuit|nabij) (?:(?:de|het|een) )?(?P<place>(?:[a-zà-ÿ-]*(?:{_HOUSES}|centrum|café|bad)) "
    r"(?:(?:De|Het|Den|'t|’t) )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*(?: aan (?:de|het) [A-ZÀ-Þ][\w’'-]*(?: \d+)?)?(?: (?:in|te) [A-ZÀ-Þ][\w’'-]+)?)"
)
"""A building by its noun and name, with its street: "dorpshuis De Linde aan de Kerkweg"."""
_PLAIN = re.compile(
    rf"\b(?:in|op|te|naar|bij|aan|vanuit|vanop|nabij) (?:de|het|een) (?P<place>(?:[a-zà-ÿ-]+e )?[a-zà-ÿ-]*{_HOUSES}"
    r"(?: (?:van|in|te) (?:de |het )?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*)?)(?![\w-])"
)
"""Buildings by a common noun, with what they are of: "het stadskantoor van Broekerlo"."""
_LANDS = re.compile(r" (?:land|stad|gemeente|regio|provincie|deelstaat|dorp|streek|kust|grensstreek)\b")
_OWN_PATTERNS = frozenset("straat plein laan".split())
"""Nouns that a town or country does not answer."""
_SPOTS = frozenset(
    "campus station haven wijk buurt park terrein gebouw zaal school ziekenhuis brug site".split()
)
_BEYOND_SPOT, _BEYOND_HOUSE = 0.7, 0.35
"""Shares left to a town or country where a spot in it, and where a house is asked for."""
_IN_NAME, _LOOSE = 0.6, 0.8
"""Shares left to a place inside the name of an organisation, and to a name behind "op", "bij" or "uit"."""
_SITE = re.compile(
    r" (?:Airport|Campus|CS|Centraal|Station|Haven|Park|\w+park|\w+terrein|Port)$", re.IGNORECASE
)
"""What a name of a place ends in, also where it is the name of a body too."""
_SITE_SHARE = 0.95
_OF_LAND = re.compile(r"^(?:[A-Z]?[a-z]+ )?[Ww]elke? [A-ZÀ-Þ][a-zà-ÿ]+se [a-z]")
"""A question for a part of a land, which no land answers: "welke Duitse regio"."""
_OF_NO_LEVEL = 0.45
"""Share left to a name of which no level is known, where a town or a country is asked for."""
_CONTINENTS = frozenset({"werelddeel", "continent"})
"""Nouns that a part of one answers too: "Zuid-Oost-Azië" is no region that is known."""
_ADDRESSED = 0.9
"""How well one to whom something is handed in answers "waar"."""
_HOUSED = frozenset("gebouw zaal kantoor pand".split())
"""Nouns that no region answers."""
_BROAD = frozenset("land landen provincie provincies stad gemeente gemeenten dorp deelstaat regio".split())
"""Nouns that do not ask for a building or street."""


def find_places(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give places of the level that is asked for."""
    if question.asked is not None and question.asked.endswith("adres"):
        yield from find_pattern(unit, _ADDRESS, 0, 1.0)
        return
    if question.asked is None:
        yield from _together(unit)
        yield from find_pattern(unit, _LABELLED, "place", 1.0)
        yield from find_pattern(unit, _NOWHERE, "place", 0.6)
        if _SITE_ASKED.search(fold(question.text)):
            yield from find_pattern(unit, _WEB, "place", 0.95)
        for player in find_players(question, unit):
            yield replace(player, fit=player.fit * _ADDRESSED)
    yield from find_labelled(question, unit)
    if question.asked not in PLACE_LEVELS:
        yield from find_called(question, unit)
    if question.asked not in _BROAD:
        yield from _find_buildings(unit)
        yield from find_pattern(unit, _QUARTER, "place", 0.95)
        yield from find_pattern(unit, _PLAIN, "place", 0.7)
    if question.asked in _OWN_PATTERNS:
        return
    for region in _regions(question, unit):
        yield replace(region, fit=region.fit * weigh_seat(question, unit, region.span, matcher))
    yield from _named_places(question, unit)
    yield from _place_at_end(question, unit)


def _find_buildings(unit: Unit) -> Iterator[Candidate]:
    """Give streets, squares and buildings, those with a noun and a name whole."""
    houses = list(find_pattern(unit, _NAMED_HOUSE, "place", 1.0))
    yield from houses
    for built in find_pattern(unit, _BUILT, "place", 0.95):
        if not any(house.span.covers(built.span) for house in houses):
            yield built


def _regions(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the regions of the asked level that the question does not name itself; one inside a name fits less."""
    known = words_of(question)
    bodies = [fact.span for fact in unit.reading.facts_in(unit.span, ExtractKind.ORGANISATION)]
    sites = [] if question.asked in PLACE_LEVELS else _sites(unit, bodies)
    within_land = bool(_OF_LAND.match(question.text))
    for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION):
        if not level_fits(question.asked, fact) or _is_known(fold(fact.text), known):
            continue
        if within_land and isinstance(fact.value, RegionValue) and fact.value.level == "land":
            continue
        within = any(body.covers(fact.span) and body.start < fact.span.start for body in bodies)
        spot = _BEYOND_HOUSE if question.asked in _HOUSED else _BEYOND_SPOT
        share = (_IN_NAME if within else 1.0) * (spot if question.asked in _SPOTS else 1.0)
        site = next((site for site in sites if site.covers(fact.span)), fact.span)
        yield Candidate(
            site,
            _fit_of(unit, replace(fact, span=site)) * share * (1.0 if site == fact.span else _SITE_SHARE),
        )


def _is_known(region: str, known: Collection[str]) -> bool:
    """Tell whether the question names a region, also by its adjective: "Oostenrijkse"."""
    return region in known or any(
        word.startswith(region) and word.endswith("se") and len(word) < len(region) + 4 for word in known
    )


def _sites(unit: Unit, bodies: Sequence[Span]) -> list[Span]:
    """Give the names that can hold a region and are places of their own: "Eindhoven Airport", "Greenport Venlo"."""
    names = [(name, name.span.shift(unit.span.start)) for name in find_names(unit.reading, unit.span)]
    return [
        span
        for name, span in names
        if name.kind != "person"
        and (_SITE.search(name.text) or span not in bodies)
        and not is_thing(name.text)
        and " in " not in name.text
    ]


_AMONG = re.compile(
    r"\b(?:(?:een|één) van de (?:\w+ )?|de |het )[a-zà-ÿ]+ste?(?:n)? (?:[\w-]+ ){1,3}(?:in|van|ter) (?:heel |gans )?$"
)
"""What stands before the land among whose things one is ranked: "een van de oudste bedrijven in België"."""
_RANKED = 0.35


def _fit_of(unit: Unit, fact: Extract) -> float:
    """Give how well a region answers "waar": best after a preposition, least as an adjective ("Brabantse")."""
    name = fact.value.name if isinstance(fact.value, RegionValue) else fact.text
    if fold(fact.text) != fold(name) and _ADJECTIVE.search(fact.text) and " " not in fact.text:
        return 0.3
    before = unit.text[max(0, fact.span.start - unit.span.start - 90) : fact.span.start - unit.span.start]
    if _AMONG.search(before):
        return _RANKED
    return 1.0 if _PLACED.search(before[-30:]) else 0.65


def _together(unit: Unit) -> Iterator[Candidate]:
    """Give places that stand together as one answer: "vestigingen in Eindhoven en Enschede"."""
    for enumeration in find_enumerations(unit.text):
        items = [item.shift(unit.span.start) for item in enumeration.items]
        facts = [unit.reading.facts_in(item, ExtractKind.REGION) for item in items]
        if all(facts) and all(len(item.of(unit.reading.document.text).split()) < 4 for item in items):
            names = join_items([item.of(unit.reading.document.text) for item in items])
            yield Candidate(enumeration.span.shift(unit.span.start), 1.0, names)


def _named_places(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give other names after a preposition of place: buildings, campuses, streets."""
    share = _OF_NO_LEVEL if question.asked in PLACE_LEVELS.keys() - _CONTINENTS else 1.0
    regions = {fact.span for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)}
    for name in find_names(unit.reading, unit.span):
        if name.span.shift(unit.span.start) in regions or name.kind == "person" or is_thing(name.text):
            continue
        before = unit.text[max(0, name.span.start - 16) : name.span.start]
        if question.asked in _SPOTS and question.asked in (
            fold(before.split(" ")[-2:][0]),
            *fold(name.text).split(),
        ):
            yield Candidate(name.span.shift(unit.span.start), 1.0)
            continue
        placed = _NAMED.search(before)
        if placed:
            loose = placed["link"] in ("op", "uit", "bij")
            yield Candidate(name.span.shift(unit.span.start), 0.8 * share * (_LOOSE if loose else 1.0))
        elif question.asked is not None and fold(name.text.split()[0]) == question.asked:
            yield Candidate(name.span.shift(unit.span.start), 1.0)


def _place_at_end(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the place that closes an ascription ("Karin Vos, rector Grenscollege, Turnhout"), here or below."""
    reading = unit.reading
    for block in range(unit.block, min(unit.block + 2, len(reading.blocks))):
        tail = reading.text_of(block)
        if len(tail) > 110 or "," not in tail:
            continue
        start = reading.blocks[block].span.start
        for fact in reading.facts_in(reading.blocks[block].span, ExtractKind.REGION):
            if fact.span.end - start >= len(tail.rstrip(" .")) - 1 and level_fits(question.asked, fact):
                yield Candidate(fact.span, 0.8 if block == unit.block else 0.5)

"""Where "door" stands before those who do something and not before a reason: "geopend door minister Vos", "gedekt door de gemeenten"."""

from __future__ import annotations

import re

from assistant.answer.cues import ORGANISATION_NOUNS, PERSON_NOUNS
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import is_persons
from assistant.answer.names import find_names
from assistant.answer.nounphrases import is_body
from assistant.dutch import fold
from assistant.dutch.verbs import find_infinitive


def find_agents(unit: Unit) -> frozenset[int]:
    """Give where "door" begins before a name or the noun of who does it, or of who made a text or a picture."""
    made = {unit.span.start + found.end() for found in _CREDIT.finditer(unit.text)}
    return _find_named(unit) | _find_nouns(unit) | _find_attributes(unit) | made


def _find_attributes(unit: Unit) -> frozenset[int]:
    """Give where "door" begins before a body whose deed stands as an adjective: "door het bestuur aangewezen organisatie"."""
    return frozenset(
        unit.span.start + found.start()
        for found in _ATTRIBUTE.finditer(unit.text)
        if is_body(fold(found["noun"])) and find_infinitive(fold(found["done"]).removesuffix("e")) is not None
    )


_ATTRIBUTE = re.compile(
    r"\bdoor (?:(?:de|het|een|onze|alle) )?(?:[a-zà-ÿ-]+e )?(?P<noun>[a-zà-ÿ-]+)(?: van [^,;.:]{3,50}?)? "
    r"(?P<done>(?:[a-zà-ÿ]{2,9}ge|ge|be|ver|ont|her)[a-zà-ÿ]{2,20}(?:[dt]e?|en)) [a-zà-ÿ]{3,}"
)


_CREDIT = re.compile(
    r"\b(?:geschreven|gefotografeerd|vertaald|opgetekend|geïllustreerd|vormgegeven|(?:foto|tekst|beeld|interview|illustratie|redactie)(?:['’]?s)?:?)"
    r" (?=door\b)",
    re.IGNORECASE,
)
"""Before "door" and who made a text or a picture: no reason."""
_BY = re.compile(r"\bdoor (?:(?:de|het|een) )?(?:(?!van |in |met |voor )[a-zà-ÿ-]+ ){0,2}$")


def _find_named(unit: Unit) -> frozenset[int]:
    """Give where "door" begins before the name of who does it: "geopend door minister Vos" gives no reason."""
    found = (
        _BY.search(unit.text, 0, name.span.start)
        for name in find_names(unit.reading, unit.span)
        if name.kind in ("person", "organisation")
    )
    return frozenset(unit.span.start + match.start() for match in found if match)


def _find_nouns(unit: Unit) -> frozenset[int]:
    """Give where "door" begins before those who do it in a passive sentence: "gedekt door de gemeenten"."""
    if not _is_passive(unit.text):
        return frozenset()
    return frozenset(
        unit.span.start + found.start()
        for found in _AGENT.finditer(unit.text)
        if (noun := fold(found["noun"])) in _DOING or is_persons(noun) or noun.endswith(_POSTS)
    )


_PASSIVE = re.compile(r"\b(?:wordt|worden|werd|werden)\b", re.IGNORECASE)
_BEEN = re.compile(r"\b(?:is|zijn|was|waren)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(r"\b(?!geweest\b|gebleken\b)(?:\w{2,9}ge|ge|be|ver|ont|her|er)\w{2,20}(?:[dt]|en)\b")


def _is_passive(text: str) -> bool:
    """Tell whether something is done to somebody or something in a sentence."""
    if _PASSIVE.search(text):
        return True
    return bool(_BEEN.search(text)) and any(find_infinitive(fold(word)) for word in _PARTICIPLE.findall(text))


_AGENT = re.compile(
    r"\bdoor (?:(?:de|het|[eé][eé]n of (?:meer(?:dere)?|twee)|een|onze|alle) )?(?:[a-zà-ÿ-]+e ){0,2}(?P<noun>[a-zà-ÿ-]+)\b",
    re.IGNORECASE,
)
_POSTS = ("manager", "managers", "directeur", "directeuren", "adviseurs", "ambtenaren", "medewerkers")
"""Ends of compounds of those who do something."""
_DOING = ORGANISATION_NOUNS | PERSON_NOUNS

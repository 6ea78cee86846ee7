"""Phrases that say how a deed stands: planned, going on, ready, late, promised, denied.

Each is looked for only where a cue (`words.toml`) or a letter of the sentence gives reason to.
"""

from __future__ import annotations

import re

MEANT = re.compile(r"\b(?:de intentie|het voornemen|de ambitie|plannen|het plan)\b", re.IGNORECASE)
DELAYED = re.compile(
    r"\b(?:vertraagd|vertraging (?:op\b|opge)|(?:loopt|lopen|liep|liepen|heeft|hebben)\b[^.,;]{0,40}\bvertraging|"
    r"uitgesteld|verschoven|opgeschoven|doorgeschoven|loopt achter|lopen achter|achter op schema|later dan gepland|"
    r"schui(?:ft|ven) (?:\w+ ){0,6}?(?:op|door))\b",
    re.IGNORECASE,
)
WRITTEN = re.compile(
    r"\b(?:vastgelegd|opgenomen|geregeld|bepaald|beschreven|voorzien) in (?:de|het|een|artikel)\b"
)
"""What stands in a law or a list is no deed, unless somebody "heeft" put it there."""
LAID_DOWN = re.compile(
    r"\b(?:artikel|art\.|onderdeel|paragraaf|hoofdstuk|bijlage|lid|[a-z]*wet|decreet|verordening|richtlijn|reglement)\b",
    re.IGNORECASE,
)
"""Where something is laid down; what "is bepaald" there is a rule."""
OWN_TEXT = re.compile(
    r"(?:In|Bij) (?:deze|dit|onderhavige?|bijgaande?|onderstaande?|bovenstaande?) (?:aanwijzing|besluit|circulaire|richtlijn|"
    r"hoofdstuk|paragraaf|onderdeel|bijlage|brief|nota|beleidsregel|tabel|overzicht|handleiding|regeling|notitie|deel|artikel)\b"
)
"""What a text says of itself: "In deze nota wordt beschreven"."""
PROVIDED = re.compile(r"\bvoorzien(?: in\b|[.,;)]|$)")
GRANTED = re.compile(r"\b(?:goedkeuring|toestemming|groen licht)\b")
"""What somebody gives who decides."""
USUAL = re.compile(
    r"\b(?:vaak|veelal|meestal|doorgaans|gewoonlijk|telkens|in de regel|in beginsel|over het algemeen|in dat geval|in die gevallen)\b",
    re.IGNORECASE,
)
"""What is told of what mostly happens, or may happen, is no deed."""
NEGATED = re.compile(r"\bword(?:t|en) (?:\w+ ){0,2}?(?:niet|geen)\b")
MISSED = re.compile(
    r"\b(?:niet|geen|onvoldoende)\b[^.;]{0,60}?\b(?:gehaald|behaald|gerealiseerd|bereikt|gelukt|waargemaakt|nagekomen|uitgevoerd)\b"
    r"|\bmislukt\b|\bstopgezet\b|\bniet doorgegaan\b",
    re.IGNORECASE,
)
INTENDED = re.compile(
    r"\b(?:van plan|voornemens|voornemen|gepland|voorzien|verwacht|op de planning|op de agenda|bereid)\b",
    re.IGNORECASE,
)
SCHEDULED = re.compile(
    r"\b(?:in)?gepland\b|\bvoorzien\b|\bverwacht\b|\bop de (?:planning|agenda)\b", re.IGNORECASE
)
PROMISED = re.compile(r"\b(?:toegezegd|beloofd|voorgenomen|afgesproken|overeengekomen)\b", re.IGNORECASE)
AGREED = re.compile(r"\b(?:afgesproken|overeengekomen|toegezegd) (?:dat|om|te)\b", re.IGNORECASE)
AIM = re.compile(
    r"\b(?:doel|doelstelling|streven|ambitie|bedoeling|voornemen|inzet|plan)\s+(?:is|blijft)\s+(?:nog\s+)?(?:(?:het|er)\s+)?(om|dat)\b|"
    r"\bis\s+(?:het|de|onze)\s+(?:doel|streven|ambitie|bedoeling|voornemen|plan)\s+(?:nu\s+)?(om|dat)\b|"
    r"^(?:het|dit)\s+is\s+de\s+bedoeling\s+(?:\w+\s+){0,2}?(om|dat)\b",
    re.IGNORECASE,
)
DUE = re.compile(r"\b(?:uiterlijk|vóór|tegen (?:eind|begin|medio|\d|volgend))", re.IGNORECASE)
CONDITION = re.compile(
    r"(?:Als|Indien|Wanneer|Zolang|Tenzij|Mits)\b(?! (?:partner|deel|gevolg|onderdeel|eerste)\b)"
)
"""What is done on a condition is a rule, unless "wij" do it."""
SPEECH = frozenset("vragen melden bevestigen stellen signaleren vermelden geven rapporteren noteren".split())
SAID = frozenset("of dat waarom wat hoe wanneer".split())
NOT_YET = re.compile(r"\bnog (?:niet|geen)\b", re.IGNORECASE)
ENDED = re.compile(r"\b(?:afgerond|voltooid|klaar|gereed|beëindigd|rond)\b", re.IGNORECASE)
NOT = re.compile(r"\b(?:niet|nooit)\s+\w+$")
NOW = re.compile(
    r"\b(?:nu|momenteel|thans|al|reeds|inmiddels|sinds|nog steeds|dagelijks|regelmatig|hierbij|daarbij)\b",
    re.IGNORECASE,
)
INTENT = frozenset(
    """voorzien invoeren oprichten zorgen maken afschaffen hervormen uitbreiden uitbouwen omvormen vereenvoudigen verlagen
    verhogen verminderen kiezen inzetten onderzoeken streven mikken nagaan uitrollen versnellen verlengen beperken
    verplichten vervangen vernieuwen herzien aanpassen afbouwen schrappen opstarten lanceren uittrekken vrijmaken
    uitwerken opstellen verankeren bekijken herbekijken evalueren aanpakken optrekken halveren terugdringen
    bestuderen moderniseren actualiseren verbeteren toezeggen beloven""".split()
)
"""What "wij" do that is not done while it is said: in the present it is an intention."""
BUSY = re.compile(
    r"\b(?:in gesprek|bezig|aan de slag|gaande|in uitvoering|in voorbereiding|in de maak|in ontwikkeling|"
    r"in volle gang|onderweg|lopende|in opbouw|in opmaak|in aanbouw|aan het)\b",
    re.IGNORECASE,
)
READY = re.compile(
    r"\b(?:gereed|klaar|van start|operationeel|een feit|rond|open|opgeleverd)\b", re.IGNORECASE
)
LATER = re.compile(
    r"\b(?:binnenkort|straks|komend[e]?|volgend[e]?|aankomend[e]?|uiterlijk|later|daarna|vervolgens|nadien|zodra|"
    r"op termijn|in de toekomst)\b",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:van start|aan de slag|in gesprek|in overleg|door met|verder met|na|op zoek|over tot|open)\b"
)

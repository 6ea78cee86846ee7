"""Questions for a size: "hoe breed", "hoe zwaar", "hoe snel", with the units that can answer them."""

from __future__ import annotations

import re

THINGS = (
    r"(?:torens?|gebouw(?:en)?|brug(?:gen)?|tunnels?|routes?|weg(?:en)?|pad(?:en)?|lijn(?:en)?|traject(?:en)?|muur|muren|rivier(?:en)?|"
    r"kanaal|kanalen|dijk(?:en)?|park(?:en)?|terrein(?:en)?|gebied(?:en)?|zaal|zalen|hal(?:len)?|boom|bomen|(?:wind)?molens?|"
    r"(?:wind)?turbines?|straat|straten|sluis|sluizen|dam(?:men)?|kade[ns]?|viaduct(?:en)?|mast(?:en)?|wal(?:len)?|tribunes?|flats?)"
)
"""Things that have a length, height or size of their own."""
_BE = r"(?:is|zijn|was|waren|wordt|worden|werd|werden|mag|mogen|mocht|moet|moeten|moest|kan|kunnen)"
_THE = r"(?:de|het|een|deze|dit|die|dat|onze)"
_NOT_BROAD = (
    r"(?!.*\b(?:draagvlak|steun|\w*kloof|\w*crisis|straf(?:fen)?|\w*last(?:en)?|taak|taken|\w*concurrentie|coalitie|\w*industrie|\w*aanbod|"
    r"debat|welkom|onthaal|\w*belasting|\w*druk|\w*zorg(?:en)?|verdriet|inzet|\w*belangen|interesse|kritiek|blik|scope|doelgroep|"
    r"\w*opgaven?|\w*schok|verschil(?:len)?|\w*examens?|\w*opleiding(?:en)?|gevolgen|problem\w*|wond(?:en)?|indruk|wens(?:en)?|"
    r"ingrepen?|ingreep|eisen|getroffen|geraakt|gestraft|gewond|bestraft|belast|geworteld|verankerd|verdeeld|gedragen|buidel|"
    r"\w+(?:heid|schap|teit|isme|atie|itie)|\w*werk|\w*schade|rol|\w*procedures?|\w*regels?|\w*controles?|\w*regeling|economie|sector)\b)"
)
"""Nothing that is broad, heavy, deep or warm only in a manner of speaking."""
_MOVING = r"(?:rijdt|rijden|reed|reden|vaart|varen|voer|vliegt|vliegen|vloog|fietst|fietsen|stroomt|waait|draait|draaien)"
_MOVERS = (
    r"(?:treinen|trein|tram|trams|bus|bussen|auto|auto's|schip|schepen|boot|boten|metro|ferry|\w*veer|veerboot|vliegtuig|vliegtuigen|"
    r"e-bikes?|internet|internetverbinding|glasvezel\w*|drones?|raket)"
)
PLACED = r"(?: (?:in|over|van|tussen|bij|door|langs|op|naar|onder|aan|rond) .*)?$"
"""What may follow a thing of which the length is asked: no word that it is so with it, such as "dicht" or "gratis"."""
SIZE_ASKED = (
    rf"\bhoe (?:breed|smal|diep|dik|zwaar|warm|heet|koud|luid) {_BE}\b{_NOT_BROAD}|"
    rf"\bhoe (?:diep|hoog) (?:ligt|liggen|lag|lagen) {_THE} (?:[\w-]+e )?[\w-]*(?:{THINGS}|water|grondwater|bodem|kabels?|leiding(?:en)?)\b|"
    rf"\bhoe hoog (?:zijn|waren|wordt|worden|werd|werden|mogen|moeten|kunnen) (?:{_THE} )?(?:[\w-]+e ){{0,2}}[\w-]*{THINGS}\b|"
    rf"\bhoe (?:snel|hard) {_MOVING}\b|\bhoe (?:snel|hard) (?:is|zijn|gaat|gaan) {_THE} (?:[\w-]+e )?{_MOVERS}\b|"
    rf"\bhoe (?:snel|hard) {_BE} .*\b(?:rijden|varen|vliegen|fietsen)$|"
    r"\bhoe ver is het (?:fietsen |lopen |rijden )?(?:van|naar|tot)\b|\bhoe ver .*\b(?:van elkaar|vandaan|verwijderd)$"
)
"""Questions for a size that is told in a unit; folded."""
_HOW = re.compile(
    r"\bhoe (?P<how>breed|smal|hoog|diep|dik|zwaar|warm|heet|koud|luid|snel|hard|ver|lang|groot) "
)
_IN_UNIT = re.compile(
    r"\bin (?:de )?(?:verdiepingen|etages|lagen|euro|procent(?:en)?|uren|uur|minuten|dagen|jaren|maanden|aantallen?)\b"
)
_SIZED_THING = re.compile(rf"\b[\w-]*{THINGS}\b|\b[an]\d{{1,3}}\b")
_AREAS = re.compile(
    r"\b(?:\w*gemeente|stad|dorp|eiland|wijk|provincie|regio|\w*plas|\w*meer|bos|\w*natuur\w*|\w*tuin|\w*veld|\w*plein|perceel|"
    r"percelen|kavels?|polder|zonnepark|zonneveld|begraafplaats|haven)\b"
)
_LENGTH = r"(?:verdiepingen|etages|bouwlagen|woonlagen|(?:kilo|centi|milli|deci)?meters?|[kcmd]?m|mijl|voet)(?![²³23]|\w|\.? ?per\b|/)"
_TIME = r"(?:minuten|kwartier|uur|uren)\b"
_UNITS = {
    "distance": rf"(?:{_LENGTH}|{_TIME})",
    "length": _LENGTH,
    "weight": r"(?:(?:kilo|mega)?gram|kilo|kilo's|kg|(?:kilo|mega)?ton|tonnen|g|mg)(?!\w|\.? ?per\b|/| CO)",
    "speed": r"(?:km ?/ ?(?:uur|u|h)|k(?:ilo)?m(?:eter)? per uur|m/s|m(?:eter)? per seconde|knopen|[MG]b(?:it)?(?:/s|ps)|"
    r"(?:mega|giga)bit per seconde)(?!\w)",
    "heat": r"(?:graden(?: Celsius)?|° ?C|℃)(?!\w)",
    "sound": r"(?:dB(?:\(A\))?|decibel)(?!\w)",
    "area": r"(?:hectare[ns]?|ha|[kcd]?m[²³23]|vierkante (?:kilo)?meters?|kubieke meters?|voetbalvelden)(?!\w)",
}
_ASKED_IN = {
    "ver": "distance",
    "zwaar": "weight",
    "warm": "heat",
    "heet": "heat",
    "koud": "heat",
    "luid": "sound",
    "snel": "speed",
    "groot": "area",
}
"""What is asked with an adjective where it is no length."""


def read_size(plain: str) -> tuple[str, str] | None:
    """Give the adjective and the sort of unit that a folded question for a size asks; None for any other question."""
    found = _HOW.search(plain)
    if found is None or _IN_UNIT.search(plain):
        return None
    how = "breed" if found["how"] == "smal" else found["how"]
    if how == "groot" and not (_AREAS.search(plain) or _SIZED_THING.search(plain)):
        return None
    if how in ("hoog", "lang") and not _SIZED_THING.search(plain):
        return None
    if how == "hard":
        return how, "speed" if re.search(rf"\b(?:{_MOVING}|{_MOVERS}|fietsen)\b", plain) else "sound"
    return how, _ASKED_IN.get(how, "length")


def unit_pattern(sort: str) -> str:
    """Give the pattern of the units of a sort."""
    return _UNITS[sort]

"""What keeps a sentence from saying yes to a state of affairs although it holds the words of the question.

"Is de brug al klaar?" is not answered by what is expected, wanted or prepared, nor by what a bridge is, nor by a sentence
that does not say "klaar" or the like; "was iedereen voor?" not by one that does not speak of everybody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_STATE_ASKED = re.compile(
    r"(?:is|zijn|was|waren|heeft|hebben|had|hadden)\b|[^?]*\b(?:al|reeds|inmiddels|intussen|nu|momenteel)\b",
    re.IGNORECASE,
)
"""A question for how things are, or were: it opens with such a verb, or has "al"."""
_AWAITED = re.compile(
    r"\b(?:(?:naar )?verwachting|verwacht(?:en|te|ten)?|in de maak|in (?:de )?voorbereiding|voorbereid\w*|verken(?:t|d|nen|den|ning)|"
    r"hoopt|hopen|hoopte|(?:komt|komen) er|er (?:komt|komen)|(?:risico|kans) op|dreigt|dreigen|van plan|voornemens|(?<!die )(?<!wie )"
    r"(?:wil|willen|wilde|wilden)|zal|zullen|binnenkort|"
    r"(?:moet|moeten) (?:eerst )?nog|is de bedoeling|gepland|besproken|gesproken|gepraat|overlegd|onderhandel\w*|beoogt|beogen|streeft|streven)\b",
    re.IGNORECASE,
)
"""Words for what is not yet so."""
_CLAUSE = re.compile(
    r"[;:()–—]|, (?=die\b|dat\b|waar)|\b(?:maar|terwijl|omdat|doordat|zodat|waardoor|waarbij|hoewel|nadat|en (?=zal|zullen|wil|gaat|gaan|moet))\b",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"(?:een (?:[\w-]+ ){1,3}(?:is|betekent|houdt in)|onder (?:een |de |het )?[\w-]+ [^.;]{0,30}?\b(?:verstaan|verstaat))\b",
    re.IGNORECASE,
)
"""What a thing of its sort is: "Een energiehub is een samenwerking"."""
_OF_ONE = re.compile(r"\w+ (?:de|het|deze|dit|die|dat|onze|[A-ZÀ-Þ]\w+)\b(?!.*\b[Ee]en\b)")
"""A question about a certain thing, and not whether it is one of a sort."""
_EACH = re.compile(
    r"\b(?:iedereen|allemaal|eenieder|altijd|overal|(?:alle|elke?|iedere?)(?! (?:jaar|kwartaal|maand|week|dag|uur|keer)\b))\b",
    re.IGNORECASE,
)
_EACH_SAID = re.compile(
    r"\b(?:iedereen|alle[ns]?|allemaal|allebei|elke?|eenieder|ieder\w*|unaniem|eenparig|eensgezind|voltallig\w*|zonder uitzondering|algemene stemmen|"
    r"hele|heel|volledig\w*|geheel|gehele|overal|altijd|steeds|beide|100 ?%|per|wie|ongeacht)\b",
    re.IGNORECASE,
)
"""A question for all of them, and what a sentence that says so has."""
_CONDITION = re.compile(
    r"(?:^|[,(] )(?:als(?! (?:gevolg|onderdeel|reactie|antwoord|aanvulling|enige|eerste|tweede|derde|laatste)\b)|indien|wanneer|zodra)"
    r"\b[^,;.]*|\b(?:indien|zodra)\b[^,;.]*",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:als|indien|wanneer|zodra|mits)\b", re.IGNORECASE)
_COPULA = re.compile(r"(?:is|zijn|was|waren|staat|staan|ligt|liggen|blijft|bleef)\b", re.IGNORECASE)
_STATES: tuple[tuple[str, str], ...] = (
    (
        r"in (?:bedrijf|gebruik|werking)|operationeel|actief",
        r"in (?:bedrijf|gebruik|werking)|operationeel|actief|draai\w*|opgestart|opgeleverd|geopend|ingebruik\w*|werkt|werken|functioneert",
    ),
    (r"van kracht|in werking", r"van kracht|in werking|geldt|gelden|van toepassing|inwerking\w*"),
    (
        r"klaar|gereed|af|rond",
        r"klaar|gereed|af|rond|afgerond\w*|voltooid\w*|opgeleverd|beklonken|bereikt|ondertekend|getekend|gesloten|definitief|"
        r"voltooiing|oplevering|geopend|beëindigd|afgesloten",
    ),
    (
        r"open",
        r"open|geopend\w*|opengesteld|opengegaan|toegankelijk|opening|openstaan|openstaat|opens?telling|opende|opent",
    ),
    (r"dicht", r"dicht|gesloten|afgesloten|dichtgegaan|sluit\w*|sloot|sloten"),
    (r"bezig", r"bezig|loopt|lopen|lopende?|gestart|begonnen|in uitvoering|gaande"),
    (r"weg", r"weg|verdwenen|vertrokken|verwijderd|afgevoerd|weggehaald|opgeruimd"),
)
"""Predicates of a question that are small words or stand in fixed phrases, and what says the same."""
_SIDE = re.compile(
    r"(?:is|was|zijn|waren) (?:iedereen|allemaal|(?:de|het|deze|onze|alle|elke?|iedere?) (?:[a-zà-ÿ]+e )?[\w-]+|[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)*)"
    r"(?: in (?:de |het )?[\w-]+| van (?:de |het )?[\w-]+)? (?:al |ook |nog |unaniem )?(?P<side>voor|tegen)\b",
    re.IGNORECASE,
)
_SIDES = {
    "voor": re.compile(
        r"\b(?:voor|voorstander\w*|voorgestemd|steun\w*|gesteund|ingestemd|instem\w*|stemde\w*|akkoord|goedgekeurd|keurde?n?|unaniem)\b",
        re.IGNORECASE,
    ),
    "tegen": re.compile(r"\b(?:tegen|tegen\w+|verworpen|verwierp\w*|verzet\w*|bezwa\w+)\b", re.IGNORECASE),
}


def withholds_yes(asked: str, said: str, places: Sequence[int]) -> bool:
    """Tell whether a sentence does not say yes to a question; `places` are the offsets in it of the words they share."""
    held = [place for place in places if place >= 0]
    return (
        is_awaited(asked, said, held)
        or is_definition(asked, said)
        or lacks_all(asked, said)
        or lacks_state(asked, said)
        or is_conditional_otherwise(asked, said, held)
        or lacks_membership(asked, said)
        or lacks_without(asked, said)
        or lacks_done(asked, said)
    )


def is_awaited(asked: str, said: str, places: Sequence[int]) -> bool:
    """Tell whether the clause that holds most of the shared words says what is expected, wanted or prepared only."""
    if not _STATE_ASKED.match(asked) or _AWAITED.search(asked):
        return False
    starts = [0, *(found.end() for found in _CLAUSE.finditer(said)), len(said)]
    clauses = [
        (sum(one <= place < other for place in places), bool(_AWAITED.search(said, one, other)))
        for one, other in pairwise(starts)
    ]
    return max(clauses, default=(0, False))[1]


def is_definition(asked: str, said: str) -> bool:
    """Tell whether a sentence says what such a thing is, where it is asked how a certain one is doing."""
    return bool(_DEFINES.match(said)) and bool(_OF_ONE.match(asked))


def lacks_all(asked: str, said: str) -> bool:
    """Tell whether a question asks for all of them and a sentence does not speak of all."""
    return bool(_EACH.search(asked)) and not _EACH_SAID.search(said)


def lacks_state(asked: str, said: str) -> bool:
    """Tell whether a sentence lacks the state that a question asks for: "rond", "open", "in bedrijf", "voor"."""
    if not _COPULA.match(asked):
        return False
    plain = asked.rstrip(" ?!.")
    for state, told in _STATES:
        if re.search(rf"\b(?:{state})$", plain, re.IGNORECASE):
            return not re.search(rf"\b(?:{told})\b", said, re.IGNORECASE)
    side = _SIDE.match(asked)
    return side is not None and not _SIDES[side["side"].lower()].search(said)


def lacks_done(asked: str, said: str) -> bool:
    """Tell whether a question asks whether something is done by now, and a sentence does not tell it as done.

    "Voer een heffing in" and "met de aanleg van de lijn" do not say that there is one.
    """
    return bool(_DONE_ASKED.match(asked)) and not _DONE_SAID.search(said)


_DONE_ASKED = re.compile(
    r"(?:is|zijn|heeft|hebben|werd|werden)\b[^?]{0,200}\b(?:al|reeds|inmiddels|intussen)\b[^?]{0,200}?\b"
    r"(?:\w{0,8}ge\w{2,}(?:d|t|en)|(?:be|ver|ont|her)\w{3,}(?:d|t|en))[ ?.!]*$",
    re.IGNORECASE,
)
_DONE_SAID = re.compile(
    r"\b(?:\w{0,8}ge\w{2,}(?:d|t|en)(?<!geen)(?<!tegen)(?<!wegen)(?<!mogen)(?<!vragen)(?<!eigen)|(?:be|ver|ont|her)\w{3,}(?:d|t)(?<!heid)|"
    r"was|waren|werd|werden|had|hadden|sinds|inmiddels|reeds|al|klaar|open|in gebruik|in werking|bestaat|bestaan|rijdt|rijden|draait|"
    r"draaien|\w{2,}(?:de|te)n? (?:de|het|een|in|op|zijn|haar|hun|er)|nieuwe?|huidige?|bestaande?|gaf|ging|kwam|nam|trok|liet|sloot|bracht)\b",
    re.IGNORECASE,
)


def lacks_without(asked: str, said: str) -> bool:
    """Tell whether a question asks of what is outside or without something, and a sentence says nothing of the kind."""
    return bool(_WITHOUT.search(asked)) and not _WITHOUT_SAID.search(said)


_WITHOUT = re.compile(r"\b(?:buiten|zonder|ondanks)\b", re.IGNORECASE)
_WITHOUT_SAID = re.compile(
    r"\b(?:buiten|zonder|ondanks|geen|niet|ongeacht|los van|ook als|wel|onafhankelijk|alle|iedereen)\b|loos\b|loze\b|vrije?\b",
    re.IGNORECASE,
)


def lacks_membership(asked: str, said: str) -> bool:
    """Tell whether a question asks a thing to be one of a sort, and a sentence does not say "is", "geldt als" or the like of that sort.

    "Rekenregels kunnen onderdeel zijn van een systeem" does not make a rule a system.
    """
    member = _MEMBER.match(asked)
    if member is None:
        return False
    sort = re.escape(member["sort"][: max(4, len(member["sort"]) - 2)])
    return not re.search(
        rf"{_AMOUNTS_TO}(?![^.;]*\b(?:dan|van|voor|met) (?:een |de |het )?{sort})[^.;]*\b{sort}",
        said,
        re.IGNORECASE,
    )


_MEMBER = re.compile(r"(?:is|zijn) (?:een |de |het )?[\w'’-]+ een (?P<sort>[\w-]{4,})[ ?!.]*$", re.IGNORECASE)
_AMOUNTS_TO = r"\b(?:is|zijn|geldt|gelden|wordt|worden|telt|tellen|betreft|heet|heten|vormt|vormen|behoort|behoren|valt|vallen|zoals)\b"


def is_conditional_otherwise(asked: str, said: str, places: Sequence[int]) -> bool:
    """Tell whether a sentence holds under a condition that the question does not speak of."""
    if _IF.search(asked):
        return False
    return any(
        not any(found.start() <= place < found.end() for place in places)
        for found in _CONDITION.finditer(said)
    )

"""What a sentence says to be done, wanted, allowed or demanded, against what a question asks: "gaat bouwen" is not "gebouwd"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cues import NEGATION
from assistant.dutch import fold

_DONE = re.compile(r"(?:heeft|hebben|hebt|heb)\b|\w+ .*\b(?:al|reeds|inmiddels)\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:gaat|gaan|zal|zullen|zou|zouden|wil|willen|wilde|wilden|moet|moeten|moest|moesten|voornemens|van plan|binnenkort|"
    r"wordt|worden)\b",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:moet|moeten|moest|moesten|dient|dienen|verplicht\w*|hoeft|hoeven|vereist\w*|nodig)\b",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:mag|mogen|mocht|mochten|kan|kunnen|kunt|kon|konden)\b", re.IGNORECASE)
_FORBIDDEN = re.compile(r"\b(?:verbod\w*|verbied\w*|verboden)\b", re.IGNORECASE)
_INSTEAD = re.compile(r",\s+(?:maar\s+)?wel\b|\bmaar\s+wel\b", re.IGNORECASE)


def is_otherwise_meant(asked: str, said: str) -> bool:
    """Tell whether a sentence speaks of what is to come, or may be, where a question asks what is done, or must be."""
    to_come = bool(_DONE.match(asked)) and not _TO_COME.search(asked) and bool(_TO_COME.search(said))
    allowed = bool(_MUST.match(asked)) and bool(_MAY.search(said)) and not _MUST.search(said)
    return to_come or allowed


def is_forbidden_as_asked(asked: str, said: str) -> bool:
    """Tell whether what a question asks to be forbidden is said not to be allowed: no denial, for all its "niet"."""
    return bool(_FORBIDDEN.search(asked) and _MAY.search(said) and NEGATION.search(fold(said)))


def is_turned(said: str, places: Sequence[int]) -> bool:
    """Tell whether a sentence denies one thing and says another to be so, with a word of the question behind "wel"."""
    wel = _INSTEAD.search(said)
    return (
        wel is not None
        and bool(NEGATION.search(fold(said[: wel.start()])))
        and max(places, default=-1) >= wel.end()
    )


_OPINION = re.compile(
    r"\bvolgens (?:sommigen?|velen|enkelen?|anderen|critici|tegenstanders|voorstanders|omwonenden|een (?:aantal|deel)|verschillende)\b|"
    r"\b(?:sommigen?|velen|critici|tegenstanders|voorstanders|omwonenden|sommige \w+) "
    r"(?:vinden|menen|denken|zeggen|stellen|vrezen|betwijfelen|verwachten|beweren)\b|"
    r"\b(?:naar verluidt|men (?:zegt|denkt|beweert)|(?:er )?wordt beweerd|naar (?:men )?zegt)\b",
    re.IGNORECASE,
)
_UNREAL = re.compile(
    r"\bzonder (?:die|deze|dit|dat|de|het)\b[^,;.]*\b(?:hadden?|was|waren|zou|zouden)\b", re.IGNORECASE
)
_WITH = re.compile(r"\b(?P<how>voor|aan|bij|met) (?:(?:de|het|een|alle) )?(?P<who>[a-zà-ÿ]{4,}(?:en|s))\b")
_NOT_WITH = re.compile(
    r"\b(?:niet|geen [\w-]+)(?: meer)? (?P<how>voor|aan|bij|met) (?:(?:de|het|een|alle) )?(?P<who>[a-zà-ÿ]{4,}(?:en|s))\b"
)


def is_opinion(asked: str, said: str) -> bool:
    """Tell whether a sentence gives what unnamed others think or say, and the question does not ask for that."""
    return bool(_OPINION.search(said)) and not _OPINION.search(asked)


def is_unreal(asked: str, said: str) -> bool:
    """Tell whether a sentence says what would have been: "zonder die steun hadden we gewacht" denies no support."""
    return bool(_UNREAL.search(said)) and "zonder" not in asked.lower()


def is_denied_of_others(asked: str, said: str) -> bool:
    """Tell whether a sentence denies something of others than the question names: "niet voor kinderen"."""
    denied = list(_NOT_WITH.finditer(said))
    others = [found for found in denied if found["who"] not in asked.lower()]
    return (
        bool(denied)
        and len(others) == len(denied)
        and any(
            found["how"] == other["how"] and found["who"] not in said.lower()
            for found in _WITH.finditer(asked)
            for other in others
        )
    )


_OF_TEXT = re.compile(
    r"(?:^|[.;:] ?)(?:(?:de|het|dit|deze|die|dat|bovenstaande?|onderstaande?) )*(?:\w*tabel|artikel(?: [\d:.]+\w?)?|\w*lid|hoofdstuk|"
    r"paragraaf|bijlage|"
    r"\w*regeling|\w*richtlijn|\w*besluit|\w*verordening|circulaire|wet|decreet|nota|bepaling|onderdeel|\w*document)(?: \d+)?"
    r"(?: [\w-]+){0,4}? (?:is|zijn|geldt|gelden) (?:\w+ )?niet (?:\w+ )?(?:van toepassing|voor|op)\b",
    re.IGNORECASE,
)
"""A text, or a part of one, that does not apply: "Deze tabel is niet van toepassing op bussen"."""
_ASKS_APPLYING = re.compile(
    r"\b(?:toepassing|toepasselijk|toegepast|geldt|gelden|geldig|gold|golden|valt|vallen|vielen|tabel|artikel|lid|regeling|richtlijn|besluit|"
    r"verordening|wet|decreet|betreft|betrekking|recht|moet|moeten|mag|mogen|hoeft|hoeven|krijgt|krijgen|verplicht)\b",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"(?:is|zijn) (?P<one>(?:(?:een|de|het) )?[\w'’-]+) (?:een )?(?P<sort>[\w-]+)[ ?!.]*$", re.IGNORECASE
)
_EXCEPTION = re.compile(
    r"(?<![\w-])(?P<sort>[\w-]+)[ ,]*\(?(?:m\.?u\.?v\.?|met uitzondering van|uitgezonderd|behalve|anders dan)(?!\w)(?P<out>[^).;]*)",
    re.IGNORECASE,
)


def is_denied_of_text(asked: str, said: str) -> bool:
    """Tell whether a sentence only says that a text does not apply, and the question does not ask what applies."""
    return bool(_OF_TEXT.search(said)) and not _ASKS_APPLYING.search(asked)


def is_excepted_member(asked: str, said: str) -> bool:
    """Tell whether a thing is made an exception of the very sort that a question asks it to be of.

    "Boten (behalve kano's) betalen" does not deny that a kano is a boat.
    """
    member = _MEMBER.match(asked)
    if member is None:
        return False
    one, sort = member["one"].lower(), member["sort"].lower()
    return any(
        _is_alike(found["sort"].lower(), sort)
        and any(_is_alike(word, one.split()[-1]) for word in found["out"].lower().split())
        for found in _EXCEPTION.finditer(said)
    )


_DEFINED = re.compile(
    r"\W{0,4}(?P<what>[^\W\d][^\W\d]+(?:[ -][^\W\d]+){0,5}):\W{0,4} (?:een|de|het|degene|iedere?|elke?)\b"
)


def is_defined(said: str, places: Sequence[int]) -> bool:
    """Tell whether a sentence says what a word means that the question does not use: "partner: een school die niet ..."."""
    found = _DEFINED.match(said)
    return found is not None and not any(0 <= place < found.end("what") for place in places)


def _is_alike(one: str, other: str) -> bool:
    """Tell whether two words are forms of each other, as far as their beginning tells."""
    short, long = sorted((word.replace("’", "'").strip(",'") for word in (one, other)), key=len)
    return len(short) > 2 and long.startswith(short[: max(3, len(short) - 1)]) and len(long) - len(short) <= 3

"""What a sentence says to be done, wanted, allowed or demanded, against what a question asks: "gaat bouwen" is not "gebouwd"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cues import NEGATION

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
    return bool(_FORBIDDEN.search(asked) and _MAY.search(said) and NEGATION.search(said))


def is_turned(said: str, places: Sequence[int]) -> bool:
    """Tell whether a sentence denies one thing and says another to be so, with a word of the question behind "wel"."""
    wel = _INSTEAD.search(said)
    return (
        wel is not None
        and bool(NEGATION.search(said, 0, wel.start()))
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

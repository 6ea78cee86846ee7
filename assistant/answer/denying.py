"""What keeps a sentence with a denial from saying no: it denies another thing than is asked.

"Een maatregel om niet te discrimineren" does not say that a measure is not obligatory, and neither does "de plicht is niet
gebaseerd op ...": the denial must be of what the question asks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.negation import has_negation

_TO_DO = re.compile(r"\bom\b[^,;.:]{0,160}?\bte \w+", re.IGNORECASE)
"""What something is meant for: "om niet te discrimineren"."""
_IF = re.compile(
    r"\b(?:wanneer|als|indien|tenzij|zolang|zodra|voor zover|hoewel|omdat|doordat)\b[^,;.:]*", re.IGNORECASE
)
_FOR_OTHERS = re.compile(
    r"(?<=\bgeldt )niet (?:voor|op)\b[^,;.:]*|(?<=\bgelden )niet (?:voor|op)\b[^,;.:]*", re.IGNORECASE
)
"""Those for whom something does not hold: "deze plicht geldt niet voor vissers"."""
_OF_OTHER = re.compile(
    r"\bniet (?:[\w-]+ )?(?P<what>(?:ge\w{3,}(?:d|t|en)|(?:be|ver|ont|her)\w{3,}(?:d|t))\b(?: (?:op|aan|door|uit|met|in|van|voor|tot)\b)?)",
    re.IGNORECASE,
)
"""A participle right behind "niet": "niet gebaseerd op"."""
_DEPLORED = re.compile(
    r"\b(?:niet (?:meer |langer )?(?:van deze tijd|uit te leggen|te verdedigen|acceptabel|aanvaardbaar|eerlijk|rechtvaardig|redelijk|logisch|"
    r"normaal|wenselijk|houdbaar|goed)|onacceptabel|onaanvaardbaar|oneerlijk|onrechtvaardig|onbegrijpelijk|onwenselijk|ongewenst|onbestaanbaar|"
    r"vreemd|raar|een schande)\b[^.;]*?\b(?:dat|als|wanneer)\b",
    re.IGNORECASE,
)
"""What a sentence deplores: that it is so now denies nothing of what is asked to be done."""


def denies_other(said: str, places: Sequence[int]) -> bool:
    """Tell whether all that a sentence denies is another thing; `places` are the offsets of the words shared with the question."""
    if _DEPLORED.search(said) and has_negation(_DEPLORED.split(said, maxsplit=1)[-1]):
        return True
    plain = said
    for pattern in (_TO_DO, _IF, _FOR_OTHERS):
        plain = _blank(pattern, plain, places)
    plain = _blank_others(plain, places)
    return has_negation(said) and not has_negation(plain)


def _blank(pattern: re.Pattern[str], said: str, places: Sequence[int]) -> str:
    """Give a sentence without the clauses that hold none of the places."""

    def keep(found: re.Match[str]) -> str:
        held = any(found.start() <= place < found.end() for place in places)
        return found.group() if held else " " * len(found.group())

    return pattern.sub(keep, said)


def _blank_others(said: str, places: Sequence[int]) -> str:
    """Give a sentence without each "niet" whose participle is no word of the question, with none of them behind it."""

    def keep(found: re.Match[str]) -> str:
        own = any(found.start("what") <= place < found.end("what") for place in places)
        behind = any(place >= found.end() for place in places)
        return found.group() if own or behind else " " * len(found.group())

    return _OF_OTHER.sub(keep, said)

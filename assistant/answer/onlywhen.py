"""What holds only under a condition, or not for what is made an exception: neither yes nor no by itself.

"De subsidie wordt pas uitbetaald als het werk klaar is" does not say that it is not paid, nor "honden zijn verboden, met
uitzondering van het veld" that they are forbidden there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.negation import EXCEPTED, has_negation
from assistant.answer.polarity import is_opposed, is_refused

_ONLY_WHEN = re.compile(
    r"\b(?:pas|slechts|enkel|uitsluitend)\b(?! (?:in|op|vanaf|na|over|\d))[^.;:]{0,100}?\b(?:als|wanneer|indien|zodra|nadat|mits)\b",
    re.IGNORECASE,
)
_AT_ONCE = re.compile(
    r"\b(?:al|reeds|nu|vooraf|direct|meteen|onmiddellijk|zonder|eerder|voor|voordat|altijd|iedereen|alle|elke?|iedere?|automatisch|vrij)\b",
    re.IGNORECASE,
)
"""What asks whether something is so also without the condition: then it denies."""
_ALL = re.compile(r"\b(?:alle|allemaal|iedereen|elke?|iedere?|overal|altijd)\b", re.IGNORECASE)


def is_only_when(asked: str, said: str) -> bool:
    """Tell whether a sentence tells under which condition alone something is so, and it is asked whether it is."""
    return _ONLY_WHEN.search(said) is not None and not has_negation(said) and not _AT_ONCE.search(asked)


def is_excepted(asked: str, said: str, places: Sequence[int]) -> bool:
    """Tell whether what a question asks about is made an exception of what a sentence forbids or says to be otherwise.

    Where all are asked about, an exception leaves that open too.
    """
    found = list(EXCEPTED.finditer(said))
    if not found:
        return False
    if _ALL.search(asked):
        return True
    if not any(one.start() <= place < one.end() for one in found for place in places):
        return False
    rest = EXCEPTED.sub(" ", said)
    return is_refused(asked, rest) or is_opposed(asked, rest)

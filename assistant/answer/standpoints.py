"""Which parties want something: told with the programmes that speak of it, as a programme says "wij" and no name.

Whether a party is for or against it is for the reader of the quotations.
"""

from __future__ import annotations

import re

from assistant.types import DocumentRecord

_ASKS = re.compile(
    r"^(?:en |maar )?welke (?:politieke |andere )?(?:(?:partijen|fracties) "
    r"(?P<rest>(?:willen|wensen|zijn (?:er )?(?:voor|tegen)|pleiten|steunen|vinden|noemen|zeggen|schrijven|stellen voor|hebben iets|"
    r"hebben het over) .+)|(?:partij|fractie) (?P<one>(?:wil|wenst|is (?:er )?(?:voor|tegen)|pleit|steunt|vindt|noemt|zegt|schrijft|stelt voor|"
    r"heeft iets|heeft het over) .+))$",
    re.IGNORECASE,
)
_TURNED = re.compile(
    r"\b(?:niets?|geen|nooit|nergens|als enige|de \w+ste|meeste|minste|hoogste|laagste)\b", re.IGNORECASE
)
"""Who does not speak of it, or most of all, no list of those who do tells."""
_WANTS_NONE = re.compile(
    r"\W*(?:en |maar )?welke (?:politieke |andere )?(?:partij|partijen|fractie|fracties) (?:wil|willen|wenst|wensen|steunt|steunen) geen"
    r" (?!als enige|\w+ste\b)",
    re.IGNORECASE,
)
"""Who wants no such thing is told by those programmes that plainly reject it (`rejecting.py`)."""
_PROGRAMME = re.compile(
    r"(?:(?:verkiezings|partij|kiezers|kies|beginsel)[- ]?programma|verkiezingsmanifest)(?!\w|['’]s)",
    re.IGNORECASE,
)
PROGRAMME_WORD = "verkiezingsprogramma"
"""What a document must say somewhere to be the programme of a party by its first lines."""
_OPENING = 400
"""Characters of the first lines."""
LEAST_PROGRAMMES = 2
"""Programmes from which on parties can be told apart."""


def ask_documents(text: str) -> str | None:
    """Give a question for what parties want as one for documents; None for any other question."""
    found = _ASKS.match(" ".join(text.split()))
    if found is None or (_TURNED.search(text) and not _WANTS_NONE.match(text)):
        return None
    return f"Welke documenten {found['rest'] or found['one']}"


def is_programme(record: DocumentRecord) -> bool:
    """Tell whether the title or file's name of a document says that it is the programme of a party."""
    return bool(_PROGRAMME.search(f"{record.title} {record.subtitle or ''} {record.path}"))


def opens_as_programme(text: str) -> bool:
    """Tell whether the first lines of a document say so."""
    return bool(_PROGRAMME.search(text[:_OPENING]))

"""Which parties want something: told with the programmes that speak of it, as a programme says "wij" and no name.

Whether a party is for or against it is for the reader of the quotations.
"""

from __future__ import annotations

import re

from assistant.types import DocumentRecord

_ASKS = re.compile(
    r"^(?:en |maar )?welke? (?:politieke |andere )?(?:partij(?:en)?|fracties?) "
    r"(?P<rest>(?:wil(?:len)?|wensen|wenst|zijn (?:er )?(?:voor|tegen)|is (?:er )?(?:voor|tegen)|pleit(?:en)?|steun(?:en|t)|vind(?:en|t)|"
    r"noem(?:en|t)|zegg?(?:en|t)|schrij(?:ven|ft)|stel(?:len|t) voor|heeft iets|hebben iets|heeft het|hebben het) .+)$",
    re.IGNORECASE,
)
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
    return f"Welke documenten {found['rest']}" if found is not None else None


def is_programme(record: DocumentRecord) -> bool:
    """Tell whether the title or file's name of a document says that it is the programme of a party."""
    return bool(_PROGRAMME.search(f"{record.title} {record.subtitle or ''} {record.path}"))


def opens_as_programme(text: str) -> bool:
    """Tell whether the first lines of a document say so."""
    return bool(_PROGRAMME.search(text[:_OPENING]))

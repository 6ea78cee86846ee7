"""Which parties want something: told with the programmes that speak of it, as a programme says "wij" and no name.

Whether a party is for or against it is for the reader of the quotations.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.predicates import VERB
from assistant.answer.question import Question
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
PROGRAMME_WORDS = ("verkiezingsprogramma", "programmacommissie")
"""Of what a document must say one somewhere to be the programme of a party by its first pages."""
_OPENING = 400
"""Characters of the first lines."""
_COMMITTEE = re.compile(r"\b(?:verkiezings)?programmacommissie\b", re.IGNORECASE)
_FIRST_PAGES = 8_000
"""Characters of the first pages, where a programme whose cover says nothing names its committee."""
LEAST_PROGRAMMES = 2
"""Programmes from which on parties can be told apart."""


def ask_documents(text: str) -> str | None:
    """Give a question for what parties want as one for documents; None for any other question."""
    found = _ASKS.match(" ".join(text.split()))
    if found is None or (_TURNED.search(text) and not _WANTS_NONE.match(text)):
        return None
    return f"Welke documenten {found['rest'] or found['one']}"


_WISH = re.compile(
    r"welke documenten (?:willen|wil|wensen|wenst|(?:zijn|is) (?:er )?(?:voor|tegen)|pleiten|pleit|steunen|steunt)\b",
    re.IGNORECASE,
)
"""A question for what parties want, as it is asked of documents."""
_SAID, _MOST = 0.5, 0.55
"""The strength with which a sentence must say what is wanted, and the share of what the fullest one says."""


def keep_speaking(question: Question, units: Sequence[Unit], matcher: Matcher) -> list[Unit]:
    """Give the sentences that say themselves what parties want; all where something else is asked, or none says it.

    Each programme has a paragraph with most words of any wish somewhere.
    """
    nouns = [
        place
        for place, term in enumerate(matcher.terms)
        if term.part != VERB and term.text.lower() != "documenten" and term.kind != "number"
    ]
    if not nouns or not _WISH.match(question.text):
        return list(units)
    wanted = max(nouns, key=lambda place: matcher.terms[place].weight)
    most = max((matcher.coverage(unit.local) for unit in units), default=0.0)
    return [
        unit for unit in units if unit.local[wanted] >= _SAID and matcher.coverage(unit.local) >= _MOST * most
    ] or list(units)


def is_programme(record: DocumentRecord) -> bool:
    """Tell whether the title or file's name of a document says that it is the programme of a party."""
    return bool(_PROGRAMME.search(f"{record.title} {record.subtitle or ''} {record.path}"))


def may_be_programme(record: DocumentRecord) -> bool:
    """Tell whether a title speaks of a programme of any sort: "Programma voor een sterk platteland"."""
    return "programma" in record.title.lower()


def opens_as_programme(text: str) -> bool:
    """Tell whether the first lines of a document say so, or its first pages name those who drew up a programme."""
    return bool(_PROGRAMME.search(text[:_OPENING]) or _COMMITTEE.search(text[:_FIRST_PAGES]))

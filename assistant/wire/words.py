"""The Dutch words of the wire for values that are English in the code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, get_args

from assistant.types import ExtractKind

Soort = Literal[
    "thema",
    "regio",
    "datum",
    "bedrag",
    "aandeel",
    "organisatie",
    "persoon",
    "actie",
    "aantal",
    "gebeurtenis",
]
"""The kinds of fact, as they are written on the wire."""

KIND_WORDS: Final[dict[ExtractKind, str]] = dict(zip(ExtractKind, get_args(Soort), strict=True))
"""Kind of fact -> Dutch word; both lists have the same order."""

WORD_KINDS: Final[dict[str, ExtractKind]] = {word: kind for kind, word in KIND_WORDS.items()}

MODIFIER_WORDS: Final[dict[str, str]] = {"about": "ongeveer", "more": "meer", "less": "minder"}

STATUS_WORDS: Final[dict[str, str]] = {
    "planned": "voorgenomen",
    "running": "loopt",
    "done": "afgerond",
    "delayed": "vertraagd",
    "missed": "niet gehaald",
}
"""State of an action -> Dutch words."""

ROLE_WORDS: Final[dict[str, str]] = {
    "start": "begin",
    "end": "einde",
    "deadline": "termijn",
    "publication": "publicatie",
    "event": "gebeurtenis",
}
"""Role of a date -> Dutch word."""


def find_kinds(words: Sequence[str]) -> tuple[ExtractKind, ...] | None:
    """Give the kinds that the Dutch `words` name, in the order of the code; None when there are none."""
    named = {WORD_KINDS[word] for word in words}
    return tuple(kind for kind in ExtractKind if kind in named) or None

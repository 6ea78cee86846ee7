r"""Filters inside the search words: `subsidie laadpalen thema:mobiliteit van:2020 regio:"Noord-Brabant"`.

A name, a colon and at once a value. Any other colon ("12:30", "van: de minister", "https://...")
is ordinary text, and so is everything between straight double quotes and a name after a
backslash (`\van:Jansen`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches

from assistant.errors import QuestionError

FIELDS = ("document", "thema", "regio", "van", "tot", "taal", "herkomst", "soort")
"""The names, as on the wire."""

_OTHER_NAMES = {
    "theme": "thema",
    "topic": "thema",
    "region": "regio",
    "from": "van",
    "vanaf": "van",
    "since": "van",
    "until": "tot",
    "language": "taal",
    "origin": "herkomst",
    "kind": "soort",
    "bestand": "document",
    "file": "document",
}
"""Names that people try; they are refused with the right one."""

_PIECE = re.compile(
    r"""
    "[^"]*"                                                                    # a phrase
  | (?<![\w:/.])\\(?P<escaped>[^\W\d_]{2,20}:)
  | (?<![\w:/."'’-])(?P<minus>-?)(?P<name>[^\W\d_]{2,20}):(?P<value>"[^"]*"|[^\s":/][^\s"]*)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Fields:
    """The words that remain and the filters that stood among them, as (name, value) in order."""

    text: str
    filters: tuple[tuple[str, str], ...] = ()


def split_fields(words: str) -> Fields:
    """Part the filters from the search words; raises QuestionError for a name that is nearly one."""
    found: list[tuple[str, str]] = []

    def take(match: re.Match[str]) -> str:
        if match["escaped"]:
            return match["escaped"]
        name = _find_field(match["name"]) if match["name"] else ""
        if not name:
            return match.group()
        if match["minus"]:
            raise QuestionError(f"Uitsluiten kan met een woord (-woord), niet met '{name}:'.", "zoek")
        value = match["value"].strip('"').strip()
        if value:
            found.append((name, value))
        return " "

    text = _PIECE.sub(take, words)
    return Fields(" ".join(text.split()) if found else text, tuple(found))


def _find_field(name: str) -> str:
    """Give the field of this name; empty for an ordinary word before a colon."""
    plain = name.lower()
    if plain in FIELDS:
        return plain
    meant = _OTHER_NAMES.get(plain) or _find_slip(plain)
    if meant:
        raise QuestionError(
            f"Het filter '{name}:' bestaat niet; bedoelt u '{meant}:'? "
            f"Bedoelt u gewone tekst, zet dan een spatie achter de dubbele punt.",
            "zoek",
        )
    return ""


def _find_slip(name: str) -> str:
    """Give the field that was meant by a name with a slip: letters that changed places, or one too many."""
    for field in FIELDS:
        if len(field) > 3 and sorted(name) == sorted(field):
            return field
    return next(iter(get_close_matches(name, FIELDS, n=1, cutoff=0.85)), "")

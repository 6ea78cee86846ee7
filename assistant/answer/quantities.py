"""Numbers with the thing they count: "ruim 770.000 bezoekers", "vier projecten", "30"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.cues import NUMBER_WORDS
from assistant.types import Span

_UNITS = "|".join(sorted((word for word in NUMBER_WORDS if word not in ("een",)), key=len, reverse=True))
_COMPOUND = rf"(?:(?:{_UNITS}|een)en)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|(?:{_UNITS})?honderd|(?:{_UNITS})?duizend"
_QUANTITY = re.compile(
    rf"""
    (?P<about>\b(?:meer\ dan|minder\ dan|ruim|circa|ca\.|ongeveer|zo'n|zo’n|bijna|minstens|minimaal|maximaal|tot|
       tenminste|ten\ minste|een\ kleine|een\ goede|rond\ de)\s+)?
    (?P<number>(?<![\w€.,/-])\d{{1,3}}(?:[.\u00a0\u2009\u202f\ ]\d{{3}})+(?![\d/-])(?:,\d+)?|
       (?<![\w€.,/-])\d+(?:,\d+)?(?!\.\d)(?![\w/-]*\d{{3}}-)|\b(?:{_COMPOUND}|{_UNITS})\b|
       \b(?:tientallen|honderden|duizenden|tienduizenden|tweede|enkele\ tientallen|een\ tiental|een\ twintigtal|beide)\b)
    (?P<scale>\s+(?:miljoen|miljard|duizend|mln|mld))?
    (?P<percent>\s*(?:%|procent\b))?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"\s*(?P<words>(?:[‘’“”'\"]?[^\W\d_][\w’'-]*[‘’“”'\"]?\s*(?:\([^)]{0,30}\)\s*)?){0,5})"
)


_RANKED = re.compile(
    r"\b(?:top|nummer|nr\.|prio|prioriteit|fase|hoofdstuk|artikel|art\.|bijlage|figuur|tabel|pagina|blz\.|vraag|motie|paragraaf)[ -]$",
    re.IGNORECASE,
)
"""Words after which a number is a rank or a reference and counts nothing."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, with up to five words after it; offsets in the text."""

    span: Span
    number: Span
    following: tuple[tuple[str, int], ...]
    percent: bool


@lru_cache(maxsize=20_000)
def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Give the numbers of `text` in order."""
    found: list[Quantity] = []
    for match in _QUANTITY.finditer(text):
        if _RANKED.search(text, max(0, match.start() - 14), match.start()):
            continue
        after = _FOLLOWING.match(text, match.end())
        words: list[tuple[str, int]] = []
        if after:
            base = after.start("words")
            words = [
                (word.group(), base + word.end())
                for word in re.finditer(r"[^\W\d_][\w’'-]*", after.group("words"))
            ]
        stop = match.end("scale") if match.group("scale") else match.end("number")
        if match.group("percent"):
            stop = match.end("percent")
        found.append(
            Quantity(
                Span(match.start(), stop),
                Span(match.start("number"), stop),
                tuple(words),
                bool(match.group("percent")),
            )
        )
    return tuple(found)

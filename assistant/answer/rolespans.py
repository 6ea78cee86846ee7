"""The words of a function beside a person's name: "Els Mol, wethouder van Lier", "wethouder Els Mol"."""

from __future__ import annotations

import re

from assistant.answer.cues import ROLE_ENDINGS, ROLE_WORDS
from assistant.dutch import fold
from assistant.types import Span

_ROLE_LINKS = frozenset(
    "van de het der den voor bij en namens uit bestuur toezicht commissarissen algemeen financieel".split()
)
_ROLE_AFTER = re.compile(r"\s*(?:,|–|—|-|\()\s*(?P<role>[^.;!?”’)\n]{3,110})")
_GOES_ON = re.compile(
    r",\s+(?:aan|die|dat|maar|toen|waar|vertelt|zegt|vroeg|stelt|constateert|vult|licht|is|heeft)\b|”|’(?!s)"
)
_FIRST_WORDS = 5
"""Words behind a name among which the function must be."""
_LAST_WORDS, _LAST_CHARS = 8, 90
"""How far before a name its function is looked for."""
_LEAST_COMPOUND = 8
"""A word that is no longer is no compound of a function."""


def find_role(text: str, name: Span) -> Span | None:
    """Give the words of a function behind or before a name."""
    behind = _role_behind(text, name)
    return behind if behind is not None else _role_before(text, name)


def _role_behind(text: str, name: Span) -> Span | None:
    after = _ROLE_AFTER.match(text, name.end)
    if after is None or not any(_is_role(word) for word in after["role"].split()[:_FIRST_WORDS]):
        return None
    start = after.start("role")
    return Span(start, start + len(_trim_role(after["role"])))


def _role_before(text: str, name: Span) -> Span | None:
    base = max(0, name.start - _LAST_CHARS)
    words = list(re.finditer(r"[\w’'-]+,?", text[base : name.start]))
    last = next((word for word in reversed(words[-_LAST_WORDS:]) if _is_role(word.group())), None)
    if last is None:
        return None
    stretch = text[base + last.start() : name.start].rstrip()
    between = stretch[len(last.group()) :].split()
    strange = any(word.islower() and word.strip(",") not in _ROLE_LINKS for word in between)
    # "(burgemeester Lier), Els Mol": a role in brackets is that of the one before.
    if strange or ")" in stretch or ";" in stretch:
        return None
    return Span(base + last.start(), base + last.start() + len(stretch))


def _trim_role(role: str) -> str:
    """Cut a role where the sentence goes on (", directeur van X, vertelt dat")."""
    cut = _GOES_ON.search(role)
    return (role[: cut.start()] if cut else role).rstrip(" ,*")


def _is_role(word: str) -> bool:
    plain = fold(word.strip(",.*()"))
    return plain in ROLE_WORDS or (len(plain) > _LEAST_COMPOUND and plain.endswith(ROLE_ENDINGS))

"""Questions that ask two things at once: each half is asked by itself, and what was not found is said.

"Wanneer en waar was de opening?" shares what is asked about; "Wie leidt het fonds en wanneer begon het?"
names it once.
"""

from __future__ import annotations

import re

from assistant.answer.comparison import Side
from assistant.answer.question import parse_question

_ASKS = (
    r"(?:(?:in|op|van|voor|met|bij|door|aan|naar|uit|tot|sinds|vanaf|tegen) )?"
    r"(?:wie|waar|wanneer|waarom|hoeveel|hoe(?! \w+ en)|welke? (?!van )[^\W\d_]+)"
)
_SHARED = re.compile(rf"^(?P<one>{_ASKS}) en (?P<two>{_ASKS}) (?P<rest>.{{8,}})$", re.IGNORECASE)
_JOINED = re.compile(
    rf"^(?P<first>(?P<one>{_ASKS}|wat)\b.+?),? en (?P<second>(?P<two>{_ASKS})\b.*)$", re.IGNORECASE
)
_NAME = re.compile(r"(?<!^)\b[A-ZÀ-Þ][\w’'&/-]*(?: [A-ZÀ-Þ][\w’'&/-]*)*")


def read_halves(text: str) -> tuple[Side, Side] | None:
    """Give the two questions in one, each named by its interrogative; None for any other question."""
    bare = " ".join(text.split()).strip(" ?!.")
    shared = _SHARED.match(bare)
    if shared is not None:
        one, two = (_side(shared[part], f"{shared[part]} {shared['rest']}", "") for part in ("one", "two"))
        return one, two
    joined = _JOINED.match(bare)
    if joined is None:
        return None
    second = joined["second"]
    return (
        _side(joined["one"], joined["first"], ""),
        _side(joined["two"], second, _about(joined["first"], second)),
    )


def _side(name: str, asked: str, about: str) -> Side:
    return Side(name.lower(), f"{asked[:1].upper()}{asked[1:]}{about}?", f"{asked[:1].lower()}{asked[1:]}")


def _about(first: str, second: str) -> str:
    """Give the words of the first half that the second half speaks of without naming them."""
    if _NAME.search(second):
        return ""
    names = _NAME.findall(first)
    words = names or [token.text for token in parse_question(first).words]
    return f" ({' '.join(words)})" if words else ""

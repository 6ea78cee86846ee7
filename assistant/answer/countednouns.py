"""What is counted: the noun behind "hoeveel", or the first part of "bezoekersaantal"."""

from __future__ import annotations

import re

from assistant.answer.adjectives import is_adjective
from assistant.answer.cues import UNCOUNTED_WORDS, is_plural

_COUNTED = re.compile(r"(?P<what>\w{4,})-?aantal(?:len)?")
_VERB_BEFORE = re.compile(
    r"(?:moet|moest|kan|kon|mag|mocht|zal|zou|blijft|bleef|wil|wilde|\w{3,}(?:t|de|te)) "
    r"(?:de|het|een|er|we|ze|zij|men|hij|deze|dit|dat|die|zijn|haar|hun|ons|onze|vlaanderen|nederland|belgie)\b"
)
"""A verb behind "hoeveel": nothing is named that is counted."""


def counted_noun(asked: str, rest: list[str]) -> str | None:
    """Give what is counted; a length or height counts nothing."""
    if "aantal" in rest[:3]:
        rest = rest[rest.index("aantal") + 1 :]
    elif asked.startswith("hoe ") and "vaak" not in asked:
        return None
    if rest[:1] == ["keer"]:
        return "keer"
    if _VERB_BEFORE.match(" ".join(rest[:2])) or rest[:2] == ["extra", "per"]:
        return None
    noun = next((word for word in rest[:4] if word not in UNCOUNTED_WORDS and not is_adjective(word)), None)
    if noun and noun == rest[0] and len(rest) > 1 and not is_plural(noun) and noun.endswith("e"):
        return rest[1] if is_plural(rest[1]) else noun
    return noun


def counted_in(noun: str) -> str | None:
    """Give what a noun such as "bezoekersaantal" counts."""
    found = _COUNTED.fullmatch(noun)
    return found["what"] if found and is_plural(found["what"]) else None

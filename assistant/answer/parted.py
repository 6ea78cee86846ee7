"""Verbs whose first part stands apart: "stelt ... in" is another deed than "stelt ... op de hoogte".

"Wie stelt de commissie in?" asks for "instellen"; a sentence with a form of "stellen" tells it only with "in" in it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.cues import LINKING_WORDS
from assistant.dutch import fold
from assistant.dutch.verbs import find_infinitive, is_infinitive
from assistant.types import Span

_ALONE = "vast|samen|mee|af|toe|terug|weg|open|vrij|neer|voort|vooruit|heen|plaats|deel|goed|kwijt|stop"
_LINKING = "in|aan|op|uit|voor|om|over|onder|door|bij|na|tegen"
_PARTS = re.compile(rf"\b(?:{_ALONE}|{_LINKING})\b", re.IGNORECASE)
"""First parts of verbs; the second row are prepositions too."""
_AT_END = re.compile(
    r"\s*(?:[,.;:?!)”’\"]|$)|,?\s(?:en|of|maar|als|indien|wanneer|zodra|nadat|omdat|om|te|die|dat|waar\w*|bij|van|met|door|"
    r"binnen|volgens|conform|tot|per|ter|ten|uit|naar|tussen|over|onder|aan|voor|op|in|na|tegen|tijdens|sinds|vanaf|"
    r"namens|krachtens|zonder|gedurende|er|hier|daar|\d)\b",
    re.IGNORECASE,
)
"""What follows a first part that stands apart, and no preposition with its noun."""
_CLOSES = re.compile(r"[;:]\s|[.?!]\s(?=\W*[A-ZÀ-Þ\d])")
_MOST_WORDS = 5
"""Words of a question among which its verb stands."""


def is_other_deed(question: str, text: str, deed: Span) -> bool:
    """Tell whether a verb of a sentence lacks the part that makes it the one asked for: "stelt in kennis" for "instellen"."""
    asked = _asked(question)
    if asked is None:
        return False
    part, core = asked
    word = fold(deed.of(text))
    if find_infinitive(word) != core and word != core:
        return False
    if text.lower().endswith((f" {part} ", f" {part} te "), 0, deed.start):
        return False
    close = _CLOSES.search(text, deed.end)
    return not _stands_apart(part, text, deed.end, close.start() + 1 if close else len(text))


@lru_cache(maxsize=256)
def _asked(question: str) -> tuple[str, str] | None:
    """Give the part and the rest of the verb of a question when they stand apart in it."""
    parts = [found for found in _PARTS.finditer(question) if _is_apart(found, question)]
    if not parts:
        return None
    words = re.findall(r"[^\W\d_]+", question[: parts[-1].start()])[:_MOST_WORDS]
    cores = [core for word in words[1:] if (core := find_infinitive(fold(word)))]
    for found in reversed(parts):
        for core in cores:
            if is_infinitive(fold(found.group()) + core):
                return fold(found.group()), core
    return None


def _stands_apart(part: str, text: str, start: int, end: int) -> bool:
    found = re.compile(rf"\b{part}\b", re.IGNORECASE).finditer(text, start, end)
    return any(_is_apart(one, text) for one in found)


def _is_apart(found: re.Match[str], text: str) -> bool:
    """Tell whether the first part of a verb stands by itself, and not before a noun: "in." but not "in kennis"."""
    return fold(found.group()) not in LINKING_WORDS or _AT_END.match(text, found.end()) is not None

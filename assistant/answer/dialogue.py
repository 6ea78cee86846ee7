"""Written questions and their answers in a document: which blocks answer which.

Two forms occur: headings "Vraag 3" and "Antwoord 3" (also "Antwoord 3 en 4"), and a block that
ends in a question mark with its answer in the blocks after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.types import BlockKind

_ASKED = re.compile(r"vra(?:ag|gen)\b(?P<rest>[\s\d,.:en/mt-]*)$", re.IGNORECASE)
_ANSWERED = re.compile(
    r"antwoord(?:en)?\b(?: op)?(?: (?:de )?vra(?:ag|gen))?(?P<rest>[\s\d,.:en/mt-]*)$", re.IGNORECASE
)
_LONGEST, _REACH = 400, 3
"""Characters of a question without a heading, and the blocks after it that count as its answer."""


def pair_answers(blocks: Sequence[tuple[BlockKind, str]]) -> dict[int, tuple[int, ...]]:
    """Give for each block that answers something the blocks of the question."""
    headed = any(kind is BlockKind.HEADING and _ANSWERED.match(text) for kind, text in blocks)
    pairs: dict[int, tuple[int, ...]] = {}
    asked: dict[int, list[int]] = {}
    numbers: list[int] = []
    current: list[int] = []
    mode, reach = "", 0
    for index, (kind, text) in enumerate(blocks):
        if kind is BlockKind.HEADING:
            mode, numbers = _read_heading(text)
            current = sorted({block for number in numbers for block in asked.get(number, ())})
            current = current if mode == "answer" else []
        elif mode == "ask" and (headed or not current or text.rstrip().endswith("?")):
            current.append(index)
            for number in numbers:
                asked.setdefault(number, []).append(index)
        elif not mode and text.rstrip().endswith("?") and len(text) < _LONGEST:
            current, reach = [index], _REACH
        elif current and (mode or reach):
            pairs[index] = tuple(current)
            reach -= 1
    return pairs


def _read_heading(text: str) -> tuple[str, list[int]]:
    """Give "ask", "answer" or "" for a heading, and the numbers in it."""
    for mode, pattern in (("ask", _ASKED), ("answer", _ANSWERED)):
        found = pattern.match(text.strip())
        if found:
            return mode, list(_numbers_in(found.group("rest")))
    return "", []


def _numbers_in(text: str) -> Iterator[int]:
    whole = re.search(r"(\d{1,3})\s*(?:t/m|tot en met|-)\s*(\d{1,3})", text)
    if whole:
        yield from range(int(whole.group(1)), int(whole.group(2)) + 1)
    else:
        yield from map(int, re.findall(r"\d{1,3}", text))

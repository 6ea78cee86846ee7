"""Written questions and their answers in a document: which blocks answer which.

Two forms occur: headings "Vraag 3" and "Antwoord 3" (also "Antwoord 3 en 4"), and a block that
ends in a question mark with its answer in the blocks after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from assistant.types import BlockKind, Blocks

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
        elif not mode and _is_loose_question(text):
            current, reach = [index], _REACH
        elif current and (mode or reach):
            pairs[index] = tuple(current)
            reach -= 1
    return pairs


class Questions:
    """For each block of a document the blocks of the questions that it answers, as `pair_answers` gives them.

    They are looked for around the block, unless the document has headings for questions and answers.
    """

    def __init__(self, blocks: Blocks, headings: Sequence[int], text: str) -> None:
        self._blocks, self._headings, self._text = blocks, headings, text
        self._known: dict[int, tuple[int, ...]] = {}

    def get(self, index: int, default: tuple[int, ...] = ()) -> tuple[int, ...]:
        """Give the blocks of the questions; `default` where there are none."""
        if self._whole is not None:
            return self._whole.get(index, default)
        found = self._known.get(index)
        if found is None:
            found = self._known[index] = self._find_before(index)
        return found or default

    @cached_property
    def _whole(self) -> dict[int, tuple[int, ...]] | None:
        """The pairs of a document whose headings tell what is asked and answered; None for another."""
        if not any(_read_heading(self._text_of(index))[0] for index in self._headings):
            return None
        return pair_answers([(block.kind, self._text_of(index)) for index, block in enumerate(self._blocks)])

    def _find_before(self, index: int) -> tuple[int, ...]:
        if index >= len(self._blocks):
            return ()  # behind the last block, where the answer to a question there would stand
        if self._is_heading(index) or _is_loose_question(self._text_of(index)):
            return ()
        for place in range(index - 1, max(-1, index - 1 - _REACH), -1):
            if self._is_heading(place):
                return ()
            if _is_loose_question(self._text_of(place)):
                return (place,)
        return ()

    def _text_of(self, index: int) -> str:
        return self._blocks.text_of(index, self._text)

    def _is_heading(self, index: int) -> bool:
        return self._blocks.is_kind(index, BlockKind.HEADING)


def _is_loose_question(text: str) -> bool:
    return len(text) < _LONGEST and text.rstrip().endswith("?")


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

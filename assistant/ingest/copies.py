"""Lines that stand twice in a plain text because a PDF draws them twice, one over the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

_REACH = 50
"""A copy comes within so many lines."""
_LONG_CHARS = 40
"""Lines of so many characters tell whether a text is drawn twice."""
_SHORT_CHARS, _SHORT_WORDS = 20, 3
"""A shorter line is a copy only behind another one, in the same order as before."""
_DOUBLED = re.compile(r"\s*(?P<once>[^\W\d_][^\n]{2,150}?) {0,2}(?P=once)\s*")
_SEVERAL = 3
_LEAST, _SHARE = 20, 0.03
"""In a text that is drawn twice so many of its long lines come back, and so large a part of them."""


def drop_doubled(lines: Sequence[str]) -> tuple[list[str], int]:
    """Give the lines with every copy left out, and how many there were.

    A text in which only some sentences come back is left as it is: a list or a regulation may
    rightly say the same twice.
    """
    keys = [" ".join(line.split()) for line in lines]
    kept: list[int] = []
    last: dict[str, int] = {}
    follows = long = repeated = 0
    for place, key in enumerate(keys):
        long += len(key) >= _LONG_CHARS
        before = last.get(key) if key else None
        near = before is not None and len(kept) - before <= _REACH
        whole = len(key) >= _SHORT_CHARS and len(key.split()) >= _SHORT_WORDS
        goes_on = bool(key and 0 < follows < len(kept) and keys[kept[follows]] == key)
        if before is not None and near and (whole or goes_on):
            repeated += len(key) >= _LONG_CHARS
            follows = (follows if goes_on else before) + 1
            continue
        if key:
            follows = 0
            last[key] = len(kept)
        kept.append(place)
    if repeated < _LEAST or repeated < _SHARE * long:
        return list(lines), 0
    return [lines[place] for place in kept], len(lines) - len(kept)


def halve_doubled(lines: Sequence[str]) -> tuple[list[str], int]:
    """Give the lines with what stands in one twice in a row once ("Tijd voor laterTijd voor later"), and how many there were.

    Only where a text has several of them.
    """
    halves = [_DOUBLED.fullmatch(line) for line in lines]
    count = sum(half is not None for half in halves)
    if count < _SEVERAL:
        return list(lines), 0
    return [half["once"] if half else line for line, half in zip(lines, halves, strict=True)], count

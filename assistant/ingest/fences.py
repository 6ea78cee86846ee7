"""Where code stands between fences in Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FENCE = re.compile(r"[ \t>]*+(?:(?:[-*+]|\d{1,9}[.)])[ \t]++)?(?P<mark>`{3,}+|~{3,}+)(?P<rest>.*)$", re.S)
"""Also below an item or in a quotation."""


def find_fenced(lines: Sequence[str]) -> list[bool]:
    """Give for each line whether it is code between fences, or such a fence; one that does not close is none."""
    marks = [_FENCE.match(line) for line in lines]
    longest: list[dict[str, int]] = [{}]
    for found in reversed(marks):
        known = longest[-1]
        if found and not found["rest"].strip():
            sign, size = found["mark"][0], len(found["mark"])
            known = {**known, sign: max(size, known.get(sign, 0))}
        longest.append(known)
    longest.reverse()
    fenced: list[bool] = []
    opening = ""
    for place, found in enumerate(marks):
        mark, rest = (found["mark"], found["rest"]) if found else ("", "")
        if opening:
            fenced.append(True)
            if mark.startswith(opening) and not rest.strip():
                opening = ""
            continue
        opens = bool(mark) and not (mark[0] == "`" and "`" in rest)
        if opens and longest[place + 1].get(mark[0], 0) >= len(mark):
            opening = mark
        fenced.append(bool(opening))
    return fenced

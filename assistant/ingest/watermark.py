"""A word printed across every page that stands glued to the lines of a plain text ("CONCEPTDe raad ...")."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

_SHOUTED = re.compile(r"\s*([A-ZÀ-Þ]{4,})")
_LEAST_LINES = 50
_SHARE = 0.03
"""A watermark is at the beginning of so large a part of the lines."""
_GLUED = 0.5
_OTHERS = 8
"""Behind it come so many different letters, or it is only the beginning of a word."""


def find_watermark(lines: Sequence[str]) -> str | None:
    """Give the word in capitals that is glued before the words of very many lines; None when there is none."""
    counts: Counter[str] = Counter()
    behind: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in lines:
        if found := _SHOUTED.match(line):
            for stop in range(found.start(1) + 4, found.end(1) + 1):
                word = line[found.start(1) : stop]
                counts[word] += 1
                behind[word][line[stop : stop + 1]] += 1
    least = max(_LEAST_LINES, _SHARE * len(lines))
    fit = [
        word
        for word, count in counts.items()
        if count >= least
        and sum(times for sign, times in behind[word].items() if sign.isalpha()) >= _GLUED * count
        and sum(sign.isalpha() for sign in behind[word]) >= _OTHERS
        and len(set(behind[word])) > 1
    ]
    return max(fit, key=lambda word: (counts[word], len(word)), default=None)


def drop_watermark(lines: Sequence[str], word: str) -> tuple[list[str], int]:
    """Give the lines without the watermark, parted where it stood in between, and how often it was there."""
    pattern = re.compile(re.escape(word))
    kept: list[str] = []
    count = 0
    for line in lines:
        parts = pattern.split(line)
        count += len(parts) - 1
        kept += [part for part in parts if part.strip()] if len(parts) > 1 else [line]
    return kept, count

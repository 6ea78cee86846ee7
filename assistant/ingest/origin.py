"""Where a text comes from: the Netherlands or Flanders, by the words of government."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from math import log2
from pathlib import Path

_TABLE = Path(__file__).resolve().parent / "data" / "origin.tsv"
_SAMPLE = 60_000
_MARGIN = 1.25
"""One side must have so many times the points of the other."""
_LEAST = 2.0
_WORD = re.compile(r"[\w-]+(?:['’][\w-]+)*")


@dataclass(slots=True)
class _Markers:
    """The table: each marker with its origin and weight.

    `words` by the word itself, `beginnings` and `endings` without their asterisk, `phrases` by their
    first word; the last word of a phrase may be the beginning of one.
    """

    words: dict[str, tuple[str, float]] = field(default_factory=dict)
    beginnings: dict[str, tuple[str, float]] = field(default_factory=dict)
    endings: dict[str, tuple[str, float]] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], str, float]]] = field(default_factory=dict)


@cache
def _load_markers() -> _Markers:
    markers = _Markers()
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        origin, weight, marker = line.split("\t")
        value = origin, float(weight)
        words = tuple(marker.split())
        if len(words) > 1:
            markers.phrases.setdefault(words[0], []).append((words, *value))
        elif marker.endswith("*"):
            markers.beginnings[marker[:-1]] = value
        elif marker.startswith("*"):
            markers.endings[marker[1:]] = value
        else:
            markers.words[marker] = value
    return markers


def find_origin(text: str) -> str | None:
    """Give "nl" or "vl"; None when the words do not tell.

    Every marker counts by its weight and, with diminishing returns, by how often it occurs: a
    Dutch text that speaks of Flanders stays Dutch.
    """
    points = {"nl": 0.0, "vl": 0.0}
    words = [word.replace("’", "'") for word in _WORD.findall(text[:_SAMPLE].lower())]
    for (origin, weight), count in (*_count_words(words), *_count_phrases(words)):
        points[origin] += weight * log2(1 + count)
    winner, other = ("vl", "nl") if points["vl"] > points["nl"] else ("nl", "vl")
    if points[winner] < _LEAST or points[winner] < _MARGIN * points[other]:
        return None
    return winner


def _count_words(words: list[str]) -> Iterator[tuple[tuple[str, float], int]]:
    """Give origin and weight of every marker of one word, and how often it occurs."""
    markers = _load_markers()
    counts = Counter(words)
    for marker in sorted(markers.words.keys() & counts.keys()):
        yield markers.words[marker], counts[marker]
    for part, test in ((markers.beginnings, str.startswith), (markers.endings, str.endswith)):
        likely = [word for word in counts if test(word, tuple(part))]
        for marker, value in part.items():
            if count := sum(counts[word] for word in likely if test(word, marker)):
                yield value, count


def _count_phrases(words: list[str]) -> Iterator[tuple[tuple[str, float], int]]:
    """Give origin and weight of every phrase, and how often it occurs."""
    phrases = _load_markers().phrases
    found: Counter[tuple[tuple[str, ...], str, float]] = Counter()
    for place, word in enumerate(words):
        for entry in phrases.get(word, ()):
            found[entry] += _stands(entry[0], words, place)
    for (_, origin, weight), count in sorted(found.items()):
        if count:
            yield (origin, weight), count


def _stands(phrase: tuple[str, ...], words: list[str], place: int) -> bool:
    following = words[place : place + len(phrase)]
    if len(following) < len(phrase) or following[:-1] != list(phrase[:-1]):
        return False
    last = phrase[-1]
    return following[-1].startswith(last[:-1]) if last.endswith("*") else following[-1] == last

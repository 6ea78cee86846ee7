"""Enumerations in running text: "Denemarken, Zweden en Finland", "(1) ..., (2) ... en (3) ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.answer.itembounds import BARE, JOINING, MAX_WORDS, cut_items, trim
from assistant.answer.itemwords import FINITE, holds_clause
from assistant.types import Span

_NUMBERED = re.compile(r"\((?:\d|[a-h])\)\s*")
_SEPARATOR = re.compile(r",\s+(?:en\s+|of\s+|alsook\s+|evenals\s+)?|\s+(?:en|of|alsook|evenals|&)\s+|;\s+")
_STOP = re.compile(r"[):;.!?]|\s[–—-]\s|[”\"]")
_OPENING = re.compile(
    r"(?:zoals|namelijk|te weten|waaronder|onder meer|onder andere|o\.a\.|bijvoorbeeld|met name)\s",
    re.IGNORECASE,
)
"""Words behind which an enumeration begins, also after a comma."""
_MOST_BEHIND = 6


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Items as offsets in the text; `span` runs from the first to the last item."""

    span: Span
    items: tuple[Span, ...]


@lru_cache(maxsize=20_000)
def find_enumerations(text: str) -> tuple[Enumeration, ...]:
    """Give the enumerations of two or more items in `text`, in order."""
    found: list[Enumeration | None] = [*_numbered(text), *_closed(text), *_listed(text)]
    plain = _WHERE.sub(_blank, _ASIDE.sub(_blank, text))
    found.extend(_read_segment(plain, start, end) for start, end in _segments(plain))
    found.extend(_read_segment(text, aside.start() + 2, aside.end() - 1) for aside in _ASIDE.finditer(text))
    return tuple(dict.fromkeys(_without_count(text, one) for one in found if one is not None))


_COUNT_OF = re.compile(
    r"(?:\w+ )?(?:\d+|één|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien) (?:daarvan|ervan|hiervan)",
    re.IGNORECASE,
)


def _without_count(text: str, found: Enumeration) -> Enumeration:
    """Give an enumeration without the count that it opens with: "in drie daarvan, Mol, Geel en Lier,"."""
    if len(found.items) < 3 or not _COUNT_OF.fullmatch(found.items[0].of(text)):
        return found
    return Enumeration(Span(found.items[1].start, found.span.end), found.items[1:])


_ASIDE = re.compile(r" \([^()]{1,80}\)(?=\s+(?:en|of)\b|,)")
"""A short remark in brackets behind an item, over which the enumeration runs on."""


_WHERE = re.compile(r" (?:in|uit|te|bij) [A-ZÀ-Þ][\w-]+(?=, en\b)")
"""The place behind the last of some items, over which the enumeration runs on: "A en B in X, en C en D in Y"."""


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


_AGAIN = re.compile(r"^(?P<first>\w+) .*?(?P<mark>,? en )(?P=first) ", re.DOTALL)
"""An "en" before the word that the item began with: "een pad voor fietsers en een pad voor ruiters"."""


def _closed(text: str) -> list[Enumeration]:
    """Give the items that stand behind a colon with a semicolon after each up to the last."""
    colon = text.find(": ")
    if colon < 0 or "; " not in text[colon:]:
        return []
    end = _segment_end(text, colon)
    cuts = [colon + 2, *(match.end() for match in _SEMICOLON.finditer(text, colon, end)), end]
    items = [trim(text, Span(one, _without_mark(text, one, other))) for one, other in pairwise(cuts)]
    if len(items) < 2 or any(len(item) == 0 or ": " in item.of(text) for item in items):
        return []
    again = _AGAIN.match(items[-1].of(text))
    first = items[0].of(text).split(" ", 1)[0]
    if again and again.group("first") == first:
        last = items.pop()
        items.append(Span(last.start, last.start + again.start("mark")))
        items.append(Span(last.start + again.end("mark"), last.end))
    return [Enumeration(Span(items[0].start, items[-1].end), tuple(items))]


def _listed(text: str) -> list[Enumeration]:
    """Give three or more brief items behind a colon with commas only, up to the end of the sentence."""
    found = _BEHIND_COLON.search(text)
    if found is None or JOINING.search(found.group("items")):
        return []
    cuts = [found.start("items"), *(mark.end() for mark in re.finditer(r", ", text[: found.end()]))]
    cuts = [cut for cut in cuts if cut >= found.start("items")]
    items = tuple(trim(text, Span(one, other)) for one, other in pairwise([*cuts, found.end("items")]))
    if any(len(item.of(text).split()) > _MOST_BEHIND or holds_clause(item.of(text)) for item in items):
        return []
    return [Enumeration(Span(items[0].start, items[-1].end), items)]


_BEHIND_COLON = re.compile(r": (?P<items>[^:;.,]{2,60}(?:, [^:;.,]{2,60}){2,})\.?$")
_SEMICOLON = re.compile(r";\s+(?:en\s+|of\s+)?")


def _without_mark(text: str, start: int, end: int) -> int:
    """Give where an item ends without the semicolon and the "en" or "of" behind it."""
    found = re.search(r"\s*;\s*(?:en|of)?\s*$", text[start:end])
    return start + found.start() if found else end


def with_number(text: str, found: Enumeration, number: int | None) -> Enumeration:
    """Give the enumeration in as many items as are asked for, where an "en" before the last may join two of them.

    "zorg, kopen en huren van huizen en water" are three things as well as four.
    """
    if number is None or len(found.items) != number + 1 or number < 2:
        return found
    for place, (one, other) in enumerate(pairwise(found.items[:-1])):
        if BARE.fullmatch(text[one.end : other.start]):
            joined = (*found.items[:place], Span(one.start, other.end), *found.items[place + 2 :])
            return Enumeration(found.span, joined)
    return found


def find_run_behind(text: str, start: int) -> Enumeration | None:
    """Give the enumeration that begins at `start` and ends at its first "en" or "of", inside a longer one too.

    "de provincie, de departementen A, B en C, het waterschap": behind "departementen" stand three items.
    """
    marks: list[re.Match[str]] = []
    stop = _STOP.search(text, start)
    for mark in _SEPARATOR.finditer(text, start, stop.start() if stop else len(text)):
        item = text[marks[-1].end() if marks else start : mark.start()]
        if len(item.split()) > _MOST_BEHIND or not item.strip():
            return None
        marks.append(mark)
        if JOINING.search(mark.group()):
            following = _SEPARATOR.search(text, mark.end())
            end = min(following.start() if following else len(text), stop.start() if stop else len(text))
            return _make(cut_items(text, start, end, marks))
    return None


def _numbered(text: str) -> list[Enumeration]:
    marks = list(_NUMBERED.finditer(text))
    if len(marks) < 2:
        return []
    items: list[Span] = []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        stop = following.start() if following else _segment_end(text, mark.end())
        item = text[mark.end() : stop]
        trimmed = re.sub(r"(?:[,;]|\s+en|\s+of|,\s*en)?\s*$", "", item)
        items.append(Span(mark.end(), mark.end() + len(trimmed)))
    return [Enumeration(Span(marks[0].start(), items[-1].end), tuple(items))]


def _segment_end(text: str, start: int) -> int:
    stop = re.compile(r"[.!?](?:\s|$)|\n").search(text, start)
    return stop.start() if stop else len(text)


def _segments(text: str) -> list[tuple[int, int]]:
    """Give the stretches between signs over which no enumeration runs."""
    cuts = [0]
    for sign in re.finditer(r"[():;!?“”\"\n]|\.(?:\s|$)|\s[–—-]\s", text):
        cuts.append(sign.start())
        cuts.append(sign.end())
    cuts.append(len(text))
    return [(cuts[place], cuts[place + 1]) for place in range(0, len(cuts) - 1, 2)] + [
        (cuts[place], cuts[place + 1])
        for place in range(1, len(cuts) - 2, 2)
        if cuts[place + 1] - cuts[place] > 3
    ]


def _read_segment(text: str, start: int, end: int) -> Enumeration | None:
    separators = list(_SEPARATOR.finditer(text, start, end))
    run: list[re.Match[str]] = []
    best: list[re.Match[str]] = []
    for separator in separators:
        between = text[run[-1].end() : separator.start()] if run else ""
        if run and (len(between.split()) > MAX_WORDS or FINITE.search(between)):
            best = _better(best, run)
            run = []
        if _OPENING.match(text, separator.end()):
            best, run = _better(best, run), []
            continue
        run.append(separator)
    best = _better(best, run)
    if not best or not any(re.search(r"\b(?:en|of|alsook|evenals|&)\b|&", mark.group()) for mark in best):
        return None
    return _make(cut_items(text, start, end, best))


def _better(best: list[re.Match[str]], run: list[re.Match[str]]) -> list[re.Match[str]]:
    closing = max(
        (place for place, mark in enumerate(run) if re.search(r"en|of|alsook|evenals|&", mark.group())),
        default=-1,
    )
    run = run[: closing + 1]
    return run if len(run) > len(best) else best


def _make(items: tuple[Span, ...]) -> Enumeration | None:
    """Give the enumeration of items; None without any."""
    return Enumeration(Span(items[0].start, items[-1].end), items) if items else None

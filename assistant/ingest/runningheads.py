"""Heads and feet of pages that stand in the lines of a plain text, also glued to its words.

Such a text was taken out of a PDF without its pages: "... en 31", then "Jaarplan 2024scholen ...".
A head is a run of words that comes back at the beginning or end of lines, and that has what no list
has: words glued to it, or a page number that goes up with every head in the middle of sentences.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_LEAST = 10
"""A head comes back so often at least."""
_MOST_TOKENS, _KINDS = 10, 200
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_WORDY = re.compile(r"[^\W\d_]{2,}|(?:19|20)\d\d")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_MOSTLY = 0.7
_HALF, _SOME = 0.5, 0.2
_NUMBERED = 0.6
_STEP = 6
"""Pages between two heads: more are a chapter without any."""
_WINDOW = 90
_NUMBER = r"(?<![\d-])(?!(?:19|20)\d\d(?!\d))(?P<number>\d{1,4})(?!\d|[-/–]\d)"
"""Digits, no year; the page number may be glued to the number of a chapter ("31 Vrij" for page 3)."""
_BEFORE = re.compile(rf"{_NUMBER}[ \t]*(?:\n(?P<chapter>[^\n\d]{{0,80}}))?$")
_AFTER = re.compile(rf"[ \t]*\n?[ \t]*{_NUMBER}(?!\.\s)")
_CHAPTER = re.compile(rf"(?P<chapter>[^\n\d]{{3,70}}?)[ \t]*{_NUMBER}")
_LEAST_SHARED = 5
_CUT = "\0"
"""Stands where a head was, until all are found: what is beside one is of the same page's head."""
_BESIDE = 4
_SIGNS = frozenset('/@:;.,()?!"‘“„•')
"""What is in an address, a sentence or an item of a list, and in no head."""
_RUNNING = 30
"""A shorter line before a head may be a heading or the name of an item."""
_ENDS = ".!?:;”’\"'"


@dataclass(frozen=True, slots=True)
class _Number:
    """A number beside a head that may be the page's; `cut` is what goes with it."""

    value: int
    span: tuple[int, int]
    cut: tuple[int, int]
    side: str


@dataclass(frozen=True, slots=True)
class _Head:
    """One place of a head, with the page number found for it."""

    start: int
    end: int
    number: _Number | None


def drop_heads(text: str) -> tuple[str, dict[str, int]]:
    """Give the text without running heads, and how often each of them was left out."""
    told: dict[str, int] = {}
    patterns = [_make_pattern(phrase) for phrase in _find_phrases(text.split("\n"))]
    often = {pattern: len(pattern.findall(text)) for pattern in patterns}
    for pattern in sorted(patterns, key=lambda pattern: -often[pattern]):
        heads = _judge(text, [found.span() for found in pattern.finditer(text)])
        if heads:
            told[" ".join(text[heads[-1].start : heads[-1].end].split())] = len(heads)
            text = _cut(text, _widen(text, heads))
    return _part_lines(text), told


def _find_phrases(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give the runs of words that come back at the ends of lines, long ones first, in a fixed order."""
    counts: Counter[tuple[str, ...]] = Counter()
    for line in lines:
        for run in _find_runs(line):
            counts.update(tuple(run[:size]) for size in range(2, len(run) + 1))
    often = {key: count for key, count in counts.items() if count >= _LEAST and _is_wordy(key)}
    longer: defaultdict[tuple[str, ...], int] = defaultdict(int)
    for key, count in often.items():
        longer[key[:-1]] = max(longer[key[:-1]], count)
    whole = [key for key, count in often.items() if longer[key] < _MOSTLY * count]
    yield from sorted(whole, key=lambda key: (-often[key] * len(key), key))[:_KINDS]


def _find_runs(line: str) -> Iterator[list[str]]:
    """Give the tokens at the beginning of a line, and behind a number that is glued to them.

    Each token carries the blank before it, so that a pattern can be made of it again.
    """
    found = list(_TOKEN.finditer(line[:300]))
    starts = [0] if found else []
    starts += [
        place
        for place in range(1, len(found))
        if found[place - 1].group().isdecimal()
        and found[place - 1].end() == found[place].start()
        and found[place].group()[0].isupper()
        and (place > 1 or found[place - 1].end() - found[place - 1].start() <= 3)
    ]
    for start in starts:
        run = found[start : start + _MOST_TOKENS]
        yield [
            (" " if place and run[place - 1].end() < token.start() else "") + token.group()
            for place, token in enumerate(run)
        ]


def _is_wordy(key: tuple[str, ...]) -> bool:
    """Tell whether a run of tokens may be a head: it begins with a capital or number, and is no address."""
    words = [token.strip() for token in key]
    dash = key[-1] in (" -", " –", " |")
    if not (words[0][0].isupper() or words[0].isdecimal()) or not (words[-1][0].isalnum() or dash):
        return False
    if _SIGNS.intersection(words):
        return False
    return sum(_WORDY.fullmatch(word) is not None for word in words) >= 2 and any(
        map(_LONG_WORD.match, words)
    )


def _make_pattern(phrase: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        "".join((r"[ \t]+" if token[0] == " " else "") + re.escape(token.strip()) for token in phrase)
    )


def _judge(text: str, spans: Sequence[tuple[int, int]]) -> list[_Head]:
    """Give the places of a phrase with their page numbers; none when it is no running head."""
    if len(spans) < _LEAST or not _is_paged(text, spans):
        return []
    numbers = _find_chain(text, spans)
    heads = [_Head(start, end, numbers.get(place)) for place, (start, end) in enumerate(spans)]
    glued = sum(_is_glued(text, head) for head in heads)
    edged = sum(_is_at_edge(text, head) for head in heads)
    torn = sum(_is_torn(text, head) for head in heads)
    count = len(heads)
    if edged < _MOSTLY * count:
        return []
    if glued >= _HALF * count:
        return heads
    if sum(_is_beside_cut(text, head) for head in heads) >= _HALF * count:
        return heads
    numbered = len(numbers) >= _NUMBERED * count
    return heads if numbered and glued + torn >= _SOME * count else []


def _is_paged(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether the places of a phrase lie as far from each other as the heads of pages do, most of them alike."""
    gaps = sorted(text.count("\n", one[1], other[0]) for one, other in pairwise(spans))
    middle = gaps[len(gaps) // 2]
    alike = sum(middle / 2 <= gap <= 2 * middle for gap in gaps)
    return middle >= _PAGE and alike >= _HALF * len(gaps)


_PAGE = 20
"""Lines that a page has at least, in the middle of all."""


def _is_glued(text: str, head: _Head) -> bool:
    """Tell whether a word touches a head, or words touch inside it ("2023Tijd voor later")."""
    before, after = text[head.start - 1 : head.start], text[head.end : head.end + 1]
    first, last = text[head.start], text[head.end - 1]
    # "2023scholen", "laterScholen"; "later" in "laterhand" may be a part of a longer word.
    behind = after.isalpha() and (last.isdecimal() or (last.isalpha() and last.islower() and after.isupper()))
    ahead = before.isalpha() and before.islower() and (first.isupper() or first.isdecimal())
    inside = re.search(r"\d{4}[A-ZÀ-Þ][a-zà-ÿ]", text[head.start : head.end])
    return behind or ahead or inside is not None


def _is_beside_cut(text: str, head: _Head) -> bool:
    return _CUT in text[max(0, head.start - _BESIDE) : head.start] + text[head.end : head.end + _BESIDE]


def _is_at_edge(text: str, head: _Head) -> bool:
    """Tell whether a head begins or ends its line, but for its number and what is glued to it."""
    start, end = head.start, head.end
    if head.number is not None:
        start, end = min(start, head.number.cut[0]), max(end, head.number.cut[1])
    line = text[text.rfind("\n", 0, start) + 1 : start].strip()
    rest = text[end : text.find("\n", end) if "\n" in text[end:] else len(text)].strip()
    beside = _is_glued(text, head) or _is_beside_cut(text, head)
    return not line or not rest or beside or text[start - 1 : start].isdecimal()


def _is_torn(text: str, head: _Head) -> bool:
    """Tell whether a sentence runs on over a head that has its lines to itself.

    Words behind it on its line, without a number between, are of the same sentence as its own.
    """
    start, end = head.start, head.end
    if head.number is not None:
        start, end = min(start, head.number.cut[0], head.number.span[0]), max(end, head.number.cut[1])
    before = text[max(0, start - _WINDOW) : start].rstrip()
    line = before[before.rfind("\n") + 1 :]
    after = text[end : end + 40].lstrip(" ")
    alone = after.startswith("\n") or end > head.end
    runs_on = len(line) >= _RUNNING and line[-1] not in _ENDS
    return runs_on and alone and after.lstrip()[:1].islower()


def _find_chain(text: str, spans: Sequence[tuple[int, int]]) -> dict[int, _Number]:
    """Give the page numbers of heads, by place: the longest run of numbers that go up a little each time.

    They stand at one side of the head, or at both in turn.
    """
    offers = [list(_find_numbers(text, start, end)) for start, end in spans]
    chain = _link(offers)
    sides = Counter(number.side for number in chain.values())
    usual = {side for side, count in sides.items() if count >= _SOME * len(chain)}
    return _link([[offer for offer in some if offer.side in usual] for some in offers])


def _link(offers: Sequence[Sequence[_Number]]) -> dict[int, _Number]:
    best: dict[int, _Number] = {}
    for first in range(min(5, len(offers))):
        for begin in offers[first]:
            chain, seen = {first: begin}, first
            for place in range(first + 1, len(offers)):
                last = chain[seen].value
                fits = [offer for offer in offers[place] if 0 < offer.value - last <= _STEP * (place - seen)]
                if fits:
                    chain[place], seen = min(fits, key=lambda offer: offer.value), place
            if len(chain) > len(best):
                best = chain
    return best


def _find_numbers(text: str, start: int, end: int) -> Iterator[_Number]:
    """Give what may be the page number of the head from `start` to `end`."""
    if found := _BEFORE.search(text, max(0, start - _WINDOW), start):
        first, last = found.span("number")
        chapter = found.start("chapter") if found["chapter"] else start
        alone = text[:first].rstrip(" \t")[-1:] in ("", "\n")
        for begin in range(first, last):
            if begin == first or text[begin] != "0":
                span = (first if alone else begin, last)
                yield _Number(int(text[begin:last]), span, (min(chapter, start), start), "before")
    for pattern, side in ((_AFTER, "after"), (_CHAPTER, "chapter")):
        if found := pattern.match(text, end, end + _WINDOW):
            first, last = found.span("number")
            for stop in range(last, first, -1):
                yield _Number(int(text[first:stop]), (first, stop), (end, stop), side)


def _widen(text: str, heads: Sequence[_Head]) -> list[_Head]:
    """Give the heads with the words after them that most of them have too, to the last letter."""
    ends = [head.end for head in heads]
    sizes = _share_after(text, ends, _MOSTLY)
    return [
        _Head(head.start, max(head.end, end + size), head.number)
        for head, end, size in zip(heads, ends, sizes, strict=True)
    ]


def _share_after(text: str, ends: Sequence[int], share: float) -> list[int]:
    """Give how many signs behind each end are those that most ends have; digits and line ends are none."""
    live = list(range(len(ends)))
    sizes = [0] * len(ends)
    size = 0
    while live:
        signs = Counter(text[ends[place] + size : ends[place] + size + 1] for place in live)
        sign, count = max(signs.items(), key=lambda pair: (pair[1], pair[0]))
        if count < share * len(ends) or not sign or sign == "\n" or sign.isdecimal():
            break
        live = [place for place in live if text[ends[place] + size : ends[place] + size + 1] == sign]
        size += 1
        for place in live:
            sizes[place] = size
    return sizes


def _cut(text: str, heads: Sequence[_Head]) -> str:
    """Give the text without the heads, their page numbers and the names of chapters beside them."""
    cuts: list[tuple[int, int]] = []
    for head in heads:
        cuts.append((head.start, head.end))
        if head.number is not None:
            cuts += [head.number.span, head.number.cut]
    ends = [max(head.end, head.number.cut[1] if head.number else 0) for head in heads]
    sizes = _share_after(text, ends, _HALF)
    cuts += [(end, end + size) for end, size in zip(ends, sizes, strict=True) if size >= _LEAST_SHARED]
    cuts += _find_led(text, heads)
    return _remove(text, sorted(cuts))


def _find_led(text: str, heads: Sequence[_Head]) -> Iterator[tuple[int, int]]:
    """Give the names of chapters before heads on one line: those that come back."""
    led = []
    for head in heads:
        begin = text.rfind("\n", 0, head.start) + 1
        led.append((begin, text[begin : head.start]))
    counts = Counter(words.strip() for _, words in led)
    yield from (
        (begin, begin + len(words)) for begin, words in led if words.strip() and counts[words.strip()] >= 3
    )


def _remove(text: str, cuts: Sequence[tuple[int, int]]) -> str:
    """Give the text with the mark of a cut in the place of each stretch."""
    parts: list[str] = []
    place = 0
    for start, end in cuts:
        if end > place:
            parts += [text[place : max(place, start)], _CUT]
            place = end
    return "".join([*parts, text[place:]])


def _part_lines(text: str) -> str:
    """Give the text without the marks of cuts; the two sides of one inside a line become two lines."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines += [piece.lstrip() for piece in line.split(_CUT) if piece.strip()] if _CUT in line else [line]
    return "\n".join(lines)

"""Signs to segments: runs without a wide gap, with footnote marks out and accents set."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.ingest.encoding import normalise
from assistant.ingest.glyphs import Glyph, Line, PlacedWord, Segment

_GAP = 0.7
"""A blank of so many times the type size between two signs parts two cells or columns."""
_RAISED = 0.8
"""A sign smaller than this part of the type beside it is no part of the line's own type."""
_LIFT = 0.1
"""A digit whose foot is higher than its line's by this part of the type's size is a footnote mark."""
_SQUARES = {"2": "²", "3": "³"}
_UNITS = ("m", "km", "cm", "dm", "mm", "hm")
_ACCENTS = {
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "ˆ": "\u0302",
    "˜": "\u0303",
    "ˇ": "\u030c",
    "¸": "\u0327",
}
_WORD = re.compile(r"\S+")


def find_segments(glyphs: Line) -> Iterator[Segment]:
    """Give the segments of a page, in the order of the file."""
    run: list[Glyph] = []
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph is not None and glyph.sign.isspace():
            if run:
                run.append(glyph)
            continue
        if last is not None and (glyph is None or _parts(last, glyph)):
            yield from _make_segment(run)
            run = []
        last = glyph
        if glyph is not None:
            run.append(glyph)
    yield from _make_segment(run)


def _parts(last: Glyph, glyph: Glyph) -> bool:
    """Tell whether `glyph` begins a new segment after `last`."""
    before, after = last.bottom - last.top, glyph.bottom - glyph.top
    if last.top != glyph.top or last.bottom != glyph.bottom:
        overlap = min(last.bottom, glyph.bottom) - max(last.top, glyph.top)
        if overlap < 0.3 * min(before, after):
            return True
    size = max(before, after, 1.0)
    return glyph.x0 - last.x1 > _GAP * size or glyph.x0 < last.x0 - 0.5 * size


def _make_segment(run: list[Glyph]) -> Iterator[Segment]:
    seen = [glyph for glyph in run if not glyph.sign.isspace()]
    heights = [glyph.bottom - glyph.top for glyph in seen]
    if not seen:
        return
    size = sorted(heights)[len(seen) // 2]
    base = seen
    if min(heights) < _RAISED * size:
        base = [glyph for glyph in seen if glyph.bottom - glyph.top >= _RAISED * size] or seen
    foot = sorted(glyph.bottom for glyph in base)[len(base) // 2] - _LIFT * size
    text, owners, marks = _write(run, foot)
    found = list(_WORD.finditer(text))
    if not found:
        return
    base = [glyph for glyph in base if glyph.bottom >= foot]
    top, bottom = min(glyph.top for glyph in base), max(glyph.bottom for glyph in base)
    yield Segment(
        " ".join(match.group() for match in found),
        min(glyph.x0 for glyph in seen),
        top,
        max(glyph.x1 for glyph in seen),
        bottom,
        size,
        2 * sum(glyph.ink.bold for glyph in seen) > len(seen),
        marks,
        tuple(_place_words(found, owners, round(top, 1), round(bottom, 1))),
    )


def _place_words(
    found: list[re.Match[str]], owners: list[Glyph], top: float, bottom: float
) -> Iterator[PlacedWord]:
    for match in found:
        word = match.group()
        if not word.isascii():
            word = "".join(normalise(word).split())
        first, last = owners[match.start()], owners[match.end() - 1]
        if word:
            yield word, round(first.x0, 1), top, round(max(first.x1, last.x1), 1), bottom


def _write(run: list[Glyph], foot: float) -> tuple[str, list[Glyph], tuple[str, ...]]:
    """Give the text of a run, the sign that each of its characters comes from, and its footnote marks."""
    signs = [glyph.sign for glyph in run]
    marked = any(map(str.isdigit, signs)) and min(glyph.bottom for glyph in run) < foot
    if not marked and _ACCENTS.keys().isdisjoint(signs):
        return "".join(signs), run, ()
    written = [_write_sign(run, place, foot) for place in range(len(run))]
    marks = "".join(" " if other.strip() else sign for sign, other in zip(signs, written, strict=True))
    owners = [glyph for glyph, sign in zip(run, written, strict=True) for _ in sign]
    return "".join(written), owners, tuple(mark for mark in marks.split() if mark.isdigit())


def _set_accent(run: list[Glyph], place: int) -> str | None:
    """Give the combining form of an accent that is drawn over the letter before it."""
    glyph, before = run[place], run[place - 1] if place else None
    if glyph.sign not in _ACCENTS or before is None or not before.sign.isalpha():
        return None
    return _ACCENTS[glyph.sign] if glyph.x0 < before.x1 - 0.2 * (before.x1 - before.x0) else None


def _write_sign(run: list[Glyph], place: int, foot: float) -> str:
    """Give the sign, or nothing for a footnote mark in running text: a digit that ends above `foot`."""
    glyph = run[place]
    if (accent := _set_accent(run, place)) is not None:
        return accent
    if not glyph.sign.isdigit() or glyph.bottom >= foot:
        return glyph.sign
    before = "".join(other.sign for other in run[max(0, place - 3) : place])
    if before.split()[-1:] and before.split()[-1] in _UNITS and before[-1:].isalpha():
        return _SQUARES.get(glyph.sign, glyph.sign)
    if not before.strip() or all(other.sign.isdigit() for other in run[:place]):
        following = run[place + 1].sign if place + 1 < len(run) else " "
        return glyph.sign if following.isdigit() else f"{glyph.sign} "
    return " " if "".join(other.sign for other in run[place + 1 : place + 2]).isalpha() else ""

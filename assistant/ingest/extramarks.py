"""Marks around the text of Markdown: quarrels of versions, boxes that fold out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_OURS, _BASE, _THEIRS = (re.compile(rf"{re.escape(sign * 7)}(?:\s.*)?$") for sign in "<|>")
_BETWEEN = re.compile(r"={7}\s*$")
_BOX = re.compile(
    r"(?P<indent>\s*)(?:\?\?\?\+?|!!!|===[!+]?(?=\s+\"))\s*(?:[\w-]+(?:\s+[\w-]+)*)?\s*(?:\"(?P<title>.*)\")?\s*$"
)
_ALERT = re.compile(r"\s*>\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*$", re.I)
_HEADING = re.compile(r" {0,3}(#{1,6})\s")
_STEP = 4
"""The text of a box is indented so much."""
_DEEPEST = 6


def drop_merges(lines: Sequence[str]) -> list[str]:
    """Give the lines without the marks of two versions that were never made one.

    Of both versions the lines stay; one that stands in both stays once.
    """
    if not any(_OURS.match(line) for line in lines):
        return list(lines)
    kept: list[str] = []
    ours: list[str] | None = None
    second = False
    for line in lines:
        if ours is None:
            if _OURS.match(line):
                ours, second = [], False
            else:
                kept.append(line)
        elif _THEIRS.match(line):
            ours = None
        elif _BETWEEN.match(line) or _BASE.match(line):
            second = True
        else:
            if not second:
                ours.append(line)
            if not (second and line.strip() and line in ours):
                kept.append(line)
    return kept


def turn_boxes(lines: Sequence[str]) -> list[str]:
    """Give the lines with each box (`!!! tip "Titel"`, `??? expander "Vraag?"`) as a part of the text.

    Its title becomes a heading below the one that it stands under, and its text loses the indent.
    Where the text of the section goes on behind the box, only a question becomes a heading, as it
    would stand above that text too; another title is a line of its own.
    """
    if not any(_BOX.match(line) or _ALERT.match(line) for line in lines):
        return list(lines)
    return list(_turn(list(lines), 0))


def _turn(lines: list[str], level: int) -> Iterator[str]:
    place, fenced = 0, False
    while place < len(lines):
        line = lines[place]
        place += 1
        if _FENCE.match(line):
            fenced = not fenced
        if fenced or not (_ALERT.match(line) or _BOX.match(line)):
            heading = None if fenced else _HEADING.match(line)
            level = len(heading.group(1)) if heading else level
            yield line
            continue
        found = _BOX.match(line)
        if found is None:
            continue
        depth = _indent(line) + _STEP
        inner = _find_inner(lines, place, depth)
        place += len(inner)
        if not inner and found["title"] is None:
            yield line
            continue
        yield from _open(found["title"] or "", level, filled=bool(inner), last=_ends_section(lines[place:]))
        yield from _turn([_dedent(entry, depth) for entry in inner], min(_DEEPEST, level + 1))
        yield ""


def _open(title: str, level: int, *, filled: bool, last: bool) -> Iterator[str]:
    """Give the lines for the title of a box; none for one that holds nothing and has nothing behind it."""
    words = title.strip()
    yield ""
    if words and (filled or not last):
        yield f"{'#' * min(_DEEPEST, level + 1)} {words}" if last or words.endswith("?") else words
        yield ""


def _find_inner(lines: Sequence[str], place: int, depth: int) -> list[str]:
    """Give the lines of a box: those indented to `depth`, and the empty ones between them."""
    stop = place
    for at in range(place, len(lines)):
        if lines[at].strip():
            if _indent(lines[at]) < depth:
                break
            stop = at + 1
    return list(lines[place:stop])


def _indent(line: str) -> int:
    wide = line.expandtabs(4)
    return len(wide) - len(wide.lstrip())


def _dedent(line: str, depth: int) -> str:
    wide = line.expandtabs(4) if line[:1] in (" ", "\t") else line
    return wide[depth:] if not wide[:depth].strip() else wide.lstrip()


def _ends_section(rest: Sequence[str]) -> bool:
    """Tell whether what follows a box is a heading, another box or nothing."""
    following = next((line for line in rest if line.strip()), None)
    return following is None or _HEADING.match(following) is not None or _BOX.match(following) is not None

"""Marks around the text of Markdown: quarrels of versions, boxes that fold out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.ingest.fences import find_fenced

_OURS, _BASE, _THEIRS = (re.compile(rf"{re.escape(sign * 7)}(?:\s.*)?$") for sign in "<|>")
_BETWEEN = re.compile(r"={7}\s*$")
_BOX = re.compile(
    r"\s*+(?:\?\?\?\+?|!!!|===[!+]?(?=\s+\"))\s*+(?P<words>[\w-]++(?:\s++[\w-]++)*+)?+\s*+(?:\"(?P<title>.*)\")?$"
)
_LONGEST = 300
"""A longer line is no mark of a box."""
_PLACED = (["inline"], ["inline", "end"])
"""Where a box is to stand, behind its type."""
_ALERT = re.compile(r"\s*>\s*\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*$", re.I)
_HEADING = re.compile(r" {0,3}(#{1,6})\s")
_STEP = 4
"""The text of a box is indented so much."""
_DEEPEST = 6
_MOST_NESTED = 20


def drop_merges(lines: Sequence[str]) -> list[str]:
    """Give the lines without the marks of two versions that were never made one; in code they stay.

    Of both versions the lines stay; one that stands in both stays once, but a table of the second version
    with a head of its own stays whole.
    """
    if not any(_OURS.match(line) for line in lines):
        return list(lines)
    kept: list[str] = []
    ours: set[str] | None = None
    others: list[str] | None = None
    for line, code in zip(lines, find_fenced(lines), strict=True):
        if ours is None and not code and _OURS.match(line):
            ours = set()
        elif ours is not None and not code and _THEIRS.match(line):
            kept += _find_new(others or [], ours)
            ours = others = None
        elif ours is not None and not code and (_BETWEEN.match(line) or _BASE.match(line)):
            others = others or []
        elif others is not None:
            others.append(line)
        else:
            kept.append(line)
            if ours is not None:
                ours.add(line)
    return [*kept, *_find_new(others or [], ours or set())]


def _find_new(lines: Sequence[str], known: set[str]) -> Iterator[str]:
    """Give the lines that are not known, and those that are part of code or of a table with a new head."""
    fenced = find_fenced(lines)
    whole = False
    for place, line in enumerate(lines):
        headed = place + 1 < len(lines) and "|" in line and _is_dashes(lines[place + 1])
        if headed and not whole and line not in known:
            yield ""
        whole = "|" in line and (whole or (headed and line not in known))
        if whole or fenced[place] or not line.strip() or line not in known:
            yield line


def _is_dashes(line: str) -> bool:
    return "|" in line and "-" in line and not line.strip(" \t|:-")


def turn_boxes(lines: Sequence[str]) -> list[str]:
    """Give the lines with each box (`!!! tip "Titel"`, `??? expander "Vraag?"`) as a part of the text.

    Its title becomes a heading below the one that it stands under, and its text loses the indent.
    Where the text of the section goes on behind the box, only a question becomes a heading, as it
    would stand above that text too; another title is a line of its own.
    """
    if not any(_match_box(line) or _ALERT.match(line) for line in lines):
        return list(lines)
    return list(_turn(list(lines), 0, 0))


def _match_box(line: str) -> re.Match[str] | None:
    bare = line.rstrip()
    return _BOX.match(bare) if len(bare) < _LONGEST else None


def _turn(lines: list[str], level: int, nested: int) -> Iterator[str]:
    place, fenced = 0, find_fenced(lines)
    while place < len(lines):
        line, code = lines[place], fenced[place]
        place += 1
        found = None if code else _match_box(line)
        if found is None:
            heading = None if code else _HEADING.match(line)
            level = len(heading.group(1)) if heading else level
            if code or not _ALERT.match(line):
                yield line
            continue
        depth = _indent(line) + _STEP
        inner = _find_inner(lines, place, depth)
        place += len(inner)
        if not inner and found["title"] is None:
            yield line
            continue
        yield from _open(_find_title(found), level, filled=bool(inner), last=_ends_section(lines, place))
        bare = [_dedent(entry, depth) for entry in inner]
        yield from _turn(bare, min(_DEEPEST, level + 1), nested + 1) if nested < _MOST_NESTED else bare
        yield ""


def _find_title(found: re.Match[str]) -> str:
    """Give the title of a box: what is quoted; else its words, unless they are one of small letters, its type."""
    words = (found["words"] or "").split()
    typed = len(words) < 2 or words[1:] in _PLACED
    if found["title"] is not None:
        own = not typed and any(word[0].isupper() for word in words)
        return " ".join([*words, found["title"]]) if own else found["title"]
    return "" if typed and not (words and words[0][0].isupper()) else " ".join(words)


def _open(title: str, level: int, *, filled: bool, last: bool) -> Iterator[str]:
    """Give the lines for the title of a box, which is no heading where nothing stands under it."""
    words = title.strip()
    yield ""
    if words:
        heads = filled if last else words.endswith("?")
        yield f"{'#' * min(_DEEPEST, level + 1)} {words}" if heads else words
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


def _ends_section(lines: Sequence[str], place: int) -> bool:
    """Tell whether what follows a box is a heading, another box or nothing."""
    following = next((lines[at] for at in range(place, len(lines)) if lines[at].strip()), None)
    return following is None or _HEADING.match(following) is not None or _match_box(following) is not None

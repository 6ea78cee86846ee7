"""The lines between "---" at the head of a Markdown file: what it states of itself."""

from __future__ import annotations

import re

_FENCE = "---"
_ENDS = ("---", "...")
_MOST = 1_000
_YAML = re.compile(r"\s*(?:#.*)?$|\s+\S|-(?:\s|$)|[\w.\"' -]+:(?:\s|$)|[\]}]\s*$")
"""A line of YAML: empty, a remark, an indented line, an item of a list, a name with a colon, or the end of a list."""
_NAMED = re.compile(r"[\w\"'][\w.\"' -]*:(?:\s|$)")
_FOLDED = re.compile(r"[>|][+-]?")
"""The value stands in the indented lines below."""


def split_front_matter(text: str) -> tuple[str, dict[str, str]]:
    """Give a text without its front matter, and the fields of one value in that, by name in lower case."""
    lines = text.lstrip("\n").split("\n")
    stop = _find_end(lines)
    if stop is None:
        return text, {}
    front: dict[str, str] = {}
    for place, line in enumerate(lines[1:stop], start=1):
        name, colon, value = line.partition(":")
        if not colon or line.startswith((" ", "-", "#")):
            continue
        value = _join_folded(lines[place + 1 : stop]) if _FOLDED.fullmatch(value.strip()) else value.strip()
        if value:
            front[name.strip().lower()] = value.strip("\"'")
    return "\n".join(lines[stop + 1 :]), front


def _find_end(lines: list[str]) -> int | None:
    """Give the place of the closing "---" or "..."; None where a text only begins with a line across the page.

    All between must read as YAML with a name in it. An empty line behind the first "---" makes that a line
    across the page, so that nothing under it is lost.
    """
    if lines[0].strip() != _FENCE or not "".join(lines[1:2]).strip():
        return None
    named = False
    for place, line in enumerate(lines[1:_MOST], start=1):
        if line.rstrip() in _ENDS or line.strip() == _FENCE:
            return place if named else None
        if not _YAML.match(line):
            return None
        named = named or _NAMED.match(line) is not None
    return None


def _join_folded(lines: list[str]) -> str:
    words: list[str] = []
    for line in lines:
        if not line.startswith((" ", "\t")):
            break
        words.append(line.strip())
    return " ".join(words)


def find_field(front: dict[str, str], *names: str) -> str | None:
    """Give the first field of these names; None when there is none."""
    return next((front[name] for name in names if name in front), None)

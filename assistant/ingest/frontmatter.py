"""The lines between "---" at the head of a Markdown file: what it states of itself."""

from __future__ import annotations

import re

_FENCE = "---"
_NEAR = 60
"""Front matter that closes within so many lines is taken at its word; a longer one must read as YAML."""
_MOST = 1_000
_YAML = re.compile(r"\s*(?:#.*)?$|\s+\S|-(?:\s|$)|[\w.\"' -]+:(?:\s|$)")
"""A line of YAML: empty, a remark, an indented line, an item of a list, or a name with a colon."""
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
    """Give the place of the closing "---"; None where a text only begins with a line across the page."""
    if lines[0].strip() != _FENCE:
        return None
    for place, line in enumerate(lines[1:_MOST], start=1):
        if line.strip() == _FENCE:
            return place
        if place >= _NEAR and not all(_YAML.match(before) for before in lines[1 : place + 1]):
            return None
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

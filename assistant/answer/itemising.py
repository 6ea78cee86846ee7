"""Paragraphs that are the items of a list: lettered, numbered, dashed, or closed by semicolons.

Pages and laws that were read from a web page or a PDF keep their lists as loose paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_MARK = re.compile(r"\(?(?P<mark>[a-z]|\d{1,2})[.)°]\s*(?=[^\W\d])|(?P<dash>[-–—•*])\s+")
_BARE = re.compile(r"[·•▪]\s*|(?:[-*–—]|\(?\w{1,2}[.)])\s+|(?:[a-z]|\d{1,2})[.)°](?=[^\W\d])")


def find_loose_items(texts: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """Yield the runs of two or more paragraphs that make a list, as places in `texts`; "" is no paragraph."""
    place = 0
    while place < len(texts):
        run = _read_marked(texts, place) or _read_closed(texts, place)
        if len(run) > 1:
            yield run
        place = run[-1] + 1 if run else place + 1


def may_be_item(text: str, before: str) -> bool:
    """Tell whether a paragraph can be an item at all, by its mark or a semicolon in it or in the one before."""
    return bool(text) and (_MARK.match(text) is not None or _goes_on(text) or _goes_on(before))


def _goes_on(text: str) -> bool:
    return text.rstrip().endswith((";", "; en", "; of"))


def strip_mark(text: str) -> str:
    """Give an item without its bullet, letter or number."""
    found = _BARE.match(text)
    return text[found.end() :] if found else text


def _read_marked(texts: Sequence[str], first: int) -> tuple[int, ...]:
    """Give the run that opens here with a, 1 or a dash and goes on in order."""
    opening = _MARK.match(texts[first])
    if opening is None or (opening.group("mark") not in (None, "a", "1")):
        return ()
    run = [first]
    for place in range(first + 1, len(texts)):
        found = _MARK.match(texts[place])
        if found is None or (found.group("mark"), found.group("dash")) != _following(opening):
            break
        run.append(place)
        opening = found
    return tuple(run) if len(run) > 1 else ()


def _following(mark: re.Match[str]) -> tuple[str | None, str | None]:
    """Give the mark that comes after this one."""
    sign = mark.group("mark")
    if sign is None:
        return None, mark.group("dash")
    return (str(int(sign) + 1) if sign.isdecimal() else chr(ord(sign) + 1)), None


def _read_closed(texts: Sequence[str], first: int) -> tuple[int, ...]:
    """Give the run of paragraphs behind a colon, each closed by a semicolon up to the last."""
    if first == 0 or not texts[first - 1].rstrip().endswith(":"):
        return ()
    last = first
    while last < len(texts) and _goes_on(texts[last]):
        last += 1
    if last == first or last >= len(texts) or not texts[last]:
        return ()
    return tuple(range(first, last + 1))

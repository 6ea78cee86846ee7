"""Remarks for the makers of a Markdown text (`<!-- ... -->`), which no reader of the page sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.ingest.fences import find_fenced

_MARK = re.compile(
    r"(?P<empty>(?:<|&lt;|‹|〈)!-{2,}+(?:>|&gt;|›|〉))|(?P<open>(?:<|&lt;|‹|〈)!-{2,}+)"
    r"|(?P<close>(?<!-)-{2,}+(?:>|&gt;|›|〉))|(?P<code>`++)|(?P<blank>\n[ \t]*+(?=\n))"
)
_EDGE = re.compile(r"!--|--(?:>|&gt;|›|〉)")
_WORDS = re.compile(r"(?<!\S)[^\W\d_]+[.,:;?!]?(?!\S)")
"""Words of a sentence; what a tool leaves for itself ("list_rules no-search") has few."""
_MANY = 12
"""So many words in remarks are worth telling."""
_HOLDER = re.compile(r"\s*(?:[-*+•]|\(?\d{1,3}[.)]|[a-z][.)]|\?\?\?\+?|!!!|===[!+]?|\[\^[^\]\s]+\]:)(?:\s|$)")
"""What is indented below an item, a box or a note is text; elsewhere it is code."""
_STEP = 4


def drop_comments(text: str) -> tuple[str, tuple[str, ...]]:
    """Give the text without HTML remarks, which no reader of the page sees, and what is to be told of them.

    A remark holds no other one and no code. Of one that does not close, or did not open, only the mark goes,
    never the words; in code everything stays.
    """
    if "--" not in text:
        return text, ()
    parts: list[str] = []
    count = 0
    for part, is_code in _split_code(text.split("\n")):
        kept, words = (part, 0) if is_code else _drop(part)
        parts.append(kept)
        count += words
    told = (
        (f"verborgen opmerkingen (<!-- … -->) zijn overgeslagen ({count} woorden)",) if count >= _MANY else ()
    )
    return "".join(parts), told


def _split_code(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Give the pieces of the text in order, each with whether it is code."""
    fenced = find_fenced(lines)
    piece: list[str] = []
    was_code = False
    held, blank = False, True
    for place, line in enumerate(lines):
        indent = _indent(line)
        code = fenced[place] or (indent >= _STEP and blank and not held and _EDGE.search(line) is not None)
        if line.strip() and not fenced[place]:
            held = _HOLDER.match(line) is not None or (held and indent > 1)
            # Code goes on below code, so that a line of it makes no paragraph.
            blank = blank and indent >= _STEP
        elif not line.strip():
            blank = True
        if code is not was_code and piece:
            yield "".join(piece), was_code
            piece = []
        was_code = code
        piece.append(line if place == len(lines) - 1 else f"{line}\n")
    yield "".join(piece), was_code


def _indent(line: str) -> int:
    wide = line.expandtabs(4)
    return len(wide) - len(wide.lstrip())


def _drop(text: str) -> tuple[str, int]:
    """Give a text without its remarks, and how many words those hold."""
    marks = list(_MARK.finditer(text))
    ends = _find_code_ends(marks)
    kept: list[str] = []
    count, done, at = 0, 0, 0
    while at < len(marks):
        mark = marks[at]
        at += 1
        if mark.lastgroup == "code":
            at = ends.get(at - 1, at - 1) + 1
        elif mark.lastgroup in ("open", "empty") or (mark.lastgroup == "close" and _is_loose(mark.group())):
            close = _find_close(text, marks, ends, at) if mark.lastgroup == "open" else None
            kept.append(text[done : mark.start()])
            done = mark.end()
            if close is not None:
                count += len(_WORDS.findall(text[done : marks[close].start()]))
                done, at = marks[close].end(), close + 1
    kept.append(text[done:])
    return "".join(kept), count


def _is_loose(close: str) -> bool:
    """Tell whether the end of a remark can be nothing else: "-->" may be an arrow."""
    return not close.endswith(">")


def _find_close(text: str, marks: Sequence[re.Match[str]], ends: dict[int, int], at: int) -> int | None:
    """Give the place of the mark that ends a remark; None where another one opens first."""
    while at < len(marks):
        mark = marks[at]
        if mark.lastgroup in ("open", "empty"):
            return None
        if mark.lastgroup == "close":
            return at
        end = ends.get(at) if mark.lastgroup == "code" else None
        one_line = end is not None and text.find("\n", mark.start(), marks[end].start()) < 0
        at = end + 1 if end is not None and one_line else at + 1
    return None


def _find_code_ends(marks: Sequence[re.Match[str]]) -> dict[int, int]:
    """Give for each mark of code in a line the next as long one of the same paragraph."""
    following: dict[int, int] = {}
    ends: dict[int, int] = {}
    for place in range(len(marks) - 1, -1, -1):
        mark = marks[place]
        if mark.lastgroup == "blank":
            following = {}
        elif mark.lastgroup == "code":
            size = len(mark.group())
            if size in following:
                ends[place] = following[size]
            following[size] = place
    return ends

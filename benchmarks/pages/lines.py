"""Text broken into lines: at blanks, at a word's own hyphens, and between syllables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth

MARK_SIZE = 0.62
"""Size of a raised mark, as part of that of the text."""
MARK = re.compile(r"\^(\d{1,2})")
_BREAK = re.compile(r"(?<=[aeiouyáéëïö])(?=(?:[bcdfghjklmnpqrstvwxz]|ch|sch)[aeiouyáéëïö])", re.I)
_BREAK_TWO = re.compile(r"(?<=[aeiouy][bdfgklmnprst])(?=[bdfgklmnprstvwz][aeiouy])", re.I)
_LEAST = 3
"""Letters that stay on each side of a cut."""
LIGATURES = (("ffi", "ﬃ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"))


@dataclass(frozen=True, slots=True)
class Style:
    """How a block is set: font, size and leading in points, and what stands at a cut word's end."""

    font: str
    size: float
    leading: float = 1.3
    before: float = 0.0
    after: float = 0.5
    indent: float = 0.0
    hyphen: str = "-"
    cut: bool = True
    justify: bool = False
    ligatures: bool = False
    ink: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """The tokens `[start, stop)` on one line; `cut` is how its last token goes on, `rest` its rest."""

    text: str
    start: int
    stop: int
    cut: str = ""


def find_cuts(word: str) -> Iterator[tuple[int, str]]:
    """Give where a word may be cut, last place first: at its own hyphens and between syllables."""
    places = {found.start() + 1: "hard" for found in re.finditer(r"(?<=\w\w)-(?=\w\w)", word)}
    letters = re.match(r"[^\W\d_]+", word)
    if letters and letters.end() >= 2 * _LEAST + 1:
        for pattern in (_BREAK, _BREAK_TWO):
            for found in pattern.finditer(letters.group()):
                if _LEAST <= found.start() <= letters.end() - _LEAST:
                    places.setdefault(found.start(), "soft")
    yield from sorted(places.items(), reverse=True)


def break_lines(text: str, style: Style, width: float) -> Iterator[Line]:
    """Give the lines of a text; a word that does not fit is cut where it may be."""
    tokens = text.split(" ")
    line, start, place, carried = "", 0, 0, ""
    while place < len(tokens):
        token = carried or tokens[place]
        trial = f"{line} {token}" if line else token
        if measure_text(trial, style) <= width:
            line, carried = trial, ""
            place += 1
            continue
        head, kind = _cut(line, token, style, width)
        if head or not line:
            shown = (head or token) + (style.hyphen if kind == "soft" else "")
            yield Line(f"{line} {shown}".strip(), start, place + 1, kind)
            line, start, carried = "", place, token[len(head) :] if head else ""
            place += 0 if carried else 1
        else:
            yield Line(line, start, place, "open" if line.endswith("-") and line[-2:-1].isalpha() else "")
            line, start = "", place
    if line:
        yield Line(line, start, len(tokens))


def _cut(line: str, token: str, style: Style, width: float) -> tuple[str, str]:
    if not style.cut or MARK.search(token):
        return "", ""
    for place, kind in find_cuts(token):
        head = token[:place] + (style.hyphen if kind == "soft" else "")
        if measure_text(f"{line} {head}".strip(), style) <= width:
            return token[:place], kind
    return "", ""


def measure_text(text: str, style: Style) -> float:
    """Give the width of a text in points, raised marks included."""
    marks = "".join(MARK.findall(text))
    raised = stringWidth(marks, style.font, MARK_SIZE * style.size) if marks else 0.0
    return float(stringWidth(MARK.sub("", text), style.font, style.size) + raised)

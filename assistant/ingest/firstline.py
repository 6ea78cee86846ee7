"""The title of a plain text: its first lines, mended where they were taken badly out of a PDF, beside the file's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.ingest.reading import Draft
from assistant.ingest.shapes import KNOWN_HEADINGS, has_heading_shape

_NEAR = 8
"""A title is among the first blocks."""
_FOREWORD = re.compile(r"(?:voorwoord|woord vooraf|ten geleide|dankwoord|nawoord)\b", re.I)
"""A part of a text, also when it says whose it is ("Voorwoord van de voorzitter")."""
_GLUED_YEAR = re.compile(r"(?<=\d\d\d\d)(?=[A-ZÀ-Þ][\w])")
_GLUED_CONTENTS = re.compile(r"(?<=\d\d\d\d)\d{0,3}(?:Inhoud(?:sopgave|stafel)?|INHOUD(?:SOPGAVE)?)\s*$")
"""The next page begins behind a year, with its number."""
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_NAME_PART = re.compile(r"[^\W\d_]+|\d{1,8}|[^\W_]{1,4}")
_LEAST_DOUBLE = 5
"""A shorter run of letters may rightly stand twice."""
_LONGEST_NAME = 60
_LONGEST_LINE = 300
"""A longer line is no title, and is not mended."""
_SHOUTED_WORDS = 3


def find_first_line(drafts: Sequence[Draft], is_above: Callable[[str], bool]) -> str | None:
    """Give the first line of a plain text that is not above its title, when it has the form of one.

    A foreword is passed over, and so is one word in capitals, unless the next line goes on with it.
    """
    lines = [draft.text for draft in drafts[:_NEAR] if not is_above(draft.text)]
    for place, line in enumerate(lines):
        if place == 0 and drafts[0].text != line and line.lower() in KNOWN_HEADINGS:
            return None
        if len(line) > _LONGEST_LINE:
            return None
        if _FOREWORD.match(line):
            continue
        whole = mend_line(line)
        if _is_shout(whole):
            following = lines[place + 1] if place + 1 < len(lines) else ""
            if not (following.isupper() and len(following.split()) <= _SHOUTED_WORDS):
                continue
            whole = f"{whole} {following}"
        return whole if has_heading_shape(whole) else None
    return None


def _is_shout(line: str) -> bool:
    return line.isupper() and " " not in line.strip()


def mend_line(line: str) -> str:
    """Give a line with a blank behind a year that is glued to a word, and with what stands there twice once.

    A line too long for a title is given as it is.
    """
    if len(line) > _LONGEST_LINE:
        return line
    spaced = " ".join(_GLUED_YEAR.sub(" ", _GLUED_CONTENTS.sub("", line)).split())
    return " ".join(_drop_doubles(spaced.split()))


def _drop_doubles(words: Sequence[str]) -> Iterator[str]:
    """Give the words without a run of them that comes twice, or a word that is twice the same one."""
    whole = [_halve(word) for word in words]
    place = 0
    while place < len(whole):
        step = next(
            (
                size
                for size in range((len(whole) - place) // 2, 1, -1)
                if whole[place : place + size] == whole[place + size : place + 2 * size]
            ),
            0,
        )
        if step:
            place += step
            continue
        yield whole[place]
        place += 1


def _halve(word: str) -> str:
    half = len(word) // 2
    return word[:half] if half >= _LEAST_DOUBLE and word[:half].lower() == word[half:].lower() else word


def read_name(stem: str) -> str:
    """Give the words of a file's name."""
    spaced = stem.replace("_", " ")
    return " ".join((spaced if " " in spaced else spaced.replace("-", " ")).split())


def name_file(title: str, stem: str) -> str:
    """Give a title with the file's name beside it where that has words of its own and shares none with the title."""
    name = read_name(stem)
    parts = name.split()
    readable = len(parts) > 1 and len(name) <= _LONGEST_NAME and all(map(_NAME_PART.fullmatch, parts))
    worded = any(part.isalpha() and len(part) > 1 for part in parts)
    told = {word.lower() for word in _LETTERS.findall(title)}
    shared = any(word.lower() in other for word in _LETTERS.findall(name) for other in told)
    return title if shared or not (readable and worded) else f"{title} ({name})"

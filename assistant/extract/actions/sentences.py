"""Sentences of a text: where its signs, its breaks and its lines end one.

Every word gets a letter, its *mark*, for what it says of sentences and lines; the ends of sentences
are then found over the string of marks by one regular expression. A capital marks the last word of a
line. `a` is a word in lower case, `b` such an abbreviation ("bijv"), `c` one such letter, `i` a word that only begins
in lower case, `h` a capital alone, another abbreviation or a number under 100, `s` another character alone, `w` any
other word, `k` a comma; `p` a full stop and `x` another sign that ends a sentence, `q` and `y` the same without
white space behind them; `|` a break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.dutch.sentences import is_abbreviation

_END = re.compile(
    r"""
    [|xXpPA-Z] (?:
        (?<=\|)
      | (?<=[xX]) (?![abcABC])
      | (?<=[pP]) (?<![bhBH].) (?<![pqPQ][cskpqxyCSKPQXY].) (?![abcABC])
      | (?<=[A-JL-Z]) (?=[^abciABCI]) ()
    )
    """,
    re.VERBOSE,
)
"""A break, a sign that ends a sentence, or the last word of a line before one that stands on its own."""
_LINE = re.compile(r"[A-JL-Z](?=[^abciABCI])")
_NEXT = re.compile(r"[|xXpPqQyY]*")
_SIGNS = ".!?…"
_ENDERS = "|xXpPqQyY"


def mark_word(raw: str, shown: str) -> str:
    """Give the mark of a word as it stands in a `Source`; `shown` is the word without white space."""
    if shown.islower() and shown[0].islower():
        mark = "b" if is_abbreviation(shown) else "a" if len(shown) > 1 else "c"
    elif not shown:
        return "|"
    elif shown[0] in _SIGNS:
        mark = _mark_sign(raw, shown)
    else:
        mark = _mark_other(shown)
    return mark.upper() if "\n" in raw else mark


def _mark_sign(raw: str, shown: str) -> str:
    if raw[-1].isspace():
        return "p" if shown[0] == "." else "x"
    return "q" if shown[0] == "." else "y"


def _mark_other(shown: str) -> str:
    if shown[0].islower():
        return "i"
    if len(shown) == 1:
        return "k" if shown == "," else "h" if shown.isupper() or shown.isdigit() else "s"
    return "h" if (len(shown) < 3 and shown.isdigit()) or is_abbreviation(shown) else "w"


def find_sentences(marks: str, tags: str) -> Iterator[tuple[int, int]]:
    """Give the sentences as places of words; the sign that ends one is not part of it.

    `tags` tell a sign from one inside a name ("A. Vos"), which ends nothing.
    """
    start = _skip(marks, 0)
    for stop in _list_stops(marks, tags):
        if stop > start:
            yield start, stop
        if stop >= start:
            start = _skip(marks, stop) if marks[stop : stop + 1] in _ENDERS else stop


def _skip(marks: str, start: int) -> int:
    found = _NEXT.match(marks, start)
    return found.end() if found else start


def _list_stops(marks: str, tags: str) -> Iterator[int]:
    """Give the places of signs and breaks that end a sentence, and of words that begin a line of their own."""
    for found in _END.finditer(marks):
        place = found.start()
        if found.lastindex:
            yield place + 1
        elif tags[place] in ".|":
            yield place
        elif _LINE.match(marks, place):
            yield place + 1
    if marks and marks[-1] in "qQyY":
        yield len(marks) - 1
    yield len(marks)

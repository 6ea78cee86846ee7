"""A text cut once into words, shared by all kinds of fact.

Every character belongs to exactly one word of the list: a word owns the white space behind it up
to and including one line end. Two line ends in a row, or a tab, make a word of their own (a
break), so that no expression runs from one paragraph or table cell into the next. Because the
list covers the text, offsets are running sums of lengths; cutting and looking up both run at the
speed of C, which is what keeps extraction linear.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from operator import add
from pathlib import Path
from typing import Final

_BLANK = r"[^\S\n\t]*(?:\n[^\S\n\t]*)?"
_LETTER = r"[^\W\d_]"
_CUT = re.compile(r"-\s*\n\s*")
_CUT_INSIDE = re.compile(r"-[ ]?\n[ ]?[a-zà-ÿ]")
"""The line end in a word that is cut there: mended it is shorter than it stands."""
_WORD = re.compile(
    rf"""
    [A-Za-zà-öø-ÿ]++[ ](?=\S)                                     # a word among words, for speed alone
  | [.,:;()'’-](?:[ ](?=\S)|(?=[A-Za-z0-9]))                      # a sign among words, likewise
  | (?:https?://|www\.)\S+{_BLANK}                               # an address, never looked into
  | \d+(?:[.,:/~–-]\d+)*(?:[^\W\d_]+)?{_BLANK}                   # 12  1.000,50  28-06-2022  5G  4e
  | {_LETTER}+(?:[\u0300-\u036f]+{_LETTER}*)*                     # word, also cut at a line end,
    (?:-[ ]?\n[ ]?[a-zà-ÿ]{_LETTER}*|\d\w*(?:-\d+)*)?{_BLANK}     # A67  M177-2022
  | [^\w\s]{_BLANK} | _{_BLANK}                                  # a sign
  | \s+                                                          # a break
    """,
    re.VERBOSE,
)
LONGEST_WORD = 60
"""Longer words (a million characters without a space) are never looked up or remembered."""


@dataclass(frozen=True, slots=True)
class Source:
    """A text with what is known of it. `words[i]` begins at `starts[i]`, in code points.

    `plain[i]` is that word without white space, mended where a line end cut it, and `ends[i]` the
    offset behind it.

    `document_date` is EDTF level 0; `origin` "nl" or "vl"; `themes` a vocabulary of the user's own.
    """

    text: str
    document_date: str | None = None
    origin: str | None = None
    words: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    themes: Path | None = None

    def end(self, index: int) -> int:
        """Give the offset behind word `index`, white space not counted."""
        return self.ends[index]

    def word(self, index: int) -> str:
        """Give word `index` without white space, mended where a line end cut it; empty outside the text."""
        return self.plain[index] if 0 <= index < len(self.plain) else ""

    def glued(self, index: int) -> bool:
        """Tell whether nothing stands between word `index` and the one behind it."""
        return index + 1 < len(self.starts) and self.ends[index] == self.starts[index + 1]

    def phrase(self, first: int, last: int) -> str:
        """Give words `[first, last)` on one line, mended where a line end cut them."""
        text = self.text[self.starts[first] : self.ends[last - 1]]
        if "-" in text and "\n" in text:
            text = "".join(map(self._join, range(first, last)))
        return " ".join(text.split())

    def _join(self, index: int) -> str:
        """Give word `index` with the blank that belongs behind it: none behind a hyphen at a line end."""
        hyphen = self.plain[index] == "-" and "\n" in self.words[index] and self.glued(index - 1)
        return self.plain[index] + " " * (not hyphen and not self.glued(index))


def mend(word: str) -> str:
    """Give a word of the list as one would type it ("febru-", line end, "ari" is "februari")."""
    word = word.strip()
    return _CUT.sub("", word) if "\n" in word else word


class _Plain(dict[str, str]):
    """Word with its white space -> the word mended; works out each form once, for all texts.

    Holds at most `LIMIT` forms, so that memory does not grow with the corpus.
    """

    LIMIT = 100_000

    def __missing__(self, form: str) -> str:
        word = mend(form)
        if len(form) <= LONGEST_WORD:
            if len(self) >= self.LIMIT:
                self.clear()
            self[form] = word
        return word


_PLAIN: Final = _Plain()


def read_source(
    text: str, document_date: str | None = None, origin: str | None = None, themes: Path | None = None
) -> Source:
    """Cut `text` into words."""
    words = _WORD.findall(text)
    starts = list(accumulate(map(len, words), initial=0))
    del starts[-1]
    plain = list(map(_PLAIN.__getitem__, words))
    ends = list(map(add, starts, map(len, plain)))
    for match in _CUT_INSIDE.finditer(text):
        place = bisect_right(starts, match.start()) - 1
        ends[place] = starts[place] + len(words[place].rstrip())
    return Source(text, document_date, origin, words, starts, plain, ends, themes)

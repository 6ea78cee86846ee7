"""A source with what its words say about names, and the questions that all rules ask of it."""

from __future__ import annotations

from assistant.dutch import STOP_WORDS
from assistant.extract.names.words import Word, load_words
from assistant.extract.source import Source, mend

_LONG_LINE = 60
"""Characters of a line that goes on in the next one; shorter lines end a name."""
_LONGEST_RUN = 24
"""Words with capitals in a row beyond which none is part of the same name."""
_ENDS = frozenset(".!?:;…•*")
_QUOTES = frozenset("'\"‘’“”„«»(")
_DASHES = frozenset("-–—")
_TIES = frozenset(("-", "–", "@", "_", "/", ".", "#", ":"))
AND = frozenset(("&", "+"))


class Text:
    """The words of a source by position: `tags[i]` says what word `i` is, None when nothing of note."""

    __slots__ = ("_bare", "source", "tags")

    def __init__(self, source: Source) -> None:
        self.source = source
        self._bare: list[str] = list(map(str.strip, source.words))
        self.tags: list[Word | None] = list(map(load_words().__getitem__, source.words))

    def tag(self, index: int) -> Word | None:
        """Give what word `index` is; None outside the text."""
        return self.tags[index] if 0 <= index < len(self.tags) else None

    def word(self, index: int) -> str:
        """Give word `index` as one would type it; empty outside the text."""
        if not 0 <= index < len(self._bare):
            return ""
        word = self._bare[index]
        return mend(word) if "\n" in word else word

    def capital(self, index: int) -> Word | None:
        """Give word `index` if it has a capital or one inside ("imec" has none)."""
        tag = self.tag(index)
        return tag if tag is not None and (tag.capital or tag.camel) else None

    def joined(self, index: int) -> bool:
        """Tell whether word `index` goes on from the one before it: a blank, or the end of a long line."""
        if not 0 < index < len(self.tags):
            return False
        before = self.source.words[index - 1]
        if not before[-1].isspace() or not before[0].strip():
            return False
        if "\n" not in before[-3:] and "\t" not in before:
            return True
        if before.count("\n") > 1 or "\t" in before:
            return False
        word = self.tags[index]
        if word is not None and word.capital and word.low in STOP_WORDS:
            return False
        line_end = self.source.starts[index - 1] + before.index("\n")
        return line_end >= _LONG_LINE and self.source.text.rfind("\n", line_end - _LONG_LINE, line_end) < 0

    def glued(self, index: int) -> bool:
        """Tell whether nothing stands between word `index` and the one before it."""
        return 0 < index < len(self.tags) and not self.source.words[index - 1][-1].isspace()

    def opens(self, index: int) -> bool:
        """Tell whether word `index` begins a sentence, line or quotation."""
        if index <= 0 or "\n" in self.source.words[index - 1]:
            return index <= 0 or not self.joined(index)
        before = self.word(index - 1)
        if before in _QUOTES:
            return index < 2 or self.word(index - 2)[-1:] in _ENDS or not self.word(index - 2)
        if before in _DASHES:
            return index < 2 or self.word(index - 2)[-1:] in _ENDS or "\n" in self.source.words[index - 2]
        return before == "" or before[-1] in _ENDS

    def hyphened(self, index: int) -> bool:
        """Tell whether a hyphen ties word `index` to the one behind it ("ASML-campus")."""
        return self.glued(index + 1) and self.word(index + 1) in _DASHES and self.glued(index + 2)

    def tail_of_compound(self, index: int) -> bool:
        """Tell whether a hyphen or another sign ties word `index` to the one before it."""
        return (
            self.glued(index)
            and self.word(index - 1) in _TIES
            and (self.word(index - 1) != "–" or self.glued(index - 1))
        )

    def run_end(self, first: int) -> int:
        """Give the word behind the run of words with capitals that begins at word `first`.

        A run goes over hyphens ("Pius X-College") and over "&" ("HVL Metaal & Techniek").
        """
        place = first + 1
        while place < min(len(self.tags), first + _LONGEST_RUN):
            if self.glued(place):
                behind = self.tag(place + 1)
                if self.word(place) not in ("-", "+", "&") or not self.glued(place + 1):
                    break
                if behind is None or not behind.capital:
                    break
                place += 2
            elif self.joined(place):
                if self.capital(place):
                    place += 1
                elif self.word(place) in AND and self.joined(place + 1) and self.capital(place + 1):
                    place += 2
                else:
                    break
            else:
                break
        return place

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Give the offsets of words `[first, last)`."""
        return self.source.starts[first], self.source.end(last - 1)

    def phrase(self, first: int, last: int) -> str:
        """Give words `[first, last)` on one line."""
        start, end = self.span(first, last)
        return " ".join(self.source.text[start:end].split())

"""A source with what its words say about names, and the questions that all rules ask of it."""

from __future__ import annotations

from assistant.dutch import STOP_WORDS
from assistant.extract.names.words import Word, load_words
from assistant.extract.source import Source

_LONG_LINE = 60
"""Characters of a line that goes on in the next one; shorter lines end a name."""
_LONGEST_RUN = 24
"""Words with capitals in a row beyond which none is part of the same name."""
_ENDS = frozenset(".!?:;…•*")
_QUOTES = frozenset("'\"‘’“”„«»(")
_DASHES = frozenset("-–—")
_TIES = frozenset(("-", "–", "@", "_", "/", ".", "#", ":"))
AND = frozenset(("&", "+"))
_INSIDE = frozenset(("-", "+", "&"))
MARGIN = 64
"""Places behind either end that rules may ask for."""


class Text:
    """The words of a source by position: `tags[i]` says what word `i` is, None when nothing of note.

    `words[i]` is the word as one would type it. Both lists go on behind the text with `MARGIN` empty
    places, which a negative index meets as well, so that rules may look a little beyond either end.
    """

    __slots__ = ("_ends", "_starts", "size", "source", "tags", "words")

    def __init__(self, source: Source) -> None:
        self.source = source
        self._starts, self._ends = source.starts, source.ends
        self.size = len(source.plain)
        self.words: list[str] = [*source.plain, *[""] * MARGIN]
        self.tags: list[Word | None] = [*map(load_words().__getitem__, source.plain), *[None] * MARGIN]

    def capital(self, index: int) -> Word | None:
        """Give word `index` if it has a capital or one inside ("imec" has none)."""
        tag = self.tags[index]
        return tag if tag is not None and tag.proper else None

    def joined(self, index: int) -> bool:
        """Tell whether word `index` goes on from the one before it: a blank, or the end of a long line."""
        if not 0 < index < self.size:
            return False
        end = self._ends[index - 1]
        gap = self._starts[index] - end
        if not gap or not self.words[index - 1]:
            return False
        if gap == 1 and self.source.text[end] == " ":
            return True
        return self._goes_on(index, self.source.words[index - 1])

    def _goes_on(self, index: int, before: str) -> bool:
        if "\n" not in before[-3:] and "\t" not in before:
            return True
        if before.count("\n") > 1 or "\t" in before:
            return False
        word = self.tags[index]
        if word is not None and word.capital and word.low in STOP_WORDS:
            return False
        line_end = self._starts[index - 1] + before.index("\n")
        return line_end >= _LONG_LINE and self.source.text.rfind("\n", line_end - _LONG_LINE, line_end) < 0

    def glued(self, index: int) -> bool:
        """Tell whether nothing stands between word `index` and the one before it."""
        return 0 < index < self.size and self._starts[index] == self._ends[index - 1]

    def opens(self, index: int) -> bool:
        """Tell whether word `index` begins a sentence, line or quotation."""
        if index <= 0 or "\n" in self.source.words[index - 1]:
            return index <= 0 or not self.joined(index)
        before = self.words[index - 1]
        if before in _QUOTES:
            return index < 2 or self.words[index - 2][-1:] in _ENDS or not self.words[index - 2]
        if before in _DASHES:
            return index < 2 or self.words[index - 2][-1:] in _ENDS or "\n" in self.source.words[index - 2]
        return before == "" or before[-1] in _ENDS

    def hyphened(self, index: int) -> bool:
        """Tell whether a hyphen ties word `index` to the one behind it ("ASML-campus")."""
        return self.glued(index + 1) and self.words[index + 1] in _DASHES and self.glued(index + 2)

    def tail_of_compound(self, index: int) -> bool:
        """Tell whether a hyphen or another sign ties word `index` to the one before it."""
        return (
            self.glued(index)
            and self.words[index - 1] in _TIES
            and (self.words[index - 1] != "–" or self.glued(index - 1))
        )

    def run_end(self, first: int) -> int:
        """Give the word behind the run of words with capitals that begins at word `first`.

        A run goes over hyphens ("Pius X-College") and over "&" ("HVL Metaal & Techniek").
        """
        tags, words = self.tags, self.words
        place = first + 1
        while place < first + _LONGEST_RUN:
            tag = tags[place]
            if tag is not None and tag.proper:
                if not self.joined(place):
                    return place
                place += 1
            elif words[place] in _INSIDE:
                behind = tags[place + 1]
                if behind is None or not behind.proper or not self._ties(place, behind):
                    return place
                place += 2
            else:
                return place
        return place

    def _ties(self, place: int, behind: Word) -> bool:
        """Tell whether a hyphen without blanks, or "&" with or without them, ties `behind` to what precedes."""
        if self.glued(place):
            return behind.capital and self.glued(place + 1)
        return self.words[place] in AND and self.joined(place) and self.joined(place + 1)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Give the offsets of words `[first, last)`."""
        return self._starts[first], self._ends[last - 1]

    def phrase(self, first: int, last: int) -> str:
        """Give words `[first, last)` on one line."""
        start, end = self._starts[first], self._ends[last - 1]
        if last == first + 1 and len(self.words[first]) == end - start:
            return self.words[first]
        return " ".join(self.source.text[start:end].split())

"""Words as the bundled model sees them, and their pieces, kept once cut.

Cutting a text with the tokenizer costs ten times what its vectors cost, nearly all of it for words
that were cut before. What comes out is the same, which a test holds it to.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from tokenizers import Tokenizer

INVISIBLE = "[\u00ad\u200b-\u200d\u2060\ufeff\ufffe]"
"""Soft hyphens, zero-width signs, and PDFium's mark for a hyphen at a line's end."""
KNOWN_WORDS = 60_000
"""Words whose pieces are kept at most, about 10 MB; then all are let go."""

_INVISIBLE = re.compile(INVISIBLE)
_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"[\u0300-\u036f]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_FOREIGN = re.compile("[^\u0000-\u024f\u0300-\u036f\u2000-\u20cf\u2190-\u2bff\uf000-\uf0ff]")
"""Outside Latin letters, their accents, punctuation and signs, marks follow rules of their own."""
_BLANKS = "".join(sign if sign.isalnum() else " " for sign in map(chr, range(128)))
"""For every ASCII sign the sign itself in a word, and a blank outside words."""


def fold_words(text: str) -> list[str]:
    """Give the words of a text as the tokenizer sees them."""
    lowered = text.lower()
    if not lowered.isascii():
        lowered = _BEYOND_ASCII.sub(_fold_sign, lowered)
        if not lowered.isascii():
            return _WORD.findall(lowered)
    # Five times as fast as finding words by a pattern.
    return lowered.translate(_BLANKS).split()


def _fold_sign(found: re.Match[str]) -> str:
    return _decompose(found.group())


@lru_cache(maxsize=4_096)
def _decompose(sign: str) -> str:
    """Give one sign without its accent, nothing for one that is not seen, a blank for one outside words."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", _INVISIBLE.sub("", sign)))
    return bare if not bare or _WORD.search(bare) else " "


class WordCutter:
    """Cuts texts into pieces, each word only once."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known = _Pieces(tokenizer)

    def cut(self, texts: Sequence[str]) -> list[list[int]]:
        """Give the numbers of the pieces of every text, as the tokenizer gives them."""
        if len(self._known) > KNOWN_WORDS:
            self._known = _Pieces(self._tokenizer)
        pieces_of = self._known.__getitem__
        return [
            list(chain.from_iterable(map(pieces_of, fold_words(text))))
            if text.isascii() or not _FOREIGN.search(text)
            else self._tokenizer.encode(text, add_special_tokens=False).ids
            for text in texts
        ]


class _Pieces(dict[str, tuple[int, ...]]):
    """The pieces of every word that was asked for, cut the first time.

    A word as `fold_words` gives it goes to the tokenizer's model at once: the steps before it
    would leave it as it is, and cost twice as much as the cutting.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        super().__init__()
        self._cut = tokenizer.model.tokenize

    def __missing__(self, word: str) -> tuple[int, ...]:
        pieces = self[word] = tuple(piece.id for piece in self._cut(word))
        return pieces

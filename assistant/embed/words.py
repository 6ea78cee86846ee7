"""Words as the bundled model sees them, and their pieces, kept once cut.

Cutting a text with the tokenizer costs five times what its vectors cost, nearly all of it for
words that were cut before. What comes out is the same, which a test holds it to.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from tokenizers import Tokenizer

INVISIBLE = "[\u00ad\u200b-\u200d\u2060\ufeff\ufffe]"
"""Soft hyphens, zero-width signs, and PDFium's mark for a hyphen at a line's end."""
KNOWN_WORDS = 60_000
"""Words whose pieces are kept at most, about 10 MB; then all are let go."""

_INVISIBLE = re.compile(INVISIBLE)
_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"[\u0300-\u036f]")
_FOREIGN = re.compile("[^\u0000-\u024f\u0300-\u036f\u2000-\u20cf\u2190-\u2bff\uf000-\uf0ff]")
"""Outside Latin letters, their accents, punctuation and signs, marks follow rules of their own."""


def fold_words(text: str) -> list[str]:
    """Give the words of a text as the tokenizer sees them."""
    lowered = text.lower()
    if not lowered.isascii():
        lowered = _MARKS.sub("", unicodedata.normalize("NFD", _INVISIBLE.sub("", lowered)))
    return _WORD.findall(lowered)


class WordCutter:
    """Cuts texts into pieces, each word only once."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}

    def cut(self, texts: Sequence[str]) -> list[list[int]]:
        """Give the numbers of the pieces of every text, as the tokenizer gives them."""
        if len(self._known) > KNOWN_WORDS:
            self._known = {}
        known = self._known
        spoken = [None if _FOREIGN.search(text) else fold_words(text) for text in texts]
        new = sorted({word for words in spoken if words for word in words if word not in known})
        for word, pieces in zip(new, self._encode(new), strict=True):
            known[word] = tuple(pieces)
        return [
            self._encode([text])[0] if words is None else [piece for word in words for piece in known[word]]
            for text, words in zip(texts, spoken, strict=True)
        ]

    def _encode(self, texts: Sequence[str]) -> list[list[int]]:
        encodings = self._tokenizer.encode_batch_fast(texts, add_special_tokens=False)
        return [encoding.ids for encoding in encodings]

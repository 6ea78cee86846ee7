"""The lexical side of an index: which fields there are and how they are made from words.

`stem` holds stems and compound parts of a passage, `gram` its character n-grams, `head` the
stems of its title and headings. All three come from plain word counts, so that each distinct
word of the corpus is analysed once.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.dutch import analyse_word, find_stems, list_words
from assistant.index.postings import Bm25, Postings, WordCounts, load_postings, make_postings
from assistant.index.sequences import Sequences, make_sequences

STEM, GRAM, HEAD = "stem", "gram", "head"
FIELDS = (STEM, GRAM, HEAD)

CONSTANTS: Mapping[str, Bm25] = {
    STEM: Bm25(k1=0.6, b=0.75),
    GRAM: Bm25(k1=0.6, b=0.75),
    HEAD: Bm25(k1=0.6, b=0.5),
}
"""Set on the decisions of 2020-2022 (`assistant/evaluate/retrieval.py`); k1 from .6 to 1.2 is flat."""


def find_stem_terms(word: str) -> Iterable[tuple[str, float]]:
    """Give the weighted terms of a word for the fields `stem` and `head`."""
    return analyse_word(word).stems


def find_gram_terms(word: str) -> Iterable[tuple[str, float]]:
    """Give the terms of a word for the field `gram`."""
    return ((gram, 1.0) for gram in analyse_word(word).grams)


_TERMS: Mapping[str, Callable[[str], Iterable[tuple[str, float]]]] = {
    STEM: find_stem_terms,
    GRAM: find_gram_terms,
    HEAD: find_stem_terms,
}


class CountsBuilder:
    """Collects the words of passages, in the order in which passages and words come.

    Four bytes a word and twelve a different word of a passage are kept.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._tokens = array("i")
        self._sizes = array("i")
        self._word = array("i")
        self._passage = array("i")
        self._count = array("f")

    def add(self, text: str) -> None:
        """Take the words of the next passage."""
        numbers = self._numbers
        tokens = [numbers.setdefault(word, len(numbers)) for word in list_words(text)]
        counts = Counter(tokens)
        self._tokens.extend(tokens)
        self._word.extend(counts.keys())
        self._count.extend(counts.values())
        self._passage.extend([len(self._sizes)] * len(counts))
        self._sizes.append(len(tokens))

    def count(self, renumber: NDArray[np.int32]) -> WordCounts:
        """Give the counts, the passage that came as number i now called `renumber[i]`."""
        passage = np.array(self._passage, dtype=np.int32)
        return WordCounts(
            words=tuple(self._numbers),
            word=np.array(self._word, dtype=np.int32),
            passage=renumber[passage],
            count=np.array(self._count, dtype=np.float32),
            passages=len(renumber),
        )

    def order(self, renumber: NDArray[np.int32], postings: Postings) -> Sequences:
        """Give the order of the content words in every passage, numbered as in `count`."""
        return make_sequences(
            words=tuple(self._numbers),
            tokens=np.array(self._tokens, dtype=np.int32),
            sizes=np.array(self._sizes, dtype=np.int64),
            order=np.argsort(renumber),
            find_stems=find_stems,
            postings=postings,
        )


def write_fields(
    folder: Path, body: CountsBuilder, heads: CountsBuilder, renumber: NDArray[np.int32]
) -> None:
    """Write all lexical fields of a generation into `folder`, one at a time in memory."""
    for name in FIELDS:
        counts = (heads if name == HEAD else body).count(renumber)
        postings = make_postings(counts, _TERMS[name], CONSTANTS[name], folder)
        postings.save(folder, name)
        if name == STEM:
            body.order(renumber, postings).save(folder)


def load_fields(folder: Path, passages: int) -> Mapping[str, Postings]:
    """Map all lexical fields; raises OSError or ValueError when one is not whole."""
    return {name: load_postings(folder, name, passages) for name in FIELDS}

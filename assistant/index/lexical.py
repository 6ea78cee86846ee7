"""The lexical side of an index: which fields there are and how they are made from words.

`stem` holds stems and compound parts of a passage, `gram` its character n-grams, `head` the
stems of its title and headings. All three come from plain word counts, so that each distinct
word of the corpus is analysed once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.dutch import analyse_word
from assistant.index.joining import Part, join_lists, join_sequences
from assistant.index.making import write_lists
from assistant.index.postings import Bm25, Postings, load_postings
from assistant.index.sequences import Sequences, write_sequences
from assistant.index.vocabulary import TermRun, Vocabulary
from assistant.index.words import WordSpool

Ints = NDArray[np.int64]

STEM, GRAM, HEAD = "stem", "gram", "head"
FIELDS = (STEM, GRAM, HEAD)

CONSTANTS: Mapping[str, Bm25] = {
    STEM: Bm25(k1=0.6, b=0.75, length=60),
    GRAM: Bm25(k1=0.6, b=0.75, length=380),
    HEAD: Bm25(k1=0.6, b=0.5, length=10),
}
"""Set on the decisions of 2020-2022 (`assistant/evaluate/retrieval.py`); k1 from .6 to 1.2 is flat.

The lengths are between the averages of 5,000 passages of 700 characters of laws and manifestos (53,
334 and 11 terms) and those of the decisions (68, 453); anywhere there the figures stay within .003.
"""


@dataclass(frozen=True, slots=True)
class FieldPart:
    """The fields of some passages, and the number of each in the whole; -1 for one that is gone."""

    fields: Mapping[str, Postings]
    sequences: Sequences
    numbers: NDArray[np.int32]


CHUNK_WORDS = 4_096
"""Words that are analysed at a time."""


@dataclass(frozen=True, slots=True)
class FieldTerms:
    """The terms of some words in the fields `stem` (and `head`) and `gram`."""

    stems: TermRun
    grams: TermRun


Analyse = Callable[[Sequence[str]], Iterator[FieldTerms]]

EFFORT: Mapping[str, int | None] = {STEM: None, GRAM: 2_000_000, HEAD: None}
"""How many entries of lists a field goes through for its best passages (`Postings`).

The n-grams of a long question are in six million entries at a million passages. Two million keep
99 of 100 of the ten best of this field and 96 of the fifty best (240 questions, a million passages
put together from laws, manifestos and policy rules) in half the time; up to some 200,000 passages
nearly all are gone through.
"""


def find_stem_terms(word: str) -> Iterable[tuple[str, float]]:
    """Give the weighted terms of a word for the fields `stem` and `head`."""
    return analyse_word(word).stems


def find_gram_terms(word: str) -> Iterable[tuple[str, float]]:
    """Give the terms of a word for the field `gram`."""
    return ((gram, 1.0) for gram in analyse_word(word).grams)


def analyse_words(words: Sequence[str]) -> Iterator[FieldTerms]:
    """Give the terms of words in their order, those of a bounded number at a time."""
    for first in range(0, len(words), CHUNK_WORDS):
        yield analyse_chunk(words[first : first + CHUNK_WORDS])


def analyse_chunk(words: Sequence[str]) -> FieldTerms:
    """Give the terms of words in their order."""
    stems, grams = Vocabulary(), Vocabulary()
    for word in words:
        stems.add(find_stem_terms(word))
        grams.add(find_gram_terms(word))
    return FieldTerms(stems.run(), grams.run())


def write_fields(
    folder: Path, body: WordSpool, heads: WordSpool, order: Ints, analyse: Analyse = analyse_words
) -> None:
    """Write all lexical fields of a generation into `folder`, one at a time in memory.

    Passage i is the one that came as number `order[i]`; `analyse` gives what `analyse_words` gives.
    """
    stems, grams = Vocabulary(), Vocabulary()
    for found in analyse(body.words):
        stems.extend(found.stems)
        grams.extend(found.grams)
    write_lists(folder, GRAM, body, order, grams.close(), CONSTANTS[GRAM])
    del grams
    terms = stems.close()
    write_lists(folder, STEM, body, order, terms, CONSTANTS[STEM])
    write_sequences(folder, body, order, terms)
    titles = Vocabulary()
    for found in analyse(heads.words):
        titles.extend(found.stems)
    write_lists(folder, HEAD, heads, order, titles.close(), CONSTANTS[HEAD])


def join_fields(folder: Path, parts: Sequence[FieldPart], size: int) -> None:
    """Write all lexical fields of `size` passages into `folder` from those of the parts."""
    for name in FIELDS:
        renamed = join_lists(folder, name, [Part(part.fields[name].lists, part.numbers) for part in parts])
        if name == STEM:
            join_sequences(folder, [(part.sequences, part.numbers) for part in parts], renamed, size)


def load_fields(folder: Path, passages: int) -> Mapping[str, Postings]:
    """Map all lexical fields; raises OSError or ValueError when one is not whole."""
    return {name: load_postings(folder, name, passages, CONSTANTS[name], EFFORT[name]) for name in FIELDS}

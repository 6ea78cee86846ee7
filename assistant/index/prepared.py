"""What is made of the texts of a document before they go into an index.

All of it follows from the document, the word lists and the model, so it may be made in another
process than the one that writes the index.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.dutch import list_words
from assistant.dutch.abbreviations import find_definitions
from assistant.embed import Encoder
from assistant.index.sentences import cut_sentences
from assistant.index.spool import CutPassage, DocumentVectors, make_vectors
from assistant.index.words import TextWords, number_words

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a document is found by: `definitions` are short and full forms, `sizes` sentences a passage."""

    definitions: tuple[tuple[str, str], ...]
    body: TextWords
    heads: TextWords
    sizes: Ints
    vectors: DocumentVectors


def prepare(text: str, passages: Sequence[str], heads: Sequence[str], encoder: Encoder) -> Prepared:
    """Give what a document is found by, from its text, its passages and what stands above each of these.

    Raises EncoderError for a vector that cannot be used.
    """
    cut = [CutPassage(str(place), text, tuple(cut_sentences(text))) for place, text in enumerate(passages)]
    return Prepared(
        tuple((found.short, found.full) for found in find_definitions(text)),
        _collect(passages),
        _collect(heads),
        np.array([len(item.sentences) for item in cut], dtype=np.int64),
        make_vectors(encoder, cut),
    )


def _collect(texts: Iterable[str]) -> TextWords:
    return number_words(list_words(text) for text in texts)

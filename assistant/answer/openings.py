"""The documents with a passage that holds certain words side by side in their order: "artikel 5", "tabel 4"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import reduce

import numpy as np

from assistant.dutch import content_stems
from assistant.index import Index
from assistant.index.lexical import STEM
from assistant.types import Document

_MOST_PASSAGES = 2_000
"""Passages that are looked through."""
_MOST_DOCUMENTS = 200
"""Documents that are read."""


def find_texts_with(index: Index, words: Sequence[str], allowed: Collection[str]) -> Iterator[Document]:
    """Yield in order of path the documents with these ids of which a passage has a line that begins with one of the words.

    Words are matched by their stems first, so that few passages are read.
    """
    numbers: set[int] = set()
    for one in words:
        held = [index.fields[STEM].holders(stem) for stem in content_stems(one)]
        numbers.update(map(int, reduce(np.intersect1d, held) if held else ()))
    begins = re.compile(rf"^\s*(?:{'|'.join(map(re.escape, words))})(?!\d)", re.IGNORECASE | re.MULTILINE)
    owners: dict[str, None] = {}
    for passage in index.passages(sorted(numbers)[:_MOST_PASSAGES]):
        if passage.document_id in allowed and begins.search(passage.text):
            owners[passage.document_id] = None
    for document_id in list(owners)[:_MOST_DOCUMENTS]:
        yield index.document(document_id)

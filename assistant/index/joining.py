"""Joining the fields of an earlier generation, less what is gone, with those of what is new.

What a term brings a passage depends on nothing but the passage, so entries are carried over as
they are, under other numbers and keys: the files are the same to the byte as those made from all
texts at once, at a fiftieth of the work.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import marisa_trie
import numpy as np
from numpy.typing import NDArray

from assistant.index.lists import Levels, Lists, Numbers, write_terms
from assistant.index.sequences import Sequences, write_runs
from assistant.index.words import CHUNK_PASSAGES, spread

Ints = NDArray[np.int64]

_BATCH = 2_000_000  # entries of lists that are put together at a time: about 100 MB
_NUMBER_BITS, _LEVEL_BITS = 31, 8  # how an entry is packed to be sorted: key, passage, impact


@dataclass(frozen=True, slots=True)
class Part:
    """A field of some passages, and the number of each in the whole; -1 for one that is gone."""

    lists: Lists
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class _Keys:
    """The terms of a part that are still held: their own keys in the order of their new ones."""

    own: Ints
    new: Ints


def join_lists(folder: Path, name: str, parts: Sequence[Part]) -> list[Numbers]:
    """Write the field `name` of all parts together; gives per part the new key of each of its terms.

    That is -1 for a term that no passage holds any more.
    """
    held = [part.lists.count_kept(part.numbers >= 0) for part in parts]
    words = [
        {int(key): part.lists.term(int(key)) for key in np.flatnonzero(counts)}
        for part, counts in zip(parts, held, strict=True)
    ]
    trie = marisa_trie.Trie(sorted({term for terms in words for term in terms.values()}))
    holders = np.zeros(len(trie), dtype=np.int64)
    renamed = []
    for counts, terms in zip(held, words, strict=True):
        keys = np.full(len(counts), -1, dtype=np.int32)
        keys[list(terms)] = [trie[term] for term in terms.values()]
        holders[keys[keys >= 0]] += counts[keys >= 0]
        renamed.append(keys)
    starts = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(holders)))
    write_terms(folder, name, trie, starts, _gather(parts, renamed, starts))
    return renamed


def join_sequences(
    folder: Path, parts: Sequence[tuple[Sequences, Numbers]], renamed: Sequence[Numbers], size: int
) -> None:
    """Write the sequences of all parts together; `renamed` gives the new keys of each part's terms."""
    owner, own = np.zeros(size, dtype=np.int8), np.zeros(size, dtype=np.int64)
    for place, (_, numbers) in enumerate(parts):
        kept = np.flatnonzero(numbers >= 0)
        owner[numbers[kept]], own[numbers[kept]] = place, kept

    def gather(first: int) -> tuple[Ints, Numbers]:
        some = slice(first, min(first + CHUNK_PASSAGES, size))
        lengths = np.zeros(some.stop - first, dtype=np.int64)
        runs = []
        for place, (sequences, _) in enumerate(parts):
            mine = np.flatnonzero(owner[some] == place)
            terms, lengths[mine] = sequences.words_of(own[some][mine])
            runs.append((mine, renamed[place][terms]))
        begins = np.cumsum(lengths) - lengths
        run = np.zeros(int(lengths.sum()), dtype=np.int32)
        for mine, terms in runs:
            run[spread(begins[mine], lengths[mine])] = terms
        return lengths, run

    write_runs(folder, (gather(first) for first in range(0, size, CHUNK_PASSAGES)))


def _gather(
    parts: Sequence[Part], renamed: Sequence[Numbers], starts: Ints
) -> Iterator[tuple[Numbers, Levels]]:
    keys = []
    for names in renamed:
        own = np.flatnonzero(names >= 0)
        own = own[np.argsort(names[own])]
        keys.append(_Keys(own, names[own].astype(np.int64)))
    begin = 0
    while begin < len(starts) - 1:
        reach = int(np.searchsorted(starts, starts[begin] + _BATCH, side="right")) - 1
        end = max(reach, begin + 1)  # a term with more entries than a batch comes alone
        packed = np.concatenate(
            [_pack(part, some, begin, end) for part, some in zip(parts, keys, strict=True)]
        )
        packed.sort()
        yield (
            (packed >> _LEVEL_BITS & (2**_NUMBER_BITS - 1)).astype(np.int32),
            (packed & (2**_LEVEL_BITS - 1)).astype(np.uint8),
        )
        begin = end


def _pack(part: Part, keys: _Keys, begin: int, end: int) -> Ints:
    """Give the entries of a part for a range of new keys, each as one number that sorts as they come."""
    low, high = np.searchsorted(keys.new, (begin, end))
    own, new = keys.own[low:high], keys.new[low:high]
    passages, levels, sizes = part.lists.entries(own)
    numbers = part.numbers[passages].astype(np.int64)
    packed = np.repeat(new - begin, sizes) << _NUMBER_BITS | numbers
    return (packed << _LEVEL_BITS | levels)[numbers >= 0]

"""Which documents are about something: their names say so, or much of their text does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.answer.cues import GENERIC_VERBS, META_WORDS
from assistant.answer.mentions import Place, Stacks, find_best_sentence, sentences_of
from assistant.answer.scope import holds_in_names
from assistant.dutch import analyse, find_stems, fold, tokenize
from assistant.index.lexical import STEM

_SHARE = 0.12
"""Part of the passages that must hold a word: from there on a document is about it (see `evidence.py`)."""

_LOOK = 5
"""Passages of a document that are looked through for the sentence to quote."""
_HIDDEN = -1
"""What a passage that is not allowed holds: less than one without any of the stems."""


def find_dossiers(stacks: Stacks, subject: str) -> list[Place]:
    """Give the documents about the subject, by path, each with the sentence that says most of it.

    First those whose title or file name holds all words of it, and of a single word those of which it stands in a
    good part of the passages; then those where it holds the names and the
    text the rest; then those of which all words stand in a good part of the passages, at last those with all
    words, or two names or more, in one passage and the headings above it; not for names alone beside a word that stands
    nowhere ("skipistes in Lier in 2023"). Empty without any.
    """
    stems, names = _read_subject(subject)
    if not stems:
        return []
    for places in _find_ways(stacks, stems, names):
        if len(places):
            return list(_quote(stacks, [int(place) for place in places], stems))
    return []


def _find_ways(stacks: Stacks, stems: Sequence[str], names: Sequence[str]) -> Iterator[NDArray[np.int64]]:
    """Yield the places of the documents that are about it in each way, the surest first."""
    named = _named(stacks, stems)
    # One word is soon in a title: what is about it without saying so there must not be left out.
    yield np.union1d(named, _steeped(stacks, stems, _SHARE)) if len(stems) == 1 else named
    if names:
        yield np.intersect1d(_named(stacks, names), _steeped(stacks, stems, 0.0))
    yield _steeped(stacks, stems, _SHARE)
    yield _together(stacks, stems)
    if len(names) > 1 and all(len(stacks.holding((stem,), (STEM,))) for stem in stems if stem not in names):
        yield _together(stacks, names)


def count_mentioning(stacks: Stacks, subject: str, but: Iterable[Place] = ()) -> int:
    """Give how many documents, but those of some places, have a passage that holds all words of the subject."""
    stems, _ = _read_subject(subject)
    if not stems:
        return 0
    told = {place.mention.document_id for place in but}
    records = stacks.index.records()
    return sum(records[int(place)].id not in told for place in _together(stacks, stems))


def list_documents(stacks: Stacks) -> list[Place]:
    """Give all documents with a passage that is allowed, by path, each with the first sentence of the first one."""
    numbers = stacks.holding(())
    _, firsts = np.unique(stacks.index.places_of(numbers), return_index=True)
    return [stacks.place(passage, sentences_of(passage)[0]) for passage in stacks.read(numbers[firsts])]


def _read_subject(subject: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the stems of all words that say what it is about, and of its names alone."""
    words = [
        word for token in tokenize(subject) for word in token.text.split("-") if fold(word) not in META_WORDS
    ]
    telling = [word for word in words if fold(word) not in GENERIC_VERBS]
    stems = dict.fromkeys(stem for word in telling for stem in find_stems(word))
    names = dict.fromkeys(
        stem
        for word in telling
        if word[:1].isupper() or any(map(str.isdigit, word))
        for stem in find_stems(word)
    )
    return tuple(stems), tuple(names)


def _named(stacks: Stacks, stems: Sequence[str]) -> NDArray[np.int64]:
    """Give the places of the documents whose title, file name or organisation holds all stems.

    As everywhere here, only documents with a passage that is allowed.
    """
    groups = [frozenset((stem,)) for stem in stems]
    records = stacks.index.records()
    found = [place for place in np.flatnonzero(stacks.sizes) if holds_in_names(records[place], groups)]
    return np.array(found, dtype=np.int64)


def _steeped(stacks: Stacks, stems: Sequence[str], share: float) -> NDArray[np.int64]:
    """Give the places of the documents of which each stem stands in this part of the allowed passages, or in one."""
    sizes = stacks.sizes
    about = sizes > 0
    for stem in stems:
        about &= stacks.count_in(stacks.holding((stem,), (STEM,))) >= np.maximum(1, share * sizes)
    return np.flatnonzero(about)


def _together(stacks: Stacks, stems: Sequence[str]) -> NDArray[np.int64]:
    """Give the places of the documents with a passage that holds all stems, in its text or the headings above."""
    return np.flatnonzero(stacks.count_in(stacks.holding(stems)))


def _quote(stacks: Stacks, places: Sequence[int], stems: Sequence[str]) -> Iterator[Place]:
    """Yield for each document the first of the sentences that hold most of the stems.

    It is sought in the first of the allowed passages that hold most of them.
    """
    records = stacks.index.records()
    held = np.full(stacks.index.sizes.passages, _HIDDEN, dtype=np.int64)
    held[stacks.holding(())] = 0
    for stem in stems:
        held[stacks.holding((stem,), (STEM,))] += 1
    wanted = set(stems)
    for place in places:
        numbers = stacks.index.numbers_of(records[place].id)
        own = held[numbers.start : numbers.stop]
        richest = np.flatnonzero(own == own.max())[:_LOOK] + numbers.start
        found = find_best_sentence(stacks.read(richest), lambda text: len(wanted & set(analyse(text).stems)))
        if found is None:
            raise IndexError(f"no sentence in '{records[place].path}'")
        yield stacks.place(*found)

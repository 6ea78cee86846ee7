"""Which documents are about something: their names say so, or much of their text does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.answer.cues import GENERIC_VERBS, META_WORDS
from assistant.answer.mentions import Place, Stacks, find_best_sentence, sentences_of
from assistant.answer.scope import holds_in_names
from assistant.dutch import analyse, find_stems, fold, tokenize
from assistant.index.lexical import STEM
from assistant.types import DocumentRecord

_SHARE = 0.12
"""Part of the passages that must hold a word: from there on a document is about it (see `evidence.py`)."""

_LOOK = 5
"""Passages of a document that are looked through for the sentence to quote."""


def find_dossiers(stacks: Stacks, subject: str) -> list[Place]:
    """Give the documents about the subject, by path, each with the sentence that says most of it.

    First those whose title or file name holds all words of it, and of a single word those of which it stands in a
    good part of the passages; then those where it holds the names and the
    text the rest; then those of which all words stand in a good part of the passages, at last those with all
    words, or two names or more, in one passage and the headings above it. Empty without any.
    """
    stems, names = _read_subject(subject)
    if not stems:
        return []
    records = stacks.index.records()
    named = _named(stacks, stems)
    for places in (
        # One word is soon in a title: what is about it without saying so there must not be left out.
        np.union1d(named, _steeped(stacks, stems, _SHARE)) if len(stems) == 1 else named,
        np.intersect1d(_named(stacks, names), _steeped(stacks, stems, 0.0)) if names else (),
        _steeped(stacks, stems, _SHARE),
        _together(stacks, stems),
        _together(stacks, names) if len(names) > 1 else (),
    ):
        if len(places):
            return [_quote(stacks, records[int(place)], stems) for place in places]
    return []


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
    """Give the places of the documents whose title, file name or organisation holds all stems."""
    groups = [frozenset((stem,)) for stem in stems]
    records = stacks.index.records()
    found = [place for place in stacks.places() if holds_in_names(records[place], groups)]
    return np.array(found, dtype=np.int64)


def _steeped(stacks: Stacks, stems: Sequence[str], share: float) -> NDArray[np.int64]:
    """Give the places of the documents of which each stem stands in this part of the passages, or in one."""
    index = stacks.index
    sizes = np.array([max(1, record.passages) for record in index.records()])
    about = np.zeros(len(sizes), dtype=np.bool_)
    about[stacks.places()] = True
    for stem in stems:
        holders = index.places_of(index.fields[STEM].holders(stem).astype(np.int64))
        about &= np.bincount(holders, minlength=len(sizes)) >= np.maximum(1, share * sizes)
    return np.flatnonzero(about)


def _together(stacks: Stacks, stems: Sequence[str]) -> NDArray[np.int64]:
    """Give the places of the documents with a passage that holds all stems, in its text or the headings above."""
    places = stacks.index.places_of(stacks.holding(stems))
    return np.intersect1d(places, stacks.places())


def _quote(stacks: Stacks, record: DocumentRecord, stems: Sequence[str]) -> Place:
    """Give the first of the sentences that hold most of the stems, from the first passages that hold most."""
    numbers = stacks.index.numbers_of(record.id)
    held = np.zeros(len(numbers), dtype=np.int64)
    for stem in stems:
        holders = stacks.index.fields[STEM].holders(stem)
        first, last = np.searchsorted(holders, (numbers.start, numbers.stop))
        held[holders[first:last] - numbers.start] += 1
    richest = np.flatnonzero(held == held.max())[:_LOOK] + numbers.start
    wanted = set(stems)
    found = find_best_sentence(stacks.read(richest), lambda text: len(wanted & set(analyse(text).stems)))
    if found is None:
        raise IndexError(f"no sentence in '{record.path}'")
    return stacks.place(*found)

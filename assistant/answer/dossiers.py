"""Which documents are about something: their names say so, or much of their text does."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.answer.cues import GENERIC_VERBS, META_WORDS
from assistant.answer.mentions import Stacks, make_mention
from assistant.answer.reading import Reading
from assistant.answer.scope import holds_in_names
from assistant.dutch import content_stems, find_stems, fold, tokenize
from assistant.index.lexical import HEAD, STEM
from assistant.types import Mention, Span

_SHARE = 0.12
"""Part of the passages that must hold a word: from there on a document is about it (see `evidence.py`)."""


def find_dossiers(stacks: Stacks, subject: str) -> list[Mention]:
    """Give the documents about the subject, by path, each with the sentence that says most of it.

    First those whose title or file name holds all words of it; then those where it holds the names and the
    text the rest; then those of which all words stand in a good part of the passages, at last those with all
    words, or two names or more, in one passage and the headings above it. Empty without any.
    """
    stems, names = _read_subject(subject)
    if not stems:
        return []
    records = stacks.index.records()
    for places in (
        _named(stacks, stems),
        np.intersect1d(_named(stacks, names), _steeped(stacks, stems, 0.0)) if names else (),
        _steeped(stacks, stems, _SHARE),
        _together(stacks, stems),
        _together(stacks, names) if len(names) > 1 else (),
    ):
        if len(places):
            return [_quote(stacks.read(records[int(place)].id), stems) for place in places]
    return []


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
    index = stacks.index
    held = np.ones(index.sizes.passages, dtype=np.bool_)
    for stem in stems:
        here = np.zeros(len(held), dtype=np.bool_)
        for name in (STEM, HEAD):
            here[index.fields[name].holders(stem)] = True
        held &= here
    places = index.places_of(np.flatnonzero(held))
    return np.intersect1d(places, stacks.places())


def _quote(reading: Reading, stems: Sequence[str]) -> Mention:
    """Give the first of the sentences that hold most of the stems."""
    wanted = set(stems)
    best: Span | None = None
    most = -1
    for block in range(len(reading.blocks)):
        for sentence in reading.sentences(block):
            held = len(wanted & set(content_stems(sentence.of(reading.document.text))))
            if held > most:
                best, most = sentence, held
        if most == len(wanted):
            break
    return make_mention(reading.document, best or Span(0, len(reading.document.text)))

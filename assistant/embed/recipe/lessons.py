"""Lessons as arrays of numbered words, and the batches of (query, passage) drawn from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from assistant.embed.recipe.corpora import Lesson
from assistant.embed.recipe.vocabulary import Words

Numbers = NDArray[np.int32]

QUESTION_WORDS = """
wat hoe waarom wanneer waar wie welke hoeveel waarvoor kan kun kunnen mag mogen moet moeten wil
ik mijn me mij je jij uw u we wij ons onze jullie ze zij er dit dat deze die is zijn wordt worden
heb heeft hebben krijg krijgen doet doen gaat gaan komt staat zit hoort betekent gebeurt graag
vraag weten nog ook wel niet al dan nu precies eigenlijk mensen iemand iets informatie
"""
"""Words with which people wrap a question; rare in regulations, so the model must be told."""


@dataclass(frozen=True, slots=True)
class Card:
    """A lesson in numbered words."""

    source: str
    document: int
    title: Numbers
    heading: Numbers
    sentences: tuple[Numbers, ...]


def number_lessons(lessons: Sequence[Lesson], words: Words) -> list[Card]:
    """Turn lessons into numbered words, which fills `words`."""
    documents: dict[str, int] = {}
    return [
        Card(
            lesson.source,
            documents.setdefault(lesson.document, len(documents)),
            words.encode(lesson.title),
            words.encode(lesson.heading),
            tuple(words.encode(sentence) for sentence in lesson.sentences),
        )
        for lesson in lessons
    ]


def count_numbers(cards: Sequence[Card], size: int) -> NDArray[np.int64]:
    """Count how often each of `size` numbered words stands in the lessons."""
    counts = np.zeros(size, dtype=np.int64)
    for card in cards:
        for text in (card.title, card.heading, *card.sentences):
            np.add.at(counts, text, 1)
    return counts


@dataclass(frozen=True, slots=True)
class Mixture:
    """How batches are made. Shares are of a batch; the rest are chances in [0, 1]."""

    shares: tuple[tuple[str, float], ...] = (
        ("policy", 0.26),
        ("law", 0.27),
        ("manifesto", 0.27),
        ("decision", 0.12),
        ("definition", 0.05),
        ("similar", 0.02),
        ("answer", 0.01),
    )
    heading: float = 0.4
    """A heading as the query, where there is one; always for sources that are pairs."""
    keywords: float = 0.2
    """A few words of the passage as the query."""
    wrap: float = 0.3
    """Question words put into the query."""
    drop: float = 0.3
    """A query that loses some of its words."""
    prefix: float = 0.3
    """A passage with its title and heading in front."""
    leave: float = 0.3
    """A passage that keeps the sentence that was taken for the query."""
    most_words: int = 160
    """Words of a passage at most."""
    together: int = 3
    """Passages of one document in a batch: the nearest negatives that there are."""


PAIRS = frozenset({"decision", "definition", "similar", "answer"})


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts of numbered words, end to end; text i starts at `offsets[i]`."""

    words: Numbers
    offsets: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Batch:
    """Queries and passages, matched by place; `blind` marks pairs that are not negatives."""

    queries: Texts
    passages: Texts
    blind: NDArray[np.bool_]


def _group_places(pool: Sequence[Card]) -> dict[int, NDArray[np.int64]]:
    """Give the places in the pool of every document's lessons."""
    places: dict[int, list[int]] = {}
    for place, card in enumerate(pool):
        places.setdefault(card.document, []).append(place)
    return {document: np.array(found) for document, found in places.items()}


def _find_blind(cards: Sequence[Card], scopes: NDArray[np.int_]) -> NDArray[np.bool_]:
    """Mark (query, passage) where the passage is another one that the query fits."""
    documents = np.array([card.document for card in cards])
    numbers: dict[tuple[int, bytes], int] = {}
    sections = np.array(
        [numbers.setdefault((card.document, card.heading.tobytes()), len(numbers)) for card in cards]
    )
    scope = scopes[:, None]
    blind: NDArray[np.bool_] = (scope == Scope.DOCUMENT) & (documents[:, None] == documents) | (
        scope == Scope.SECTION
    ) & (sections[:, None] == sections)
    np.fill_diagonal(blind, val=False)
    return blind


def join_texts(texts: Sequence[Numbers]) -> Texts:
    """Lay texts end to end."""
    sizes = np.array([len(text) for text in texts], dtype=np.int64)
    return Texts(np.concatenate(texts), np.concatenate([[0], np.cumsum(sizes)[:-1]]))


class Scope(IntEnum):
    """Which other passages answer a query as well as its own, so that they are no negatives."""

    PASSAGE = 0
    SECTION = 1
    DOCUMENT = 2


class BatchMaker:
    """Draws batches from lessons; the same seed gives the same batches."""

    def __init__(
        self, cards: Sequence[Card], counts: NDArray[np.int64], wrap: Numbers, mixture: Mixture, seed: int
    ) -> None:
        self._mixture = mixture
        self._wrap = wrap
        self._random = np.random.default_rng(seed)
        # Rare words say more; the square root keeps misread words from being all that is asked.
        self._weight = 1 / np.sqrt(counts + 20.0)
        self._pools = {name: [card for card in cards if card.source == name] for name, _ in mixture.shares}
        self._places = {name: _group_places(pool) for name, pool in self._pools.items()}
        self._headings: dict[bytes, set[int]] = {}
        for card in cards:
            if len(card.heading):
                self._headings.setdefault(card.heading.tobytes(), set()).add(card.document)

    def draw(self, size: int) -> Batch:
        """Draw a batch of about `size` pairs."""
        pairs: list[tuple[Numbers, Numbers]] = []
        drawn: list[Card] = []
        scopes: list[Scope] = []
        for name, share in self._mixture.shares:
            for card in self._choose(name, round(size * share)):
                query, passage, scope = self._pair(card)
                if len(query) and len(passage):
                    pairs.append((self._disturb(query), passage[: self._mixture.most_words]))
                    drawn.append(card)
                    scopes.append(scope)
        blind = _find_blind(drawn, np.array(scopes))
        return Batch(
            join_texts([query for query, _ in pairs]), join_texts([text for _, text in pairs]), blind
        )

    def _choose(self, name: str, count: int) -> list[Card]:
        """Choose different lessons, by a few from one document where documents have many."""
        pool, places = self._pools[name], self._places[name]
        if name in PAIRS:
            return [pool[place] for place in self._random.permutation(len(pool))[:count]]
        together = self._mixture.together
        chosen: set[int] = set()
        for first in self._random.permutation(len(pool))[: count // together]:
            near = places[pool[first].document]
            chosen.update(self._random.choice(near, min(together, len(near)), replace=False).tolist())
        return [pool[place] for place in sorted(chosen)]

    def _pair(self, card: Card) -> tuple[Numbers, Numbers, Scope]:
        """Give a query, its passage, and what else the query fits."""
        chance = self._random.random()
        if (card.source in PAIRS and chance > 0.15) or chance < self._mixture.heading:
            query, scope = self._heading(card)
            if len(query):
                return query, self._body(card), scope
        if chance > 1 - self._mixture.keywords or len(card.sentences) == 1:
            return (*self._keywords(card), Scope.PASSAGE)
        return (*self._sentence(card), Scope.PASSAGE)

    def _heading(self, card: Card) -> tuple[Numbers, Scope]:
        """Give the heading or the title; a heading that many documents have gets its title behind it."""
        chance = self._random.random()
        if card.source == "decision" and (chance < 0.5 or not len(card.heading)):
            return card.title, Scope.DOCUMENT
        if card.source in PAIRS:
            return card.heading, Scope.SECTION
        if not len(card.heading):
            return card.title, Scope.DOCUMENT
        common = len(self._headings[card.heading.tobytes()]) > 3
        if len(card.title) and (common or chance < 0.4):
            return np.concatenate([card.heading, card.title]), Scope.SECTION
        return card.heading, Scope.SECTION

    def _body(self, card: Card) -> Numbers:
        """Give the passage, sometimes only a run of its sentences, sometimes with its titles."""
        sentences = card.sentences
        if len(sentences) > 2 and self._random.random() < 0.3:
            first, last = sorted(self._random.choice(len(sentences) + 1, 2, replace=False))
            sentences = sentences[first:last]
        return np.concatenate(sentences)

    def _keywords(self, card: Card) -> tuple[Numbers, Numbers]:
        body = np.concatenate(card.sentences)
        count = min(len(body), int(self._random.integers(2, 9)))
        if not count:
            return body, body
        weight = self._weight[body]
        taken = np.sort(self._random.choice(len(body), count, replace=False, p=weight / weight.sum()))
        if len(body) > 3 * count and self._random.random() > self._mixture.leave:
            # Half of what is asked is taken out, so that the rest of the passage has to tell.
            gone = taken[self._random.random(count) < 0.5]
            return body[taken], self._titled(card, np.delete(body, gone))
        return body[taken], self._titled(card, body)

    def _sentence(self, card: Card) -> tuple[Numbers, Numbers]:
        place = int(self._random.integers(len(card.sentences)))
        rest = [s for i, s in enumerate(card.sentences) if i != place]
        if self._random.random() < self._mixture.leave:
            rest = list(card.sentences)
        return card.sentences[place][:60], self._titled(card, np.concatenate(rest))

    def _titled(self, card: Card, passage: Numbers) -> Numbers:
        if self._random.random() < self._mixture.prefix:
            return np.concatenate([card.title, card.heading, passage])
        return passage

    def _disturb(self, query: Numbers) -> Numbers:
        """Drop some words of a query and put question words into it."""
        if len(query) > 3 and self._random.random() < self._mixture.drop:
            kept = query[self._random.random(len(query)) > self._random.uniform(0.1, 0.5)]
            query = kept if len(kept) else query
        if self._random.random() < self._mixture.wrap:
            query = np.concatenate([self._random.choice(self._wrap, int(self._random.integers(2, 9))), query])
        return query

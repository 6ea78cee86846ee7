"""The dev retrieval sets: is the right passage found, and what does each part of search add?

Corpus: the decisions of the Flemish Government whose body has 200 characters or more, one
passage each. Questions: the titles (`decisions-title`) and the short titles (`decisions-short`)
of the decisions of 2022 whose title occurs once; right is that decision's body and nothing else.
The rows go from a plain BM25 to the whole search, all through the code that the product runs.
"""

from __future__ import annotations

import gzip
import hashlib
import html
import json
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.dutch import count_words, fold, list_tokens, stem
from assistant.embed import Encoder
from assistant.index import Index, IndexEntry, open_index, write_generation
from assistant.index.making import make_postings
from assistant.index.postings import Bm25
from assistant.index.words import WordSpool
from assistant.search import DEFAULT_WEIGHTS, SearchWeights, search
from assistant.types import Document, Passage, Span

DECISIONS_FILE = "vlaamse-beslissingen-2019-2022.jsonl.gz"
MIN_BODY_CHARS = 200
YEAR = "2022"
TITLE_SET, SHORT_SET = "decisions-title", "decisions-short"

PLAIN = Bm25(k1=1.5, b=0.75)
"""The constants of the floor, as `data/README.md` of the shared texts gives them."""
_DEPTH = 10

_BREAK = re.compile(r"<\s*(?:br|/?p|/?li|/?div|/?tr|/?h\d)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Topic:
    """A question and the place, in the corpus, of the one text that answers it."""

    question: str
    gold: int


@dataclass(frozen=True, slots=True)
class RetrievalFigures:
    """How well one way of searching (`row`) did on one set; all measures lie in [0, 1]."""

    set_name: str
    row: str
    questions: int
    recall_1: float
    recall_5: float
    recall_10: float
    ndcg_10: float
    mrr_10: float


Ranker = Callable[[str], Sequence[int]]


def evaluate_decisions(
    shared: Path,
    encoder: Encoder | None,
    rows: Iterable[str] | None = None,
    *,
    year: str = YEAR,
    questions: int | None = None,
) -> tuple[RetrievalFigures, ...]:
    """Give the figures of every row on both sets; `rows` limits them, None takes all.

    Without an encoder the rows `dense` and `hybrid` are left out. `shared` is the folder that
    holds `data/`. Names of rows: `ROWS`. `questions` asks only so many of each set.
    """
    texts, sets = load_decisions(shared, year)
    sets = {name: topics[:questions] for name, topics in sets.items()}
    wanted = ROWS if rows is None else tuple(rows)
    figures: list[RetrievalFigures] = []
    with tempfile.TemporaryDirectory() as folder:
        used = NoEncoder() if encoder is None else encoder
        write_generation(Path(folder), make_entries(texts), used)
        with open_index(Path(folder), used) as index:
            for row in wanted:
                if encoder is None and row in _NEED_ENCODER:
                    continue
                ranker = _make_ranker(row, texts, index, used)
                figures.extend(measure_ranker(name, row, topics, ranker) for name, topics in sets.items())
    return tuple(figures)


def load_decisions(shared: Path, year: str = YEAR) -> tuple[list[str], Mapping[str, list[Topic]]]:
    """Give the bodies, and for each set its questions; places are those in the list of bodies."""
    with gzip.open(shared / "data" / DECISIONS_FILE, "rt", encoding="utf-8") as stream:
        decisions = [json.loads(line) for line in stream]
    titles = Counter(decision["title"] for decision in decisions)
    texts: list[str] = []
    sets: dict[str, list[Topic]] = {TITLE_SET: [], SHORT_SET: []}
    for decision in decisions:
        body = strip_tags(decision["html"] or "")
        if len(body) < MIN_BODY_CHARS:
            continue
        if decision["date"].startswith(year) and titles[decision["title"]] == 1:
            for name, field in ((TITLE_SET, "title"), (SHORT_SET, "short_title")):
                if (decision[field] or "").strip():
                    sets[name].append(Topic(decision[field], len(texts)))
        texts.append(body)
    return texts, sets


def strip_tags(source: str) -> str:
    """Give the text of a fragment of HTML, blocks on lines of their own."""
    plain = html.unescape(_TAG.sub("", _BREAK.sub("\n", source))).replace("\u00a0", " ")
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    return "\n".join(line for line in lines if line)


def make_entries(texts: Iterable[str]) -> Iterator[IndexEntry]:
    """Give each text as a document of one passage; the passage's number is the text's place."""
    for place, text in enumerate(texts):
        sha256 = hashlib.sha256(f"{place}:{text}".encode()).hexdigest()
        document = Document(sha256[:16], f"{place:07}.txt", sha256, "", text, ())
        whole = Span(0, len(text))
        passage = Passage(f"{document.id}:0-{len(text)}", document.id, whole, text)
        yield IndexEntry(document, (passage,), ())


def measure_ranker(set_name: str, row: str, topics: Sequence[Topic], rank: Ranker) -> RetrievalFigures:
    """Ask every question and give the figures; raises ValueError for an empty set."""
    if not topics:
        raise ValueError(f"the set {set_name} has no questions")
    places = [list(rank(topic.question))[:_DEPTH] for topic in topics]
    ranks = np.array(
        [
            found.index(topic.gold) if topic.gold in found else _DEPTH
            for topic, found in zip(topics, places, strict=True)
        ]
    )
    hit = ranks < _DEPTH
    return RetrievalFigures(
        set_name=set_name,
        row=row,
        questions=len(topics),
        recall_1=float((ranks < 1).mean()),
        recall_5=float((ranks < 5).mean()),
        recall_10=float(hit.mean()),
        ndcg_10=float(np.where(hit, 1 / np.log2(ranks + 2), 0.0).mean()),
        mrr_10=float(np.where(hit, 1 / (ranks + 1), 0.0).mean()),
    )


class NoEncoder:
    """Stands in where nothing dense is asked for: every text gets the same vector."""

    name = "geen"
    dimension = 1
    fingerprint = "geen"

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give a row of one for every text."""
        return np.ones((len(texts), 1), dtype=np.float32)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give a row of one for every text."""
        return np.ones((len(texts), 1), dtype=np.float32)


def _plain_terms(word: str) -> Iterable[tuple[str, float]]:
    return ((part, 1.0) for part in re.findall(r"\w+", word))


def _stem_terms(word: str) -> Iterable[tuple[str, float]]:
    return ((stem(part), 1.0) for part in re.findall(r"\w+", fold(word)))


_OWN_FIELDS: Mapping[str, tuple[Callable[[str], Iterable[tuple[str, float]]], Bm25]] = {
    "words": (_plain_terms, PLAIN),
    "stems": (_stem_terms, PLAIN),
}
"""Rows that are no part of the product; they get a field of their own, made by the same code."""

_WEIGHTS: Mapping[str, SearchWeights] = {
    "compounds": DEFAULT_WEIGHTS.only("stem").without("variants"),
    "variants": DEFAULT_WEIGHTS.only("stem"),
    "subwords": DEFAULT_WEIGHTS.only("gram").without("variants"),
    "together": DEFAULT_WEIGHTS.only("stem", "gram", "head"),
    "lexical": DEFAULT_WEIGHTS.without("dense"),
    "dense": DEFAULT_WEIGHTS.only("dense"),
    "hybrid": DEFAULT_WEIGHTS,
}
ROWS = (*_OWN_FIELDS, *_WEIGHTS)
"""Words as they stand (the floor), stems; stems with compound parts, and with variants; character
n-grams; these together; with word pairs (the whole lexical side); vectors; everything."""
_NEED_ENCODER = frozenset({"dense", "hybrid"})


def _make_ranker(row: str, texts: Sequence[str], index: Index, encoder: Encoder) -> Ranker:
    if row in _OWN_FIELDS:
        return _rank_by_field(texts, *_OWN_FIELDS[row])
    weights = _WEIGHTS[row]
    numbers = {passage.id: number for number, passage in enumerate(index.passages(range(len(texts))))}

    def rank(question: str) -> list[int]:
        hits = search(index, encoder, question, limit=_DEPTH, weights=weights)
        return [numbers[hit.passage.id] for hit in hits]

    return rank


def _rank_by_field(
    texts: Sequence[str], find_terms: Callable[[str], Iterable[tuple[str, float]]], constants: Bm25
) -> Ranker:
    with WordSpool(read=list_tokens) as words:
        for text in texts:
            words.add(text)
        postings = make_postings(words, find_terms, constants)

    def rank(question: str) -> list[int]:
        terms: Counter[str] = Counter()
        for word, count in count_words(question).items():
            for term, weight in find_terms(word):
                terms[term] += weight * count  # type: ignore[assignment]
        scores = postings.score(terms)
        order = np.lexsort((np.arange(len(scores)), -scores))[:_DEPTH]
        return [int(number) for number in order]

    return rank

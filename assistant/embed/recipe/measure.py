"""Retrieval figures for a model in training: development sets, nDCG@10, BM25 beside it."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.embed.recipe.corpora import DECISIONS, load_decisions, plain, read_held_out
from assistant.embed.words import fold_words

Encode = Callable[[Sequence[str]], NDArray[np.float32]]

_QUESTION = re.compile(r"(?m)^\s*Vraag\s+\d+\s*$")
_ANSWER = re.compile(r"(?m)^\s*Antwoord(?:\s+(?:op\s+)?(?:vraag\s+)?\d+)?\s*[:.]?\s*$")


@dataclass(frozen=True, slots=True)
class DevSet:
    """Queries, the corpus, and for each query the place of its one right passage."""

    name: str
    queries: tuple[str, ...]
    corpus: tuple[str, ...]
    gold: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """nDCG@10 on one set: plain BM25 over words, the model alone, and both in equal parts."""

    name: str
    queries: int
    passages: int
    words: float
    dense: float
    fused: float


def measure_encoder(encode: Encode, dev: DevSet) -> Figures:
    """Measure an encoder on one set."""
    words, dense = score_words(dev), score_dense(encode, dev)
    return Figures(
        dev.name,
        len(dev.queries),
        len(dev.corpus),
        mean_ndcg(words, dev.gold),
        mean_ndcg(dense, dev.gold),
        mean_ndcg(fuse(words, dense), dev.gold),
    )


def load_dev_sets(shared: Path) -> list[DevSet]:
    """Read the development sets that have questions; none of their texts is trained on."""
    root = shared / "data"
    sets = [
        *_decision_sets(root / DECISIONS),
        _letters(root / "pdf" / "kamervragen"),
        _held_out(shared),
    ]
    return [dev for dev in sets if dev.queries]


def _decision_sets(path: Path) -> list[DevSet]:
    """Titles and short titles of 2022 against the bodies of all years."""
    rows = [row for row in load_decisions(path) if len(row["body"]) >= 200]
    often = Counter(row["title"] for row in rows)
    asked = [i for i, row in enumerate(rows) if row["date"] >= "2022" and often[row["title"]] == 1]
    corpus = tuple(row["body"] for row in rows)
    return [
        DevSet(f"decisions-{name}", tuple(plain(rows[i][field]) for i in kept), corpus, tuple(kept))
        for name, field in (("title", "title"), ("short", "short_title"))
        for kept in [[i for i in asked if plain(rows[i][field])]]
    ]


def _letters(folder: Path) -> DevSet:
    """Members' questions against the answers in the same letters."""
    import pypdfium2

    queries: list[str] = []
    answers: list[str] = []
    for path in sorted(folder.glob("*.pdf")):
        pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path)]
        for part in _QUESTION.split("\n".join(pages).replace("\r", ""))[1:]:
            halves = _ANSWER.split(part, maxsplit=1)
            if len(halves) == 2 and len(halves[1]) > 60:
                queries.append(plain(halves[0]))
                answers.append(plain(halves[1])[:2000])
    return DevSet("questions", tuple(queries), tuple(answers), tuple(range(len(queries))))


def _held_out(shared: Path) -> DevSet:
    """Headings, with their document's title, against passages of the policy rules kept apart."""
    queries: list[str] = []
    gold: list[int] = []
    lessons = [lesson for lesson in read_held_out(shared) if lesson.source == "held-out"]
    seen: set[tuple[str, str]] = set()
    for i, lesson in enumerate(lessons):
        key = (lesson.title, lesson.heading)
        if lesson.heading and key not in seen:
            queries.append(f"{lesson.heading}, {lesson.title}")
            gold.append(i)
        seen.add(key)
    corpus = tuple(" ".join(lesson.sentences) for lesson in lessons)
    return DevSet("policy-headings", tuple(queries[::3]), corpus, tuple(gold[::3]))


def score_dense(encode: Encode, dev: DevSet) -> NDArray[np.float32]:
    """Give the cosine of every query with every passage: (queries, corpus)."""
    return encode(dev.queries) @ encode(dev.corpus).T


def score_words(dev: DevSet, k1: float = 1.5, b: float = 0.75) -> NDArray[np.float32]:
    """Give plain BM25 over lower-cased words: (queries, corpus)."""
    documents = [Counter(fold_words(text)) for text in dev.corpus]
    lengths = np.array([sum(counts.values()) for counts in documents], dtype=np.float64)
    norm = k1 * (1 - b + b * lengths / lengths.mean())
    postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i, counts in enumerate(documents):
        for word, count in counts.items():
            postings[word].append((i, count))
    scores = np.zeros((len(dev.queries), len(documents)), dtype=np.float32)
    for row, query in enumerate(dev.queries):
        for word, repeats in Counter(fold_words(query)).items():
            if word in postings:
                at, counts_ = np.array(postings[word]).T
                idf = math.log(1 + (len(documents) - len(at) + 0.5) / (len(at) + 0.5))
                scores[row, at] += repeats * idf * counts_ * (k1 + 1) / (counts_ + norm[at])
    return scores


def fuse(
    lexical: NDArray[np.float32], dense: NDArray[np.float32], weight: float = 0.5
) -> NDArray[np.float32]:
    """Add both scores, each scaled to [0, 1] a query; `weight` is the dense share."""
    mixed: NDArray[np.float32] = weight * _scale(dense) + (1 - weight) * _scale(lexical)
    return mixed


def _scale(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    low = scores.min(axis=1, keepdims=True)
    high = scores.max(axis=1, keepdims=True)
    scaled: NDArray[np.float32] = (scores - low) / np.maximum(high - low, 1e-9)
    return scaled


def mean_ndcg(scores: NDArray[np.float32], gold: Sequence[int], depth: int = 10) -> float:
    """Give the mean nDCG at `depth` with one right passage a query; ties count against."""
    right = scores[np.arange(len(gold)), list(gold)]
    ranks = (scores >= right[:, None]).sum(axis=1)
    return float(np.where(ranks <= depth, 1 / np.log2(1 + ranks), 0).mean())

"""Make the files of `wordvectors.py`: `python -m assistant.search.build_wordvectors --shared ../shared`.

Counts which stems stand near which in the passages that the bundled encoder learns from (decisions
before 2022, laws, nine tenths of the policy rules, manifestos), weighs the counts by how much they
exceed chance (positive pointwise mutual information) and keeps the main directions (singular value
decomposition): Levy, Goldberg and Dagan, "Improving distributional similarity with lessons learned
from word embeddings" (TACL 2015). Their advice is followed: frequent words thinned out, contexts
smoothed by the power .75, near words counted more, vectors by the square root of the singular
values. No pair of question and answer is used. About three minutes; the same texts and analysis of
Dutch give the same files. Make them anew when the analysis changes what a stem is.
"""

from __future__ import annotations

import argparse
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse
from numpy.typing import NDArray

from assistant.dutch import find_stems, list_words
from assistant.embed.recipe.corpora import Lesson, load_lessons
from assistant.search.wordvectors import DATA_DIR, write_word_vectors

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Recipe:
    """The free choices; `window` counts content words, `thin` is a share of all words."""

    least_count: int = 8
    window: int = 6
    thin: float = 3e-4
    smooth: float = 0.75
    dimension: int = 96
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stems in order: word i is `stems[words[i]]` and stands in passage `passages[i]`."""

    stems: list[str]
    words: Ints
    passages: Ints


def read_stretches(lessons: Iterable[Lesson]) -> Stretches:
    """Give the content stems of the passages in order."""
    numbers: dict[str, int] = {}
    known: dict[str, tuple[int, ...]] = {}
    words, sizes = array("i"), array("i")
    for lesson in lessons:
        before = len(words)
        for sentence in lesson.sentences:
            for word in list_words(sentence):
                found = known.get(word)
                if found is None:
                    found = tuple(numbers.setdefault(stem, len(numbers)) for stem in find_stems(word))
                    known[word] = found
                words.extend(found)
        sizes.append(len(words) - before)
    passages = np.repeat(np.arange(len(sizes)), np.array(sizes))
    return Stretches(list(numbers), np.array(words, dtype=np.int64), passages)


def make_vectors(stretches: Stretches, recipe: Recipe) -> tuple[list[str], Floats]:
    """Give the stems that occur often enough, and a vector for each."""
    counts = np.bincount(stretches.words, minlength=len(stretches.stems))
    kept = np.flatnonzero(counts >= recipe.least_count)
    places = np.full(len(counts), -1, dtype=np.int64)
    places[kept] = np.arange(len(kept))
    words = places[stretches.words]
    usual = words >= 0
    words, passages = words[usual], stretches.passages[usual]
    near = _count_near(words, passages, len(kept), recipe)
    vectors = _find_directions(_weigh(near, recipe.smooth), recipe)
    return [stretches.stems[number] for number in kept], vectors


def _count_near(words: Ints, passages: Ints, size: int, recipe: Recipe) -> scipy.sparse.csr_array:
    """Count how often two words stand near each other in a passage, nearer ones for more."""
    shares = np.bincount(words, minlength=size) / max(1, len(words))
    chance = np.minimum(1.0, np.sqrt(recipe.thin / np.maximum(shares, 1e-12)))
    left = np.random.default_rng(recipe.seed).random(len(words)) < chance[words]
    words, passages = words[left], passages[left]
    near = scipy.sparse.csr_array((size, size), dtype=np.float32)
    for distance in range(1, recipe.window + 1):
        same = passages[:-distance] == passages[distance:]
        first, second = words[:-distance][same], words[distance:][same]
        weight = np.full(len(first), (recipe.window + 1 - distance) / recipe.window, dtype=np.float32)
        near = near + scipy.sparse.coo_array((weight, (first, second)), shape=(size, size)).tocsr()
    return near + near.T.tocsr()


def _weigh(near: scipy.sparse.csr_array, smooth: float) -> scipy.sparse.csr_array:
    """Give by how much each count exceeds chance, as a logarithm; what does not is left out."""
    found = near.tocoo()
    usual = np.asarray(near.sum(axis=0), dtype=np.float64).ravel()
    contexts = usual**smooth / (usual**smooth).sum()
    rows, columns = found.coords
    excess = np.log(found.data / (usual[rows] * contexts[columns]))
    more = excess > 0
    values = excess[more].astype(np.float32)
    return scipy.sparse.coo_array((values, (rows[more], columns[more])), shape=near.shape).tocsr()


def _find_directions(weights: scipy.sparse.csr_array, recipe: Recipe) -> Floats:
    """Give the rows along the main directions, of unit length (Halko, Martinsson and Tropp, 2011)."""
    width = min(2 * recipe.dimension, weights.shape[0])
    start = np.random.default_rng(recipe.seed).standard_normal((weights.shape[0], width)).astype(np.float32)
    basis = np.linalg.qr(weights @ start)[0]
    for _ in range(2):
        basis = np.linalg.qr(weights.T @ basis)[0]
        basis = np.linalg.qr(weights @ basis)[0]
    left, strengths, _ = np.linalg.svd((weights.T @ basis).T, full_matrices=False)
    vectors = (basis @ left)[:, : recipe.dimension] * np.sqrt(strengths[: recipe.dimension])
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    directions: Floats = (vectors / np.maximum(lengths, 1e-9)).astype(np.float32)
    return directions


def build(lessons: Sequence[Lesson], out: Path, recipe: Recipe | None = None) -> int:
    """Write the vectors learned from these passages to `out`; give the number of stems."""
    stems, vectors = make_vectors(read_stretches(lessons), recipe or Recipe())
    write_word_vectors(out, stems, vectors)
    return len(stems)


def main() -> None:
    """Read the arguments and build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=DATA_DIR)
    given = parser.parse_args()
    build(load_lessons(given.shared), given.out)


if __name__ == "__main__":
    main()

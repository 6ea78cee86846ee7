"""Soft word matching: missing words met by words that are used alike."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.dutch import content_stems, stem
from assistant.index import Index, IndexEntry
from assistant.index.lexical import STEM
from assistant.search.soft import SoftMatch, SoftWords
from assistant.search.wordvectors import WordVectors, load_word_vectors, write_word_vectors

Build = Callable[[Sequence[IndexEntry]], Index]

MEANINGS = {
    "tegemoetkoming": (1.0, 0.1, 0.0),
    "vergoeding": (0.9, 0.3, 0.1),
    "fietspad": (0.0, 0.0, 1.0),
    "leerkracht": (0.0, 1.0, 0.0),
    "docent": (0.1, 1.0, 0.0),
}


@pytest.fixture
def vectors(tmp_path: Path) -> WordVectors:
    stems = [stem(word) for word in MEANINGS]
    write_word_vectors(tmp_path / "vectors", stems, np.array(list(MEANINGS.values()), dtype=np.float32))
    return load_word_vectors(tmp_path / "vectors")


@pytest.fixture
def index(build: Build, entry: Callable[..., IndexEntry]) -> Index:
    texts = ["De vergoeding voor een docent.", "Het fietspad langs het kanaal.", "", "De tegemoetkoming."]
    return build([entry(f"{place}.txt", [text]) for place, text in enumerate(texts)])


def score(
    index: Index, vectors: WordVectors, question: str, numbers: Sequence[int] = (0, 1, 2)
) -> list[float]:
    soft = SoftWords(vectors, index.fields[STEM])
    return soft.score(content_stems(question), index.sequences, np.array(numbers, dtype=np.int64)).tolist()


def test_a_word_like_the_one_asked_for_counts_and_another_does_not(
    index: Index, vectors: WordVectors
) -> None:
    near, other, empty = score(index, vectors, "tegemoetkoming zwembad qxzy")
    cosine = np.dot(*(np.array(v) / np.linalg.norm(v) for v in list(MEANINGS.values())[:2]))
    # One word of three, none of which any passage holds; two content words are far below the usual sixty.
    assert near == pytest.approx((cosine - 0.3) / 0.7 / 3 / (0.5 + 0.5 * 2 / 60), abs=0.01)
    assert (other, empty) == (0.0, 0.0)


def test_the_stems_with_a_vector_take_no_place_among_the_terms_that_are_remembered(
    index: Index, vectors: WordVectors
) -> None:
    postings = index.fields[STEM]
    SoftWords(vectors, postings)
    assert postings.lists.find.cache_info().currsize == 0


def test_a_word_that_stands_there_is_left_to_the_lexical_fields(index: Index, vectors: WordVectors) -> None:
    assert score(index, vectors, "vergoeding docent") == [0.0, 0.0, 0.0]


def test_where_one_passage_holds_everything_nothing_is_guessed(index: Index, vectors: WordVectors) -> None:
    alone, together = (score(index, vectors, "tegemoetkoming", numbers)[0] for numbers in ((0, 1), (0, 1, 3)))
    assert alone > 0
    assert together == 0.0


def test_more_like_words_bring_more_and_the_score_stays_below_one(index: Index, vectors: WordVectors) -> None:
    one = score(index, vectors, "tegemoetkoming zwembad")[0]
    both = score(index, vectors, "tegemoetkoming leerkracht")[0]
    assert 0 < one < both <= 1


def test_among_more_words_a_like_one_counts_for_less(
    build: Build, entry: Callable[..., IndexEntry], vectors: WordVectors
) -> None:
    long = " ".join(f"zaak{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(120))
    index = build([entry("a.txt", ["De vergoeding."]), entry("b.txt", [f"De vergoeding. {long}"])])
    short, longer = score(index, vectors, "tegemoetkoming zwembad qxzy", (0, 1))
    assert 0 < 2 * longer < short


def test_a_compound_without_a_vector_is_read_by_its_parts(index: Index, vectors: WordVectors) -> None:
    assert vectors.find(stem("leerkrachtentegemoetkoming")) is None
    assert score(index, vectors, "leerkrachtentegemoetkoming")[0] > 0.3


@pytest.mark.parametrize("question", ["", "de het een", "qxzy", "2024 € 5"])
def test_words_without_a_meaning_bring_nothing(index: Index, vectors: WordVectors, question: str) -> None:
    assert score(index, vectors, question) == [0.0, 0.0, 0.0]


def test_no_passages_have_no_scores(index: Index, vectors: WordVectors) -> None:
    assert score(index, vectors, "tegemoetkoming", ()) == []


def test_a_passage_scores_the_same_wherever_it_stands_among_the_others(
    index: Index, vectors: WordVectors
) -> None:
    assert (
        score(index, vectors, "tegemoetkoming leerkracht", (1, 2, 0))[2]
        == (score(index, vectors, "tegemoetkoming leerkracht", (0, 1, 2))[0])
    )


def test_the_words_that_made_the_match_are_told(index: Index, vectors: WordVectors) -> None:
    soft = SoftWords(vectors, index.fields[STEM])
    (match,) = soft.explain(content_stems("tegemoetkoming fietspad docent"), index.sequences, 0)
    assert (match.asked, match.found) == (stem("tegemoetkoming"), stem("vergoeding"))
    assert match == SoftMatch(match.asked, match.found, pytest.approx(0.967, abs=0.01))
    assert soft.explain(content_stems("tegemoetkoming"), index.sequences, 2) == ()

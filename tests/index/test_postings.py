"""One lexical field: exact BM25, whatever way it is cut up."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from assistant.index import making as making_module
from assistant.index import postings as module
from assistant.index import words as words_module
from assistant.index.lists import LEVELS, Lists, load_lists
from assistant.index.making import make_postings, write_lists
from assistant.index.postings import Bm25, Postings, load_postings
from assistant.index.vocabulary import Vocabulary
from assistant.index.words import WordSpool

WORDS = st.lists(st.sampled_from("appel boom cel dijk egel".split()), max_size=8).map(" ".join)
CONSTANTS = Bm25(k1=0.9, b=0.75)


def make(texts: list[str], constants: Bm25 = CONSTANTS) -> Postings:
    with WordSpool() as words:
        for text in texts:
            words.add(text)
        return make_postings(words, lambda word: [(word, 1.0)], constants)


def make_lists(texts: list[str], constants: Bm25) -> Lists:
    with TemporaryDirectory() as folder:
        save(texts, Path(folder), "proef", constants)
        return load_lists(Path(folder), "proef", len(texts))


def save(texts: list[str], folder: Path, name: str, constants: Bm25 = CONSTANTS) -> None:
    vocabulary = Vocabulary()
    with WordSpool(folder) as words:
        for text in texts:
            words.add(text)
        for word in words.words:
            vocabulary.add([(word, 1.0)])
        write_lists(folder, name, words, np.arange(len(texts)), vocabulary.close(), constants)


def expect(texts: list[str], query: dict[str, float]) -> list[float]:
    """Work BM25 out by its definition."""
    bags = [Counter(text.split()) for text in texts]
    average = sum(sum(bag.values()) for bag in bags) / len(bags) or 1.0
    scores = []
    for bag in bags:
        total = 0.0
        for term, weight in query.items():
            holders = sum(term in other for other in bags)
            if holders and term in bag:
                idf = math.log(1 + (len(bags) - holders + 0.5) / (holders + 0.5))
                slowing = CONSTANTS.k1 * (1 - CONSTANTS.b + CONSTANTS.b * sum(bag.values()) / average)
                total += weight * idf * bag[term] * (CONSTANTS.k1 + 1) / (bag[term] + slowing)
        scores.append(total)
    return scores


def score_all(field: Postings, query: dict[str, float]) -> NDArray[np.float64]:
    return field.score_at(query, np.arange(field.lists.size))


def within_steps(field: Postings, query: dict[str, float]) -> float:
    """Give how far a score may be from the definition: half a step of the impacts, and the whole weights."""
    return 0.51 / LEVELS * field.ceiling(query) + 1e-6


@given(st.lists(WORDS, min_size=1, max_size=12), WORDS)
def test_scores_are_those_of_the_definition(texts: list[str], query: str) -> None:
    weights = {term: float(count) for term, count in Counter(query.split()).items()}
    field = make(texts)
    assert score_all(field, weights) == pytest.approx(
        expect(texts, weights), abs=within_steps(field, weights)
    )


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_no_passage_scores_above_the_ceiling(texts: list[str]) -> None:
    field = make(texts)
    query = {"appel": 1.0, "boom": 0.5, "onbekend": 1.0}
    assert float(score_all(field, query).max()) <= field.ceiling(query) + 1e-5


@given(st.lists(WORDS, min_size=1, max_size=12), st.lists(WORDS, min_size=1, max_size=12))
def test_with_a_fixed_length_the_impacts_of_a_passage_do_not_depend_on_others(
    texts: list[str], others: list[str]
) -> None:
    fixed = Bm25(k1=0.9, b=0.75, length=3)
    few, many = make_lists(texts, fixed), make_lists([*texts, *others], fixed)
    numbers = np.arange(len(texts), dtype=np.int32)
    for term in "appel boom cel dijk egel".split():
        if few.key(term) >= 0:
            sums = np.zeros((2, len(texts)), dtype=np.int32)
            few.add_at(sums[0], few.key(term), 1, numbers)
            many.add_at(sums[1], many.key(term), 1, numbers)
            assert sums[0].tolist() == sums[1].tolist()


QUERIES = st.dictionaries(
    st.sampled_from("appel boom cel dijk onbekend".split()), st.sampled_from([0.25, 1.0, 2.0])
)


LOTS = st.lists(WORDS, min_size=20, max_size=60)


@given(st.lists(WORDS, max_size=12) | LOTS, QUERIES, st.integers(-1, 14), st.data())
def test_the_best_are_those_of_the_highest_scores_and_the_first_number(
    texts: list[str], query: dict[str, float], count: int, data: st.DataObject
) -> None:
    field = make(texts)
    allowed = data.draw(st.none() | st.lists(st.booleans(), min_size=len(texts), max_size=len(texts)))
    mask = None if allowed is None else np.array(allowed, dtype=np.bool_)
    scores = field.score_at(query, np.arange(len(texts))).tolist()
    may = [
        number for number, score in enumerate(scores) if score > 0 and (allowed is None or allowed[number])
    ]
    expected = sorted(may, key=lambda number: (-scores[number], number))[: max(count, 0)]
    for cost in (0, 10**9):  # those that are allowed are looked up, or all are added up
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "_SPREAD", 2)
            patch.setattr(module, "_LOOKUP_COST", cost)
            assert field.best(query, count, mask).tolist() == expected


def test_once_the_effort_is_spent_only_the_terms_that_bring_most_for_it_propose() -> None:
    texts = ["boom", "zeldzaam appel", *["appel boom"] * 30]
    lists, query = make_lists(texts, CONSTANTS), {"zeldzaam": 1.0, "appel": 1.0, "boom": 1.0}
    for effort, found in ((0, 1), (31, 1), (32, 32), (63, 32)):
        assert len(Postings(lists, CONSTANTS, effort).best(query, 40)) == found
    few = np.arange(len(texts)) < 2
    assert Postings(lists, CONSTANTS, 31).best(query, 40, few).tolist() == [1, 0]
    numbers = np.arange(len(texts))
    scores = [Postings(lists, CONSTANTS, effort).score_at(query, numbers).tolist() for effort in (0, None)]
    assert scores[0] == scores[1]


@given(st.lists(WORDS, min_size=1, max_size=12), QUERIES, st.data())
def test_scores_of_some_passages_are_those_of_the_definition(
    texts: list[str], query: dict[str, float], data: st.DataObject
) -> None:
    numbers = data.draw(st.lists(st.integers(0, len(texts) - 1)))
    expected = np.array(expect(texts, query))[numbers] if numbers else []
    field = make(texts)
    found = field.score_at(query, np.array(numbers, dtype=np.int64))
    assert found == pytest.approx(expected, abs=within_steps(field, query))
    for cost in (0, 10**9):  # all lists looked up, and all added up
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "_LOOKUP_COST", cost)
            assert field.score_at(query, np.array(numbers, dtype=np.int64)).tolist() == found.tolist()


@pytest.mark.parametrize("texts", [[], [""], ["appel"]])
def test_unknown_terms_and_no_terms_find_nothing(texts: list[str]) -> None:
    field = make(texts)
    for query in ({}, {"onbekend": 1.0}):
        assert field.best(query, 3).tolist() == []
        assert field.score_at(query, np.arange(len(texts))).tolist() == [0.0] * len(texts)


def test_holders_are_counted() -> None:
    field = make(["boom", "appel", "appel boom", "appel"])
    assert [field.count_holders(term) for term in ("appel", "boom", "onbekend")] == [3, 2, 0]


def test_many_small_chunks_give_the_same_field_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"appel boom{number % 7} cel{number % 3} appel" for number in range(50)]
    whole = make(texts)
    monkeypatch.setattr(words_module, "CHUNK_PASSAGES", 3)
    monkeypatch.setattr(making_module, "_BATCH", 20)
    cut = make(texts)
    for query in ({"appel": 1.0}, {"boom3": 1.0, "cel1": 2.0}):
        assert score_all(whole, query).tobytes() == score_all(cut, query).tobytes()


def test_the_passages_of_a_term_come_in_order() -> None:
    field = make(["boom", "appel", "appel boom", "appel"])
    assert field.holders("appel").tolist() == [1, 2, 3]
    assert field.holders("onbekend").tolist() == []


def test_a_term_that_no_passage_holds_counts_in_the_ceiling_as_the_rarest() -> None:
    field = make(["appel boom", "appel", "appel"])
    assert field.ceiling({"boom": 1.0, "onbekend": 1.0}) == pytest.approx(2 * field.ceiling({"boom": 1.0}))


def test_the_ceiling_of_one_term_is_that_of_a_question_of_one() -> None:
    field = make(["appel boom", "boom", "appel"])
    for term in ("appel", "boom", "onbekend"):
        assert field.ceiling_of(term, 0.3) == field.ceiling({term: 0.3})


def test_the_terms_that_can_bring_most_are_chosen() -> None:
    field = make(["appel boom", "appel cel", "appel"])
    assert field.choose({"appel": 1.0, "boom": 1.0, "cel": 1.0}, 2) == {"boom": 1.0, "cel": 1.0}
    assert field.choose({"appel": 1.0}, 2) == {"appel": 1.0}


@pytest.mark.parametrize("texts", [[], [""], ["", "appel"]])
def test_a_field_of_nothing_or_little_is_saved_and_loaded(tmp_path: Path, texts: list[str]) -> None:
    field = make(texts)
    save(texts, tmp_path, "proef")
    loaded = load_postings(tmp_path, "proef", len(texts), CONSTANTS)
    assert score_all(loaded, {"appel": 1.0}).tobytes() == score_all(field, {"appel": 1.0}).tobytes()
    assert len(score_all(loaded, {"appel": 1.0})) == len(texts)


def test_files_of_two_fields_are_not_taken_for_one(tmp_path: Path) -> None:
    save(["appel boom"], tmp_path, "een")
    save(["appel boom cel"], tmp_path, "twee")
    (tmp_path / "twee.starts.npy").replace(tmp_path / "een.starts.npy")
    with pytest.raises(ValueError, match="een"):
        load_postings(tmp_path, "een", 1, CONSTANTS)

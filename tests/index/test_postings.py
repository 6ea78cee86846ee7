"""One lexical field: exact BM25, whatever way it is cut up."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.index import postings as module
from assistant.index.lexical import CountsBuilder
from assistant.index.postings import Bm25, Postings, load_postings, make_postings

WORDS = st.lists(st.sampled_from("appel boom cel dijk egel".split()), max_size=8).map(" ".join)
CONSTANTS = Bm25(k1=0.9, b=0.75)


def make(texts: list[str]) -> Postings:
    builder = CountsBuilder()
    for text in texts:
        builder.add(text)
    return make_postings(
        builder.count(np.arange(len(texts), dtype=np.int32)), lambda word: [(word, 1.0)], CONSTANTS
    )


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


@given(st.lists(WORDS, min_size=1, max_size=12), WORDS)
def test_scores_are_those_of_the_definition(texts: list[str], query: str) -> None:
    weights = {term: float(count) for term, count in Counter(query.split()).items()}
    assert make(texts).score(weights) == pytest.approx(expect(texts, weights), rel=1e-5, abs=1e-6)


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_no_passage_scores_above_the_ceiling(texts: list[str]) -> None:
    field = make(texts)
    query = {"appel": 1.0, "boom": 0.5, "onbekend": 1.0}
    assert float(field.score(query).max()) <= field.ceiling(query) + 1e-5


QUERIES = st.dictionaries(
    st.sampled_from("appel boom cel dijk onbekend".split()), st.sampled_from([0.25, 1.0, 2.0])
)


@given(st.lists(WORDS, max_size=12), QUERIES, st.integers(-1, 14), st.data())
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
    assert field.best(query, count, mask).tolist() == expected


@given(st.lists(WORDS, min_size=1, max_size=12), QUERIES, st.data())
def test_scores_of_some_passages_are_those_of_the_definition(
    texts: list[str], query: dict[str, float], data: st.DataObject
) -> None:
    numbers = data.draw(st.lists(st.integers(0, len(texts) - 1)))
    expected = np.array(expect(texts, query))[numbers] if numbers else []
    found = make(texts).score_at(query, np.array(numbers, dtype=np.int64))
    assert found == pytest.approx(expected, rel=1e-5, abs=1e-6)


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
    monkeypatch.setattr(module, "_CHUNK_PASSAGES", 3)
    cut = make(texts)
    for query in ({"appel": 1.0}, {"boom3": 1.0, "cel1": 2.0}):
        assert whole.score(query).tobytes() == cut.score(query).tobytes()


def test_the_passages_of_a_term_come_in_order() -> None:
    field = make(["boom", "appel", "appel boom", "appel"])
    assert field.holders("appel").tolist() == [1, 2, 3]
    assert field.holders("onbekend").tolist() == []


def test_a_term_that_no_passage_holds_counts_in_the_ceiling_as_the_rarest() -> None:
    field = make(["appel boom", "appel", "appel"])
    assert field.ceiling({"boom": 1.0, "onbekend": 1.0}) == pytest.approx(2 * field.ceiling({"boom": 1.0}))


def test_the_terms_that_can_bring_most_are_chosen() -> None:
    field = make(["appel boom", "appel cel", "appel"])
    assert field.choose({"appel": 1.0, "boom": 1.0, "cel": 1.0}, 2) == {"boom": 1.0, "cel": 1.0}
    assert field.choose({"appel": 1.0}, 2) == {"appel": 1.0}


@pytest.mark.parametrize("texts", [[], [""], ["", "appel"]])
def test_a_field_of_nothing_or_little_is_saved_and_loaded(tmp_path: Path, texts: list[str]) -> None:
    field = make(texts)
    field.save(tmp_path, "proef")
    loaded = load_postings(tmp_path, "proef", len(texts))
    assert loaded.score({"appel": 1.0}).tobytes() == field.score({"appel": 1.0}).tobytes()
    assert len(loaded.score({"appel": 1.0})) == len(texts)


def test_files_of_two_fields_are_not_taken_for_one(tmp_path: Path) -> None:
    make(["appel boom"]).save(tmp_path, "een")
    make(["appel boom cel"]).save(tmp_path, "twee")
    (tmp_path / "twee.starts.npy").replace(tmp_path / "een.starts.npy")
    with pytest.raises(ValueError, match="een"):
        load_postings(tmp_path, "een", 1)

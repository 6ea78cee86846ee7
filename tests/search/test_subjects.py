"""What a document is about, as evidence for each of its passages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from assistant.dutch import content_stems
from assistant.embed import Encoder
from assistant.index import Index, IndexEntry
from assistant.search import DEFAULT_WEIGHTS, SearchWeights, read_question, search
from assistant.search.subjects import score_subjects
from assistant.search.terms import ask_fields

Build = Callable[[Sequence[IndexEntry]], Index]
Entry = Callable[..., IndexEntry]

ABOUT_UTRECHT = (
    "Utrecht telt dertien gemeenten.",
    "In Utrecht groeit het station.",
    "De prijzen van de veerpont stijgen.",
    "Utrecht vraagt het rijk om steun.",
)
ABOUT_DRENTHE = (
    "Drenthe bouwt woningen.",
    "In Drenthe rijden meer bussen.",
    "De prijzen van de streekbus stijgen.",
)
OTHERS = ("In Utrecht regende het.",)


@pytest.fixture
def index(build: Build, entry: Entry) -> Index:
    texts = {"a.txt": ABOUT_UTRECHT, "b.txt": ABOUT_DRENTHE, "c.txt": OTHERS}
    return build([entry(path, passages, title="Verslag") for path, passages in texts.items()])


def _score(index: Index, question: str) -> list[float]:
    asked = ask_fields(index, read_question(question), None, DEFAULT_WEIGHTS)
    numbers = np.arange(index.sizes.passages)[::-1]  # in any order
    scores: list[float] = score_subjects(index, asked["stem"], numbers)[::-1].tolist()
    return scores


def test_all_passages_of_a_document_have_its_subject(index: Index) -> None:
    scores = _score(index, "Utrecht")
    assert scores[:4] == pytest.approx([0.75] * 4)  # three of four passages hold the word


def test_a_document_of_few_passages_has_no_subject(index: Index) -> None:
    assert _score(index, "Utrecht")[4:] == [0.0] * 4
    assert _score(index, "Drenthe") == [0.0] * 8


def test_a_word_that_few_passages_hold_is_no_subject(index: Index) -> None:
    assert _score(index, "veerpont") == [0.0] * 8


def test_each_word_counts_for_its_weight(index: Index) -> None:
    scores = _score(index, "prijzen in Utrecht")
    postings = index.fields["stem"]
    subject, other = (postings.ceiling({term: 1.0}) for term in content_stems("Utrecht prijzen"))
    assert scores[0] == pytest.approx(0.75 * subject / (subject + other))


def test_search_adds_it_to_the_score(index: Index, encoder: Encoder) -> None:
    def find(weights: SearchWeights) -> dict[str, float]:
        hits = search(index, encoder, "prijzen in Utrecht", weights=weights)
        return {hit.passage.text: hit.score for hit in hits}

    plain, whole = find(DEFAULT_WEIGHTS.without("subject")), find(DEFAULT_WEIGHTS)
    assert whole[ABOUT_UTRECHT[2]] > plain[ABOUT_UTRECHT[2]]
    assert whole[ABOUT_DRENTHE[2]] == plain[ABOUT_DRENTHE[2]]

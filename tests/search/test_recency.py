"""The newest first, where that is asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from assistant.embed import Encoder
from assistant.index import Index, IndexEntry
from assistant.search import search
from assistant.search.recency import asks_newest, prefer_newer

Build = Callable[[Sequence[IndexEntry]], Index]
Entry = Callable[..., IndexEntry]


@pytest.mark.parametrize(
    "question",
    [
        "Wat is de laatste stand van het warmtenet?",
        "meest recente voortgangsrapportage",
        "Wie is de huidige gedeputeerde?",
        "de nieuwste subsidieregeling",
        "Hoeveel leden telt de raad op dit moment?",
        "de jongste beslissing over het kanaal",
    ],
)
def test_words_that_ask_for_the_newest(question: str) -> None:
    assert asks_newest(question)


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel woningen zijn er de laatste drie jaar gebouwd?",
        "omzet in het laatste kwartaal",
        "Wat was de laatste begroting van 2019?",
        "vernieuwde regeling",
        "actualisering van het plan",
    ],
)
def test_stretches_of_time_and_named_years_ask_for_nothing_new(question: str) -> None:
    assert not asks_newest(question)


def test_age_lowers_a_score_by_three_tenths_at_most() -> None:
    scores = prefer_newer(np.full(4, 0.5), ["2022-06-15", "2019-06", "1950", None])
    assert scores[0] == 0.5
    assert scores[1] == pytest.approx(0.425, abs=1e-3)
    assert scores[2] == pytest.approx(0.35, abs=1e-3)
    assert scores[3] == pytest.approx(0.425)


def test_without_any_date_nothing_changes() -> None:
    scores = np.array([0.4, 0.2])
    assert prefer_newer(scores, [None, None]).tolist() == scores.tolist()


def test_a_new_passage_on_another_point_does_not_age_the_rest() -> None:
    scores = prefer_newer(np.array([0.6, 0.59, 0.1]), ["2018", "2019", "2024"])
    assert scores[1] == pytest.approx(0.59)


def test_the_newest_of_two_reports_comes_first_only_when_asked(
    build: Build, entry: Entry, encoder: Encoder
) -> None:
    index = build(
        [
            entry("oud.txt", ["Stand van het warmtenet: 200 huizen in Breda zijn aangesloten."], date="2019"),
            entry(
                "nieuw.txt",
                ["Stand van het warmtenet: er zijn nu ook 900 huizen in Breda aangesloten."],
                date="2023",
            ),
        ]
    )
    plain = search(index, encoder, "stand van het warmtenet")
    asked = search(index, encoder, "laatste stand van het warmtenet")
    paths = {record.id: record.path for record in index.records()}
    assert [paths[hit.passage.document_id] for hit in plain] == ["oud.txt", "nieuw.txt"]
    assert [paths[hit.passage.document_id] for hit in asked] == ["nieuw.txt", "oud.txt"]

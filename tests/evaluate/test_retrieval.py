"""Retrieval is measured over our own sample here, so that the code and the gates are proved without shared texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.config import Settings
from assistant.errors import UsageError
from assistant.evaluate.ladder import ROWS
from assistant.evaluate.metrics import Row
from assistant.evaluate.relevance import GAIN, NDCG
from assistant.evaluate.retrieval import measure_retrieval
from assistant.evaluate.run import run_evaluation
from assistant.evaluate.sets import SETS

SAMPLE = ("questions-corpus", "paraphrases-corpus")
LABELS = ["questions-corpus", "paraphrases-corpus", "paraphrases-corpus-dev", "paraphrases-corpus-held"]
SETTINGS = Settings(workers=1)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="module")
def told() -> list[str]:
    return []


@pytest.fixture(scope="module")
def figures(cache: Path, told: list[str]) -> dict[str, tuple[Row, ...]]:
    return measure_retrieval(SETTINGS, None, write=told.append, cache=cache)


def test_without_the_shared_texts_every_row_runs_over_the_sample(
    figures: dict[str, tuple[Row, ...]], told: list[str]
) -> None:
    assert list(figures) == list(ROWS)
    for rows in figures.values():
        assert [row.label for row in rows] == LABELS
        assert rows[1].answerable == rows[2].answerable + rows[3].answerable >= 80
    assert told == [
        f"{name}: overgeslagen, want de teksten ervan (../shared) ontbreken."
        for name in SETS
        if name not in SAMPLE
    ]


def test_the_whole_search_beats_plain_words_on_the_sample(figures: dict[str, tuple[Row, ...]]) -> None:
    for whole, plain in zip(figures["hybrid"], figures["words"], strict=True):
        gain = whole.value(GAIN)
        assert gain == pytest.approx((whole.value(NDCG) or 0) - (plain.value(NDCG) or 0))
        assert gain is not None and gain > 0.02
        assert plain.value(GAIN) == 0


def test_the_same_texts_give_the_same_figures(cache: Path, figures: dict[str, tuple[Row, ...]]) -> None:
    again = measure_retrieval(SETTINGS, None, sets=["paraphrases-corpus"], rows=["hybrid"], cache=cache)
    assert again == {"hybrid": figures["hybrid"][1:]}


def test_one_half_and_what_is_not_found_in_it(cache: Path, figures: dict[str, tuple[Row, ...]]) -> None:
    lines: list[str] = []
    found = measure_retrieval(
        SETTINGS,
        None,
        sets=["paraphrases-corpus"],
        rows=["words"],
        split="dev",
        write=lines.append,
        failures=True,
        cache=cache,
    )
    half = figures["words"][2]
    assert [row.label for row in found["words"]] == ["paraphrases-corpus", "paraphrases-corpus-dev"]
    assert found["words"][1] == half
    missed = round((1 - (half.value("recall@10") or 0)) * half.answerable)
    assert len(lines) == missed > 0
    assert all(line.startswith("Niet gevonden [paraphrases-corpus] ") for line in lines)


def test_unknown_sets_and_rows_are_wrong_use() -> None:
    with pytest.raises(UsageError, match="Onbekend: 'zaden'; kies uit decisions-title"):
        measure_retrieval(SETTINGS, None, sets=["zaden"])
    with pytest.raises(UsageError, match="Onbekend: 'magie'; kies uit words, stems"):
        measure_retrieval(SETTINGS, None, rows=["magie"])


def test_asking_nothing_fails_and_stores_nothing(tmp_path: Path) -> None:
    lines: list[str] = []
    code = run_evaluation(
        ["retrieval"], SETTINGS, None, split=None, write=lines.append, sets=["kamervragen"], results=tmp_path
    )
    assert code == 1
    assert lines == [
        "kamervragen: overgeslagen, want de teksten ervan (../shared) ontbreken.",
        "Niet gehaald: Er is niets gemeten.",
    ]
    assert list(tmp_path.iterdir()) == []


def test_the_decision_sets_hold_what_their_description_says(shared: Path) -> None:
    from assistant.evaluate.sets import SHORT, TITLE, ask_titles
    from assistant.evaluate.sources import DECISION_FILES, SOURCES, load_decisions, strip_tags

    place = SOURCES[DECISION_FILES].locate(shared)
    assert place is not None
    decisions = load_decisions(place)
    assert len(decisions) == 2_038
    sets = ask_titles(decisions)
    assert (len(sets[TITLE]), len(sets[SHORT])) == (482, 409)
    topic = sets[TITLE][0]
    assert [decisions[place].title for place in topic.right] == [topic.question]
    assert all(len(decision.body) >= 200 and "<" not in decision.body[:50] for decision in decisions)
    assert (
        strip_tags("<p>De&nbsp;<strong>raad</strong> &amp; co</p><p>beslist<br/>nu</p>")
        == "De raad & co\nbeslist\nnu"
    )

"""Marked passages are checked when they are read, and found back when the reading moved them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.evaluate.pairing import HALF
from assistant.evaluate.passages import (
    GOLD,
    MarkedFact,
    MarkedPassage,
    choose_split,
    complete_facts,
    find_passage,
    hash_passage,
    list_kinds,
    load_passages,
    shorten_words,
)
from assistant.types import Span

TEXT = "Kop\n\nDe gemeente Heuvelrade bouwt een brug.\nDaarna niets meer.\n"
WORDS = "De gemeente Heuvelrade bouwt een brug."
START = TEXT.index(WORDS)
PASSAGE = MarkedPassage(
    "brug",
    "corpus/brug.txt",
    Span(START, START + len(WORDS)),
    hash_passage(WORDS),
    choose_split("brug"),
    (MarkedFact(Span(3, 22), "gemeente Heuvelrade", {"naam": "gemeente Heuvelrade"}),),
)


def write_gold(path: Path, **changed: object) -> Path:
    row = {
        "id": "brug",
        "text": "corpus/brug.txt",
        "start": START,
        "end": START + len(WORDS),
        "sha": hash_passage(WORDS),
        "split": choose_split("brug"),
        "facts": [{"start": 3, "end": 22, "words": "gemeente Heuvelrade", "naam": "gemeente Heuvelrade"}],
    }
    path.write_text(json.dumps(row | changed) + "\n", encoding="utf-8")
    return path


def test_a_line_is_read_as_a_passage_with_its_facts(tmp_path: Path) -> None:
    assert load_passages(write_gold(tmp_path / "facts-organisatie.jsonl")) == (PASSAGE,)


@pytest.mark.parametrize(
    "changed",
    [
        {"split": "held" if choose_split("brug") == "dev" else "dev"},
        {"extra": 1},
        {"facts": [{"start": 3, "end": 22, "words": "gemeente"}]},
        {"facts": [{"start": 30, "end": 49, "words": "gemeente Heuvelrade"}]},
        {"facts": 3},
        {"facts": [{"start": 3, "end": 22, "words": "gemeente Heuvelrade", "sha": "0" * 12}]},
        {"facts": [{"start": 0, "end": 38, "words": WORDS, "sha": hash_passage(WORDS)}]},
    ],
    ids=[
        "wrong half",
        "unknown field",
        "wrong words",
        "behind the passage",
        "no facts",
        "nothing left out",
        "words that had to be left out",
    ],
)
def test_a_faulty_line_is_refused_with_its_place(tmp_path: Path, changed: dict[str, object]) -> None:
    with pytest.raises(UsageError, match=r"facts-organisatie\.jsonl, regel 1"):
        load_passages(write_gold(tmp_path / "facts-organisatie.jsonl", **changed))


def test_a_clause_keeps_its_first_three_words_and_is_completed_from_its_passage(tmp_path: Path) -> None:
    assert shorten_words("bouwt een brug") == ("bouwt een brug", None)
    first, sha = shorten_words(WORDS)
    assert (first, sha) == ("De gemeente Heuvelrade", hash_passage(WORDS))
    facts = [{"start": 0, "end": len(WORDS), "words": first, "sha": sha, "status": "loopt"}]
    (passage,) = load_passages(write_gold(tmp_path / "facts-actie.jsonl", facts=facts))
    whole = MarkedFact(Span(0, len(WORDS)), WORDS, {"status": "loopt"})
    assert complete_facts(passage, WORDS) == (whole,)
    with pytest.raises(UsageError, match="brug: 'De gemeente Heuvelrade' staat niet op zijn plaats"):
        complete_facts(passage, WORDS.replace("een", "die"))
    with pytest.raises(UsageError, match="'gemeente Heuvelrade' staat niet"):
        complete_facts(PASSAGE, WORDS.replace("rade", "dorp"))


def test_an_id_stands_in_a_file_once(tmp_path: Path) -> None:
    path = write_gold(tmp_path / "facts-organisatie.jsonl")
    path.write_text(path.read_text() * 2)
    with pytest.raises(UsageError, match="regel 2: 'brug' komt tweemaal voor"):
        load_passages(path)


@pytest.mark.parametrize(
    ("before", "facts"),
    [("", True), ("iets ", True), ("iets ", False), ("x" * 900, True), ("regel\n" * 200, False)],
    ids=["in its place", "near", "near, without facts", "far, by its words", "far, at a line"],
)
def test_a_passage_is_found_where_the_reading_moved_it(before: str, facts: bool) -> None:
    passage = PASSAGE if facts else replace(PASSAGE, facts=())
    assert find_passage(before + TEXT, passage) == PASSAGE.span.shift(len(before))


def test_a_passage_that_changed_is_not_found() -> None:
    assert find_passage(TEXT.replace("een brug", "de brug"), PASSAGE) is None


def test_the_halves_are_about_as_large_and_follow_from_the_id() -> None:
    halves = [choose_split(f"passage-{number}") for number in range(400)]
    assert 160 < halves.count("dev") < 240


@pytest.mark.parametrize("kind", list_kinds())
def test_every_marked_passage_of_a_kind_is_sound(kind: str) -> None:
    passages = load_passages(GOLD / f"facts-{kind}.jsonl")
    assert {passage.split for passage in passages} == {"dev", "held"}
    for passage in passages:
        assert [fact.span for fact in passage.facts] == sorted(fact.span for fact in passage.facts)
        if kind in HALF:  # run tools/shorten_marks.py
            assert all(shorten_words(fact.words) == (fact.words, None) for fact in passage.facts)


@pytest.mark.parametrize("kind", list_kinds())
def test_no_value_of_the_gold_is_a_sentence_of_a_text(kind: str) -> None:
    for passage in load_passages(GOLD / f"facts-{kind}.jsonl"):
        for fact in passage.facts:
            for value in fact.fields.values():
                for item in value if isinstance(value, list) else (value,):
                    assert len(str(item).split()) <= 13, (passage.id, item)

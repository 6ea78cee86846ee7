"""Questions in other words: read, checked, and pointed at the passage that answers them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.config import Settings
from assistant.errors import UsageError
from assistant.evaluate.gold import DEV, HELD
from assistant.evaluate.paraphrases import find_evidence, load_paraphrases, point_at
from assistant.evaluate.sources import CORPUS, DECISION_FILES, DECISION_PAGES, SOURCES
from assistant.ingestion import read_documents
from assistant.types import Failure, Span

TEXT = "De raad beslist.\nHet warmte- net kost 8,4 miljoen euro. Het net ligt er in 2027."
EVIDENCE = Span(TEXT.index("Het warmte"), TEXT.index(" Het net"))


def test_evidence_is_found_where_it_stood() -> None:
    found = find_evidence(TEXT, point_at("a.md", TEXT, EVIDENCE))
    assert found is not None
    assert found.of(TEXT) == "Het warmte- net kost 8,4 miljoen euro"


def test_evidence_is_found_again_when_the_document_is_read_otherwise() -> None:
    pointer = point_at("a.md", TEXT, EVIDENCE)
    other = "Gemeente Ravelo. " + TEXT.replace("warmte- net", "warmtenet").replace("\n", " ")
    found = find_evidence(other, pointer)
    assert found is not None
    assert found.of(other) == "Het warmtenet kost 8,4 miljoen euro"


def test_evidence_that_is_gone_is_not_found() -> None:
    pointer = point_at("a.md", TEXT, EVIDENCE)
    assert find_evidence(TEXT.replace("8,4", "9,1"), pointer) is None
    assert find_evidence("Kort.", pointer) is None


@given(st.text(min_size=1), st.data())
def test_what_was_pointed_at_is_found(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    inside = [at for at in range(span.start, span.end) if text[at].isalnum()]
    if inside:
        found = find_evidence(text, point_at("a.md", text, span))
        assert found is not None
        assert (found.start, found.end) == (inside[0], inside[-1] + 1)


GOOD: dict[str, object] = {
    "id": "a",
    "question": "Wie?",
    "source": "corpus",
    "gold": [{"document": "a.md", "start": 1, "letters": 3, "hash": "abc"}],
}


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"source": "elders"}, "onbekende verzameling 'elders'"),
        ({"gold": []}, "velden van een plaats"),
        ({"gold": [{"document": "a.md"}]}, "velden van een plaats"),
        ({"note": "x"}, "velden zijn"),
    ],
)
def test_a_bad_line_is_named_with_its_reason(tmp_path: Path, changed: dict[str, object], reason: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOOD) + "\n" + json.dumps(GOOD | {"id": "b"} | changed), encoding="utf-8")
    with pytest.raises(UsageError, match=rf"gold\.jsonl, regel 2: .*{reason}"):
        load_paraphrases(path)


def test_an_id_that_occurs_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"{json.dumps(GOOD)}\n{json.dumps(GOOD)}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="regel 2: kenmerk 'a' komt twee keer voor"):
        load_paraphrases(path)


def test_the_set_that_ships_is_large_spread_and_split_in_halves() -> None:
    questions = load_paraphrases()
    assert len(questions) >= 200
    assert len({question.question for question in questions}) == len(questions)
    sources = Counter(question.source for question in questions)
    assert set(sources) == set(SOURCES) - {DECISION_PAGES}
    assert sources[CORPUS] >= 80
    halves = Counter(question.split for question in questions)
    assert set(halves) == {DEV, HELD}
    assert abs(halves[DEV] - halves[HELD]) <= 0.1 * len(questions)


def test_every_question_on_the_sample_points_at_evidence_that_is_there(root: Path) -> None:
    corpus = root / "corpus"
    files = [(path, corpus) for path in sorted(corpus.rglob("*")) if path.is_file()]
    read = [item for _, item in read_documents(files, Settings(workers=1)) if not isinstance(item, Failure)]
    documents = {item.document.path: item.document for item in read}
    asked = [question for question in load_paraphrases() if question.source == CORPUS]
    for question in asked:
        for pointer in question.gold:
            text = documents[pointer.document].text
            span = find_evidence(text, pointer)
            assert span is not None, question.id
            assert sum(map(str.isalnum, span.of(text))) == pointer.letters


def test_questions_on_decisions_point_at_both_sides_of_2022(shared: Path) -> None:
    from assistant.evaluate.sources import decision_path, load_decisions

    place = SOURCES[DECISION_FILES].locate(shared)
    assert place is not None
    decisions = {decision_path(decision.id): decision for decision in load_decisions(place)}
    asked = [question for question in load_paraphrases() if question.source == DECISION_FILES]
    pointers = [question.gold[0] for question in asked]
    dates = [decisions[pointer.document].date for pointer in pointers]
    assert min(sum(date < "2022" for date in dates), sum(date >= "2022" for date in dates)) >= 15
    for pointer in pointers:
        assert find_evidence(decisions[pointer.document].body, pointer) is not None

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.evaluate.gold import KINDS, GoldQuestion, load_gold, select_split
from assistant.evaluate.matching import Haystack, mend, normalise
from assistant.evaluate.run import GOLD

SEEDS = GOLD / "seeds.jsonl"
QUESTION_FILES = sorted(
    path
    for path in GOLD.glob("*.jsonl")
    if path.stem in ("seeds", "exam", "corpus", "pdfs", "decisions", "rules")
)
COPIED_WORDS = 7

WHOLE = {
    "id": "t1",
    "question": "Wie is directeur van GLOW?",
    "kind": "persoon",
    "answerable": True,
    "must": [["ronald rademakers"]],
    "short": ["Ronald Rademakers"],
    "document": "a.txt",
}


def write_lines(folder: Path, *rows: object) -> Path:
    path = folder / "gold.jsonl"
    path.write_text(
        "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8"
    )
    return path


def test_a_question_is_read_with_its_evidence_equal_to_must_when_not_given(tmp_path: Path) -> None:
    (question,) = load_gold(write_lines(tmp_path, WHOLE))
    assert question == GoldQuestion(
        id="t1",
        question="Wie is directeur van GLOW?",
        kind="persoon",
        answerable=True,
        split="dev",
        must=(("ronald rademakers",),),
        evidence=(("ronald rademakers",),),
        short=("Ronald Rademakers",),
        documents=("a.txt",),
    )


def test_lines_without_a_split_take_turns_and_empty_lines_do_not_count(tmp_path: Path) -> None:
    path = write_lines(tmp_path, WHOLE, "", {**WHOLE, "id": "t2"}, {**WHOLE, "id": "t3"})
    questions = load_gold(path)
    assert [question.split for question in questions] == ["dev", "held", "dev"]
    assert [question.id for question in select_split(questions, "held")] == ["t2"]
    assert select_split(questions, None) == questions


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{", "regel 2: geen geldige JSON"),
        ("[]", "regel 2: een regel moet een JSON-object zijn"),
        ({**WHOLE, "id": "t1"}, "regel 2: kenmerk 't1' staat ook op regel 1"),
        ({**WHOLE, "id": "t2", "kind": "wie"}, "regel 2: onbekende soort 'wie'"),
        ({**WHOLE, "id": "t2", "vraag": "x"}, "regel 2: onbekend veld 'vraag'"),
        ({**WHOLE, "id": "t2", "answerable": "ja"}, "regel 2: 'answerable' moet true of false zijn"),
        ({**WHOLE, "id": "t2", "question": " "}, "regel 2: 'question' moet een niet-lege tekst zijn"),
        ({**WHOLE, "id": "t2", "must": [[]]}, "regel 2: 'must' heeft een lege groep"),
        ({**WHOLE, "id": "t2", "must": "x"}, "regel 2: 'must' moet een lijst van lijsten zijn"),
        ({**WHOLE, "id": "t2", "must": []}, "regel 2: bij een beantwoordbare vraag hoort 'must'"),
        ({**WHOLE, "id": "t2", "document": []}, "regel 2: bij een beantwoordbare vraag hoort 'document'"),
        ({**WHOLE, "id": "t2", "short": [1]}, "regel 2: 'short' moet een lijst van niet-lege teksten zijn"),
        ({**WHOLE, "id": "t2", "split": "test"}, "regel 2: 'split' moet dev of held zijn"),
        ({**WHOLE, "id": "t2", "answerable": False}, "regel 2: bij een onbeantwoordbare vraag hoort 'note'"),
    ],
)
def test_a_wrong_line_is_refused_with_file_and_line(tmp_path: Path, row: object, message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(f"gold.jsonl, {message}")):
        load_gold(write_lines(tmp_path, WHOLE, row))


def test_a_missing_and_an_empty_file_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"leeg\.jsonl: dit goudbestand bestaat niet"):
        load_gold(tmp_path / "leeg.jsonl")
    (tmp_path / "leeg.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"leeg\.jsonl: dit goudbestand bevat geen vragen"):
        load_gold(tmp_path / "leeg.jsonl")


def test_an_unknown_split_is_refused() -> None:
    with pytest.raises(UsageError, match="Onbekend deel 'test'"):
        select_split((), "test")


@pytest.mark.parametrize("path", QUESTION_FILES, ids=lambda path: path.stem)
def test_every_gold_file_that_ships_is_whole_and_asks_each_question_once(path: Path) -> None:
    questions = load_gold(path)
    asked = Counter(normalise(question.question) for question in questions)
    assert [text for text, times in asked.items() if times > 1] == []
    assert any(not question.answerable for question in questions)


@pytest.mark.parametrize("path", QUESTION_FILES, ids=lambda path: path.stem)
def test_gold_strings_are_short_enough_to_be_facts_and_not_sentences(path: Path) -> None:
    long = [
        wanted
        for question in load_gold(path)
        for wanted in (*question.short, *(text for group in question.must for text in group))
        if len(wanted.split()) > 10
    ]
    assert long == []


def test_the_seeds_gold_covers_all_kinds_all_documents_and_both_splits() -> None:
    questions = load_gold(SEEDS)
    answerable = [question for question in questions if question.answerable]
    assert len(questions) >= 130
    assert len(questions) - len(answerable) >= 40
    assert {question.kind for question in answerable} == set(KINDS)
    per_document = Counter(path[:3] for question in answerable for path in question.documents)
    assert {name: count >= 14 for name, count in per_document.items()} == dict.fromkeys(
        ("000", "001", "002", "003", "004"), True
    )
    for kind in KINDS:
        for known in (True, False):
            some = [item.split for item in questions if item.kind == kind and item.answerable is known]
            assert "dev" in some and "held" in some, (kind, known)


def test_what_the_seeds_gold_asks_for_stands_in_its_documents(seeds: Path) -> None:
    texts: dict[str, Haystack] = {}
    absent = []
    for question in load_gold(SEEDS):
        for path in question.documents if question.answerable else ():
            text = texts.setdefault(path, Haystack((seeds / path).read_text(encoding="utf-8")))
            groups = (*question.must, *question.evidence)
            absent += [(question.id, path, group) for group in groups if not text.holds_any(group)]
    assert absent == []


def test_no_seed_question_copies_a_run_of_words_from_its_document(seeds: Path) -> None:
    texts = {
        path.name: " ".join(re.findall(r"\w+", mend(normalise(path.read_text(encoding="utf-8")))))
        for path in seeds.glob("*.txt")
    }
    copied = []
    for question in load_gold(SEEDS):
        words = re.findall(r"\w+", normalise(question.question))
        runs = [" ".join(words[at : at + COPIED_WORDS]) for at in range(len(words) - COPIED_WORDS + 1)]
        copied += [(question.id, run) for run in runs if any(run in text for text in texts.values())]
    assert copied == []


@pytest.mark.parametrize(("name", "folder"), [("seeds", "seeds"), ("pdfs", "data/pdf")])
def test_every_document_that_the_gold_names_exists(shared: Path, name: str, folder: str) -> None:
    named = {path for question in load_gold(GOLD / f"{name}.jsonl") for path in question.documents}
    assert sorted(path for path in named if not (shared / folder / path).is_file()) == []


def test_the_examination_is_kept_apart_as_a_whole() -> None:
    questions = load_gold(GOLD / "exam.jsonl")
    assert {question.split for question in questions} == {"held"}
    asked = {normalise(question.question) for question in load_gold(SEEDS)}
    assert not asked & {normalise(question.question) for question in questions}

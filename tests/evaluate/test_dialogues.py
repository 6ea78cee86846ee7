"""Gold dialogues: read, held with a real assistant, and counted from the second turn on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.config import Settings
from assistant.errors import UsageError
from assistant.evaluate.dialogues import Dialogue, hold, load_dialogues
from assistant.evaluate.questions import open_over

REPORT = """Verslag molens Lutterveen

De molen De Roerdomp trok in 2021 ongeveer 5.200 bezoekers. De restauratie van De Roerdomp kostte 81.000 euro.

De molen De Wulp trok in 2021 ongeveer 1.900 bezoekers.
"""


def turn(question: str, resolved: str, *must: str) -> dict[str, object]:
    told = {"question": question, "resolved": resolved, "kind": "aantal", "answerable": bool(must)}
    proof = (
        {"must": [[word] for word in must], "document": "verslag.txt"} if must else {"note": "staat er niet"}
    )
    return told | proof


TURNS = [
    turn("Hoeveel bezoekers trok De Roerdomp in 2021?", "-", "5.200"),
    turn("En De Wulp?", "Hoeveel bezoekers trok De Wulp in 2021?", "1.900"),
    turn("En in 2017?", "Hoeveel bezoekers trok De Wulp in 2017?"),
]


def write(folder: Path, **changes: object) -> Path:
    path = folder / "dialogues.jsonl"
    row = {"id": "d1", "set": "corpus", "split": "dev", "turns": TURNS} | changes
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return path


def load_one(folder: Path) -> Dialogue:
    (dialogue,) = load_dialogues(write(folder))
    return dialogue


def test_a_dialogue_is_read_with_its_questions_written_out(tmp_path: Path) -> None:
    dialogue = load_one(tmp_path)
    assert [question.id for question in dialogue.questions] == ["d1-1", "d1-2", "d1-3"]
    assert [question.split for question in dialogue.questions] == ["dev", "dev", "dev"]
    assert dialogue.resolved[1] == "Hoeveel bezoekers trok De Wulp in 2021?"


@pytest.mark.parametrize("changes", [{"set": "maan"}, {"split": "half"}, {"turns": TURNS[:1]}, {"turns": 3}])
def test_what_is_no_dialogue_is_refused_with_its_line(tmp_path: Path, changes: dict[str, object]) -> None:
    with pytest.raises(UsageError, match=r"dialogues\.jsonl, regel 1"):
        load_dialogues(write(tmp_path, **changes))


def test_questions_are_judged_in_their_conversation(tmp_path: Path) -> None:
    corpus = tmp_path / "documenten"
    corpus.mkdir()
    (corpus / "verslag.txt").write_text(REPORT, encoding="utf-8")
    with open_over(corpus, Settings(), lambda line: None) as assistant:
        outcomes, turns = hold(assistant, load_one(tmp_path))
    assert [(outcome.question.id, outcome.right) for outcome in outcomes[1:]] == [
        ("d1-2", True),
        ("d1-3", True),
    ]
    assert len(turns) == 3


def test_there_are_forty_dialogues_of_gold_in_two_parts() -> None:
    dialogues = load_dialogues()
    assert len(dialogues) >= 40
    assert {dialogue.split for dialogue in dialogues} == {"dev", "held"}
    assert len({dialogue.id for dialogue in dialogues}) == len(dialogues)

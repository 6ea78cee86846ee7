from __future__ import annotations

from pathlib import Path

import pytest

from assistant.config import Settings
from assistant.errors import UsageError
from assistant.evaluate.gold import GoldQuestion
from assistant.evaluate.questions import ask_all, open_over

REPORT = """Jaarverslag Warmtenet Ravelo

De gemeente Ravelo bouwt sinds 2021 aan een warmtenet. Het net kost 4,2 miljoen euro.

Petra Verhoeven is voorzitter van de stichting Warmtenet Ravelo. De stichting telt zeven leden.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "documenten"
    folder.mkdir()
    (folder / "verslag.txt").write_text(REPORT, encoding="utf-8")
    return folder


def make(kind: str, question: str, *must: str, answerable: bool = True) -> GoldQuestion:
    groups = tuple((wanted,) for wanted in must)
    return GoldQuestion(
        id=question,
        question=question,
        kind=kind,
        answerable=answerable,
        split="dev",
        must=groups,
        evidence=groups,
        documents=("verslag.txt",),
    )


def test_questions_are_put_to_a_real_assistant_and_judged_in_order(corpus: Path) -> None:
    questions = (
        make("persoon", "Wie is voorzitter van de stichting Warmtenet Ravelo?", "petra verhoeven"),
        make("bedrag", "Hoeveel kost het warmtenet?", "4,2 miljoen"),
        make("plaats", "Waar staat de vuurtoren van Zierikzee?", answerable=False),
    )
    lines: list[str] = []
    with open_over(corpus, Settings(), lines.append) as assistant:
        outcomes = ask_all(assistant, questions)
    assert [outcome.question.id for outcome in outcomes] == [question.id for question in questions]
    assert [outcome.right for outcome in outcomes] == [True, True, True]
    assert lines == []
    assert sorted(path.name for path in corpus.iterdir()) == ["verslag.txt"]


def test_a_file_that_cannot_be_read_is_named_and_the_rest_is_asked(corpus: Path) -> None:
    (corpus / "kapot.pdf").write_bytes(b"%PDF-1.4 not really")
    lines: list[str] = []
    with open_over(corpus, Settings(), lines.append) as assistant:
        assert [record.path for record in assistant.records()] == ["verslag.txt"]
    assert [line.startswith("Niet gelezen: kapot.pdf: ") for line in lines] == [True]


def test_a_folder_without_readable_documents_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    with (
        pytest.raises(UsageError, match=r"De map 'leeg' bevat geen leesbare documenten\."),
        open_over(tmp_path / "leeg", Settings(), print),
    ):
        pytest.fail("it opened")

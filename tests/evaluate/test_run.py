from __future__ import annotations

from pathlib import Path

import pytest

from assistant.config import Settings
from assistant.errors import UsageError
from assistant.evaluate.run import SUITES, choose_folder, find_suites, run, run_evaluation


def test_the_names_are_fixed_and_run_in_a_fixed_order() -> None:
    questions = ["seeds", "exam", "corpus", "pdfs", "decisions", "rules"]
    assert list(SUITES) == [*questions, "dialogues", "retrieval", "extraction", "facts", "metadata"]
    assert [suite.name for suite in find_suites(["extraction", "seeds"])] == ["seeds", "extraction"]
    assert [suite.name for suite in find_suites([])] == list(SUITES)


def test_an_unknown_name_or_split_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="Onbekende evaluatie 'zaden'; kies uit seeds"):
        run(["zaden"], Settings(), None)
    with pytest.raises(UsageError, match="Onbekend deel 'test'"):
        run(["seeds"], Settings(), None, split="test")


def test_measuring_nothing_at_all_fails_and_says_why(tmp_path: Path) -> None:
    lines: list[str] = []
    code = run_evaluation(["seeds"], Settings(), None, split=None, write=lines.append, results=tmp_path)
    assert code == 1
    assert lines == [
        "seeds: overgeslagen, want de map met echte teksten (../shared) ontbreekt.",
        "Niet gehaald: Er is niets gemeten.",
    ]
    assert list(tmp_path.iterdir()) == []


def test_an_evaluation_is_printed_stored_and_compared_with_what_was_stored(
    shared: Path, tmp_path: Path
) -> None:
    def measure() -> tuple[int, list[str]]:
        lines: list[str] = []
        code = run_evaluation(
            ["extraction"], Settings(), shared, split=None, write=lines.append, results=tmp_path
        )
        return code, lines

    code, lines = measure()
    assert code == 0
    assert lines[0].startswith("extraction (rules): ")
    assert [line.split("  ")[0] for line in lines[2:5]] == ["seeds, date", "seeds, region", "dates-dev, date"]
    assert lines[6:] == ["Bewaard: extraction-rules.json"]
    stored = (tmp_path / "extraction-rules.json").read_text(encoding="utf-8")
    assert measure() == (0, lines)
    assert (tmp_path / "extraction-rules.json").read_text(encoding="utf-8") == stored
    better = stored.replace('"value": 0.9', '"value": 0.99')
    assert better != stored
    (tmp_path / "extraction-rules.json").write_text(better, encoding="utf-8")
    assert any(line.startswith("Slechter dan bewaard: ") for line in measure()[1])


def test_results_of_another_model_are_kept_apart(tmp_path: Path) -> None:
    assert choose_folder(tmp_path, Settings()) == tmp_path
    other = choose_folder(tmp_path, Settings(encoder="/opt/modellen/multilingual-e5-small"))
    assert other == tmp_path / "modellen" / "modellen-multilingual-e5-small"
    assert choose_folder(tmp_path, Settings(encoder="BAAI/bge-m3")) == tmp_path / "modellen" / "baai-bge-m3"

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.evaluate.metrics import Figure, Row
from assistant.evaluate.report import END, START, compose_figures, replace_figures, update_readme
from assistant.evaluate.results import Result, write_result

ANSWERS = Result(
    "seeds",
    "answers",
    (
        Row("totaal", 8, 2, (Figure("right", 0.75, 0.5, 1.0, 8), Figure("declined", 1.0, 1.0, 1.0, 2))),
        Row("persoon", 8, 2, (Figure("right", 0.75, 0.5, 1.0, 8),)),
    ),
)
LEXICAL = Result(
    "retrieval", "lexical", (Row("decisions-title", 300, 0, (Figure("nDCG@10", 0.861, 0.83, 0.89, 300),)),)
)


def test_without_results_the_readme_says_so() -> None:
    assert compose_figures(()) == "No results stored yet; run `make evaluate`."


def test_question_sets_come_first_then_their_kinds_then_the_other_sets() -> None:
    held = replace(ANSWERS, split="held")
    assert compose_figures((LEXICAL, ANSWERS, held)).splitlines() == [
        "| questions on | asked | answered rightly | unanswerable declined |",
        "|---|--:|--:|--:|",
        "| seeds | 8 + 2 | .750 (.50-1.00) | 1.000 (1.00-1.00) |",
        "",
        "By kind of question, `seeds`:",
        "",
        "| kind | asked | answered rightly | citation holds it | short answer right | list items found "
        "| unanswerable declined | wrongly declined |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
        "| persoon | 8 + 2 | .750 |  |  |  |  |  |",
        "",
        "`retrieval`, nDCG@10 (the first right passage counts; questions asked between brackets):",
        "",
        "| | decisions-title (300) |",
        "|---|--:|",
        "| lexical | .861 (.83-.89) |",
    ]


def test_the_ways_of_searching_stand_in_their_order_with_a_column_a_set() -> None:
    def found(method: str, **values: float) -> Result:
        rows = (
            Row(label, 9, 0, (Figure("nDCG@10", value, None, None, 9),)) for label, value in values.items()
        )
        return Result("retrieval", method, tuple(rows))

    results = (found("hybrid", een=0.9, twee=0.8), found("iets", een=0.5), found("words", een=0.7, twee=0.6))
    assert compose_figures(results).splitlines()[2:] == [
        "| | een (9) | twee (9) |",
        "|---|--:|--:|",
        "| words | .700 | .600 |",
        "| hybrid | .900 | .800 |",
        "| iets | .500 |  |",
    ]


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    assert replace_figures(f"a\n{START}\nold\n{END}\nb\n", "new") == f"a\n{START}\nnew\n{END}\nb\n"


@pytest.mark.parametrize("readme", ["no markers", f"only {START}", f"only {END}"])
def test_a_readme_without_both_markers_is_refused(readme: str) -> None:
    with pytest.raises(UsageError, match="mist de merktekens"):
        replace_figures(readme, "new")


def test_checking_tells_that_the_readme_is_old_and_leaves_it_alone(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    old = f"# X\n{START}\n{END}\n"
    readme.write_text(old, encoding="utf-8")
    write_result(ANSWERS, tmp_path / "results")
    assert update_readme(readme, tmp_path / "results", check=True) is False
    assert readme.read_text(encoding="utf-8") == old
    assert update_readme(readme, tmp_path / "results") is False
    assert "| seeds | 8 + 2 | .750 (.50-1.00) |" in readme.read_text(encoding="utf-8")
    assert update_readme(readme, tmp_path / "results", check=True) is True


def test_a_readme_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"README\.md bestaat niet"):
        update_readme(tmp_path / "README.md", tmp_path)

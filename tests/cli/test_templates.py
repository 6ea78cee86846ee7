"""`leeswijzer check-templates`: clear words for who changes templates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any


def test_good_templates_are_told_good_and_can_be_seen(run: Callable[..., Any]) -> None:
    done = run("check-templates", "--show")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("De sjablonen zijn goed.\n")
    assert "bedrag.j2\nHet bedrag is: € 1.000,50 [1][2].\n" in done.out


def test_faults_are_told_by_file_and_line_with_exit_code_1(run: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "bedrag.j2").write_text("\nHet kost {{ korrt }}.\n", encoding="utf-8")
    done = run("check-templates", tmp_path)
    assert done.code == 1
    assert done.err == "bedrag.j2, regel 2: ‘korrt’ is geen gegeven; bedoelt u ‘kort’?\n"
    assert done.out == "Niet goed: 1 fout. Er is niets veranderd.\n"


def test_an_absent_folder_is_wrong_use(run: Callable[..., Any], tmp_path: Path) -> None:
    done = run("check-templates", tmp_path / "nergens")
    assert done.code == 2
    assert "bestaat niet" in done.err

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from assistant.cli import main
from assistant.cli.dutch_help import translate_fault
from assistant.cli.parser import COMMANDS, KINDS, MOST_RESULTS, make_parser
from assistant.wire import MAX_RESULTS, Soort

ENGLISH = ("usage:", "options:", "positional arguments", "show this help", "error:", "required", "optional")


def test_the_help_is_dutch_and_has_examples_for_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("", *COMMANDS):
        assert main([command, "--help"] if command else ["--help"]) == 0
        text = capsys.readouterr().out
        assert text.startswith("Gebruik: leeswijzer")
        assert "Voorbeelden:\n  leeswijzer" in text
        assert not any(word in text for word in ENGLISH)


def test_the_kinds_and_bounds_of_the_help_are_those_of_the_wire() -> None:
    assert get_args(Soort) == KINDS
    assert MOST_RESULTS == MAX_RESULTS


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["zoek"], "onbekende opdracht 'zoek'"),
        (["search"], "hier ontbreekt: WOORDEN"),
        (["search", "x", "--onzin"], "onbekend: --onzin"),
        (["search", "x", "-k"], "hier hoort een waarde achter"),
        (["search", "x", "-k", "0"], "het aantal is een geheel getal van 1 tot 100, niet '0'"),
        (["search", "x", "-k", "1000000000"], "niet '1000000000'"),
        (["search", "x", "-k", "-5"], "niet '-5'"),
        (["search", "x", "-k", "NaN"], "niet 'NaN'"),
        (["search", "x", "--json=ja"], "hier hoort geen waarde achter"),
        (["serve", "--port", "99999"], "een poort is een geheel getal van 0 tot 65535"),
        (["extract", "--kind"], "hier hoort minstens een waarde achter"),
    ],
)
def test_wrong_use_is_told_in_dutch_with_exit_code_2(
    argv: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == 2
    told = capsys.readouterr().err
    assert words in told
    assert told.startswith("leeswijzer: ")
    assert "--help" in told
    assert not any(word in told for word in ENGLISH)


def test_without_a_command_the_help_is_shown_as_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert "Opdrachten:" in capsys.readouterr().err


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    from assistant import __version__

    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"leeswijzer {__version__}\n"


def test_places_stand_before_or_after_the_command() -> None:
    parse = make_parser().parse_args
    for argv in (["--index", "i", "status"], ["status", "--index", "i"]):
        assert parse(argv).index == Path("i")
    given = parse(["--corpus", "c", "ask", "x", "--index", "i"])
    assert (given.corpus, given.index) == (Path("c"), Path("i"))
    assert not hasattr(parse(["status"]), "index")


def test_an_unknown_fault_is_passed_on() -> None:
    assert translate_fault("iets anders") == "iets anders"


def test_help_imports_nothing_heavy() -> None:
    """Help must come at once: no model, no numbers, no web."""
    code = (
        "import sys\nfrom assistant.cli import main\nmain(['extract', '--help'])\n"
        "heavy = {'torch', 'numpy', 'pydantic', 'fastapi', 'rich', 'faiss', 'jinja2'} & set(sys.modules)\n"
        "sys.exit(f'geladen: {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr

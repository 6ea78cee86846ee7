from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assistant.export import answer_table

QUESTION = "Hoeveel subsidie stelt de provincie beschikbaar voor laadpalen?"
Run = Callable[..., Any]


def write_lines(path: Path, *lines: object) -> Path:
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines))
    return path


def test_an_answer_is_shown_with_its_source(run: Run) -> None:
    done = run("ask", QUESTION)
    assert (done.code, done.err) == (0, "")
    assert "2,4 miljoen" in done.out.splitlines()[0]
    assert "[1]" in done.out
    assert "beleid/nota-laadpalen.md, 2023-03-15" in done.out
    assert "\n    Subsidie\n" in done.out
    assert done.out.rstrip().endswith("Doorzocht: 4 van 4 documenten.")


def test_a_question_may_be_written_without_quotation_marks(run: Run) -> None:
    assert run("ask", *QUESTION.split()).out == run("ask", QUESTION).out


def test_json_is_the_answer_of_the_wire(run: Run) -> None:
    answer = json.loads(run("ask", QUESTION, "--json").out)
    assert (answer["vraag"], answer["beantwoord"]) == (QUESTION, True)
    assert answer["bronnen"][0]["bestand"] == "beleid/nota-laadpalen.md"


def test_what_is_not_there_is_said_and_the_nearest_named_as_such(run: Run) -> None:
    done = run("ask", "Hoe hoog is de Mont Blanc?")
    assert done.code == 0
    assert "Bronnen" not in done.out
    nearby = json.loads(run("ask", "Hoe hoog is de Mont Blanc?", "--json").out)["nabij"]
    assert ("Dit is geen antwoord, wel het dichtstbij:" in done.out) == bool(nearby)


def test_control_characters_of_a_question_do_not_reach_the_terminal(run: Run) -> None:
    """Fault 48: ANSI in what is printed."""
    done = run("search", "zonnepanelen \x1b[31m")
    assert "\x1b" not in done.out


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["ask"], "Stel een vraag"),
        (["ask", "  "], "Stel een vraag"),
        (["ask", "x" * 100_000], "100000 tekens"),
        (["ask", "x", "--from", "gisteren"], "--from: dit is geen datum"),
        (["ask", "x", "--origin", "fr"], "--origin: moet een van deze waarden zijn"),
        (["ask", "x", "--theme", "enrgie"], "'enrgie' is geen bekende code voor thema"),
        (["ask", "x", "--document", "weg.pdf"], "'weg.pdf' is geen bekend document"),
        (["ask", "x", "-o", "y.csv"], "-o hoort bij --batch"),
        (["ask", "x", "--batch", "y.jsonl"], "niet allebei"),
        (["ask", "--batch", "bestaat-niet.jsonl"], "bestaat-niet.jsonl: dit bestand bestaat niet"),
        (["ask", "--batch", "x.docx"], "x.docx"),
        (["ask", "--batch", "x.jsonl", "-o", "y.docx"], "Schrijven als 'docx' kan niet; kies jsonl, csv"),
        (["ask", "--batch", "x.jsonl", "-o", "x.jsonl"], "niet over de vragen heen"),
    ],
)
def test_wrong_use_is_told_with_exit_code_2(run: Run, argv: list[str], words: str) -> None:
    done = run(*argv)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_a_batch_answers_in_order_and_reports_bad_lines(run: Run, tmp_path: Path) -> None:
    source = write_lines(
        tmp_path / "vragen.jsonl",
        {"kenmerk": "q1", "vraag": QUESTION},
        "{stuk",
        {"kenmerk": "q3"},
        "",
        {"kenmerk": 5, "vraag": "Wie opende de fietsroute?", "map": "x"},
        {"kenmerk": "q6", "vraag": "x" * 3_000},
        {"vraag": "Wie opende de fietsroute?"},
    )
    target = tmp_path / "antwoorden.jsonl"
    done = run("ask", "--batch", source, "-o", target)
    assert done.code == 1
    assert [line.split(":")[0] for line in done.err.splitlines()] == ["regel 2", "regel 3", "regel 6"]
    rows = [json.loads(line) for line in target.read_text().splitlines()]
    assert [row["kenmerk"] for row in rows] == ["q1", 5, "7"]
    assert list(rows[0])[:3] == ["kenmerk", "id", "vraag"]
    alone = json.loads(run("ask", QUESTION, "--json").out)
    assert rows[0] == {"kenmerk": "q1"} | alone


def test_a_good_batch_ends_with_0_and_may_go_to_the_screen(run: Run, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "v.jsonl", {"kenmerk": "a", "vraag": QUESTION})
    done = run("ask", "--batch", source)
    assert (done.code, done.err) == (0, "")
    assert json.loads(done.out)["kenmerk"] == "a"


@pytest.mark.parametrize(("separator", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), (";", "cp1252")])
def test_tables_go_in_and_out(run: Run, tmp_path: Path, separator: str, encoding: str) -> None:
    source = tmp_path / "vragen.csv"
    question = "Wie coördineert de laadpalen?"
    lines = [
        separator.join(("Nummer", "Kenmerk", "Vraag")),
        separator.join(("1", "=a", question)),
        separator * 2,
    ]
    source.write_text("\r\n".join(lines) + "\r\n", encoding=encoding)
    target = tmp_path / "antwoorden.csv"
    assert run("ask", "--batch", source, "-o", target).code == 0
    (row,) = csv.DictReader(io.StringIO(target.read_text(), newline=""))
    assert tuple(row) == tuple(column.name for column in answer_table().columns)
    assert (row["kenmerk"], row["vraag"], row["beantwoord"]) == ("'=a", question, "ja")
    assert row["bestand"] == "beleid/nota-laadpalen.md"
    assert row["bronnen"].startswith("[1] beleid/nota-laadpalen.md, ")
    assert row["citaat"]


def test_answers_can_be_a_workbook(run: Run, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "vragen.jsonl", {"kenmerk": "=a", "vraag": QUESTION})
    assert run("ask", "--batch", source, "-o", tmp_path / "antwoorden.xlsx").code == 0
    book = openpyxl.load_workbook(tmp_path / "antwoorden.xlsx")
    head, cells = book["antwoorden"].iter_rows(values_only=True)
    row = dict(zip(head, cells, strict=True))
    assert (row["kenmerk"], row["vraag"], row["beantwoord"]) == ("=a", QUESTION, "ja")
    assert row["documentDatum"] == datetime(2023, 3, 15)
    assert book["antwoorden"].freeze_panes == "A2"


def test_a_table_without_the_column_is_wrong_use(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "vragen.csv"
    source.write_text("kenmerk,vrag\n1,x\n")
    done = run("ask", "--batch", source)
    assert (done.code, done.out) == (2, "")
    assert "mist de kolom vraag" in done.err


def test_a_bad_row_of_a_table_is_named_by_its_line(run: Run, tmp_path: Path) -> None:
    source = tmp_path / "vragen.csv"
    source.write_text(f'kenmerk,vraag\na,"{QUESTION}\n"\nb,\nc,{QUESTION}\n')
    done = run("ask", "--batch", source)
    assert (done.code, done.err) == (1, "regel 4: vraag is verplicht\n")
    assert [json.loads(line)["kenmerk"] for line in done.out.splitlines()] == ["a", "c"]


def test_passages_are_found_and_counted(run: Run) -> None:
    found = json.loads(run("search", "laadpalen", "subsidie", "-k", 2, "--json").out)
    assert found["totaal"] == len(found["items"]) <= 2
    assert found["items"][0]["bestand"] == "beleid/nota-laadpalen.md"
    shown = run("search", "laadpalen", "subsidie", "-k", 1).out
    assert shown.startswith("1. Nota laadpalen Kempenrand")
    assert "beleid/nota-laadpalen.md, 2023-03-15" in shown


def test_filters_limit_a_search(run: Run) -> None:
    found = json.loads(run("search", "euro", "--origin", "vl", "--from", "2024", "--json").out)
    assert {item["bestand"] for item in found["items"]} == {"besluiten/persbericht-kmo.txt"}


def test_a_search_in_words_that_are_nowhere_says_so(run: Run) -> None:
    done = run("search", "xqzwvjk", "--document", "nieuws/fietsroute.html")
    assert done.code == 0
    assert done.out.startswith(("Niets gevonden.", "1. "))


def test_without_an_index_the_exit_code_is_3(run: Run, tmp_path: Path) -> None:
    for argv in (["ask", "x"], ["search", "x"], ["extract"], ["status"]):
        done = run(*argv, "--index", tmp_path / "leeg")
        assert (done.code, done.out) == (3, "")
        assert done.err.startswith("leeswijzer: ")
        assert "ingest" in done.err

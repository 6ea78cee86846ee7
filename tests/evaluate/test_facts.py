"""Found facts against marked ones: what is paired, counted and told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.errors import UsageError
from assistant.evaluate import facts
from assistant.evaluate.bodies import open_body
from assistant.evaluate.facts import evaluate_passages
from assistant.evaluate.passages import (
    GOLD,
    choose_split,
    complete_facts,
    find_passage,
    hash_passage,
    list_kinds,
    load_passages,
)


def test_an_unmarked_kind_and_an_absent_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Onbekende soort 'bomen'; kies uit "):
        evaluate_passages(tmp_path, kinds=["bomen"])
    with pytest.raises(UsageError, match=r"seeds/weg\.txt ontbreekt"):
        open_body("seeds/weg.txt", tmp_path)


def test_facts_are_counted_and_failures_told_of_the_half_that_may_be_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "In Ravelo kost het gebouw 5 miljoen euro en de tuin 300 euro."
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "bouw.txt").write_text(text + "\n", encoding="utf-8")
    names = {choose_split(name): name for name in ("een", "twee", "drie", "vier", "vijf")}
    amounts = [
        {"start": 26, "end": 40, "words": "5 miljoen euro", "waarde": 5_000_000, "munt": "EUR"},
        {"start": 52, "end": 60, "words": "300 euro", "waarde": 30, "munt": "EUR"},
    ]
    rows = [
        {
            "id": name,
            "text": "seeds/bouw.txt",
            "start": 0,
            "end": len(text),
            "sha": hash_passage(text),
            "split": split,
            "facts": amounts,
        }
        for split, name in sorted(names.items())
    ]
    rows.append(rows[0] | {"id": f"{rows[0]['id']} 2", "sha": "0" * 12})
    rows[-1]["split"] = choose_split(rows[-1]["id"])
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "facts-bedrag.jsonl").write_text(lines, encoding="utf-8")
    monkeypatch.setattr(facts, "GOLD", tmp_path)
    told: list[str] = []
    figures = evaluate_passages(tmp_path, write=told.append, failures=True)
    assert [(row.kind, row.split, row.passages, row.gold, row.found) for row in figures] == [
        ("bedrag", "dev", 1, 2, 2),
        ("bedrag", "held", 1, 2, 2),
    ]
    assert all((row.f1, row.span_f1, row.overlap_f1, row.value) == (0.5, 1.0, 1.0, 0.5) for row in figures)
    gone = f"{rows[-1]['id']}: de passage staat niet meer in seeds/bouw.txt en telt niet mee."
    label = f"bedrag {names['dev']}"
    assert set(told) == {
        gone,
        f"{label}: gemist '300 euro' waarde=30, munt=EUR",
        f"{label}: te veel '300 euro' waarde=300, munt=EUR",
    }


def test_a_field_that_is_measured_apart_has_a_row_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "De brug is open vanaf 3 mei 2021. Dat stond in de brief van 4 april 2020."
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "brug.txt").write_text(text + "\n", encoding="utf-8")
    name = next(name for name in ("een", "twee", "drie", "vier") if choose_split(name) == "dev")
    dates = [
        {"start": 16, "end": 32, "words": "vanaf 3 mei 2021", "edtf": "2021-05-03/..", "rol": "begin"},
        {"start": 60, "end": 72, "words": "4 april 2020", "edtf": "2020-04-04", "rol": "gebeurtenis"},
    ]
    place = {"id": name, "text": "seeds/brug.txt", "start": 0, "end": len(text), "split": "dev"}
    row = place | {"sha": hash_passage(text), "facts": dates}
    (tmp_path / "facts-datum.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    monkeypatch.setattr(facts, "GOLD", tmp_path)
    told: list[str] = []
    whole, role = evaluate_passages(tmp_path, split="dev", write=told.append, failures=True)
    assert (whole.kind, whole.gold, whole.f1, whole.span_f1) == ("datum", 2, 1.0, 1.0)
    assert (role.kind, role.gold, role.found, role.f1, role.value) == ("datum: rol", 2, 2, 0.5, 0.5)
    assert (role.span_f1, role.overlap_f1) == (None, None)
    assert told == [f"datum {name}: rol van '4 april 2020' is publicatie, verwacht gebeurtenis"]


def test_every_marked_passage_stands_in_its_text_with_its_words(shared: Path) -> None:
    documents = {}
    for kind in list_kinds():
        for passage in load_passages(GOLD / f"facts-{kind}.jsonl"):
            if passage.text not in documents:
                documents[passage.text] = open_body(passage.text, shared).text
            place = find_passage(documents[passage.text], passage)
            assert place is not None, passage.id
            part = place.of(documents[passage.text])
            facts = complete_facts(passage, part)
            assert [fact.words for fact in facts] == [fact.span.of(part) for fact in passage.facts]


def test_a_text_in_an_archive_is_read_by_its_name(shared: Path) -> None:
    rules = sorted(
        {
            passage.text
            for passage in load_passages(GOLD / "facts-persoon.jsonl")
            if passage.text.startswith("rules/")
        }
    )
    assert open_body(rules[0], shared).blocks
    for absent in ("rules/weg.md", "decisions/weg"):
        with pytest.raises(UsageError, match="bevat geen weg"):
            open_body(absent, shared)

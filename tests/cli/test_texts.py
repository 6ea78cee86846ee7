from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.cli.lines import Line
from assistant.cli.texts import find_in_lines
from assistant.types import ExtractKind
from assistant.wire import Tekstregel

TEXT = "Op 3 mei 2021 ging er € 5.000 naar Lommel. " * 20


def make_lines(count: int) -> Iterator[Line[Tekstregel]]:
    for number in range(1, count + 1):
        if number % 7 == 0:
            yield Line(number, fault="is geen UTF-8")
        else:
            yield Line(
                number, Tekstregel.model_validate({"kenmerk": f"t{number}", "tekst": TEXT * (number % 3)})
            )


def test_several_processes_give_the_same_in_the_same_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.cli.texts._FEW_CHARS", 1_000)
    monkeypatch.setattr("assistant.cli.texts._BATCH_LINES", 8)
    alone = list(find_in_lines(make_lines(60), [ExtractKind.DATE, ExtractKind.REGION], 1))
    shared = list(find_in_lines(make_lines(60), [ExtractKind.DATE, ExtractKind.REGION], 2))
    assert shared == alone
    assert [number for number, _ in alone] == list(range(1, 61))
    assert alone[6] == (7, "is geen UTF-8")
    assert [fact["soort"] for fact in alone[0][1][:2]] == ["datum", "regio"]
    assert {fact["kenmerk"] for fact in alone[1][1]} == {"t2"}


def test_lines_are_taken_as_they_are_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.cli.texts._BATCH_LINES", 10)
    monkeypatch.setattr("assistant.cli.texts._FEW_CHARS", 0)
    taken: list[int] = []

    def watch() -> Iterator[Line[Tekstregel]]:
        for line in make_lines(10_000):
            taken.append(line.number)
            yield line

    found = find_in_lines(watch(), [ExtractKind.AMOUNT], 1)
    next(found)
    assert len(taken) <= 30


def test_a_fault_of_ours_in_one_line_is_that_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str, **given: object) -> list[object]:
        if "stuk" in text:
            raise ValueError("weg")
        return []

    monkeypatch.setattr("assistant.extract.find_extracts", fail)
    lines = [
        Line(n, Tekstregel.model_validate({"tekst": text})) for n, text in enumerate(("a", "stuk", "b"), 1)
    ]
    assert list(find_in_lines(lines, None, 1)) == [
        (1, []),
        (2, "onverwachte fout (ValueError: weg)"),
        (3, []),
    ]

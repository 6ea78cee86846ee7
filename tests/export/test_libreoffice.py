"""What another program makes of a workbook: LibreOffice reads it, and every cell comes back as it was."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from assistant.export import Provenance, fact_table, write_export

OFFICE = shutil.which("soffice")
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""Commas, quotes, UTF-8, cells as they are shown, every sheet in a file of its own (LibreOffice 7.2 and newer)."""
ODD = (
    *("=1+1", "@SUM(A1)", "+32 2 553", "-5", "'voor", "0012", "1e5", "3/4", "12:30", "WAAR", "#N/B"),
    *("2020-06-15", "1 mei", "€ 5", "50%", "https://voorbeeld.nl", "<r>vet</r>", "a & b < c"),
    *("twee\nregels", " spaties ", "😀 boven het vlak", "\ttab", 'aan"haling', "é, ü; ï"),
)
DAYS = ("0001-01-01", "1815-06-18", "1900-01-01", "1900-02-28", "1900-03-01", "2000-02-29", "9999-12-31")


@pytest.fixture
def read(tmp_path: Path) -> Any:
    """Give the rows of a sheet as LibreOffice shows them."""
    if OFFICE is None:
        pytest.skip("LibreOffice (soffice) ontbreekt hier")

    def call(book: Path, sheet: str) -> list[dict[str, str]]:
        home = f"-env:UserInstallation=file://{tmp_path}/profiel"
        argv = [str(OFFICE), home, "--headless", "--convert-to", AS_CSV, "--outdir", str(tmp_path), str(book)]
        subprocess.run(argv, check=True, capture_output=True, timeout=120)
        with (tmp_path / f"{book.stem}-{sheet}.csv").open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    return call


def test_every_text_and_day_is_shown_as_it_was_written(
    read: Any, tmp_path: Path, rows: list[dict[str, Any]]
) -> None:
    day = rows[2]
    written = [{**day, "tekst": odd} for odd in ODD]
    written += [{**day, "vroegst": one, "laatst": one} for one in DAYS]
    write_export(tmp_path / "a.xlsx", "xlsx", written, fact_table(), Provenance())
    shown = read(tmp_path / "a.xlsx", "datum")
    told = [{name: str(row.get(name, "")) for name in shown[0]} for row in written]
    assert shown == told


def test_numbers_are_numbers_with_all_their_digits(
    read: Any, tmp_path: Path, rows: list[dict[str, Any]]
) -> None:
    values = (0, 1, -3, 0.5, 2.4, 10_700_000, 12_500_000.25, 123_456_789_012)
    written = [{**rows[3], "waarde": value} for value in values]
    write_export(tmp_path / "a.xlsx", "xlsx", written, fact_table(), Provenance())
    shown = [row["waarde"].replace(",", "") for row in read(tmp_path / "a.xlsx", "bedrag")]
    assert [float(value) for value in shown] == list(values)

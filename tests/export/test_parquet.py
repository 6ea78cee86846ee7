from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import MissingExtra
from assistant.export import Provenance, fact_table, write_export

Rows = list[dict[str, Any]]


def test_the_columns_have_types_and_every_value_comes_back(
    tmp_path: Path, rows: Rows, provenance: Provenance
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="het pakket pyarrow ontbreekt hier")
    write_export(tmp_path / "a.parquet", "parquet", rows, fact_table(), provenance)
    table = parquet.read_table(tmp_path / "a.parquet")
    types = {field.name: str(field.type) for field in table.schema}
    assert {types.pop(name) for name in ("vroegst", "laatst")} == {"date32[day]"}
    assert {types.pop(name) for name in ("waarde", "waardeTot", "waardeVan", "score")} == {"double"}
    assert {types.pop(name) for name in ("pagina", "start", "eind")} == {"int64"}
    assert {*types.values()} == {"string"}

    def told(name: str, cell: Any) -> Any:
        if name in ("vroegst", "laatst"):
            return date.fromisoformat(cell)
        return " | ".join(cell) if isinstance(cell, list) else cell

    days = [{name: told(name, cell) for name, cell in row.items()} for row in rows]
    assert [{name: c for name, c in row.items() if c is not None} for row in table.to_pylist()] == days


def test_it_holds_where_the_facts_come_from(tmp_path: Path, rows: Rows, provenance: Provenance) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="het pakket pyarrow ontbreekt hier")
    write_export(tmp_path / "a.parquet", "parquet", rows, fact_table(), provenance)
    origin = json.loads(parquet.read_metadata(tmp_path / "a.parquet").metadata[b"leeswijzer"])
    assert (origin["index"], origin["feiten"]) == ("g7", len(rows))
    assert [row["bestand"] for row in origin["bronnen"]] == ["map/nota.pdf", "map/stuk.pdf"]


def test_many_rows_make_more_groups_and_none_make_a_table(
    tmp_path: Path, rows: Rows, provenance: Provenance
) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="het pakket pyarrow ontbreekt hier")
    write_export(tmp_path / "a.parquet", "parquet", iter(rows * 2001), fact_table(), provenance)
    assert parquet.read_metadata(tmp_path / "a.parquet").num_row_groups == 2
    write_export(tmp_path / "b.parquet", "parquet", [], fact_table(), provenance)
    assert parquet.read_table(tmp_path / "b.parquet").num_rows == 0


def test_the_same_rows_give_the_same_bytes(tmp_path: Path, rows: Rows, provenance: Provenance) -> None:
    pytest.importorskip("pyarrow", reason="het pakket pyarrow ontbreekt hier")
    for name in ("a", "b"):
        write_export(tmp_path / f"{name}.parquet", "parquet", rows, fact_table(), provenance)
    assert (tmp_path / "a.parquet").read_bytes() == (tmp_path / "b.parquet").read_bytes()


def test_without_the_package_it_names_the_extra(
    tmp_path: Path, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"leeswijzer\[parquet\]"):
        write_export(tmp_path / "a.parquet", "parquet", rows, fact_table(), Provenance())

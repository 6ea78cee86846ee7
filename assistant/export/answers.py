"""A table of answers: the first source in full, and all of them in one column."""

from __future__ import annotations

from typing import Any, Final

from assistant.export.columns import Cell, Column, Table

_COLUMNS: Final = (
    Column("kenmerk", width=18),
    Column("vraag", width=60),
    Column("soort"),
    Column("beantwoord", width=12),
    Column("kort", width=36),
    Column("tekst", width=80),
    Column("bestand", width=36),
    Column("titel", width=36),
    Column("documentDatum", Cell.DATE, 14),
    Column("pagina", Cell.WHOLE, 9),
    Column("kop", width=36),
    Column("start", Cell.WHOLE, 9),
    Column("eind", Cell.WHOLE, 9),
    Column("citaat", width=80),
    Column("bronnen", width=60),
    Column("doorzocht", Cell.WHOLE, 11),
    Column("id"),
    Column("index"),
)


def answer_table() -> Table:
    """Give the table of answers."""
    return Table(_COLUMNS, {"antwoorden": _COLUMNS})


def flatten_answer(row: dict[str, Any]) -> dict[str, Any]:
    """Give an answer of the wire as one row of the table."""
    first = row["bronnen"][0] if row["bronnen"] else {}
    places = [
        f"[{source['nummer']}] {source['bestand']}"
        + (f", p. {source['pagina']}" if "pagina" in source else "")
        + f", {source['start']}-{source['eind']}"
        for source in row["bronnen"]
    ]
    searched = row["volledigheid"]
    return {**first, **row, "bronnen": places, "doorzocht": searched["doorzocht"], "index": searched["index"]}

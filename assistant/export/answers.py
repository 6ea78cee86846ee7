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
    Column("nieuwer", Cell.DATE, 14),
    Column("document"),
    Column("sha256", width=66),
    Column("bronnen", width=60),
    Column("citaten", width=80),
    Column("nietGevonden", width=36),
    Column("geteld", Cell.WHOLE, 9),
    Column("tegenspraak", width=36),
    Column("gevallen", width=36),
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
    return {
        **first,
        **row,
        "bronnen": places,
        "citaten": [f"[{source['nummer']}] {source['citaat']}" for source in row["bronnen"]],
        "nietGevonden": row.get("deels", {}).get("nietGevonden"),
        "geteld": row.get("telling", {}).get("keer"),
        "tegenspraak": [_describe(reading) for reading in row.get("tegenspraak", ())],
        "gevallen": [f"{case['geval']}: {_describe(case)}" for case in row.get("gevallen", ())],
        "doorzocht": searched["doorzocht"],
        "index": searched["index"],
    }


def _describe(reading: dict[str, Any]) -> str:
    """Give one of the values that contradict each other with the numbers of its sources."""
    return f"{reading['waarde']} " + "".join(f"[{number}]" for number in reading["bronnen"])

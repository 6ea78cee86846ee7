"""The columns of tables: which there are, what stands in them, and which belong to which kind of fact."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final, get_args

from assistant.types import ExtractKind
from assistant.wire import KIND_WORDS, OWN_FIELDS, Feit


class Cell(StrEnum):
    """What stands in the cells of a column."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    DAY = "day"
    DATE = "date"
    """A day, or only its month or year."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its name on the wire; `width` is in characters, for a sheet."""

    name: str
    cell: Cell = Cell.TEXT
    width: int = 16


@dataclass(frozen=True, slots=True)
class Table:
    """What is written: all columns in one table, and the columns of each sheet of a workbook.

    `chooser` is the field of a row that names its sheet; None when there is one sheet. With
    `marked` a CSV of it begins with a byte order mark, which tells Excel that it is UTF-8.
    """

    columns: tuple[Column, ...]
    sheets: Mapping[str, tuple[Column, ...]]
    chooser: str | None = None
    marked: bool = False

    def sheet_of(self, row: Mapping[str, Any]) -> str:
        """Give the name of the sheet that a row belongs to."""
        return next(iter(self.sheets)) if self.chooser is None else str(row[self.chooser])


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PLACE: Final = (
    "zin",
    "kop",
    "titel",
    "documentDatum",
    "bestand",
    "pagina",
    "start",
    "eind",
    "document",
    "sha256",
)
_DAYS: Final = {"vroegst": Cell.DAY, "laatst": Cell.DAY, "documentDatum": Cell.DATE}
_WIDTHS: Final = {
    **dict.fromkeys(("tekst", "naam", "handeling", "kop", "titel", "bestand", "waarvan", "gebeurtenis"), 36),
    **dict.fromkeys(("organisatie", "functie", "actor", "onderdeel", "doel", "realisatie", "wie"), 28),
    **dict.fromkeys(("pagina", "start", "eind", "land", "munt", "score"), 9),
    **dict.fromkeys(("vroegst", "laatst", "edtf", "anker", "termijn"), 13),
    "documentDatum": 14,
    "zin": 80,
    "sha256": 66,
}
_NAME = Column("kenmerk", width=18)


def fact_table(
    kinds: Collection[ExtractKind] | None = None,
    *,
    loose: bool = False,
    named: bool = False,
    marked: bool = False,
) -> Table:
    """Give the table of facts of these kinds (None: all).

    The facts of loose texts have no document; `named` adds the names of the texts.
    """
    first = (_NAME,) if named else ()
    place = ("zin", "start", "eind") if loose or named else _PLACE
    sheets = {
        KIND_WORDS[kind]: (*first, *(_COLUMNS[name] for name in ("tekst", *own, *place)))
        for kind, own in OWN_FIELDS.items()
        if not kinds or kind in kinds
    }
    return Table((*first, *_COLUMNS.values()), sheets, "soort", marked)


def read_day(value: Any) -> date | None:
    """Give a whole day (jjjj-mm-dd) as a date; None for anything else."""
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def make_printable(text: str) -> str:
    """Give a text that UTF-8 can hold: a byte of a file's name that is no UTF-8 is written as `\\udcff`."""
    return text.encode("utf-8", "backslashreplace").decode()


def _make_columns() -> dict[str, Column]:
    made = {}
    for field_name, field in Feit.model_fields.items():
        name = field.alias or field_name
        kinds = {*get_args(field.annotation), field.annotation}
        cell = Cell.NUMBER if float in kinds else Cell.WHOLE if int in kinds else Cell.TEXT
        made[name] = Column(name, _DAYS.get(name, cell), _WIDTHS.get(name, 16))
    return made


_COLUMNS: Final = _make_columns()

"""Filters as a mask over passages, so that a search looks at the allowed ones and no others."""

from __future__ import annotations

import calendar
import re
import sqlite3
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.errors import UsageError
from assistant.types import DocumentRecord, Filters, Section

Mask = NDArray[np.bool_]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def select_documents(filters: Filters, records: Sequence[DocumentRecord]) -> Mask:
    """Tell for every document whether the filters on documents, dates, language, origin and kind allow it.

    A document without a date falls outside every limit on dates; one dated "2020" is inside when
    any day of that year is. Raises UsageError, naming the field, for a document that does not
    exist and for a date that is none.
    """
    allowed = np.ones(len(records), dtype=np.bool_)
    if filters.documents:
        allowed &= _select_named(filters.documents, records)
    if filters.since is not None or filters.until is not None:
        since = None if filters.since is None else find_bounds(filters.since, "since")[0]
        until = None if filters.until is None else find_bounds(filters.until, "until")[1]
        allowed &= np.array([_is_within(record.date, since, until) for record in records], dtype=np.bool_)
    for wanted, values in (
        (filters.language, [record.language for record in records]),
        (filters.origin, [record.origin for record in records]),
    ):
        if wanted is not None:
            allowed &= np.array([value == wanted.lower() for value in values], dtype=np.bool_)
    if filters.kinds:
        allowed &= np.array([record.kind in filters.kinds for record in records], dtype=np.bool_)
    return allowed


def select_marked(database: sqlite3.Connection, kind: str, codes: Sequence[str], passages: int) -> Mask:
    """Tell for every passage whether it holds a fact of this kind with one of these codes.

    A country's code also takes the facts about its parts.
    """
    allowed = np.zeros(passages, dtype=np.bool_)
    for code in codes:
        rows = database.execute("SELECT passage FROM marks WHERE kind = ? AND code = ?", (kind, code))
        allowed[[number for (number,) in rows]] = True
    return allowed


def select_sections(sections: Sequence[Section], passages: int) -> Mask:
    """Tell for every passage whether it stands in one of these sections."""
    allowed = np.zeros(passages, dtype=np.bool_)
    for section in sections:
        allowed[section.first : section.stop] = True
    return allowed


def find_bounds(date: str, field: str) -> tuple[str, str]:
    """Give the first and last day (ISO 8601) of an EDTF level 0 date of year, month or day.

    Raises UsageError, naming `field`, for anything else.
    """
    bounds = _parse_bounds(date.strip())
    if bounds is None:
        raise UsageError(
            f"'{date}' is geen datum. Schrijf een jaar, maand of dag: 2020, 2020-06 of 2020-06-15.", field
        )
    return bounds


def _parse_bounds(date: str) -> tuple[str, str] | None:
    found = _DATE.fullmatch(date)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or year < 1:
        return None
    if month is None:
        return f"{year:04}-01-01", f"{year:04}-12-31"
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return f"{year:04}-{month:02}-01", f"{year:04}-{month:02}-{last:02}"
    return (date, date) if 1 <= day <= last else None


def _is_within(date: str | None, since: str | None, until: str | None) -> bool:
    if date is None:
        return False
    parts = [_parse_bounds(part) for part in date.split("/")]
    known = [part for part in parts if part is not None]
    if not known:
        return False
    return (since is None or known[-1][1] >= since) and (until is None or known[0][0] <= until)


def _select_named(names: Sequence[str], records: Sequence[DocumentRecord]) -> Mask:
    allowed = np.zeros(len(records), dtype=np.bool_)
    places = {record.path: place for place, record in enumerate(records)}
    places.update({record.id: place for place, record in enumerate(records)})
    for name in names:
        place = places.get(name, places.get(name.removeprefix("./")))
        if place is None:
            raise UsageError(f"Document '{name}' staat niet in de index.", "documents")
        allowed[place] = True
    return allowed

"""Tables in plain text (CSV, TSV) to blocks: the delimiter and the encoding are found."""

from __future__ import annotations

import csv
import io
from collections import Counter

from assistant.errors import BrokenDocument
from assistant.ingest.cells import Cell
from assistant.ingest.encoding import decode
from assistant.ingest.reading import Reading
from assistant.ingest.sheets import MOST_CELLS, MOST_ROWS, Sheet, make_reading

_DELIMITERS = ";\t,|"
"""In the order in which they are chosen when they do equally well."""
_SAMPLE_LINES = 200
_SAMPLE_CHARS = 100_000

_MOST_CHARS = 131_072
"""A longer cell has a quotation mark that is never closed; the csv module's own limit, unless it was moved."""
_UNREADABLE = "de tabel kan niet worden gelezen"
_ENDLESS = f"{_UNREADABLE} (een cel zonder einde: er ontbreekt een aanhalingsteken)"


def load_csv(raw: bytes, path: str) -> Reading:
    """Give the rows of a table in plain text. Raises BrokenDocument."""
    text, notices = decode(raw, path)
    told, _, rest = text.partition("\n")
    if told.lower().startswith("sep=") and len(told.strip()) == 5:
        delimiter, text = told[4], rest
    else:
        delimiter = find_delimiter(text)
    sheet = Sheet("Blad1")
    cells = 0
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter)):
            if any(len(words) > _MOST_CHARS for words in row):
                raise BrokenDocument(path, _ENDLESS)
            filled = {
                place: Cell(" ".join(words.split())) for place, words in enumerate(row) if words.strip()
            }
            if number >= MOST_ROWS or cells > MOST_CELLS:
                notices = (*notices, f"alleen de eerste {number} rijen zijn gelezen: het bestand is te groot")
                break
            sheet.rows[number] = filled
            cells += len(filled)
    except csv.Error as exc:
        raise BrokenDocument(path, _ENDLESS if "field" in str(exc) else f"{_UNREADABLE} ({exc})") from exc
    _mark_names(sheet)
    return make_reading([sheet], None, None, notices)


def _mark_names(sheet: Sheet) -> None:
    """Take the first row for names of columns when it holds different words and no figures."""
    first = sheet.rows.get(0, {})
    texts = [cell.text for cell in first.values()]
    if len(texts) > 1 and len(set(texts)) == len(texts) and not any(text[0].isdecimal() for text in texts):
        sheet.rows[0] = {place: Cell(cell.text, strong=True) for place, cell in first.items()}


def find_delimiter(text: str) -> str:
    """Give the sign between the cells: the one with which most lines have as many cells, above one."""
    sample = "\n".join(text[:_SAMPLE_CHARS].split("\n")[:_SAMPLE_LINES])
    best, found = 0.0, _DELIMITERS[0]
    for delimiter in _DELIMITERS:
        try:
            widths = Counter(len(row) for row in csv.reader(io.StringIO(sample), delimiter=delimiter) if row)
        except csv.Error:
            continue
        width, count = max(
            widths.items(), key=lambda pair: (pair[1] * (pair[0] > 1), pair[0]), default=(1, 0)
        )
        share = count / max(1, widths.total())
        if width > 1 and share > best:
            best, found = share, delimiter
    return found

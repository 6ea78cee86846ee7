"""Tables on the wire: CSV (RFC 4180, UTF-8) in which no cell is a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet read a cell as a formula (OWASP, CSV injection)."""

_BREAK = re.compile("[;\t\r\n]")
_INNER_START = re.compile(r"""(?<=[;\t\r\n])(?="*[=+\-@＝＋－＠])""")
"""Where a cell would begin in a spreadsheet that takes another sign than the comma for the separator,
as it does in Dutch, and so reads the quotes around a text as a part of it (OWASP, as above)."""


def neutralise(value: Any) -> Any:
    """Give a cell that no spreadsheet computes: such a text gets an apostrophe in front.

    So does what follows a semicolon, a tab or a line end in it when it begins like a formula.
    Numbers stay numbers; a list becomes its items with " | " between; None becomes "".
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        value = " | ".join(str(item) for item in value)
    if isinstance(value, str):
        if _BREAK.search(value):
            value = _INNER_START.sub("'", value)
        return f"'{value}" if value.startswith(_FORMULA_STARTS) else value
    return value


def write_table(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a CSV table: a head with `columns`, then one line for each row."""
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\r\n")
    writer.writerow(columns)
    yield line.getvalue()
    for row in rows:
        line.seek(0)
        line.truncate()
        writer.writerow([neutralise(row.get(column)) for column in columns])
        yield line.getvalue()

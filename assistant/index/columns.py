"""Values that are no number or text, as they stand in a column of SQLite."""

from __future__ import annotations

import json


def pack_column(value: object) -> str:
    """Give a value as JSON without blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

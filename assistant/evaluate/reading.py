"""The README's table of how well PDFs are read, from what `benchmarks/reading.py` stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

READING = "reading.json"
_COLUMNS = {
    "wer": "word error rate",
    "order": "order kept",
    "turns": "order kept between blocks",
    "hyphens": "cut words whole",
    "headings": "headings found",
    "rows": "table rows whole",
    "lost": "pages lost",
}


def compose_reading(folder: Path) -> str:
    """Give the Markdown of the table; nothing when `folder` has no figures of it."""
    path = folder / READING
    if not path.is_file():
        return ""
    figures = json.loads(path.read_text(encoding="utf-8"))
    return "\n".join(_compose(figures["halves"], figures["pages_per_second"]))


def _compose(
    halves: dict[str, dict[str, dict[str, float | None]]], speeds: dict[str, float]
) -> Iterator[str]:
    yield "`reading` (pages of PDFs: our own, and hand-checked ones that were or were not looked at while tuning):"
    yield ""
    yield f"| pages | reader | {' | '.join(_COLUMNS.values())} | pages a second |"
    yield "|---|---|" + "--:|" * (len(_COLUMNS) + 1)
    for half, readers in halves.items():
        for name, row in readers.items():
            cells = [_print(row.get(column)) for column in _COLUMNS]
            speed = f"{speeds[name]:.1f}" if name in speeds else ""
            yield f"| {half}, {row['pages']} | {name} | {' | '.join(cells)} | {speed} |"


def _print(value: float | None) -> str:
    if value is None:
        return ""
    return str(value) if isinstance(value, int) else f"{value:.3f}".removeprefix("0")

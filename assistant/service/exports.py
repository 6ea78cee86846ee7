"""Tables over HTTP: JSON or any form of file, as the caller wishes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, Final

from fastapi import Request
from fastapi.responses import FileResponse, Response, StreamingResponse
from starlette.background import BackgroundTask

from assistant.export import FORMATS, Provenance, Table, write_export
from assistant.export.formats import Row
from assistant.export.lines import print_csv, print_jsonl
from assistant.service.negotiation import choose_type
from assistant.service.responses import gather, join_items

JSON: Final = "application/json"
_FORMS: Final = {form.media_type: name for name, form in FORMATS.items()}
_TOGETHER: Final = 2
"""So many files are made at the same time; other callers wait for their turn."""
_turns = BoundedSemaphore(_TOGETHER)


def describe_exports() -> dict[str, Any]:
    """Give the content of a response in the contract, for the forms besides JSON."""
    return {
        form.media_type: {"schema": {"type": "string", **({} if form.lines else {"format": "binary"})}}
        for form in FORMATS.values()
    }


def choose_export(request: Request, asked: str | None = None) -> str | None:
    """Give the name of the form that the caller wants; None for JSON. Raises Problem 406.

    `asked` goes before the header `Accept`, which a link cannot set.
    """
    if asked is not None:
        return asked if asked in FORMATS else None
    return _FORMS.get(choose_type(request.headers.get("accept"), (JSON, *_FORMS)))


def send_rows(
    form: str | None, rows: Iterator[Row], table: Table, provenance: Provenance, name: str
) -> Response:
    """Send rows in a form; `name` is that of the file, without its ending.

    Errors of the first rows, and all errors of a form that is written whole, are still raised here.
    """
    if form is None:
        items = (line.removesuffix("\n") for line in print_jsonl(rows))
        return StreamingResponse(_start(join_items(items)), media_type=JSON)
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    kind = FORMATS[form].media_type
    if FORMATS[form].lines:
        lines = print_csv(rows, table) if form == "csv" else print_jsonl(rows)
        return StreamingResponse(_start(lines), media_type=f"{kind}; charset=utf-8", headers=headers)
    folder = tempfile.TemporaryDirectory(prefix="leeswijzer-")
    path = Path(folder.name, f"{name}.{form}")
    try:
        with _turns:
            write_export(path, form, rows, table, provenance)
    except BaseException:
        folder.cleanup()
        raise
    return FileResponse(path, media_type=kind, headers=headers, background=BackgroundTask(folder.cleanup))


def _start(parts: Iterable[str]) -> Iterator[str]:
    """Give the same text in larger pieces, the first of them made now."""
    pieces = gather(parts)
    return chain([next(pieces, "")], pieces)

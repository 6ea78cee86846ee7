"""One file to one Document: the right loader, then cleaning, then what the text says of itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from pkgutil import resolve_name

from assistant.config import Settings
from assistant.errors import BrokenDocument, EmptyDocument, OversizedDocument, UnsupportedFormat
from assistant.ingest.assemble import assemble, tidy
from assistant.ingest.dates import find_date
from assistant.ingest.debris import drop_copies, drop_menus
from assistant.ingest.language import find_language
from assistant.ingest.ocr import mend_scan
from assistant.ingest.origin import find_origin
from assistant.ingest.outline import set_outline
from assistant.ingest.reading import Reading
from assistant.ingest.signature import make_signature
from assistant.ingest.sniff import check_signature
from assistant.ingest.title import find_title
from assistant.types import BlockKind, Document

LOADERS: dict[str, str] = {
    ".txt": "assistant.ingest.plain:load_plain",
    ".md": "assistant.ingest.markdown:load_markdown",
    ".html": "assistant.ingest.html:load_html",
    ".htm": "assistant.ingest.html:load_html",
    ".pdf": "assistant.ingest.pdf:load_pdf",
    ".docx": "assistant.ingest.docx:load_docx",
    ".odt": "assistant.ingest.odt:load_odt",
    ".ott": "assistant.ingest.odt:load_odt",
    ".fodt": "assistant.ingest.odt:load_fodt",
}
"""Suffix in lower case -> "module:function" of a `(raw: bytes, path: str) -> Reading`."""

CONTAINERS: dict[str, str] = {
    ".zip": "assistant.ingest.archive:open_zip",
}
"""Suffix in lower case -> "module:function" of a `(raw: bytes, path: str) -> Iterator[Member | Failure]`.

The members are files of their own; a suffix may be in `LOADERS` too (an e-mail with attachments).
"""

_SCANNED = frozenset({".pdf"})
"""Suffixes whose loader also takes the setting `ocr`, as there may be scans among them."""
_ID_DIGITS = 16


def load_document(path: Path, root: Path, settings: Settings) -> Document:
    """Read one file of the corpus folder `root` into a cleaned Document.

    Raises UnsupportedFormat, OversizedDocument (before reading), EmptyDocument, LockedDocument
    or BrokenDocument; each names the file.
    """
    name = path.relative_to(root).as_posix()
    suffix = path.suffix.lower()
    if suffix not in LOADERS:
        kinds = ", ".join(sorted(LOADERS))
        raise UnsupportedFormat(
            name, f"bestanden van het soort '{suffix or name}' worden niet gelezen; wel: {kinds}"
        )
    raw = _read_bytes(path, name, settings.max_file_bytes)
    check_signature(raw, suffix, name)
    load: Callable[..., Reading] = resolve_name(LOADERS[suffix])
    given = {"ocr": settings.ocr} if suffix in _SCANNED else {}
    return _finish(load(raw, name, **given), raw, name, path.stem)


def _read_bytes(path: Path, name: str, limit: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > limit:
            raise OversizedDocument(
                name, f"het bestand is {_show_size(size)}; de grens is {_show_size(limit)}"
            )
        raw = path.read_bytes()
    except OSError as exc:
        raise BrokenDocument(name, f"het bestand kan niet worden geopend ({exc.strerror})") from exc
    if not raw.strip():
        raise EmptyDocument(name, "het bestand is leeg")
    return raw


def _show_size(count: int) -> str:
    for unit, size in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if count >= size:
            return f"{count / size:.1f} {unit}".replace(".", ",").replace(",0 ", " ")
    return f"{count} bytes"


def _finish(reading: Reading, raw: bytes, name: str, stem: str) -> Document:
    drafts = mend_scan(drop_copies(set_outline(drop_menus(map(tidy, reading.drafts)))))
    text, blocks, page_starts = assemble(drafts, reading.pages)
    if not text:
        raise EmptyDocument(name, "er staat geen leesbare tekst in het bestand")
    told = any(draft.kind is BlockKind.HEADING and draft.level for draft in reading.drafts)
    digest = hashlib.sha256(raw).hexdigest()
    stated = find_date(drafts, stem, (reading.date, reading.date_source))
    return Document(
        id=digest[:_ID_DIGITS],
        path=name,
        sha256=digest,
        title=find_title(drafts, reading.title, stem, told=told, paged=bool(reading.pages)),
        text=text,
        blocks=blocks,
        date=stated.edtf if stated else None,
        date_source=stated.source if stated else None,
        language=find_language(text),
        origin=find_origin(text),
        page_starts=page_starts,
        notices=reading.notices,
        subtitle=reading.subtitle,
        scanned=reading.scanned,
        signature=make_signature(text),
    )

"""One file to one Document: the right loader, then cleaning, then what the text says of itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath
from pkgutil import resolve_name

from assistant.config import Settings
from assistant.errors import (
    BrokenDocument,
    DocumentError,
    EmptyDocument,
    MissingExtra,
    OversizedDocument,
    UnsupportedFormat,
)
from assistant.ingest.archive import Member
from assistant.ingest.assemble import assemble, tidy
from assistant.ingest.boxes import make_layout
from assistant.ingest.debris import drop_copies, drop_menus, note_left_out
from assistant.ingest.description import describe
from assistant.ingest.language import find_language
from assistant.ingest.ocr import mend_scan
from assistant.ingest.origin import find_origin
from assistant.ingest.outline import set_outline
from assistant.ingest.reading import Reading
from assistant.ingest.signature import make_signature
from assistant.ingest.sniff import HINTS, check_signature
from assistant.types import Document, Failure

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
    ".pptx": "assistant.ingest.pptx:load_pptx",
    ".xlsx": "assistant.ingest.xlsx:load_xlsx",
    ".xlsm": "assistant.ingest.xlsx:load_xlsx",
    ".ods": "assistant.ingest.ods:load_ods",
    ".odp": "assistant.ingest.odp:load_odp",
    ".eml": "assistant.ingest.mail:load_mail",
    ".csv": "assistant.ingest.delimited:load_csv",
    ".tsv": "assistant.ingest.delimited:load_csv",
}
"""Suffix in lower case -> "module:function" of a `(raw: bytes, path: str) -> Reading`."""

CONTAINERS: dict[str, str] = {
    ".zip": "assistant.ingest.archive:open_zip",
    ".eml": "assistant.ingest.mail:open_mail",
}
"""Suffix in lower case -> "module:function" of a `(raw: bytes, path: str) -> Iterator[Member | Failure]`.

The members are files of their own; a suffix may be in `LOADERS` too (an e-mail with attachments).
"""

_SCANNED = frozenset({".pdf"})
"""Suffixes whose loader also takes the setting `ocr`, as there may be scans among them."""
Begin = Callable[[str, int], bool]
"""Takes the path and the bytes of what is to be read next; gives whether to read it."""

_ID_DIGITS = 16
_DEEPEST = 3
"""Archives in archives are opened so deep."""


def load_document(path: Path, root: Path, settings: Settings) -> Document:
    """Read one file of the corpus folder `root` into a cleaned Document, in this process.

    Raises UnsupportedFormat, OversizedDocument (before reading), EmptyDocument, LockedDocument
    or BrokenDocument; each names the file.
    """
    name = path.relative_to(root).as_posix()
    if path.suffix.lower() not in LOADERS:
        raise _unsupported(name)
    return _load(_read_bytes(path, name, settings.max_file_bytes), name, settings)


def read_parts(path: Path, root: Path, settings: Settings, begin: Begin) -> Iterator[Document | Failure]:
    """Give what one file on disk holds: a document, or the members of a container one by one.

    `begin` is called with the path and size of each before it is read, and may refuse it. What
    cannot be read is a Failure; only MemoryError is raised.
    """
    name = path.relative_to(root).as_posix()
    try:
        check_kind(name)
        raw = _read_bytes(path, name, settings.max_file_bytes)
    except DocumentError as exc:
        begin(name, 0)
        yield Failure(name, exc.reason)
        return
    digest = hashlib.sha256(raw).hexdigest()
    for part in _walk(raw, name, begin, settings):
        if isinstance(part, Document) and part.path != name:
            part = replace(part, container=name, container_sha256=digest)
        yield part


def _walk(
    raw: bytes, name: str, begin: Begin, settings: Settings, depth: int = 0
) -> Iterator[Document | Failure]:
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in LOADERS and begin(name, len(raw)):
        with _report(name) as failed:
            yield _load(raw, name, settings)
        yield from failed
    if suffix not in CONTAINERS:
        return
    if depth == _DEEPEST:
        yield Failure(name, f"dit archief zit meer dan {_DEEPEST} archieven diep en is niet geopend")
        return
    with _report(name) as failed:
        for part in _open(raw, name):
            if isinstance(part, Failure):
                yield part
                continue
            inner = f"{name}/{part.name}"
            if (reason := _find_fault(part.raw, inner, settings.max_file_bytes)) is None:
                yield from _walk(part.raw, inner, begin, settings, depth + 1)
            elif begin(inner, 0):
                yield Failure(inner, reason)
    yield from failed


@contextmanager
def _report(name: str) -> Iterator[list[Failure]]:
    """Give a list that holds, afterwards, the failure of what was read inside."""
    failures: list[Failure] = []
    try:
        yield failures
    except DocumentError as exc:
        failures.append(Failure(exc.path, exc.reason))
    except MemoryError:
        raise
    except MissingExtra as exc:
        failures.append(Failure(name, str(exc)))
    except RecursionError:
        failures.append(Failure(name, "het bestand is te diep genest"))
    except Exception as exc:  # the others go on: a fault of ours on one file is reported as that file's
        failures.append(Failure(name, f"onverwachte fout bij het lezen ({type(exc).__name__}: {exc})"))


def _open(raw: bytes, name: str) -> Iterator[Member | Failure]:
    suffix = PurePosixPath(name).suffix.lower()
    open_container: Callable[[bytes, str], Iterator[Member | Failure]] = resolve_name(CONTAINERS[suffix])
    return open_container(raw, name)


def _find_fault(raw: bytes, name: str, limit: int) -> str | None:
    """Give the reason for which a member is not read; None when it can be."""
    if not _is_known(name):
        return _unsupported(name).reason
    if len(raw) > limit:
        return f"het bestand is {_show_size(len(raw))}; de grens is {_show_size(limit)}"
    return None if raw.strip() else "het bestand is leeg"


def check_kind(name: str) -> None:
    """Raise UnsupportedFormat when the name is not of a kind that is read."""
    if not _is_known(name):
        raise _unsupported(name)


def _is_known(name: str) -> bool:
    suffix = PurePosixPath(name).suffix.lower()
    return suffix in LOADERS or suffix in CONTAINERS


def _unsupported(name: str) -> UnsupportedFormat:
    path = PurePosixPath(name)
    kinds = ", ".join(sorted({*LOADERS, *CONTAINERS}))
    suffix = path.suffix.lower()
    if suffix in HINTS:
        return UnsupportedFormat(name, HINTS[suffix])
    # Without the name, so that a summary can put the files with one reason together.
    what = f"van het soort '{suffix}'" if suffix else "zonder soort in de naam (zoals .pdf)"
    return UnsupportedFormat(name, f"bestanden {what} worden niet gelezen; wel: {kinds}")


def _load(raw: bytes, name: str, settings: Settings) -> Document:
    path = PurePosixPath(name)
    suffix = path.suffix.lower()
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
    outlined = set_outline(drop_menus(map(tidy, reading.drafts)))
    once = drop_copies(outlined)
    drafts = mend_scan(once)
    drafts = [draft for draft in map(tidy, drafts) if draft.text]
    text, blocks, page_starts = assemble(drafts, reading.pages)
    if not text:
        raise EmptyDocument(name, "er staat geen leesbare tekst in het bestand")
    digest = hashlib.sha256(raw).hexdigest()
    described = describe(drafts, reading, stem)
    return Document(
        id=digest[:_ID_DIGITS],
        path=name,
        sha256=digest,
        title=described.title,
        text=text,
        blocks=blocks,
        date=described.date,
        date_source=described.date_source,
        language=find_language(text),
        origin=find_origin(text),
        page_starts=page_starts,
        notices=(*reading.notices, *note_left_out(outlined, once)),
        subtitle=described.subtitle,
        kind=described.kind,
        organisation=described.organisation,
        period=described.period,
        scanned=reading.scanned,
        signature=make_signature(text),
        layout=make_layout(blocks, drafts, text, reading.sizes) if reading.sizes else None,
    )

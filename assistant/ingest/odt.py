"""OpenDocument texts (ODT, OTT, FODT) to blocks."""

from __future__ import annotations

from typing import Any

from assistant.errors import BrokenDocument, LockedDocument
from assistant.ingest.dates import parse_date
from assistant.ingest.encoding import normalise
from assistant.ingest.odfstyles import OdfStyles, tag
from assistant.ingest.odftext import OdfReader
from assistant.ingest.parts import open_parts, parse_xml, read_xml
from assistant.ingest.reading import Reading
from assistant.ingest.tables import name_tables

_LABEL = "OpenDocument-bestand"


def load_odt(raw: bytes, path: str) -> Reading:
    """Give the blocks of an OpenDocument text. Raises BrokenDocument or LockedDocument."""
    content, styles, meta = open_odf(raw, path)
    return _read(content, [root for root in (styles, content) if root is not None], meta, path)


def load_fodt(raw: bytes, path: str) -> Reading:
    """Give the blocks of an OpenDocument text in one XML file. Raises BrokenDocument."""
    root = parse_xml(raw, path, _LABEL)
    return _read(root, [root], root, path)


def _read(content: Any, styles: list[Any], meta: Any | None, path: str) -> Reading:
    body = content.find(f"{tag('office:body')}/{tag('office:text')}")
    if body is None:
        raise BrokenDocument(path, "volgens de naam een OpenDocument-tekst, maar er staat geen tekst in")
    reader = OdfReader(OdfStyles(styles))
    drafts = name_tables(reader.read(body))
    title, date = read_meta(meta)
    source = "metadata" if date else None
    return Reading(tuple(drafts), title=title, date=date, date_source=source, notices=reader.notices)


def open_odf(raw: bytes, path: str) -> tuple[Any, Any | None, Any | None]:
    """Give the roots of content.xml, styles.xml and meta.xml of an OpenDocument package.

    Raises BrokenDocument or LockedDocument.
    """
    with open_parts(raw, path, _LABEL, "mimetype") as archive:
        manifest = archive.NameToInfo.get("META-INF/manifest.xml")
        if manifest is not None and b"encryption-data" in archive.read(manifest):
            raise LockedDocument(path, f"het {_LABEL} is versleuteld; sla het op zonder wachtwoord")
        content = read_xml(archive, "content.xml", path, _LABEL)
        if content is None:
            raise BrokenDocument(path, f"het {_LABEL} is beschadigd of onvolledig")
        return (
            content,
            read_xml(archive, "styles.xml", path, _LABEL),
            read_xml(archive, "meta.xml", path, _LABEL),
        )


def read_meta(root: Any | None) -> tuple[str | None, str | None]:
    """Give the title and the date of the last change, or of the making, that a file states."""
    meta = root.find(f".//{tag('office:meta')}") if root is not None else None
    if meta is None:
        return None, None
    title = " ".join(normalise(meta.findtext(tag("dc:title")) or "").split()) or None
    for name in ("dc:date", "meta:creation-date"):
        words = (meta.findtext(tag(name)) or "")[:10]
        if words > "1990" and (date := parse_date(words)):
            return title, date
    return title, None

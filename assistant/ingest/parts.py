"""Office files as ZIP packages: their parts, checked before anything reads them."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from assistant.errors import BrokenDocument, LockedDocument
from assistant.ingest.archive import DAMAGED, check_sizes, is_bomb, is_encrypted

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_XML_BYTES = 80_000_000
"""Of XML that is held as a tree, which takes about twenty times its size in memory."""
_MOST_BYTES = 2_000_000_000
_WINDOW_BYTES = 65_536
"""A root element that begins further on stands behind a comment made to hide something."""
_XML_SUFFIXES = (".xml", ".rels", ".vml")
_MEDIA = re.compile(r"(?:^|/)(?:media|embeddings|Pictures|Thumbnails)/|\.svg$")
_ENCODING = re.compile(rb"encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_ENCODINGS = frozenset(
    (
        b"utf-8",
        b"utf8",
        b"utf-16",
        b"utf-16le",
        b"utf-16be",
        b"us-ascii",
        b"ascii",
        b"iso-8859-1",
        b"windows-1252",
    )
)
_KINDS = (
    ("word/", "een Word-document (DOCX)"),
    ("ppt/", "een presentatie (PPTX)"),
    ("xl/", "een werkblad (XLSX)"),
    ("mimetype", "een OpenDocument-bestand (ODT, ODS of ODP)"),
)


def open_parts(
    raw: bytes, path: str, label: str, required: str, *, most_xml: int = MOST_XML_BYTES
) -> zipfile.ZipFile:
    """Open an office file after a look at its list of parts, without unpacking any.

    `label` names the kind of file in messages ("Word-bestand"), `required` is the start of a part's
    name that makes it one. Raises BrokenDocument for a damaged file, one of another kind, or one that
    would unpack to far more than it holds; LockedDocument when a password is needed.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except DAMAGED as exc:
        raise BrokenDocument(path, f"het {label} is beschadigd (geen geldig ZIP-archief)") from exc
    parts = archive.infolist()
    if any(map(is_encrypted, parts)):
        raise LockedDocument(path, f"het {label} is versleuteld; sla het op zonder wachtwoord")
    check_sizes(parts, len(raw), path, label, most_bytes=_MOST_BYTES)
    marked_up = sum(part.file_size for part in parts if part.filename.endswith(_XML_SUFFIXES))
    if any(map(is_bomb, parts)) or marked_up > most_xml:
        raise BrokenDocument(path, f"het {label} is verdacht: uitgepakt is het veel te groot (ZIP-bom)")
    _check_kind([part.filename for part in parts], path, label, required)
    return archive


def _check_kind(names: Sequence[str], path: str, label: str, required: str) -> None:
    if any(name.startswith(required) for name in names):
        return
    for start, kind in _KINDS:
        if any(name.startswith(start) for name in names):
            raise BrokenDocument(path, f"volgens de naam een {label}, maar het is {kind}")
    raise BrokenDocument(path, f"volgens de naam een {label}, maar het is een ander ZIP-archief")


def check_parts(archive: zipfile.ZipFile, path: str, label: str) -> None:
    """Refuse an office file with a document type in any of its parts.

    Word, PowerPoint and Excel write none, and entities can only do harm. Raises BrokenDocument.
    """
    for part in archive.infolist():
        if part.filename.endswith(_XML_SUFFIXES) and not _MEDIA.search(part.filename):
            try:
                with archive.open(part) as stream:
                    head = stream.read(_WINDOW_BYTES)
            except DAMAGED as exc:
                raise BrokenDocument(path, f"het {label} is beschadigd") from exc
            check_prolog(head, path, label)


def check_prolog(head: bytes, path: str, label: str) -> None:
    """Refuse XML with a document type, or in an encoding in which one could hide.

    `head` is the beginning of the part. Raises BrokenDocument.
    """
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    while text.startswith((b"<?", b"<!--")):
        close = b"?>" if text.startswith(b"<?") else b"-->"
        told, found, rest = text.partition(close)
        encoding = _ENCODING.search(told) if told.startswith(b"<?xml") else None
        if not found or (encoding and encoding.group(1).lower() not in _ENCODINGS):
            raise BrokenDocument(path, f"het {label} is verdacht: een deel begint niet als gewone XML")
        text = rest.lstrip(b" \t\r\n")
    if text.startswith(b"<!"):
        raise BrokenDocument(path, f"het {label} bevat XML-entiteiten en wordt niet gelezen")
    if text and not text.startswith(b"<"):
        raise BrokenDocument(path, f"het {label} is beschadigd: een deel is geen XML")


def read_part(archive: zipfile.ZipFile, name: str, path: str, label: str) -> bytes | None:
    """Give the bytes of a part; None when the file has no such part. Raises BrokenDocument."""
    if name not in archive.NameToInfo:
        return None
    try:
        return archive.read(name)
    except DAMAGED as exc:
        raise BrokenDocument(path, f"het {label} is beschadigd") from exc


def read_xml(archive: zipfile.ZipFile, name: str, path: str, label: str) -> Any | None:
    """Give the root element of a part; None when the file has no such part. Raises BrokenDocument."""
    raw = read_part(archive, name, path, label)
    return None if raw is None else parse_xml(raw, path, label)


def parse_xml(raw: bytes, path: str, label: str) -> Any:
    """Give the root element of an XML file: no entities, no network, no endless nesting.

    Raises BrokenDocument.
    """
    from lxml import etree  # type: ignore[import-untyped]

    check_prolog(raw[:_WINDOW_BYTES], path, label)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as exc:
        raise BrokenDocument(path, f"het {label} is beschadigd of onvolledig") from exc

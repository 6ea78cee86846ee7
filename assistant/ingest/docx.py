"""Word documents (DOCX) to blocks."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from assistant.errors import BrokenDocument, LockedDocument
from assistant.ingest.encoding import normalise
from assistant.ingest.reading import Draft, Reading
from assistant.ingest.shapes import (
    find_item_mark,
    has_heading_shape,
    is_bulleted,
    is_caption,
    is_contents_line,
    is_person,
)
from assistant.ingest.tables import make_rows
from assistant.types import BlockKind

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_MOST_ENTRIES = 10_000
_MOST_RATIO = 100
_SLACK_BYTES = 1_000_000
"""Small parts of a document compress well; a ratio counts from this size on."""
_MOST_BYTES = 80_000_000
"""Of XML, which takes about twenty times its size in memory."""
_MOST_PARAGRAPHS = 400_000
_HEADING = re.compile(r"(?:heading|kop|titel|title|überschrift)\s*(\d)?", re.I)
_LIST = re.compile(r"list|lijst|opsomming|bullet", re.I)
_CONTENTS = re.compile(r"toc|inhopg|inhoud", re.I)
_TEMPLATE_DATES = (datetime.date(2013, 12, 23), datetime.date(1980, 1, 1), datetime.date(2000, 1, 1))
"""Dates that come from the templates of libraries that write DOCX, not from a person."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def load_docx(raw: bytes, path: str) -> Reading:
    """Give the blocks of a Word document. Raises BrokenDocument or LockedDocument."""
    check_archive(raw, path)
    document = _open(raw, path)
    drafts = [draft for block in _find_blocks(document) for draft in block]
    properties = document.core_properties
    title = normalise(properties.title or "").strip() or None
    made = properties.modified or properties.created
    date = (
        made.date().isoformat() if made and made.date() not in _TEMPLATE_DATES and made.year > 1990 else None
    )
    return Reading(tuple(drafts), title=title, date=date, date_source="metadata" if date else None)


def check_archive(raw: bytes, path: str) -> None:
    """Look at the list of parts of a ZIP file without unpacking it.

    Raises BrokenDocument for a damaged file, one that is no Word document, or one that would
    unpack to far more than it holds (ratio above 100:1, more than 10,000 parts).
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError) as exc:
        raise BrokenDocument(path, "het Word-bestand is beschadigd (geen geldig ZIP-archief)") from exc
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise LockedDocument(path, "het Word-bestand is versleuteld; sla het op zonder wachtwoord")
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    bomb = unpacked > _SLACK_BYTES and unpacked > _MOST_RATIO * max(1, packed)
    single = any(
        part.file_size > _SLACK_BYTES and part.file_size > _MOST_RATIO * max(1, part.compress_size)
        for part in parts
    )
    marked_up = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if len(parts) > _MOST_ENTRIES or bomb or single or marked_up > _MOST_BYTES:
        raise BrokenDocument(path, "het Word-bestand is verdacht: uitgepakt is het veel te groot (ZIP-bom)")
    if "word/document.xml" not in names and "[Content_Types].xml" not in names:
        raise BrokenDocument(
            path, "volgens de naam een Word-document (DOCX), maar het is een ander ZIP-archief"
        )
    _check_entities(raw, names, path)


def _check_entities(raw: bytes, names: set[str], path: str) -> None:
    """Refuse parts with a document type: Word writes none, and entities can only do harm."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for name in sorted(names):
                if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in archive.open(name).read(4096).replace(
                    b"\0", b""
                ):
                    raise BrokenDocument(path, "het Word-bestand bevat XML-entiteiten en wordt niet gelezen")
    except (zipfile.BadZipFile, NotImplementedError, OSError, zlib.error, EOFError) as exc:
        raise BrokenDocument(path, "het Word-bestand is beschadigd") from exc


def _open(raw: bytes, path: str) -> WordDocument:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError  # type: ignore[import-untyped]

    try:
        return docx.Document(io.BytesIO(raw))
    except (
        OpcError,
        KeyError,
        ValueError,
        XMLSyntaxError,
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        AttributeError,
    ) as exc:
        raise BrokenDocument(path, "het Word-bestand is beschadigd of onvolledig") from exc


def _find_blocks(document: WordDocument) -> Iterator[list[Draft]]:
    """Give the drafts of every paragraph and table of the body, in order."""
    from docx.table import Table
    from docx.text.paragraph import Paragraph

    tag_paragraph, tag_table = f"{_WORD}p", f"{_WORD}tbl"
    caption = ""
    for count, element in enumerate(_find_elements(document)):
        if count >= _MOST_PARAGRAPHS:
            return
        if element.tag == tag_paragraph:
            drafts = _read_paragraph(Paragraph(element, document._body))
            caption = drafts[0].text if drafts and drafts[0].kind is BlockKind.CAPTION else ""
            yield drafts
        elif element.tag == tag_table:
            yield _read_table(Table(element, document._body), caption)
            caption = ""


def _find_elements(document: WordDocument) -> Iterator[Any]:
    """Give the block elements of the body, also those inside content controls (w:sdt)."""
    queue = list(reversed(list(document.element.body)))
    while queue:
        element = queue.pop()
        if element.tag == f"{_WORD}sdt":
            content = element.find(f"{_WORD}sdtContent")
            queue.extend(reversed(list(content)) if content is not None else [])
        else:
            yield element


def _read_paragraph(paragraph: Paragraph) -> list[Draft]:
    text = " ".join(normalise(_read_words(paragraph)).split())
    if not text:
        return []
    style = (paragraph.style.name or "") if paragraph.style is not None else ""
    if _CONTENTS.match(style) or is_contents_line(normalise(paragraph.text).strip()):
        return []
    heading = _HEADING.match(style)
    if heading:
        return [Draft(BlockKind.HEADING, text, min(6, int(heading.group(1) or 1)))]
    if "caption" in style.lower() or "bijschrift" in style.lower() or is_caption(text):
        return [Draft(BlockKind.CAPTION, text)]
    level = _find_list_level(paragraph)
    if level or _LIST.search(style) or find_item_mark(text):
        kept = text[find_item_mark(text) :] if is_bulleted(text) else text
        return [Draft(BlockKind.ITEM, kept, level or 1)]
    if "quote" in style.lower() or "citaat" in style.lower() or is_person(text):
        return [Draft(BlockKind.QUOTE, text)]
    if _is_strong(paragraph) and has_heading_shape(text):
        return [Draft(BlockKind.HEADING, text)]
    return [Draft(BlockKind.PARAGRAPH, text)]


def _read_words(paragraph: Paragraph) -> str:
    """Give the words, also in links; footnote marks and deleted text are left out."""
    words: list[str] = []
    for node in paragraph._p.iter(f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br", f"{_WORD}noBreakHyphen"):
        if node.tag == f"{_WORD}t":
            words.append(node.text or "")
        else:
            words.append("-" if node.tag == f"{_WORD}noBreakHyphen" else " ")
    return "".join(words)


def _find_list_level(paragraph: Paragraph) -> int:
    """Give the depth of a numbered or bulleted paragraph; 0 when it is none."""
    found = paragraph._p.find(f"{_WORD}pPr/{_WORD}numPr")
    if found is None:
        return 0
    level = found.find(f"{_WORD}ilvl")
    value = level.get(f"{_WORD}val") if level is not None else "0"
    return min(6, int(value) + 1) if value is not None and value.isdecimal() else 1


def _is_strong(paragraph: Paragraph) -> bool:
    runs = [run for run in paragraph.runs if run.text.strip()]
    return bool(runs) and all(run.bold for run in runs)


def _read_table(table: Table, caption: str) -> list[Draft]:
    rows = [
        [" ".join(normalise(cell.text).split()) for cell in _find_cells(row)] for row in table._tbl.tr_lst
    ]
    if max((len(row) for row in rows), default=0) <= 1:
        return [Draft(BlockKind.PARAGRAPH, row[0]) for row in rows if row and row[0]]
    return make_rows(rows, caption=caption, headed=_has_header(rows))


class _Cell:
    """The words of a cell, its paragraphs apart by blanks."""

    def __init__(self, element: Any) -> None:
        self.text = " ".join(
            "".join(node.text or "" for node in part.iter(f"{_WORD}t")) for part in element.iter(f"{_WORD}p")
        )


def _find_cells(row: Any) -> list[_Cell]:
    return [_Cell(cell) for cell in row.findall(f"{_WORD}tc")]


def _has_header(rows: list[list[str]]) -> bool:
    """Tell whether the first row names the columns: all filled, all different, no long text."""
    first = rows[0]
    return len(rows) > 1 and all(first[1:]) and len(set(first)) == len(first) and max(map(len, first)) < 60

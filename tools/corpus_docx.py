"""A source as a Word document, the same bytes on every run."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
from corpus_markup import Piece, Source
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt


def write_docx(source: Source, target: Path) -> None:
    """Write `source` to `target`; dates in it come from the front matter."""
    document = docx.Document()
    _set_properties(document, source)
    _set_page(document, source)
    for piece in source.pieces:
        _add_piece(document, piece)
    buffer = io.BytesIO()
    document.save(buffer)
    moment = datetime.fromisoformat(source.field("date"))
    target.write_bytes(_repack(buffer.getvalue(), (moment.year, moment.month, moment.day, 9, 0, 0)))


def _set_properties(document: Document, source: Source) -> None:
    moment = datetime.fromisoformat(f"{source.field('date')}T09:00:00")
    properties = document.core_properties
    properties.title = source.field("title")
    properties.author = properties.last_modified_by = source.field("author")
    properties.comments = ""
    properties.language = "nl-NL"
    properties.revision = 1
    properties.created = properties.modified = moment


def _set_page(document: Document, source: Source) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(8)
    section.header.paragraphs[0].text = source.field("head_left")
    footer = section.footer.paragraphs[0]
    footer.add_run("Pagina ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    footer._p.append(field)


def _add_piece(document: Document, piece: Piece) -> None:
    match piece.kind:
        case "heading1":
            document.add_heading(piece.parts[0], level=1)
        case "heading2":
            document.add_heading(piece.parts[0], level=2)
        case "item":
            document.add_paragraph(piece.parts[0], style="List Bullet")
        case "table":
            _add_table(document, piece.rows)
        case _:
            document.add_paragraph(piece.parts[0])


def _add_table(document: Document, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
    document.add_paragraph()


def _repack(packed: bytes, stamp: tuple[int, int, int, int, int, int]) -> bytes:
    """Give the same archive with fixed times, and without the template's picture of itself."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, date_time=stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return buffer.getvalue()

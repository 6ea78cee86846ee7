"""PDF to blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.errors import BrokenDocument, EmptyDocument
from assistant.ingest.captions import join_captions, name_tables
from assistant.ingest.columns import make_region
from assistant.ingest.encoding import normalise
from assistant.ingest.footnotes import tie_notes
from assistant.ingest.furniture import drop_contents, drop_furniture
from assistant.ingest.glyphs import Segment, Sheet
from assistant.ingest.gridtables import read_grid
from assistant.ingest.hyphens import Joiner, count_words
from assistant.ingest.notices import list_notices
from assistant.ingest.pagelines import find_size, find_units
from assistant.ingest.pageparts import Part, find_parts
from assistant.ingest.pagetables import Table, carry_over
from assistant.ingest.pdfproc import read_pdf
from assistant.ingest.reading import Draft, Reading
from assistant.ingest.rows import join_touching
from assistant.ingest.scans import read_scans
from assistant.ingest.spacedtables import read_region
from assistant.ingest.stitch import stitch
from assistant.ingest.typography import Style, close_levels
from assistant.ingest.upright import part_upright


def load_pdf(raw: bytes, path: str, ocr: str = "auto") -> Reading:
    """Give the blocks of a PDF; `ocr` tells whether scanned pages are read ("auto" or "off").

    Raises EmptyDocument, LockedDocument or BrokenDocument.
    """
    content = read_pdf(raw, path)
    sheets = content.sheets
    sizes = tuple((sheet.width, sheet.height) for sheet in sheets)
    scans = read_scans(raw, path, sheets, ocr)
    if not scans.loose and not any(sheet.segments for sheet in sheets):
        if all(sheet.fault for sheet in sheets):
            raise BrokenDocument(path, "de PDF heeft geen leesbare pagina's")
        raise EmptyDocument(path, "geen enkele pagina bevat tekst; " + "; ".join(scans.notices))
    drafts = scans.complete(read_sheets(sheets))
    return Reading(
        tuple(drafts),
        title=content.title,
        author=content.author,
        date=content.date,
        date_source="metadata" if content.date else None,
        notices=scans.notices + list_notices(sheets, content.count),
        pages=len(sheets),
        sizes=sizes,
        scanned=tuple(scans.scanned),
    )


def read_sheets(sheets: Sequence[Sheet]) -> list[Draft]:
    """Give the blocks of the pages, in reading order."""
    parts = [(part, number) for number, page in enumerate(_split_pages(sheets), start=1) for part in page]
    units = [
        unit
        for part, number in parts
        if part.region is not None and not part.region.gutters
        for unit in find_units(part.region, number)
    ]
    lines = [line for unit in units for line in unit.lines]
    joiner = Joiner(count_words(line.text for line in lines))
    style = Style(units, find_size(lines))
    entries: list[Draft | Table] = []
    for part, number in parts:
        entries.extend(_read_part(part, number, style, joiner, entries))
    drafts = stitch(join_captions(name_tables(carry_over(entries)), joiner), joiner)
    return close_levels(tie_notes(drafts))


def _split_pages(sheets: Sequence[Sheet]) -> list[list[Part]]:
    """Give the parts of every page, without heads, feet and contents; upright text comes last."""
    turned: list[list[Segment]] = []
    for sheet in sheets:
        for segment in sheet.segments:
            segment.text = " ".join(normalise(segment.text).split()) or "\ufffe"
        level, upright = part_upright(sheet.segments)
        sheet.segments = join_touching(level)
        turned.append(upright)
    kept = drop_contents(drop_furniture(sheets))
    pages: list[list[Part]] = []
    for segments, sheet, upright in zip(kept, sheets, turned, strict=True):
        found = find_parts(segments, sheet, pages[-1] if pages else ())
        pages.append([*found, *(Part(make_region([[one]]), aside=True) for one in upright)])
    return pages


def _read_part(
    part: Part, page: int, style: Style, joiner: Joiner, before: Sequence[Draft | Table]
) -> Iterator[Draft | Table]:
    """Give the blocks of a part; `before` are those read until now."""
    if part.grid is not None:
        last = next((one for one in reversed(before) if isinstance(one, Table)), None)
        yield from read_grid(part.grid, page, joiner, last)
    elif part.region is not None and part.region.gutters:
        yield from read_region(part.region, page, joiner)
    elif part.region is not None:
        for unit in find_units(part.region, page):
            draft = style.convert(unit, joiner, marginal=part.region.marginal)
            if draft is not None:
                yield replace(draft, aside=part.aside or part.region.marginal)

"""Plain text: lines to blocks, for text with one paragraph a line and for wrapped text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.ingest.barred import turn_bars
from assistant.ingest.encoding import decode
from assistant.ingest.frames import order_frames
from assistant.ingest.hyphens import Joiner, count_words
from assistant.ingest.markdown import looks_like_markdown, read_markdown
from assistant.ingest.plainfurniture import drop_furniture
from assistant.ingest.reading import Draft, Reading
from assistant.ingest.shapes import (
    ends_sentence,
    find_item_mark,
    has_heading_shape,
    is_bulleted,
    is_caption,
    is_clear_item,
    is_contents_line,
    is_contents_title,
    is_page_number,
    is_person,
)
from assistant.ingest.stitch import stitch
from assistant.ingest.tables import read_tabbed
from assistant.ingest.tabwords import blank_tabs
from assistant.types import BlockKind

_LONG_LINE = 200
"""A line of more characters is a whole paragraph, never a wrapped line."""


@dataclass(slots=True)
class _Line:
    text: str
    padded: bool
    """It ends with a blank: in text taken from a PDF the paragraph then runs on."""
    page: int


@dataclass(slots=True)
class _Group:
    """Lines that follow each other without an empty line between them."""

    lines: list[_Line] = field(default_factory=list)


def load_plain(raw: bytes, path: str) -> Reading:
    """Give the blocks of a text file, also when it holds Markdown. Raises BrokenDocument."""
    text, notices = decode(raw, path)
    if looks_like_markdown(text):
        return Reading(tuple(read_markdown(text)), notices=notices)
    pages = text.count("\f") + 1 if "\f" in text.strip("\f \n") else 0
    text, told = drop_furniture(turn_bars(blank_tabs(text)))
    return Reading(tuple(read_plain(text)), notices=(*notices, *told), pages=pages, plain=True)


def read_plain(text: str) -> list[Draft]:
    """Give the blocks of plain text; a form feed begins a new page."""
    groups = _find_groups(text)
    joiner = Joiner(count_words(line.text for group in groups for line in group.lines))
    style = _Style(groups)
    units: list[list[_Line]] = []
    for group in groups:
        pieces = _split_group(group, style)
        if units and _continues_item(units[-1], pieces[0], style):
            units[-1].extend(pieces.pop(0))
        units.extend(pieces)
    drafts = [draft for unit in _drop_contents(units) for draft in _make_drafts(unit, joiner)]
    return stitch(order_frames(drafts, joiner), joiner)


def _find_groups(text: str) -> list[_Group]:
    groups: list[_Group] = [_Group()]
    marked = _marks_pages(text)
    page = 1
    for number, sheet in enumerate(text.strip("\f").split("\f")):
        page += number > 0
        for raw in _drop_numbers(sheet.split("\n")) if "\f" in text else sheet.split("\n"):
            line = raw.strip(" ").lstrip("\t")
            if not line.strip():
                if groups[-1].lines:
                    groups.append(_Group())
                continue
            if marked and groups[-1].lines and raw.startswith(" "):
                groups.append(_Group())
                page += 1
            groups[-1].lines.append(_Line(line, raw.endswith(" "), page))
        if groups[-1].lines:
            groups.append(_Group())
    return [group for group in groups if group.lines and not _is_debris(group)]


def _drop_numbers(lines: list[str]) -> list[str]:
    """Give the lines of a page without the page number in its first or last line."""
    filled = [place for place, line in enumerate(lines) if line.strip()]
    edges = {place for place in filled[:1] + filled[-1:] if is_page_number(lines[place].strip())}
    return [line for place, line in enumerate(lines) if place not in edges]


def _marks_pages(text: str) -> bool:
    """Tell whether a blank before a line that follows another marks a new page.

    That is how text looks that was taken out of a PDF page by page; where indented lines are
    common they mean something else.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    return "\f" not in text and sum(line.startswith(" ") for line in lines) < 0.05 * len(lines)


def _is_debris(group: _Group) -> bool:
    return len(group.lines) == 1 and is_page_number(group.lines[0].text)


class _Style:
    """How the lines of a document are broken. `width` is the length of a full line."""

    def __init__(self, groups: list[_Group]) -> None:
        inner = [line for group in groups for line in group.lines[:-1]]
        lengths = sorted(len(line.text) for line in inner)
        self.width = lengths[int(len(lengths) * 0.9)] if lengths else 0
        singles = sum(len(group.lines) == 1 for group in groups)
        self.wrapped = len(inner) >= 2 and self.width <= _LONG_LINE and len(inner) * 2 > singles
        running = [line for line in inner if not ends_sentence(line.text) and not line.text.endswith("-")]
        self.hinted = len(running) > 10 and sum(line.padded for line in running) > 0.6 * len(running)


def _split_group(group: _Group, style: _Style) -> list[list[_Line]]:
    """Give the units of a group: paragraphs, headings and items, each a list of its lines."""
    width = max(len(line.text) for line in group.lines)
    if len(group.lines) <= 3 and not any(ends_sentence(line.text) for line in group.lines):
        width = max(width, style.width)
    units: list[list[_Line]] = [[group.lines[0]]]
    for before, line in zip(group.lines, group.lines[1:], strict=False):
        if _begins_unit(before, line, units[-1], width, style):
            units.append([line])
        else:
            units[-1].append(line)
    return units


def _begins_unit(before: _Line, line: _Line, unit: list[_Line], width: int, style: _Style) -> bool:
    if "\t" in before.text or "\t" in line.text:
        return not ("\t" in before.text and "\t" in line.text)
    if not style.wrapped or len(before.text) > _LONG_LINE:
        return True
    room = width - len(before.text) - len(line.text.split()[0]) - 1
    ended = ends_sentence(before.text) or (style.hinted and not before.padded)
    if find_item_mark(line.text) and (ended or is_clear_item(line.text) or room > 0.25 * width):
        return True
    if before.text.endswith("-") or (line.text[0].islower() and not ends_sentence(before.text)):
        return False
    if style.hinted and not before.padded:
        return True
    if ends_sentence(before.text):
        return room > max(4, 0.12 * width)
    # A short line without an end of a sentence, above a longer one: a heading.
    return len(unit) == 1 and room > 0.1 * width and has_heading_shape(before.text)


def _continues_item(before: list[_Line], unit: list[_Line], style: _Style) -> bool:
    """Tell whether `unit` is the rest of an item whose first line stands apart."""
    if not (style.wrapped and len(before) == 1 and find_item_mark(before[0].text)):
        return False
    if ends_sentence(before[0].text) or find_item_mark(unit[0].text) or before[0].page != unit[0].page:
        return False
    full = before[0].padded if style.hinted else len(before[0].text) > 0.75 * style.width
    return before[0].text.endswith("-") or (full and (len(unit) > 1 or unit[0].text[0].islower()))


def _drop_contents(units: list[list[_Line]]) -> Iterator[list[_Line]]:
    """Give the units without a table of contents and its title."""
    listed = False
    for place, unit in enumerate(units):
        entries = all(is_contents_line(line.text, listed=listed) for line in unit)
        following = units[place + 1] if place + 1 < len(units) else []
        titled = len(unit) == 1 and is_contents_title(unit[0].text) and bool(following)
        title = titled and all(is_contents_line(line.text, listed=True) for line in following)
        listed = title or (listed and entries)
        if not (entries or title):
            yield unit


def _make_drafts(unit: list[_Line], joiner: Joiner) -> list[Draft]:
    if any("\t" in line.text for line in unit):
        return read_tabbed([line.text for line in unit], page=unit[0].page)
    text = joiner.mend_strays(joiner.join_lines(line.text for line in unit))
    kind = guess_kind(text)
    if kind is BlockKind.ITEM and is_bulleted(text):
        text = text[find_item_mark(text) :]
    return [Draft(kind, text, level=int(kind is BlockKind.ITEM), page=unit[0].page)] if text else []


def guess_kind(text: str) -> BlockKind:
    """Give the kind of a block by its looks; headings are found later, in their context."""
    if find_item_mark(text):
        return BlockKind.ITEM
    if is_caption(text):
        return BlockKind.CAPTION
    if is_person(text):
        return BlockKind.QUOTE
    return BlockKind.PARAGRAPH

"""A tree of HTML elements to blocks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assistant.ingest.encoding import normalise
from assistant.ingest.reading import Draft
from assistant.ingest.shapes import is_bulleted, is_caption, is_person
from assistant.ingest.tables import make_rows
from assistant.types import BlockKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer
    h1 h2 h3 h4 h5 h6 header hgroup hr legend li main ol p pre section summary table tbody td tfoot th thead tr ul""".split()
)
_LISTS = ("ul", "ol", "menu")
_MOST_SPAN = 50
"""A cell that claims to span more columns or rows is cut down to this."""


def read_blocks(root: LexborNode) -> list[Draft]:
    """Give the blocks under `root`, in order."""
    return _Walker().read(root)


class _Walker:
    """Walks the tree without recursion, so that deep nesting cannot exhaust the stack."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.counters: list[int | None] = []

    def read(self, root: LexborNode) -> list[Draft]:
        for event, node in _walk(root):
            if event == "text":
                self.words.append(node.text_content or "")
            elif event == "table":
                self._flush()
                self.drafts.extend(_read_table(node))
            elif event == "open":
                self._open(node)
            else:
                self._close(node)
        self._flush()
        return self.drafts

    def _open(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "br":
            self._flush() if self.open and self.open[-1] == "address" else self.words.append(" ")
        if tag not in _BLOCKS:
            return
        self._flush()
        self.open.append(tag)
        if tag in _LISTS:
            start = node.attributes.get("start") or "1"
            self.counters.append(
                int(start) - 1 if tag == "ol" and start.isdecimal() else 0 if tag == "ol" else None
            )
        elif tag == "li" and self.counters and (count := self.counters[-1]) is not None:
            self.counters[-1] = count + 1

    def _close(self, node: LexborNode) -> None:
        if node.tag not in _BLOCKS:
            return
        self._flush()
        if self.open:
            self.open.pop()
        if node.tag in _LISTS and self.counters:
            self.counters.pop()

    def _flush(self) -> None:
        text = " ".join(normalise("".join(self.words)).split())
        self.words.clear()
        if text:
            self.drafts.append(self._make(text))

    def _make(self, text: str) -> Draft:
        inner = self.open[-1] if self.open else "p"
        if inner in _HEADINGS:
            return Draft(BlockKind.HEADING, text, _HEADINGS[inner])
        if "li" in self.open and self.counters:
            return Draft(BlockKind.ITEM, self._number(text), min(6, len(self.counters)))
        if inner in ("figcaption", "caption") or is_caption(text):
            return Draft(BlockKind.CAPTION, text)
        if "blockquote" in self.open or is_person(text):
            return Draft(BlockKind.QUOTE, text)
        return Draft(BlockKind.PARAGRAPH, text)

    def _number(self, text: str) -> str:
        """Put the number of an ordered list in front of the first block of an item."""
        count = self.counters[-1]
        before = self.drafts[-1] if self.drafts else None
        mark = f"{count}. "
        if not count or (text[0].isdecimal() and text[:3].strip(".) ").isdecimal()):
            return text
        again = before is not None and before.kind is BlockKind.ITEM and before.text.startswith(mark)
        return text if again or is_bulleted(text) else mark + text


def _walk(root: LexborNode) -> Iterator[tuple[str, LexborNode]]:
    """Give "open", "text" and "close" events in document order; a real table is one "table" event."""
    stack: list[tuple[LexborNode, bool]] = [(root, False)]
    while stack:
        node, done = stack.pop()
        if done:
            yield "close", node
        elif node.is_text_node:
            yield "text", node
        elif node.tag == "table" and _holds_figures(node):
            yield "table", node
        elif node.is_element_node and not _is_mark(node):
            yield "open", node
            stack.append((node, True))
            children = []
            child = node.first_child
            while child is not None:
                children.append(child)
                child = child.next
            stack.extend((child, False) for child in reversed(children))


def _is_mark(node: LexborNode) -> bool:
    """Tell whether an element is the mark of a footnote."""
    words = (node.text() or "").strip("[]() ")
    return node.tag == "sup" and (words.isdecimal() or words in ("*", "**"))


def _holds_figures(table: LexborNode) -> bool:
    """Tell whether a table is one of cells, and not a way to lay out the page."""
    rows = table.css("tr")
    nested = len(table.css("table")) > 1
    wide = any(len(row.css("td, th")) > 1 for row in rows[:50])
    long = any(len(cell.text()) > 1_500 for cell in table.css("td")[:200])
    return bool(rows) and wide and not nested and not long


def _read_table(table: LexborNode) -> list[Draft]:
    caption = table.css_first("caption")
    carried: dict[int, tuple[int, str]] = {}
    rows = [_read_row(row, carried) for row in table.css("tr")]
    first = table.css_first("tr")
    headed = first is not None and first.css_first("th") is not None and len(first.css("td")) <= 1
    words = " ".join(normalise(caption.text()).split()) if caption else ""
    return make_rows(rows, caption=words, headed=headed)


def _read_row(row: LexborNode, carried: dict[int, tuple[int, str]]) -> list[str]:
    """Give the cells of a row; cells that span rows come back in each of them."""
    cells: list[str] = []
    for cell in row.css("td, th"):
        _carry_on(cells, carried)
        words = " ".join(normalise(cell.text(separator=" ")).split())
        down = _read_span(cell, "rowspan")
        for _ in range(_read_span(cell, "colspan")):
            if down > 1:
                carried[len(cells)] = (down - 1, words)
            cells.append(words)
    _carry_on(cells, carried)
    return cells


def _carry_on(cells: list[str], carried: dict[int, tuple[int, str]]) -> None:
    while len(cells) in carried:
        left, words = carried.pop(len(cells))
        if left > 1:
            carried[len(cells)] = (left - 1, words)
        cells.append(words)


def _read_span(cell: LexborNode, name: str) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return min(_MOST_SPAN, max(1, int(value))) if value.isdecimal() else 1

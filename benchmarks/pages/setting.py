"""A small typesetter that knows what it set: PDF pages with the truth about each of them."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from benchmarks.pages.gold import GoldBlock, GoldPage, split_words
from benchmarks.pages.lines import LIGATURES, MARK, MARK_SIZE, Line, Style, break_lines, measure_text


@dataclass(slots=True)
class Stroke:
    """One piece of text at one place; `y` is the base line, from the top of the page."""

    text: str
    x: float
    y: float
    font: str
    size: float
    ink: float = 0.0


@dataclass(slots=True)
class Leaf:
    """One page in the making."""

    strokes: list[Stroke] = field(default_factory=list)
    shapes: list[tuple[float, float, float, float, float]] = field(default_factory=list)
    blocks: list[GoldBlock] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    turned: bool = False


@dataclass(slots=True)
class Frame:
    """A column on a page, filled from `y` down to `bottom`."""

    leaf: Leaf
    x: float
    y: float
    width: float
    bottom: float


class Setter:
    """Sets blocks into frames, page after page, and keeps the truth."""

    def __init__(
        self,
        name: str,
        size: tuple[float, float],
        make_frames: Callable[[Setter, Leaf, int], list[Frame]],
        *,
        order: str = "reading",
        spread: bool = False,
    ) -> None:
        self.name, self.width, self.height = name, size[0], size[1]
        self.order, self.spread = order, spread
        self.leaves: list[Leaf] = []
        self.frames: list[Frame] = []
        self._make_frames = make_frames
        self._flows = 0

    # -- frames ---------------------------------------------------------------------------

    @property
    def frame(self) -> Frame:
        """Give the frame that is being filled."""
        if not self.frames:
            self.turn()
        return self.frames[0]

    def turn(self) -> None:
        """Begin a new page."""
        leaf = Leaf()
        self.leaves.append(leaf)
        self.frames = self._make_frames(self, leaf, len(self.leaves))

    def next_frame(self) -> None:
        """Go to the next column, or to the next page after the last one."""
        self.frames.pop(0)
        if not self.frames:
            self.turn()

    def need(self, room: float) -> None:
        """Go to the next column when less than `room` points are left in this one."""
        if self.frame.y + room > self.frame.bottom:
            self.next_frame()

    def new_flow(self) -> int:
        """Give the number of a new flow beside the running text."""
        self._flows += 1
        return self._flows

    # -- text -----------------------------------------------------------------------------

    def add(
        self, kind: str, text: str, style: Style, *, level: int = 0, flow: int = 0, bullet: str = ""
    ) -> None:
        """Set a block in the running columns."""
        step = style.leading * style.size
        frame = self.frame
        if frame.y > 0 and frame.leaf.blocks:
            frame.y += style.before * step
        self.need(step * (3.5 if kind == "heading" else 1.0))
        lines: list[tuple[Leaf, Line]] = []
        todo = list(break_lines(text, style, self.frame.width - style.indent))
        for place, line in enumerate(todo):
            self.need(step)
            frame = self.frame
            if place == 0 and bullet:
                self.draw(frame.leaf, bullet, frame.x, frame.y + style.size, style)
            last = place == len(todo) - 1
            self._draw_line(frame, line, style, last=last)
            frame.y += step
            lines.append((frame.leaf, line))
        self.frame.y += style.after * step
        self._keep(kind, text, lines, level, flow)

    def add_at(
        self, kind: str, text: str, style: Style, frame: Frame, *, level: int = 0, flow: int = 0
    ) -> float:
        """Set a block in a place of its own and give the height at which it ends."""
        lines = []
        for line in break_lines(text, style, frame.width):
            self._draw_line(frame, line, style, last=True)
            frame.y += style.leading * style.size
            lines.append((frame.leaf, line))
        frame.y += style.after * style.size
        self._keep(kind, text, lines, level, flow)
        return frame.y

    def _draw_line(self, frame: Frame, line: Line, style: Style, *, last: bool) -> None:
        x, y = frame.x + style.indent, frame.y + style.size
        room = frame.width - style.indent - measure_text(line.text, style)
        gaps = line.text.count(" ")
        extra = room / gaps if style.justify and not last and gaps and room < 0.2 * frame.width else 0.0
        if not extra and not self.spread:
            self._draw_marked(frame.leaf, line.text, x, y, style)
            return
        for word in line.text.split(" "):
            self._draw_marked(frame.leaf, word, x, y, style)
            x += measure_text(word + " ", style) + extra

    def _draw_marked(self, leaf: Leaf, text: str, x: float, y: float, style: Style) -> None:
        position = 0
        for found in MARK.finditer(text):
            piece = text[position : found.start()]
            self.draw(leaf, piece, x, y, style)
            x += measure_text(piece, style)
            small = replace(style, size=MARK_SIZE * style.size)
            self.draw(leaf, found.group(1), x, y - 0.36 * style.size, small)
            leaf.ignored.append(found.group(1))
            x += measure_text(found.group(1), small)
            position = found.end()
        self.draw(leaf, text[position:], x, y, style)

    def draw(self, leaf: Leaf, text: str, x: float, y: float, style: Style) -> None:
        """Draw a piece of text; nothing for an empty one."""
        if style.ligatures:
            for plain, sign in LIGATURES:
                text = text.replace(plain, sign)
        if text:
            leaf.strokes.append(Stroke(text, x, y, style.font, style.size, style.ink))

    def _keep(self, kind: str, text: str, lines: Sequence[tuple[Leaf, Line]], level: int, flow: int) -> None:
        """Add the block to the page or pages it stands on."""
        tokens = [MARK.sub("", token) for token in text.split(" ")]
        parts: list[tuple[Leaf, list[Line]]] = []
        for leaf, line in lines:
            if not parts or parts[-1][0] is not leaf:
                parts.append((leaf, []))
            parts[-1][1].append(line)
        begin = 0
        for number, (leaf, own) in enumerate(parts):
            stop = own[-1].stop
            torn = number < len(parts) - 1 and own[-1].cut in ("soft", "hard")
            shown = tokens[begin : stop - 1 if torn else stop]
            if torn:
                _ignore_torn(tokens[stop - 1], own[-1].text, leaf, parts[number + 1][0])
            leaf.blocks.append(
                GoldBlock(
                    kind,
                    tuple(split_words(" ".join(shown))),
                    level,
                    flow,
                    cuts=place_cuts(own, tokens, begin),
                )
            )
            begin = stop

    # -- the outcome ----------------------------------------------------------------------

    def finish(self, tags: Sequence[str] = ()) -> tuple[bytes, list[GoldPage]]:
        """Give the PDF and the truth about its pages."""
        stream = io.BytesIO()
        canvas = Canvas(stream, pagesize=(self.width, self.height), invariant=1)
        pages = []
        for number, leaf in enumerate(self.leaves, start=1):
            self._paint(canvas, leaf, number)
            pages.append(
                GoldPage(
                    self.name, number, "own", tuple(leaf.blocks), tuple(leaf.ignored), (), (*tags, self.order)
                )
            )
            canvas.showPage()
        canvas.save()
        return stream.getvalue(), pages

    def _paint(self, canvas: Any, leaf: Leaf, number: int) -> None:
        if leaf.turned:
            # Shown upright by /Rotate: what is drawn runs up along the long side of the sheet.
            canvas.setPageRotation(90)
            canvas.translate(self.width, 0)
            canvas.rotate(90)
        else:
            canvas.setPageRotation(0)
        tall_page = self.width if leaf.turned else self.height
        for x, y, wide, tall, tint in leaf.shapes:
            if tint:
                canvas.setFillGray(tint)
                canvas.rect(x, tall_page - y - tall, wide, tall, stroke=0, fill=1)
            else:
                canvas.rect(x, tall_page - y - tall, wide, tall, stroke=1, fill=0)
        for stroke in self._arrange(leaf.strokes, number):
            canvas.setFillGray(stroke.ink)
            canvas.setFont(stroke.font, stroke.size)
            canvas.drawString(stroke.x, tall_page - stroke.y, stroke.text)

    def _arrange(self, strokes: list[Stroke], number: int) -> list[Stroke]:
        if self.order == "rows":
            return sorted(strokes, key=lambda stroke: (round(stroke.y), stroke.x))
        if self.order == "shuffled":
            return random.Random(number).sample(strokes, len(strokes))
        return strokes


def place_cuts(lines: Sequence[Line], tokens: Sequence[str], begin: int) -> tuple[tuple[int, str], ...]:
    """Give the cut words of a block by their place among its words, those at its end left out."""
    cuts = []
    for line in lines[:-1]:
        if line.cut:
            words = split_words(" ".join(tokens[begin : line.stop]))
            cuts.append((len(words) - 1, line.cut))
    return tuple(cuts)


def _ignore_torn(token: str, shown: str, leaf: Leaf, following: Leaf) -> None:
    """Let a word that the turn of a page cuts count on neither of the pages, whole or in parts."""
    head = shown.split(" ")[-1]
    first = split_words(head)
    rest = split_words(token[len(first[0]) if first else 0 :])
    leaf.ignored.extend((*first, *split_words(token)))
    following.ignored.extend((*rest, *split_words(token)))

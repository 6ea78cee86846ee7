"""Own PDFs whose columns something crosses, or that have their headings in the margin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.pagesizes import A4

from benchmarks.pages.looks import make_look
from benchmarks.pages.parts import MARGIN, PARTS, add_caption, add_story, add_title, make_columns
from benchmarks.pages.setting import Frame, Leaf, Setter
from benchmarks.pages.stories import Story
from benchmarks.pages.tabling import Grid, add_table

_GUTTER = 22.0


def set_crossed(stories: Sequence[Story]) -> Setter:
    """Two columns, a heading across both halfway the page, two columns more, then a table across both."""
    look = make_look("sans", 9)
    furnish = make_columns(1, look, "Beheerplan", "Waterschap Scheldedelta")

    def make(setter: Setter, leaf: Leaf, number: int) -> list[Frame]:
        furnish(setter, leaf, number)
        return _halve(setter, leaf, 130.0 if number == 1 else 70.0, 440.0)

    setter = Setter("kop-over-kolommen.pdf", A4, make, order="rows")
    setter.turn()
    leaf = setter.frame.leaf
    add_title(setter, stories[0].title, look)
    add_story(setter, stories[0], look)
    wide = setter.width - 2 * MARGIN
    head = replace(look.head, size=15)
    end = setter.add_at("heading", stories[1].title, head, Frame(leaf, MARGIN, 455, wide, 500), level=1)
    setter.frames = _halve(setter, leaf, end + 4, 720.0)
    add_story(setter, stories[1], look)
    setter.turn()
    leaf = setter.frame.leaf
    setter.frames = [Frame(leaf, MARGIN, 70, wide, 700)]
    add_caption(setter, "Tabel 1 Kosten van gemalen en kunstwerken (in duizend euro)", look)
    grid = Grid(
        (183, 75, 75, 75, 75),
        look.text,
        look.bold,
        right=(1, 2, 3, 4),
        groups=tuple((text, count) for text, count in PARTS["cost_groups"]),
    )
    add_table(
        setter,
        grid,
        PARTS["costs"][0],
        PARTS["costs"][1:],
        "Tabel 1 Kosten van gemalen en kunstwerken (in duizend euro)",
    )
    setter.frames = _halve(setter, leaf, setter.frame.y + 10, 700.0)
    add_story(setter, stories[0], look)
    return setter


def _halve(setter: Setter, leaf: Leaf, top: float, bottom: float) -> list[Frame]:
    each = (setter.width - 2 * MARGIN - _GUTTER) / 2
    return [Frame(leaf, MARGIN, top, each, bottom), Frame(leaf, MARGIN + each + _GUTTER, top, each, bottom)]


def set_margins(stories: Sequence[Story]) -> Setter:
    """Running text with its headings in a narrow column on the left, drawn before the text."""
    look = make_look("serif", 10.5)
    side = replace(look.head, size=9.5, before=0.0, after=0.0)
    furnish = make_columns(1, look, "", "Toelichting bij de begroting")

    def make(setter: Setter, leaf: Leaf, number: int) -> list[Frame]:
        furnish(setter, leaf, number)
        return [Frame(leaf, 190, 120 if number == 1 else 70, setter.width - 190 - MARGIN, setter.height - 80)]

    setter = Setter("zijkoppen.pdf", A4, make)
    setter.turn()
    add_title(setter, stories[0].title, look, 60)
    for story in stories:
        for kind, text in story.blocks:
            if kind == "heading":
                setter.need(70)
                frame = setter.frame
                frame.y += 6
                setter.add_at(
                    "heading", text, side, Frame(frame.leaf, MARGIN, frame.y + 1, 112, 800), level=2
                )
            elif kind == "item":
                setter.add("item", text, replace(look.text, indent=11, after=0.2), bullet="–")
            else:
                setter.add("paragraph", text, look.text)
    for leaf in setter.leaves:
        leaf.strokes.sort(key=lambda stroke: stroke.font != side.font)
    return setter

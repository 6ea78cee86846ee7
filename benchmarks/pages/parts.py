"""What the own documents are put together from: columns with furniture, titles, stories, notes and boxes."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.pages.looks import Look
from benchmarks.pages.setting import Frame, Leaf, Setter
from benchmarks.pages.stories import Story

MARGIN, FOOT = 56.0, 78.0
PARTS: dict[str, Any] = json.loads(Path(__file__).with_name("parts.json").read_text(encoding="utf-8"))
"""Tables, questions, articles and slides, written for this benchmark."""


def make_columns(
    count: int,
    look: Look,
    head: str,
    foot: str,
    *,
    top: float = 70.0,
    gutter: float = 20.0,
    title_room: float = 0.0,
) -> Callable[[Setter, Leaf, int], list[Frame]]:
    """Give the function that sets running head, foot and page number and gives a page its columns."""

    def make(setter: Setter, leaf: Leaf, number: int) -> list[Frame]:
        wide = setter.width - 2 * MARGIN
        if head:
            setter.add_at("furniture", head, look.small, Frame(leaf, MARGIN, 32, wide, 60))
        if foot:
            setter.add_at(
                "furniture",
                foot,
                look.small,
                Frame(leaf, MARGIN, setter.height - 40, wide - 60, setter.height),
            )
        setter.add_at(
            "furniture",
            str(number + 2),
            look.small,
            Frame(leaf, setter.width - MARGIN - 20, setter.height - 40, 20, setter.height),
        )
        begin = top + (title_room if number == 1 else 0.0)
        each = (wide - (count - 1) * gutter) / count
        return [
            Frame(leaf, MARGIN + place * (each + gutter), begin, each, setter.height - FOOT)
            for place in range(count)
        ]

    return make


def add_story(
    setter: Setter, story: Story, look: Look, *, level: int = 2, notes: Sequence[str] = (), first: int = 1
) -> None:
    """Set the blocks of a story in the running columns; notes, from number `first`, belong to its first paragraphs."""
    left = list(notes)
    for kind, text in story.blocks:
        if kind == "heading":
            setter.add("heading", text, look.head, level=level)
        elif kind == "item":
            setter.add("item", text, replace(look.text, indent=11, after=0.2), bullet="•")
        elif left:
            number = first + len(notes) - len(left)
            marked = text.replace(". ", f".^{number} ", 1)
            setter.add("paragraph", marked, look.text)
            _set_note(setter, f"{number} {left.pop(0)}", look)
        else:
            setter.add("paragraph", text, look.text)


def _set_note(setter: Setter, text: str, look: Look) -> None:
    leaf = setter.frame.leaf
    leaf.notes.append(text)
    y = setter.height - FOOT + 4 + 11 * (len(leaf.notes) - 1)
    setter.add_at(
        "note",
        text,
        replace(look.small, after=0.0),
        Frame(leaf, MARGIN, y, setter.width - 2 * MARGIN, y + 12),
        flow=setter.new_flow(),
    )


def add_title(setter: Setter, text: str, look: Look, y: float = 70.0) -> None:
    """Set a title across all columns of the first page."""
    leaf = setter.frame.leaf
    setter.add_at(
        "heading", text, look.title, Frame(leaf, MARGIN, y, setter.width - 2 * MARGIN, y + 60), level=1
    )


def add_box(
    setter: Setter, frame: Frame, head: str, texts: Sequence[str], look: Look, *, tint: float = 0.9
) -> float:
    """Set a side box with a head of its own; gives the height at which it ends."""
    flow, top = setter.new_flow(), frame.y
    slot = len(frame.leaf.shapes)
    inner = Frame(frame.leaf, frame.x + 8, frame.y + 8, frame.width - 16, frame.bottom)
    setter.add_at("heading", head, replace(look.head, size=look.text.size + 1), inner, level=3, flow=flow)
    for text in texts:
        setter.add_at("paragraph", text, replace(look.text, size=look.text.size - 0.5), inner, flow=flow)
    frame.leaf.shapes.insert(slot, (frame.x, top, frame.width, inner.y + 4 - top, tint))
    return inner.y + 12


def add_caption(setter: Setter, text: str, look: Look) -> None:
    """Set the caption of the table that follows."""
    setter.need(90)
    setter.add("caption", text, replace(look.small, font=look.bold, before=0.4), flow=setter.new_flow())

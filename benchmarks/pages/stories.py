"""The texts of the own pages, written for this benchmark; places and figures in them are made up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).with_name("stories.txt")


@dataclass(frozen=True, slots=True)
class Story:
    """A title and its blocks: pairs of a kind ("heading", "paragraph", "item") and a text."""

    title: str
    blocks: tuple[tuple[str, str], ...]


def load_stories() -> list[Story]:
    """Read the texts: "# " begins a story, "## " a section, "- " an item."""
    stories: list[Story] = []
    title = ""
    blocks: list[tuple[str, str]] = []
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            if title:
                stories.append(Story(title, tuple(blocks)))
            title, blocks = line[2:], []
        elif line.startswith("## "):
            blocks.append(("heading", line[3:]))
        elif line.startswith("- "):
            blocks.append(("item", line[2:]))
        elif line.strip():
            blocks.append(("paragraph", line.strip()))
    stories.append(Story(title, tuple(blocks)))
    return stories

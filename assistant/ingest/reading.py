"""What a loader gives: blocks that have no place in a text yet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.types import BlockKind


@dataclass(frozen=True, slots=True)
class Draft:
    """One block before it gets its place in the document's text.

    `page` is the 1-based page on which it begins, 0 where there are no pages. `turns` are the
    pages on which it runs on: pairs of an offset in `text` and the page that begins there.
    `level` is as in `types.Block`; 0 for a heading means: not known yet.
    """

    kind: BlockKind
    text: str
    level: int = 0
    page: int = 0
    turns: tuple[tuple[int, int], ...] = ()

    @property
    def last_page(self) -> int:
        """Give the page on which the block ends."""
        return self.turns[-1][1] if self.turns else self.page

    def become(self, kind: BlockKind, level: int = 0) -> Draft:
        """Give the same text as a block of another kind."""
        return replace(self, kind=kind, level=level)


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome of a loader, before the document is put together.

    `title` and `date` are what the format itself states (a `<title>`, PDF metadata), weaker
    than what the text says unless `date_source` is given. `pages` is 0 for formats without pages.
    """

    drafts: tuple[Draft, ...]
    title: str | None = None
    date: str | None = None
    date_source: str | None = None
    notices: tuple[str, ...] = ()
    pages: int = 0

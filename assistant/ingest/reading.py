"""What a loader gives: blocks that have no place in a text yet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.types import BlockKind


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line of a page (from 1); points from the page's top left corner as it is shown."""

    text: str
    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Draft:
    """One block before it gets its place in the document's text.

    `page` is the 1-based page on which it begins, 0 where there are no pages. `turns` are the
    pages on which it runs on: pairs of an offset in `text` and the page that begins there.
    `level` is as in `types.Block`; 0 for a heading means: not known yet. `pieces` are what it was
    read from, in reading order; the text may have been mended since. `marks` are the numbers of
    the footnotes that are marked in it. `aside` is a block in a box or margin, apart from the
    running text.
    """

    kind: BlockKind
    text: str
    level: int = 0
    page: int = 0
    turns: tuple[tuple[int, int], ...] = ()
    pieces: tuple[Piece, ...] = ()
    marks: tuple[str, ...] = ()
    aside: bool = False

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
    `site` is the name of the web site, `author` who the file names as its maker or sender: a
    person or an organisation. `sizes` are width and height of each page in points, `scanned` the
    pages read by character recognition with their mean confidence in [0, 1]. `left_out` is the
    share of the visible text of a web page that was left out as menu, banner or footer, in [0, 1].
    `fronted` tells that a person wrote the title at the head of the file (front matter), `plain` that
    it is a text file without any marks.
    """

    drafts: tuple[Draft, ...]
    title: str | None = None
    date: str | None = None
    date_source: str | None = None
    notices: tuple[str, ...] = ()
    pages: int = 0
    subtitle: str | None = None
    sizes: tuple[tuple[float, float], ...] = ()
    scanned: tuple[tuple[int, float], ...] = ()
    left_out: float = 0.0
    site: str | None = None
    author: str | None = None
    fronted: bool = False
    plain: bool = False

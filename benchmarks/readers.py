"""The four readers side by side, each from bytes or a file to the words of its pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.pages.gold import split_words
from benchmarks.pages.hashing import hash_word

Words = Callable[[str], list[str]]

_TITLE = re.compile(r"[A-ZÀ-Þ\d“‘(].*[^\W\d_]", re.S)
_TITLE_WORDS = 12

_CUT_LINE = re.compile(r"(?<=\w)[-\ufffe\u00ad]\r?\n(?=\w)|(?<=\w)\ufffe(?=\w)")


@dataclass(frozen=True, slots=True)
class ReadBlock:
    """Words that a reader gives together; `kind` is empty where the reader knows no kinds."""

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadPage:
    """What a reader gives for a page.

    For a reader that knows no kinds, `lines` are the places at which its lines begin, and `titles`
    are those of the lines that look like a heading.
    """

    blocks: tuple[ReadBlock, ...]
    lines: tuple[int, ...] = ()
    titles: frozenset[int] = frozenset()

    @property
    def words(self) -> tuple[str, ...]:
        """Give all words in the reader's order."""
        return tuple(word for block in self.blocks for word in block.words)


def read_ours(path: Path) -> list[list[tuple[str, str]]]:
    """Give kind and text of the blocks of each page by Leeswijzer, from the text layer as the others."""
    from assistant.config import Settings
    from assistant.ingest import load_document

    document = load_document(path, path.parent, Settings(ocr="off"))
    pages: list[list[tuple[str, str]]] = []
    bounds = [*document.page_starts, len(document.text)]
    # A word that a page turn cuts belongs to the page on which it begins.
    bounds = [_leave_word(document.text, place) for place in bounds]
    for start, stop in pairwise(bounds):
        page: list[tuple[str, str]] = []
        for block in document.blocks:
            begin, end = max(start, block.span.start), min(stop, block.span.end)
            if begin < end:
                page.append((block.kind.value, document.text[begin:end]))
        pages.append(page)
    return pages


def _leave_word(text: str, place: int) -> int:
    while 0 < place < len(text) and not text[place - 1].isspace() and not text[place].isspace():
        place += 1
    return place


def read_pypdf(path: Path, pages: Sequence[int]) -> list[str]:
    """Give the text of some pages (from 1) by pypdf's `extract_text`."""
    import pypdf

    reader = pypdf.PdfReader(path)
    return [reader.pages[number - 1].extract_text() for number in pages]


def read_pypdfium2(path: Path, pages: Sequence[int]) -> list[str]:
    """Give the text of some pages by pypdfium2's `get_text_range`."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    texts = []
    for number in pages:
        page = document[number - 1]
        textpage = page.get_textpage()
        texts.append(textpage.get_text_range())
        textpage.close()
        page.close()
    document.close()
    return texts


def read_pdfplumber(path: Path, pages: Sequence[int]) -> list[str]:
    """Give the text of some pages by pdfplumber's `extract_text` with its own settings."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        return [document.pages[number - 1].extract_text() or "" for number in pages]


READERS: dict[str, Callable[[Path, Sequence[int]], list[str]]] = {
    "pypdf": read_pypdf,
    "pypdfium2": read_pypdfium2,
    "pdfplumber": read_pdfplumber,
}
"""The readers that give plain text, by name."""


def join_hyphens(text: str) -> str:
    """Give a text with every hyphen at a line's end taken out and the word joined.

    The one line that most users of these libraries write; right for "bewo-/ners" and wrong for
    "Noord-/Brabant".
    """
    return _CUT_LINE.sub("", text)


def parse_plain(text: str, hash_words: Words) -> ReadPage:
    """Give the page of a reader that knows lines and nothing else."""
    words: list[str] = []
    starts: list[int] = []
    titles: set[int] = set()
    for line in re.split(r"[\r\n\f]+", text):
        own = hash_words(line)
        if own:
            starts.append(len(words))
            titles.update({len(words)} if _looks_like_title(line.strip(), len(own)) else ())
        words.extend(own)
    # A page without a line still is a page of a reader without kinds.
    return ReadPage((ReadBlock("", tuple(words)),), tuple(starts) or (0,), frozenset(titles))


def _looks_like_title(line: str, count: int) -> bool:
    """Tell whether a line passes the usual rule of thumb: short, a capital or number first, no stop."""
    return count <= _TITLE_WORDS and _TITLE.match(line) is not None and line[-1] not in ".,;:-\ufffe\u00ad"


def parse_ours(blocks: Sequence[tuple[str, str]], hash_words: Words) -> ReadPage:
    """Give the page of a reader that knows blocks and their kinds."""
    return ReadPage(tuple(ReadBlock(kind, tuple(hash_words(text))) for kind, text in blocks))


def make_hasher(key: bytes | None) -> Words:
    """Give the function from text to words, hashed with `key` where there is one."""
    if key is None:
        return split_words
    return lambda text: [hash_word(word, key) for word in split_words(text)]

"""Hand-checked pages in plain text to the hashes that the benchmark of text quality keeps.

`python tools/hash_pages.py FOLDER... --pdfs ../shared/data/pdf` writes `benchmarks/pages/hashed.json`.
A page is a file: lines "file", "sha256", "page", "half", "ignore" (words that count for nothing) and
"alike" (another way to write a word, and that word), then an empty line, then one block a line in
reading order:

    H2 a heading, its level behind it where it is clear     P a paragraph       Q a quotation
    I1 an item with its depth     L a line that may be called a heading or not
    C a caption     N a footnote     F furniture (these three stand beside the running text)
    TH a | b   the header of a table     R a | b   a row; ^ is the cell above, ~ an empty cell

"¬" marks where a line's end cuts a word: "bewo¬ners", "Noord-¬Brabant", "beleids-¬ en".
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.pages.gold import Cell, GoldBlock, GoldPage, split_words  # noqa: E402
from benchmarks.pages.hashed import FILE, pack_page  # noqa: E402
from benchmarks.pages.hashing import hash_word, make_key  # noqa: E402

KINDS = {
    "H": "heading",
    "P": "paragraph",
    "Q": "quote",
    "I": "item",
    "L": "label",
    "C": "caption",
    "N": "note",
    "F": "furniture",
    "TH": "header",
    "R": "row",
}
_BESIDE = ("caption", "note", "furniture")


def read_page(text: str) -> tuple[GoldPage, str]:
    """Give the page of a plain file, words not hashed yet, and the SHA-256 of its PDF."""
    head, _, body = text.partition("\n\n")
    stated: dict[str, str] = {}
    alike: list[tuple[str, str]] = []
    for line in head.splitlines():
        name, _, value = line.partition(" ")
        if name == "alike":
            other, word = value.split()
            alike.append((other, word))
        else:
            stated[name] = value
    blocks = _read_blocks(body.splitlines())
    ignored = tuple(split_words(stated.get("ignore", "")))
    page = GoldPage(stated["file"], int(stated["page"]), stated["half"], tuple(blocks), ignored, tuple(alike))
    return page, stated["sha256"]


def _read_blocks(lines: Sequence[str]) -> list[GoldBlock]:
    blocks: list[GoldBlock] = []
    header, label, flows = -1, "", 0
    for line in lines:
        mark, _, text = line.partition(" ")
        level = int(mark[-1]) if mark[-1].isdigit() else 0
        kind = KINDS[mark.rstrip("0123456789")]
        if kind in ("header", "row"):
            cells = [cell.strip() for cell in text.split(" | ")]
            header = header if kind == "row" else -1
            label = label if cells[0] == "^" else "" if cells[0] == "~" else cells[0]
            blocks.append(_read_row(kind, cells, header, label if kind == "row" else ""))
            header = len(blocks) - 1 if kind == "header" else header
            continue
        header = -1
        flows += kind in _BESIDE
        words, cuts = split_cuts(text)
        blocks.append(GoldBlock(kind, words, level, flows if kind in _BESIDE else 0, cuts=cuts))
    return blocks


def _read_row(kind: str, texts: Sequence[str], header: int, label: str) -> GoldBlock:
    words: list[str] = []
    cells: list[Cell] = []
    cuts: list[tuple[int, str]] = []
    for column, text in enumerate(texts):
        if text in ("^", "~"):
            continue
        own, own_cuts = split_cuts(text)
        cells.append(Cell(column, len(words), len(words) + len(own)))
        cuts.extend((len(words) + place, cut) for place, cut in own_cuts)
        words.extend(own)
    return GoldBlock(kind, tuple(words), 0, 0, tuple(cells), header, split_cuts(label)[0], tuple(cuts))


def split_cuts(text: str) -> tuple[tuple[str, ...], tuple[tuple[int, str], ...]]:
    """Give the words of a text and the places of those that a line's end cuts, with how."""
    words: list[str] = []
    cuts: list[tuple[int, str]] = []
    for token in text.split():
        found = split_words(token.replace("¬", ""))
        words.extend(found)
        if "¬" in token and found:
            kind = "open" if token.endswith("¬") else "hard" if "-¬" in token else "soft"
            cuts.append((len(words) - 1, kind))
    return tuple(words), tuple(cuts)


def hash_page(page: GoldPage, raw: bytes) -> GoldPage:
    """Give the page with hashes for words."""
    key = make_key(raw, page.number)

    def hashed(words: Sequence[str]) -> tuple[str, ...]:
        return tuple(hash_word(word, key) for word in words)

    blocks = tuple(
        replace(block, words=hashed(block.words), label=hashed(block.label)) for block in page.blocks
    )
    alike = tuple((hash_word(other, key), hash_word(word, key)) for other, word in page.alike)
    return replace(page, blocks=blocks, ignored=hashed(page.ignored), alike=alike)


def main() -> None:
    """Hash the pages of the folders named."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--pdfs", type=Path, default=ROOT.parent / "shared" / "data" / "pdf")
    given = parser.parse_args()
    packed = []
    for path in sorted(file for folder in given.folders for file in folder.glob("*.txt")):
        page, sha256 = read_page(path.read_text(encoding="utf-8"))
        raw = (given.pdfs / page.file).read_bytes()
        if hashlib.sha256(raw).hexdigest() != sha256:
            raise SystemExit(f"{path}: the PDF is another one than was read")
        packed.append(pack_page(hash_page(page, raw), sha256))
    lines = ",\n".join(json.dumps(page, separators=(",", ":")) for page in packed)
    FILE.write_text(f'{{"pages":[\n{lines}\n]}}\n', encoding="utf-8")
    sys.stdout.write(f"{len(packed)} pages, {FILE.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()

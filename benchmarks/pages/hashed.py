"""The hand-checked pages of the shared PDFs, kept as hashes of their words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.pages.gold import Cell, GoldBlock, GoldPage
from benchmarks.pages.hashing import DIGITS

FILE = Path(__file__).with_name("hashed.json")


def load_gold(path: Path = FILE) -> list[GoldPage]:
    """Read the pages; none where the file is absent."""
    if not path.is_file():
        return []
    return [unpack_page(entry) for entry in json.loads(path.read_text(encoding="utf-8"))["pages"]]


def unpack_page(entry: dict[str, Any]) -> GoldPage:
    """Give the page that `pack_page` packed."""
    return GoldPage(
        entry["file"],
        entry["page"],
        entry["half"],
        tuple(_unpack_block(block) for block in entry["blocks"]),
        _split(entry["ignored"]),
        tuple((other, word) for other, word in entry["alike"]),
    )


def _unpack_block(block: dict[str, Any]) -> GoldBlock:
    return GoldBlock(
        block["kind"],
        _split(block["words"]),
        block.get("level", 0),
        block.get("flow", 0),
        tuple(Cell(*cell) for cell in block.get("cells", ())),
        block.get("header", -1),
        _split(block.get("label", "")),
        tuple((place, kind) for place, kind in block.get("cuts", ())),
    )


def _split(digits: str) -> tuple[str, ...]:
    return tuple(digits[place : place + DIGITS] for place in range(0, len(digits), DIGITS))


def pack_page(page: GoldPage, sha256: str) -> dict[str, Any]:
    """Give a page of hashed words as it is kept."""
    return {
        "file": page.file,
        "sha256": sha256,
        "page": page.number,
        "half": page.half,
        "ignored": "".join(page.ignored),
        "alike": [list(pair) for pair in page.alike],
        "blocks": [_pack_block(block) for block in page.blocks],
    }


def _pack_block(block: GoldBlock) -> dict[str, Any]:
    packed: dict[str, Any] = {"kind": block.kind, "words": "".join(block.words)}
    if block.level:
        packed["level"] = block.level
    if block.flow:
        packed["flow"] = block.flow
    if block.cells:
        packed |= {"cells": [[cell.column, cell.start, cell.stop] for cell in block.cells]}
    if block.kind == "row":
        packed |= {"header": block.header, "label": "".join(block.label)}
    if block.cuts:
        packed["cuts"] = [list(cut) for cut in block.cuts]
    return packed

"""From a file to a Document and its Passages: loaders, cleaning, structure, cutting."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.ingest.files import find_files
    from assistant.ingest.load import CONTAINERS, LOADERS, load_document
    from assistant.ingest.originals import read_original
    from assistant.ingest.passages import cut_passages
    from assistant.ingest.pdfproc import render_page
    from assistant.ingest.tesseract import describe_engine

_HOMES = {
    "CONTAINERS": "load",
    "LOADERS": "load",
    "load_document": "load",
    "cut_passages": "passages",
    "describe_engine": "tesseract",
    "find_files": "files",
    "read_original": "originals",
    "render_page": "pdfproc",
}

__all__ = [
    "CONTAINERS",
    "LOADERS",
    "cut_passages",
    "describe_engine",
    "find_files",
    "load_document",
    "read_original",
    "render_page",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: the PDF process needs none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

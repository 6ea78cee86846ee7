"""The index folder: generations of texts, facts, lexical fields and vectors."""

from __future__ import annotations

from assistant.index.generations import current_generation
from assistant.index.manifest import Sizes
from assistant.index.opening import open_index
from assistant.index.reader import Index
from assistant.index.vectors import STORES, VectorStore
from assistant.index.writer import IndexEntry, Kept, write_generation

__all__ = [
    "STORES",
    "Index",
    "IndexEntry",
    "Kept",
    "Sizes",
    "VectorStore",
    "current_generation",
    "open_index",
    "write_generation",
]

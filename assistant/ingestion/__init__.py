"""From a folder of files to a new generation of the index, and step by step with the folder after that.

folder    which files there are, and the hash of each
plan      what has to be read, against the index before
pool      processes that read, with limits on time and memory; `worker` is what runs in them
packing   values to bytes and back; `reads` keeps what was read on disk until it is written
analysts  processes that analyse and encode what is written; `analyst` is what runs in them
settle    which documents stand, which are copies, what failed
state     what is remembered of each file; `journal` the log of what happened
run       all of it together, `withdraw` of what is gone first; `following` again at every change
deposit   files that are put into the folder, or taken out of it, with the index in step
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.ingestion.following import watch
    from assistant.ingestion.run import ingest
    from assistant.ingestion.single import read_documents
    from assistant.ingestion.state import complete_status

_HOMES = {"ingest": "run", "read_documents": "single", "complete_status": "state", "watch": "following"}

__all__ = ["complete_status", "ingest", "read_documents", "watch"]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used: the reading processes need no index and no model."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

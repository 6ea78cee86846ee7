"""The parts of documents that runs of passages under one heading make."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.index.contents import Run
from assistant.types import Section


def join_runs(found: Iterable[tuple[Run, str | None]]) -> Iterator[Section]:
    """Yield a section for each run with a heading; those that follow each other under one heading are one."""
    last: Section | None = None
    owner = -1
    for run, said in found:
        if said is None:
            continue
        heading = " ".join(said.split())
        if last is not None and (owner, last.heading, last.stop) == (run.document, heading, run.first):
            last = replace(last, stop=run.stop)
            continue
        if last is not None:
            yield last
        last, owner = Section(heading, run.first, run.stop), run.document
    if last is not None:
        yield last

"""Reading files that do not go into an index, as guarded as those that do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.config import Settings
from assistant.ingestion.packing import ReadDocument, unpack
from assistant.ingestion.pool import Failed, Got, Readers, Task
from assistant.types import Failure


def read_documents(
    files: Sequence[tuple[Path, Path]], settings: Settings
) -> Iterator[tuple[Path, ReadDocument | Failure]]:
    """Give what comes of each file, a pair of its path and the folder that its name is relative to.

    In the order of the files; a container gives several. Raises ReadersError.
    """
    with Readers(settings, 1) as readers:
        for path, root in files:
            task = Task(path.relative_to(root).as_posix(), path.stat().st_size, root=root)
            for event in readers.read([task]):
                if isinstance(event, Got):
                    yield path, unpack(ReadDocument, event.body)
                elif isinstance(event, Failed):
                    yield path, event.failure

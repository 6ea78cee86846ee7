"""Reading files that do not go into an index, as guarded as those that do, several at a time."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType

from assistant.config import Settings
from assistant.extract.vocabulary import load_vocabulary
from assistant.ingestion.packing import ReadDocument, unpack
from assistant.ingestion.pool import Readers, count_cores
from assistant.ingestion.tasks import Failed, Finished, Got, Task
from assistant.types import ExtractKind, Failure


def read_documents(
    files: Sequence[tuple[Path, Path]], settings: Settings, kinds: Collection[ExtractKind] | None = None
) -> Iterator[tuple[Path, ReadDocument | Failure]]:
    """Give what comes of each file, a pair of its path and the folder that its name is relative to.

    In the order of the files, whatever the number of processes; a container gives several. With
    `kinds` the documents have the facts of these kinds and no passages or layout. What is finished
    before its turn waits on disk. Raises ReadersError, and UsageError for a vocabulary of themes with a
    fault in it.
    """
    if settings.themes is not None:
        load_vocabulary(settings.themes)
    wanted = tuple(kind.value for kind in ExtractKind if kind in kinds) if kinds else None
    paths = {
        Task(path.relative_to(root).as_posix(), _size(path), root=root, kinds=wanted): path
        for path, root in files
    }
    turns = deque(paths)
    with (
        Readers(settings, min(settings.workers or count_cores(), len(paths))) as readers,
        _Waiting() as waiting,
    ):
        for event in readers.read(list(paths)):
            if isinstance(event, Got):
                waiting.keep(event.task, event.body)
            elif isinstance(event, Failed):
                waiting.keep(event.task, event.failure)
            elif isinstance(event, Finished):
                waiting.finish(event.task)
            while turns and waiting.has(turns[0]):
                task = turns.popleft()
                for read in waiting.take(task):
                    yield paths[task], read


def _size(path: Path) -> int:
    """Give the bytes of a file; 0 when it is gone, which reading it will tell."""
    return path.stat().st_size if path.exists() else 0


class _Waiting:
    """What was read before its turn: documents packed in a file without a name, failures in memory."""

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - closed by the context that this is
        self._held: dict[Task, list[Failure | tuple[int, int]]] = {}
        self._finished: set[Task] = set()
        self._end = 0

    def __enter__(self) -> _Waiting:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def keep(self, task: Task, read: bytes | Failure) -> None:
        """Keep a packed document, or a failure, of a file."""
        if isinstance(read, Failure):
            self._held.setdefault(task, []).append(read)
            return
        os.pwrite(self._file.fileno(), read, self._end)
        self._held.setdefault(task, []).append((self._end, len(read)))
        self._end += len(read)

    def finish(self, task: Task) -> None:
        """Take note that all of a file has come."""
        self._finished.add(task)

    def has(self, task: Task) -> bool:
        """Tell whether all of a file has come."""
        return task in self._finished

    def take(self, task: Task) -> Iterator[ReadDocument | Failure]:
        """Yield what came of a file, and forget it."""
        self._finished.remove(task)
        for item in self._held.pop(task, []):
            if isinstance(item, Failure):
                yield item
            else:
                start, size = item
                yield unpack(ReadDocument, os.pread(self._file.fileno(), size, start))
        if not self._held:
            self._end = 0
            self._file.truncate(0)

"""Many questions, answered by several processes and given in the order of the lines."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Final

from assistant.assistant import Assistant
from assistant.cli.lines import Line
from assistant.config import Settings
from assistant.errors import LeeswijzerError, ReadersError, UnusableIndex
from assistant.types import Filters
from assistant.wire import Antwoord, Vraagregel

_FEW: Final = 60
"""So many questions take about as long as starting a process that would share the work."""
_TOGETHER: Final = 8
_AHEAD: Final = 2
"""Groups of questions that wait for each process, besides the one that it has."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one line of a batch gave: its row on the wire, or what is wrong with it."""

    number: int
    row: dict[str, Any] | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What every question of a batch is asked with."""

    assistant: Assistant
    filters: Filters
    limit: int

    def answer(self, line: Line[Vraagregel]) -> Outcome:
        """Answer one line; a fault of ours in it is reported as that line's."""
        if line.row is None:
            return Outcome(line.number, fault=line.fault)
        try:
            found = self.assistant.ask(line.row.vraag, filters=self.filters, limit=self.limit)
        except LeeswijzerError as error:
            return Outcome(line.number, fault=str(error))
        except MemoryError:
            raise
        except Exception as error:
            return Outcome(line.number, fault=f"onverwachte fout ({type(error).__name__}: {error})")
        row = {"kenmerk": line.name} | Antwoord.from_answer(found, self.assistant.document).to_wire()
        return Outcome(line.number, row)


def answer_lines(
    lines: Sequence[Line[Vraagregel]], desk: Desk, settings: Settings, workers: int
) -> Iterator[Outcome]:
    """Yield what every line gives, in order. Raises ReadersError when a process ends by itself."""
    if workers < 2 or len(lines) < _FEW:
        yield from map(desk.answer, lines)
        return
    groups = (lines[first : first + _TOGETHER] for first in range(0, len(lines), _TOGETHER))
    given = (os.getpid(), settings, desk.assistant.generation, desk.filters, desk.limit)
    with ProcessPoolExecutor(workers, get_context("spawn"), _prepare, given) as pool:
        try:
            yield from _share(pool, groups, workers * (1 + _AHEAD))
        except BrokenProcessPool as exc:
            raise ReadersError("Een van de processen die vragen beantwoorden, is vastgelopen.") from exc
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _share(
    pool: ProcessPoolExecutor, groups: Iterable[Sequence[Line[Vraagregel]]], most: int
) -> Iterator[Outcome]:
    waiting: deque[Future[list[Outcome]]] = deque()
    for group in groups:
        waiting.append(pool.submit(_answer_group, group))
        if len(waiting) >= most:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


_desks: list[Desk] = []
"""The one desk of a process that shares the work."""


def _prepare(parent: int, settings: Settings, generation: str, filters: Filters, limit: int) -> None:
    """Open the index; end with the process that started this one, and leave Ctrl-C to that one."""
    from assistant.ingest.lifeline import die_with_parent

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent(parent)
    assistant = Assistant.open(settings)
    if assistant.generation != generation:
        raise UnusableIndex("De index is vernieuwd terwijl de vragen beantwoord werden; begin opnieuw.")
    _desks.append(Desk(assistant, filters, limit))


def _answer_group(lines: Sequence[Line[Vraagregel]]) -> list[Outcome]:
    return [_desks[0].answer(line) for line in lines]

"""Many questions, answered by several processes and given in the order in which they were asked."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Final

from assistant.assistant import Assistant, settle_memory
from assistant.config import Settings
from assistant.errors import ReadersError, UnusableIndex
from assistant.ingestion.pool import count_cores
from assistant.types import Filters
from assistant.wire import Antwoord

_FEW: Final = 60
"""So many questions take about as long as starting a process that would share the work."""
_TOGETHER: Final = 8
_AHEAD: Final = 2
"""Groups of questions that wait for each process, besides the one that it has."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a batch with its number and name, or what is wrong with what stands in its place."""

    number: int
    name: str | int
    question: str = ""
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one question of a batch gave: its row on the wire, or what is wrong with it."""

    number: int
    row: dict[str, Any] | None = None
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Desk:
    """What every question of a batch is asked with; `explain` gives the words for what went wrong with one."""

    assistant: Assistant
    filters: Filters
    limit: int
    explain: Callable[[Exception], str]

    def answer(self, asked: Asked) -> Outcome:
        """Answer one question; a fault of ours in it is reported as that question's."""
        if asked.fault is not None:
            return Outcome(asked.number, fault=asked.fault)
        try:
            found = self.assistant.ask(asked.question, filters=self.filters, limit=self.limit)
            row = {"kenmerk": asked.name} | Antwoord.from_answer(found, self.assistant.document).to_wire()
        except MemoryError:
            raise
        except Exception as error:  # the others go on: a fault of ours is told in the row of its question
            return Outcome(asked.number, fault=self.explain(error))
        return Outcome(asked.number, row)


def answer_all(
    questions: Sequence[Asked], desk: Desk, settings: Settings, *, nice: int = 0
) -> Iterator[Outcome]:
    """Yield what every question gives, in order; several processes share the work when it is worth it.

    They stand back by `nice` for who asks in the meantime. Raises ReadersError when one ends by itself, as it
    does when the index was renewed before it began. `desk.explain` must be a function of a module.
    """
    workers = settings.workers or count_cores()
    if workers < 2 or len(questions) < _FEW:
        yield from map(desk.answer, questions)
        return
    groups = (questions[first : first + _TOGETHER] for first in range(0, len(questions), _TOGETHER))
    about = (desk.filters, desk.limit, desk.explain)
    given = (os.getpid(), nice, settings, desk.assistant.generation, about)
    with ProcessPoolExecutor(workers, get_context("spawn"), _prepare, given) as pool:
        try:
            yield from _share(pool, groups, workers * (1 + _AHEAD))
        except BrokenProcessPool as exc:
            raise ReadersError("Een van de processen die vragen beantwoorden, is vastgelopen.") from exc
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _share(pool: ProcessPoolExecutor, groups: Iterable[Sequence[Asked]], most: int) -> Iterator[Outcome]:
    waiting: deque[Future[list[Outcome]]] = deque()
    for group in groups:
        waiting.append(pool.submit(_answer_group, group))
        if len(waiting) >= most:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


_desks: list[Desk] = []
"""The one desk of a process that shares the work."""


def _prepare(
    parent: int,
    nice: int,
    settings: Settings,
    generation: str,
    about: tuple[Filters, int, Callable[[Exception], str]],
) -> None:
    """Open the index; end with the process that started this one, and leave Ctrl-C to that one."""
    from assistant.ingest.lifeline import die_with_parent

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    die_with_parent(parent)
    os.nice(nice)
    assistant = Assistant.open(settings)
    if assistant.generation != generation:
        raise UnusableIndex("De index is vernieuwd terwijl de vragen beantwoord werden; begin opnieuw.")
    settle_memory()
    _desks.append(Desk(assistant, *about))


def _answer_group(questions: Sequence[Asked]) -> list[Outcome]:
    return [_desks[0].answer(asked) for asked in questions]

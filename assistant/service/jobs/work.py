"""The thread that does the jobs, one after the other; only one process of an index folder does any."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import asdict
from threading import Event, Thread
from typing import Any, Final

from assistant.assistant import Assistant
from assistant.batch import Asked, Desk, Outcome, answer_all
from assistant.errors import IndexLocked, LeeswijzerError, ReadersError
from assistant.export import Provenance, describe_document, describe_text
from assistant.extract import find_extracts
from assistant.index.generations import lock_index
from assistant.service.jobs.store import Job, JobKind, JobStore
from assistant.service.problems import find_status
from assistant.service.source import Source
from assistant.types import Failure
from assistant.wire import find_kinds

logger = logging.getLogger("leeswijzer.service")

LOCK_FILE: Final = "taken.lock"
_PAUSE_S: Final = 10.0
"""So often it looks for jobs that another process took in, or left when it ended."""
_STOP_S: Final = 30.0
_NICE: Final = 5
"""So far the processes of a job stand back for those who ask a question now."""

Rows = list[dict[str, Any]]


class Worker:
    """Does jobs from `start` to `stop`."""

    def __init__(self, store: JobStore, source: Source) -> None:
        self._store = store
        self._source = source
        self._wake = Event()
        self._stopping = Event()
        self._thread: Thread | None = None

    def start(self) -> None:
        """Begin to look for jobs."""
        self._thread = Thread(target=self._run, name="taken", daemon=True)
        self._thread.start()

    def wake(self) -> None:
        """Look for a new job now."""
        self._wake.set()

    def stop(self) -> None:
        """Stop after the input under way; the job goes on at the next start."""
        self._stopping.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join(_STOP_S)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                if self._store.present:
                    self._do_all()
            except IndexLocked:
                pass  # another process does them
            except Exception:  # the store itself fails (a full disk): it is told, and tried again
                logger.exception("de taken staan stil")
            self._wake.wait(_PAUSE_S)
            self._wake.clear()

    def _do_all(self) -> None:
        self._store.purge()
        if self._store.next() is None:
            return
        with lock_index(self._store.folder, LOCK_FILE):
            while not self._stopping.is_set() and (job := self._store.next()) is not None:
                self._do(job)

    def _do(self, job: Job) -> None:
        try:
            whole = self._go_on(job)
        except LeeswijzerError as error:
            self._store.end(job, find_status(error)[1])
        except Exception as error:  # one job fails, the next ones go on
            logger.exception("een taak is mislukt")
            self._store.end(job, f"onverwachte fout ({type(error).__name__})")
        else:
            if whole:
                self._store.end(job)

    def _go_on(self, job: Job) -> bool:
        """Do what is left of a job; give whether it came to the end."""
        outcomes, job = self._prepare(job)
        for number, rows, source in outcomes:
            if not self._store.write(job, number, rows, source, failed=source.get("reason") is not None):
                return False
            if self._stopping.is_set():
                return False
        return True

    def _prepare(self, job: Job) -> tuple[Iterator[tuple[int, Rows, dict[str, Any]]], Job]:
        if job.kind is JobKind.TEXTS:
            begun = self._store.begin(job, job.total, None)
            return self._find_in_texts(begun), begun
        assistant = self._source.get()
        if job.kind is JobKind.QUESTIONS:
            begun = self._store.begin(job, job.total, assistant.generation)
            return self._answer(begun, assistant), begun
        total = len(assistant.chosen(job.filters))
        begun = self._store.begin(job, total, assistant.generation)
        return self._find_in_documents(begun, assistant), begun

    def _answer(self, job: Job, assistant: Assistant) -> Iterator[tuple[int, Rows, dict[str, Any]]]:
        asked = [
            Asked(number, _name(body, number), body["vraag"]) for number, body in self._store.inputs(job)
        ]
        desk = Desk(assistant, job.filters, job.asked["aantal"], _explain)
        for question, outcome in zip(asked, self._share(asked, desk), strict=True):
            if outcome.row is None:
                yield question.number, [], _note_fault(question.name, outcome.fault or "")
            else:
                yield question.number, [outcome.row], {"path": str(question.name)}

    def _share(self, asked: list[Asked], desk: Desk) -> Iterator[Outcome]:
        """Answer with several processes; alone when these find that the index was renewed in the meantime."""
        done = 0
        try:
            for outcome in answer_all(asked, desk, self._source.settings, nice=_NICE):
                yield outcome
                done += 1
        except ReadersError:
            if self._source.get().generation == desk.assistant.generation:
                raise
            yield from map(desk.answer, asked[done:])

    def _find_in_texts(self, job: Job) -> Iterator[tuple[int, Rows, dict[str, Any]]]:
        kinds = find_kinds(job.asked["soorten"])
        for number, body in self._store.inputs(job):
            name, text = _name(body, number), body["tekst"]
            provenance = Provenance()
            provenance.begin_text(str(name), text)
            try:
                found = find_extracts(
                    text,
                    document_date=body.get("documentDatum"),
                    kinds=kinds,
                    themes=self._source.settings.themes,
                )
                rows = [{"kenmerk": name} | row for row in describe_text(text, found, provenance)]
            except Exception as error:  # one text fails, the others go on
                yield number, [], _note_fault(name, _explain(error))
            else:
                yield number, rows, asdict(provenance.sources[0])

    def _find_in_documents(
        self, job: Job, assistant: Assistant
    ) -> Iterator[tuple[int, Rows, dict[str, Any]]]:
        found = assistant.extracts_by_document(find_kinds(job.asked["soorten"]), job.filters)
        for number, (record, extracts) in enumerate(found):
            if number >= job.done:
                provenance = Provenance()
                themes = assistant.themes(record.id) if job.filters.themes else None
                document = assistant.document(record.id)
                rows = list(describe_document(document, extracts, provenance, themes))
                yield number, rows, asdict(provenance.sources[0])


def _explain(error: Exception) -> str:
    """Give what went wrong with one input: our own message, or else only what kind of error it is."""
    if isinstance(error, LeeswijzerError):
        return find_status(error)[1]
    logger.error("onverwachte fout in een taak", exc_info=error)
    return f"onverwachte fout ({type(error).__name__})"


def _note_fault(name: object, reason: str) -> dict[str, Any]:
    return asdict(Provenance().note(Failure(str(name), reason)))


def _name(body: dict[str, Any], number: int) -> str | int:
    own = body.get("kenmerk")
    return str(number + 1) if own is None else own

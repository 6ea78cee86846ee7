"""One run: look at the folder, read what is new, settle what stands, write, and say what was done."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from assistant import __version__
from assistant.config import BUNDLED_ENCODER, Settings
from assistant.embed import Encoder, make_encoder
from assistant.errors import UnusableIndex, UsageError
from assistant.extract.vocabulary import load_vocabulary
from assistant.index import Index, IndexEntry, Kept, open_index, write_generation
from assistant.index.generations import INGEST_LOCK_FILE, lock_index, seek_generation
from assistant.index.lexical import analyse_words
from assistant.ingest import describe_engine
from assistant.ingestion.analysts import Analysts
from assistant.ingestion.encoding import VECTORS_FILE, KeptVectors, encode_ahead
from assistant.ingestion.folder import FolderFile, scan_folder
from assistant.ingestion.journal import hold_events, release_events
from assistant.ingestion.plan import Plan, make_plan
from assistant.ingestion.pool import Readers, count_cores
from assistant.ingestion.reads import ReadStore
from assistant.ingestion.report import find_events, make_report, sum_up
from assistant.ingestion.settle import Outcome, remember, settle
from assistant.ingestion.state import FolderState, load_state, save_state
from assistant.ingestion.tasks import TIME, Began, Failed, Finished, Got, Task
from assistant.ingestion.withdraw import find_gone, withdraw
from assistant.types import Document, DocumentRecord, IngestReport

_MANNER_FILE = "manner.json"
_MANY_PASSAGES = 1_500
"""New passages from which on other processes analyse them: one takes half a second to start."""
_MOST_ANALYSTS = 4
"""With more, the one that writes cannot keep up."""


class Progress(Protocol):
    """Is told how far a run is: "bekijken", "lezen", "vectoren" or "index", what is done, the total, the file."""

    def __call__(self, stage: str, done: int, total: int, current: str = "", /) -> None:
        """Take one step; a total of 0 is not known."""


def ingest(
    settings: Settings,
    paths: Sequence[Path] = (),
    *,
    fresh: bool = False,
    progress: Progress | None = None,
    change: AbstractContextManager[object] | None = None,
) -> IngestReport:
    """Bring the index in step with the corpus folder; give what was done.

    With `paths` those files and folders (inside the corpus folder) are read again although they are
    unchanged, with `fresh` all of them; what was added, changed or removed elsewhere is taken along
    as always. `change` is entered before the folder is looked at, when nobody else can write the
    index, and left when the new one answers, or with what went wrong. One bad file never stops the
    others: it is in the report. Raises UsageError for a folder that does not exist and a vocabulary
    with a fault in it, IndexLocked when another ingest runs, EncoderError, ReadersError, and
    UnusableIndex when the disk refuses; the index that was there then still answers.
    """
    root = settings.corpus
    if not root.exists():
        raise UsageError(f"De map met documenten '{root}' bestaat niet.", "corpus")
    if not root.is_dir():
        raise UsageError(f"'{root}' is geen map. Geef met --corpus de map met documenten op.", "corpus")
    asked = frozenset(name for path in paths for name in _names_below(root, path))
    if settings.themes is not None:
        load_vocabulary(settings.themes)
    encoder = make_encoder(settings)
    if settings.encoder != BUNDLED_ENCODER:
        encoder = KeptVectors(encoder, settings.index)
    with _translate(), lock_index(settings.index, INGEST_LOCK_FILE), change or nullcontext():
        return _Run(settings, encoder, asked, progress or _ignore, fresh=fresh).do()


def _ignore(stage: str, done: int, total: int, current: str = "", /) -> None:
    return None


@dataclass(frozen=True, slots=True)
class _Sight:
    """What a run finds: the index before (None when unusable), what is remembered, the files."""

    before: Index | None
    state: FolderState
    files: Mapping[str, FolderFile]
    records: tuple[DocumentRecord, ...]
    gone: frozenset[str]
    """Ids of the documents that this run has withdrawn already."""


class _Run:
    """The parts of one run, in the order in which they are done."""

    def __init__(
        self, settings: Settings, encoder: Encoder, asked: frozenset[str], report: Progress, *, fresh: bool
    ) -> None:
        self._settings = settings
        self._encoder = encoder
        self._asked = asked
        self._report = report
        self._fresh = fresh
        self._limits = (
            settings.max_file_bytes,
            settings.max_file_seconds,
            settings.max_worker_bytes,
            settings.max_document_chars,
        )
        self._began = time.monotonic()
        self._now = datetime.now(UTC).isoformat(timespec="seconds")

    def do(self) -> IngestReport:
        """Do all of it."""
        with ExitStack() as opened:
            if isinstance(self._encoder, KeptVectors):
                opened.callback(self._encoder.close)
            release_events(self._settings.index, seek_generation(self._settings.index))
            return self._do(self._open_before(opened), opened)

    def _do(self, before: Index | None, opened: ExitStack) -> IngestReport:
        settings = self._settings
        state = load_state(settings.index)
        self._report("bekijken", 0, 0)
        files, refused = scan_folder(settings, state.by_name(), fresh=self._fresh)
        usable = before is not None and _load_manner(settings) == _manner(settings)
        records = before.records() if before is not None else ()
        asked = frozenset(files) if self._fresh else self._asked
        memory = state if before is not None and state.generation == before.generation else FolderState()
        plan = make_plan(
            files, records if usable else (), memory if usable else FolderState(), asked, self._limits
        )
        gone = find_gone(records, files, plan) if plan.tasks else []
        if before is not None and gone:
            withdraw(settings, before, gone, self._encoder, state, self._now)
            before = self._open_before(opened)
        sight = _Sight(before, state, files, records, frozenset(record.id for record in gone))
        with closing(ReadStore(settings.index, _manner(settings))) as store:
            self._read(plan, files, store, asked)
            since = {trouble.path: trouble.since for _, file in state.files for trouble in file.troubles}
            outcome = settle(plan, store.files, refused, since, self._now)
            generation = self._write(sight, outcome, store)
            store.remove()
        # Those of a run that was cut off with another model may lie there as well.
        (settings.index / VECTORS_FILE).unlink(missing_ok=True)
        return self._finish(sight, outcome, generation)

    def _open_before(self, opened: ExitStack) -> Index | None:
        """Give the index there is; None when it is missing, damaged or made by another model."""
        try:
            return opened.enter_context(open_index(self._settings.index, self._encoder))
        except UnusableIndex:
            return None

    def _read(
        self, plan: Plan, files: Mapping[str, FolderFile], store: ReadStore, asked: frozenset[str]
    ) -> None:
        """Read what has to be read into the store, the largest files first so that none is left to the end."""
        tasks = [task for task in plan.tasks if not _is_read(task, files, store, asked)]
        done, total = len(plan.tasks) - len(tasks), len(plan.tasks)
        self._report("lezen", done, total)
        if not tasks:
            return
        current = ""
        with Readers(self._settings, min(self._settings.workers or count_cores(), len(tasks))) as readers:
            for event in readers.read(sorted(tasks, key=lambda task: (-task.bytes, task.name))):
                match event:
                    case Began(current):
                        self._report("lezen", done, total, current)
                    case Got(task, record, body, _):
                        store.add_document(task.name, files[task.name].digest, record, body)
                    case Failed(task, failure, cause):
                        store.add_failure(task.name, files[task.name].digest, failure, cause)
                    case Finished(task):
                        store.finish(task.name, files[task.name].digest)
                        done += 1
                        self._report("lezen", done, total, current)

    def _write(self, sight: _Sight, outcome: Outcome, store: ReadStore) -> str:
        """Write a new generation unless nothing differs; give the name of the one that answers."""
        before, folder = sight.before, self._settings.index
        if before is not None and not _differs(outcome, before):
            return before.generation
        total = len(outcome.standing)
        left = [record for record in sight.records if record.id not in sight.gone]
        hold_events(folder, seek_generation(folder), find_events(outcome, left, sight.state, self._now))
        self._encode(outcome, store)
        entries, analyse = _read_entries(outcome, store), analyse_words
        with ExitStack() as opened:
            count = self._count_analysts(outcome)
            if count > 1:
                analysts = opened.enter_context(Analysts(self._settings, self._encoder, count))
                entries, analyse = analysts.prepare(entries), analysts.analyse
            generation = write_generation(
                folder,
                entries,
                self._encoder,
                failures=outcome.failures,
                progress=lambda stage, done, _: self._report(stage, done, total),
                kept=None if before is None else Kept(before, _find_kept(outcome)),
                analyse=analyse,
            )
        _save_manner(self._settings)
        release_events(folder, generation)
        return generation

    def _count_analysts(self, outcome: Outcome) -> int:
        """Give how many processes are to analyse what was read; 1 when it is not worth the trouble.

        A slow model has its own way of using all cores, and too much memory to be there twice.
        """
        new = sum(item.record.passages for item in outcome.standing.values() if item.place is not None)
        if self._settings.encoder != BUNDLED_ENCODER or new < _MANY_PASSAGES:
            return 1
        return min(self._settings.workers or count_cores(), _MOST_ANALYSTS)

    def _encode(self, outcome: Outcome, store: ReadStore) -> None:
        """Make the vectors of what was read before the rest is written, when that takes long."""
        if not isinstance(self._encoder, KeptVectors):
            return
        read = [(item.record, item.place) for item in outcome.standing.values() if item.place is not None]
        documents = ((record.path, store.load(place).passages) for record, place in read)
        total = sum(record.passages for record, _ in read)
        encode_ahead(self._encoder, documents, total, self._report)

    def _finish(self, sight: _Sight, outcome: Outcome, generation: str) -> IngestReport:
        """Remember every file for the next run, and say what was done."""
        report = make_report(outcome, sight.records, generation)
        last = sum_up(report, self._now, time.monotonic() - self._began)
        files = remember(outcome, sight.files)
        save_state(self._settings.index, FolderState(generation, self._limits, files, last))
        return report


def _is_read(task: Task, files: Mapping[str, FolderFile], store: ReadStore, asked: frozenset[str]) -> bool:
    """Tell whether a run that was cut off read this file whole already; what failed is tried again."""
    read = store.files.get(task.name)
    if (
        read is not None
        and task.only is None
        and task.name not in asked
        and read.digest == files[task.name].digest
        and all(cause == TIME for cause in read.causes.values())
    ):
        return True
    store.forget(task.name)
    return False


def _differs(outcome: Outcome, before: Index) -> bool:
    """Tell whether anything was read, moved or lost since the index before."""
    if any(item.place is not None for item in outcome.standing.values()):
        return True
    known = {record.path: record for record in before.records()}
    now = {path: item.record for path, item in outcome.standing.items()}
    return now != known or outcome.failures != tuple(
        sorted(before.failures, key=lambda failure: failure.path)
    )


def _read_entries(outcome: Outcome, store: ReadStore) -> Iterator[IndexEntry]:
    """Give the documents that were read, by path."""
    for item in outcome.standing.values():
        if item.place is not None:
            read = store.load(item.place)
            yield IndexEntry(_mark(read.document, item.record), read.passages, read.extracts)


def _find_kept(outcome: Outcome) -> dict[str, DocumentRecord]:
    """Give the records of the documents that stay as they were, each under its id in the index before."""
    return {
        item.old.id: item.record
        for item in outcome.standing.values()
        if item.place is None and item.old is not None
    }


def _mark(document: Document, record: DocumentRecord) -> Document:
    """Give a document with what its record says of others like it."""
    return replace(document, notices=record.notices, version_of=record.version_of)


def _manner(settings: Settings) -> dict[str, object]:
    """Give what decides how a file is read and cut, beside the file itself."""
    return {
        "version": __version__,
        "passage_chars": settings.passage_chars,
        "ocr": describe_engine() if settings.ocr != "off" else None,
        "themes": load_vocabulary(settings.themes).digest if settings.themes is not None else None,
    }


def _load_manner(settings: Settings) -> object:
    try:
        return json.loads((settings.index / _MANNER_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _save_manner(settings: Settings) -> None:
    path = settings.index / _MANNER_FILE
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(_manner(settings), sort_keys=True), encoding="utf-8")
    fresh.replace(path)


def _names_below(root: Path, path: Path) -> list[str]:
    place = path if path.is_absolute() or path.exists() else root / path
    if not place.exists():
        raise UsageError(f"'{path}' bestaat niet.", "paden")
    resolved, base = place.resolve(), root.resolve()
    if not resolved.is_relative_to(base):
        raise UsageError(f"'{path}' ligt niet in de map met documenten '{root}'.", "paden")
    found = [resolved] if resolved.is_file() else [file for file in resolved.rglob("*") if file.is_file()]
    return [file.relative_to(base).as_posix() for file in found]


@contextmanager
def _translate() -> Iterator[None]:
    try:
        yield
    except OSError as exc:
        raise UnusableIndex(
            f"De index kon niet worden bijgewerkt ({exc.strerror or exc}). De index die er was, blijft in gebruik."
        ) from exc

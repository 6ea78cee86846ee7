"""Jobs and their results in one SQLite file; safe to use from several threads and processes.

What an input gave is written in one transaction with the count of what is done, so that a job that
was cut off goes on with the input behind it.
"""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from threading import RLock
from typing import Any, Final

from assistant.index.columns import pack_column
from assistant.service.problems import Problem
from assistant.types import Filters

STORE_FILE: Final = "taken.sqlite"
KEPT: Final = timedelta(days=7)
"""So long a result stays after the job ended."""
MOST_WAITING: Final = 20
MOST_KEPT: Final = 200
_PAGE: Final = 200
"""Inputs or results that are read at a time."""
_TABLES: Final = """
PRAGMA auto_vacuum = FULL;
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS jobs (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, asked TEXT NOT NULL,
    status TEXT NOT NULL, total INTEGER NOT NULL, done INTEGER NOT NULL, failed INTEGER NOT NULL,
    created TEXT NOT NULL, started TEXT, ended TEXT, expires TEXT, generation TEXT, reason TEXT);
CREATE TABLE IF NOT EXISTS inputs (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE, number INTEGER NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (job, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS results (
    job TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE, number INTEGER NOT NULL, rows TEXT NOT NULL,
    source TEXT, PRIMARY KEY (job, number)) WITHOUT ROWID;
"""
_FIELDS: Final = (
    "id kind asked status total done failed created started ended expires generation reason".split()
)
_SELECT: Final = f"SELECT {', '.join(_FIELDS)} FROM jobs"  # noqa: S608


class JobKind(StrEnum):
    """What a job does."""

    QUESTIONS = "questions"
    TEXTS = "texts"
    DOCUMENTS = "documents"


class JobStatus(StrEnum):
    """How far a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Job:
    """A job; times are UTC in ISO 8601. `asked` is the request without its inputs."""

    id: str
    kind: JobKind
    asked: dict[str, Any]
    status: JobStatus
    total: int
    done: int
    failed: int
    created: str
    started: str | None = None
    ended: str | None = None
    expires: str | None = None
    generation: str | None = None
    reason: str | None = None

    @property
    def filters(self) -> Filters:
        """Give what the documents are limited to."""
        given: dict[str, Any] = self.asked["filters"]
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in given.items()
        }
        return Filters(**values)


class JobStore:
    """The jobs of one index folder. Raises Problem 503 when the disk refuses, 429 when there are too many."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._path = folder / STORE_FILE
        self._lock = RLock()
        self._open: sqlite3.Connection | None = None

    @property
    def present(self) -> bool:
        """Tell whether there has ever been a job."""
        return self._path.exists()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._open is not None:
                self._open.close()
            self._open = None

    def add(self, kind: JobKind, asked: dict[str, Any], inputs: Sequence[dict[str, Any]]) -> Job:
        """Lay down a job with its inputs; of a job over the documents the inputs are found later."""
        self.purge()
        job_id = secrets.token_hex(8)
        with self._change() as database:
            waiting, kept = database.execute(
                "SELECT count(*) FILTER (WHERE status IN ('waiting', 'running')), count(*) FROM jobs"
            ).fetchone()
            if waiting >= MOST_WAITING or kept >= MOST_KEPT:
                what = f"Er wachten al {waiting}" if waiting >= MOST_WAITING else f"Er staan nog {kept}"
                raise Problem(429, f"{what} taken. Wacht, of verwijder er een met DELETE.")
            database.execute(
                "INSERT INTO jobs (id, kind, asked, status, total, done, failed, created) "
                "VALUES (?, ?, ?, 'waiting', ?, 0, 0, ?)",
                (job_id, kind, pack_column(asked), len(inputs), _now()),
            )
            rows = ((job_id, number, pack_column(body)) for number, body in enumerate(inputs))
            database.executemany("INSERT INTO inputs VALUES (?, ?, ?)", rows)
        job = self.find(job_id)
        assert job is not None
        return job

    def find(self, job_id: str) -> Job | None:
        """Give a job; None when there is none of that id, or its time is past."""
        if not self.present:
            return None
        found = self._query(f"{_SELECT} WHERE id = ? AND (expires IS NULL OR expires > ?)", job_id, _now())
        return _make_job(found[0]) if found else None

    def all(self) -> list[Job]:
        """Give the jobs whose time is not past, newest first."""
        if not self.present:
            return []
        found = self._query(f"{_SELECT} WHERE expires IS NULL OR expires > ? ORDER BY number DESC", _now())
        return [_make_job(row) for row in found]

    def next(self) -> Job | None:
        """Give the oldest job that is not ended; one that was cut off comes first."""
        found = self._query(f"{_SELECT} WHERE status IN ('running', 'waiting') ORDER BY number LIMIT 1")
        return _make_job(found[0]) if found else None

    def cancel(self, job: Job) -> Job:
        """End a job as it is and keep what came of it; one that is ended already stays as it is."""
        self._end(job, JobStatus.CANCELLED)
        return self.find(job.id) or job

    def remove(self, job_id: str) -> bool:
        """Remove a job with all that came of it; give whether there was one."""
        with self._change() as database:
            return database.execute("DELETE FROM jobs WHERE id = ?", (job_id,)).rowcount > 0

    def purge(self) -> None:
        """Remove the jobs whose time is past."""
        with self._change() as database:
            database.execute("DELETE FROM jobs WHERE expires <= ?", (_now(),))

    def begin(self, job: Job, total: int, generation: str | None) -> Job:
        """Take note that a job is begun; with another generation than before it begins anew."""
        anew = job.kind is JobKind.DOCUMENTS and job.generation not in (None, generation)
        with self._change() as database:
            begun = database.execute(
                "UPDATE jobs SET status = 'running', total = ?, generation = ?, started = coalesce(started, ?) "
                "WHERE id = ? AND status IN ('waiting', 'running')",
                (total, generation, _now(), job.id),
            ).rowcount
            if begun and anew:
                database.execute("DELETE FROM results WHERE job = ?", (job.id,))
                database.execute("UPDATE jobs SET done = 0, failed = 0 WHERE id = ?", (job.id,))
        return self.find(job.id) or job

    def inputs(self, job: Job) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield the number and body of the inputs that are not done yet."""
        last = job.done - 1
        while page := self._query(
            "SELECT number, body FROM inputs WHERE job = ? AND number > ? ORDER BY number LIMIT ?",
            *(job.id, last, _PAGE),
        ):
            for last, body in page:
                yield last, json.loads(body)

    def write(
        self, job: Job, number: int, rows: Iterable[dict[str, Any]], source: dict[str, Any], *, failed: bool
    ) -> bool:
        """Write what an input gave; False when the job is gone or cancelled."""
        with self._change() as database:
            counted = database.execute(
                "UPDATE jobs SET done = ?, failed = failed + ? WHERE id = ? AND status = 'running'",
                (number + 1, failed, job.id),
            ).rowcount
            if counted:
                lines = "\n".join(map(pack_column, rows))
                values = (job.id, number, lines, pack_column(source))
                database.execute("INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?)", values)
        return counted > 0

    def end(self, job: Job, reason: str | None = None) -> None:
        """Take note that a job is ended; with `reason` it failed. Its inputs are no longer needed."""
        self._end(job, JobStatus.DONE if reason is None else JobStatus.FAILED, reason)

    def _end(self, job: Job, status: JobStatus, reason: str | None = None) -> None:
        expires = (datetime.now(UTC) + KEPT).isoformat(timespec="seconds")
        with self._change() as database:
            database.execute(
                "UPDATE jobs SET status = ?, ended = ?, expires = ?, reason = ? "
                "WHERE id = ? AND status IN ('waiting', 'running')",
                (status, _now(), expires, reason, job.id),
            )
            database.execute("DELETE FROM inputs WHERE job = ?", (job.id,))

    def results(self, job: Job) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
        """Yield what each input gave, in order: where it comes from, and its rows."""
        last = -1
        while page := self._query(
            "SELECT number, source, rows FROM results WHERE job = ? AND number > ? ORDER BY number LIMIT ?",
            *(job.id, last, _PAGE),
        ):
            for last, source, lines in page:  # noqa: B007
                yield json.loads(source), [json.loads(line) for line in lines.split("\n") if line]

    def faults(self, job: Job, most: int) -> list[dict[str, Any]]:
        """Give what failed, in order: the name of the input and the reason."""
        found = self._query(
            "SELECT source FROM results WHERE job = ? AND json_extract(source, '$.reason') IS NOT NULL "
            "ORDER BY number LIMIT ?",
            *(job.id, most),
        )
        return [json.loads(source) for (source,) in found]

    def _query(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with _translate(), self._lock:
            return self._connect().execute(statement, values).fetchall()

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        with _translate(), self._lock, self._connect() as database:
            database.execute("BEGIN IMMEDIATE")
            yield database

    def _connect(self) -> sqlite3.Connection:
        if self._open is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(self._path, timeout=30, check_same_thread=False, isolation_level=None)
            database.executescript(_TABLES)
            database.execute("PRAGMA foreign_keys = ON")
            database.execute("PRAGMA synchronous = NORMAL")
            database.execute("PRAGMA secure_delete = ON")  # what is removed is not to be read back
            self._open = database
        return self._open


@contextmanager
def _translate() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as exc:
        raise Problem(503, "De taken kunnen niet bewaard of gelezen worden in de map van de index.") from exc


def _make_job(row: tuple[Any, ...]) -> Job:
    values = dict(zip(_FIELDS, row, strict=True))
    values |= {"kind": JobKind(values["kind"]), "status": JobStatus(values["status"])}
    return Job(**values | {"asked": json.loads(values["asked"])})


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")

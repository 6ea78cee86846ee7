"""What a run did: for the user, for the log, and in numbers to remember."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assistant.ingestion.journal import ADDED, CHANGED, FAILED, REMOVED, RENAMED, Event
from assistant.ingestion.settle import Outcome, Standing
from assistant.ingestion.state import FolderState
from assistant.types import DocumentRecord, IngestReport, LastRun


def make_report(outcome: Outcome, records: Iterable[DocumentRecord], generation: str) -> IngestReport:
    """Give what a run did; `records` are the documents of the index before."""
    before = {record.path: record.id for record in records}
    standing = outcome.standing
    renamed = {path for path, item in standing.items() if _find_old_path(item, outcome, before) is not None}
    reread = {path for path, item in standing.items() if item.place is not None and path in before}
    changed = reread | {
        path for path, item in standing.items() if before.get(path, item.record.id) != item.record.id
    }
    added = {path for path in standing if path not in before} - renamed
    return IngestReport(
        generation=generation,
        added=tuple(sorted(added)),
        changed=tuple(sorted(changed)),
        removed=tuple(sorted(_find_removed(outcome, before))),
        renamed=tuple(sorted(renamed)),
        unchanged=tuple(sorted(set(standing) - added - changed - renamed)),
        copies=outcome.copies,
        failed=outcome.failures,
        notices=tuple((path, notice) for path, item in standing.items() for notice in item.record.notices),
        documents=len(standing),
        passages=sum(item.record.passages for item in standing.values()),
    )


def find_events(
    outcome: Outcome, records: Iterable[DocumentRecord], state: FolderState, now: str
) -> list[Event]:
    """Give what goes into the log: every change of a document, and every failure that is new."""
    before = {record.path: record.id for record in records}
    events: list[Event] = []
    for path, item in outcome.standing.items():
        old = _find_old_path(item, outcome, before)
        if old is not None:
            events.append(Event(now, RENAMED, path, item.record.id, old_path=old))
        elif path not in before:
            events.append(Event(now, ADDED, path, item.record.id))
        elif before[path] != item.record.id:
            events.append(Event(now, CHANGED, path, item.record.id, old_id=before[path]))
    moved = {item.old.path for item in outcome.standing.values() if item.old is not None}
    gone = [path for path in before if path not in outcome.standing and path not in moved]
    events += [Event(now, REMOVED, path, old_id=before[path]) for path in gone]
    known = {(trouble.path, trouble.reason) for _, file in state.files for trouble in file.troubles}
    events += [
        Event(now, FAILED, failure.path, reason=failure.reason)
        for failure in outcome.failures
        if (failure.path, failure.reason) not in known
    ]
    return sorted(events, key=lambda event: (event.path, event.event))


def sum_up(report: IngestReport, now: str, seconds: float) -> LastRun:
    """Give a run in numbers."""
    return LastRun(
        time=now,
        seconds=round(seconds, 1),
        added=len(report.added),
        changed=len(report.changed),
        removed=len(report.removed),
        renamed=len(report.renamed),
        failed=len(report.failed),
    )


def _find_old_path(item: Standing, outcome: Outcome, before: Mapping[str, str]) -> str | None:
    """Give the path that a document had before it was renamed; None when it was not.

    A document whose old path is still there, as a copy or with other contents, was added.
    """
    old = item.old.path if item.old is not None else None
    if old is None or old == item.record.path or item.record.path in before:
        return None
    present = old in outcome.standing or any(old == path for path, _ in outcome.copies)
    return None if present or any(old == failure.path for failure in outcome.failures) else old


def _find_removed(outcome: Outcome, before: Mapping[str, str]) -> list[str]:
    """Give the paths that are gone with their documents: not renamed, not failed, no copy now."""
    ids = {item.record.id for item in outcome.standing.values()}
    here = {
        *outcome.standing,
        *(path for path, _ in outcome.copies),
        *(item.path for item in outcome.failures),
    }
    return [path for path, document_id in before.items() if path not in here and document_id not in ids]

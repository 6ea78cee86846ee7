"""What has to be read: the files of the folder against the index before and what is remembered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from assistant.ingest import CONTAINERS, LOADERS
from assistant.ingestion.folder import FolderFile
from assistant.ingestion.state import FileState, FolderState
from assistant.ingestion.tasks import Task
from assistant.types import DocumentRecord, Trouble


@dataclass(frozen=True, slots=True)
class Kept:
    """A document of the index before that stays, with the record it has from now on."""

    old: DocumentRecord
    new: DocumentRecord


@dataclass(slots=True)
class Plan:
    """What is to be done. `twins` are pairs of a file and the first file with the same bytes.

    `member_copies` are members that are known to equal a document: triples of the file on disk, the
    member's path and the document's id. `troubles` were found before and are not tried again.
    """

    tasks: list[Task] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    twins: list[tuple[str, str]] = field(default_factory=list)
    member_copies: list[tuple[str, str, str]] = field(default_factory=list)
    troubles: list[tuple[str, Trouble]] = field(default_factory=list)
    before: int = 0
    """The number of documents in the index before."""


@dataclass(frozen=True, slots=True)
class _Before:
    """The index before, seen from the files on disk."""

    by_place: Mapping[tuple[str, str], list[DocumentRecord]]
    """(digest, path) of a file on disk -> the documents in it."""
    by_digest: Mapping[str, list[str]]
    states: Mapping[str, FileState]
    states_by_digest: Mapping[str, tuple[str, FileState]]


def make_plan(
    files: Mapping[str, FolderFile],
    records: Sequence[DocumentRecord],
    state: FolderState,
    asked: Collection[str],
    limits: tuple[int, ...],
) -> Plan:
    """Plan a run; `asked` names the files that are read again whatever is known of them."""
    plan = Plan(before=len(records))
    before = _look_back(records, state)
    first: dict[tuple[str, str], str] = {}
    for name, file in files.items():
        twin = (file.digest, PurePosixPath(name).suffix.lower())
        if twin in first:
            plan.twins.append((name, first[twin]))
            continue
        first[twin] = name
        known = None if name in asked else _find_known(file, before, files)
        if known is None:
            plan.tasks.append(Task(name, file.mark.bytes))
        else:
            _keep(plan, file, *known, again=state.limits != limits)
    return _read_lost_copies(plan, files)


def _look_back(records: Iterable[DocumentRecord], state: FolderState) -> _Before:
    by_place: dict[tuple[str, str], list[DocumentRecord]] = {}
    by_digest: dict[str, list[str]] = {}
    for record in records:
        digest, name = record.container_sha256 or record.sha256, record.container or record.path
        by_place.setdefault((digest, name), []).append(record)
        by_digest.setdefault(digest, []).append(name)
    states = state.by_name()
    return _Before(
        by_place, by_digest, states, {found.digest: (name, found) for name, found in states.items()}
    )


def _find_known(
    file: FolderFile, before: _Before, files: Mapping[str, FolderFile]
) -> tuple[str, list[DocumentRecord], FileState | None] | None:
    """Give the name a file had, its documents and what is remembered of it; None when it must be read."""
    names = before.by_digest.get(file.digest, [])
    suffix = PurePosixPath(file.name).suffix.lower()
    alike = [name for name in names if PurePosixPath(name).suffix.lower() == suffix]
    # A file that is gone was renamed to this one rather than copied.
    ranked = sorted(alike, key=lambda name: (name != file.name, name in files, name))
    for old in ranked[:1]:
        records = before.by_place[file.digest, old]
        state = _find_state(file, before, old)
        if all(_reads_alike(record, old, file.name) for record in records) and (
            state is not None or suffix not in CONTAINERS
        ):
            return old, records, state
        return None
    state = before.states.get(file.name)
    if state is not None and state.digest == file.digest and (state.troubles or state.copies):
        return file.name, [], state
    return None


def _find_state(file: FolderFile, before: _Before, old: str) -> FileState | None:
    state = before.states.get(old)
    if state is not None and state.digest == file.digest:
        return state
    name, state = before.states_by_digest.get(file.digest, ("", None))
    return state if name == old else None


def _reads_alike(record: DocumentRecord, old: str, new: str) -> bool:
    """Tell whether a document would be read as before under the new name: nothing of it came from the name."""
    return old == new or record.path != old or record.date_source != "bestandsnaam"


def _keep(
    plan: Plan,
    file: FolderFile,
    old: str,
    records: list[DocumentRecord],
    state: FileState | None,
    *,
    again: bool,
) -> None:
    """Keep the documents of an unchanged file and try what failed in it again."""

    def move(path: str) -> str:
        return file.name + path[len(old) :]

    for record in records:
        container = record.container and file.name
        plan.kept.append(Kept(record, replace(record, path=move(record.path), container=container)))
    if state is None:
        return
    retried: list[str] = []
    for trouble in state.troubles:
        if trouble.waits and not again:
            plan.troubles.append((file.name, replace(trouble, path=move(trouble.path))))
        else:
            retried.append(move(trouble.path))
    plan.member_copies += [(file.name, move(path), document_id) for path, document_id in state.copies]
    if file.name in retried:
        # Of a container that failed as a whole it is not known what else is in it.
        whole = not records or PurePosixPath(file.name).suffix.lower() not in LOADERS
        plan.tasks.append(Task(file.name, file.mark.bytes, None if whole else tuple(retried)))
    elif retried:
        plan.tasks.append(Task(file.name, file.mark.bytes, tuple(retried)))


def _read_lost_copies(plan: Plan, files: Mapping[str, FolderFile]) -> Plan:
    """Read the members whose equal is no longer kept: one of them is to take its place."""
    kept = {item.new.id for item in plan.kept}
    lost: dict[str, list[str]] = {}
    for name, path, document_id in plan.member_copies:
        if document_id not in kept:
            lost.setdefault(name, []).append(path)
    if not lost:
        return plan
    again = {path for paths in lost.values() for path in paths}
    plan.member_copies = [copy for copy in plan.member_copies if copy[1] not in again]
    tasks = {task.name: task for task in plan.tasks}
    for name, paths in lost.items():
        task = tasks.get(name)
        if task is None:
            tasks[name] = Task(name, files[name].mark.bytes, tuple(paths))
        elif task.only is not None:
            tasks[name] = replace(task, only=(*task.only, *paths))
    plan.tasks = list(tasks.values())
    return plan

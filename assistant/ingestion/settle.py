"""Which documents stand after a run, which files are copies of them, and what failed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assistant.ingest.kinship import Kin, find_kin, mark_kin
from assistant.ingestion.folder import FolderFile
from assistant.ingestion.plan import Plan
from assistant.ingestion.reads import Place, ReadFile
from assistant.ingestion.state import FileState
from assistant.ingestion.tasks import TIME
from assistant.types import DocumentRecord, Failure, Trouble


@dataclass(frozen=True, slots=True)
class Standing:
    """A document that is in the index from now on.

    `old` is its record in the index before, from which its text comes; without one the text lies
    at `place`, where it was read to.
    """

    file: str
    record: DocumentRecord
    old: DocumentRecord | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run comes to. `copies` are pairs of a path and the path that stands for it."""

    standing: Mapping[str, Standing]
    copies: tuple[tuple[str, str], ...]
    troubles: tuple[tuple[str, Trouble], ...]
    member_copies: tuple[tuple[str, str, str], ...]

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Give what failed, by path, each path once."""
        reasons = {trouble.path: trouble.reason for _, trouble in reversed(self.troubles)}
        return tuple(Failure(path, reason) for path, reason in sorted(reasons.items()))


def settle(
    plan: Plan, reads: Mapping[str, ReadFile], refused: Iterable[Failure], since: Mapping[str, str], now: str
) -> Outcome:
    """Put together what was kept and what was read; of equal documents one stands.

    That is the one in a file of its own before the one in a container, then the one with the first
    path: whatever order they came in, the outcome is the same. `since` tells of what failed before
    when that began.
    """
    found: dict[str, Standing] = {}
    for item in plan.kept:
        file = item.new.container or item.new.path
        found[item.new.path] = Standing(file, item.new, item.old)
    troubles = list(plan.troubles)
    for task in plan.tasks:
        read = reads[task.name]
        for path, record in read.records.items():
            found[path] = Standing(task.name, record, None, read.documents[path])
        for path, failure in read.failures.items():
            cause = read.causes[path]
            troubles.append(
                (task.name, Trouble(path, failure.reason, cause, since.get(path, now), cause == TIME))
            )
    troubles += [(failure.path, Trouble(failure.path, failure.reason, "", now)) for failure in refused]
    standing, copies, member_copies = _choose(found, plan)
    broken = {trouble.path: trouble for file, trouble in troubles if trouble.path == file}
    for name, first in plan.twins:
        if first in broken:
            troubles.append((name, replace(broken[first], path=name, since=since.get(name, now))))
        else:
            copies.append((name, first))
    return Outcome(standing, tuple(sorted(copies)), tuple(troubles), tuple(member_copies))


def _choose(
    found: Mapping[str, Standing], plan: Plan
) -> tuple[dict[str, Standing], list[tuple[str, str]], list[tuple[str, str, str]]]:
    """Give what stands by path, and the copies: as pairs of paths, and with file and id to remember."""
    first: dict[str, Standing] = {}
    equal: list[tuple[str, str, str]] = []
    for path, item in sorted(found.items(), key=lambda pair: (pair[1].record.container is not None, pair[0])):
        if first.setdefault(item.record.id, item) is not item:
            equal.append((item.file, path, item.record.id))
    equal += plan.member_copies
    kin = _find_kin([item.record for item in first.values()], plan)
    if kin is not None:
        equal += [(first[one].file, first[one].record.path, other) for one, other in kin.copies.items()]
        equal = [(file, path, kin.copies.get(document_id, document_id)) for file, path, document_id in equal]
        first = {name: item for name, item in first.items() if name not in kin.copies}
        first = {name: replace(item, record=mark_kin(item.record, kin)) for name, item in first.items()}
    standing = {item.record.path: item for item in first.values()}
    copies = [(path, first[document_id].record.path) for _, path, document_id in equal]
    return dict(sorted(standing.items())), copies, equal


def _find_kin(records: list[DocumentRecord], plan: Plan) -> Kin | None:
    """Give which documents have the same text or are versions; None when nothing moved since it was found."""
    unmoved = (
        not plan.tasks and len(records) == plan.before and all(item.old == item.new for item in plan.kept)
    )
    return None if unmoved else find_kin(records)


def remember(outcome: Outcome, files: Mapping[str, FolderFile]) -> tuple[tuple[str, FileState], ...]:
    """Give what is to be remembered of every file."""
    troubles: dict[str, list[Trouble]] = {}
    for file, trouble in outcome.troubles:
        troubles.setdefault(file, []).append(trouble)
    copies: dict[str, list[tuple[str, str]]] = {}
    for file, path, document_id in outcome.member_copies:
        copies.setdefault(file, []).append((path, document_id))
    return tuple(
        (
            name,
            FileState(
                file.digest,
                file.mark,
                tuple(sorted(troubles.get(name, ()), key=lambda trouble: trouble.path)),
                tuple(sorted(copies.get(name, ()))),
            ),
        )
        for name, file in files.items()
    )

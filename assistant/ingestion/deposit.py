"""Files put into the corpus folder and taken out of it, each time with the index that goes with it.

Nothing is half done: a file stands in the folder whole or not at all, and what the index cannot take in or let
go of is put back as it was.
"""

from __future__ import annotations

import errno
import hashlib
import os
import secrets
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from assistant.config import Settings
from assistant.errors import DocumentError, FolderError, IndexLocked, UsageError
from assistant.ingest.files import HIDDEN
from assistant.ingest.load import check_kind
from assistant.ingestion.run import ingest
from assistant.ingestion.state import load_state
from assistant.types import DocumentRecord, Failure, IngestReport

_MARK: Final = ".leeswijzer-"
"""What the names of our own passing files begin with; no ingest looks at them."""
_STALE_S: Final = 86_400
"""A passing file of that age is left of a process that ended."""
_MOST_NAME_BYTES: Final = 200
"""File systems allow 255; Office and archives put something before or behind it."""
_PATIENCE_S: Final = 20.0
"""So long another ingest is waited for."""
_PAUSE_S: Final = 0.25
_REASONS: Final = {
    errno.ENOENT: "de map bestaat niet",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijfruimte is op",
    errno.EACCES: "de dienst heeft daar geen schrijfrecht",
    errno.EPERM: "de dienst heeft daar geen schrijfrecht",
    errno.EROFS: "de schijf is alleen te lezen",
}
_TAKEN: Final = (
    "er is al een ander bestand met deze naam; geef dit een andere naam, of verwijder eerst het andere"
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that came in: its name in the folder, the passing file that holds it, and its SHA-256."""

    name: str
    place: Path
    digest: str


@dataclass(frozen=True, slots=True)
class Deposit:
    """What became of arrivals: the paths of the files that hold them now, and what was not taken in."""

    paths: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = ()
    added: bool = False
    """Whether anything is there that was not there before."""


def read_name(given: str) -> str:
    """Give the name that a file called `given` gets in the folder: folders before it do not count.

    Raises UsageError, in words that go behind the name, for a name that is hidden, too long or not to be
    seen whole, and for a kind that is not read.
    """
    name = unicodedata.normalize("NFC", PurePosixPath(given.replace("\\", "/")).name).strip()
    if not name:
        raise UsageError("het bestand heeft geen naam")
    if name.startswith(HIDDEN):
        raise UsageError(f"een naam die met '{name[0]}' begint, is van een verborgen bestand")
    if any(unicodedata.category(char)[0] == "C" for char in name):
        raise UsageError("de naam bevat tekens die niet te zien zijn")
    if len(name.encode()) > _MOST_NAME_BYTES:
        raise UsageError(f"de naam is te lang (hoogstens {_MOST_NAME_BYTES} tekens)")
    try:
        check_kind(name)
    except DocumentError as error:
        raise UsageError(error.reason) from error
    return name


def receive_file(settings: Settings, name: str, stream: BinaryIO) -> Arrival:
    """Copy what comes in to a passing file in the folder. Raises FolderError when the disk refuses."""
    place = settings.corpus / f"{_MARK}{secrets.token_hex(8)}"
    digest = hashlib.sha256()
    try:
        with place.open("xb") as held:
            while chunk := stream.read(1 << 20):
                digest.update(chunk)
                held.write(chunk)
            held.flush()
            os.fsync(held.fileno())
    except OSError as exc:
        place.unlink(missing_ok=True)
        raise _refused(exc) from exc
    return Arrival(name, place, digest.hexdigest())


def add_files(settings: Settings, arrivals: Sequence[Arrival], records: Sequence[DocumentRecord]) -> Deposit:
    """Put files into the folder and read them in; `records` are the documents that there are.

    Bytes that the folder holds already are not put there again. What cannot be read at all is taken out
    again and named. Raises what `ingest` raises, and FolderError; then nothing has changed.
    """
    try:
        known = _find_known(settings, arrivals, records)
        new = {arrival.digest: arrival for arrival in arrivals if arrival.digest not in known}
        if not new:
            return Deposit(tuple(known.values()))
        taken: list[Arrival] = []
        report = _ingest(settings, lambda: _placed(settings.corpus, new.values(), taken))
    finally:
        for arrival in arrivals:
            arrival.place.unlink(missing_ok=True)
    names = [arrival.name for arrival in new.values() if arrival not in taken]
    standing = [name for name in names if _stands(report, name)]
    broken = sorted(set(names) - set(standing))
    with suppress(IndexLocked):  # it then stays, and is named by every ingest
        if broken:
            _ingest(settings, lambda: _hidden(settings.corpus, broken))
    found = tuple(failure for failure in report.failed if _holder(failure.path, names) is not None)
    originals = dict(report.copies)
    paths = (*known.values(), *(originals.get(name, name) for name in standing))
    refused = tuple(Failure(arrival.name, _TAKEN) for arrival in taken)
    return Deposit(paths, (*refused, *found), added=bool(standing))


def remove_document(settings: Settings, record: DocumentRecord) -> IngestReport:
    """Take the file of a document out of the folder, and all files with the same bytes; give what was done.

    When it returns no new question is answered from them. Raises UsageError, naming the archive, for what is
    (also) a member of one; what `ingest` raises; and FolderError. Then nothing has changed.
    """
    files = load_state(settings.index).by_name()
    holders = [record.container] if record.container else []
    holders += [name for name, file in files.items() if record.id in (one for _, one in file.copies)]
    if holders:
        raise UsageError(
            f"Dit document zit in '{holders[0]}' en kan niet los verwijderd worden. "
            f"Haal '{holders[0]}' zelf uit de documentenmap, en voer daarna uit: leeswijzer ingest",
            "id",
        )
    alike = {name for name, file in files.items() if file.digest == record.sha256}
    return _ingest(settings, lambda: _hidden(settings.corpus, sorted({record.path, *alike})))


def sweep(corpus: Path) -> None:
    """Remove the passing files of processes that ended in the middle."""
    for place in corpus.glob(f"{_MARK}*"):
        with suppress(OSError):
            if time.time() - place.stat().st_mtime > _STALE_S:
                place.unlink()


def _ingest(settings: Settings, change: Callable[[], AbstractContextManager[object]]) -> IngestReport:
    """Bring the index in step with a change; waits a while for another ingest to end."""
    until = time.monotonic() + _PATIENCE_S
    while True:
        try:
            return ingest(settings, change=change())
        except IndexLocked:
            if time.monotonic() > until:
                raise
            time.sleep(_PAUSE_S)


def _find_known(
    settings: Settings, arrivals: Iterable[Arrival], records: Iterable[DocumentRecord]
) -> dict[str, str]:
    """Give the path of the file in the folder that has the bytes of an arrival, by its digest."""
    wanted = {arrival.digest for arrival in arrivals}
    known: dict[str, str] = {}
    for record in records:
        digest, name = record.container_sha256 or record.sha256, record.container or record.path
        if digest in wanted and _hash(settings.corpus / name) == digest:
            known[digest] = name
    return known


def _hash(path: Path) -> str | None:
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


@contextmanager
def _placed(corpus: Path, arrivals: Iterable[Arrival], taken: list[Arrival]) -> Iterator[None]:
    """Give arrivals their names; away again when something goes wrong. `taken` gets those that cannot have it."""
    placed: list[Path] = []
    try:
        for arrival in arrivals:
            target = corpus / arrival.name
            if _give_name(arrival.place, target):
                placed.append(target)
            else:
                taken.append(arrival)
        yield
    except BaseException:
        for target in placed:
            target.unlink(missing_ok=True)
        raise


def _give_name(place: Path, target: Path) -> bool:
    """Give a passing file its name, unless there is one of that name."""
    try:
        if not target.exists():
            place.rename(target)
            return True
    except OSError as exc:
        raise _refused(exc) from exc
    return False


@contextmanager
def _hidden(corpus: Path, names: Iterable[str]) -> Iterator[None]:
    """Hide files, and remove them in the end; they come back when something goes wrong."""
    hidden: list[tuple[Path, Path]] = []
    try:
        for name in names:
            path = corpus / name
            place = corpus / f"{_MARK}{secrets.token_hex(8)}"
            _hide(path, place)
            hidden.append((path, place))
        yield
    except BaseException:
        for path, place in hidden:
            with suppress(FileNotFoundError):
                place.rename(path)
        raise
    for _, place in hidden:
        place.unlink(missing_ok=True)


def _hide(path: Path, place: Path) -> None:
    """Rename a file; one that is gone already is as it should be."""
    try:
        with suppress(FileNotFoundError):
            path.rename(place)
    except OSError as exc:
        raise _refused(exc) from exc


def _stands(report: IngestReport, name: str) -> bool:
    """Tell whether a document of this file, or one that equals it, is in the index."""
    paths = (*report.added, *report.changed, *report.renamed, *report.unchanged)
    return any(_holder(path, (name,)) for path in (*paths, *(copy for copy, _ in report.copies)))


def _holder(path: str, names: Iterable[str]) -> str | None:
    """Give the file that `path` is, or is a member of."""
    return next((name for name in names if path == name or path.startswith(f"{name}/")), None)


def _refused(error: OSError) -> FolderError:
    reason = _REASONS.get(error.errno or 0, "fout van de schijf")
    return FolderError(f"De documentenmap kan niet beschreven worden: {reason}. Er is niets veranderd.")

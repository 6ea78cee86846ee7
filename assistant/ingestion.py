"""From a folder of files to a new generation of the index: read, cut, extract, embed, write."""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_all_start_methods, get_context
from multiprocessing.context import BaseContext
from pathlib import Path

from assistant import __version__
from assistant.config import Settings
from assistant.embed import Encoder, make_encoder
from assistant.errors import DocumentError, UnusableIndex, UsageError
from assistant.extract import find_extracts
from assistant.index import Index, IndexEntry, open_index, write_generation
from assistant.index.generations import INGEST_LOCK_FILE, lock_index
from assistant.ingest import cut_passages, describe_engine, find_files, load_document
from assistant.types import Document, DocumentRecord, Extract, Failure, IngestReport, Passage

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class _Read:
    """What a worker gives back for one file: a document with its parts, or why there is none."""

    path: str
    document: Document | None = None
    passages: tuple[Passage, ...] = ()
    extracts: tuple[Extract, ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class _Plan:
    """The files of the folder against the documents of the index before."""

    fresh: tuple[Path, ...]
    kept: tuple[tuple[str, str], ...]
    copies: tuple[tuple[str, str], ...]
    failures: tuple[Failure, ...]
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: tuple[str, ...]


def ingest(
    settings: Settings, paths: Sequence[Path] = (), *, progress: Progress | None = None
) -> IngestReport:
    """Bring the index in step with the corpus folder; give what was done.

    With `paths` those files and folders (inside the corpus folder) are read again although they are
    unchanged; what was added, changed or removed elsewhere is taken along as always.
    `progress(stage, done, total)` is called along the way. One bad file never
    stops the others: it is in the report. Raises UsageError for a folder that does not exist,
    IndexLocked when another ingest runs, EncoderError.
    """
    root = settings.corpus
    if not root.exists():
        raise UsageError(f"De map met documenten '{root}' bestaat niet.", "corpus")
    if not root.is_dir():
        raise UsageError(f"'{root}' is geen map. Geef met --corpus de map met documenten op.", "corpus")
    report = progress or (lambda stage, done, total: None)
    encoder = make_encoder(settings)
    asked = frozenset(name for path in paths for name in _names_below(root, path))
    with lock_index(settings.index, INGEST_LOCK_FILE):
        return _ingest(settings, asked, encoder, report)


def _ingest(settings: Settings, asked: frozenset[str], encoder: Encoder, report: Progress) -> IngestReport:
    before = _open_before(settings, encoder)
    try:
        plan = _make_plan(settings, asked, before)
        reads, plan = _settle_twins(list(_read_files(settings, plan.fresh, report)), plan)
        found = (*plan.failures, *(read.failure for read in reads if read.failure))
        failures = tuple(sorted(found, key=_by_path))
        if before is not None and not _differs(plan, reads, failures, before):
            return _report(plan, reads, failures, before.generation, before)
        entries = _entries(plan, reads, before)
        generation = write_generation(settings.index, entries, encoder, failures=failures, progress=report)
        _save_manner(settings)
    finally:
        if before is not None:
            before.close()
    with open_index(settings.index, encoder) as after:
        return _report(plan, reads, failures, generation, after)


def _open_before(settings: Settings, encoder: Encoder) -> Index | None:
    """Give the index there is; None when it cannot be built upon, so that all is read anew.

    That is when it is missing, damaged, made by another model, or read in another manner.
    """
    if _load_manner(settings) != _manner(settings):
        return None
    try:
        return open_index(settings.index, encoder)
    except UnusableIndex:
        return None


_MANNER_FILE = "manner.json"


def _manner(settings: Settings) -> dict[str, object]:
    """Give what decides how a file is read and cut, beside the file itself."""
    return {
        "version": __version__,
        "passage_chars": settings.passage_chars,
        "ocr": describe_engine() if settings.ocr != "off" else None,
    }


def _load_manner(settings: Settings) -> object:
    path = settings.index / _MANNER_FILE
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _save_manner(settings: Settings) -> None:
    path = settings.index / _MANNER_FILE
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(_manner(settings), sort_keys=True), encoding="utf-8")
    fresh.replace(path)


def _settle_twins(reads: list[_Read], plan: _Plan) -> tuple[list[_Read], _Plan]:
    """Name copies of what could not be read as failed too, and keep one of two files with the same bytes."""
    reasons = {read.path: read.failure.reason for read in reads if read.failure}
    broken = tuple(Failure(name, reasons[first]) for name, first in plan.copies if first in reasons)
    copies = [pair for pair in plan.copies if pair[1] not in reasons]
    first_of = {document_id: name for document_id, name in plan.kept}
    kept: list[_Read] = []
    for read in reads:
        if read.document is not None and read.document.id in first_of:
            copies.append((read.path, first_of[read.document.id]))
            continue
        if read.document is not None:
            first_of[read.document.id] = read.path
        kept.append(read)
    return kept, replace(plan, copies=tuple(copies), failures=(*plan.failures, *broken))


def _by_path(failure: Failure) -> str:
    return failure.path


def _make_plan(settings: Settings, asked: frozenset[str], before: Index | None) -> _Plan:
    root = settings.corpus
    files = {path.relative_to(root).as_posix(): path for path in find_files(root)}
    known = {record.path: record for record in before.records()} if before else {}
    by_hash = {record.sha256: record for record in known.values()}
    failures: list[Failure] = []
    fresh: list[Path] = []
    kept: list[tuple[str, str]] = []
    copies: list[tuple[str, str]] = []
    added: list[str] = []
    changed: list[str] = []
    renamed: list[str] = []
    taken: dict[tuple[str, str], str] = {}
    for name, path in files.items():
        try:
            name.encode()
            digest = _hash_file(path, settings.max_file_bytes)
        except UnicodeEncodeError:
            shown = name.encode(errors="replace").decode()
            failures.append(
                Failure(shown, "de bestandsnaam is geen geldige UTF-8; geef het bestand een andere naam")
            )
            continue
        except OSError as exc:
            failures.append(Failure(name, f"kan niet worden gelezen ({exc.strerror or exc})"))
            continue
        twin = (digest, path.suffix.lower())
        if twin in taken:
            copies.append((name, taken[twin]))
            continue
        taken[twin] = name
        same = by_hash.get(digest)
        if same is not None and name not in asked and _reads_alike(same, name):
            kept.append((same.id, name))
            if same.path != name and same.path not in files:
                renamed.append(name)
            elif same.path != name:
                added.append(name)
            continue
        (changed if name in known else added).append(name)
        fresh.append(path)
    moved = {document_id for document_id, _ in kept}
    removed = [name for name, record in known.items() if name not in files and record.id not in moved]
    return _Plan(
        tuple(fresh),
        tuple(kept),
        tuple(copies),
        tuple(failures),
        tuple(added),
        tuple(changed),
        tuple(removed),
        tuple(renamed),
    )


def _reads_alike(record: DocumentRecord, name: str) -> bool:
    """Tell whether a file under this name would be read as the one before: same loader, no date from the name."""
    if name == record.path:
        return True
    same_kind = Path(name).suffix.lower() == Path(record.path).suffix.lower()
    return same_kind and record.date_source != "bestandsnaam"


def _names_below(root: Path, path: Path) -> list[str]:
    place = path if path.is_absolute() or path.exists() else root / path
    if not place.exists():
        raise UsageError(f"'{path}' bestaat niet.", "paden")
    resolved, base = place.resolve(), root.resolve()
    if not resolved.is_relative_to(base):
        raise UsageError(f"'{path}' ligt niet in de map met documenten '{root}'.", "paden")
    found = [resolved] if resolved.is_file() else [file for file in resolved.rglob("*") if file.is_file()]
    return [file.relative_to(base).as_posix() for file in found]


def _hash_file(path: Path, limit: int) -> str:
    """Give the SHA-256 of the bytes; of a file over the limit only name and size count, as it is never read."""
    size = path.stat().st_size
    if size > limit:
        return f"te groot:{path}:{size}"
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _read_files(settings: Settings, files: Sequence[Path], report: Progress) -> Iterator[_Read]:
    """Read files in worker processes, in order; a worker that dies costs only the file it read."""
    total = len(files)
    report("lezen", 0, total)
    workers = min(settings.workers or os.cpu_count() or 1, total)
    if workers < 2:
        reads: Iterator[_Read] = (_read_file(path, settings) for path in files)
    else:
        reads = _read_in_pool(settings, files, workers)
    for done, read in enumerate(reads, start=1):
        yield read
        report("lezen", done, total)


def _read_in_pool(settings: Settings, files: Sequence[Path], workers: int) -> Iterator[_Read]:
    broken: list[Path] = []
    with ProcessPoolExecutor(workers, mp_context=_context()) as pool:
        futures = [(path, pool.submit(_read_file, path, settings)) for path in files]
        for path, future in futures:
            try:
                read = future.result()
            except BrokenProcessPool:
                broken.append(path)
                continue
            yield read
    # One file killed its worker and so the pool: each that was left gets a worker of its own.
    for path in broken:
        with ProcessPoolExecutor(1, mp_context=_context()) as pool:
            try:
                read = pool.submit(_read_file, path, settings).result()
            except BrokenProcessPool:
                name = path.relative_to(settings.corpus).as_posix()
                reason = "het lezen is afgebroken (het bestand laat het programma vastlopen)"
                read = _Read(name, failure=Failure(name, reason))
        yield read


def _context() -> BaseContext:
    """Give how workers start: a fork costs nothing, but only a program without other threads may do it."""
    alone = threading.active_count() == 1 and "fork" in get_all_start_methods()
    return get_context("fork" if alone else "spawn")


def _read_file(path: Path, settings: Settings) -> _Read:
    name = path.relative_to(settings.corpus).as_posix()
    try:
        document = load_document(path, settings.corpus, settings)
        passages = cut_passages(document, settings.passage_chars)
        facts = find_extracts(document.text, document_date=document.date, origin=document.origin)
    except DocumentError as exc:
        return _Read(name, failure=Failure(name, exc.reason))
    except Exception as exc:  # the batch goes on: a fault of ours on one file is reported as that file's
        return _Read(
            name, failure=Failure(name, f"onverwachte fout bij het lezen ({type(exc).__name__}: {exc})")
        )
    return _Read(name, document, passages, tuple(facts))


def _differs(plan: _Plan, reads: Sequence[_Read], failures: tuple[Failure, ...], before: Index) -> bool:
    if any(read.document is not None for read in reads) or plan.removed or plan.renamed:
        return True
    names = {record.id: record.path for record in before.records()}
    moved = any(names.get(document_id) != name for document_id, name in plan.kept)
    return moved or len(plan.kept) != len(names) or failures != tuple(sorted(before.failures, key=_by_path))


def _entries(plan: _Plan, reads: Iterable[_Read], before: Index | None) -> Iterator[IndexEntry]:
    """Give the documents of the new generation by path: read ones, and kept ones with their vectors."""
    read_by_path = {read.path: read for read in reads if read.document is not None}
    kept_by_path = {name: document_id for document_id, name in plan.kept}
    for name in sorted({*read_by_path, *kept_by_path}):
        if name in read_by_path:
            read = read_by_path[name]
            assert read.document is not None
            yield IndexEntry(read.document, read.passages, read.extracts, None)
        elif before is not None:
            document = before.document(kept_by_path[name])
            facts = tuple(fact for _, fact in before.extracts(None, (document.id,)))
            passages = before.passages_of(document.id)
            kept = replace(document, path=name, layout=before.layout_of(document.id))
            yield IndexEntry(kept, passages, facts, before.vectors_of(document.id))


def _report(
    plan: _Plan, reads: Sequence[_Read], failures: tuple[Failure, ...], generation: str, index: Index
) -> IngestReport:
    broken = {failure.path for failure in failures} | {name for name, _ in plan.copies}
    renamed = set(plan.renamed)
    notices = [(record.path, notice) for record in index.records() for notice in record.notices]
    unchanged = sorted(name for _, name in plan.kept if name not in renamed and name not in plan.added)
    return IngestReport(
        generation=generation,
        added=tuple(sorted(name for name in plan.added if name not in broken)),
        changed=tuple(sorted(name for name in plan.changed if name not in broken)),
        removed=tuple(sorted(plan.removed)),
        renamed=tuple(sorted(plan.renamed)),
        unchanged=tuple(unchanged),
        copies=tuple(sorted(plan.copies)),
        failed=failures,
        notices=tuple(sorted(notices)),
        documents=len(index.records()),
        passages=index.sizes.passages,
    )

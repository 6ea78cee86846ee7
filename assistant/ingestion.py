"""From a folder of files to a new generation of the index: read, cut, extract, embed, write."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

from assistant.config import Settings
from assistant.embed import make_encoder
from assistant.errors import DocumentError, UnusableIndex, UsageError
from assistant.extract import find_extracts
from assistant.index import Index, IndexEntry, open_index, write_generation
from assistant.ingest import cut_passages, find_files, load_document
from assistant.types import Document, Extract, Failure, IngestReport, Passage

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

    With `paths` only those files and folders (inside the corpus folder) are read again; the rest of
    the index stays. `progress(stage, done, total)` is called along the way. One bad file never
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
    before = _open_before(settings, encoder)
    try:
        plan = _make_plan(settings, paths, before)
        reads = list(_read_files(settings, plan.fresh, report))
        failures = tuple(
            sorted((*plan.failures, *(read.failure for read in reads if read.failure)), key=_by_path)
        )
        if before is not None and not _differs(plan, reads, failures, before):
            return _report(plan, reads, failures, before.generation, before)
        entries = _entries(plan, reads, before)
        generation = write_generation(settings.index, entries, encoder, failures=failures, progress=progress)
    finally:
        if before is not None:
            before.close()
    with open_index(settings.index, encoder) as after:
        return _report(plan, reads, failures, generation, after)


def _open_before(settings: Settings, encoder: object) -> Index | None:
    """Give the index there is; None when it is missing, damaged or made by another model: all is read anew."""
    try:
        return open_index(settings.index, encoder)  # type: ignore[arg-type]
    except UnusableIndex:
        return None


def _by_path(failure: Failure) -> str:
    return failure.path


def _make_plan(settings: Settings, paths: Sequence[Path], before: Index | None) -> _Plan:
    root = settings.corpus
    files = {path.relative_to(root).as_posix(): path for path in find_files(root)}
    asked = {name for path in paths for name in _names_below(root, path)}
    known = {record.path: record for record in before.records()} if before else {}
    by_hash = {record.sha256: record for record in known.values()}
    failures: list[Failure] = []
    fresh: list[Path] = []
    kept: list[tuple[str, str]] = []
    copies: list[tuple[str, str]] = []
    added: list[str] = []
    changed: list[str] = []
    renamed: list[str] = []
    taken: dict[str, str] = {}
    for name, path in files.items():
        try:
            digest = _hash_file(path, settings.max_file_bytes)
        except OSError as exc:
            failures.append(Failure(name, f"kan niet worden gelezen ({exc.strerror or exc})"))
            continue
        if digest in taken:
            copies.append((name, taken[digest]))
            continue
        taken[digest] = name
        same = by_hash.get(digest)
        if same is not None and name not in asked:
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
    workers = settings.workers or os.cpu_count() or 1
    if workers == 1 or total < 3:
        for done, path in enumerate(files, start=1):
            yield _read_file(path, settings)
            report("lezen", done, total)
        return
    done = 0
    waiting = list(files)
    while waiting:
        with ProcessPoolExecutor(min(workers, len(waiting)), mp_context=get_context("spawn")) as pool:
            futures = [pool.submit(_read_file, path, settings) for path in waiting]
            left: list[Path] = []
            for path, future in zip(waiting, futures, strict=True):
                try:
                    read = future.result()
                except BrokenProcessPool:
                    left.append(path)
                    continue
                yield read
                done += 1
                report("lezen", done, total)
        if left and len(left) == len(waiting):
            # The pool died before any file came back: its first file is the suspect, read the rest without it.
            name = left[0].relative_to(settings.corpus).as_posix()
            yield _Read(
                name,
                failure=Failure(name, "het lezen is afgebroken (het bestand laat het programma vastlopen)"),
            )
            done += 1
            report("lezen", done, total)
            left = left[1:]
        waiting = left


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
            yield IndexEntry(replace(document, path=name), passages, facts, before.vectors_of(document.id))


def _report(
    plan: _Plan, reads: Sequence[_Read], failures: tuple[Failure, ...], generation: str, index: Index
) -> IngestReport:
    broken = {failure.path for failure in failures}
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

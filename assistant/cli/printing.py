"""What a person reads in the terminal: answers, passages, reports. Control characters never pass."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Final

from assistant.types import (
    Answer,
    Citation,
    DocumentRecord,
    Failure,
    Hit,
    IngestReport,
    LastRun,
    Status,
    Tally,
    Trouble,
)

_MOST_COLUMNS: Final = 100
_MOST_NAMES: Final = 20
_MOST_PLACES: Final = 50
_CONTROLS: Final = {code: "�" for code in (*range(32), *range(0x7F, 0xA0)) if code not in (9, 10)}


def clean(text: str) -> str:
    """Give `text` without control characters: a document must not steer the terminal."""
    return text.translate(_CONTROLS)


def clean_line(text: str) -> str:
    """Give `text` on one line, without control characters."""
    return " ".join(clean(text).split())


def show(lines: Iterable[str]) -> None:
    """Print lines on stdout."""
    for line in lines:
        sys.stdout.write(f"{line}\n")


def warn(message: str) -> None:
    """Print one line on stderr."""
    sys.stderr.write(clean_line(message) + "\n")


def format_answer(answer: Answer) -> Iterator[str]:
    """Yield the lines of an answer with its sources."""
    if answer.resolved:
        yield from _wrap(f"Begrepen als: {answer.resolved}")
        yield ""
    if answer.short:
        yield bold(clean(answer.short))
        yield ""
    yield from _wrap(answer.text)
    if answer.citations:
        yield ""
        yield bold("Bronnen")
        for citation in answer.citations:
            yield from _format_citation(citation, f"[{citation.number}]")
    if answer.tally is not None:
        yield from _format_tally(answer.tally)
    if not answer.answered and answer.nearby:
        yield ""
        yield bold("Dit is geen antwoord, wel het dichtstbij:")
        for citation in answer.nearby:
            yield from _format_citation(citation, "  -")
    if answer.suggestions:
        yield ""
        yield bold("Verder vragen")
        for question in answer.suggestions:
            yield f"  - {clean_line(question)}"
    searched = answer.completeness
    failed = f"; {searched.failed} bestand(en) konden niet gelezen worden" if searched.failed else ""
    yield ""
    yield f"Doorzocht: {searched.searched} van {searched.documents} documenten{failed}."


def format_hits(hits: Sequence[Hit], records: Iterable[DocumentRecord]) -> Iterator[str]:
    """Yield the lines of ranked passages."""
    by_id = {record.id: record for record in records}
    if not hits:
        yield "Niets gevonden."
    for place, hit in enumerate(hits, 1):
        record, passage = by_id[hit.passage.document_id], hit.passage
        yield bold(f"{place}. {clean_line(record.title)}") + f"  ({hit.score:.2f})"
        yield "   " + _describe_place(record.path, record.date, passage.page)
        yield from _format_heading(passage.heading, record.title, "   ")
        yield from _wrap(passage.text, "   ")
        yield ""


def format_report(report: IngestReport) -> Iterator[str]:
    """Yield the lines of what an ingest did."""
    copies = tuple(f"{copy} (gelijk aan {original})" for copy, original in report.copies)
    for name, paths in (
        ("Toegevoegd", report.added),
        ("Gewijzigd", report.changed),
        ("Verwijderd", report.removed),
        *((("Hernoemd", report.renamed),) if report.renamed else ()),
        *((("Dubbel", copies),) if copies else ()),
    ):
        yield from _format_paths(name, paths)
    yield f"Mislukt: {len(report.failed)}"
    for reason, paths in _group(report.failed):
        yield f"  {len(paths)} x {reason}"
    yield f"Ongewijzigd: {len(report.unchanged)}"
    for path, notice in report.notices:
        yield f"Let op: {clean_line(path)}: {clean_line(notice)}"
    yield f"De index telt {report.documents} documenten en {report.passages} passages."


def format_changes(report: IngestReport) -> Iterator[str]:
    """Yield the lines of what a run did while the folder is followed: nothing when nothing changed."""
    for name, paths in (
        ("toegevoegd", report.added),
        ("gewijzigd", report.changed),
        ("verwijderd", report.removed),
        ("hernoemd", report.renamed),
    ):
        for path in paths[:_MOST_NAMES]:
            yield f"{datetime.now():%H:%M:%S} {name}: {clean_line(path)}"
        if len(paths) > _MOST_NAMES:
            yield f"{datetime.now():%H:%M:%S} {name}: ... en nog {len(paths) - _MOST_NAMES}"


def list_failures(failures: Iterable[Failure]) -> Iterator[str]:
    """Yield a line for every file that failed, those with the same reason together."""
    for reason, paths in _group(failures):
        for path in paths:
            yield f"mislukt: {path}: {reason}"


def _group(failures: Iterable[Failure]) -> list[tuple[str, list[str]]]:
    """Give the files by reason, the reason that most share first."""
    groups: dict[str, list[str]] = {}
    for failure in failures:
        groups.setdefault(clean_line(failure.reason), []).append(clean_line(failure.path))
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))


def format_status(status: Status, kinds: Mapping[str, int] = MappingProxyType({})) -> Iterator[str]:
    """Yield the lines of the state of an index; `kinds` counts documents by the name of their kind."""
    for name, value in (
        ("Documenten", str(status.documents)),
        *((("Soorten", ", ".join(f"{count} {kind}" for kind, count in kinds.items())),) if kinds else ()),
        ("Passages", str(status.passages)),
        ("Nieuwste", status.newest or "onbekend"),
        *((("Ingelezen", _describe_run(status.last)),) if status.last else ()),
        ("Model", f"{status.model} ({status.dimension} dimensies)"),
        ("Taalontleding", status.analyser),
        ("Index", f"{status.generation} ({_format_bytes(status.bytes)})"),
        ("Mislukt", str(len(status.failures))),
    ):
        yield f"{name + ':':<15}{clean(value)}"
    for trouble in status.troubles or [Trouble(item.path, item.reason) for item in status.failures]:
        since = f" (sinds {_format_time(trouble.since)})" if trouble.since else ""
        yield f"  {clean_line(trouble.path)}: {clean_line(trouble.reason)}{since}"
        if trouble.waits:
            yield "    wordt pas opnieuw geprobeerd als het bestand of de grens verandert, of met het pad erbij"


def _describe_run(run: LastRun) -> str:
    counts = (
        ("toegevoegd", run.added),
        ("gewijzigd", run.changed),
        ("verwijderd", run.removed),
        ("hernoemd", run.renamed),
    )
    done = ", ".join(f"{count} {name}" for name, count in counts if count) or "niets veranderd"
    return f"{_format_time(run.time)} ({done}; {run.seconds:.1f} s)".replace(".", ",")


def _format_time(time: str) -> str:
    """Give a time in UTC as the day and hour here; as it is when it is none."""
    try:
        return f"{datetime.fromisoformat(time).astimezone():%d-%m-%Y %H:%M}"
    except ValueError:
        return clean_line(time)


def bold(text: str) -> str:
    """Give `text` in bold where the terminal can show it (and NO_COLOR is not set)."""
    if sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb":
        return f"\033[1m{text}\033[0m"
    return text


def _format_citation(citation: Citation, mark: str) -> Iterator[str]:
    yield f"{mark} {clean_line(citation.title)}"
    yield "    " + _describe_place(citation.path, citation.date, citation.page)
    if citation.newer:
        yield f"    Ouder: een document van {clean_line(citation.newer)} zegt iets anders."
    yield from _format_heading(citation.heading, citation.title, "    ")
    yield from _wrap(f"“{citation.quote}”", "    ")


def _format_tally(tally: Tally) -> Iterator[str]:
    """Yield the places behind a count, as far as a terminal can show them."""
    if not tally.mentions:
        return
    yield ""
    yield bold(f"Vindplaatsen ({len(tally.mentions)})")
    for mention in tally.mentions[:_MOST_PLACES]:
        yield "  - " + _describe_place(mention.path, mention.date, mention.page)
        yield from _wrap(f"“{' '.join(mention.quote.split())}”", "    ")
    if len(tally.mentions) > _MOST_PLACES:
        yield f"  ... en nog {len(tally.mentions) - _MOST_PLACES}; met --json ziet u ze alle."


def _format_heading(path: Sequence[str], title: str, indent: str) -> Iterator[str]:
    """Yield the heading path on one line, without the title that stands above it already."""
    headings = [clean_line(heading) for heading in path if heading != title]
    if headings:
        yield indent + " › ".join(headings)


def _describe_place(path: str, date: str | None, page: int | None) -> str:
    parts = [clean_line(path), *([date] if date else []), *([f"p. {page}"] if page else [])]
    return ", ".join(parts)


def _format_paths(name: str, paths: Sequence[str]) -> Iterator[str]:
    yield f"{name}: {len(paths)}"
    for path in paths[:_MOST_NAMES]:
        yield f"  {clean_line(path)}"
    if len(paths) > _MOST_NAMES:
        yield f"  ... en nog {len(paths) - _MOST_NAMES}"


def _wrap(text: str, indent: str = "") -> Iterator[str]:
    width = max(40, min(shutil.get_terminal_size().columns, _MOST_COLUMNS))
    for line in clean(text).split("\n"):
        yield from textwrap.wrap(
            line,
            width,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]


def _format_bytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")

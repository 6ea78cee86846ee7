"""The commands `ingest`, `status`, `serve` and `evaluate`."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from pkgutil import resolve_name

from assistant.cli.printing import (
    clean_line,
    format_changes,
    format_report,
    format_status,
    list_failures,
    show,
    warn,
)
from assistant.cli.progress import show_progress
from assistant.config import PACKAGE_DIR, Settings
from assistant.errors import LeeswijzerError, UsageError
from assistant.types import Failure, IngestReport
from assistant.wire import Inleesverslag, Status
from assistant.wire.state import name_kinds


def run_ingest(given: argparse.Namespace, settings: Settings) -> int:
    """Read the documents and make the index; 1 when some could not be read."""
    if given.watch:
        return _watch(given, settings)
    from assistant.ingestion import ingest

    with show_progress("Inlezen") as step:
        report = ingest(settings, given.paths, fresh=given.fresh, progress=step)
    if given.json:
        show([Inleesverslag.from_report(report).to_json(indent=2)])
    else:
        show(format_report(report))
    for line in list_failures(report.failed):
        warn(line)
    return 1 if report.failed else 0


def _watch(given: argparse.Namespace, settings: Settings) -> int:
    """Follow the folder until interrupted, and say what each run did."""
    from assistant.ingestion import watch

    if given.json:
        raise UsageError("--watch gaat niet samen met --json.", "watch")
    show([f"Volgt de map {clean_line(str(settings.corpus))} (stoppen met Ctrl-C)"])
    sys.stdout.flush()
    known: frozenset[Failure] = frozenset()
    try:
        for outcome in watch(settings, given.paths, fresh=given.fresh):
            known = _tell(outcome, known)
    except KeyboardInterrupt:
        show(["Gestopt."])
    return 0


def _tell(outcome: IngestReport | LeeswijzerError, known: frozenset[Failure]) -> frozenset[Failure]:
    """Say what a run did and what fails in it that did not before; give what fails now."""
    if isinstance(outcome, LeeswijzerError):
        warn(f"leeswijzer: {outcome}")
        return known
    show(format_changes(outcome))
    sys.stdout.flush()
    for line in list_failures(failure for failure in outcome.failed if failure not in known):
        warn(line)
    return frozenset(outcome.failed)


def run_status(given: argparse.Namespace, settings: Settings) -> int:
    """Show the state of the index."""
    from assistant.assistant import Assistant
    from assistant.ingestion import complete_status

    with Assistant.open(settings) as assistant:
        status = complete_status(settings.index, assistant.status())
    if given.json:
        show([Status.from_status(status).to_json(indent=2)])
    else:
        show(format_status(status, name_kinds(status.kinds)))
    return 0


def run_serve(given: argparse.Namespace, settings: Settings) -> int:
    """Serve the page and the API until interrupted."""
    # By name, because the faces do not import one another.
    run_server = resolve_name("assistant.service:run_server")
    run_server(settings, given.host, given.port, announce=_announce)
    return 0


def run_evaluate(given: argparse.Namespace, settings: Settings) -> int:
    """Measure the answers against known ones."""
    run_evaluation = resolve_name("assistant.evaluate:run_evaluation")
    code = run_evaluation(
        given.names,
        replace(settings, encoder=given.encoder) if given.encoder else settings,
        given.shared or _find_shared(),
        split=given.split,
        write=lambda line: show([line]),
        failures=given.failures,
        sets=given.sets,
        rows=given.rows,
    )
    return int(code)


def _announce(address: str) -> None:
    show([f"Leeswijzer staat klaar op {address} (stoppen met Ctrl-C)"])
    sys.stdout.flush()


def _find_shared() -> Path | None:
    beside = PACKAGE_DIR.parent.parent / "shared"
    return beside if beside.is_dir() else None

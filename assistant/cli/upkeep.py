"""The commands `ingest`, `status`, `serve` and `evaluate`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from pkgutil import resolve_name

from assistant.cli.printing import format_report, format_status, show, warn
from assistant.cli.progress import show_progress
from assistant.config import PACKAGE_DIR, Settings
from assistant.wire import Inleesverslag, Status


def run_ingest(given: argparse.Namespace, settings: Settings) -> int:
    """Read the documents and make the index; 1 when some could not be read."""
    from assistant.ingestion import ingest

    with show_progress("Inlezen") as step:
        report = ingest(settings, given.paths, progress=step)
    if given.json:
        show([Inleesverslag.from_report(report).to_json(indent=2)])
    else:
        show(format_report(report))
    for failure in report.failed:
        warn(f"mislukt: {failure.path}: {failure.reason}")
    return 1 if report.failed else 0


def run_status(given: argparse.Namespace, settings: Settings) -> int:
    """Show the state of the index."""
    from assistant.assistant import Assistant

    with Assistant.open(settings) as assistant:
        status = assistant.status()
    show([Status.from_status(status).to_json(indent=2)] if given.json else format_status(status))
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
        settings,
        given.shared or _find_shared(),
        split=given.split,
        write=lambda line: show([line]),
        failures=given.failures,
    )
    return int(code)


def _announce(address: str) -> None:
    show([f"Leeswijzer staat klaar op {address} (stoppen met Ctrl-C)"])
    sys.stdout.flush()


def _find_shared() -> Path | None:
    beside = PACKAGE_DIR.parent.parent / "shared"
    return beside if beside.is_dir() else None

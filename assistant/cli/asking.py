"""The commands `ask` and `search`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from assistant.assistant import Assistant, settle_memory
from assistant.batch import Asked, Desk, Outcome, answer_all
from assistant.cli.choosing import choose_format, read_filters
from assistant.cli.conversing import run_conversation
from assistant.cli.lines import Line, read_lines
from assistant.cli.printing import format_answer, format_hits, show, warn
from assistant.cli.progress import show_progress
from assistant.cli.unfinished import Unfinished, describe_batch, open_unfinished
from assistant.cli.writing import write_rows
from assistant.config import Settings
from assistant.errors import LeeswijzerError, QuestionError, UsageError
from assistant.export import Provenance, answer_table, describe_filters, flatten_answer
from assistant.wire import Antwoord, Passages, Vraagregel, narrow


def run_ask(given: argparse.Namespace, settings: Settings) -> int:
    """Answer one question, or a batch of them."""
    if given.batch is not None and not given.chat:
        return _ask_batch(given, settings)
    question = " ".join(given.question)
    if given.chat or (not question.strip() and sys.stdin.isatty()):
        return run_conversation(given, settings, question)
    if not question.strip():
        raise QuestionError('Stel een vraag, bijvoorbeeld: leeswijzer ask "Wie vroeg de subsidie aan?"')
    if given.output is not None:
        raise UsageError("-o hoort bij --batch; leid anders de uitvoer om met >.", "output")
    with Assistant.open(settings) as assistant:
        filters = read_filters(given, assistant.records(), settings.themes)
        answer = assistant.ask(question, filters=filters, limit=given.limit)
        if given.json:
            show([Antwoord.from_answer(answer, assistant.document).to_json(indent=2)])
        else:
            show(format_answer(answer))
    return 0


def run_search(given: argparse.Namespace, settings: Settings) -> int:
    """Find passages."""
    with Assistant.open(settings) as assistant:
        records = assistant.records()
        filters = read_filters(given, records, settings.themes)
        words, filters = narrow(" ".join(given.words), filters, records, settings.themes)
        hits = assistant.search(words, filters=filters, limit=given.limit)
        if given.json:
            show([Passages.from_hits(hits, records).to_json(indent=2)])
        else:
            show(format_hits(hits, records))
    return 0


def _ask_batch(given: argparse.Namespace, settings: Settings) -> int:
    if given.question:
        raise UsageError("Geef een vraag of --batch, niet allebei.", "batch")
    if given.output is not None and given.output == given.batch:
        raise UsageError("De antwoorden kunnen niet over de vragen heen geschreven worden.", "output")
    form = choose_format(given.output)
    lines = list(read_lines(given.batch, Vraagregel))
    with Assistant.open(settings) as assistant:
        settle_memory()
        filters = read_filters(given, assistant.records(), settings.themes)
        desk = Desk(assistant, filters, given.limit, explain_fault)
        failed: list[int] = []
        with _remembered(given.output, lines, desk, settings) as unfinished:
            rows = _show_rows(_answer(lines, desk, settings, unfinished), len(lines), failed)
            flat = rows if form == "jsonl" else map(flatten_answer, rows)
            about = [("index", assistant.generation), *describe_filters(filters)]
            write_rows(flat, given.output, form, answer_table(), Provenance(about))
    return 1 if failed else 0


@contextmanager
def _remembered(
    output: Path | None, lines: Sequence[Line[Vraagregel]], desk: Desk, settings: Settings
) -> Iterator[Unfinished | None]:
    """Keep the outcomes beside a file that is being made; what goes to the screen is not kept."""
    if output is None or str(output) == "-" or (output.exists() and not output.is_file()):
        yield None
        return
    about = describe_batch(lines, desk, settings)
    with open_unfinished(output, about) as unfinished:
        if unfinished.earlier:
            warn(f"Verder na de eerste {len(unfinished.earlier)} van {len(lines)} regels.")
        yield unfinished


def _answer(
    lines: Sequence[Line[Vraagregel]], desk: Desk, settings: Settings, unfinished: Unfinished | None
) -> Iterator[Outcome]:
    asked = [Asked(line.number, line.name, line.row.vraag if line.row else "", line.fault) for line in lines]
    if unfinished is None:
        yield from answer_all(asked, desk, settings)
        return
    yield from unfinished.earlier
    yield from unfinished.keep(answer_all(asked[len(unfinished.earlier) :], desk, settings))


def explain_fault(error: Exception) -> str:
    """Give what went wrong with one question."""
    if isinstance(error, LeeswijzerError):
        return str(error)
    return f"onverwachte fout ({type(error).__name__}: {error})"


def _show_rows(outcomes: Iterable[Outcome], total: int, failed: list[int]) -> Iterator[dict[str, Any]]:
    with show_progress("Vragen beantwoorden") as step:
        for done, outcome in enumerate(outcomes):
            step("", done, total)
            if outcome.row is None:
                warn(f"regel {outcome.number}: {outcome.fault}")
                failed.append(outcome.number)
            else:
                yield outcome.row

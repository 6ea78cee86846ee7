"""The table of figures in the README, generated from the stored results and never typed.

`python -m assistant.evaluate` rewrites the part between the two markers;
`--check` changes nothing and fails when the README is out of date.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from assistant.config import PACKAGE_DIR
from assistant.errors import UsageError
from assistant.evaluate.ladder import ROWS
from assistant.evaluate.metrics import Figure, Row
from assistant.evaluate.reading import compose_reading
from assistant.evaluate.results import RESULTS, Result, load_results

README = PACKAGE_DIR.parent / "README.md"
START = "<!-- figures:start -->"
END = "<!-- figures:end -->"
ANSWERING = "answers"
"""Method name under which question sets are stored."""

RETRIEVAL, LADDER_FIGURE = "retrieval", "nDCG@10"
"""The evaluation with many ways of searching, and the figure of it that is shown."""

_COLUMNS = (
    ("right", "answered rightly"),
    ("citation", "citation holds it"),
    ("first_citation", "first citation holds it"),
    ("short", "short answer right"),
    ("items", "list items found"),
    ("declined", "unanswerable declined"),
    ("wrongly_declined", "wrongly declined"),
    ("auroc", "answerability AUROC"),
)
_KIND_COLUMNS = ("right", "citation", "short", "items", "declined", "wrongly_declined")


def compose_figures(results: Sequence[Result]) -> str:
    """Give the Markdown of all tables, in a fixed order; a sentence when there are no results."""
    if not results:
        return "No results stored yet; run `make evaluate`."
    whole = [result for result in results if result.split is None]
    answers = [result for result in whole if result.method == ANSWERING]
    others = [result for result in whole if result.method != ANSWERING]
    blocks: list[str] = []
    if answers:
        blocks.append("\n".join(_compose_answers(answers)))
        blocks.extend("\n".join(_compose_kinds(result)) for result in answers)
    for name, group in groupby(sorted(others, key=lambda result: result.name), lambda result: result.name):
        compose = _compose_ladder if name == RETRIEVAL else _compose_methods
        blocks.append("\n".join(compose(name, list(group))))
    return "\n\n".join(blocks)


def replace_figures(readme: str, figures: str) -> str:
    """Give the README's text with `figures` between the markers. Raises UsageError without markers."""
    before, start, rest = readme.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise UsageError(f"README.md mist de merktekens {START} en {END}.", "readme")
    return f"{before}{START}\n{figures}\n{END}{after}"


def update_readme(readme: Path, results: Path, *, check: bool = False) -> bool:
    """Bring the README up to date with the stored results; tell whether it already was.

    With `check` nothing is written. Raises UsageError when the README or its markers are missing.
    """
    if not readme.is_file():
        raise UsageError(f"{readme.name} bestaat niet.", "readme")
    text = readme.read_text(encoding="utf-8")
    parts = (compose_figures(load_results(results)), compose_reading(results.parent))
    wanted = replace_figures(text, "\n\n".join(part for part in parts if part))
    if wanted != text and not check:
        readme.write_text(wanted, encoding="utf-8")
    return wanted == text


def main(arguments: Sequence[str] | None = None) -> int:
    """Update or check the README; gives the exit code."""
    parser = argparse.ArgumentParser(description="Werk de cijfertabel in README.md bij.")
    parser.add_argument("--check", action="store_true", help="alleen nakijken, niets schrijven")
    check = parser.parse_args(arguments).check
    try:
        current = update_readme(README, RESULTS, check=check)
    except UsageError as exc:
        print(exc, file=sys.stderr)
        return 2
    if check and not current:
        print("README.md is verouderd; draai: python -m assistant.evaluate", file=sys.stderr)
        return 1
    return 0


def _compose_answers(results: Sequence[Result]) -> Iterator[str]:
    columns = [
        column
        for column in _COLUMNS
        if any(result.rows[0].value(column[0]) is not None for result in results)
    ]
    yield "| questions on | asked | " + " | ".join(title for _, title in columns) + " |"
    yield "|---|--:|" + "--:|" * len(columns)
    for result in results:
        row = result.rows[0]
        cells = [_with_interval(row, name) for name, _ in columns]
        yield f"| {result.name} | {row.answerable} + {row.unanswerable} | " + " | ".join(cells) + " |"


def _compose_kinds(result: Result) -> Iterator[str]:
    titles = dict(_COLUMNS)
    yield f"By kind of question, `{result.name}`:"
    yield ""
    yield "| kind | asked | " + " | ".join(titles[name] for name in _KIND_COLUMNS) + " |"
    yield "|---|--:|" + "--:|" * len(_KIND_COLUMNS)
    for row in result.rows[1:]:
        cells = [_plain(row, name) for name in _KIND_COLUMNS]
        yield f"| {row.label} | {row.answerable} + {row.unanswerable} | " + " | ".join(cells) + " |"


def _compose_methods(name: str, results: Sequence[Result]) -> Iterator[str]:
    names = list(
        dict.fromkeys(figure.name for result in results for row in result.rows for figure in row.figures)
    )
    yield f"`{name}`:"
    yield ""
    yield "| set | method | asked | " + " | ".join(names) + " |"
    yield "|---|---|--:|" + "--:|" * len(names)
    labels = list(dict.fromkeys(row.label for result in results for row in result.rows))
    for label in labels:
        for result in results:
            for row in result.rows:
                if row.label == label:
                    cells = [_with_interval(row, name) for name in names]
                    yield f"| {label} | {result.method} | {row.answerable} | " + " | ".join(cells) + " |"


def _compose_ladder(name: str, results: Sequence[Result]) -> Iterator[str]:
    """Give a line a way of searching and a column a set, in the order of the evaluation."""
    ordered = sorted(results, key=lambda result: (_rung(result.method), result.method))
    labels = list(dict.fromkeys(row.label for result in ordered for row in result.rows))
    asked = {row.label: row.answerable for result in ordered for row in result.rows}
    yield f"`{name}`, {LADDER_FIGURE} (the first right passage counts; questions asked between brackets):"
    yield ""
    yield "| | " + " | ".join(f"{label} ({asked[label]})" for label in labels) + " |"
    yield "|---|" + "--:|" * len(labels)
    for result in ordered:
        rows = {row.label: row for row in result.rows}
        cells = [_with_interval(rows[label], LADDER_FIGURE) if label in rows else "" for label in labels]
        yield f"| {result.method} | " + " | ".join(cells) + " |"


def _rung(method: str) -> int:
    return list(ROWS).index(method) if method in ROWS else len(ROWS)


def _find(row: Row, name: str) -> Figure | None:
    return next((figure for figure in row.figures if figure.name == name), None)


def _plain(row: Row, name: str) -> str:
    figure = _find(row, name)
    return "" if figure is None else f"{figure.value:.3f}".removeprefix("0")


def _with_interval(row: Row, name: str) -> str:
    figure = _find(row, name)
    if figure is None:
        return ""
    if figure.low is None or figure.high is None:
        return _plain(row, name)
    low, high = (f"{bound:.2f}".removeprefix("0") for bound in (figure.low, figure.high))
    return f"{_plain(row, name)} ({low}-{high})"

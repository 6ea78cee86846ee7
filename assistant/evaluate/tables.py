"""Plain-text tables of results and lists of failed questions, in Dutch, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.evaluate.gold import HELD
from assistant.evaluate.metrics import Figure, Outcome, Row
from assistant.evaluate.results import Result

HEADINGS = {
    "right": "juist",
    "contains": "bevat",
    "citation": "bron",
    "first_citation": "1e bron",
    "citation_recall": "bewijs",
    "citation_precision": "raak",
    "short": "kort",
    "exact": "kort=",
    "items": "lijst",
    "declined": "gezwegen",
    "wrongly_declined": "onterecht",
    "auroc": "auroc",
}
"""Dutch column headings; a figure that is not here keeps its own name (nDCG@10, recall@5)."""

MAX_SAID_CHARS = 160


def format_results(results: Sequence[Result]) -> Iterator[str]:
    """Give the lines of one table over the results of one evaluation.

    A line a kind (or set and method), a column a figure; under it the intervals of the first
    line, where they were measured.
    """
    if not results:
        return
    first = results[0]
    several = len(results) > 1
    part = f", deel {first.split}" if first.split else ""
    yield first.name if several else f"{first.name} ({first.method}{part}): {first.questions} vragen"
    labels = dict.fromkeys(row.label for result in results for row in result.rows)
    pairs = [
        (f"{label}, {result.method}" if several else label, row)
        for label in labels
        for result in results
        for row in result.rows
        if row.label == label
    ]
    yield from _align(pairs)
    measured = [
        f"{HEADINGS.get(figure.name, figure.name)} {figure.low:.3f}-{figure.high:.3f}"
        for figure in (first.rows[0].figures if first.rows and not several else ())
        if figure.low is not None and figure.high is not None
    ]
    if measured:
        yield "95%-interval: " + "; ".join(measured)


def _align(pairs: Sequence[tuple[str, Row]]) -> Iterator[str]:
    names = list(dict.fromkeys(figure.name for _, row in pairs for figure in row.figures))
    head = ["", "vragen", "nabij", *(HEADINGS.get(name, name) for name in names)]
    body = [
        [label, str(row.answerable), str(row.unanswerable), *(_cell(row, name) for name in names)]
        for label, row in pairs
    ]
    widths = [max(len(line[column]) for line in (head, *body)) for column in range(len(head))]
    for line in (head, *body):
        cells = [cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)]
        yield "  ".join([line[0].ljust(widths[0]), *cells]).rstrip()


def format_losses(result: Result, previous: Result) -> Iterator[str]:
    """Give a line for each row and figure that is worse than in the stored result."""
    before = {row.label: row for row in previous.rows}
    for row in result.rows:
        if row.label not in before:
            continue
        for figure in row.figures:
            old = before[row.label].value(figure.name)
            if old is not None and _is_worse(figure, old):
                heading = HEADINGS.get(figure.name, figure.name)
                yield f"Slechter dan bewaard: {row.label}, {heading}: {old:.3f} -> {figure.value:.3f}"


def format_failures(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Give two lines for each question that was not answered rightly: the question, and what was said.

    Where both splits were asked, the held-out failures are only counted, so that nobody tunes on them.
    """
    hidden = HELD if any(outcome.question.split != HELD for outcome in outcomes) else None
    wrong = [outcome for outcome in outcomes if not outcome.right]
    for outcome in wrong:
        question = outcome.question
        if question.split != hidden:
            yield f"{question.id} [{question.kind}] {question.question}"
            yield f"    {_explain(outcome)}: {_shorten(outcome.said)}"
    unseen = sum(outcome.question.split == hidden for outcome in wrong)
    if unseen:
        yield f"En {unseen} fout in deel {HELD}; die worden alleen getoond als om dat deel is gevraagd."


def _explain(outcome: Outcome) -> str:
    if not outcome.question.answerable:
        return f"beantwoord, maar onbeantwoordbaar ({outcome.confidence:.2f})"
    if not outcome.answered:
        return f"gezwegen ({outcome.confidence:.2f}); verwacht {_wanted(outcome)}"
    wrong = [word for word, fine in (("antwoord", outcome.contains), ("bron", outcome.citation)) if not fine]
    return f"{' en '.join(wrong)} fout; verwacht {_wanted(outcome)}"


def _wanted(outcome: Outcome) -> str:
    groups = outcome.question.must or outcome.question.evidence
    return " + ".join(group[0] for group in groups)


def _shorten(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= MAX_SAID_CHARS else flat[: MAX_SAID_CHARS - 1] + "…"


def _cell(row: Row, name: str) -> str:
    value = row.value(name)
    return "-" if value is None else f"{value:.3f}"


def _is_worse(figure: Figure, old: float) -> bool:
    worse = figure.value > old if figure.name == "wrongly_declined" else figure.value < old
    return worse and abs(figure.value - old) > 5e-4

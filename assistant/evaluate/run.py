"""The evaluations by name: what each needs, how it is run, printed, stored and judged."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name

from assistant.config import BUNDLED_ENCODER, Settings
from assistant.errors import UsageError
from assistant.evaluate.adapters import Request
from assistant.evaluate.gates import find_problems, find_retrieval_problems
from assistant.evaluate.gold import SPLITS, load_gold, select_split
from assistant.evaluate.metrics import Outcome, summarise
from assistant.evaluate.report import ANSWERING
from assistant.evaluate.results import RESULTS, Result, find_previous, stamp, write_result
from assistant.evaluate.sources import (
    CORPUS,
    DECISION_PAGES,
    PDFS,
    RULES,
    SEEDS,
    SOURCES,
    find_documents,
)
from assistant.evaluate.tables import format_failures, format_losses, format_results

GOLD = Path(__file__).resolve().parent / "gold"
Write = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What one named evaluation gave; `outcomes` only for gold questions."""

    results: tuple[Result, ...]
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Suite:
    """A named evaluation.

    `source` is the collection that its gold questions are about, by its name in `SOURCES`;
    `function` is the "module:function" of an evaluation that is no question set and
    takes a `Request`. Without `shared` it runs where the shared texts are absent, over less.
    """

    name: str
    shared: bool
    source: str = CORPUS
    function: str | None = None


SUITES: dict[str, Suite] = {
    suite.name: suite
    for suite in (
        Suite("seeds", shared=True, source=SEEDS),
        Suite("exam", shared=True, source=SEEDS),
        Suite("corpus", shared=False),
        Suite("pdfs", shared=True, source=PDFS),
        Suite("decisions", shared=True, source=DECISION_PAGES),
        Suite("rules", shared=True, source=RULES),
        Suite("dialogues", shared=False, function="assistant.evaluate.dialogues:evaluate_dialogues"),
        Suite("retrieval", shared=False, function="assistant.evaluate.adapters:evaluate_retrieval"),
        Suite("extraction", shared=True, function="assistant.evaluate.adapters:evaluate_facts"),
        Suite("facts", shared=True, function="assistant.evaluate.adapters:evaluate_marked"),
        Suite("metadata", shared=True, function="assistant.evaluate.adapters:evaluate_labels"),
    )
}


def run(
    names: Sequence[str],
    settings: Settings,
    shared: Path | None,
    *,
    split: str | None = None,
    write: Write = lambda line: None,
    sets: Sequence[str] = (),
    rows: Sequence[str] = (),
    failures: bool = False,
) -> tuple[Evaluation, ...]:
    """Run the named evaluations (all when none is named), in the order of `SUITES`.

    An evaluation that needs the shared texts is written out as skipped where they are absent.
    `sets` and `rows` limit `retrieval`, and `failures` has it write out what it does not find.
    Raises UsageError for an unknown name, split, set or row.
    """
    wanted = find_suites(names)
    if split is not None and split not in SPLITS:
        raise UsageError(f"Onbekend deel '{split}'; kies {' of '.join(SPLITS)}.", "split")
    done: list[Evaluation] = []
    request = Request(settings, shared, write, split, tuple(sets), tuple(rows), failures)
    for suite in wanted:
        if suite.shared and (shared is None or not shared.is_dir()):
            write(f"{suite.name}: overgeslagen, want de map met echte teksten (../shared) ontbreekt.")
            continue
        done.append(_run_suite(suite, request))
    return tuple(done)


def run_evaluation(
    names: Sequence[str],
    settings: Settings,
    shared: Path | None,
    *,
    split: str | None,
    write: Write,
    failures: bool = False,
    sets: Sequence[str] = (),
    rows: Sequence[str] = (),
    results: Path = RESULTS,
) -> int:
    """Run, print and store the named evaluations; give the exit code.

    0 when every gate holds; 1 when a figure is below its floor or nothing was measured at all.
    What is worse than in the stored result is written out kind by kind before it is replaced.
    Limited to some sets or rows of `retrieval`, or over less than all texts, nothing is stored.
    Raises UsageError for wrong names, as `run` does.
    """
    evaluations = run(
        names, settings, shared, split=split, write=write, sets=sets, rows=rows, failures=failures
    )
    limited = bool(sets or rows)
    problems: list[str] = []
    kept = choose_folder(results, settings)
    for evaluation in evaluations:
        for result in evaluation.results:
            problems.extend(find_problems(result))
        problems.extend(find_retrieval_problems(evaluation.results, limited=limited))
        partial = shared is None and any(SUITES[item.name].function for item in evaluation.results)
        _show_and_keep(evaluation.results, kept, write, keep=not limited and not partial)
        if failures:
            for line in format_failures(evaluation.outcomes):
                write(line)
    if not any(evaluation.results for evaluation in evaluations):
        problems.append("Er is niets gemeten.")
    for problem in problems:
        write(f"Niet gehaald: {problem}")
    return 1 if problems else 0


def choose_folder(results: Path, settings: Settings) -> Path:
    """Give where results are kept: those of another model apart, the README tells of the bundled one."""
    if settings.encoder == BUNDLED_ENCODER:
        return results
    name = "-".join(Path(settings.encoder).expanduser().parts[-2:])
    return results / "modellen" / re.sub(r"[^\w.-]+", "-", name).strip("-.").lower()


def _show_and_keep(results: Sequence[Result], folder: Path, write: Write, *, keep: bool) -> None:
    for line in format_results(results):
        write(line)
    for result in results:
        previous = find_previous(result, folder)
        if previous is not None:
            for line in format_losses(result, previous):
                write(line)
    for result in results:
        if keep and result.questions:
            write(f"Bewaard: {write_result(result, folder).name}")


def find_suites(names: Sequence[str]) -> tuple[Suite, ...]:
    """Give the suites of these names, all when there are none. Raises UsageError for an unknown name."""
    for name in names:
        if name not in SUITES:
            raise UsageError(f"Onbekende evaluatie '{name}'; kies uit {', '.join(SUITES)}.", "name")
    return tuple(suite for suite in SUITES.values() if not names or suite.name in names)


def _run_suite(suite: Suite, request: Request) -> Evaluation:
    if suite.function is not None:
        results = resolve_name(suite.function)(request)
        return Evaluation(tuple(stamp(result) for result in results))
    from assistant.evaluate.questions import ask_all, open_over  # opens the encoder and the index

    gold = GOLD / f"{suite.name}.jsonl"
    settings, shared = request.settings, request.shared
    questions = select_split(load_gold(gold), request.split)
    with (
        find_documents(SOURCES[suite.source], shared) as documents,
        open_over(documents, settings, request.write) as assistant,
    ):
        outcomes = ask_all(assistant, questions)
    described = (
        ("encoder", Path(settings.encoder).name),
        ("gold", hashlib.sha256(gold.read_bytes()).hexdigest()[:12]),
        ("passage_chars", str(settings.passage_chars)),
    )
    result = Result(suite.name, ANSWERING, summarise(outcomes), described, request.split)
    return Evaluation((stamp(result),), outcomes)

"""What the figures must at least be; a gate that measured nothing fails."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.evaluate.results import Result

FLOORS: Mapping[str, tuple[tuple[str, float], ...]] = {
    "seeds": (("right", 0.75), ("declined", 0.60)),
    "corpus": (("right", 0.65), ("declined", 0.45)),
    "pdfs": (("right", 0.75), ("declined", 0.60)),
}
"""Least figures over a whole set: answered rightly with a citation that holds it, and declined.

The aim is .75 and .60 on each. `corpus`, where reports of two years and several documents speak of the
same thing, does not reach it yet; its floors guard what was reached, so that no gain elsewhere hides a
loss there.
"""

HARM_FIGURE = "nDCG@10"
HARM_MARGIN = 0.0005
"""Half of the last digit that is printed: less is no difference."""


def find_problems(result: Result) -> list[str]:
    """Give what falls short in one result: a floor that is not reached, or no questions at all."""
    if not result.questions:
        return [f"{result.name}: er zijn nul vragen gesteld"]
    problems: list[str] = []
    for name, floor in FLOORS.get(result.name, ()):
        value = result.rows[0].value(name)
        if value is None:
            problems.append(f"{result.name}: '{name}' is niet gemeten")
        elif value < floor:
            problems.append(f"{result.name}: '{name}' is {value:.3f}, minder dan {floor:.2f}")
    return problems


def find_harm(results: Sequence[Result]) -> list[str]:
    """Give where hybrid search is worse than lexical alone, and whether it is better nowhere.

    Nothing is given when one of the two rows was not measured.
    """
    methods = {result.method: result for result in results if result.name == "retrieval"}
    if "hybrid" not in methods or "lexical" not in methods:
        return []
    lexical = {row.label: row.value(HARM_FIGURE) for row in methods["lexical"].rows}
    problems: list[str] = []
    better = False
    for row in methods["hybrid"].rows:
        whole, part = row.value(HARM_FIGURE), lexical.get(row.label)
        if whole is None or part is None:
            continue
        better = better or whole > part + HARM_MARGIN
        if whole < part - HARM_MARGIN:
            problems.append(f"{row.label}: hybride {whole:.3f} is minder dan lexicaal {part:.3f}")
    return problems if better else [*problems, "retrieval: hybride is op geen enkele set beter dan lexicaal"]

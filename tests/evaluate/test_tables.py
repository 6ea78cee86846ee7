from __future__ import annotations

from dataclasses import replace

from assistant.evaluate.gold import GoldQuestion
from assistant.evaluate.metrics import Figure, Outcome, Row
from assistant.evaluate.results import Result
from assistant.evaluate.tables import format_failures, format_losses, format_results


def result(right: float, wrongly: float) -> Result:
    figures = (Figure("right", right, 0.5, 1.0, 8), Figure("wrongly_declined", wrongly, 0.0, 0.2, 8))
    whole = Row("totaal", 8, 2, figures)
    kind = Row("lijst", 8, 0, figures[:1])
    return Result("seeds", "answers", (whole, kind), split="dev")


def test_a_table_has_a_line_a_kind_and_the_intervals_of_the_whole() -> None:
    assert list(format_results([result(0.75, 0.1)])) == [
        "seeds (answers, deel dev): 10 vragen",
        "        vragen  nabij  juist  onterecht",
        "totaal       8      2  0.750      0.100",
        "lijst        8      0  0.750          -",
        "95%-interval: juist 0.500-1.000; onterecht 0.000-0.200",
    ]


def test_methods_of_one_set_stand_under_each_other() -> None:
    def found(method: str, value: float) -> Result:
        figure = Figure("nDCG@10", value, None, None, 9)
        return Result("retrieval", method, (Row("title", 9, 0, (figure,)), Row("short", 9, 0, (figure,))))

    assert list(format_results([found("words", 0.8), found("hybrid", 0.9)])) == [
        "retrieval",
        "               vragen  nabij  nDCG@10",
        "title, words        9      0    0.800",
        "title, hybrid       9      0    0.900",
        "short, words        9      0    0.800",
        "short, hybrid       9      0    0.900",
    ]
    assert list(format_results([])) == []


def test_every_kind_that_lost_is_named_even_when_another_won() -> None:
    before = result(0.75, 0.1)
    assert list(format_losses(before, before)) == []
    assert list(format_losses(result(0.5, 0.2), before)) == [
        "Slechter dan bewaard: totaal, juist: 0.750 -> 0.500",
        "Slechter dan bewaard: totaal, onterecht: 0.100 -> 0.200",
        "Slechter dan bewaard: lijst, juist: 0.750 -> 0.500",
    ]
    assert list(format_losses(result(0.9, 0.0), before)) == []


def test_failed_questions_are_listed_with_what_was_said_instead() -> None:
    asked = GoldQuestion("q1", "Wie?", "persoon", True, "dev", must=(("jan",), ("piet",)), documents=("a",))
    near = GoldQuestion("q2", "Hoeveel?", "aantal", False, "dev", note="nooit genoemd")
    held = replace(asked, id="q3", split="held")
    outcomes = [
        Outcome(held, answered=False),
        Outcome(asked, answered=True, contains=True, citation=True),
        Outcome(asked, answered=True, contains=False, citation=False, said="Kees"),
        Outcome(asked, answered=False, confidence=0.25, said="Niets gevonden."),
        Outcome(near, answered=True, confidence=0.8, said="x" * 200),
        Outcome(near, answered=False),
    ]
    assert list(format_failures(outcomes)) == [
        "q1 [persoon] Wie?",
        "    antwoord en bron fout; verwacht jan + piet: Kees",
        "q1 [persoon] Wie?",
        "    gezwegen (0.25); verwacht jan + piet: Niets gevonden.",
        "q2 [aantal] Hoeveel?",
        f"    beantwoord, maar onbeantwoordbaar (0.80): {'x' * 159}…",
        "En 1 fout in deel held; die worden alleen getoond als om dat deel is gevraagd.",
    ]
    assert list(format_failures(outcomes[:1])) == [
        "q3 [persoon] Wie?",
        "    gezwegen (0.00); verwacht jan + piet: ",
    ]

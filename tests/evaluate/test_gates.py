from __future__ import annotations

from assistant.evaluate.aspects import ASPECTS
from assistant.evaluate.gates import FACT_FLOORS, RETRIEVAL_FLOORS, find_problems, find_retrieval_problems
from assistant.evaluate.metrics import Figure, Row
from assistant.evaluate.passages import list_kinds
from assistant.evaluate.results import Result
from assistant.evaluate.sets import SETS


def make(right: float, declined: float | None, asked: int = 10) -> Result:
    figures = [Figure("right", right, right, right, asked)]
    if declined is not None:
        figures.append(Figure("declined", declined, declined, declined, 5))
    return Result("seeds", "answers", (Row("totaal", asked, 0, tuple(figures)),))


def test_a_gate_over_zero_questions_fails() -> None:
    assert find_problems(make(1.0, 1.0, asked=0)) == ["seeds: er zijn nul vragen gesteld"]
    assert find_problems(Result("seeds", "answers", ())) == ["seeds: er zijn nul vragen gesteld"]


def test_a_figure_below_its_floor_or_not_measured_is_named() -> None:
    assert find_problems(make(0.81, 0.65)) == []
    assert find_problems(make(0.80, 0.9)) == ["seeds: 'right' is 0.800, minder dan 0.81"]
    assert find_problems(make(0.9, None)) == ["seeds: 'declined' is niet gemeten"]


def searched(method: str, **values: float) -> Result:
    rows = tuple(
        Row(label.replace("_", "-"), 9, 0, (Figure("nDCG@10", value, None, None, 9),))
        for label, value in values.items()
    )
    return Result("retrieval", method, rows)


def test_the_whole_search_may_stay_a_hair_below_its_best_part_and_no_more() -> None:
    words, part = searched("words", kamervragen=0.7), searched("dense", kamervragen=0.8)
    fine, worse = searched("hybrid", kamervragen=0.796), searched("hybrid", kamervragen=0.793)
    assert find_retrieval_problems([words, part, fine], limited=True) == []
    assert find_retrieval_problems([words, part, worse], limited=True) == [
        "kamervragen: hybrid 0.793 is meer dan 0.006 minder dan dense 0.800"
    ]


def test_a_loss_on_one_set_is_not_hidden_by_a_gain_on_another() -> None:
    words = searched("words", kamervragen=0.75, questions=0.85)
    whole = searched("hybrid", kamervragen=0.74, questions=0.95)
    assert find_retrieval_problems([words, whole], limited=True) == [
        "kamervragen: hybrid 0.740 is meer dan 0.006 minder dan words 0.750"
    ]


def test_every_set_has_a_floor() -> None:
    assert set(RETRIEVAL_FLOORS) == set(SETS)
    below = {name.replace("-", "_"): floor - 0.001 for name, floor in RETRIEVAL_FLOORS.items()}
    assert find_retrieval_problems([searched("hybrid", **below)]) == [
        f"{name}: hybrid is {floor - 0.001:.3f}, minder dan {floor:.2f}"
        for name, floor in RETRIEVAL_FLOORS.items()
    ]


def test_on_paraphrases_the_whole_search_must_be_a_quarter_better_than_plain_words() -> None:
    words = searched("words", paraphrases=0.5)
    assert find_retrieval_problems([words, searched("hybrid", paraphrases=0.625)], limited=True) == []
    assert find_retrieval_problems([words, searched("hybrid", paraphrases=0.624)], limited=True) == [
        "paraphrases: hybrid 0.624 is geen 1.25 maal words 0.500"
    ]


def test_searching_over_zero_questions_fails() -> None:
    assert find_retrieval_problems([searched("hybrid")]) == ["retrieval: er zijn nul vragen gesteld"]
    assert find_retrieval_problems([searched("words", paraphrases=0.5)]) == [
        "retrieval: 'hybrid' is niet gemeten"
    ]
    assert find_retrieval_problems([searched("words", paraphrases=0.5)], limited=True) == []


def test_a_set_that_was_not_asked_is_named_unless_it_was_left_out_on_purpose() -> None:
    sample = searched("hybrid", questions_corpus=0.9)
    assert find_retrieval_problems([sample]) == ["paraphrases-corpus: er zijn nul vragen gesteld"]
    assert find_retrieval_problems([sample], limited=True) == []
    with_shared = searched("hybrid", questions_corpus=0.9, paraphrases_corpus=0.9, questions=0.9)
    missing = set(SETS) - {"questions-corpus", "paraphrases-corpus", "questions"}
    assert find_retrieval_problems([with_shared]) == [
        f"{name}: er zijn nul vragen gesteld" for name in RETRIEVAL_FLOORS if name in missing
    ]


def row(label: str, value: float, marked: int = 9) -> Row:
    return Row(label, marked, 0, (Figure("F1", value, None, None, marked),))


def test_each_half_of_a_kind_of_fact_has_a_floor_and_may_not_be_empty() -> None:
    rows = (row("actie, dev", 0.9), row("actie, held", 0.5), row("soort zonder grens, dev", 0.1))
    assert find_problems(Result("facts", "rules", rows)) == [
        f"actie, held: F1 is 0.500, minder dan {FACT_FLOORS['actie']:.2f}"
    ]
    empty = Result("facts", "rules", (row("actie, dev", 0.9), row("persoon, dev", 0.0, 0)))
    assert find_problems(empty) == ["persoon, dev: er zijn geen gemarkeerde feiten"]


def test_a_floor_of_facts_is_of_a_kind_or_a_field_that_is_measured() -> None:
    fields = {f"{kind}: {field}" for kind, fields in ASPECTS.items() for field in fields}
    assert set(FACT_FLOORS) <= {*list_kinds(), *fields}
    low = row("persoon: organisatie, held", 0.1)
    (problem,) = find_problems(Result("facts", "rules", (row("persoon, held", 0.95), low)))
    assert problem.startswith("persoon: organisatie, held: F1 is 0.100")

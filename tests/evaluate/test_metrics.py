from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluate.gold import GoldQuestion
from assistant.evaluate.metrics import Outcome, average, judge, measure, separate, summarise
from assistant.types import Answer, Citation, Completeness, Span

COMPLETE = Completeness(documents=1, searched=1, failed=0, generation="g")


def ask_for(
    must: tuple[tuple[str, ...], ...] = (("10,7 miljoen",),),
    *,
    kind: str = "bedrag",
    short: tuple[str, ...] = (),
    documents: tuple[str, ...] = ("a.txt",),
    evidence: tuple[tuple[str, ...], ...] | None = None,
    answerable: bool = True,
) -> GoldQuestion:
    return GoldQuestion(
        id="q",
        question="?",
        kind=kind,
        answerable=answerable,
        split="dev",
        must=must,
        evidence=must if evidence is None else evidence,
        short=short,
        documents=documents,
    )


def cite(number: int, quote: str, path: str = "a.txt") -> Citation:
    return Citation(number, "d", path, "s", "t", Span(0, len(quote)), quote, 1.0)


def answer(text: str, *quotes: Citation, short: str | None = None, confidence: float = 0.5) -> Answer:
    return Answer("i", "?", "k", True, text, COMPLETE, short, quotes, confidence=confidence)


DECLINED = Answer("i", "?", "k", False, "Dat staat niet in de documenten.", COMPLETE, confidence=0.1)


def test_an_answer_is_right_when_it_says_it_and_a_quote_of_the_right_document_holds_it() -> None:
    outcome = judge(ask_for(), answer("Het gaat om € 10,7 miljoen [1].", cite(1, "ruim € 10,7 miljoen")))
    assert (outcome.contains, outcome.citation, outcome.first_citation, outcome.right) == (
        True,
        True,
        True,
        True,
    )


def test_a_quote_of_another_document_proves_nothing() -> None:
    outcome = judge(ask_for(), answer("€ 10,7 miljoen [1]", cite(1, "€ 10,7 miljoen", path="b.txt")))
    assert outcome.contains and not outcome.citation and not outcome.right


def test_evidence_may_be_spread_over_citations_but_then_the_first_alone_does_not_hold_it() -> None:
    wanted = ask_for((("tno",), ("fontys",)), kind="lijst")
    outcome = judge(wanted, answer("TNO en Fontys [1][2]", cite(1, "met TNO"), cite(2, "met Fontys")))
    assert outcome.citation and not outcome.first_citation


def test_the_first_citation_counts_only_when_it_is_the_first() -> None:
    outcome = judge(ask_for(), answer("10,7 miljoen", cite(1, "iets anders"), cite(2, "10,7 miljoen")))
    assert outcome.citation and not outcome.first_citation


def test_the_short_answer_counts_as_part_of_what_is_said() -> None:
    outcome = judge(ask_for(), answer("Zie [1].", cite(1, "10,7 miljoen"), short="€ 10,7 miljoen"))
    assert outcome.right


@pytest.mark.parametrize(
    ("said", "short", "exact"),
    [
        ("€ 10,7 miljoen", True, True),
        ("ruim € 10,7 miljoen.", True, True),
        ("€ 10,7 miljoen en 100 onderzoekers", True, False),
        ("€ 10,7", False, False),
        (None, False, False),
    ],
)
def test_a_short_answer_is_right_when_it_holds_and_exact_when_it_equals(
    said: str | None, short: bool, exact: bool
) -> None:
    outcome = judge(ask_for(short=("€ 10,7 miljoen",)), answer("x", cite(1, "x"), short=said))
    assert (outcome.short, outcome.exact) == (short, exact)


def test_a_short_list_is_right_in_any_order() -> None:
    wanted = ask_for((("tno",), ("fontys",)), kind="organisatie", short=("TNO en Fontys",))
    assert judge(wanted, answer("x", cite(1, "x"), short="Fontys, TNO")).short is True


def test_no_short_answer_is_asked_for_where_the_gold_has_none() -> None:
    outcome = judge(ask_for(), answer("x", cite(1, "x"), short="y"))
    assert outcome.short is None and outcome.exact is None


@pytest.mark.parametrize(
    ("said", "right"), [("Ja", True), ("ja, dat klopt", True), ("Nee", False), (None, True)]
)
def test_a_yes_or_no_that_contradicts_is_wrong_though_the_quote_fits(said: str | None, right: bool) -> None:
    wanted = ask_for((("gelijkenissen",),), kind="janee", short=("ja",))
    assert judge(wanted, answer("veel gelijkenissen", cite(1, "gelijkenissen"), short=said)).right is right


def test_list_items_are_counted_one_by_one() -> None:
    wanted = ask_for((("tno",), ("fontys",), ("philips",), ("kpn",)), kind="lijst")
    outcome = judge(wanted, answer("TNO en Fontys", cite(1, "TNO en Fontys")))
    assert outcome.items == 0.5 and not outcome.right


def test_a_question_for_documents_needs_exactly_those_documents() -> None:
    wanted = ask_for((), kind="documenten", documents=("a.txt", "b.txt"), evidence=(("interreg",),))
    one, two = cite(1, "Interreg"), cite(2, "Interreg", path="b.txt")
    assert judge(wanted, answer("a en b", one, two)).right
    assert not judge(wanted, answer("a", one)).contains
    assert not judge(wanted, answer("a, b, c", one, two, cite(3, "x", path="c.txt"))).contains


def test_declining_is_right_only_for_what_cannot_be_answered() -> None:
    assert judge(ask_for(answerable=False), DECLINED).right
    assert not judge(ask_for(), DECLINED).right
    assert not judge(ask_for(answerable=False), answer("€ 3", cite(1, "€ 3"))).right


def test_rows_come_whole_first_and_then_by_kind_in_a_fixed_order() -> None:
    outcomes = [
        judge(ask_for(kind="bedrag"), answer("10,7 miljoen", cite(1, "10,7 miljoen"))),
        judge(ask_for(kind="persoon"), DECLINED),
        judge(ask_for(kind="persoon", answerable=False), DECLINED),
    ]
    rows = summarise(outcomes)
    assert [(row.label, row.answerable, row.unanswerable) for row in rows] == [
        ("totaal", 2, 1),
        ("persoon", 1, 1),
        ("bedrag", 1, 0),
    ]
    assert rows[0].value("right") == 0.5
    assert rows[0].value("wrongly_declined") == 0.5
    assert rows[0].value("declined") == 1.0
    assert rows[1].value("right") == 0.0
    assert rows[2].value("declined") is None


def test_the_splits_stand_between_the_whole_and_the_kinds_where_both_were_asked() -> None:
    dev = judge(ask_for(), answer("10,7 miljoen", cite(1, "10,7 miljoen")))
    held = judge(replace(ask_for(), split="held"), DECLINED)
    rows = summarise([dev, held])
    assert [(row.label, row.value("right")) for row in rows] == [
        ("totaal", 0.5),
        ("dev", 1.0),
        ("held", 0.0),
        ("bedrag", 0.5),
    ]
    assert [row.label for row in summarise([held])] == ["totaal", "bedrag"]


def test_no_questions_give_no_figures() -> None:
    assert measure("leeg", ()).figures == ()


def outcome_of(confidence: float, *, answerable: bool) -> Outcome:
    return Outcome(ask_for(answerable=answerable), answered=True, confidence=confidence)


def test_auroc_is_the_share_of_pairs_in_the_right_order_with_ties_for_half() -> None:
    asked = [outcome_of(value, answerable=True) for value in (0.9, 0.5)]
    near = [outcome_of(value, answerable=False) for value in (0.5, 0.1)]
    figure = separate(asked, near)
    assert figure.value == 0.875
    assert 0.0 <= figure.low <= figure.value <= figure.high <= 1.0


@given(st.lists(st.sampled_from([0.0, 1.0]), min_size=1, max_size=60))
def test_an_interval_holds_its_mean_and_repeats_exactly(values: list[float]) -> None:
    first, second = average("x", values), average("x", values)
    assert first == second
    assert first.low <= first.value + 1e-9 and first.value <= first.high + 1e-9
    assert first.count == len(values)


def test_recall_of_citations_is_the_share_of_the_evidence_and_precision_that_of_useful_quotes() -> None:
    question = ask_for((("rood",), ("blauw", "azuur")), kind="lijst")
    some = judge(
        question,
        answer("rood [1]", cite(1, "Het is rood."), cite(2, "Het regent."), cite(3, "rood", "b.txt")),
    )
    assert (some.citation_recall, some.citation_precision) == (0.5, pytest.approx(1 / 3))
    whole = judge(question, answer("rood, azuur [1][2]", cite(1, "rood"), cite(2, "azuur")))
    assert (whole.citation_recall, whole.citation_precision) == (1.0, 1.0)


def test_a_question_that_was_wrongly_declined_has_no_evidence_and_no_useless_quotes() -> None:
    outcome = judge(ask_for(), DECLINED)
    assert (outcome.citation_recall, outcome.citation_precision) == (0.0, None)
    assert judge(ask_for(answerable=False), DECLINED).citation_recall is None

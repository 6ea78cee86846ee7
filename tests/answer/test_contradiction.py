"""Contradicting values stand side by side, newest first, and what is older is marked (row 51 of the faults)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.contradiction import find_rivals, is_before, mark_older, order_rivals
from assistant.answer.quoting import cite
from tests.answer.test_reply import reply

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

QUESTION = "Hoeveel kost de sluis van Heimolen?"


def dated(date: str, sentence: str) -> str:
    return f"---\ntitle: Nota van {date}\ndate: {date}\n---\n\n{sentence}\n"


OLD = dated("2020-03-01", "De sluis van Heimolen kost 4 miljoen euro.")
NEW = dated("2022-05-01", "De sluis van Heimolen kost 6,5 miljoen euro.")


@pytest.mark.parametrize("texts", [(OLD, NEW), (NEW, OLD)])
def test_contradicting_values_stand_side_by_side_with_the_newest_first(
    desk: Desk, texts: tuple[str, str]
) -> None:
    answer = reply(desk, QUESTION, *texts)
    assert [(item.value, item.numbers, item.date) for item in answer.variants] == [
        ("6,5 miljoen euro", (1,), "2022-05-01"),
        ("4 miljoen euro", (2,), "2020-03-01"),
    ]
    assert answer.short == "6,5 miljoen euro"


def test_an_older_value_is_marked_with_the_date_of_the_newer_document(desk: Desk) -> None:
    answer = reply(desk, QUESTION, OLD, NEW)
    assert [(item.date, item.newer) for item in answer.citations] == [
        ("2022-05-01", None),
        ("2020-03-01", "2022-05-01"),
    ]


def test_an_older_document_with_the_newest_value_is_not_marked(desk: Desk) -> None:
    again = dated("2019-07-01", "De sluis van Heimolen kost 6,5 miljoen euro.")
    weighed = desk.weigh(QUESTION, OLD, NEW, again)
    by_date = {unit.reading.document.date: unit for unit in weighed.units if "miljoen" in unit.text}
    best = by_date["2020-03-01"]
    rivals = order_rivals(best, find_rivals(weighed.question, best, weighed.units, weighed.matcher))
    cited = mark_older(weighed.question, rivals, cite(rivals, weighed.question))
    assert [(item.date, item.newer) for item in cited] == [
        ("2022-05-01", None),
        ("2020-03-01", "2022-05-01"),
        ("2019-07-01", None),
    ]


def test_without_dates_nothing_is_called_older(desk: Desk) -> None:
    answer = reply(
        desk,
        QUESTION,
        "# A\n\nDe sluis van Heimolen kost 4 miljoen euro.\n",
        "# B\n\nDe sluis van Heimolen kost 6,5 miljoen euro.\n",
    )
    assert len(answer.variants) == 2
    assert [item.newer for item in answer.citations] == [None, None]


@pytest.mark.parametrize(
    "sentence",
    [
        "De sluis van Heimolen kost ruim 4 miljoen euro.",
        "De sluis van Heimolen kost 4.010.000 euro.",
        "De sluis van Heimolen kost 3 tot 5 miljoen euro.",
        "De sluis van Heimolen kostte in 1932 al 2 miljoen euro en in 1933 niets.",
        "De brug van Lier kost 9 miljoen euro.",
    ],
)
def test_what_may_be_the_same_or_is_about_something_else_is_no_contradiction(
    desk: Desk, sentence: str
) -> None:
    first = dated("2020-03-01", "De sluis van Heimolen kost in 2020 ongeveer 4 miljoen euro.")
    assert reply(desk, QUESTION, first, dated("2022-05-01", sentence)).variants == ()


def test_two_values_of_one_document_are_no_contradiction_between_documents(desk: Desk) -> None:
    both = dated(
        "2020-03-01", "De sluis van Heimolen kost 4 miljoen euro.\n\nDe sluis van Heimolen kost 6 euro."
    )
    assert reply(desk, QUESTION, both).variants == ()


def test_other_dates_of_the_same_event_contradict_each_other(desk: Desk) -> None:
    answer = reply(
        desk,
        "Wanneer gaat de sluis van Heimolen open?",
        dated("2020-03-01", "De sluis van Heimolen gaat op 4 mei 2023 open."),
        dated("2021-03-01", "De sluis van Heimolen gaat op 9 juni 2024 open."),
    )
    assert [item.value for item in answer.variants] == ["9 juni 2024", "4 mei 2023"]


@pytest.mark.parametrize(
    ("one", "other", "before"),
    [
        ("2020", "2021", True),
        ("2020", "2020-06", False),
        ("2020-05-31", "2020-06", True),
        (None, "2020", False),
    ],
)
def test_a_date_is_only_before_another_when_that_is_certain(
    one: str | None, other: str, before: bool
) -> None:
    assert is_before(one, other) is before


def test_rows_of_tables_of_other_years_do_not_contradict_each_other(desk: Desk) -> None:
    def table(year: int, amount: str) -> str:
        return f"# Tarieven {year}\n\n| Sluis | Kosten |\n|---|---|\n| Sluis van Heimolen | {amount} |\n"

    rows = (table(2008, "€ 665,90"), table(2010, "€ 686,54"))
    assert reply(desk, "Wat zijn de kosten van de sluis van Heimolen?", *rows).variants == ()
    assert reply(desk, "Wat zijn de kosten van de sluis van Heimolen in 2008?", *rows).variants == ()


def test_the_text_says_that_the_documents_contradict_each_other(desk: Desk) -> None:
    lines = reply(desk, QUESTION, OLD, NEW).text.splitlines()
    assert "documenten spreken elkaar tegen" in lines[0]
    assert [line for line in lines if line.startswith("- ")] == [
        "- 6,5 miljoen euro (1 mei 2022) [1]",
        "- 4 miljoen euro (1 maart 2020) [2]",
    ]


@pytest.mark.parametrize(("other", "variants"), [("tweede", 0), ("eerste", 2)])
def test_the_first_and_the_second_of_something_do_not_contradict_each_other(
    desk: Desk, other: str, variants: int
) -> None:
    first = dated("2020-03-01", "De veerpont van Heimolen vervoerde in het eerste jaar 4.000 reizigers.")
    later = dated("2022-05-01", f"De veerpont van Heimolen vervoerde in het {other} jaar 6.500 reizigers.")
    answer = reply(desk, "Hoeveel reizigers vervoerde de veerpont van Heimolen?", first, later)
    assert len(answer.variants) == variants


def table(lead: str, amount: str, date: str | None = None) -> str:
    head = f"---\ndate: {date}\n---\n\n" if date else ""
    rows = f"| Klasse | Toelage |\n|---|---|\n| Klasse 1 | € 310 |\n| Klasse 2 | € {amount} |\n"
    return f"{head}# Toelage van de sluiswachter\n\n{lead}\n\n{rows}"


ASKED = "Hoeveel is de toelage van de sluiswachter van klasse 2?"


@pytest.mark.parametrize(
    "lead",
    [
        "De index was 102 in 1999. Met ingang van 1 januari {} luiden de bedragen als volgt:",
        "Vanaf 2011 ligt de toelage hoger. De toelage voor {} is:",
    ],
)
@pytest.mark.parametrize("date", [None, "2014-05-01"])
def test_amounts_of_other_years_by_the_words_above_their_table_do_not_contradict_each_other(
    desk: Desk, lead: str, date: str | None
) -> None:
    one, other = (
        table(lead.format(year), amount, date) for year, amount in (("2012", "340"), ("2013", "365"))
    )
    answer = reply(desk, ASKED, one, other)
    found = {item.value.removeprefix("€ "): (item.year, item.opposed) for item in answer.variants}
    assert found == {"340": ("2012", False), "365": ("2013", False)}
    assert answer.text.startswith("De documenten noemen verschillende waarden, elk bij een ander jaar:")
    assert "(2012)" in answer.text
    assert "spreken elkaar tegen" not in answer.text
    assert [item.newer for item in answer.citations] == [None] * len(answer.citations)


def test_amounts_of_one_year_contradict_each_other_and_of_no_year_and_no_date_it_is_not_known(
    desk: Desk,
) -> None:
    told = {
        lead: reply(desk, ASKED, table(lead, "340"), table(lead, "365"))
        for lead in ("In 2012 luiden de bedragen als volgt:", "De bedragen luiden als volgt:")
    }
    first, second = told.values()
    assert [(item.year, item.opposed) for item in first.variants] == [("2012", True)] * 2
    assert first.text.startswith("De documenten spreken elkaar tegen:")
    assert [(item.year, item.opposed) for item in second.variants] == [(None, False)] * 2
    assert second.text.startswith(
        "De documenten noemen verschillende waarden; van wanneer zij zijn, is niet bekend:"
    )


def test_of_amounts_of_which_one_has_a_date_the_documents_contradict_each_other(desk: Desk) -> None:
    lead = "De bedragen luiden als volgt:"
    answer = reply(desk, ASKED, table(lead, "340", "2014-05-01"), table(lead, "365"))
    assert [item.opposed for item in answer.variants] == [True, True]

"""A place inside a region holds the region that a question names, and words of a theme hold the name of the theme."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from assistant.answer.constraints import THEMED, WITHIN, find_constraints, find_held
from assistant.answer.weighing import weigh

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.types import Extract
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("question", "word", "text"),
    [
        ("Welke bruggen komen er in Limburg?", "Limburg", "In Maastricht komt een brug."),
        ("Welke Duitse stad krijgt een brug?", "Duitse", "In Düsseldorf komt een brug."),
        ("Welke Nederlandse provincie bouwt bruggen?", "Nederlandse", "Gelderland bouwt bruggen."),
        ("Welke Brabanders bouwen een brug?", "Brabanders", "In Eindhoven komt een brug."),
        ("Welke bruggen komen er in Vlaanderen?", "Vlaanderen", "In Genk komt een brug."),
        ("Welke bruggen komen er in Scandinavië?", "Scandinavië", "In Denemarken komt een brug."),
    ],
)
def test_a_place_holds_the_region_that_it_lies_in(desk: Desk, question: str, word: str, text: str) -> None:
    weighed = desk.weigh(question, f"# Nota\n\n{text}\n")
    place = next(place for place, term in enumerate(weighed.matcher.terms) if term.text == word)
    unit = next(unit for unit in weighed.units if unit.text == text)
    assert (unit.local[place], unit.close[place], unit.wide[place]) == (WITHIN, WITHIN, WITHIN)


@pytest.mark.parametrize(
    ("question", "word", "text"),
    [
        ("Welke bruggen komen er in Maastricht?", "Maastricht", "In Limburg komt een brug."),
        ("Welke bruggen komen er in Limburg?", "Limburg", "In Eindhoven komt een brug."),
        ("Welke Duitse stad krijgt een brug?", "Duitse", "In Rotterdam komt een brug."),
        ("Wie leidt de Metropoolregio Eindhoven?", "Metropoolregio", "In Eindhoven komt een brug."),
    ],
)
def test_a_region_holds_no_place_and_no_other_region(desk: Desk, question: str, word: str, text: str) -> None:
    weighed = desk.weigh(question, f"# Nota\n\n{text}\n")
    place = next(place for place, term in enumerate(weighed.matcher.terms) if term.text == word)
    assert max(unit.wide[place] for unit in weighed.units) < 0.5


def test_a_place_in_a_heading_holds_its_region_for_what_stands_below(desk: Desk) -> None:
    weighed = desk.weigh(
        "Welke bruggen komen er in Limburg?", "# Nota\n\n## Maastricht\n\nEr komen twee bruggen.\n"
    )
    place = next(place for place, term in enumerate(weighed.matcher.terms) if term.text == "Limburg")
    unit = next(unit for unit in weighed.units if unit.text == "Er komen twee bruggen.")
    assert unit.local[place] < 0.5 < unit.close[place] < WITHIN


def test_what_holds_a_region_is_told_by_its_places(desk: Desk) -> None:
    weighed = desk.weigh(
        "Welke bruggen komen er in Limburg?", "# Nota\n\nIn Venlo, Ede en Genk komt een brug.\n"
    )
    atlas = desk.library([]).atlas
    (constraint,) = find_constraints(weighed.question, weighed.matcher, atlas)
    unit = next(unit for unit in weighed.units if "Venlo" in unit.text)
    assert [fact.text for fact in find_held(unit, unit.span, constraint, atlas)] == ["Venlo", "Genk"]


def test_the_sentence_of_the_region_is_quoted_where_no_other_names_it(desk: Desk) -> None:
    best = desk.best(
        "Wie bouwt een brug in Limburg?",
        "# Nota\n\nIn Zwolle bouwt Karel Dorst een brug.\n\nIn Venlo bouwt Mia Verhulst een brug.\n",
    )
    assert best is not None
    assert best.short_text == "Mia Verhulst"


def test_words_of_a_theme_hold_its_name(desk: Desk) -> None:
    text = "Op het dak komen zonnepanelen en een warmtepomp voor elektriciteit."
    weighed = desk.weigh("Wat doet de school rond energie?", f"# Nota\n\n{text}\n\nDe gevel wordt rood.\n")
    place = next(place for place, term in enumerate(weighed.matcher.terms) if term.text == "energie")
    held = {unit.text: unit.local[place] for unit in weighed.units}
    assert held[text] == THEMED
    assert held["De gevel wordt rood."] == 0.0


def test_a_word_of_a_theme_that_is_not_its_name_asks_for_itself(desk: Desk) -> None:
    weighed = desk.weigh("Wat kost de warmtepomp?", "# Nota\n\nOp het dak komen zonnepanelen.\n")
    assert find_constraints(weighed.question, weighed.matcher, desk.library([]).atlas) == ()


def test_what_a_question_names_is_looked_up_once(desk: Desk) -> None:
    reading = desk.read("# Nota\n\nIn Venlo komt een brug.\n")
    library = desk.library([reading])
    asked: list[str] = []

    def find(words: str) -> Sequence[Extract]:
        asked.append(words)
        return library.atlas.find(words)

    question = "Welke gemeenten in Limburg krijgen een brug?"
    atlas = replace(library.atlas, find=find)
    weigh(question, desk.hits([reading]), replace(library, atlas=atlas))
    assert asked.count(question) == 1

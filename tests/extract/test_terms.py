"""The words that carry themes, looked up by the forms they take."""

from __future__ import annotations

from assistant.extract.source import read_source
from assistant.extract.terms import IGNORED, Phrases, Term, Terms, find_terms


def find(text: str, *terms: Term) -> list[tuple[str, list[str]]]:
    """Give the words at which terms begin, with those terms."""
    source = read_source(text)
    return [
        (source.plain[index], [term.text for term in found])
        for index, found in find_terms(source, Terms(terms, {}))
    ]


def test_a_word_gives_the_phrases_that_it_begins_and_what_it_is_itself() -> None:
    terms = (Term(0, 1.0, "open data"), Term(1, 0.5, "open"), Term(2, 1.0, "open data van de wijk*"))
    assert find("Open data van de wijken.", *terms) == [
        ("Open", ["open data van de wijk*", "open data", "open"])
    ]
    assert find("Open data van de stad", *terms) == [("Open", ["open data", "open"])]
    assert find("De winkel is open", *terms) == [("open", ["open"])]
    assert find("Open\n\ndata", *terms) == [("Open", ["open"])]
    assert find("data open", Term(0, 1.0, "open data")) == []


def test_the_words_of_an_ignored_name_carry_nothing() -> None:
    terms = (Term(IGNORED, 0.0, "sociale zaken en werk"), Term(0, 1.0, "werk"), Term(1, 1.0, "sociale zaken"))
    assert find("Sociale Zaken en Werk doet werk", *terms) == [("werk", ["werk"])]
    assert find("Sociale zaken en wonen", *terms) == [("Sociale", ["sociale zaken"])]


def test_a_word_that_is_ignored_carries_nothing_but_begins_its_phrases() -> None:
    terms = (Term(IGNORED, 0.0, "koor"), Term(0, 1.0, "koor"), Term(0, 1.0, "koor van het dorp"))
    assert find("Het koor zingt; het koor van het dorp niet", *terms) == [("koor", ["koor van het dorp"])]
    assert find("Het koor zingt", Term(IGNORED, 0.0, "koor")) == []


def test_a_star_takes_any_letters_at_its_end() -> None:
    assert find("Zorgplicht, kinderzorg, zorg", Term(0, 1.0, "zorg*"), Term(1, 1.0, "*zorg")) == [
        ("Zorgplicht", ["zorg*"]),
        ("kinderzorg", ["*zorg"]),
        ("zorg", ["zorg*"]),
    ]


def test_what_is_remembered_is_bounded() -> None:
    phrases = Phrases([Term(0, 1.0, "open data", ("data",))])
    for number in range(Phrases.LIMIT + 5):
        assert phrases[f"woord{number}"] == ()
    assert len(phrases) <= Phrases.LIMIT
    assert [term.text for term in phrases["Data"]] == ["open data"]
    assert phrases["x" * 1_000_000] == () and len(phrases) <= Phrases.LIMIT

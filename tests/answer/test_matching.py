"""How well words of a text stand for the words of a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer.kinship import INFLECTED, KIN, PART, PIECE, SAME
from assistant.answer.loosewords import OPENED, VARIANT, WAY
from assistant.answer.matching import CLOSE, Matcher
from assistant.answer.question import parse_question
from assistant.answer.terms import rarity_of, weigh_terms
from assistant.answer.textwords import normalise_number, read_words
from assistant.config import Settings
from assistant.embed import make_encoder

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


def strength(matcher: Matcher, word: str, text: str) -> float:
    """Give how strongly `text` holds the term `word` of the question."""
    place = [term.text for term in matcher.terms].index(word)
    return matcher.match(text)[place][0]


@pytest.mark.parametrize(
    ("question", "word", "text", "expected"),
    [
        ("Krijgen scholen warmte?", "scholen", "De school is open.", SAME),
        ("Hoe gaat de samenwerking?", "samenwerking", "Zij samenwerken graag.", SAME),
        ("Wat kost koffie in Café Zomer?", "Café", "In cafe Zomer is het druk.", SAME),
        ("Waar staan 7 molens?", "7", "Hier staan zeven molens.", SAME),
        ("Wie bouwt 10.000 woningen?", "10.000", "Er komen 10000 woningen.", SAME),
        ("Wie bouwt 10000 woningen?", "10000", "Er komen 10.000 woningen.", SAME),
        ("Wie zit in de 12e ronde?", "12e", "Ronde 12 begint morgen.", SAME),
        ("Hoeveel uren duurt de les?", "uren", "De les duurt een uur.", SAME),
        ("Wat heeft de brug gekost?", "gekost", "De brug kostte veel.", INFLECTED),
        ("Is de hal gesloten?", "gesloten", "De sluiting was laat.", INFLECTED),
        ("Is de toren hoog?", "hoog", "De molen is hoger.", INFLECTED),
        ("Waar staan de wagens?", "wagens", "Hier staan auto's.", VARIANT),
        ("Welke firma bouwt?", "firma", "Een familiebedrijf bouwt.", PART * 0.9),
        (
            "Wie leidt het 5G-innovatienetwerk?",
            "5G-innovatienetwerk",
            "Zij leidt het 5G innovatienetwerk.",
            OPENED,
        ),
        ("Wat wil de Lutter-actieagenda?", "Lutter-actieagenda", "De Lutter Nationale Actieagenda.", OPENED),
        ("Wat doet de Dienst Water Lutter?", "Lutter", "De taak van DWL is breed.", VARIANT),
        ("Wat doet de DWB?", "DWB", "De Dienst Water en Bodem betaalt.", VARIANT),
        ("Is er een DWB-besluit?", "DWB-besluit", "DWB zwijgt.", PIECE),
        ("Komt er extra geld?", "extra", "Er is aanvullend geld.", VARIANT),
        ("Krijgt een kmo steun?", "kmo", "Het mkb krijgt steun.", VARIANT),
        ("Wat doet de wethouder?", "wethouder", "De schepen spreekt.", VARIANT),
        (
            "Wat regelt de subsidieregeling?",
            "subsidieregeling",
            "De regeling voor subsidie is nieuw.",
            OPENED,
        ),
        ("Wanneer is de brug aangelegd?", "aangelegd", "De brug is gebouwd.", WAY),
        ("Hoe brengt zij schade in beeld?", "beeld", "Schade wordt in kaart gebracht.", WAY),
        ("Hoe hoog is het plafond?", "plafond", "Het subsidieplafond is bereikt.", PART),
        ("Hoe hoog is het subsidieplafond?", "subsidieplafond", "Het plafond is bereikt.", PART),
        ("Hoe hoog is het subsidieplafond?", "subsidieplafond", "Het renteplafond is bereikt.", PART * 0.6),
        ("Waar ligt Ravenhout?", "Ravenhout", "In Hemelrode ligt sneeuw.", 0.0),
        ("Wie bouwt 10 woningen?", "10", "Er komen 100 woningen.", 0.0),
        ("Is er 1,5 hectare?", "1,5", "Er is 15 hectare.", 0.0),
    ],
)
def test_a_word_is_held_as_strongly_as_its_sort_of_likeness(
    desk: Desk, question: str, word: str, text: str, expected: float
) -> None:
    assert strength(desk.matcher(question), word, text) == pytest.approx(expected)


def test_the_sorts_of_likeness_are_ordered() -> None:
    assert SAME > VARIANT > OPENED > KIN > WAY > PART > CLOSE > WAY * 0.8 > PART * 0.6


def test_one_slip_in_a_name_is_forgiven_and_in_a_number_is_not(desk: Desk) -> None:
    assert strength(desk.matcher("Waar ligt Ravenhout?"), "Ravenhout", "Ravenhoud ligt ver.") >= 0.7
    assert strength(desk.matcher("Wat was er in 2023?"), "2023", "Dat was in 2022.") == 0.0


def test_the_place_of_a_match_is_that_of_its_word(desk: Desk) -> None:
    matcher = desk.matcher("Welke steun krijgt het warmtenet?")
    text = "De raad gaf het warmtenet in mei veel steun."
    places = {term.text: place for term, (_, place) in zip(matcher.terms, matcher.match(text), strict=True)}
    assert (places["warmtenet"], places["steun"]) == (text.index("warmtenet"), text.index("steun"))


def test_a_word_that_is_not_there_has_no_place(desk: Desk) -> None:
    matcher = desk.matcher("Waar ligt de sluis?")
    assert all(found == (0.0, -1) for found in matcher.match("Koeien eten gras."))


def test_coverage_is_the_weighted_share_of_the_question(desk: Desk) -> None:
    matcher = desk.matcher("Wie opende de sluis in Ravenhout?")
    assert matcher.coverage([1.0] * len(matcher.terms)) == pytest.approx(1.0)
    assert matcher.coverage([0.0] * len(matcher.terms)) == 0.0
    weights = [term.weight for term in matcher.terms]
    first = [1.0] + [0.0] * (len(weights) - 1)
    assert matcher.coverage(first) == pytest.approx(weights[0] / sum(weights))


def test_names_and_numbers_weigh_more_than_words_and_general_verbs_less() -> None:
    terms = weigh_terms(parse_question("Welke steun krijgt Ravenhout in 2023?"), lambda stem: 0.5)
    weights = {term.text: term.weight for term in terms}
    kinds = {term.text: term.kind for term in terms}
    assert (kinds["Ravenhout"], kinds["2023"], kinds["steun"]) == ("name", "number", "word")
    assert weights["Ravenhout"] > weights["2023"] > weights["krijgt"]


def test_a_name_of_more_words_weighs_less_than_as_many_names() -> None:
    terms = weigh_terms(parse_question("Wat doet Ver Zand Vier voor Ravenhout?"), lambda stem: 0.5)
    weights = {term.text: term.weight for term in terms}
    assert weights["Ver"] == weights["Zand"] < weights["Ravenhout"]
    assert weights["Ravenhout"] < weights["Ver"] + weights["Zand"] + weights["Vier"]


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    rarity = {"sluis": 0.9, "stad": 0.1}
    terms = weigh_terms(parse_question("sluis stad"), lambda stem: rarity[stem])
    assert [term.text for term in sorted(terms, key=lambda term: -term.weight)] == ["sluis", "stad"]


def test_a_first_word_with_a_capital_is_a_name_only_when_it_is_no_word() -> None:
    kinds = {
        term.text: term.kind
        for question in ("Subsidie aanvragen", "Ravenhoutse aanvragen")
        for term in weigh_terms(parse_question(question), lambda stem: 0.5)
    }
    assert (kinds["Subsidie"], kinds["Ravenhoutse"]) == ("word", "name")


def test_a_word_close_in_meaning_counts_for_less_than_a_variant(desk: Desk) -> None:
    encoder = make_encoder(Settings())
    with_vectors = desk.matcher("Welke steun krijgt de fabriek?", encoder.encode_queries)
    without = desk.matcher("Welke steun krijgt de fabriek?")
    for text in ("De productie levert hulp.", "De industrie krijgt ondersteuning."):
        for term in with_vectors.terms:
            held = strength(with_vectors, term.text, text)
            plain = strength(without, term.text, text)
            assert plain <= held <= max(plain, CLOSE)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("10.000", "10000"),
        ("1.250.000", "1250000"),
        ("10,5", "10,5"),
        ("12e", "12"),
        ("1ste", "1"),
        ("3.5", "3.5"),
        ("2022-2023", "2022-2023"),
        ("4g", "4g"),
    ],
)
def test_a_number_has_one_spelling(written: str, expected: str) -> None:
    assert normalise_number(written) == expected


@given(st.integers(min_value=1000, max_value=10**12))
def test_thousands_with_and_without_full_stops_are_one_number(number: int) -> None:
    assert normalise_number(f"{number:,}".replace(",", ".")) == normalise_number(str(number))


@given(st.text(alphabet=st.characters(exclude_categories=["Nd", "No", "Nl", "Cs"]), max_size=60))
def test_words_of_any_text_stand_at_their_offsets(text: str) -> None:
    for word in read_words(text):
        assert text[word.start : word.end] == word.text


@pytest.mark.parametrize("size", [1, 5, 100, 10_000])
def test_rarity_falls_with_frequency_and_stays_between_0_and_1(size: int) -> None:
    values = [rarity_of(frequency, size) for frequency in range(0, size + 1, max(1, size // 20))]
    assert values == sorted(values, reverse=True)
    assert all(0.0 <= value <= 1.0 for value in values)
    assert rarity_of(3, 0) == 1.0


def test_a_word_is_worth_the_same_whatever_text_was_read_before() -> None:
    apart, plain = "Het college keurde het plan goed.", "Een goed plan."
    found = []
    for texts in ((apart, plain), (plain, apart)):
        terms = weigh_terms(parse_question("Wie geeft goedkeuring?"), lambda stem: 1.0)
        matcher = Matcher(terms, None)
        matcher.learn(texts)
        found.append([matcher.match(text) for text in (apart, plain)])
    assert found[0] == found[1]
    assert found[0][0] != found[0][1]


def test_only_words_that_share_something_with_a_term_have_a_strength() -> None:
    terms = weigh_terms(parse_question("Hoeveel 12 scholen bouwde Ravenhout?"), lambda stem: 1.0)
    matcher = Matcher(terms, None)
    text = "Twaalf basisscholen gebouwd bij Ravenhoud, zegt de krant."
    held = [text[start:end] for start, end, _ in matcher.held_words(text)]
    assert held == ["Twaalf", "basisscholen", "gebouwd", "Ravenhoud"]


@pytest.mark.parametrize(
    ("question", "word", "text"),
    [
        ("Wat doet de dienst Wegen?", "Wegen", "Zij heeft alles gewogen."),
        ("Wat doet de Raad?", "Raad", "Alle gemeenteraden spreken."),
        ("Wie woont in Bedelhoven?", "Bedelhoven", "Zij woont in Bedlhoven."),
        ("Wat wil Zeven?", "Zeven", "Er komen 7 banken."),
        ("Waar staan 7 molens?", "7", "Hier staan zeven molens."),
        ("Wat doet de DWB?", "DWB", "De Dienst Water en Bodem betaalt."),
        ("Wat doet de Dienst Water Lutter?", "Lutter", "De taak van DWL is breed."),
    ],
)
def test_without_vectors_names_and_numbers_are_found_as_well(question: str, word: str, text: str) -> None:
    """Then words without a mark of a name or number are passed over before their stems are found."""
    terms = weigh_terms(parse_question(question), lambda _: 0.5)
    named = tuple(term for term in terms if term.kind != "word")
    together, alone = Matcher(terms, None), Matcher(named, None)
    found = strength(together, word, text)
    assert found >= 0.5
    assert strength(alone, word, text) == found

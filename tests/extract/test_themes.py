"""Themes: assigned per paragraph, with the words that carry them."""

from __future__ import annotations

import pytest

from assistant.extract import document_themes, find_extracts, load_themes
from assistant.extract.themes import THRESHOLD, find_paragraphs
from assistant.types import Extract, ExtractKind, ThemeValue


def themes(text: str) -> list[tuple[str, str]]:
    """Give code and words of the themes in a text."""
    pairs = []
    for extract in find_extracts(text, kinds=[ExtractKind.THEME]):
        assert extract.text == extract.span.of(text)
        assert isinstance(extract.value, ThemeValue)
        assert THRESHOLD <= extract.value.score <= 1
        pairs.append((extract.value.code, extract.text))
    return pairs


def test_the_vocabulary_holds_the_fifteen_themes_with_unique_codes() -> None:
    found = load_themes()
    assert [theme.code for theme in found] == [
        "gezondheid",
        "mobiliteit",
        "digitalisering-ai",
        "agrifood",
        "hightech",
        "energie",
        "arbeidsmarkt",
        "onderwijs",
        "innovatie-kennis",
        "economie",
        "internationaal",
        "ruimte-wonen",
        "klimaat-natuur",
        "veiligheid-cyber",
        "bestuur-financien",
    ]
    assert all(
        theme.uri is None or theme.uri.startswith("https://identifier.overheid.nl/tooi/") for theme in found
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ziekenhuizen en huisartsen krijgen steun voor preventie en zorg.", "gezondheid"),
        ("Het openbaar vervoer en de fietspaden worden beter bereikbaar.", "mobiliteit"),
        ("Kunstmatige intelligentie en data helpen de digitale overheid.", "digitalisering-ai"),
        ("Landbouwers en veehouders krijgen een subsidie voor stallen.", "agrifood"),
        ("Fotonica en halfgeleiders zijn sleuteltechnologieën.", "hightech"),
        ("Waterstof en zonneparken leveren hernieuwbare energie.", "energie"),
        ("De arbeidsmarkt is krap; werkzoekenden volgen bijscholing.", "arbeidsmarkt"),
        ("Scholen en leerkrachten in het basisonderwijs.", "onderwijs"),
        ("Start-ups en kennisinstellingen werken in een fieldlab aan innovatie.", "innovatie-kennis"),
        ("Kmo's en ondernemers op het bedrijventerrein exporteren meer.", "economie"),
        ("Grensoverschrijdende samenwerking binnen Interreg en de euregio.", "internationaal"),
        ("Woningbouw en ruimtelijke ordening in de wijk.", "ruimte-wonen"),
        ("Natura 2000, stikstof en biodiversiteit.", "klimaat-natuur"),
        ("Cybersecurity en de politie tegen ransomware.", "veiligheid-cyber"),
        ("De begroting en de subsidieregeling van de gemeenteraad.", "bestuur-financien"),
        ("Uit dit fonds ging de jaren ervoor al geld naar personen met een handicap.", "gezondheid"),
        ("Automobilisten en vrachtwagens rijden over de rondweg.", "mobiliteit"),
        (
            "Voor de vervolging van zo een feit is een aanwijzing nodig die de strafmaat noemt.",
            "veiligheid-cyber",
        ),
        ("Asielzoekers en vluchtelingen wachten op een verblijfsvergunning.", "internationaal"),
        ("In de duinen en op het wad broeden ook nu weer veel trekvogels op de grond.", "klimaat-natuur"),
    ],
)
def test_each_theme_is_found_by_its_words(text: str, code: str) -> None:
    assert code in [found for found, _ in themes(text)]


def test_the_extract_marks_the_strongest_words_once_per_paragraph() -> None:
    text = "Gezondheid en vitaliteit\n\nDe zorg in het ziekenhuis wordt beter; gezondheid staat voorop."
    assert [pair for pair in themes(text) if pair[0] == "gezondheid"] == [
        ("gezondheid", "Gezondheid"),
        ("gezondheid", "ziekenhuis"),
    ]


def test_the_name_of_a_ministry_carries_no_theme() -> None:
    assert (
        themes("Het ministerie van Economische Zaken en Klimaat en dat van Onderwijs, Cultuur en Wetenschap.")
        == []
    )


def test_the_name_of_a_commission_that_gives_advice_carries_no_theme() -> None:
    assert themes("Toezichtcommissie voor de verwerking van persoonsgegevens") == []
    assert themes("Verwerking van persoonsgegevens") == [
        ("veiligheid-cyber", "Verwerking van persoonsgegevens")
    ]


def test_a_text_without_theme_words_has_no_theme() -> None:
    assert themes("De vergadering begon om tien uur. Iedereen was er.") == []


def test_paragraphs_cover_the_text_in_order() -> None:
    text = "Kop\n\nEen alinea.\nTweede regel.\n\n\n" + "lang " * 60 + "\nvolgende"
    bounds = list(find_paragraphs(text))
    assert "".join(text[start:end] for start, end in bounds) == text
    assert [text[start:end].strip()[:8] for start, end in bounds] == [
        "Kop",
        "Een alin",
        "lang lan",
        "volgende",
    ]


def test_the_themes_of_a_document_are_ranked_against_the_strongest() -> None:
    text = (
        "Woningbouw en ruimtelijke ordening.\n\nNieuwe woningen en huisvesting.\n\nScholen en leerkrachten."
    )
    ranked: list[Extract] = find_extracts(text, kinds=[ExtractKind.THEME])
    codes = [value.code for value in document_themes(ranked)]
    assert codes == ["ruimte-wonen", "onderwijs"]
    best = max(
        extract.value.score for extract in ranked if getattr(extract.value, "code", "") == "ruimte-wonen"
    )
    assert document_themes(ranked)[0].score == best
    assert document_themes([]) == []


def test_a_heading_says_what_the_paragraph_below_it_is_about() -> None:
    alone = "De aanvragen van dit jaar zijn behandeld; wie op de wachtlijst staat, krijgt bericht."
    assert themes(alone) == []
    assert "gezondheid" in [code for code, _ in themes(f"Zorg en gezondheid\n\n{alone}")]


def test_each_item_of_a_list_of_themes_counts_as_a_heading() -> None:
    text = "1. Gezondheid\n2. Slimme mobiliteit\n3. Agrifood\n4. Energie"
    assert {code for code, _ in themes(text)} >= {"gezondheid", "mobiliteit", "agrifood", "energie"}


def test_the_longest_ignored_name_is_taken_whole() -> None:
    assert themes("Ministerie van Economische Zaken en Klimaat") == []


def test_a_compound_carries_the_theme_of_its_last_part() -> None:
    found = dict((word, code) for code, word in themes("Huurwoningen en seniorenwoningen in de kern."))
    assert found == {"Huurwoningen": "ruimte-wonen"}

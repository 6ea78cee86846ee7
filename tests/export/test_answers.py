"""An answer as one row of a table."""

from __future__ import annotations

from assistant.export.answers import answer_table, flatten_answer


def make_source(number: int, quote: str) -> dict[str, object]:
    place = {"nummer": number, "document": f"d{number}", "bestand": f"{number}.pdf", "pagina": number}
    return {**place, "sha256": "ab", "start": 3, "eind": 3 + len(quote), "citaat": quote}


def test_a_row_has_the_first_source_in_full_and_all_quotations_with_their_numbers() -> None:
    row = {
        "kenmerk": "q1",
        "bronnen": [make_source(1, "Er zijn 12 scholen."), make_source(2, "Er zijn 14 scholen.")],
        "volledigheid": {"doorzocht": 4, "index": "g"},
        "deels": {"genoemd": ["scholen"], "nietGevonden": ["leraren"]},
        "telling": {"keer": 31},
        "tegenspraak": [{"waarde": "14", "bronnen": [2]}, {"waarde": "12", "bronnen": [1]}],
        "gevallen": [{"geval": "dorp", "waarde": "14", "bronnen": [1, 2]}],
    }
    flat = flatten_answer(row)
    assert (flat["document"], flat["pagina"], flat["citaat"]) == ("d1", 1, "Er zijn 12 scholen.")
    assert flat["bronnen"] == ["[1] 1.pdf, p. 1, 3-22", "[2] 2.pdf, p. 2, 3-22"]
    assert flat["citaten"] == ["[1] Er zijn 12 scholen.", "[2] Er zijn 14 scholen."]
    assert (flat["nietGevonden"], flat["geteld"]) == (["leraren"], 31)
    assert flat["tegenspraak"] == ["14 [2]", "12 [1]"]
    assert flat["gevallen"] == ["dorp: 14 [1][2]"]
    assert {column.name for column in answer_table().columns} <= flat.keys() | {
        *("vraag", "soort", "beantwoord", "kort", "tekst", "titel", "documentDatum", "kop", "nieuwer", "id")
    }


def test_a_row_without_an_answer_keeps_its_columns_empty() -> None:
    flat = flatten_answer({"bronnen": [], "volledigheid": {"doorzocht": 4, "index": "g"}})
    assert (flat["citaten"], flat["tegenspraak"], flat["geteld"], flat["nietGevonden"]) == (
        [],
        [],
        None,
        None,
    )

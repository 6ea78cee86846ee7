from __future__ import annotations

from dataclasses import replace

from assistant.cli.printing import clean, format_answer, format_hits, format_report
from assistant.types import Answer, Citation, Completeness, Failure, IngestReport, Mention, Span, Tally

CITATION = Citation(
    1,
    "ab" * 8,
    "map/a\x1b[2J.pdf",
    "ab" * 32,
    "Rapport\nwarmte",
    Span(0, 4),
    "Vier.",
    0.5,
    "2020-06",
    14,
    ("A", "B"),
)


def test_no_control_character_passes() -> None:
    """Fault 48: CR/LF and ANSI."""
    assert clean("a\x1b[31mb\rc\x9bd\x00") == "a�[31mb�c�d�"
    assert clean("a\tb\n") == "a\tb\n"


def test_an_answer_shows_short_answer_text_and_source() -> None:
    answer = Answer(
        "1", "?", "hoeveel", True, "Er zijn er vier. [1]", Completeness(5, 4, 1, "g"), "vier", (CITATION,)
    )
    assert list(format_answer(answer)) == [
        "vier",
        "",
        "Er zijn er vier. [1]",
        "",
        "Bronnen",
        "[1] Rapport warmte",
        "    map/a�[2J.pdf, 2020-06, p. 14",
        "    A › B",
        "    “Vier.”",
        "",
        "Doorzocht: 4 van 5 documenten; 1 bestand(en) konden niet gelezen worden.",
    ]


def test_a_declined_answer_labels_what_is_near() -> None:
    answer = Answer("1", "?", "wie", False, "Niet gevonden.", Completeness(1, 1, 0, "g"), nearby=(CITATION,))
    lines = list(format_answer(answer))
    assert lines[:4] == [
        "Niet gevonden.",
        "",
        "Dit is geen antwoord, wel het dichtstbij:",
        "  - Rapport warmte",
    ]


def test_nothing_found_is_said() -> None:
    assert list(format_hits([], [])) == ["Niets gevonden."]


def test_a_long_list_of_files_is_cut() -> None:
    report = IngestReport("g", added=tuple(f"{n}.txt" for n in range(25)), failed=(Failure("x.pdf", "stuk"),))
    lines = list(format_report(report))
    assert lines[0] == "Toegevoegd: 25"
    assert lines[21] == "  ... en nog 5"
    assert "Mislukt: 1" in lines


def test_a_count_shows_its_places_and_how_many_more_there_are() -> None:
    place = Mention("d", "a\x1b.md", "A", Span(0, 3), "een\nbrug", "2020", 3)
    answer = Answer("1", "?", "aantal", True, "Aantal: 60 keer.", Completeness(1, 1, 0, "g"))
    lines = list(format_answer(replace(answer, tally=Tally("het woord ‘brug’", 1, 60, (place,) * 60))))
    assert lines[1:5] == ["", "Vindplaatsen (60)", "  - a�.md, 2020, p. 3", "    “een brug”"]
    assert lines.count("    “een brug”") == 50
    assert "  ... en nog 10; met --json ziet u ze alle." in lines


def test_an_older_source_is_marked() -> None:
    """Fault 51: an older version is labelled."""
    answer = Answer("1", "?", "bedrag", True, "x [1]", Completeness(1, 1, 0, "g"))
    lines = list(format_answer(replace(answer, citations=(replace(CITATION, newer="2022-06"),))))
    assert "    Ouder: een document van 2022-06 zegt iets anders." in lines

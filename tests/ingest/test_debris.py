"""Menus, buttons and copies in the text of web pages."""

from __future__ import annotations

from assistant.ingest.debris import drop_copies, drop_menus
from assistant.ingest.reading import Draft
from assistant.types import BlockKind

PAGE = """\
Menu
Sluiten

Wonen & Werken

Sluiten

Nieuwe bomen in het park

In het park van Molendam zijn dit voorjaar tweehonderd nieuwe bomen geplant, op verzoek van de bewoners van de wijk.

Geschreven door de redactie

3 april 2021

In het park van Molendam zijn dit voorjaar tweehonderd nieuwe bomen geplant, op verzoek van de bewoners van de wijk.

Geschreven door de redactie

3 april 2021

De wethouder plantte de eerste boom. Hij deed dat samen met kinderen van de school.

Deel dit artikel
"""


def test_menus_go_and_a_lead_comes_once(load, blocks):
    document = load(PAGE)
    assert [text for _, text in blocks(document)] == [
        "Nieuwe bomen in het park",
        "In het park van Molendam zijn dit voorjaar tweehonderd nieuwe bomen geplant, op verzoek van de bewoners van de wijk.",
        "Geschreven door de redactie",
        "3 april 2021",
        "De wethouder plantte de eerste boom. Hij deed dat samen met kinderen van de school.",
    ]
    assert document.title == "Nieuwe bomen in het park"
    assert (document.date, document.date_source) == ("2021-04-03", "tekst")


def test_one_word_like_a_button_in_a_report_stays(load):
    assert (
        "Privacy" in load("# Nota\n\n## Privacy\n\nDe gegevens worden na een jaar gewist.\n", "nota.md").text
    )


def test_the_same_answer_under_another_heading_stays(load):
    answer = "Voor het antwoord op deze vraag verwijst het college naar de eerdere brief aan de raad over dit onderwerp."
    text = load(f"## Vraag 1\n\n{answer}\n\n## Vraag 2\n\n{answer}\n", "antwoord.md").text
    assert text.count(answer) == 2


def test_a_title_with_buttons_to_share_it_stays(load, blocks):
    story = "In het park van Molendam zijn dit voorjaar tweehonderd nieuwe bomen geplant, op verzoek van de buurt."
    page = f"Menu\n\nSluiten\n\nNieuwe bomen in het park\n\nDelen\n\nPrint\n\n{story}\n"
    assert [text for _, text in blocks(load(page))] == ["Nieuwe bomen in het park", story]


def test_a_title_that_the_format_marks_is_no_menu():
    title = Draft(BlockKind.HEADING, "Nieuwe bomen", 1)
    buttons = [Draft(BlockKind.PARAGRAPH, text) for text in ("Menu", "Zoeken")]
    assert drop_menus([buttons[0], title, buttons[1]]) == [title]


def test_a_paragraph_that_differs_in_one_sign_stays():
    text = "Het waterschap betaalt in het jaar 2021 aan de gemeente Molendam voor de dijk een bedrag van 12.000 euro."
    drafts = [Draft(BlockKind.PARAGRAPH, each) for each in (text, text.replace("12", "13"), text)]
    assert drop_copies(drafts) == drafts[:2]


def test_many_repeated_paragraphs_are_counted_for_the_user(load):
    parts = [
        f"Op plek {n} bouwt de gemeente Molendam dit jaar {n + 3} woningen voor mensen uit de eigen streek."
        for n in range(12)
    ]
    document = load("\n\n".join((*parts, *parts)) + "\n")
    assert document.notices == ("12 herhaalde alinea's zijn weggelaten",)
    assert document.text.count("Op plek") == 12

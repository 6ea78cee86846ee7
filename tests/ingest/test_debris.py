"""Menus, buttons and copies in the text of web pages."""

from __future__ import annotations

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

"""Who signed, asked or answered a whole document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.evidence import Unit
from assistant.answer.question import parse_question
from assistant.answer.signing import add_lines, find_askers
from tests.answer.test_reply import reply

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

RULE = (
    "# Regels voor windmolens langs vaarwegen\n\nEen windmolen staat op 50 meter van de vaarweg.\n\n"
    "De beheerder let op de doorvaart van schepen bij windmolens.\n\nDeze regels gelden vanaf 1 mei 2015.\n\n"
    "Den Haag, 2 april 2015\n\n{signature}\n\n## Bijlage\n\nTabel met afstanden.\n"
)
OTHER = (
    RULE.replace("windmolens", "fietspaden")
    .replace("windmolen", "fietspad")
    .format(signature="De Minister van Verkeer, K. Pauwels")
)
QUESTIONS = (
    "# Vragen over zwemwater\n\nVragen van het lid Zoetmulder (PvdZ) aan de Minister van Water over blauwalg in zwemplassen "
    "(ingezonden 3 juni 2020).\n\nAntwoord van Minister Brandsma (Water) (ontvangen 9 juli 2020).\n\nVraag 1\n\n"
    "Klopt het dat blauwalg in zwemplassen toeneemt?\n\nAntwoord 1\n\nDe blauwalg in zwemplassen neemt toe, meldt Waterschap De Linge.\n"
)


@pytest.mark.parametrize(
    ("question", "signature", "short"),
    [
        (
            "Welke minister stelde de regels voor windmolens vast?",
            "De Minister van Energie, J.A. de Wit",
            "J.A. de Wit",
        ),
        (
            "Wie ondertekende de regels over windmolens langs vaarwegen?",
            "De inspecteur-generaal Energie,\n\ndrs. M. van der Hoef-Jansen",
            "drs. M. van der Hoef-Jansen",
        ),
        (
            "Wie tekende als directeur-generaal de regels voor windmolens?",
            "De Minister van Energie,\n\nvoor deze,\n\nde directeur-generaal Netten, P. Zwart",
            "P. Zwart",
        ),
    ],
)
def test_who_signed_is_read_below_the_document_that_holds_the_words(
    desk: Desk, question: str, signature: str, short: str
) -> None:
    unit = desk.best(question, RULE.format(signature=signature), OTHER)
    assert unit is not None
    assert unit.short_text == short


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Wie beantwoordde de vragen over blauwalg in zwemplassen?", "Brandsma"),
        ("Welk Kamerlid stelde vragen over blauwalg in zwemplassen?", "Zoetmulder"),
    ],
)
def test_who_put_questions_and_who_answered_them_are_told_apart(
    desk: Desk, question: str, short: str
) -> None:
    unit = desk.best(question, QUESTIONS)
    assert unit is not None
    assert unit.short_text == short


NAMELESS = (
    "# Richtlijn vals alarm langs vaarwegen\n\nEen vals alarm kost de vaarder 200 euro.\n\n"
    "De sluiswachter meldt een vals alarm bij de vaarweg.\n"
)
ALARM = (
    "# Regels voor vuurtorens\n\nBij alarm en bij vals licht gaat de toren uit.\n\nEen alarm wordt gemeld.\n\n"
    "Den Haag, 2 april 2015\n\nDe Minister van Verkeer, K. Pauwels\n"
)


@pytest.mark.parametrize("asked", ["het besluit over vals alarm", "de richtlijn vals alarm langs vaarwegen"])
def test_the_signature_of_another_document_than_the_one_that_is_named_is_no_answer(
    desk: Desk, asked: str
) -> None:
    answer = reply(desk, f"Wie tekende {asked}?", NAMELESS, ALARM)
    assert "Pauwels" not in answer.text
    assert not answer.answered


def test_of_two_documents_that_are_called_so_both_signatures_are_told(desk: Desk) -> None:
    one, other = (
        ALARM.replace("K. Pauwels", name) + f"\nDeel {name}.\n" for name in ("K. Pauwels", "B. Oomen")
    )
    answer = reply(desk, "Wie tekende de regels voor vuurtorens?", one, other, RULE.format(signature=""))
    assert "Pauwels" in answer.text
    assert "Oomen" in answer.text


def test_a_post_that_did_not_sign_is_not_answered_with_another(desk: Desk) -> None:
    text = RULE.format(signature="De inspecteur-generaal Energie, B. Kok")
    unit = desk.best("Welke staatssecretaris stelde de regels voor windmolens vast?", text)
    assert unit is None or unit.short_text != "B. Kok"


def test_somebody_who_is_only_named_did_not_sign(desk: Desk) -> None:
    unit = desk.best("Wie ondertekende de regels voor windmolens?", RULE.format(signature="De heer B. Kok"))
    assert unit is None or unit.fit < 1.0


def test_a_long_row_of_hyphens_below_a_rule_is_read_through(desk: Desk) -> None:
    """Where a hyphen parts the words of a name as well as it stands in one, this takes hours."""
    text = RULE.format(signature=f"De Minister van Energie, B. {'Aa-' * 1_000}!.!")
    unit = desk.best("Wie ondertekende de regels voor windmolens?", text)
    assert unit is None or unit.fit < 1.0


def test_an_item_with_a_letter_is_no_signature(desk: Desk) -> None:
    items = "De regels gelden niet als:\n\nA. Het gebruik wordt beëindigd, of\n\nB. De molen stil staat."
    unit = desk.best("Wie ondertekende de regels voor windmolens?", RULE.format(signature=items))
    assert unit is None or unit.short_text not in ("A. Het", "B. De")


@pytest.mark.parametrize(("before", "behind", "signer"), [(0, 1, "P. Zwart"), (1, 0, "P. Zwart"), (1, 1, "")])
def test_of_a_long_document_the_lines_near_its_head_and_its_end_are_read(
    desk: Desk, before: int, behind: int, signer: str
) -> None:
    rows = "Een windmolen staat op vijftig meter van de vaarweg.\n\n" * 4_000
    signed = "De Minister van Energie, P. Zwart\n\n"
    reading = desk.read(f"# Regels voor windmolens\n\n{rows * before}{signed}{rows * behind}")
    unit = Unit(reading, 0, reading.blocks[0].span, 1.0)
    added = add_lines(parse_question("Wie ondertekende de regels voor windmolens?"), [unit])
    assert [other.text for other in added if other is not unit] == ([signed.strip()] if signer else [])


@pytest.mark.parametrize("verb", ["tekent", "ondertekent"])
@pytest.mark.parametrize("told", ["getekend", "ondertekend"])
def test_who_signs_now_is_told_by_a_sentence_and_not_by_the_signature_below(
    desk: Desk, verb: str, told: str
) -> None:
    signature = "De Minister van Energie,\nJ.A. de Wit"
    text = f"Het contract voor de molen wordt {told} door gedeputeerde Anke Zwart.\n\n{signature}"
    question = parse_question(f"Wie {verb} het contract voor de molen?")
    units = desk.weigh(question.text, text).units
    assert units[0].short_text is not None
    assert "Anke Zwart" in units[0].short_text


def test_who_signs_is_nobody_of_whom_only_something_else_is_said(desk: Desk) -> None:
    best = desk.best("Wie tekent de vergunning?", "Over de vergunning beslist de minister van Energie.")
    assert best is None


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ("de leden Mol en De Wit (beiden PvdZ)", "Mol en De Wit (beiden PvdZ)"),
        ("de leden Mol (PvdZ) en De Wit (D99)", "Mol"),
    ],
)
def test_of_a_party_all_who_put_the_questions_are_given(desk: Desk, members: str, expected: str) -> None:
    reading = desk.read(f"Vragen van {members} aan de Minister van Water over de sluis.")
    unit = Unit(reading, 0, reading.sentences(0)[0], 1.0)
    found = find_askers(parse_question("Welk Kamerlid van PvdZ stelde vragen over de sluis?"), unit)
    assert found is not None
    assert found.of(reading.document.text) == expected

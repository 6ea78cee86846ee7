"""The period that a document reports on."""

from __future__ import annotations

import pytest

from assistant.ingest.period import find_period
from assistant.ingest.reading import Draft
from assistant.types import BlockKind, DocumentKind

REPORT = DocumentKind.PROGRESS_REPORT


def _find(title="", *texts, subtitle=None, kind=REPORT, stem="stuk"):
    drafts = [Draft(BlockKind.PARAGRAPH, text) for text in texts]
    return find_period(title, subtitle, drafts, kind, stem)


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Voortgangsrapportage 2020", "2020/2020"),
        ("Jaarverslag bibliotheek Molendam 2021", "2021/2021"),
        ("Resultaten juli 2019 - juni 2020", "2019-07/2020-06"),
        ("Rapportage juli t/m december 2020", "2020-07/2020-12"),
        ("Voortgang: 1 juli 2019 tot en met 30 juni 2020", "2019-07/2020-06"),
        ("Rapportage eerste halfjaar 2021", "2021-01/2021-06"),
        ("Voortgang tweede helft van 2021", "2021-07/2021-12"),
        ("Kwartaalrapportage 3e kwartaal 2022", "2022-07/2022-09"),
        ("Rapportage Q4 2022", "2022-10/2022-12"),
        ("Voortgang 2019-2024", "2019/2024"),
        ("Verslag 2021–22", "2021/2022"),
        ("Rapportage mei 2021", None),
        ("Jaarverslag van de bibliotheek 2021", "2021/2021"),
        ("Voortgangsrapportage over het Waterplan 2030", None),
        ("Waterplan", None),
        ("Van 1900-1999: een eeuw water", None),
        ("Dossier 2020-06-15", None),
    ],
)
def test_a_title_states_its_period(title, period):
    assert _find(title) == period


def test_a_policy_has_the_years_of_its_title_and_a_letter_about_it_has_not():
    assert _find("Beleidsnota water 2019-2024", kind=DocumentKind.POLICY) == "2019/2024"
    for kind in (DocumentKind.LETTER, DocumentKind.MINUTES, DocumentKind.NEWS, DocumentKind.DECISION):
        assert _find("Over de nota water 2019-2024", kind=kind) is None


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Dit verslag beschrijft de periode van 1 juli 2023 tot en met 30 juni 2024 en kijkt vooruit.", "2023-07/2024-06"),
        ("Een impressie van de resultaten juli 2019 - juni 2020", "2019-07/2020-06"),
        ("Rapportageperiode: eerste halfjaar 2021", "2021-01/2021-06"),
        ("In mei 2018 - toen alles begon - was het anders.", None),
    ],
)  # fmt: skip
def test_a_report_states_its_period_in_its_beginning(text, period):
    assert _find("Waterplan", text) == period


def test_a_session_above_questions_is_their_period():
    assert _find("Vragen", "Vergaderjaar 2023–2024", kind=DocumentKind.QUESTIONS) == "2023/2024"
    assert _find("Handelingen", "Zitting 2021-2022", kind=None) == "2021/2022"


def test_the_subtitle_goes_before_the_text_and_the_file_name_comes_last():
    assert (
        _find("Waterplan", "Resultaten juli 2019 - juni 2020", subtitle="Jaar 1: mei 2018 – mei 2019")
        == "2018-05/2019-05"
    )
    assert _find("Waterplan", stem="voortgangsrapportage-2022") == "2022/2022"
    assert _find("Regeerakkoord", kind=DocumentKind.POLICY, stem="regeerakkoord-2019-2024") == "2019/2024"
    assert _find("Brief", kind=DocumentKind.LETTER, stem="brief-2019-2024") is None

"""The same sentence in two documents is quoted from both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.answer.test_reply import reply

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

LETTER = "# Brief\n\nDe sluis van Heimolen werd op 4 maart 2021 geopend door de gouverneur.\n"
REPORT = (
    "# Verslag\n\nHet regende.\n\nDe sluis van Heimolen werd op 4 maart 2021  geopend door de gouverneur!\n"
)
OTHER = "# Krant\n\nDe brug van Lier is rood.\n"


def test_the_same_sentence_in_two_documents_cites_both(desk: Desk) -> None:
    answer = reply(desk, "Wanneer werd de sluis van Heimolen geopend?", LETTER, REPORT, OTHER)
    assert answer.short == "4 maart 2021"
    assert len({citation.document_id for citation in answer.citations}) == len(answer.citations) == 2
    assert "4 maart 2021 [1][2]" in answer.text.splitlines()[0]
    assert sum("geopend" in line for line in answer.text.splitlines()) == 1
    assert all(citation.quote.startswith("De sluis van Heimolen") for citation in answer.citations)


def test_a_second_source_never_takes_more_room_than_there_is(desk: Desk) -> None:
    answer = reply(desk, "Wanneer werd de sluis van Heimolen geopend?", LETTER, REPORT, OTHER, limit=1)
    assert len(answer.citations) == 1


def test_a_sentence_with_another_number_is_not_the_same(desk: Desk) -> None:
    answer = reply(
        desk, "Wanneer werd de sluis van Heimolen geopend?", LETTER, REPORT.replace("2021", "2022")
    )
    assert "[1][2]" not in answer.text

"""The figure of the last report in a row, where no year is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
FIRST = "# Verslag 2021\n\nDatum: 3 mei 2021\n\n## 2.1 De leerfabriek\n\nIn april 2021 waren 31 bedrijven aangesloten."
NEXT = "# Verslag 2022\n\nDatum: 4 mei 2022\n\n## 3.4 De leerfabriek\n\nIn april 2022 waren 52 bedrijven aangesloten."
OTHER = "# Verslag 2023\n\nDatum: 4 mei 2023\n\n## De warmtekring\n\nIn april 2023 waren 17 bedrijven aangesloten."


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Hoeveel bedrijven zijn aangesloten bij de leerfabriek?", "52 bedrijven"),
        ("Hoeveel bedrijven waren in april 2021 aangesloten bij de leerfabriek?", "31 bedrijven"),
    ],
)
def test_the_newest_report_of_a_row_goes_first_unless_a_time_is_asked(
    desk: Desk, question: str, short: str
) -> None:
    readings = [desk.read(text) for text in (FIRST, NEXT, OTHER)]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.short == short

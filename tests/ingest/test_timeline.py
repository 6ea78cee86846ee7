"""Timelines."""

from __future__ import annotations

from assistant.ingest.outline import set_outline
from assistant.ingest.reading import Draft
from assistant.ingest.timeline import level_years
from assistant.types import BlockKind

BODY = "De gemeente besloot dat jaar na lang beraad om de oude haven te laten uitdiepen, zodat grotere schepen konden komen."
NAMES = (
    "Eerste sluis",
    "Tweede sluis",
    "Opening van de kade",
    "Nieuwe brug",
    "Sluiting van de haven",
    "Jubileum",
)


def _line(text: str, page: int = 1) -> Draft:
    return Draft(BlockKind.PARAGRAPH, text, page=page)


def _timeline() -> list[Draft]:
    drafts: list[Draft] = []
    for place, name in enumerate(NAMES):
        drafts += [
            _line(str(1950 + 5 * place), 1 + place // 2),
            _line(name, 1 + (place + 1) // 2),
            _line(BODY, 1 + (place + 1) // 2),
        ]
    return drafts


def _headings(drafts: list[Draft]) -> list[tuple[str, int]]:
    return [(draft.text, draft.level) for draft in set_outline(drafts) if draft.kind is BlockKind.HEADING]


def test_a_year_is_the_heading_above_its_entry_also_over_a_page_and_all_are_sisters():
    assert _headings(_timeline()) == [
        entry for place, name in enumerate(NAMES) for entry in ((str(1950 + 5 * place), 2), (name, 3))
    ]


def test_spans_and_headings_with_a_year_are_sisters_too():
    more = [("1980-1990", 4), ("Stilte in de haven", 5), (BODY, 5), ("1991 Heropening", 5), (BODY, 5)]
    found = _headings([*_timeline(), *(_line(*entry) for entry in more)])
    assert found[-3:] == [("1980-1990", 2), ("Stilte in de haven", 3), ("1991 Heropening", 2)]


def test_no_word_of_a_timeline_changes():
    drafts = _timeline()
    assert [draft.text for draft in set_outline(drafts)] == [draft.text for draft in drafts]


def test_few_years_or_years_that_do_not_rise_are_no_timeline():
    few = [_line("1999"), Draft(BlockKind.HEADING, "Brug", 2), _line(BODY)]
    assert level_years(few, 2) == few
    falling = [
        draft
        for year in ("2020", "1950", "2010", "1960", "2000", "1970")
        for draft in (_line(year), Draft(BlockKind.HEADING, "Brug", 2), _line(BODY))
    ]
    assert level_years(falling, 2) == falling


def test_levels_that_the_format_tells_stay():
    told = [
        draft
        for year in range(2001, 2009)
        for draft in (
            Draft(BlockKind.HEADING, str(year), 1),
            Draft(BlockKind.HEADING, "Brug", 2),
            _line(BODY),
        )
    ]
    assert set_outline(told) == told

from __future__ import annotations

import pytest

from assistant.errors import UsageError
from assistant.extract import load_regions, load_themes
from assistant.types import DocumentRecord, Filters
from assistant.wire import resolve_filters

RECORD = DocumentRecord("ab" * 8, "map/a.txt", "ab" * 32, "A", 10, 1)


def test_codes_and_names_are_taken_in_any_case() -> None:
    found = resolve_filters(Filters(themes=("ENERGIE",), regions=("nl-nb", "beieren")), ())
    assert found == Filters(themes=("energie",), regions=("NL-NB", "DE-BY"))


def test_every_code_of_the_vocabularies_stands_for_itself() -> None:
    themes = tuple(theme.code for theme in load_themes())
    regions = tuple(region.code for region in load_regions() if region.code)
    assert resolve_filters(Filters(themes=themes, regions=regions), ()) == Filters(
        themes=themes, regions=regions
    )


def test_a_slip_is_refused_with_a_proposal() -> None:
    with pytest.raises(
        UsageError, match=r"'enrgie' is geen bekende code voor thema\. Bedoelt u 'energie'\?"
    ) as caught:
        resolve_filters(Filters(themes=("enrgie",)), ())
    assert caught.value.field == "thema"


def test_a_document_is_known_by_id_and_by_path() -> None:
    for name in (RECORD.id, RECORD.path):
        assert resolve_filters(Filters(documents=(name,)), [RECORD]).documents == (name,)
    with pytest.raises(UsageError, match="'weg' is geen bekend document") as caught:
        resolve_filters(Filters(documents=("weg",)), [RECORD])
    assert caught.value.field == "document"


def test_what_the_caller_wrote_is_shown_cut_and_printable() -> None:
    with pytest.raises(UsageError) as caught:
        resolve_filters(Filters(regions=("\x1b[2J\ud800" + "q" * 500,)), ())
    assert "\x1b" not in str(caught.value)
    assert str(caught.value).encode()
    assert len(str(caught.value)) < 150


def test_a_name_that_several_regions_bear_is_refused_with_their_codes() -> None:
    with pytest.raises(UsageError, match=r"kan meer dan één regio zijn\. Geef de code: BE-VLI of NL-LI\."):
        resolve_filters(Filters(regions=("Limburg",)), ())

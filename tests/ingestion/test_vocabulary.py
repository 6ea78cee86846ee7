"""A vocabulary of themes of the user's own: what is read again for it, and where its themes come out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.config import Settings, load_settings
from assistant.errors import UsageError
from assistant.ingestion import ingest
from assistant.types import ExtractKind, Filters, ThemeValue
from assistant.wire import resolve_filters

from .conftest import BRIDGE, FERRY

Write = Callable[[Mapping[str, str | bytes]], None]


def codes(settings: Settings) -> list[str]:
    """Give the codes of all themes in the index."""
    with Assistant.open(settings) as assistant:
        found = [
            extract.value
            for _, extracts in assistant.extracts_by_document([ExtractKind.THEME])
            for extract in extracts
        ]
    return [value.code for value in found if isinstance(value, ThemeValue)]


def test_another_vocabulary_is_read_for_at_the_next_ingest(
    settings: Settings, write: Write, tmp_path: Path
) -> None:
    write({"veer.txt": FERRY, "brug.txt": BRIDGE})
    ingest(settings)
    assert "veren" not in codes(settings)

    path = tmp_path / "themas.csv"
    path.write_text("code;naam;woorden\nveren;Veerponten;veerpont*\n", encoding="utf-8")
    own = replace(settings, themes=path)
    ingest(own)
    assert codes(own) == ["veren"]

    path.write_text("code;naam;woorden\nbruggen;Bruggen;voetbrug*\n", encoding="utf-8")
    ingest(own)
    assert codes(own) == ["bruggen"]
    with Assistant.open(own) as assistant:
        themes = {record.path: assistant.themes(record.id) for record in assistant.records()}
        filters = resolve_filters(Filters(themes=("Bruggen",)), assistant.records(), own.themes)
    assert [theme.code for theme in themes["brug.txt"]] == ["bruggen"]
    assert themes["veer.txt"] == []
    assert filters.themes == ("bruggen",)


def test_a_fault_in_it_stops_the_ingest_before_anything_is_read(
    settings: Settings, write: Write, tmp_path: Path
) -> None:
    write({"veer.txt": FERRY})
    path = tmp_path / "themas.csv"
    path.write_text("code;naam;woorden\nveren;;veerpont*\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"themas\.csv, regel 2: thema 'veren' heeft geen naam"):
        ingest(replace(settings, themes=path))


def test_it_is_set_by_a_variable() -> None:
    assert load_settings({"LEESWIJZER_THEMES": "map/themas.toml"}).themes == Path("map/themas.toml")
    assert load_settings({}).themes is None

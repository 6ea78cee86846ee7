"""An index of three documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.index import Index, IndexEntry, open_index, write_generation
from assistant.types import DateValue, ExtractKind, Failure, RegionValue, ThemeValue
from tests.entries import HashEncoder, make_entry


def sample_entries() -> list[IndexEntry]:
    """Three documents in another order than that of their paths."""
    brabant = RegionValue("Noord-Brabant", "provincie", "NL", "NL-NB", "NL41")
    limburg = RegionValue("Limburg", "provincie", "BE", "BE-VLI", "BE22")
    return [
        make_entry(
            "beleid/energie.md",
            [
                "De provincie Noord-Brabant investeert in waterstof.",
                "Het warmtenet in Breda krijgt een subsidie van 2 miljoen euro.",
                "Limburg doet niet mee aan het warmtenet.",
            ],
            title="Energiebeleid",
            date="2021-06",
            extracts=[
                ("Noord-Brabant", ExtractKind.REGION, brabant),
                ("Limburg", ExtractKind.REGION, limburg),
                ("waterstof", ExtractKind.THEME, ThemeValue("energie", "Energie", 0.9)),
            ],
        ),
        make_entry(
            "a.txt",
            ["De gemeenteraad vergadert op 12 mei 2020 over de begroting.", "Daarna volgt een borrel."],
            date="2020",
            extracts=[("12 mei 2020", ExtractKind.DATE, DateValue("2020-05-12", "2020-05-12", "2020-05-12"))],
        ),
        make_entry(
            "vlaams/kmo.txt",
            ["De kmo krijgt een steunmaatregel voor digitalisering."],
            language="nl",
            origin="vl",
        ),
    ]


FAILURES = (Failure("stuk.pdf", "het bestand is beschadigd"),)


@pytest.fixture
def encoder() -> HashEncoder:
    return HashEncoder()


@pytest.fixture
def entries() -> list[IndexEntry]:
    return sample_entries()


@pytest.fixture
def entry() -> Callable[..., IndexEntry]:
    return make_entry


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def index(folder: Path, encoder: HashEncoder, entries: list[IndexEntry]) -> Iterator[Index]:
    write_generation(folder, entries, encoder, failures=FAILURES)
    with open_index(folder, encoder) as opened:
        yield opened


@pytest.fixture(scope="session")
def encoder_class() -> type[HashEncoder]:
    return HashEncoder


@pytest.fixture(scope="session")
def make() -> Callable[..., IndexEntry]:
    return make_entry

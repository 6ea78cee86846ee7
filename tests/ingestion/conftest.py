"""An empty corpus folder, texts for it, and a look at the processes that are alive."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.types import Answer

FERRY = "De veerpont van Oudewater ging op 3 mei 2021 voor het eerst varen.\n"
BRIDGE = "De voetbrug in Hemelrode kostte 640.000 euro en is 85 meter lang.\n"
MILL = "Molenaar Griet Vandamme beheert de watermolen van Kruisbeek.\n"
FERRY_ASKED = "Wanneer ging de veerpont van Oudewater varen?"
BRIDGE_ASKED = "Hoeveel kostte de voetbrug in Hemelrode?"
MILL_ASKED = "Wie beheert de watermolen van Kruisbeek?"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """The settings of an empty corpus folder."""
    (tmp_path / "corpus").mkdir()
    return Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", workers=2)


@pytest.fixture
def write(settings: Settings) -> Callable[[Mapping[str, str | bytes]], None]:
    """Write files below the corpus folder."""

    def write(files: Mapping[str, str | bytes]) -> None:
        for name, content in files.items():
            path = settings.corpus / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    return write


@pytest.fixture
def ask(settings: Settings) -> Callable[[str], Answer]:
    """Ask the index as it is now."""

    def ask(question: str) -> Answer:
        with Assistant.open(settings) as assistant:
            return assistant.ask(question)

    return ask


def make_zip(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive that is the same to the byte each time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2022, 1, 1, 0, 0, 0)), content)
    return stream.getvalue()


def find_processes(parent: int | None, module: str = "assistant.ing") -> list[int]:
    """The living processes that run `module`, below `parent` at any depth, or anywhere for None."""
    below: dict[int, list[int]] = {}
    words: dict[int, str] = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            state, above = re.sub(r"(?s).*\)", "", (place / "stat").read_text()).split()[:2]
            if state == "Z":
                continue
            words[int(place.name)] = (
                (place / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            )
        except OSError:
            continue
        below.setdefault(int(above), []).append(int(place.name))
    chosen = list(words) if parent is None else [parent]
    if parent is not None:
        for process in chosen:
            chosen += below.get(process, [])
    return [process for process in chosen if module in words.get(process, "") and process != os.getpid()]


def contents(folder: Path) -> dict[str, bytes]:
    """The bytes of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

"""Files are hashed again when they may have changed, and only then."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from assistant.config import Settings
from assistant.ingestion.folder import FolderFile, scan_folder
from assistant.ingestion.state import FileState

Write = Callable[[Mapping[str, str | bytes]], None]
LONG_AGO = 1_600_000_000


def settle(settings: Settings, name: str) -> None:
    """Set a file's time back; what was written just now is never sure."""
    os.utime(settings.corpus / name, (LONG_AGO, LONG_AGO))


def remember(files: Mapping[str, FolderFile], digest: str | None = None, **mark: int) -> dict[str, FileState]:
    """What is known of the files, with another digest so that it shows when it is believed."""
    return {
        name: FileState(digest or file.digest, replace(file.mark, **mark)) for name, file in files.items()
    }


def test_an_unchanged_file_is_not_hashed_again(settings: Settings, write: Write) -> None:
    write({"a.txt": "een"})
    files, _ = scan_folder(settings, {})
    known = remember(files, "onthouden", hashed=1)
    assert scan_folder(settings, known)[0]["a.txt"].digest == "onthouden"
    assert scan_folder(settings, known, fresh=True)[0]["a.txt"].digest == files["a.txt"].digest


@pytest.mark.parametrize("field", ["bytes", "modified", "changed", "inode"])
def test_a_file_of_which_anything_differs_is_hashed_again(
    settings: Settings, write: Write, field: str
) -> None:
    write({"a.txt": "een"})
    files, _ = scan_folder(settings, {})
    known = remember(files, "onthouden", hashed=1, **{field: 12345})
    assert scan_folder(settings, known)[0]["a.txt"].digest == files["a.txt"].digest


def test_a_file_that_was_written_just_before_is_hashed_the_next_time_too(
    settings: Settings, write: Write
) -> None:
    """It may be written again within the same tick of the clock, with the same size."""
    write({"a.txt": "een"})
    files, _ = scan_folder(settings, {})
    assert files["a.txt"].mark.hashed == 0
    assert scan_folder(settings, remember(files, "onthouden"))[0]["a.txt"].digest == files["a.txt"].digest


def test_an_edit_that_keeps_size_and_time_is_seen(settings: Settings, write: Write) -> None:
    write({"a.txt": "een"})
    settle(settings, "a.txt")
    time.sleep(2.1)
    files, _ = scan_folder(settings, {})
    assert files["a.txt"].mark.hashed > 0
    write({"a.txt": "ook"})
    settle(settings, "a.txt")
    again, _ = scan_folder(settings, remember(files))
    assert again["a.txt"].digest != files["a.txt"].digest


def test_the_index_may_lie_in_the_corpus_folder(settings: Settings, write: Write) -> None:
    write({"a.txt": "een", "index/documents.sqlite": "x", "onder/index/b.txt": "twee"})
    files, failures = scan_folder(replace(settings, index=settings.corpus / "index"), {})
    assert (list(files), failures) == (["a.txt", "onder/index/b.txt"], ())


def test_what_a_program_leaves_beside_an_open_file_is_no_document(settings: Settings, write: Write) -> None:
    write({"nota.txt": "een", "~$nota.docx": "slot", ".~lock.nota.odt#": "slot"})
    assert list(scan_folder(settings, {})[0]) == ["nota.txt"]


def test_a_file_above_the_limit_is_not_read_for_its_hash(settings: Settings, write: Write) -> None:
    write({"groot.txt": "x" * 100})
    files, _ = scan_folder(replace(settings, max_file_bytes=50), {})
    assert files["groot.txt"].digest == "te groot:groot.txt:100"

"""A generation is switched in whole or not at all; whatever is damaged is refused."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from assistant.embed import Encoder
from assistant.errors import (
    EncoderError,
    IndexDamaged,
    IndexLocked,
    IndexMismatch,
    IndexMissing,
    UnusableIndex,
)
from assistant.index import IndexEntry, current_generation, open_index, opening, write_generation
from assistant.index.generations import lock_index
from assistant.index.manifest import MANIFEST_FILE, read_manifest
from assistant.types import Failure

Entries = list[IndexEntry]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def paths_in(folder: Path, encoder: Encoder) -> list[str]:
    with open_index(folder, encoder) as index:
        return [record.path for record in index.records()]


def generation_folder(folder: Path) -> Path:
    return folder / "generations" / str(current_generation(folder))


# -- the same input gives the same bytes ---------------------------------------------------------


def test_fault_31_the_same_documents_in_any_order_give_an_identical_index(
    tmp_path: Path, encoder: Encoder, entries: Entries
) -> None:
    first = write_generation(tmp_path / "een", entries, encoder)
    second = write_generation(tmp_path / "twee", reversed(entries), encoder)
    assert first == second
    assert contents(tmp_path / "een") == contents(tmp_path / "twee")


def test_writing_the_same_again_changes_no_byte(folder: Path, encoder: Encoder, entries: Entries) -> None:
    name = write_generation(folder, entries, encoder)
    before = contents(folder)
    assert write_generation(folder, iter(entries), encoder) == name
    assert contents(folder) == before


@pytest.mark.parametrize("change", ["facts", "failures", "documents"])
def test_other_contents_give_another_name(
    folder: Path, encoder: Encoder, entries: Entries, change: str
) -> None:
    name = write_generation(folder, entries, encoder)
    changed = (
        [IndexEntry(entry.document, entry.passages, ()) for entry in entries]
        if change == "facts"
        else entries
    )
    failures = () if change != "failures" else (Failure("x.pdf", "stuk"),)
    assert write_generation(folder, changed[change == "documents" :], encoder, failures=failures) != name


# -- switching --------------------------------------------------------------------------------


def test_the_last_two_generations_are_kept_and_older_ones_go(
    folder: Path, encoder: Encoder, entries: Entries
) -> None:
    names = [write_generation(folder, entries[:count], encoder) for count in (1, 2, 3)]
    assert current_generation(folder) == names[2]
    assert sorted(path.name for path in (folder / "generations").iterdir()) == sorted(names[1:])


def test_fault_9_a_reader_keeps_its_generation_while_others_are_written(
    folder: Path, encoder: Encoder, entries: Entries
) -> None:
    write_generation(folder, entries, encoder)
    with open_index(folder, encoder) as old:
        for count in (1, 2, 1):
            write_generation(folder, entries[:count], encoder)
        assert [record.path for record in old.records()] == ["a.txt", "beleid/energie.md", "vlaams/kmo.txt"]
        assert old.passage(5).text == "De kmo krijgt een steunmaatregel voor digitalisering."
        assert old.fields["stem"].holders("warmtenet").tolist() == [3, 4]
    assert paths_in(folder, encoder) == ["beleid/energie.md"]


def test_fault_15_a_removed_document_leaves_nothing_behind(
    folder: Path, encoder: Encoder, entries: Entries
) -> None:
    write_generation(folder, entries, encoder)
    write_generation(folder, entries[1:], encoder)
    with open_index(folder, encoder) as index:
        assert index.fields["stem"].holders("warmtenet").tolist() == []
        assert len(index.store) == index.sizes.passages == 3
        assert [extract.text for _, extract in index.extracts()] == ["12 mei 2020"]
    for name, data in contents(generation_folder(folder)).items():
        assert b"warmtenet" not in data, name


def test_fault_8_a_second_writer_is_told(folder: Path, encoder: Encoder, entries: Entries) -> None:
    with lock_index(folder), pytest.raises(IndexLocked, match="andere ingest"):
        write_generation(folder, entries, encoder)
    write_generation(folder, entries, encoder)


def test_progress_counts_documents(folder: Path, encoder: Encoder, entries: Entries) -> None:
    seen: list[tuple[str, int, int]] = []
    write_generation(folder, entries, encoder, progress=lambda *step: seen.append(step))
    assert seen == [("index", 1, 0), ("index", 2, 0), ("index", 3, 0)]


# -- failures while writing ---------------------------------------------------------------------


def test_an_error_in_the_entries_leaves_the_old_index_and_nothing_else(
    folder: Path, encoder: Encoder, entries: Entries
) -> None:
    write_generation(folder, entries[:1], encoder)
    before = contents(folder)

    def broken() -> Iterator[IndexEntry]:
        yield entries[1]
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_generation(folder, broken(), encoder)
    assert contents(folder) == before


@pytest.mark.parametrize("call", ["fsync", "replace", "rename"])
def test_faults_2_and_3_when_the_disk_refuses_the_old_index_still_answers(
    folder: Path, encoder: Encoder, entries: Entries, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    write_generation(folder, entries[:1], encoder)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(UnusableIndex, match="blijft in gebruik"):
        write_generation(folder, entries, encoder)
    monkeypatch.undo()
    assert paths_in(folder, encoder) == ["beleid/energie.md"]


def test_fault_16_a_vector_of_nan_is_refused_and_names_the_passage(
    folder: Path, encoder: Encoder, entries: Entries
) -> None:
    bad = entries[0].passages[2]

    class Faulty(type(encoder)):
        def encode_passages(self, texts: Sequence[str]) -> np.ndarray:
            rows = super().encode_passages(texts)
            rows[[text == bad.text for text in texts]] = np.nan
            return rows

    with pytest.raises(EncoderError, match=bad.id):
        write_generation(folder, [entries[1], entries[0]], Faulty())
    assert current_generation(folder) is None


_CRASHING = """
    import os, signal, sys
    from pathlib import Path
    sys.path.insert(0, sys.argv[2])
    from conftest import HashEncoder, sample_entries
    from assistant.index import open_index, write_generation

    folder, encoder, entries = Path(sys.argv[1]), HashEncoder(), sample_entries()
    old = write_generation(folder, entries[:2], encoder)
    real = {name: getattr(os, name) for name in ("fsync", "rename", "replace", "unlink", "mkdir")}
    seen, step = set(), 0
    while True:
        step += 1
        child = os.fork()
        if child == 0:
            calls = 0

            def wrap(name):
                def call(*arguments, **named):
                    global calls
                    calls += 1
                    if calls == step:
                        os.kill(os.getpid(), signal.SIGKILL)
                    return real[name](*arguments, **named)
                return call

            for name in real:
                setattr(os, name, wrap(name))
            write_generation(folder, entries, encoder)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        with open_index(folder, encoder) as index:
            seen.add(tuple(record.path for record in index.records()))
        write_generation(folder, entries[:2], encoder)
        left = [path.name for path in (folder / "generations").iterdir() if path.name.startswith(".")]
        assert not left, left
        with open_index(folder, encoder) as index:
            assert index.generation == old
        if os.WIFEXITED(status):
            break
    print(step, sorted(len(paths) for paths in seen))
"""


def test_fault_1_a_kill_at_any_step_of_writing_leaves_the_old_or_the_new_index(folder: Path) -> None:
    steps, _, sizes = run_script(_CRASHING, folder).partition(" ")
    assert int(steps) > 20
    assert sizes == "[2, 3]"


_FULL_DISK = """
    import os, resource, signal, sys
    from pathlib import Path
    sys.path.insert(0, sys.argv[2])
    from conftest import HashEncoder, sample_entries
    from assistant.errors import UnusableIndex
    from assistant.index import open_index, write_generation

    folder, encoder, entries = Path(sys.argv[1]), HashEncoder(), sample_entries()
    old = write_generation(folder, entries[:2], encoder)
    largest = max(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    refused = 0
    for limit in [0, 1, 60, 130, 200, 300, 500, 900, 1500, 2500, 4095, 4096, 8192, 20000, 40000, largest, 10**6]:
        child = os.fork()
        if child == 0:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            try:
                write_generation(folder, entries, encoder)
            except UnusableIndex as error:
                assert "blijft in gebruik" in str(error), error
                os._exit(3)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        assert code in (0, 3), (limit, code)
        refused += code == 3
        with open_index(folder, encoder) as index:
            assert (index.generation == old) == (code == 3), limit
            assert len(index.store) == index.sizes.passages
        write_generation(folder, entries[:2], encoder)
    print(refused)
"""


def run_script(script: str, folder: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), str(folder), str(Path(__file__).parent)],
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_fault_2_a_file_that_may_not_grow_stops_the_writing_and_never_makes_a_short_index(
    folder: Path,
) -> None:
    assert int(run_script(_FULL_DISK, folder)) >= 12


# -- damage ----------------------------------------------------------------------------------


def test_a_folder_without_an_index_says_how_to_make_one(folder: Path, encoder: Encoder) -> None:
    with pytest.raises(IndexMissing, match="leeswijzer ingest"):
        open_index(folder, encoder)
    assert current_generation(folder) is None


FILES = [
    *(
        "documents.sqlite",
        "manifest.json",
        "vectors.faiss",
        "order.starts.npy",
        "order.terms.npy",
        "names.tsv",
    ),
    *("sentences.starts.npy", "sentences.rows.npy", "sentences.scales.npy"),
    *(
        f"{field}.{part}"
        for field in ("stem", "gram", "head")
        for part in ("terms", "starts.npy", "passages.npy", "impacts.npy", "peaks.npy")
    ),
]


def test_the_files_of_a_generation_are_these(folder: Path, encoder: Encoder, entries: Entries) -> None:
    write_generation(folder, entries, encoder)
    assert sorted(contents(generation_folder(folder))) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
def test_faults_4_5_and_7_a_flipped_bit_a_cut_and_a_missing_file_are_refused_by_name(
    folder: Path, encoder: Encoder, entries: Entries, name: str
) -> None:
    write_generation(folder, entries, encoder)
    path = generation_folder(folder) / name
    data = path.read_bytes()
    for place in (0, len(data) // 2, len(data) - 1):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        with pytest.raises((IndexDamaged, IndexMismatch), match="ingest"):
            open_index(folder, encoder)
    for size in (0, len(data) // 2, len(data) - 1):
        path.write_bytes(data[:size])
        with pytest.raises(IndexDamaged, match=name):
            open_index(folder, encoder)
    path.unlink()
    with pytest.raises(IndexDamaged, match=name):
        open_index(folder, encoder)
    path.write_bytes(data)
    assert len(paths_in(folder, encoder)) == 3


def test_a_damaged_generation_is_replaced_by_the_next_ingest_of_the_same(
    folder: Path, encoder: Encoder, entries: Entries
) -> None:
    name = write_generation(folder, entries, encoder)
    (generation_folder(folder) / "stem.impacts.npy").write_bytes(b"")
    assert write_generation(folder, entries, encoder) == name
    assert len(paths_in(folder, encoder)) == 3


def test_fault_6_files_of_two_generations_are_not_mixed(
    tmp_path: Path, encoder: Encoder, entries: Entries
) -> None:
    for name, count in (("een", 3), ("twee", 2)):
        write_generation(tmp_path / name, entries[:count], encoder)
    source = generation_folder(tmp_path / "twee") / "vectors.faiss"
    shutil.copy(source, generation_folder(tmp_path / "een") / "vectors.faiss")
    with pytest.raises(IndexDamaged, match=r"vectors\.faiss"):
        open_index(tmp_path / "een", encoder)


def test_a_manifest_under_another_name_is_refused(folder: Path, encoder: Encoder, entries: Entries) -> None:
    name = write_generation(folder, entries, encoder)
    generation_folder(folder).rename(folder / "generations" / "0000")
    (folder / "CURRENT").write_text("0000\n")
    with pytest.raises(IndexDamaged, match=MANIFEST_FILE):
        open_index(folder, encoder)
    assert name != "0000"


@pytest.mark.parametrize("data", [b"", b"../../etc", b"\xff\xfe", b"weg", b"a b"])
def test_a_current_file_that_names_nothing_is_damage(
    folder: Path, encoder: Encoder, entries: Entries, data: bytes
) -> None:
    write_generation(folder, entries, encoder)
    (folder / "CURRENT").write_bytes(data)
    with pytest.raises(IndexDamaged, match="ingest"):
        open_index(folder, encoder)
    write_generation(folder, entries, encoder)
    assert len(paths_in(folder, encoder)) == 3


# -- made by something else --------------------------------------------------------------------


def test_fault_11_another_model_or_dimension_is_refused_with_both_names(
    folder: Path, encoder_class: type, entries: Entries
) -> None:
    write_generation(folder, entries, encoder_class("oud", 16))
    with pytest.raises(IndexMismatch, match=r"'oud' \(16 dimensies\).*'nieuw'.*leeswijzer ingest"):
        open_index(folder, encoder_class("nieuw", 16))
    with pytest.raises(IndexMismatch, match="32"):
        open_index(folder, encoder_class("oud", 32))


def test_another_version_of_the_same_model_is_refused(
    folder: Path, encoder_class: type, entries: Entries
) -> None:
    write_generation(folder, entries, encoder_class())
    other = encoder_class()
    other.fingerprint = "anders"
    with pytest.raises(IndexMismatch, match="leeswijzer ingest"):
        open_index(folder, other)


def test_the_same_model_under_another_name_is_taken(
    folder: Path, encoder_class: type, entries: Entries
) -> None:
    write_generation(folder, entries, encoder_class("modellen/e5", 16))
    moved = encoder_class("elders/e5", 16)
    moved.fingerprint = encoder_class("modellen/e5", 16).fingerprint
    with open_index(folder, moved) as index:
        assert index.model == "modellen/e5"


def test_a_refusal_tells_both_ways_out(folder: Path, encoder_class: type, entries: Entries) -> None:
    write_generation(folder, entries, encoder_class("oud", 16))
    with pytest.raises(IndexMismatch, match=r"leeswijzer ingest.*LEESWIJZER_ENCODER \('oud'\)"):
        open_index(folder, encoder_class("nieuw", 16))
    other = encoder_class("oud", 16)
    other.fingerprint = "anders"
    with pytest.raises(IndexMismatch, match=r"leeswijzer ingest.*LEESWIJZER_BACKEND.*prompts"):
        open_index(folder, other)


def test_fault_10_another_analyser_is_refused(
    folder: Path, encoder: Encoder, entries: Entries, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_generation(folder, entries, encoder)
    monkeypatch.setattr(opening, "ANALYSER_VERSION", "nl-99")
    with pytest.raises(IndexMismatch, match="nl-99"):
        open_index(folder, encoder)


def test_fault_14_another_format_is_refused(folder: Path, encoder: Encoder, entries: Entries) -> None:
    write_generation(folder, entries, encoder)
    path = generation_folder(folder) / MANIFEST_FILE
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**manifest, "format": 0}), encoding="utf-8")
    with pytest.raises(IndexMismatch, match="vorm 0"):
        open_index(folder, encoder)


def test_the_manifest_lists_every_file_and_holds_no_time(
    folder: Path, encoder: Encoder, entries: Entries
) -> None:
    write_generation(folder, entries, encoder)
    manifest = read_manifest(generation_folder(folder))
    assert sorted([*manifest.files, MANIFEST_FILE]) == sorted(FILES)
    assert manifest.sizes.bytes == sum(mark.bytes for mark in manifest.files.values())


def test_fault_12_nothing_is_pickled(folder: Path, encoder: Encoder, entries: Entries) -> None:
    write_generation(folder, entries, encoder)
    for path in generation_folder(folder).glob("*.npy"):
        np.load(path, allow_pickle=False)
    root = Path(opening.__file__).parent.parent
    for package in ("index", "search", "dutch"):
        for source in (root / package).glob("*.py"):
            assert "import pickle" not in source.read_text(encoding="utf-8"), source


def test_memory_of_texts_is_let_go_of_one_by_one(
    folder: Path, encoder: Encoder, entry: Callable[..., IndexEntry]
) -> None:
    alive = 0

    class Counted(str):
        def __del__(self) -> None:
            nonlocal alive
            alive -= 1

    def stream() -> Iterator[IndexEntry]:
        nonlocal alive
        for number in range(30):
            made = entry(f"{number:02}.txt", [f"tekst nummer {number}"])
            object.__setattr__(made.document, "text", Counted(made.document.text))
            alive += 1
            assert alive <= 3
            yield made
            del made

    write_generation(folder, stream(), encoder)


_HUGE = """
    import json, resource, struct, sys
    from dataclasses import replace
    from pathlib import Path
    sys.path.insert(0, sys.argv[2])
    from conftest import HashEncoder, sample_entries
    from assistant.errors import IndexDamaged
    from assistant.index import open_index, write_generation
    from assistant.index.manifest import measure_files, read_manifest, write_manifest

    folder, encoder = Path(sys.argv[1]), HashEncoder()
    refused = 0
    write_generation(folder, sample_entries(), encoder)
    made = folder / "generations" / (folder / "CURRENT").read_text().strip()
    whole = {path.name: path.read_bytes() for path in made.iterdir()}
    resource.setrlimit(resource.RLIMIT_AS, (4 * 2**30, 4 * 2**30))
    for name, raw in whole.items():
        if name.endswith(".npy"):
            end = raw.index(b"\\n")
            head = raw[10:end].replace(b"(", b"(9999999999", 1).rstrip()[: end - 10].ljust(end - 10)
            changed = raw[:10] + head + raw[end:]
        elif name.endswith(".faiss"):
            changed = raw.replace(struct.pack("<q", 6), struct.pack("<q", 2**38))
        else:
            continue
        assert changed != raw, name
        (made / name).write_bytes(changed)
        manifest = replace(read_manifest(made), files=measure_files(made)).named()
        other = made.parent / manifest.generation
        made.rename(other)
        write_manifest(other, manifest)
        (folder / "CURRENT").write_text(manifest.generation)
        try:
            open_index(folder, encoder)
        except IndexDamaged:
            refused += 1
        other.rename(made)
        for part, data in whole.items():
            (made / part).write_bytes(data)
    print(refused)
"""


def test_fault_13_a_header_that_declares_huge_counts_is_refused_within_bounded_memory(folder: Path) -> None:
    """Even when its checksum is made to fit."""
    assert int(run_script(_HUGE, folder)) >= 10

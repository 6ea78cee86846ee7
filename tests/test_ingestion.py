"""From a folder to an index: what is added, changed, moved, copied, unreadable, stopped or damaged."""

from __future__ import annotations

import io
import os
import random
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfWriter

from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.errors import IndexDamaged, IndexLocked, UsageError
from assistant.index import current_generation
from assistant.ingestion import ingest
from assistant.types import Answer, IngestReport

ROOT = Path(__file__).resolve().parent.parent
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
    return Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", workers=1)


def write(settings: Settings, **texts: str) -> None:
    for name, text in texts.items():
        (settings.corpus / f"{name}.txt").write_text(text, encoding="utf-8")


def ask(settings: Settings, question: str) -> Answer:
    with Assistant.open(settings) as assistant:
        return assistant.ask(question)


def failed(report: IngestReport) -> dict[str, str]:
    return {failure.path: failure.reason for failure in report.failed}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def index_contents(settings: Settings) -> dict[str, bytes]:
    """All that answers: the generations and which of them counts, without what is remembered of files."""
    names = ("CURRENT", "manner.json")
    generations = contents(settings.index / "generations")
    return generations | {name: (settings.index / name).read_bytes() for name in names}


# -- what changes in the folder ---------------------------------------------------------------


def test_an_added_document_answers_and_the_others_stay(settings: Settings) -> None:
    write(settings, veer=FERRY)
    assert ingest(settings).added == ("veer.txt",)
    assert not ask(settings, BRIDGE_ASKED).answered
    write(settings, brug=BRIDGE)
    report = ingest(settings)
    assert (report.added, report.unchanged, report.changed) == (("brug.txt",), ("veer.txt",), ())
    assert (report.documents, report.passages) == (2, 2)
    assert ask(settings, BRIDGE_ASKED).short == "640.000 euro"
    assert ask(settings, FERRY_ASKED).short == "3 mei 2021"


def test_a_changed_document_answers_anew_and_its_old_version_is_gone(settings: Settings) -> None:
    write(settings, veer=FERRY, brug=BRIDGE)
    ingest(settings)
    before = ask(settings, FERRY_ASKED)
    write(settings, veer=FERRY.replace("3 mei 2021", "9 juni 2022"))
    report = ingest(settings)
    assert (report.changed, report.unchanged, report.added) == (("veer.txt",), ("brug.txt",), ())
    after = ask(settings, FERRY_ASKED)
    assert (before.short, after.short) == ("3 mei 2021", "9 juni 2022")
    assert "mei" not in after.text
    assert [citation.path for citation in after.citations] == ["veer.txt"]
    with Assistant.open(settings) as assistant:
        assert len(assistant.records()) == 2
        with pytest.raises(UsageError):
            assistant.document(before.citations[0].document_id)


def test_fault_15_a_removed_document_never_answers_again(settings: Settings) -> None:
    write(settings, veer=FERRY, brug=BRIDGE)
    ingest(settings)
    gone = ask(settings, BRIDGE_ASKED).citations[0].document_id
    (settings.corpus / "brug.txt").unlink()
    report = ingest(settings)
    assert (report.removed, report.unchanged, report.documents) == (("brug.txt",), ("veer.txt",), 1)
    answer = ask(settings, BRIDGE_ASKED)
    assert (answer.answered, answer.citations) == (False, ())
    assert "640" not in answer.text
    with Assistant.open(settings) as assistant:
        assert [record.path for record in assistant.records()] == ["veer.txt"]
        assert {record.path for record, _ in assistant.extracts()} <= {"veer.txt"}
        assert not [
            hit for hit in assistant.search("voetbrug Hemelrode 640.000") if "brug" in hit.passage.text
        ]
        with pytest.raises(UsageError):
            assistant.document(gone)


def test_a_renamed_document_answers_under_its_new_name_without_being_read_again(settings: Settings) -> None:
    write(settings, veer=FERRY, brug=BRIDGE)
    ingest(settings)
    (settings.corpus / "water").mkdir()
    (settings.corpus / "veer.txt").rename(settings.corpus / "water" / "overzet.txt")
    read: list[tuple[str, int, int]] = []
    report = ingest(settings, progress=lambda *step: read.append(step[:3]))
    assert (report.renamed, report.added, report.removed) == (("water/overzet.txt",), (), ())
    assert ("lezen", 0, 0) in read
    answer = ask(settings, FERRY_ASKED)
    assert (answer.short, answer.citations[0].path) == ("3 mei 2021", "water/overzet.txt")


def test_copies_count_once_and_are_named_with_the_file_that_stands_for_them(settings: Settings) -> None:
    write(settings, b=FERRY, a=FERRY, c=FERRY, d=BRIDGE)
    report = ingest(settings)
    assert report.copies == (("b.txt", "a.txt"), ("c.txt", "a.txt"))
    assert (report.added, report.documents) == (("a.txt", "d.txt"), 2)
    assert [citation.path for citation in ask(settings, FERRY_ASKED).citations] == ["a.txt"]


def test_a_copy_takes_over_when_the_file_that_stood_for_it_is_removed(settings: Settings) -> None:
    write(settings, a=FERRY, b=FERRY)
    ingest(settings)
    (settings.corpus / "a.txt").unlink()
    report = ingest(settings)
    assert (report.removed, report.copies, report.documents) == ((), (), 1)
    assert [citation.path for citation in ask(settings, FERRY_ASKED).citations] == ["b.txt"]


def test_documents_that_trade_places_answer_from_their_new_paths(settings: Settings) -> None:
    write(settings, a=FERRY, b=BRIDGE)
    ingest(settings)
    write(settings, a=BRIDGE, b=FERRY)
    assert ingest(settings).documents == 2
    assert [citation.path for citation in ask(settings, FERRY_ASKED).citations] == ["b.txt"]
    assert [citation.path for citation in ask(settings, BRIDGE_ASKED).citations] == ["a.txt"]


def test_fault_31_a_second_run_changes_no_byte_and_keeps_the_name(settings: Settings) -> None:
    write(settings, veer=FERRY, brug=BRIDGE)
    (settings.corpus / "stuk.pdf").write_bytes(b"%PDF-1.7 en dan niets")
    first = ingest(settings)
    before = index_contents(settings)
    second = ingest(settings)
    assert second.generation == first.generation
    assert (second.added, second.changed, second.removed, second.renamed) == ((), (), (), ())
    assert second.unchanged == ("brug.txt", "veer.txt")
    assert second.failed == first.failed
    assert index_contents(settings) == before


def test_fault_31_an_index_made_in_steps_is_the_one_made_at_once(settings: Settings, tmp_path: Path) -> None:
    write(settings, veer=FERRY)
    ingest(settings)
    write(settings, brug=BRIDGE, molen=MILL)
    ingest(settings)
    (settings.corpus / "veer.txt").unlink()
    stepwise = ingest(settings)
    at_once = ingest(replace(settings, index=tmp_path / "other"))
    assert stepwise.generation == at_once.generation
    name = f"generations/{at_once.generation}"
    assert contents(settings.index / name) == contents(tmp_path / "other" / name)


# -- named paths ------------------------------------------------------------------------------


def test_named_files_and_folders_are_read_again(settings: Settings) -> None:
    (settings.corpus / "water").mkdir()
    write(settings, **{"brug": BRIDGE, "water/veer": FERRY, "water/molen": MILL})
    first = ingest(settings)
    one = ingest(settings, [settings.corpus / "brug.txt"])
    assert (one.changed, one.unchanged) == (("brug.txt",), ("water/molen.txt", "water/veer.txt"))
    below = ingest(settings, [Path("water")])
    assert (below.changed, below.unchanged) == (("water/molen.txt", "water/veer.txt"), ("brug.txt",))
    assert first.generation == one.generation == below.generation
    assert ask(settings, MILL_ASKED).short == "Griet Vandamme"


@pytest.mark.parametrize(
    ("path", "words"),
    [("nergens.txt", "bestaat niet"), ("..", "ligt niet in de map")],
    ids=["absent", "outside"],
)
def test_a_named_path_that_is_absent_or_outside_the_folder_is_refused(
    settings: Settings, path: str, words: str
) -> None:
    write(settings, brug=BRIDGE)
    with pytest.raises(UsageError, match=words) as caught:
        ingest(settings, [settings.corpus / path])
    assert caught.value.field == "paden"
    assert not settings.index.exists()


# -- files that cannot be read ----------------------------------------------------------------


def encrypt_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("geheim", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def blank_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


BAD_FILES: dict[str, tuple[bytes, str]] = {
    "leeg.txt": (b"", "leeg"),
    "wit.md": (b" \n\t\n", "leeg"),
    "afgekapt.pdf": (encrypt_pdf()[:180], "PDF"),
    "geheim.pdf": (encrypt_pdf(), "wachtwoord"),
    "scan zonder tekst.pdf": (blank_pdf(), "geen"),
    "beeld.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "PNG"),
    "tekst als.docx": (FERRY.upper().encode(), "DOCX"),
    "rekenblad.xlsx": (b"PK\x03\x04rest", "werkblad"),
    "tekening.dwg": (b"AC1032 tekening", "dwg"),
    "zonder soort": (MILL.upper().encode(), "zonder soort"),
    "ruis.txt": (random.Random(7).randbytes(4_000), ""),
    "te groot.txt": (b"Dit bestand is te lang. " * 3_000, "grens"),
    "é è ñ – “vreemd” 'naam'.pdf": (b"%PDF-1.4\nkapot", "PDF"),
}


def test_fault_30_every_bad_file_is_named_with_its_reason_and_the_rest_is_read(settings: Settings) -> None:
    write(settings, veer=FERRY, brug=BRIDGE)
    for name, (raw, _) in BAD_FILES.items():
        (settings.corpus / name).write_bytes(raw)
    report = ingest(replace(settings, max_file_bytes=50_000))
    assert sorted(failed(report)) == sorted(BAD_FILES)
    for name, reason in failed(report).items():
        assert BAD_FILES[name][1] in reason, (name, reason)
        assert "onverwachte fout" not in reason
        assert str(settings.corpus) not in reason
    assert (report.added, report.documents) == (("brug.txt", "veer.txt"), 2)
    answer = ask(settings, FERRY_ASKED)
    assert answer.short == "3 mei 2021"
    assert (answer.completeness.documents, answer.completeness.searched) == (2 + len(BAD_FILES), 2)
    assert answer.completeness.failed == len(BAD_FILES)
    with Assistant.open(settings) as assistant:
        assert assistant.status().failures == report.failed


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_in_another_encoding_and_under_an_odd_name_is_read(settings: Settings, code: str) -> None:
    name = "coördinatie – “überzicht” n°1.txt"
    text = "De coördinatie van de überfietsroute ligt bij Anaïs Müller, projectleider in Curaçao.\n"
    (settings.corpus / name).write_bytes(text.encode(code))
    assert ingest(settings).added == (name,)
    answer = ask(settings, "Bij wie ligt de coördinatie van de überfietsroute?")
    assert answer.short == "Anaïs Müller"
    assert (answer.citations[0].path, answer.citations[0].quote) == (name, text.strip())


def test_a_file_that_failed_is_tried_again_by_the_next_run(settings: Settings) -> None:
    write(settings, veer=FERRY, brug=BRIDGE * 40)
    small = replace(settings, max_file_bytes=1_000)
    assert list(failed(ingest(small))) == ["brug.txt"]
    assert not ask(small, BRIDGE_ASKED).answered
    report = ingest(settings)
    assert (report.failed, report.added, report.unchanged) == ((), ("brug.txt",), ("veer.txt",))
    assert ask(settings, BRIDGE_ASKED).short == "640.000 euro"


def test_a_document_that_can_no_longer_be_read_stops_answering_and_is_named(settings: Settings) -> None:
    write(settings, veer=FERRY, brug=BRIDGE)
    ingest(settings)
    (settings.corpus / "brug.txt").write_bytes(b"\x89PNG\r\n\x1a\n rest")
    report = ingest(settings)
    assert (list(failed(report)), report.changed, report.documents) == (["brug.txt"], (), 1)
    answer = ask(settings, BRIDGE_ASKED)
    assert (answer.answered, answer.completeness.failed) == (False, 1)
    write(settings, brug=BRIDGE)
    assert ingest(settings).failed == ()
    assert ask(settings, BRIDGE_ASKED).answered


def test_a_folder_that_does_not_exist_or_is_a_file_is_refused(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="bestaat niet") as caught:
        ingest(replace(settings, corpus=tmp_path / "nergens"))
    assert caught.value.field == "corpus"
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match="geen map"):
        ingest(replace(settings, corpus=tmp_path / "bestand"))
    assert not settings.index.exists()


@pytest.mark.parametrize("names", [(), ("kapot.pdf", ".verborgen.txt")], ids=["empty", "unreadable"])
def test_a_folder_with_nothing_to_read_gives_an_index_that_declines(
    settings: Settings, names: tuple[str, ...]
) -> None:
    for name in names:
        (settings.corpus / name).write_bytes(b"%PDF-1.4 kapot")
    report = ingest(settings)
    assert (report.documents, report.passages, len(report.failed)) == (0, 0, len(names[:1]))
    answer = ask(settings, FERRY_ASKED)
    assert (answer.answered, answer.nearby, answer.completeness.searched) == (False, (), 0)


# -- steps and workers ------------------------------------------------------------------------


def test_progress_counts_the_files_that_are_read(settings: Settings) -> None:
    write(settings, veer=FERRY, brug=BRIDGE, molen=MILL)
    steps: list[tuple[str, int, int]] = []
    files: list[str] = []

    def take(stage: str, done: int, total: int, current: str = "", /) -> None:
        files.append(current)
        if (stage, done, total) not in steps:
            steps.append((stage, done, total))

    ingest(settings, progress=take)
    assert steps == [
        ("bekijken", 0, 0),
        *(("lezen", done, 3) for done in range(4)),
        *(("index", done, 3) for done in range(1, 4)),
    ]
    assert set(files) == {"", "brug.txt", "molen.txt", "veer.txt"}


SCRIPT = """
from pathlib import Path

from assistant.config import Settings
from assistant.ingestion import ingest


def tell(stage, done, total, current=""):
    print(stage, done, total, flush=True)


if __name__ == "__main__":
    settings = Settings(corpus=Path({corpus!r}), index=Path({index!r}), workers={workers})
    report = ingest(settings, progress=tell)
    print("klaar", report.generation, report.documents, len(report.failed), flush=True)
"""


@pytest.fixture
def start(tmp_path: Path) -> Callable[[Settings], subprocess.Popen[str]]:
    """Start a script that ingests, as a process of its own that tells its steps."""

    def start(settings: Settings) -> subprocess.Popen[str]:
        script = tmp_path / "lees mij.py"
        script.write_text(
            SCRIPT.format(corpus=str(settings.corpus), index=str(settings.index), workers=settings.workers),
            encoding="utf-8",
        )
        return subprocess.Popen(
            [sys.executable, str(script)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        )

    return start


def find_children(parent: int, module: str) -> list[int]:
    """The processes below `parent`, of any depth, that run `module`."""
    found: dict[int, list[int]] = {}
    words: dict[int, bytes] = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            above = int(re.sub(r".*\)", "", (place / "stat").read_text()).split()[1])
            words[int(place.name)] = (place / "cmdline").read_bytes()
        except OSError:
            continue
        found.setdefault(above, []).append(int(place.name))
    below = [parent]
    for process in below:
        below += found.get(process, [])
    return [process for process in below[1:] if module.encode() in words[process]]


def write_many(settings: Settings, count: int) -> None:
    write(settings, **{f"nota{number:02}": f"Nota {number}. {MILL}" for number in range(count)})


def test_worker_processes_of_a_script_give_the_same_index_as_one_process(
    settings: Settings, start: Callable[[Settings], subprocess.Popen[str]], tmp_path: Path
) -> None:
    write(settings, veer=FERRY, brug=BRIDGE, molen=MILL)
    (settings.corpus / "stuk.pdf").write_bytes(b"%PDF-1.7 en dan niets")
    alone = ingest(replace(settings, index=tmp_path / "alone"))
    output, _ = start(replace(settings, workers=2)).communicate(timeout=60)
    assert output.splitlines()[-1] == f"klaar {alone.generation} 3 1"


def test_files_are_read_after_all_when_their_workers_are_killed_once(settings: Settings) -> None:
    write_many(settings, 8)
    killed: list[int] = []

    def kill_workers(stage: str, done: int, total: int, current: str = "", /) -> None:
        if done == 1 and not killed:
            for worker in find_children(os.getpid(), "assistant.ingestion.worker"):
                killed.append(worker)
                os.kill(worker, signal.SIGKILL)

    report = ingest(replace(settings, workers=2), progress=kill_workers)
    assert killed
    assert (report.failed, report.documents) == ((), 8)


@pytest.mark.parametrize("moment", ["lezen 6 ", "index 2 ", "index 11 "])
def test_fault_1_a_killed_ingest_leaves_an_index_that_answers_and_the_next_run_finishes(
    settings: Settings, start: Callable[[Settings], subprocess.Popen[str]], tmp_path: Path, moment: str
) -> None:
    write(settings, veer=FERRY)
    old = ingest(settings).generation
    write_many(settings, 10)
    new = ingest(replace(settings, index=tmp_path / "other")).generation
    process = start(settings)
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(moment):
            break
    process.send_signal(signal.SIGKILL)
    process.stdout.close()
    process.wait(timeout=30)
    # On a busy machine the last steps may be over before the signal comes.
    assert current_generation(settings.index) in (old, new)
    assert ask(settings, FERRY_ASKED).short == "3 mei 2021"
    report = ingest(settings)
    assert (report.generation, report.documents, report.failed) == (new, 11, ())
    assert not list((settings.index / "generations").glob(".*"))


def test_fault_8_a_second_ingest_is_told_while_the_first_writes(settings: Settings) -> None:
    write(settings, veer=FERRY)
    writing, going_on = threading.Event(), threading.Event()

    def wait(stage: str, done: int, total: int, current: str = "", /) -> None:
        if stage == "index":
            writing.set()
            assert going_on.wait(timeout=30)

    reports: list[IngestReport] = []
    first = threading.Thread(target=lambda: reports.append(ingest(settings, progress=wait)))
    first.start()
    try:
        assert writing.wait(timeout=30)
        with pytest.raises(IndexLocked, match=rf"andere ingest .*proces {os.getpid()}, sinds \d\d-"):
            ingest(settings)
    finally:
        going_on.set()
        first.join(timeout=30)
    assert [report.documents for report in reports] == [1]
    assert ingest(settings).unchanged == ("veer.txt",)


# -- a damaged index --------------------------------------------------------------------------


def test_fault_4_a_flipped_byte_is_rejected_and_mended_by_ingest(settings: Settings) -> None:
    write(settings, veer=FERRY, brug=BRIDGE)
    generation = ingest(settings).generation
    folder = settings.index / "generations" / generation
    whole = contents(folder)
    name = max(whole, key=lambda name: (len(whole[name]), name))
    place = len(whole[name]) // 2
    (folder / name).write_bytes(
        whole[name][:place] + bytes([whole[name][place] ^ 4]) + whole[name][place + 1 :]
    )
    with pytest.raises(IndexDamaged, match=name):
        Assistant.open(settings)
    report = ingest(settings)
    assert (report.generation, report.added) == (generation, ("brug.txt", "veer.txt"))
    assert contents(folder) == whole
    assert ask(settings, BRIDGE_ASKED).short == "640.000 euro"


def test_a_lost_generation_is_made_again(settings: Settings) -> None:
    write(settings, veer=FERRY)
    generation = ingest(settings).generation
    (settings.index / "generations" / generation).rename(settings.index / "weg")
    with pytest.raises(IndexDamaged, match="ontbreekt"):
        Assistant.open(settings)
    assert ingest(settings).generation == generation
    assert ask(settings, FERRY_ASKED).answered


def test_an_index_of_another_model_is_made_again(settings: Settings, tmp_path: Path) -> None:
    write(settings, veer=FERRY)
    ingest(replace(settings, passage_prompt="passage: "))
    report = ingest(settings)
    assert (report.added, report.documents) == (("veer.txt",), 1)
    assert report.generation == ingest(replace(settings, index=tmp_path / "other")).generation

"""In step with the folder: added, changed, renamed, removed and copied, in files and in containers.

Each is shown by asking a question before and after.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.config import Settings
from assistant.ingestion import ingest
from assistant.ingestion.journal import load_events
from assistant.ingestion.state import load_state
from assistant.ingestion.tasks import TIME
from assistant.types import Answer, IngestReport

from .conftest import (
    BRIDGE,
    BRIDGE_ASKED,
    FERRY,
    FERRY_ASKED,
    MILL,
    MILL_ASKED,
    contents,
    make_zip,
)

Write = Callable[[Mapping[str, str | bytes]], None]
Ask = Callable[[str], Answer]
BUNDLE = {"veer.txt": FERRY, "onder/brug.txt": BRIDGE}


def logged(settings: Settings, after: int = 0) -> list[tuple[str, str]]:
    return [(event.event, event.path) for event in list(load_events(settings.index))[after:]]


def paths(answer: Answer) -> list[str]:
    return [citation.path for citation in answer.citations]


def reads(settings: Settings, given: Iterable[Path] = ()) -> tuple[IngestReport, list[str]]:
    """Ingest, and tell what was read for it."""
    read: list[str] = []

    def step(stage: str, done: int, total: int, current: str = "", /) -> None:
        if current and current not in read:
            read.append(current)

    return ingest(settings, list(given), progress=step), read


# -- the log ------------------------------------------------------------------------------------


def test_every_change_leaves_a_line_with_both_ids(settings: Settings, write: Write) -> None:
    write({"a.txt": FERRY, "b.txt": BRIDGE, "c.txt": MILL})
    first = ingest(settings).generation
    write({"a.txt": FERRY.replace("3 mei", "4 mei")})
    (settings.corpus / "b.txt").rename(settings.corpus / "d.txt")
    (settings.corpus / "c.txt").unlink()
    write({"e.txt": b"\x89PNG\r\n\x1a\n"})
    second = ingest(settings).generation
    events = list(load_events(settings.index))
    withdrawn = events[3].generation
    assert len({first, withdrawn, second}) == 3
    assert [(event.event, event.path, event.generation) for event in events] == [
        ("toegevoegd", "a.txt", first),
        ("toegevoegd", "b.txt", first),
        ("toegevoegd", "c.txt", first),
        ("verwijderd", "c.txt", withdrawn),
        ("gewijzigd", "a.txt", second),
        ("hernoemd", "d.txt", second),
        ("mislukt", "e.txt", second),
    ]
    removed, changed, renamed, failed = events[3:]
    assert changed.old_id == events[0].id != changed.id
    assert (removed.old_id, removed.id) == (events[2].id, "")
    assert (renamed.old_path, renamed.id) == ("b.txt", events[1].id)
    assert "PNG" in failed.reason
    count = len(events)
    ingest(settings)
    assert len(list(load_events(settings.index))) == count


def test_fault_15_a_removed_document_leaves_its_tombstone_and_nothing_else(
    settings: Settings, write: Write, ask: Ask
) -> None:
    write({"a.txt": FERRY, "b.txt": BRIDGE})
    ingest(settings)
    assert ask(BRIDGE_ASKED).short == "640.000 euro"
    (settings.corpus / "b.txt").unlink()
    generation = ingest(settings).generation
    assert not ask(BRIDGE_ASKED).answered
    assert logged(settings)[-1] == ("verwijderd", "b.txt")
    here = contents(settings.index / "generations" / generation)
    assert not [name for name, raw in here.items() if b"Hemelrode" in raw or b"hemelrode" in raw]
    others = {
        name: raw for name, raw in contents(settings.index).items() if not name.startswith("generations/")
    }
    assert not [name for name, raw in others.items() if b"Hemelrode" in raw]


def test_a_removed_document_stops_answering_before_anything_new_is_read(
    settings: Settings, write: Write, ask: Ask
) -> None:
    write({"a.txt": FERRY, "b.txt": BRIDGE})
    ingest(settings)
    (settings.corpus / "b.txt").unlink()
    write({"c.txt": MILL})
    answered: list[tuple[bool, bool]] = []

    def look(stage: str, done: int, total: int, current: str = "", /) -> None:
        if stage == "lezen" and not answered:
            answered.append((ask(BRIDGE_ASKED).answered, ask(FERRY_ASKED).answered))

    report = ingest(settings, progress=look)
    assert answered == [(False, True)]
    assert (report.removed, report.added, report.unchanged) == (("b.txt",), ("c.txt",), ("a.txt",))
    assert logged(settings).count(("verwijderd", "b.txt")) == 1
    assert ask(MILL_ASKED).answered


def test_a_file_that_only_moved_is_not_withdrawn(settings: Settings, write: Write, ask: Ask) -> None:
    write({"a.txt": FERRY, "b.txt": BRIDGE})
    ingest(settings)
    (settings.corpus / "b.txt").rename(settings.corpus / "d.txt")
    write({"c.txt": MILL})
    report = ingest(settings)
    assert (report.renamed, report.removed, report.added) == (("d.txt",), (), ("c.txt",))
    assert ("verwijderd", "b.txt") not in logged(settings)
    assert paths(ask(BRIDGE_ASKED)) == ["d.txt"]


# -- renames ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [("Nota.txt", "nota.txt"), ("map/a.txt", "Map/a.txt"), ("a.txt", "diep/er/b.txt")],
    ids=["only the case", "a folder's case", "another folder"],
)
def test_a_renamed_file_answers_under_its_new_name_and_is_not_read(
    settings: Settings, write: Write, ask: Ask, old: str, new: str
) -> None:
    write({old: FERRY, "z.txt": MILL})
    ingest(settings)
    assert paths(ask(FERRY_ASKED)) == [old]
    (settings.corpus / new).parent.mkdir(parents=True, exist_ok=True)
    (settings.corpus / old).rename(settings.corpus / new)
    report, read = reads(settings)
    assert (report.renamed, report.added, report.removed, read) == ((new,), (), (), [])
    assert paths(ask(FERRY_ASKED)) == [new]


def test_a_renamed_folder_costs_nothing_and_all_of_it_moves(
    settings: Settings, write: Write, ask: Ask
) -> None:
    write({"oud/a.txt": FERRY, "oud/b/c.txt": BRIDGE, "oud/bundel.zip": make_zip({"m.txt": MILL})})
    ingest(settings)
    (settings.corpus / "oud").rename(settings.corpus / "nieuw")
    report, read = reads(settings)
    assert report.renamed == ("nieuw/a.txt", "nieuw/b/c.txt", "nieuw/bundel.zip/m.txt")
    assert (report.added, report.removed, read) == ((), (), [])
    assert paths(ask(MILL_ASKED)) == ["nieuw/bundel.zip/m.txt"]


# -- containers -----------------------------------------------------------------------------------


def test_the_members_of_an_archive_answer_under_their_own_paths(
    settings: Settings, write: Write, ask: Ask
) -> None:
    write({"map/bundel.zip": make_zip(BUNDLE | {"kapot.pdf": b"%PDF-1.4 niets"})})
    report = ingest(settings)
    assert report.added == ("map/bundel.zip/onder/brug.txt", "map/bundel.zip/veer.txt")
    assert [failure.path for failure in report.failed] == ["map/bundel.zip/kapot.pdf"]
    assert paths(ask(BRIDGE_ASKED)) == ["map/bundel.zip/onder/brug.txt"]


def test_archives_in_archives_are_opened_three_deep(settings: Settings, write: Write) -> None:
    raw = make_zip({"diep.txt": MILL})
    for depth in range(4):
        raw = make_zip({f"{depth}.zip": raw, f"naast{depth}.txt": f"Nota {depth}. {BRIDGE}"})
    write({"a.zip": raw})
    report = ingest(settings)
    assert report.added == (
        "a.zip/3.zip/2.zip/naast1.txt",
        "a.zip/3.zip/naast2.txt",
        "a.zip/naast3.txt",
    )
    assert [failure.path for failure in report.failed] == ["a.zip/3.zip/2.zip/1.zip"]
    assert "archieven diep" in report.failed[0].reason


def test_an_unchanged_archive_keeps_its_documents_and_is_not_opened(settings: Settings, write: Write) -> None:
    write({"bundel.zip": make_zip(BUNDLE)})
    first = ingest(settings)
    report, read = reads(settings)
    assert (report.unchanged, read) == (first.added, [])
    write({"molen.txt": MILL})
    report, read = reads(settings)
    assert (report.unchanged, read) == (first.added, ["molen.txt"])


def test_a_renamed_archive_costs_nothing_and_its_members_move_along(
    settings: Settings, write: Write, ask: Ask
) -> None:
    write({"bundel.zip": make_zip(BUNDLE | {"kapot.pdf": b"%PDF-1.4 niets"})})
    ingest(settings)
    (settings.corpus / "bundel.zip").rename(settings.corpus / "pak.zip")
    report, read = reads(settings)
    assert report.renamed == ("pak.zip/onder/brug.txt", "pak.zip/veer.txt")
    assert (report.added, report.removed) == ((), ())
    assert read == ["pak.zip/kapot.pdf"]
    assert [failure.path for failure in report.failed] == ["pak.zip/kapot.pdf"]
    assert paths(ask(FERRY_ASKED)) == ["pak.zip/veer.txt"]


def test_a_removed_archive_removes_all_its_members(settings: Settings, write: Write, ask: Ask) -> None:
    write({"bundel.zip": make_zip(BUNDLE), "molen.txt": MILL})
    ingest(settings)
    (settings.corpus / "bundel.zip").unlink()
    assert ingest(settings).removed == ("bundel.zip/onder/brug.txt", "bundel.zip/veer.txt")
    assert not ask(BRIDGE_ASKED).answered
    assert ask(MILL_ASKED).answered


def test_a_changed_archive_adds_changes_and_removes_members(
    settings: Settings, write: Write, ask: Ask
) -> None:
    write({"bundel.zip": make_zip(BUNDLE)})
    ingest(settings)
    write({"bundel.zip": make_zip({"veer.txt": FERRY.replace("3 mei", "4 mei"), "molen.txt": MILL})})
    report = ingest(settings)
    assert report.added == ("bundel.zip/molen.txt",)
    assert report.changed == ("bundel.zip/veer.txt",)
    assert report.removed == ("bundel.zip/onder/brug.txt",)
    assert ask(FERRY_ASKED).short == "4 mei 2021"
    assert not ask(BRIDGE_ASKED).answered


def test_a_member_that_equals_a_document_elsewhere_is_named_and_counted_once(
    settings: Settings, write: Write, ask: Ask
) -> None:
    write({"a.zip": make_zip(BUNDLE), "b.zip": make_zip(BUNDLE | {"m.txt": MILL}), "z.txt": BRIDGE})
    report = ingest(settings)
    assert report.documents == 3
    assert report.copies == (
        ("a.zip/onder/brug.txt", "z.txt"),
        ("b.zip/onder/brug.txt", "z.txt"),
        ("b.zip/veer.txt", "a.zip/veer.txt"),
    )
    again, read = reads(settings)
    assert (again.copies, again.documents, read) == (report.copies, 3, [])
    (settings.corpus / "z.txt").unlink()
    (settings.corpus / "a.zip").unlink()
    last = ingest(settings)
    assert (last.documents, last.copies) == (3, ())
    assert paths(ask(BRIDGE_ASKED)) == ["b.zip/onder/brug.txt"]


def test_a_copy_of_a_whole_archive_is_named_once(settings: Settings, write: Write) -> None:
    write({"a.zip": make_zip(BUNDLE), "b.zip": make_zip(BUNDLE)})
    report = ingest(settings)
    assert (report.documents, report.copies) == (2, (("b.zip", "a.zip"),))


@pytest.mark.parametrize("step", ["archive first", "file first"])
def test_fault_31_whatever_came_first_the_index_is_the_same(
    settings: Settings, write: Write, tmp_path: Path, step: str
) -> None:
    files: dict[str, str | bytes] = {"a.zip": make_zip(BUNDLE), "b.txt": BRIDGE, "c.txt": MILL}
    order = list(files) if step == "archive first" else [*reversed(files)]
    for name in order:
        write({name: files[name]})
        last = ingest(settings)
    at_once = ingest(replace(settings, index=tmp_path / "other"))
    assert last.generation == at_once.generation
    assert last.copies == at_once.copies == (("a.zip/onder/brug.txt", "b.txt"),)


def test_without_what_is_remembered_an_archive_is_opened_again_and_nothing_differs(
    settings: Settings, write: Write
) -> None:
    write({"a.zip": make_zip(BUNDLE), "b.txt": BRIDGE})
    first = ingest(settings)
    (settings.index / "bestanden.json").write_bytes(b'{"version":1,"state":["Fold')
    report, read = reads(settings)
    assert report.generation == first.generation
    assert read == ["a.zip/onder/brug.txt", "a.zip/veer.txt"] or read == [
        "a.zip/veer.txt",
        "a.zip/onder/brug.txt",
    ]


# -- failures and what is tried again ----------------------------------------------------------------


def hang_on(settings: Settings, name: str) -> IngestReport:
    """Ingest while opening file `name` never ends, as on a network share that is gone."""
    path = settings.corpus / name
    aside = settings.corpus.parent / "opzij"

    def hang(stage: str, done: int, total: int, current: str = "", /) -> None:
        if stage == "lezen" and not aside.exists():
            path.rename(aside)
            os.mkfifo(path)

    report = ingest(replace(settings, workers=1, max_file_seconds=2), progress=hang)
    aside.replace(path)
    return report


def test_a_file_that_took_too_long_is_not_tried_again_until_it_or_a_limit_changes(
    settings: Settings, write: Write, ask: Ask
) -> None:
    slow = replace(settings, max_file_seconds=2)
    write({"traag.txt": BRIDGE, "veer.txt": FERRY})
    first = hang_on(settings, "traag.txt")
    assert [failure.path for failure in first.failed] == ["traag.txt"]
    (state,) = load_state(settings.index).by_name()["traag.txt"].troubles
    assert (state.cause, state.waits) == (TIME, True)
    report, read = reads(slow)
    assert (report.failed, read) == (first.failed, [])
    report, read = reads(slow, [settings.corpus / "traag.txt"])
    assert (report.failed, read) == ((), ["traag.txt"])
    assert ask(BRIDGE_ASKED).answered


def test_a_higher_limit_gives_a_slow_file_another_chance(settings: Settings, write: Write) -> None:
    write({"traag.txt": BRIDGE})
    assert hang_on(settings, "traag.txt").failed
    report, read = reads(settings)
    assert (report.failed, read) == ((), ["traag.txt"])


def test_since_when_a_file_fails_is_remembered(settings: Settings, write: Write) -> None:
    write({"kapot.pdf": b"%PDF-1.4 niets"})
    ingest(settings)
    (first,) = load_state(settings.index).by_name()["kapot.pdf"].troubles
    write({"veer.txt": FERRY})
    _, read = reads(settings)
    assert read == ["kapot.pdf", "veer.txt"] or read == ["veer.txt", "kapot.pdf"]
    (second,) = load_state(settings.index).by_name()["kapot.pdf"].troubles
    assert second.since == first.since


def test_fresh_reads_everything_and_changes_no_byte(settings: Settings, write: Write) -> None:
    write({"a.zip": make_zip(BUNDLE), "c.txt": MILL})
    first = ingest(settings)
    before = contents(settings.index / "generations")
    report = ingest(settings, fresh=True)
    assert report.changed == first.added
    assert contents(settings.index / "generations") == before


def test_a_run_that_was_cut_off_is_not_read_twice(settings: Settings, write: Write) -> None:
    write({f"{number}.txt": f"Nota {number}. {MILL}" for number in range(6)})

    class Cut(Exception):
        pass

    def cut(stage: str, done: int, total: int, current: str = "", /) -> None:
        if stage == "lezen" and done == 4:
            raise Cut

    with pytest.raises(Cut):
        ingest(replace(settings, workers=1), progress=cut)
    report, read = reads(settings)
    assert (report.documents, len(read)) == (6, 2)
    assert not list(settings.index.glob("*.spool"))

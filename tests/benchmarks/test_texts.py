"""Many passages to measure with: real sentences, never the same document twice, the same every time."""

from __future__ import annotations

import io
import tarfile
from itertools import islice
from pathlib import Path

from benchmarks.texts import make_entries, mix_archives, read_questions

TEXTS = {
    f"{name}.md": "\n".join(
        f"De {name} telt er {number}. Dat is regel {number} van {name}." for number in range(9)
    )
    for name in ("aalst", "breda", "dongen")
}


def make_archive(folder: Path) -> Path:
    with tarfile.open(folder / "teksten.tar.gz", "w:gz") as archive:
        for name, text in TEXTS.items():
            member = tarfile.TarInfo(name)
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text.encode()))
    return folder


def test_after_the_archives_come_their_sentences_in_another_order(tmp_path: Path) -> None:
    texts = list(islice(mix_archives(make_archive(tmp_path)), 9))
    assert [text for _, text in texts[:3]] == list(TEXTS.values())
    known = {
        sentence for text in TEXTS.values() for line in text.split("\n") for sentence in line.split(". ")
    }
    for turn in (texts[3:6], texts[6:]):
        mixed = " ".join(text.replace("\n", " ") for _, text in turn)
        assert all(sentence.rstrip(".") in mixed for sentence in known)
    assert len({text for _, text in texts}) == 9
    assert list(islice(mix_archives(tmp_path), 9)) == texts


def test_as_many_passages_are_made_as_are_asked_for(tmp_path: Path) -> None:
    entries = list(make_entries(make_archive(tmp_path), tmp_path, 20))
    passages = [passage for entry in entries for passage in entry.passages]
    assert 20 <= len(passages) < 30
    assert (
        len({entry.document.id for entry in entries})
        == len({entry.document.path for entry in entries})
        == len(entries)
    )


def test_questions_are_the_same_every_time(tmp_path: Path) -> None:
    asked = read_questions(tmp_path, 30)
    assert len(set(asked)) == 30
    assert read_questions(tmp_path, 30) == asked

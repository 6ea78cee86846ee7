from __future__ import annotations

import fcntl
import os
import threading
from pathlib import Path

import pytest

from assistant.errors import LeeswijzerError, UsageError
from assistant.export import replace_file


def test_the_file_before_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "feiten.csv"
    target.write_text("goed")
    target.chmod(0o640)
    with pytest.raises(KeyboardInterrupt), replace_file(target) as fresh:
        fresh.write_text("half")
        assert target.read_text() == "goed"
        raise KeyboardInterrupt
    assert target.read_text() == "goed"
    with replace_file(target) as fresh:
        fresh.write_text("nieuw")
    assert target.read_text() == "nieuw"
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["feiten.csv"]


def test_a_link_still_points_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "echt.csv").write_text("oud")
    (tmp_path / "link.csv").symlink_to("echt.csv")
    with replace_file(tmp_path / "link.csv") as fresh:
        fresh.write_text("nieuw")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "echt.csv").read_text() == "nieuw"


def test_a_pipe_gets_the_whole_of_it(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    with replace_file(pipe) as fresh:
        fresh.write_text("alles")
    reader.join(timeout=10)
    assert read == ["alles"]
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("name", "words"), [("map/feiten.csv", "bestaat niet"), (".", "kan niet geschreven worden")]
)
def test_a_place_where_nothing_can_be_written_is_wrong_use(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(UsageError, match=words), replace_file(tmp_path / name):
        pass


def test_a_disk_that_refuses_is_told(tmp_path: Path) -> None:
    with pytest.raises(LeeswijzerError, match="mislukte"), replace_file(tmp_path / "feiten.csv"):
        raise OSError(28, "No space left on device")
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_is_swept_and_that_of_a_live_one_is_not(tmp_path: Path) -> None:
    target = tmp_path / "uit[1].csv"
    gone = next(number for number in range(4_000_000, 5_000_000) if not Path(f"/proc/{number}").exists())
    left = tmp_path / f".uit[1].csv.{gone}.deel"
    kept = [
        *(tmp_path / f".uit[1].csv.{os.getppid()}.deel", tmp_path / ".uit[1].csv.mijn.deel"),
        *(tmp_path / f".uit1.csv.{gone}.deel", tmp_path / f".uit[1].csv.{gone + 1}.deel"),
    ]
    for path in (left, *kept):
        path.touch()
    with kept[-1].open("rb") as other:
        fcntl.flock(other, fcntl.LOCK_EX)  # somebody on another machine, whose processes are not seen here
        with replace_file(target) as fresh:
            fresh.write_text("heel")
    assert not left.exists()
    assert all(path.exists() for path in kept)
    assert target.read_text() == "heel"

"""ZIP archives as folders of documents (rows 22, 25 and 30 of the fault list)."""

from __future__ import annotations

import io
import stat
import zipfile
from pkgutil import resolve_name

import pytest

from assistant.errors import BrokenDocument
from assistant.ingest import CONTAINERS
from assistant.ingest.archive import Member, open_zip
from assistant.types import Failure


def make_zip(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return stream.getvalue()


def open_all(raw: bytes) -> list[Member | Failure]:
    return list(open_zip(raw, "map/a.zip"))


def reasons(raw: bytes) -> list[tuple[str, str]]:
    return [(entry.path, entry.reason) for entry in open_all(raw) if isinstance(entry, Failure)]


def names(raw: bytes) -> list[str]:
    return [entry.name for entry in open_all(raw) if isinstance(entry, Member)]


def patch_entries(raw: bytes, offset_central: int, offset_local: int, value: bytes) -> bytes:
    """Overwrite a field of every entry, in the central list and in the local headers."""
    changed = bytearray(raw)
    for mark, offset in ((b"PK\x01\x02", offset_central), (b"PK\x03\x04", offset_local)):
        place = changed.find(mark)
        while place >= 0:
            changed[place + offset : place + offset + len(value)] = value
            place = changed.find(mark, place + 4)
    return bytes(changed)


def test_every_container_can_be_opened():
    for name in CONTAINERS.values():
        assert callable(resolve_name(name))


def test_members_come_in_order_with_their_bytes():
    raw = make_zip(("b/nota.txt", b"twee"), ("a.txt", b"een"))
    assert open_all(raw) == [Member("b/nota.txt", b"twee"), Member("a.txt", b"een")]


def test_folders_hidden_files_and_those_of_the_system_are_skipped():
    raw = make_zip(
        ("map/", b""), (".git/config", b"x"), ("__MACOSX/._a.txt", b"x"), ("map/.DS_Store", b"x"),
        ("map/Thumbs.db", b"x"), ("map/a.txt", b"x"),
    )  # fmt: skip
    assert names(raw) == ["map/a.txt"]
    assert reasons(raw) == []


@pytest.mark.parametrize(
    "name",
    [
        "../uit.txt",
        "a/../../uit.txt",
        "/etc/passwd",
        "C:\\windows\\a.txt",
        "..\\uit.txt",
        "c:a.txt",
        "a\nb.txt",
    ],
)
def test_a_name_that_leads_out_of_the_archive_is_refused_by_name(name):
    raw = make_zip((name, b"kwaad"), ("goed.txt", b"goed"))
    assert names(raw) == ["goed.txt"]
    [(shown, reason)] = reasons(raw)
    assert shown.startswith("map/a.zip/")
    assert "\n" not in shown
    assert "naam in het archief is niet veilig" in reason


def test_a_name_with_a_zero_byte_is_refused():
    raw = make_zip(("aXb.txt", b"kwaad")).replace(b"aXb.txt", b"a\0b.txt")
    assert names(raw) == []
    assert "niet veilig" in reasons(raw)[0][1]


def test_backslashes_from_windows_are_folders():
    assert names(make_zip(("map\\sub\\a.txt", b"x"))) == ["map/sub/a.txt"]


def test_a_symbolic_link_is_not_followed():
    link = zipfile.ZipInfo("link.txt")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    raw = make_zip((link, b"/etc/passwd"), ("goed.txt", b"x"))
    assert names(raw) == ["goed.txt"]
    assert reasons(raw) == [
        ("map/a.zip/link.txt", "dit is een verwijzing (symbolische link) en geen bestand")
    ]


def test_a_name_that_comes_twice_is_read_once_and_told():
    with pytest.warns(UserWarning, match="Duplicate name"):
        raw = make_zip(("a.txt", b"eerste"), ("a.txt", b"tweede"))
    assert [entry for entry in open_all(raw) if isinstance(entry, Member)] == [Member("a.txt", b"eerste")]
    assert "meer dan eens" in reasons(raw)[0][1]


def test_an_encrypted_member_is_named():
    raw = patch_entries(make_zip(("geheim.txt", b"x")), 8, 6, b"\x01")
    [(shown, reason)] = reasons(raw)
    assert shown == "map/a.zip/geheim.txt"
    assert "zonder wachtwoord" in reason


def test_a_member_packed_in_another_way_is_named():
    raw = patch_entries(make_zip(("a.txt", b"x" * 100)), 10, 8, b"\x09\x00")
    assert "pak het archief eerst uit" in reasons(raw)[0][1]


def test_a_wrong_checksum_costs_that_member_alone():
    raw = make_zip(("a.txt", b"eerste tekst"), ("b.txt", b"tweede tekst"), method=zipfile.ZIP_STORED)
    raw = raw.replace(b"eerste tekst", b"eerste tEkst")
    assert names(raw) == ["b.txt"]
    assert reasons(raw) == [("map/a.zip/a.txt", "dit bestand in het archief is beschadigd")]


def test_one_member_that_is_a_bomb_is_refused_alone_and_a_whole_one_at_once():
    noise = bytes((place * 7919 + place // 251) % 256 for place in range(400_000))
    raw = make_zip(("bom.txt", b"0" * 3_000_000), method=zipfile.ZIP_DEFLATED)
    with pytest.raises(BrokenDocument, match="ZIP-bom"):
        open_all(raw)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("bom.txt", b"0" * 3_000_000, zipfile.ZIP_DEFLATED)
        archive.writestr("ruis.bin", noise, zipfile.ZIP_STORED)
    assert names(stream.getvalue()) == ["ruis.bin"]
    assert "ZIP-bom" in reasons(stream.getvalue())[0][1]


def test_more_than_ten_thousand_entries_are_refused():
    raw = make_zip(*((f"{number}.txt", b"x") for number in range(10_001)), method=zipfile.ZIP_STORED)
    with pytest.raises(BrokenDocument, match="ZIP-bom"):
        open_all(raw)


def test_a_list_that_claims_more_than_the_file_holds_is_refused_before_unpacking():
    raw = patch_entries(make_zip(("a.txt", b"x")), 24, 22, (4_000_000_000).to_bytes(4, "little"))
    with pytest.raises(BrokenDocument, match="ZIP-bom"):
        open_all(raw)


@pytest.mark.parametrize("flagged", [True, False])
def test_names_in_utf8_are_read_with_and_without_the_flag(flagged):
    raw = make_zip(("bijlage – één.txt", b"x"))
    if not flagged:
        raw = patch_entries(raw, 8, 6, b"\x00\x00")
    assert names(raw) == ["bijlage – één.txt"]


def test_names_of_old_windows_programs_are_read():
    raw = patch_entries(make_zip(("b_l_ne.txt", b"x")).replace(b"b_l_ne", b"b\x89l\x82ne"), 8, 6, b"\x00\x00")
    assert names(raw) == ["bëléne.txt"]


@pytest.mark.parametrize("size", [0, 10, 60, 120])
def test_a_truncated_archive_is_reported(size):
    raw = make_zip(("a.txt", b"een tekst die even doorgaat"), ("b.txt", b"nog een tekst"))
    with pytest.raises(BrokenDocument, match="beschadigd"):
        open_all(raw[:size])

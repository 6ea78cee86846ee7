"""Word documents: structure, and the attacks of rows 22-24 and 26 of the fault list."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from assistant.errors import BrokenDocument, LockedDocument


@pytest.fixture
def word() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Nota wonen"
    document.add_heading("Beleid voor wonen", 1)
    document.add_paragraph("De gemeente bouwt duizend woningen. Dat gebeurt in de haven.")
    document.add_heading("Doelen", 2)
    document.add_paragraph("betaalbaar wonen", style="List Bullet")
    document.add_paragraph("groen in de straat", style="List Bullet")
    document.add_paragraph("Tabel 1: Aantallen", style="Caption")
    table = document.add_table(3, 2)
    for row, cells in enumerate((("Jaar", "Huizen"), ("2024", "100"), ("2025", "200"))):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
    return _save(document)


def _save(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def _rewrite(raw: bytes, name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, content if part.filename == name else old.read(part))
    return stream.getvalue()


def test_styles_lists_and_tables_become_blocks(load, blocks, word):
    document = load(word, "nota.docx")
    assert blocks(document) == [
        ("heading", "Beleid voor wonen"),
        ("paragraph", "De gemeente bouwt duizend woningen. Dat gebeurt in de haven."),
        ("heading", "Doelen"),
        ("item", "betaalbaar wonen"),
        ("item", "groen in de straat"),
        ("caption", "Tabel 1: Aantallen"),
        ("row", "Tabel 1: Aantallen: 2024 – Huizen: 100"),
        ("row", "Tabel 1: Aantallen: 2025 – Huizen: 200"),
    ]
    assert document.title == "Beleid voor wonen"
    assert document.heading_path(document.text.index("groen")) == ("Beleid voor wonen", "Doelen")


def test_the_date_of_a_library_template_is_no_date(load, word):
    assert load(word, "nota.docx").date is None


def test_a_zip_bomb_is_refused_before_it_is_unpacked(load, word):
    bomb = _rewrite(word, "word/document.xml", b"<a>" + b" " * 30_000_000 + b"</a>")
    with pytest.raises(BrokenDocument, match="ZIP-bom"):
        load(bomb, "bom.docx")


def test_an_archive_with_too_many_parts_is_refused(load):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"word/{number}.xml", b"x")
    with pytest.raises(BrokenDocument, match="ZIP-bom"):
        load(stream.getvalue(), "veel.docx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_entities_are_never_read(load, word, encoding):
    evil = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'.encode(encoding)
    with pytest.raises(BrokenDocument, match="XML-entiteiten"):
        load(_rewrite(word, "word/document.xml", evil), "kwaad.docx")


@pytest.mark.parametrize("size", [30, 300, 3_000, 20_000])
def test_a_truncated_file_is_reported(load, word, size):
    with pytest.raises(BrokenDocument, match="beschadigd"):
        load(word[:size], "half.docx")


def test_another_archive_is_named_as_such(load):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("lees.txt", b"hallo")
    with pytest.raises(BrokenDocument, match="ander ZIP-archief"):
        load(stream.getvalue(), "geen.docx")


def test_an_encrypted_archive_asks_for_a_file_without_password(load, word):
    raw = bytearray(word)
    place = raw.find(b"PK\x01\x02")
    while place >= 0:
        raw[place + 8] |= 1
        place = raw.find(b"PK\x01\x02", place + 4)
    with pytest.raises(LockedDocument, match="wachtwoord"):
        load(bytes(raw), "slot.docx")

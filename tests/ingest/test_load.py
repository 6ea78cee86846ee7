"""Files: which are found, which are refused and why (rows 21, 25, 26, 27 and 30 of the fault list)."""

from __future__ import annotations

import hashlib
from pathlib import Path
from pkgutil import resolve_name

import pytest

from assistant.config import Settings
from assistant.errors import BrokenDocument, EmptyDocument, OversizedDocument, UnsupportedFormat
from assistant.ingest import LOADERS, find_files, load_document
from assistant.ingest.signature import make_signature


def test_every_loader_can_be_opened():
    for name in LOADERS.values():
        assert callable(resolve_name(name))


def test_a_document_is_known_by_the_hash_of_its_bytes(load):
    raw = b"Een zin over het beleid.\n"
    document = load(raw, "map/stuk.txt")
    assert document.sha256 == hashlib.sha256(raw).hexdigest()
    assert document.id == document.sha256[:16]
    assert document.path == "map/stuk.txt"


@pytest.mark.parametrize("name", ["a.wk1", "b.mht", "zonder", "c.PDFX"])
def test_an_unknown_kind_is_named(load, name):
    with pytest.raises(UnsupportedFormat, match=", ".join(sorted(LOADERS))):
        load("tekst", name)


@pytest.mark.parametrize("content", [b"", b"  \n\t\n", "\ufeff \n".encode(), b"---\n"])
def test_an_empty_file_is_reported(load, content):
    with pytest.raises(EmptyDocument):
        load(content)


def test_a_file_above_the_limit_is_not_read(load):
    with pytest.raises(OversizedDocument, match="2 kB; de grens is 1 kB"):
        load("x" * 2_000, max_file_bytes=1_000)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.pdf", b"<!DOCTYPE html><html></html>", "een PDF, maar het is HTML"),
        ("a.pdf", b"gewone tekst", "een PDF, maar het is iets anders"),
        ("a.docx", b"%PDF-1.4 x", "DOCX.*, maar het is PDF"),
        ("a.docx", b"gewone tekst", "DOCX.*, maar het is iets anders"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "oud Word-bestand"),
        ("a.txt", b"%PDF-1.4 x", "platte tekst, maar het is PDF"),
        ("a.txt", b"PK\x03\x04rest", "platte tekst, maar het is ZIP"),
        ("a.html", b"\x89PNG\r\n\x1a\n", "webpagina .*, maar het is PNG"),
        ("a.md", b"{\\rtf1 tekst}", "Markdown, maar het is RTF"),
    ],
)
def test_a_name_and_a_content_that_differ_are_told(load, name, content, words):
    with pytest.raises(BrokenDocument, match=words):
        load(content, name)


def test_a_text_that_begins_like_a_program_is_still_text(load):
    assert load("MZ is een afkorting voor middelgrote zaken.\n").text.startswith("MZ is")


def test_a_suffix_in_capitals_counts(load):
    assert load("Een zin.", "A.TXT").text == "Een zin."


def test_a_file_that_cannot_be_opened_is_reported(tmp_path):
    (tmp_path / "map.txt").mkdir()
    with pytest.raises(BrokenDocument, match=r"^map\.txt: het bestand kan niet worden geopend"):
        load_document(tmp_path / "map.txt", tmp_path, Settings())


def test_files_are_found_sorted_and_hidden_ones_are_not(tmp_path):
    for name in ("b.txt", "a/z.pdf", "a.txt", ".geheim.txt", ".map/c.txt", "a/.d", "x.onbekend"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    assert [path.relative_to(tmp_path).as_posix() for path in find_files(tmp_path)] == [
        "a.txt",
        "a/z.pdf",
        "b.txt",
        "x.onbekend",
    ]


def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path):
    outside = tmp_path / "buiten"
    root = tmp_path / "corpus"
    outside.mkdir()
    root.mkdir()
    (outside / "geheim.txt").write_text("x")
    (root / "binnen.txt").write_text("x")
    (root / "uit.txt").symlink_to(outside / "geheim.txt")
    (root / "map").symlink_to(outside)
    (root / "in.txt").symlink_to(root / "binnen.txt")
    assert [path.name for path in find_files(root)] == ["binnen.txt", "in.txt"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", "woord " * 170_000),
        ("a.txt", ". " * 300_000),
        ("a.txt", "a....b" * 150_000),
        ("a.txt", "woord-\n" * 100_000),
        ("a.txt", "Jan van der " * 80_000),
        ("a.md", "# a\n" + "[" * 500_000),
        ("a.md", "# a\n" + "**a" * 200_000),
        ("a.md", "# a\n" + "<a " * 200_000),
        ("a.md", "# a\n" + "|" * 1_000_000),
        ("a.md", "# a\n" + "|*" * 500_000),
        ("a.md", "# a\n" + "| - " * 250_000),
        ("a.html", "<body>" + "<ul><li>" * 200 + "woord " * 150_000),
        ("a.html", "<body><table><tr>" + "<td>x" * 20_000),
        ("a.html", "<body>" + '<a href="#n">[1]</a>' * 20_000 + "x"),
        ("a.html", "<body>" + "<div><h2>Lees ook</h2></div>" * 12_000 + "x"),
        ("a.csv", ";" * 1_000_000),
        ("a.csv", "a;b\n" * 20_000),
        ("a.eml", "From: a\n\n" + "> " * 500_000),
        ("a.eml", "From: a\n\n" + "Op woensdag " * 80_000),
        ("a.eml", "From: a\n\n" + "Van: a\n" * 20_000),
        ("a.eml", "Subject: " + "=?utf-8?q?a?= " * 70_000 + "\n\nx"),
        ("a.eml", "To: " + "<a@b>, " * 140_000 + "\n\nx"),
        ("a.html", "<body>" + "<" * 500_000),
    ],
)
def test_a_long_text_of_one_sort_takes_linear_time(load, name, content):
    """Hangs, rather than fails, when an expression is quadratic."""
    try:
        assert load(content, name).text
    except EmptyDocument:
        assert set(content) <= set(". #a\n|*-;<>")


def test_the_package_is_light_to_import():
    import subprocess
    import sys

    heavy = "('pypdfium2', 'docx', 'selectolax', 'langdetect', 'torch')"
    code = f"import sys, assistant.ingest as i; i.LOADERS; i.cut_passages; print([n for n in {heavy} if n in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.strip() == "[]"


def test_a_document_has_the_signature_of_its_text(load):
    document = load("# Nota\n\nDe brug in Molendam is klaar en gaat morgen open.\n", "nota.md")
    assert document.signature == make_signature(document.text)

"""OpenDocument texts: structure, and the attacks of rows 22-24 and 26 of the fault list."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile

import odfdo
import pytest

from assistant.errors import BrokenDocument, LockedDocument

SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"'
    for name, uri in {
        "office": "office", "text": "text", "table": "table", "draw": "drawing", "style": "style", "meta": "meta",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible", "presentation": "presentation", "number": "datastyle",
    }.items()
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'  # fmt: skip
STYLES = """<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"/>
<style:style style:name="Title" style:family="paragraph"/><style:style style:name="Caption" style:family="paragraph"/>
<style:style style:name="Table" style:family="paragraph" style:parent-style-name="Caption"/>
<style:style style:name="Quotations" style:family="paragraph"/>"""
NUMBERED = """<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>
<text:list-style style:name="B1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>"""


def make_odt(
    body: str, *, automatic: str = "", styles: str = STYLES, meta: str = "", kind: str = "text"
) -> bytes:
    parts = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {SPACES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {SPACES}><office:styles>{styles}</office:styles>"
        "<office:master-styles><style:master-page style:name='S'><style:header><text:p>Kopregel</text:p>"
        "</style:header><style:footer><text:p>Voetregel</text:p></style:footer></style:master-page>"
        "</office:master-styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {SPACES}><office:meta>{meta}</office:meta></office:document-meta>",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def read(load, blocks, body, **parts):
    return blocks(load(make_odt(body, **parts), "nota.odt"))


def test_headings_give_the_path_by_their_outline_level(load):
    document = load(
        make_odt(
            '<text:p text:style-name="Title">Nota haven</text:p><text:h text:outline-level="2">Doelen</text:h>'
            '<text:h text:outline-level="3">Kades</text:h><text:p>De kades worden hoger.</text:p>'
        ),
        "nota.odt",
    )
    assert document.heading_path(document.text.index("hoger")) == ("Nota haven", "Doelen", "Kades")
    assert "regel" not in document.text


def test_headings_are_numbered_as_they_are_shown(load, blocks):
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix="."/>'
        "</text:outline-style>"
    )
    body = "".join(
        f'<text:h text:outline-level="{level}"{more}>{words}</text:h>'
        for level, words, more in (
            (1, "Begin", ""), (2, "Een", ""), (2, "Twee", ""), (1, "Voorwoord", ' text:is-list-header="true"'),
            (1, "Eind", ""), (2, "Drie", ""),
        )
    )  # fmt: skip
    assert [text for _, text in read(load, blocks, body, styles=STYLES + outline)] == [
        "1 Begin", "1.1. Een", "1.2. Twee", "Voorwoord", "2 Eind", "2.1. Drie",
    ]  # fmt: skip


def test_lists_keep_their_depth_and_their_numbers(load, blocks):
    body = """<text:p>Artikel 3 somt op wat nodig is:</text:p>
    <text:list text:style-name="L1"><text:list-item><text:p>zand</text:p><text:list><text:list-item>
    <text:p>grof</text:p></text:list-item><text:list-item><text:p>fijn</text:p></text:list-item></text:list>
    </text:list-item><text:list-item><text:p>klei</text:p><text:p>uit de polder</text:p></text:list-item></text:list>
    <text:p>Tussen de lijsten in.</text:p><text:list text:style-name="L1" text:continue-numbering="true"><text:list-item>
    <text:p>grind</text:p></text:list-item></text:list><text:list text:style-name="L1"><text:list-item>
    <text:p>opnieuw</text:p></text:list-item><text:list-item text:start-value="7"><text:p>zeven</text:p></text:list-item>
    </text:list><text:list text:style-name="B1"><text:list-item><text:p>punt</text:p></text:list-item></text:list>"""
    document = load(make_odt(body, automatic=NUMBERED), "nota.odt")
    items = [(b.level, b.span.of(document.text)) for b in document.blocks if b.kind == "item"]
    assert items == [
        (1, "1. zand"), (2, "a) grof"), (2, "b) fijn"), (1, "2. klei"), (1, "uit de polder"), (1, "3. grind"),
        (1, "1. opnieuw"), (1, "7. zeven"), (1, "punt"),
    ]  # fmt: skip


def test_a_table_has_its_caption_header_and_merged_cells_in_every_row(load, blocks):
    body = """<text:p text:style-name="Table">Tabel 1: Kosten per jaar</text:p><table:table>
    <table:table-header-rows><table:table-row>
    <table:table-cell table:number-rows-spanned="2"><text:p>Onderdeel</text:p></table:table-cell>
    <table:table-cell table:number-columns-spanned="2"><text:p>Kosten</text:p></table:table-cell>
    <table:covered-table-cell/></table:table-row><table:table-row><table:covered-table-cell/>
    <table:table-cell><text:p>2024</text:p></table:table-cell><table:table-cell><text:p>2025</text:p></table:table-cell>
    </table:table-row></table:table-header-rows>
    <table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>Kade</text:p></table:table-cell>
    <table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row>
    <table:table-row><table:covered-table-cell/><table:table-cell table:number-columns-repeated="2"><text:p>3</text:p>
    </table:table-cell></table:table-row></table:table>"""
    assert read(load, blocks, body) == [
        ("caption", "Tabel 1: Kosten per jaar"),
        ("row", "Tabel 1: Kosten per jaar: Kade – Kosten, 2024: 1; Kosten, 2025: 2"),
        ("row", "Tabel 1: Kosten per jaar: Kade – Kosten, 2024: 3; Kosten, 2025: 3"),
    ]


def test_a_caption_below_a_table_belongs_to_it(load, blocks):
    body = """<table:table><table:table-row><table:table-cell><text:p>Haven</text:p></table:table-cell><table:table-cell>
    <text:p>Diepte</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>Oost</text:p>
    </table:table-cell><table:table-cell><text:p>12 m</text:p></table:table-cell></table:table-row></table:table>
    <text:p text:style-name="Table">Tabel 2: Diepten</text:p>"""
    assert read(load, blocks, body)[0] == ("row", "Tabel 2: Diepten: Oost – Diepte: 12 m")


def test_notes_stand_apart_and_their_marks_leave_the_sentence(load, blocks):
    note = (
        '<text:note text:note-class="{}"><text:note-citation>{}</text:note-citation>'
        "<text:note-body><text:p>{}</text:p></text:note-body></text:note>"
    )
    body = (
        f"<text:p>De kade{note.format('footnote', '1', 'Zie de nota.')} wordt hoger{note.format('endnote', 'i', 'Aan het slot.')}.</text:p>"
        "<text:p>Daarna volgt de sluis.</text:p>"
    )
    assert read(load, blocks, body) == [
        ("paragraph", "De kade wordt hoger."),
        ("note", "1 Zie de nota."),
        ("paragraph", "Daarna volgt de sluis."),
        ("note", "i Aan het slot."),
    ]


def test_deleted_text_comments_contents_and_hidden_text_are_not_read(load):
    body = """<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>geschrapt</text:p></text:deletion>
    </text:changed-region></text:tracked-changes>
    <text:table-of-content><text:index-body><text:p>Doelen 3</text:p></text:index-body></text:table-of-content>
    <text:p>De sluis<text:change text:change-id="c1"/><office:annotation><text:p>opmerking</text:p></office:annotation>
    gaat<text:s text:c="3"/>open<text:tab/>om<text:line-break/>zes uur.<text:span text:style-name="T1">onzichtbaar</text:span></text:p>
    <text:section text:display="none"><text:p>ook niet</text:p></text:section>"""
    hidden = '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>'
    document = load(make_odt(body, automatic=hidden), "nota.odt")
    assert document.text == "De sluis gaat open om zes uur."
    assert document.notices == ("19 tekens verborgen tekst zijn niet gelezen",)


def test_frames_and_text_boxes_follow_the_paragraph_they_hang_on(load, blocks):
    body = """<text:p>Boven het kader.<draw:frame><draw:text-box><text:p>In het kader staat dit.</text:p></draw:text-box>
    <svg:title>plaatje</svg:title></draw:frame></text:p><draw:g><draw:custom-shape><text:p>In een vorm.</text:p>
    </draw:custom-shape></draw:g>"""
    assert [text for _, text in read(load, blocks, body)] == [
        "Boven het kader.",
        "In het kader staat dit.",
        "In een vorm.",
    ]


def test_title_and_date_come_from_the_metadata(load):
    meta = (
        "<dc:title>Nota over de sluis</dc:title><meta:creation-date>2021-02-03T10:00:00</meta:creation-date>"
    )
    document = load(make_odt("<text:p>De sluis gaat open.</text:p>", meta=meta), "x.odt")
    assert (document.title, document.date, document.date_source) == (
        "Nota over de sluis",
        "2021-02-03",
        "metadata",
    )


def test_a_flat_file_and_a_template_are_read_too(load):
    raw = make_odt("<text:p>De sluis gaat open.</text:p>")
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        flat = archive.read("content.xml").replace(b"document-content", b"document")
    assert load(flat, "a.fodt").text == "De sluis gaat open."
    assert load(raw, "a.ott").text == "De sluis gaat open."


def test_a_file_of_odfdo_is_read(load, blocks):
    document = odfdo.Document("text")
    document.body.clear()
    document.body.append(odfdo.Header(1, "Vispassage"))
    document.body.append(odfdo.Paragraph("De vis kan langs de stuw."))
    document.body.append(odfdo.List(["snoek", "paling"]))
    table = odfdo.Table("Tellingen")
    table.set_values([["Jaar", "Vissen"], ["2023", "120"]])
    document.body.append(table)
    stream = io.BytesIO()
    document.save(stream)
    assert blocks(load(stream.getvalue(), "vis.odt")) == [
        ("heading", "1. Vispassage"),
        ("paragraph", "De vis kan langs de stuw."),
        ("item", "snoek"),
        ("item", "paling"),
        ("row", "2023 – Vissen: 120"),
    ]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is niet geïnstalleerd")
def test_what_libreoffice_makes_of_a_word_document_reads_like_that_document(load, blocks, root, tmp_path):
    source = root / "corpus" / "brieven" / "statenbrief-voortgang-wijstland.docx"
    command = [
        "soffice", f"-env:UserInstallation=file://{tmp_path}/profiel", "--headless", "--convert-to", "odt",
        "--outdir", str(tmp_path), str(source),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    made = load((tmp_path / f"{source.stem}.odt").read_bytes(), "brief.odt")
    assert blocks(made) == blocks(load(source.read_bytes(), "brief.docx"))


@pytest.mark.parametrize(
    "evil", ['<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>', "<!-- x --><!DOCTYPE a>"]
)
def test_xml_entities_are_never_read(load, evil):
    raw = make_odt("<text:p>x</text:p>")
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, evil.encode() + old.read(name) if name == "content.xml" else old.read(name))
    with pytest.raises(BrokenDocument, match="XML-entiteiten"):
        load(stream.getvalue(), "kwaad.odt")
    with pytest.raises(BrokenDocument, match="XML-entiteiten"):
        load(evil + "<a/>", "kwaad.fodt")


def test_a_bomb_is_refused_before_it_is_unpacked(load):
    with pytest.raises(BrokenDocument, match="ZIP-bom"):
        load(make_odt(f"<text:p>{' ' * 30_000_000}</text:p>"), "bom.odt")


def test_rows_repeated_a_million_times_cost_nothing(load):
    row = '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    cells = f"<table:table-row>{cell.format('a')}{cell.format('b')}</table:table-row>"
    assert load(make_odt(f"<table:table>{cells}{row * 50}</table:table>"), "a.odt").text == "a – b"


def test_a_password_is_told(load):
    raw = make_odt("<text:p>x</text:p>")
    stream = io.BytesIO(raw)
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    with pytest.raises(LockedDocument, match="wachtwoord"):
        load(stream.getvalue(), "slot.odt")


@pytest.mark.parametrize("size", [30, 300, 700])
def test_a_truncated_file_is_reported(load, size):
    with pytest.raises(BrokenDocument, match="beschadigd"):
        load(make_odt("<text:p>x</text:p>")[:size], "half.odt")


def test_another_kind_of_file_is_named_as_such(load):
    with pytest.raises(BrokenDocument, match="geen tekst in"):
        load(make_odt("<table:table/>", kind="spreadsheet"), "a.odt")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("word/document.xml", b"<a/>")
    with pytest.raises(BrokenDocument, match="Word-document"):
        load(stream.getvalue(), "a.odt")

"""PDFs made here: columns, running heads, cut words, tables, and files that attack (rows 17-21)."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

import pypdf
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from assistant.errors import BrokenDocument, EmptyDocument, LockedDocument

LEFT = [
    "De gemeente Molendam werkt al jaren aan",
    "een groene stad. Dat doet zij met bewo-",
    "ners, bedrijven en scholen uit de hele",
    "regio. In de eerste kolom staat hoe het",
    "begon en wie er toen bij waren. Het was",
    "een lange weg met veel overleg en met",
]
RIGHT = [
    "veel geduld. Daarna volgde de uitvoering",
    "van de plannen in alle wijken van de stad.",
    "De provincie Noord-",
    "Brabant betaalde de helft van de kosten.",
    "Aan het einde was iedereen tevreden over",
    "het resultaat van het werk in de stad.",
]
WHOLE = (
    "De gemeente Molendam werkt al jaren aan een groene stad. Dat doet zij met bewoners, bedrijven en scholen uit de "
    "hele regio. In de eerste kolom staat hoe het begon en wie er toen bij waren. Het was een lange weg met veel "
    "overleg en met veel geduld. Daarna volgde de uitvoering van de plannen in alle wijken van de stad. De provincie "
    "Noord-Brabant betaalde de helft van de kosten. Aan het einde was iedereen tevreden over het resultaat van het "
    "werk in de stad."
)


def make(draw: Callable[[Canvas], None], **info: str) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for name, value in info.items():
        getattr(canvas, f"set{name}")(value)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def write(
    canvas: Canvas, lines: list[str], x: float, y: float, size: float = 10, font: str = "Helvetica"
) -> float:
    canvas.setFont(font, size)
    for line in lines:
        canvas.drawString(x, y, line)
        y -= 1.3 * size
    return y


def draw_columns(canvas: Canvas) -> None:
    write(canvas, ["Een groene stad voor iedereen die er woont en werkt"], 60, 780, 18, "Helvetica-Bold")
    # Row by row, as a program that knows no columns draws it.
    for number, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
        write(canvas, [left], 60, 740 - 13 * number)
        write(canvas, [right], 320, 740 - 13 * number)
    canvas.showPage()


def test_two_columns_are_read_one_after_the_other(load, blocks):
    document = load(make(draw_columns, Title="Groen"), "stad.pdf")
    assert blocks(document) == [
        ("heading", "Een groene stad voor iedereen die er woont en werkt"),
        ("paragraph", WHOLE),
    ]
    assert document.title == "Een groene stad voor iedereen die er woont en werkt"
    assert document.page_starts == (0,)


def draw_report(canvas: Canvas) -> None:
    texts = [
        "Op bladzijde {0} gaat het over onderwerp {0} van het rapport en over wat er is",
        "gedaan. De raad heeft er lang over gesproken en een besluit genomen. Dit is",
        "het einde van de tekst over onderwerp {0} op deze bladzijde.",
    ]
    for page in range(1, 6):
        write(canvas, ["Jaarverslag Waterschap De Vliet"], 60, 810, 8)
        write(canvas, [f"Vraag {page * 3}"], 60, 790, 10)
        write(canvas, [line.format(page) for line in texts], 60, 760)
        write(canvas, [f"Waterschap De Vliet | {page + 2}"], 60, 30, 8)
        canvas.showPage()


def test_running_heads_and_feet_go_and_numbered_questions_stay(load):
    document = load(make(draw_report), "verslag.pdf")
    assert "Waterschap De Vliet" not in document.text
    for page in range(1, 6):
        assert f"Vraag {page * 3}\n" in document.text
        assert document.page_of(document.text.index(f"onderwerp {page} van")) == page
    assert len(document.page_starts) == 5


def draw_over_pages(canvas: Canvas) -> None:
    write(canvas, ["De uitvoering van het programma begint in het voorjaar en loopt door tot in de"], 60, 100)
    write(canvas, ["1 Zie het jaarverslag van de provincie."], 60, 60, 7)
    canvas.showPage()
    write(canvas, ["winter van het jaar daarna. Dan volgt de evaluatie.", "Die is openbaar."], 60, 760)
    canvas.showPage()


def test_a_paragraph_over_two_pages_is_one_block_after_the_note(load, blocks):
    document = load(make(draw_over_pages), "over.pdf")
    assert blocks(document) == [
        ("note", "1 Zie het jaarverslag van de provincie."),
        (
            "paragraph",
            "De uitvoering van het programma begint in het voorjaar en loopt door tot in de winter van het jaar "
            "daarna. Dan volgt de evaluatie. Die is openbaar.",
        ),
    ]
    assert document.page_of(document.text.index("De uitvoering")) == 1
    assert document.page_of(document.text.index("winter van")) == 2


def draw_table(canvas: Canvas) -> None:
    write(
        canvas, ["In de tabel hieronder staan de kosten van de drie plannen voor de komende jaren."], 60, 780
    )
    rows = [
        ("Plan", "Jaar", "Kosten"),
        ("Brug", "2024", "2 miljoen"),
        ("Park", "2025", "1 miljoen"),
        ("Kade", "2026", "3 miljoen"),
    ]
    for number, cells in enumerate(rows):
        for x, cell in zip((60, 220, 380), cells, strict=True):
            write(canvas, [cell], x, 750 - 16 * number, 10, "Helvetica-Bold" if number == 0 else "Helvetica")
    canvas.showPage()


def test_a_table_is_read_row_by_row(load, blocks):
    assert blocks(load(make(draw_table), "tabel.pdf"))[1:] == [
        ("row", "Brug – Jaar: 2024; Kosten: 2 miljoen"),
        ("row", "Park – Jaar: 2025; Kosten: 1 miljoen"),
        ("row", "Kade – Jaar: 2026; Kosten: 3 miljoen"),
    ]


def draw_list(canvas: Canvas) -> None:
    write(canvas, ["1. Inleiding"], 60, 780, 14, "Helvetica-Bold")
    write(canvas, ["De commissie noemt drie punten die zij van belang vindt voor het vervolg:"], 60, 750)
    write(canvas, ["•  een goede planning met tussenstappen en", "    met heldere afspraken"], 70, 730)
    write(canvas, ["•  voldoende geld"], 70, 700)
    write(canvas, ["Hierover is in de zaal gestemd"], 60, 670)
    canvas.setFont("Helvetica", 6)
    canvas.drawString(60 + canvas.stringWidth("Hierover is in de zaal gestemd", "Helvetica", 10), 674, "2")
    canvas.setFont("Helvetica", 10)
    canvas.drawString(
        64 + canvas.stringWidth("Hierover is in de zaal gestemd", "Helvetica", 10), 670, "en besloten."
    )
    canvas.showPage()


def test_items_keep_their_lines_and_footnote_marks_go(load, blocks):
    assert blocks(load(make(draw_list), "lijst.pdf")) == [
        ("heading", "1. Inleiding"),
        ("paragraph", "De commissie noemt drie punten die zij van belang vindt voor het vervolg:"),
        ("item", "een goede planning met tussenstappen en met heldere afspraken"),
        ("item", "voldoende geld"),
        ("paragraph", "Hierover is in de zaal gestemd en besloten."),
    ]


def draw_contents(canvas: Canvas) -> None:
    write(canvas, ["Inhoud"], 60, 780, 16, "Helvetica-Bold")
    for number, title in enumerate(("Inleiding", "Doelen", "Middelen", "Planning", "Besluit", "Bijlagen")):
        write(canvas, [title], 60, 740 - 16 * number)
        canvas.drawRightString(530, 740 - 16 * number, str(3 + number))
    canvas.showPage()
    write(canvas, ["De inleiding vertelt waarom dit stuk er is en voor wie het is geschreven."], 60, 760)
    canvas.showPage()


def test_a_table_of_contents_is_no_text(load):
    text = load(make(draw_contents), "inhoud.pdf").text
    assert "Middelen" not in text
    assert text.endswith("De inleiding vertelt waarom dit stuk er is en voor wie het is geschreven.")


def test_a_page_without_text_is_noticed(load):
    def draw(canvas: Canvas) -> None:
        draw_columns(canvas)
        canvas.rect(60, 60, 300, 300, fill=1)
        canvas.showPage()

    document = load(make(draw), "scan.pdf", ocr="off")
    (notice,) = document.notices
    assert notice.startswith("pagina 2: niet gelezen; dit is een scan of afbeelding")
    assert len(document.page_starts) == 2


def test_a_document_of_empty_pages_is_reported_as_empty(load):
    with pytest.raises(EmptyDocument, match="geen enkele pagina bevat tekst; pagina 1: leeg"):
        load(make(lambda canvas: canvas.showPage()), "leeg.pdf")


def test_metadata_gives_the_title_and_the_date_as_a_last_resort(load):
    def draw(canvas: Canvas) -> None:
        write(canvas, ["Deze tekst heeft geen kop en geen datum en begint gewoon ergens."], 60, 700)
        canvas.showPage()

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make(draw)))
    writer.add_metadata({"/Title": "Plan voor de kade", "/CreationDate": "D:20220318101112+01'00'"})
    stream = io.BytesIO()
    writer.write(stream)
    document = load(stream.getvalue(), "x.pdf")
    assert (document.title, document.date, document.date_source) == (
        "Plan voor de kade",
        "2022-03-18",
        "metadata",
    )


def test_a_locked_pdf_asks_for_one_without_password(load):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make(draw_columns)))
    writer.encrypt("geheim")
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(LockedDocument, match=r"slot\.pdf: .*wachtwoord"):
        load(stream.getvalue(), "slot.pdf")


def build(objects: list[bytes]) -> bytes:
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(body))
    return body + head + table + tail


PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</F 5 0 R>>>>>>"
ROOT = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE]


def stream_object(content: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), extra, content)


ATTACKS = {
    "cyclic": build([ROOT[0], b"<</Type/Pages/Kids[2 0 R]/Count 1>>"]),
    "count": build([ROOT[0], b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>"]),
    "form": build([*ROOT, stream_object(b"/F Do"), stream_object(b"/F Do", b"/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>")]),
    "nested": build([*ROOT, stream_object(zlib.compress(zlib.compress(b"0" * 30_000_000, 9), 9), b"/Filter[/FlateDecode/FlateDecode]"), b"<<>>"]),
    "deep": build([ROOT[0][:-2] + b"/X " + b"[" * 100_000 + b"]" * 100_000 + b">>", b"<</Type/Pages/Kids[]/Count 0>>"]),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(ATTACKS))
def test_an_attacking_pdf_is_reported_and_the_next_one_is_read(load, name):
    with pytest.raises((BrokenDocument, EmptyDocument)):
        load(ATTACKS[name], f"{name}.pdf")
    assert load(make(draw_columns), "goed.pdf").text.endswith("in de stad.")


@pytest.mark.parametrize("share", [0.05, 0.4, 0.8])
def test_a_truncated_pdf_is_reported_or_read_but_never_silently_empty(load, share):
    raw = make(draw_columns)
    try:
        document = load(raw[: int(len(raw) * share)], "half.pdf")
    except (BrokenDocument, EmptyDocument) as error:
        assert error.path == "half.pdf"
    else:
        assert document.text


def test_a_process_that_was_killed_is_replaced_and_no_file_is_lost(load):
    from assistant.ingest import pdfproc

    load(make(draw_columns), "een.pdf")
    worker = pdfproc._DESK._worker
    assert worker is not None
    worker.process.kill()
    worker.process.wait()
    assert load(make(draw_columns), "twee.pdf").text.endswith("in de stad.")


def test_a_forked_process_reads_with_a_worker_of_its_own(load, tmp_path):
    import multiprocessing

    from assistant.config import Settings
    from assistant.ingest import load_document, pdfproc

    raw = make(draw_columns)
    whole = load(raw, "een.pdf")
    before = pdfproc._DESK._worker
    with multiprocessing.get_context("fork").Pool(2) as pool:
        path = tmp_path / "een.pdf"
        copies = pool.starmap(load_document, [(path, tmp_path, Settings())] * 4)
    assert copies == [whole] * 4
    assert pdfproc._DESK._worker is before
    assert load(raw, "een.pdf") == whole


def draw_letter(canvas: Canvas) -> None:
    write(canvas, ["Stichting Groene Vaart", "Molendam, 4 mei 2021"], 60, 790)
    text = [
        "Op 3 maart 2020 is het programma begonnen met de aanleg van het park langs de vaart en daarna",
        "volgden de kade en de brug. Op 14 april 2021 stelde de raad het verslag vast zonder wijzigingen.",
    ]
    write(canvas, text, 60, 740)
    rows = [("Deel", "Geld"), ("Park", "1 miljoen"), ("Kade", "2 miljoen"), ("Brug", "3 miljoen")]
    for number, cells in enumerate(rows):
        for x, cell in zip((60, 250), cells, strict=True):
            write(canvas, [cell], x, 680 - 16 * number, 10, "Helvetica-Bold" if number == 0 else "Helvetica")
    write(canvas, ["Tabel 1. Geld per deel"], 60, 680 - 64, 10)
    canvas.showPage()


def test_short_lines_stand_alone_and_a_caption_under_a_table_names_its_rows(load, blocks):
    document = load(make(draw_letter), "brief.pdf")
    found = blocks(document)
    assert [text for _, text in found[:2]] == ["Stichting Groene Vaart", "Molendam, 4 mei 2021"]
    assert found[2][1].startswith("Op 3 maart 2020")
    assert [text for kind, text in found if kind == "row"] == [
        "Tabel 1. Geld per deel: Park – Geld: 1 miljoen",
        "Tabel 1. Geld per deel: Kade – Geld: 2 miljoen",
        "Tabel 1. Geld per deel: Brug – Geld: 3 miljoen",
    ]
    assert (document.date, document.date_source) == ("2021-05-04", "tekst")


def test_a_table_of_rising_figures_is_no_table_of_contents(load):
    def draw(canvas: Canvas) -> None:
        write(
            canvas,
            ["Banen per regio in de jaren na de opening van het nieuwe kantoor in de stad Molendam"],
            60,
            780,
        )
        for number, name in enumerate(("Twente", "Zeeland", "Drenthe", "Limburg", "Utrecht", "Friesland")):
            write(canvas, [name], 60, 740 - 16 * number)
            canvas.drawRightString(450, 740 - 16 * number, str(3 + 4 * number))
        canvas.showPage()

    text = load(make(draw), "banen.pdf").text
    assert all(row in text for row in ("Twente – 3", "Zeeland – 7", "Friesland – 23"))


def draw_notes(canvas: Canvas) -> None:
    for page in range(1, 4):
        words = f"Op bladzijde {page} staat wat de raad op deze dag besloten heeft"
        write(canvas, [words], 60, 760)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60 + canvas.stringWidth(words, "Helvetica", 10), 764, str(page))
        write(canvas, [str(page)], 60, 63, 5)
        write(canvas, [f"Verslag van vergadering {page}, ter inzage in het stadhuis."], 64, 60, 7)
        write(canvas, [str(page)], 300, 30, 8)
        canvas.showPage()


def test_a_note_with_the_number_of_its_page_is_a_note_and_its_mark_leaves_the_word(load, blocks):
    found = blocks(load(make(draw_notes), "noten.pdf"))
    assert found == [
        block
        for page in (1, 2, 3)
        for block in (
            ("paragraph", f"Op bladzijde {page} staat wat de raad op deze dag besloten heeft"),
            ("note", f"{page} Verslag van vergadering {page}, ter inzage in het stadhuis."),
        )
    ]

"""Pages that are pictures: read by Tesseract, marked, and named where they cannot be read."""

from __future__ import annotations

import difflib
import io
import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.lib.utils import ImageReader, simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from assistant.config import load_settings
from assistant.errors import EmptyDocument, UsageError
from assistant.ingest import scans, tesseract
from assistant.ingest.glyphs import Segment, Sheet
from assistant.ingest.pdfproc import read_pdf
from assistant.ingest.reading import Draft, Piece
from assistant.ingest.scanlines import Tilt, keep_readable
from assistant.ingest.scans import read_scans
from assistant.ingest.tesseract import TextLine, Word
from assistant.types import BlockKind, Span

WIDTH, HEIGHT = 595, 842
TITLE = "Evaluatie van het grensloket"
FIRST = (
    "Het grensloket helpt inwoners die over de grens willen werken. In het eerste jaar stelden bijna tweeduizend "
    "mensen een vraag over belasting, pensioen of zorgverzekering. De meeste vragen kwamen van werknemers uit "
    "Turnhout en Tilburg. De medewerkers van het loket beantwoordden negen van de tien vragen binnen een week."
)
HEADING = "Kosten en opbrengsten"
SECOND = (
    "De provincie betaalde in 2023 een bijdrage van 150.000 euro. De gemeenten droegen samen 85.000 euro bij. "
    "Volgens het onderzoek bespaarden de inwoners door het advies gemiddeld 340 euro per jaar aan kosten. Het "
    "bestuur besluit voor 1 juli 2024 of het loket een vaste voorziening wordt, en wie dat betaalt."
)
TEXTS = (TITLE, FIRST, HEADING, SECOND)


def draw_letter(canvas: Canvas) -> None:
    """Set the text in one column, with a title in large and a heading in bold type."""
    place = HEIGHT - 90.0
    for text, font, size in (
        (TITLE, "Helvetica-Bold", 18),
        (FIRST, "Helvetica", 11),
        (HEADING, "Helvetica-Bold", 11),
        (SECOND, "Helvetica", 11),
    ):
        canvas.setFont(font, size)
        for line in simpleSplit(text, font, size, 430):
            canvas.drawString(80, place, line)
            place -= 1.35 * size
        place -= 10
    canvas.showPage()


def make(*draws: Callable[[Canvas], None]) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(WIDTH, HEIGHT))
    for draw in draws:
        draw(canvas)
    canvas.save()
    return stream.getvalue()


def rate_words(meant: Sequence[str], read: str) -> float:
    """Give the share of the words of `meant` that stand in `read`, in order."""
    words, found = " ".join(meant).split(), read.split()
    matcher = difflib.SequenceMatcher(None, words, found, autojunk=False)
    return sum(block.size for block in matcher.get_matching_blocks()) / len(words)


def test_a_scanned_page_is_read_in_blocks_and_marked_with_its_confidence(load, scan, blocks):
    document = load(scan(make(draw_letter)), "brief.pdf")
    assert blocks(document) == [
        ("heading", TITLE),
        ("paragraph", FIRST),
        ("heading", HEADING),
        ("paragraph", SECOND),
    ]
    ((page, confidence),) = document.scanned
    assert page == 1
    assert 0.85 < confidence <= 1
    assert document.notices == ()
    assert document.title == TITLE


@pytest.mark.parametrize(
    ("dpi", "noise", "skew", "blur", "floor"),
    [(300, 10, 0.3, 0.8, 0.99), (200, 20, -0.8, 0.9, 0.97), (150, 12, 0.5, 0.5, 0.93)],
)
def test_a_poorer_scan_still_gives_nearly_all_words(load, scan, dpi, noise, skew, blur, floor):
    document = load(scan(make(draw_letter), dpi=dpi, noise=noise, skew=skew, blur=blur), "brief.pdf")
    assert rate_words(TEXTS, document.text) >= floor


@pytest.mark.parametrize("skew", [-0.8, 0.8])
def test_a_quotation_has_its_boxes_on_the_picture_of_a_scan_that_is_askew(load, scan, skew):
    document = load(scan(make(draw_letter), skew=skew), "brief.pdf")
    start = document.text.index("bijdrage van 150.000 euro")
    (box,) = document.layout.boxes_of(Span(start, start + len("bijdrage van 150.000 euro")))
    assert box.page == 1
    before = "De provincie betaalde in 2023 een "
    x0 = 80 + stringWidth(before, "Helvetica", 11)
    x1 = x0 + stringWidth("bijdrage van 150.000 euro", "Helvetica", 11)
    lines = [
        line
        for text, size in ((TITLE, 18), (FIRST, 11), (HEADING, 11))
        for line in [*simpleSplit(text, "Helvetica", size, 430), None]
    ]
    baseline = 90.0 + 30 + 1.35 * (18 + 11 * (sum(line is not None for line in lines) - 1))
    angle = math.radians(skew)
    x, y = (x0 + x1) / 2 - WIDTH / 2, baseline - 3 - HEIGHT / 2
    meant = (
        WIDTH / 2 + x * math.cos(angle) + y * math.sin(angle),
        HEIGHT / 2 - x * math.sin(angle) + y * math.cos(angle),
    )
    assert ((box.x0 + box.x1) / 2, (box.top + box.bottom) / 2) == pytest.approx(meant, abs=3)
    assert box.x1 - box.x0 == pytest.approx(x1 - x0, abs=4)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_on_its_side_or_head_is_turned_and_its_words_stay_where_they_are(scan, turn):
    raw = scan(make(draw_letter), turn=turn)
    sheets = read_pdf(raw, "x.pdf").sheets
    size = sheets[0].width, sheets[0].height
    found = read_scans(raw, "x.pdf", sheets, "auto")
    assert rate_words(TEXTS, " ".join(item.text for item in sheets[0].segments)) > 0.95
    title = next(item for item in sheets[0].segments if item.text == TITLE)
    box = title.x0, title.top, title.x1, title.bottom
    draft = Draft(BlockKind.HEADING, TITLE, page=1, pieces=(Piece(TITLE, 1, *box),))
    (piece,) = found.complete([draft])[0].pieces
    middle = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
    x = 80 + stringWidth(TITLE, "Helvetica-Bold", 18) / 2
    y = 90 - 5
    meant = {90: (y, WIDTH - x), 180: (WIDTH - x, HEIGHT - y), 270: (HEIGHT - y, x)}[turn]
    assert middle == pytest.approx(meant, abs=6)
    assert size == pytest.approx((WIDTH, HEIGHT) if turn == 180 else (HEIGHT, WIDTH), abs=1)


def test_a_page_with_a_stamp_on_a_scan_keeps_both(load, scan):
    picture = scan(make(draw_letter))

    def draw(canvas: Canvas) -> None:
        import pypdfium2

        with pypdfium2.PdfDocument(picture) as document:
            drawn = document[0].render(scale=200 / 72).to_pil()
        canvas.drawImage(ImageReader(drawn), 0, 0, WIDTH, HEIGHT)
        canvas.drawString(380, 300, "Dossier 2024-117")
        canvas.showPage()

    document = load(make(draw), "gestempeld.pdf")
    assert "Dossier 2024-117" in document.text
    assert document.text.count("Dossier") == 1
    assert rate_words(TEXTS, document.text) > 0.97
    assert document.scanned[0][0] == 1


def test_only_the_pages_without_a_text_layer_are_recognised(load, scan):
    import pypdfium2

    with pypdfium2.PdfDocument.new() as whole:
        for raw in (make(draw_letter), scan(make(draw_letter))):
            with pypdfium2.PdfDocument(raw) as part:
                whole.import_pages(part)
        stream = io.BytesIO()
        whole.save(stream)
    document = load(stream.getvalue(), "half.pdf")
    assert [page for page, _ in document.scanned] == [2]
    assert len(document.page_starts) == 2


def test_an_empty_page_among_others_is_named(load):
    raw = make(draw_letter, lambda canvas: canvas.showPage(), lambda canvas: canvas.showPage())
    assert load(raw, "x.pdf").notices == ("pagina 2-3: leeg",)


def test_a_drawing_without_words_is_named(load, scan):
    def draw(canvas: Canvas) -> None:
        canvas.circle(300, 400, 150, fill=1)
        canvas.showPage()

    raw = make(draw_letter, draw)
    assert load(raw, "x.pdf").notices == ("pagina 2: geen tekst herkend in de afbeelding",)


@pytest.fixture
def programs(monkeypatch, tmp_path):
    """An empty folder that is the only place where programs are looked for."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}")
    tesseract.find_engine.cache_clear()
    yield folder
    tesseract.find_engine.cache_clear()


def write_program(folder: Path, languages: str, rest: str) -> None:
    program = folder / "tesseract"
    program.write_text(
        f"#!/bin/sh\ncase $1 in --list-langs) echo Languages; printf '{languages}';; "
        f"--version) echo tesseract 9;; *) {rest};; esac\n"
    )
    program.chmod(0o755)


def test_without_the_program_the_page_is_reported_with_what_to_install(load, wrap_scan, programs):
    with pytest.raises(
        EmptyDocument, match=r"pagina 1: niet gelezen.* apt install tesseract-ocr tesseract-ocr-nld"
    ):
        load(wrap_scan(make(draw_letter)), "scan.pdf")


def test_without_dutch_data_the_program_does_not_count(programs):
    write_program(programs, "eng\\nosd\\n", "exit 1")
    assert tesseract.find_engine() is None
    assert tesseract.describe_engine() is None


def test_the_description_of_the_program_tells_its_version_and_languages(programs):
    write_program(programs, "nld\\nosd\\n", "exit 1")
    assert tesseract.describe_engine() == "tesseract 9 nld"
    assert tesseract.find_engine().finds_turns


def test_a_page_on_which_the_program_hangs_is_named(load, wrap_scan, programs, monkeypatch):
    write_program(programs, "nld\\n", "while :; do :; done")
    monkeypatch.setattr(scans, "_PAGE_TIMEOUT_S", 0.3)
    with pytest.raises(EmptyDocument, match="pagina 1: niet gelezen; de tekstherkenning duurde te lang"):
        load(wrap_scan(make(draw_letter)), "scan.pdf")


def test_a_program_that_fails_gives_no_words_and_the_page_is_named(load, wrap_scan, programs):
    write_program(programs, "nld\\n", "exit 3")
    with pytest.raises(EmptyDocument, match="pagina 1: geen tekst herkend in de afbeelding"):
        load(wrap_scan(make(draw_letter)), "scan.pdf")


def test_when_the_time_for_a_file_is_up_the_rest_of_its_pages_is_named(load, wrap_scan, monkeypatch):
    monkeypatch.setattr(scans, "_BUDGET_S", -1.0)
    with pytest.raises(EmptyDocument, match="pagina 1-2: niet gelezen; de tekstherkenning duurde te lang"):
        load(wrap_scan(make(draw_letter, draw_letter)), "scan.pdf")


def test_recognition_can_be_put_off(load, wrap_scan):
    with pytest.raises(EmptyDocument, match="tekstherkenning staat uit"):
        load(wrap_scan(make(draw_letter)), "scan.pdf", ocr="off")


def test_a_scan_answers_from_the_first_ingest_that_can_read_it(scan, tmp_path):
    from assistant.assistant import Assistant
    from assistant.config import Settings
    from assistant.ingestion import ingest

    settings = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", workers=1)
    settings.corpus.mkdir()
    (settings.corpus / "brief.pdf").write_bytes(scan(make(draw_letter)))
    (settings.corpus / "ander.txt").write_text("De watermolen van Kruisbeek draait weer.")
    question = "Hoeveel betaalde de provincie in 2023 aan het grensloket?"
    assert [failure.path for failure in ingest(replace(settings, ocr="off")).failed] == ["brief.pdf"]
    with Assistant.open(settings) as assistant:
        assert not assistant.ask(question).answered
    assert ingest(settings).failed == ()
    with Assistant.open(settings) as assistant:
        assert assistant.ask(question).short == "150.000 euro"


def test_another_setting_for_scans_than_the_two_is_wrong_use():
    with pytest.raises(UsageError, match="LEESWIJZER_OCR moet auto of off zijn, niet 'aan'"):
        load_settings({"LEESWIJZER_OCR": "aan"})
    assert load_settings({"LEESWIJZER_OCR": "off"}).ocr == "off"


def word(text: str, confidence: float, x0: float = 0) -> Word:
    return Word(text, x0, 0, x0 + 10 * len(text), 20, confidence)


def test_dirt_is_dropped_and_doubtful_words_stay():
    lines = [
        TextLine((word("De", 0.9), word("_", 0.6), word("gemeonte", 0.4), word("5", 0.3)), 20, 0),
        TextLine((word("iSe", 0.3), word("aR", 0.35)), 20, 0),
        TextLine((word("—", 0.7),), 20, 0),
    ]
    (line,) = keep_readable(lines)
    assert [item.text for item in line.words] == ["De", "gemeonte", "5"]


def test_numbers_that_were_torn_apart_are_whole_again_and_sentences_stay_apart():
    torn = (
        word("150.", 0.9),
        word("000", 0.9, 41),
        word("in", 0.9, 80),
        word("2024.", 0.9, 106),
        word("3", 0.9, 163),
    )
    (line,) = keep_readable([TextLine(torn, 20, 0)])
    assert [item.text for item in line.words] == ["150.000", "in", "2024.", "3"]
    assert (line.words[0].x0, line.words[0].x1) == (0, 71)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_piece_that_was_made_level_goes_back_to_its_place(turn):
    tilt = Tilt(turn, 0.02, 595, 842)
    x, y = tilt.straighten(100, 700)
    piece = tilt.restore(Piece("woord", 1, x - 20, y - 5, x + 20, y + 5))
    middle = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
    meant = {0: (100, 700), 90: (700, 495), 180: (495, 142), 270: (142, 100)}[turn]
    assert middle == pytest.approx(meant, abs=0.5)


def test_a_full_page_of_text_is_not_drawn(monkeypatch):
    monkeypatch.setattr(scans, "render_grey", pytest.fail)
    sheet = Sheet(WIDTH, HEIGHT, [Segment("woord " * 200, 80, 80, 500, 92, 12, bold=False)])
    assert read_scans(b"", "x.pdf", [sheet], "auto").notices == ()

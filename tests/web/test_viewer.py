"""The original in sight: the page of a quotation, lit up, over the answer and beside the text."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from assistant.config import Settings
from assistant.ingestion import ingest

WIDTH, HEIGHT = 595, 842
QUESTION = "Hoeveel kost de veerpont van Oudewater?"
PLAIN_QUESTION = "Hoe lang is de voetbrug in Hemelrode?"
PAGES = (
    ("Verslag veerdienst", "De gemeenteraad besprak het verslag van de veerdienst over het jaar 2023. " * 6),
    (
        "Kosten",
        "De veerpont van Oudewater kost 640.000 euro per jaar. Daarvan betaalt de provincie de helft. " * 1,
    ),
    ("Planning", "De raad neemt het besluit over de veerdienst voor de zomer van 2025. " * 6),
)


def write_pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(WIDTH, HEIGHT))
    for heading, words in PAGES:
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(80, HEIGHT - 90, heading)
        canvas.setFont("Helvetica", 11)
        for row, line in enumerate(simpleSplit(words, "Helvetica", 11, 430)):
            canvas.drawString(80, HEIGHT - 600 - 15 * row, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture(scope="module")
def address(
    tmp_path_factory: pytest.TempPathFactory, serve_settings: Callable[..., AbstractContextManager[str]]
) -> Iterator[str]:
    """A server over a PDF of three pages and a text without pages."""
    folder = tmp_path_factory.mktemp("origineel")
    corpus: Path = folder / "corpus"
    corpus.mkdir()
    (corpus / "verslag.pdf").write_bytes(write_pdf())
    (corpus / "brug.txt").write_text("De voetbrug in Hemelrode is 85 meter lang.\n", encoding="utf-8")
    settings = Settings(corpus=corpus, index=folder / "index", workers=1)
    ingest(settings)
    with serve_settings(settings) as found:
        yield found


def ask(page: Page, question: str) -> None:
    page.goto("/")
    page.locator("#vraag").fill(question)
    page.keyboard.press("Enter")
    page.locator(".answer").wait_for()


def open_window(page: Page) -> None:
    ask(page, QUESTION)
    page.get_by_role("button", name="Toon op de pagina").click()
    wait_for_picture(page)


def wait_for_picture(page: Page) -> None:
    page.wait_for_function(
        "() => { const p = document.querySelector('.viewer-picture');"
        " return p && p.complete && p.naturalWidth > 0 && !document.querySelector('.viewer-sheet.waiting'); }"
    )


def test_the_page_of_a_citation_is_shown_with_the_quotation_lit_up(page: Page) -> None:
    open_window(page)
    window = page.get_by_role("dialog")
    expect(window.locator(".viewer-place")).to_have_text("pagina 2 van 3")
    expect(window.locator(".viewer-quote")).to_contain_text("640.000 euro")
    picture = window.get_by_role("img")
    expect(picture).to_have_attribute(
        "alt",
        "Pagina 2 van Verslag veerdienst; het citaat is gemarkeerd. De tekst ervan staat in het document.",
    )
    (box,) = window.locator("rect").all()
    expect(box).to_be_in_viewport()
    drawn, sheet = box.bounding_box(), picture.bounding_box()
    assert drawn is not None
    assert sheet is not None
    scale = sheet["width"] / WIDTH
    middle = (drawn["y"] + drawn["height"] / 2 - sheet["y"]) / scale
    assert (drawn["x"] - sheet["x"]) / scale == pytest.approx(80, abs=4)
    assert middle == pytest.approx(600 - 3, abs=4)


def test_one_turns_the_pages_and_the_light_stays_on_its_own_page(page: Page) -> None:
    open_window(page)
    window = page.get_by_role("dialog")
    window.get_by_role("button", name="Volgende pagina").click()
    expect(window.locator(".viewer-place")).to_have_text("pagina 3 van 3")
    expect(window.locator("rect")).to_have_count(0)
    expect(window.get_by_role("button", name="Volgende pagina")).to_be_disabled()
    window.get_by_role("button", name="Vorige pagina").click()
    expect(window.locator("rect")).to_have_count(1)
    window.get_by_role("button", name="Vorige pagina").click()
    expect(window.locator(".viewer-place")).to_have_text("pagina 1 van 3")
    expect(window.get_by_role("button", name="Vorige pagina")).to_be_disabled()


def test_the_picture_grows_and_shrinks(page: Page) -> None:
    open_window(page)
    window = page.get_by_role("dialog")
    sheet = window.locator(".viewer-sheet")
    before = sheet.bounding_box()
    expect(window.get_by_role("button", name="Kleiner")).to_be_disabled()
    for shown in ("150%", "200%", "300%"):
        window.get_by_role("button", name="Groter").click()
        expect(window.locator(".viewer-zoom")).to_have_text(shown)
    expect(window.get_by_role("button", name="Groter")).to_be_disabled()
    after = sheet.bounding_box()
    assert before is not None
    assert after is not None
    assert after["width"] > 2.5 * before["width"]
    wait_for_picture(page)
    expect(window.get_by_role("img")).to_have_attribute(
        "src",
        "/v1/documenten/"
        + (window.get_by_role("img").get_attribute("src") or "").split("/")[3]
        + "/paginas/2?breedte=2400",
    )
    expect(window.locator("rect")).to_be_in_viewport()


def test_the_window_is_used_with_the_keyboard_and_escape_closes_it(page: Page) -> None:
    ask(page, QUESTION)
    opener = page.get_by_role("button", name="Toon op de pagina")
    opener.focus()
    page.keyboard.press("Enter")
    wait_for_picture(page)
    seen = set()
    for _ in range(8):
        page.keyboard.press("Tab")
        seen.add(page.evaluate("document.activeElement.ariaLabel || document.activeElement.textContent"))
    assert {"Sluit", "Vorige pagina", "Volgende pagina", "Groter", "De pagina"} <= seen
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(opener).to_be_focused()


def test_a_source_without_pages_has_no_page_to_show(page: Page) -> None:
    ask(page, PLAIN_QUESTION)
    expect(page.locator(".source").first).to_contain_text("85 meter")
    expect(page.get_by_role("button", name="Toon op de pagina")).to_have_count(0)
    page.get_by_role("link", name="Lees in het document").first.click()
    expect(page.locator("#tekst mark")).to_contain_text("85 meter")
    expect(page.locator("#pagina-knop, #ernaast")).to_have_count(0)


def read_quotation(page: Page) -> None:
    ask(page, QUESTION)
    page.get_by_role("link", name="Lees in het document").first.click()
    page.locator("#tekst mark").wait_for()


def test_a_document_is_read_with_its_page_beside_it(page: Page) -> None:
    read_quotation(page)
    aside = page.get_by_label("De pagina in het oorspronkelijke bestand")
    expect(aside.locator(".viewer-place")).to_have_text("pagina 2 van 3")
    expect(aside.locator("rect")).to_have_count(1)
    aside.get_by_role("button", name="Volgende pagina").click()
    expect(aside.locator(".viewer-place")).to_have_text("pagina 3 van 3")
    expect(page.locator("#pagina-3")).to_be_in_viewport()
    page.get_by_role("button", name="Toon pagina 1").click()
    expect(aside.locator(".viewer-place")).to_have_text("pagina 1 van 3")


def test_the_page_beside_the_text_can_be_put_away_and_stays_away(page: Page) -> None:
    read_quotation(page)
    button = page.get_by_role("button", name="Tekst naast pagina")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.click()
    expect(page.locator("#ernaast")).to_be_hidden()
    page.reload()
    expect(button).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#ernaast")).to_be_hidden()
    button.click()
    expect(page.locator("#ernaast")).to_be_visible()


def test_the_page_beside_the_text_follows_where_one_reads(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 300})
    page.goto(address + "/documenten/" + find_document(page, address))
    place = page.locator("#ernaast .viewer-place")
    expect(place).to_have_text("pagina 1 van 3")
    page.locator("#pagina-3").scroll_into_view_if_needed()
    page.mouse.move(300, 200)
    page.mouse.wheel(0, 3000)
    expect(place).to_have_text("pagina 3 van 3")
    page.close()


def find_document(page: Page, address: str) -> str:
    items = page.request.get(f"{address}/v1/documenten").json()["items"]
    found: str = next(item["id"] for item in items if item["bestand"] == "verslag.pdf")
    return found


def test_on_a_small_screen_the_page_opens_over_the_text(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(address + "/documenten/" + find_document(page, address))
    expect(page.locator("#ernaast")).to_be_hidden()
    page.get_by_role("button", name="Toon de pagina").click()
    window = page.get_by_role("dialog")
    expect(window.locator(".viewer-place")).to_have_text("pagina 1 van 3")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Toon pagina 2").click()
    expect(window.locator(".viewer-place")).to_have_text("pagina 2 van 3")
    page.close()


@pytest.mark.parametrize("width", [360, 390, 1280])
def test_the_window_fits_the_screen(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, base_url=address)
    open_window(page)
    bar = (
        "(() => { const b = document.querySelector('.viewer-bar'); return b.scrollWidth - b.clientWidth; })()"
    )
    measure = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert (page.evaluate(bar), page.evaluate(measure)) == (0, 0)
    page.close()


def test_a_file_that_is_gone_is_told_in_words(
    browser: Browser, tmp_path: Path, serve_settings: Callable[..., AbstractContextManager[str]]
) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "verslag.pdf").write_bytes(write_pdf())
    settings = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", workers=1)
    ingest(settings)
    (tmp_path / "corpus" / "verslag.pdf").unlink()
    with serve_settings(settings) as address:
        page = browser.new_page(base_url=address)
        ask(page, QUESTION)
        page.get_by_role("button", name="Toon op de pagina").click()
        expect(page.get_by_role("dialog").get_by_role("alert")).to_contain_text("kan niet worden getoond")
        page.close()

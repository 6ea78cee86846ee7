"""Documents added and removed on the page, with the mouse and with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.config import Settings
from assistant.ingestion import ingest

Serve = Callable[..., AbstractContextManager[str]]

BRIDGE = b"Nota brug\n\nDe brug bij Lommel is in 2021 gebouwd door firma Peeters.\n"
TUNNEL = b"Nota <b>tunnel</b>\n\nDe tunnel bij Mol is op 3 mei 2022 geopend door wethouder Hanne Wolters.\n"
DROP = """(files) => {
  const held = new DataTransfer();
  for (const [name, text] of files) held.items.add(new File([text], name));
  const send = (kind) => document.body.dispatchEvent(
    new DragEvent(kind, { dataTransfer: held, bubbles: true, cancelable: true }));
  send("dragover");
  const marked = document.body.classList.contains("dropping");
  send("drop");
  return marked;
}"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "brug.txt").write_bytes(BRIDGE)
    settings = Settings(corpus=corpus, index=tmp_path / "index", workers=1)
    ingest(settings)
    return settings


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[[str], Page]]:
    contexts = []

    def open_at(address: str) -> Page:
        context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        page.goto("/")
        return page

    yield open_at
    for context in contexts:
        context.close()


def test_files_are_added_and_removed_with_the_keyboard_alone(
    settings: Settings, serve_settings: Serve, open_page: Callable[[str], Page], contrast: str
) -> None:
    with serve_settings(settings) as address:
        page = open_page(address)
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("filechooser", lambda _: None)  # asked for now: the browser may be late to hand it over
        expect(page.locator("#vraag")).to_be_focused()
        add = page.locator("#bestanden-kiezen")
        expect(add).to_be_visible()  # its panel is opened by the script that follows the button
        add.focus()
        expect(add).to_be_focused()
        with page.expect_file_chooser() as chooser:
            page.keyboard.press("Enter")
        chooser.value.set_files(
            [
                {"name": "tunnel.txt", "mimeType": "text/plain", "buffer": TUNNEL},
                {"name": "stuk.pdf", "mimeType": "application/pdf", "buffer": b"geen pdf"},
            ]
        )
        expect(page.locator("#toegevoegd")).to_contain_text("Toegevoegd: 1 document.")
        expect(page.locator("#toegevoegd li")).to_contain_text("stuk.pdf: ")
        expect(page.locator("#documenten li")).to_have_count(2)
        expect(page.locator(".top-count")).to_have_text("2 documenten")
        expect(page.locator("#filters select[name=document] option")).to_have_count(3)
        page.locator("#vraag").fill("Wie opende de tunnel bij Mol?")
        page.keyboard.press("Enter")
        expect(page.locator(".short")).to_contain_text("Hanne Wolters")

        button = page.get_by_role("button", name="Verwijder Nota <b>tunnel</b>")
        button.focus()
        page.keyboard.press("Enter")
        expect(page.locator("#bevestiging")).to_be_visible()
        expect(page.locator("#bevestiging-titel")).to_have_text("Nota <b>tunnel</b>")
        expect(page.get_by_role("button", name="Nee, houden")).to_be_focused()
        assert page.evaluate(contrast) == []
        page.keyboard.press("Escape")
        expect(page.locator("#bevestiging")).to_be_hidden()
        expect(button).to_be_focused()
        expect(page.locator("#documenten li")).to_have_count(2)
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator("#toegevoegd")).to_contain_text("is verwijderd")
        expect(page.locator("#documenten li")).to_have_count(1)
        expect(page.locator("#documenten")).to_be_focused()
        assert not (settings.corpus / "tunnel.txt").exists()
        assert faults == []


def test_files_can_be_dropped_on_the_page_also_before_there_is_an_index(
    settings: Settings, serve_settings: Serve, open_page: Callable[[str], Page]
) -> None:
    (settings.corpus / "brug.txt").unlink()
    fresh = replace(settings, index=settings.index.parent / "nieuw", max_file_bytes=1_000)
    with serve_settings(fresh) as address:
        page = open_page(address)
        expect(page.locator(".notice").first).to_contain_text("Er kan nog niet geantwoord worden")
        assert page.evaluate(DROP, [["brug.txt", BRIDGE.decode()]])
        expect(page.locator("#documenten li")).to_have_count(1)
        page.wait_for_load_state()  # without an index the page was another one
        assert page.evaluate(DROP, [["brug.txt", "Iets anders."]])
        expect(page.locator("#toegevoegd")).to_contain_text("al een ander bestand met deze naam")
        expect(page.locator("#documenten li")).to_have_count(1)
        parts = [
            [f"deel{n}.txt", f"Nota {n}\n\nDe sluis van Dorp{n} is open. {'Zij telt mee. ' * 40}"]
            for n in (1, 2)
        ]
        assert page.evaluate(DROP, [*parts, ["groot.txt", "x" * 2_000_000]])
        expect(page.locator("#toegevoegd")).to_contain_text("Toegevoegd: 2 documenten.")
        expect(page.locator("#toegevoegd li")).to_contain_text("groot.txt: het bestand is te groot")
        expect(page.locator("#documenten li")).to_have_count(3)


def test_who_may_not_write_sees_no_buttons_for_it_and_je_is_said_where_that_is_set(
    settings: Settings, serve_settings: Serve, open_page: Callable[[str], Page]
) -> None:
    with serve_settings(replace(settings, uploads="off", address="je")) as address:
        page = open_page(address)
        expect(page.locator("#documenten li")).to_have_count(1)
        for absent in ("#toevoegen", "#bevestiging", "[data-verwijder]"):
            expect(page.locator(absent)).to_have_count(0)
        expect(page.locator("h1")).to_have_text("Wat wil je weten?")
        expect(page.locator("label[for=vraag]")).to_have_text("Je vraag")
        page.locator("#vraag").fill("Wie bouwde de brug bij Lommel, en wat kostte die?")
        page.keyboard.press("Enter")
        page.locator(".answer").wait_for()
        words = page.locator("body").inner_text().split()
        assert {"u", "U", "uw", "Uw"}.isdisjoint(word.strip(".,?!") for word in words)

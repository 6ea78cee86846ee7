from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import httpx2
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from assistant.config import Settings

QUESTION = "Hoeveel subsidie stelt de provincie beschikbaar voor laadpalen?"
NOWHERE = "Hoe hoog is de Mont Blanc?"


def ask(page: Page, question: str, turn: int = 1) -> None:
    page.locator("#vraag").fill(question)
    page.keyboard.press("Enter")
    page.locator(".turn").nth(turn - 1).locator(".answer, .notice").wait_for()


def test_the_page_is_ready_to_type_in(page: Page) -> None:
    page.goto("/")
    expect(page).to_have_title("Leeswijzer")
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(page.locator("#vraag")).to_be_focused()
    expect(page.locator("#documenten li")).to_have_count(4)
    expect(page.locator(".top-count")).to_have_text("4 documenten")
    assert page.locator("#voorbeelden button").count() >= 2


def test_an_answer_shows_its_short_form_its_marks_and_its_sources(page: Page) -> None:
    page.goto("/")
    ask(page, QUESTION)
    expect(page.locator(".question")).to_have_text(QUESTION)
    expect(page.locator(".short")).to_contain_text("2,4 miljoen")
    expect(page.locator(".source").first).to_contain_text("Nota laadpalen Kempenrand")
    expect(page.locator(".source .meta").first).to_have_text("15 maart 2023")
    expect(page.locator(".searched")).to_contain_text("Doorzocht: 4 van 4 documenten.")
    expect(page.locator("#vraag")).to_have_value("")
    expect(page.locator("#vraag")).to_be_focused()
    expect(page.locator("#melding")).to_contain_text("Antwoord:")


def test_a_mark_opens_the_source_with_the_quotation_in_its_paragraph(page: Page) -> None:
    page.goto("/")
    ask(page, QUESTION)
    page.locator(".cite").first.click()
    source = page.locator(".source").first
    expect(source).to_be_focused()
    expect(source.locator(".source-title")).to_have_attribute("aria-expanded", "true")
    quote = source.locator("mark")
    expect(quote).to_contain_text("2,4 miljoen euro")
    expect(source.locator(".context")).to_contain_text("Loket Mobiliteit")
    source.locator(".source-title").click()
    expect(source.locator("blockquote")).to_have_text(quote_text(page))


def quote_text(page: Page) -> str:
    text: str = page.locator(".source blockquote").first.inner_text()
    assert "2,4 miljoen euro" in text
    return text


def test_the_link_of_a_source_leads_to_the_marked_place_in_the_document(page: Page) -> None:
    page.goto("/")
    ask(page, QUESTION)
    page.get_by_role("link", name="Lees in het document").first.click()
    page.wait_for_url("**/documenten/*#*-*")
    expect(page.locator("#tekst mark")).to_contain_text("2,4 miljoen euro")
    expect(page.locator("#tekst mark")).to_be_in_viewport()
    expect(page.locator(".document-title")).to_have_text("Nota laadpalen Kempenrand")
    expect(page.locator("#tekst h2").first).to_have_text("Aanleiding")


def test_what_is_not_found_looks_like_no_answer(page: Page) -> None:
    page.goto("/")
    ask(page, NOWHERE)
    expect(page.locator(".absent-title")).to_have_text("Niet gevonden")
    expect(page.locator(".short")).to_have_count(0)
    expect(page.locator(".cite")).to_have_count(0)
    if page.locator(".source").count():
        expect(page.locator(".answer-sources h3")).to_have_text("Dit is geen antwoord, wel het dichtstbij")
    expect(page.locator("#melding")).to_have_text("Niet gevonden in de documenten.")


def test_shift_enter_makes_a_new_line_and_an_empty_question_is_not_sent(page: Page) -> None:
    page.goto("/")
    page.locator("#vraag").press("Enter")
    page.locator("#vraag").type("Wie")
    page.locator("#vraag").press("Shift+Enter")
    page.locator("#vraag").type("dan?")
    expect(page.locator("#vraag")).to_have_value("Wie\ndan?")
    expect(page.locator(".turn")).to_have_count(0)


def test_an_example_is_asked_with_one_press(page: Page) -> None:
    page.goto("/")
    example = page.locator("#voorbeelden button").first
    words = example.inner_text()
    example.click()
    expect(page.locator(".question")).to_have_text(words)
    page.locator(".answer").wait_for()


def test_facts_are_shown_as_chips_that_lead_to_their_place(page: Page) -> None:
    page.goto("/")
    ask(page, QUESTION)
    chip = page.locator(".chip.datum, .chip.regio, .chip.bedrag").first
    expect(chip).to_be_visible()
    assert "/documenten/" in (chip.get_attribute("href") or "")


def save(page: Page, button: Locator) -> bytes:
    """Press a button with the keyboard and give the file that comes of it."""
    button.focus()
    with page.expect_download() as found:
        page.keyboard.press("Enter")
    expect(button).to_be_focused()
    return Path(found.value.path()).read_bytes()


def test_all_facts_of_the_sources_are_saved_with_the_keyboard(page: Page, address: str) -> None:
    page.goto("/")
    ask(page, QUESTION)
    group = page.get_by_role("group", name="Alle feiten uit")
    sources = page.locator(".source-links a[href^='/documenten/']")
    ids = {(link.get_attribute("href") or "").split("/")[2].split("#")[0] for link in sources.all()}
    for form in ("csv", "jsonl", "xlsx"):
        saved = save(page, group.locator(f"[data-vorm={form}]"))
        asked = {"document": sorted(ids), "vorm": form}
        assert saved == httpx2.get(f"{address}/v1/feiten", params=asked).content, form
        expect(page.locator("#melding")).to_have_text(f"feiten.{form} is opgehaald.")
    assert group.locator("button").all_inner_texts() == ["Excel", "CSV", "JSONL"]


def test_facts_are_saved_within_the_filters_and_of_the_kind_that_is_chosen(page: Page, address: str) -> None:
    page.goto("/")
    page.get_by_role("combobox", name="Soort").select_option("datum")
    page.get_by_label("Van", exact=True).fill("2024")
    saved = save(page, page.get_by_role("button", name="Feiten: download als JSONL"))
    asked = {"soort": "datum", "van": "2024", "vorm": "jsonl"}
    assert saved == httpx2.get(f"{address}/v1/feiten", params=asked).content
    assert b'"soort": "datum"' in saved


def test_a_download_that_fails_says_why_and_can_be_tried_again(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/")
    page.get_by_label("Van", exact=True).fill("20x")
    page.get_by_role("button", name="Feiten: download als CSV").click()
    expect(page.locator("#feiten-downloaden [role=alert]")).to_contain_text("dit is geen datum")
    page.get_by_label("Van", exact=True).fill("")
    assert save(page, page.get_by_role("button", name="Feiten: download als CSV")).startswith(b"soort,tekst")
    expect(page.locator("#feiten-downloaden [role=alert]")).to_be_empty()


def test_the_facts_of_a_document_are_links_on_its_page(page: Page, address: str) -> None:
    page.goto("/")
    page.locator("#documenten a").first.click()
    link = page.get_by_role("link", name="Download de feiten als Excel")
    page.locator("#tekst").wait_for()
    assert save(page, link) == httpx2.get(address + (link.get_attribute("href") or "")).content


def test_facts_of_every_kind_are_shown_with_their_values_and_a_link(page: Page) -> None:
    """The facts are put into a real answer, so that each kind is there whatever the documents hold."""
    place = {"document": "ab12", "start": 3, "eind": 9, "tekst": "woorden"}
    day = {"vroegst": "2026-03-01", "laatst": "2026-03-31"}
    facts = [
        {
            "soort": "aantal",
            **place,
            "waarde": 600,
            "eenheid": "laadpalen",
            "waarvan": "laadpalen",
            "tekst": "600",
        },
        {"soort": "organisatie", **place, "naam": "Bouwbedrijf Oost", "afkorting": "BO", "type": "bedrijf"},
        {"soort": "persoon", **place, "naam": "An de Wit", "functie": "directeur", "organisatie": "BO"},
        {
            "soort": "actie",
            **place,
            "actor": "BO",
            "handeling": "opent <b>loket</b>",
            "status": "voorgenomen",
            **day,
        },
        {"soort": "gebeurtenis", **place, "gebeurtenis": "opening", **day, "plaats": "Gent", "wie": "BO"},
    ]

    def add(route: Route) -> None:
        response = route.fetch()
        answer = response.json()
        route.fulfill(response=response, json={**answer, "feiten": facts})

    page.goto("/")
    page.route("**/v1/antwoorden", add)
    ask(page, QUESTION)
    shown = page.locator(".chip")
    expect(shown).to_have_text(
        [
            "600",
            "Bouwbedrijf Oost · BO · bedrijf",
            "An de Wit · directeur · BO",
            "BO: opent <b>loket</b> · voorgenomen · 1 maart 2026 tot en met 31 maart 2026",
            "opening · 1 maart 2026 tot en met 31 maart 2026 · Gent · BO",
        ]
    )
    assert {chip.get_attribute("href") for chip in shown.all()} == {"/documenten/ab12#3-9"}
    assert page.locator(".facts dt").all_inner_texts() == [
        *("Aantallen", "Organisaties", "Personen", "Acties", "Gebeurtenissen"),
    ]


def test_few_actions_are_shown_shortened_and_without_their_doer_twice(page: Page) -> None:
    deed = {"soort": "actie", "document": "ab12", "start": 3, "eind": 9, "tekst": "woorden", "actor": "we"}
    words = ["nu bouwen we een brug", "bouwen " + "lang " * 40, "graven", "boren"]

    def add(route: Route) -> None:
        response = route.fetch()
        facts = [{**deed, "status": "loopt", "handeling": text.strip()} for text in words]
        route.fulfill(response=response, json={**response.json(), "feiten": facts})

    page.goto("/")
    page.route("**/v1/antwoorden", add)
    ask(page, QUESTION)
    chips = page.locator(".chip")
    expect(chips).to_have_count(2)
    expect(chips.first).to_have_text("nu bouwen we een brug · loopt")
    expect(chips.last).to_have_text("we: bouwen" + " lang" * 16 + "… · loopt")
    expect(page.locator(".facts")).to_contain_text("en nog 2")


def test_filters_limit_the_answer_and_are_said_above_the_question(page: Page) -> None:
    page.goto("/")
    page.locator("[data-document]").first.click()
    expect(page.locator("#actief")).to_have_text("Alleen in: Nota laadpalen Kempenrand")
    ask(page, "Wie opende de fietsroute?")
    expect(page.locator(".searched")).to_contain_text("Doorzocht: 1 van 1 documenten.")
    page.get_by_role("button", name="Wis de filters").click()
    expect(page.locator("#actief")).to_be_hidden()


def test_a_wrong_filter_is_explained(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/")
    page.locator("input[name=van]").fill("gisteren")
    ask(page, QUESTION)
    expect(page.locator(".turn .notice")).to_contain_text("filters.van dit is geen datum")
    expect(page.locator(".send")).to_be_enabled()


def test_the_answer_is_copied_with_its_sources(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/")
    ask(page, QUESTION)
    page.get_by_role("button", name="Kopieer met bronvermelding").click()
    expect(page.locator("#melding")).to_have_text("Het antwoord is gekopieerd, met de bronnen.")
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(QUESTION)
    assert "[1] Nota laadpalen Kempenrand (15 maart 2023), beleid/nota-laadpalen.md" in copied


def test_markup_in_titles_names_and_texts_is_shown_and_never_run(page: Page) -> None:
    """Faults 33, 34 and 35: stored XSS, script links, templates."""
    page.goto("/")
    expect(page.locator("#documenten")).to_contain_text("<script>alert('titel')</script>")
    ask(page, "Wat leverde de proef met de zonnepanelen in Lommel op?")
    page.locator(".source-title").first.click()
    page.locator(".source mark").first.wait_for()
    page.get_by_role("link", name="Lees in het document").first.click()
    page.wait_for_url("**/documenten/*")
    text = page.locator("#tekst").inner_text()
    assert "{{ 7*7 }}" in text
    assert '<b onmouseover="alert(3)">Vet</b>' in text
    assert page.locator("#tekst b, #tekst script, main img").count() == 0
    assert page.locator("a[href^='javascript'], a[href^='data']").count() == 0


def test_markup_in_a_question_is_shown_as_text(page: Page) -> None:
    question = "<img src=x onerror=alert(1)> {{ 7*7 }} <script>alert(2)</script>"
    page.goto("/")
    ask(page, question)
    expect(page.locator(".question")).to_have_text(question)
    assert page.locator(".turn img, .turn script").count() == 0


def test_a_question_in_the_address_is_asked(page: Page) -> None:
    page.goto("/?vraag=Wie+opende+de+fietsroute%3F")
    expect(page.locator(".question")).to_have_text("Wie opende de fietsroute?")
    page.locator(".answer").wait_for()


def test_a_service_that_is_gone_is_told(
    browser: Browser, small_settings: Settings, serve_settings: Callable[..., AbstractContextManager[str]]
) -> None:
    page = browser.new_page()
    with serve_settings(small_settings) as address:
        page.goto(address)
    ask(page, QUESTION)
    expect(page.locator(".turn .notice")).to_contain_text("De dienst is niet bereikbaar.")
    expect(page.locator(".turn .notice")).to_have_attribute("role", "alert")
    page.close()


def test_without_an_index_the_page_says_what_to_do(
    browser: Browser, tmp_path: Path, serve_settings: Callable[..., AbstractContextManager[str]]
) -> None:
    page = browser.new_page()
    with serve_settings(Settings(corpus=tmp_path, index=tmp_path / "index")) as address:
        page.goto(address)
        expect(page.locator(".intro .notice")).to_contain_text("leeswijzer ingest")
    page.close()


@pytest.mark.parametrize(
    ("path", "words"),
    [("/nergens", "Deze bladzijde bestaat niet."), ("/documenten/0000", "Dit document is er niet")],
)
def test_a_page_that_is_not_there_is_a_page_with_a_way_back(
    context: BrowserContext, path: str, words: str
) -> None:
    page = context.new_page()
    response = page.goto(path)
    assert response is not None
    assert response.status == 404
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    expect(page.locator(".lead")).to_contain_text(words)
    page.get_by_role("link", name="Naar de vragen").click()
    expect(page.locator("#vraag")).to_be_visible()


@pytest.mark.parametrize("width", [360, 390, 768, 1280, 1920])
def test_nothing_runs_out_of_the_page_at_any_width(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(address)
    ask(page, QUESTION)
    page.locator(".cite").first.click()
    page.locator(".source mark").first.wait_for()
    measure = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(measure) == 0
    page.goto(address + (page.locator(".source-links a").first.get_attribute("href") or ""))
    assert page.evaluate(measure) == 0
    page.close()


def test_everything_can_be_reached_with_the_keyboard_and_shows_where_it_is(page: Page) -> None:
    page.goto("/")
    ask(page, QUESTION)
    seen = set()
    page.evaluate("document.activeElement.blur()")
    for _ in range(80):
        page.keyboard.press("Tab")
        place = page.evaluate(
            "() => { const e = document.activeElement; const s = getComputedStyle(e); return ["
            "e.className || e.name || e.id || e.tagName, s.outlineStyle !== 'none' || e.id === 'vraag']; }"
        )
        if place[0] == "BODY":
            continue
        assert place[1], f"geen zichtbare focus op {place[0]}"
        seen.add(place[0])
    assert {"skip", "document", "cite", "source-title", "vraag", "send"} <= seen


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_has_enough_contrast(browser: Browser, address: str, scheme: str, contrast: str) -> None:
    """WCAG 2.2, success criterion 1.4.3 (AA): 4.5 to 1, and 3 to 1 for large text."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(address)
    ask(page, QUESTION)
    ask(page, NOWHERE, turn=2)
    page.locator(".cite").first.click()
    page.locator(".source mark").first.wait_for()
    assert page.evaluate(contrast) == []
    page.goto(address + (page.locator(".source-links a").first.get_attribute("href") or ""))
    page.locator("#tekst mark").wait_for()
    assert page.evaluate(contrast) == []
    page.close()

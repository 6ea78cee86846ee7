"""What an answer can hold beside its sentences; put into a real answer, so that it is there whatever is found."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

QUESTION = "Hoeveel subsidie stelt de provincie beschikbaar voor laadpalen?"


def ask(page: Page, question: str, turn: int = 1) -> None:
    page.locator("#vraag").fill(question)
    page.keyboard.press("Enter")
    page.locator(".turn").nth(turn - 1).locator(".answer, .notice").wait_for()


@pytest.fixture
def told(page: Page) -> Callable[[dict[str, Any]], None]:
    """Ask a question whose answer is changed on its way to the page."""

    def tell(changes: dict[str, Any]) -> None:
        def change(route: Route) -> None:
            response = route.fetch()
            answer = response.json()
            first = answer["bronnen"][0]
            if "bronnen" in changes:
                sources = [{**first, **source} for source in changes["bronnen"]]
                route.fulfill(response=response, json={**answer, **changes, "bronnen": sources})
            else:
                route.fulfill(response=response, json={**answer, **changes})

        page.goto("/")
        page.route("**/v1/antwoorden", change)
        ask(page, QUESTION)
        page.unroute("**/v1/antwoorden")

    return tell


def test_the_question_as_it_was_understood_is_shown(page: Page, told: Callable[..., None]) -> None:
    told({"begrepen": "Hoeveel kostte <b>dat</b> in 2021?"})
    expect(page.locator(".understood")).to_have_text("Begrepen als: Hoeveel kostte <b>dat</b> in 2021?")
    expect(page.locator("#melding")).to_contain_text("Begrepen als: Hoeveel kostte <b>dat</b> in 2021?")


def test_values_that_contradict_stand_side_by_side_with_their_dates(
    page: Page, told: Callable[..., None]
) -> None:
    """Fault 51: an older document is marked."""
    told(
        {
            "tekst": "De documenten spreken elkaar tegen.\n\n- € 5 [2]\n- € 4 [1]\n\n“Nu vier.” [1]\n“Nu vijf.” [2]\n\n"
            "Gezocht is alleen onder de kop ‘Geld’.",
            "kort": "€ 5",
            "bronnen": [
                {"nummer": 1, "citaat": "Nu vier.", "nieuwer": "2022-06-28"},
                {"nummer": 2, "citaat": "Nu vijf."},
            ],
            "tegenspraak": [
                {"waarde": "€ 5", "bronnen": [2], "documentDatum": "2022-06-28"},
                {"waarde": "€ 4", "bronnen": [1], "documentDatum": "2019"},
            ],
        }
    )
    box = page.locator(".contradiction")
    expect(box.locator("h3")).to_have_text("De documenten spreken elkaar tegen")
    expect(box.locator("strong")).to_have_text(["€ 5", "€ 4"])
    expect(box.locator(".meta")).to_have_text(["28 juni 2022 · nieuwste", "2019"])
    expect(page.locator(".answer-text")).to_have_text(
        ["“Nu vier.”\u00a01", "“Nu vijf.”\u00a02", "Gezocht is alleen onder de kop ‘Geld’."]
    )
    expect(page.locator(".older")).to_have_text("Ouder: een document van 28 juni 2022 zegt iets anders.")
    expect(page.locator("#melding")).to_have_text("De documenten spreken elkaar tegen: € 5; € 4")
    box.locator(".cite").first.click()
    expect(page.locator(".source").nth(1)).to_be_focused()


@pytest.mark.parametrize("date", ["2022-06-28", None])
def test_of_documents_that_are_as_old_as_each_other_none_is_called_the_newest(
    page: Page, told: Callable[..., None], date: str | None
) -> None:
    readings = [
        {"waarde": name, "bronnen": [1], "documentDatum": date} for name in ("Mia Verhulst", "Karel Dorst")
    ]
    told({"tegenspraak": readings})
    box = page.locator(".contradiction")
    expect(box.locator("strong")).to_have_text(["Mia Verhulst", "Karel Dorst"])
    expect(box.locator(".meta")).to_have_text(["28 juni 2022" if date else "zonder datum"] * 2)


@pytest.mark.parametrize(
    ("years", "said"),
    [
        (("2013", "2012"), "De documenten noemen verschillende waarden, elk bij een ander jaar"),
        ((None, None), "De documenten noemen verschillende waarden; van wanneer zij zijn, is niet bekend"),
    ],
)
def test_values_of_other_years_or_of_no_known_time_are_not_said_to_contradict_each_other(
    page: Page, told: Callable[..., None], years: tuple[str | None, ...], said: str
) -> None:
    readings = [
        {"waarde": value, "bronnen": [1], "jaar": year, "strijdig": False}
        for value, year in zip(("€ 365", "€ 340"), years, strict=True)
    ]
    told({"tegenspraak": readings})
    box = page.locator(".contradiction")
    expect(box.locator("h3")).to_have_text(said)
    expect(box.locator(".meta")).to_have_text([year or "zonder datum" for year in years])
    expect(page.locator("#melding")).to_have_text(f"{said}: € 365; € 340")


def test_values_of_other_things_are_not_said_to_contradict_each_other(
    page: Page, told: Callable[..., None]
) -> None:
    readings = [
        {"waarde": value, "bronnen": [1], "documentDatum": "2021-05-04", "strijdig": False}
        for value in ("€ 365", "€ 340")
    ]
    told({"tegenspraak": readings})
    expect(page.locator(".contradiction h3")).to_have_text(
        "De documenten noemen verschillende waarden, misschien van verschillende zaken"
    )


def test_where_two_points_are_contradicted_the_first_value_is_not_called_the_newest(
    page: Page, told: Callable[..., None]
) -> None:
    readings = [
        {"waarde": value, "bronnen": [1], "documentDatum": date}
        for value, date in (("3 euro", "2021-05-04"), ("4 euro", "2020-05-04"), ("2031", "2022-05-04"))
    ]
    told({"tegenspraak": readings})
    box = page.locator(".contradiction")
    expect(box.locator(".meta")).to_have_text(["4 mei 2021", "4 mei 2020", "4 mei 2022"])


def test_a_value_that_differs_by_case_is_told_as_a_list(page: Page, told: Callable[..., None]) -> None:
    told(
        {
            "tekst": "Er staan meer waarden, elk voor een ander geval of onderdeel:\n\n"
            "- klasse 1: € 5 [1]\n- klasse <b>2</b>: € 4 [1]\n\n“Vijf en vier.” [1]",
            "kort": "klasse 1: € 5; klasse <b>2</b>: € 4",
            "bronnen": [{"nummer": 1, "citaat": "Vijf en vier."}],
            "gevallen": [
                {"geval": "klasse 1", "waarde": "€ 5", "bronnen": [1]},
                {"geval": "klasse <b>2</b>", "waarde": "€ 4", "bronnen": [1]},
            ],
        }
    )
    expect(page.locator(".short")).to_have_text(
        "Er staan meer waarden, elk voor een ander geval of onderdeel:"
    )
    expect(page.locator("ul.answer-text li")).to_have_text(
        ["klasse 1: € 5\u00a01", "klasse <b>2</b>: € 4\u00a01"]
    )
    expect(page.locator("#melding")).to_have_text("Per geval: klasse 1: € 5; klasse <b>2</b>: € 4")


def test_half_an_answer_says_so_first(page: Page, told: Callable[..., None]) -> None:
    told({"deels": {"genoemd": ["het bedrag"], "nietGevonden": ["de opening"]}})
    expect(page.locator(".partly")).to_have_text("Dit beantwoordt een deel van uw vraag.")
    expect(page.locator("#melding")).to_contain_text("Niet gevonden: de opening")


def test_a_count_lists_every_place_by_document_as_far_as_one_asks(
    page: Page, told: Callable[..., None]
) -> None:
    places = [
        {
            "document": f"d{number // 40}",
            "bestand": "a.md",
            "titel": f"Stuk {number // 40} <i>x</i>",
            "start": number,
            "eind": number + 1,
            "citaat": f"Plaats {number} <script>",
        }
        for number in range(120)
    ]
    told(
        {
            "kort": "1.234 keer",
            "tekst": "Gezocht is naar waterstof. Aantal: 1.234 keer [1].\n\n“Niet hier.” [1]",
            "telling": {
                "wat": "waterstof",
                "documenten": 3,
                "keer": 120,
                "vindplaatsen": {"items": places, "totaal": 120},
            },
        }
    )
    expect(page.locator(".short strong")).to_have_text("1.234 keer")
    expect(page.locator(".answer-text")).to_have_count(0)
    box = page.locator(".tally")
    expect(box.locator("summary")).to_have_text("Alle 120 vindplaatsen, in 3 documenten")
    expect(box.locator("li")).to_have_count(0)
    box.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(box.locator("li")).to_have_count(50)
    expect(box.locator("h4")).to_have_text(["Stuk 0 <i>x</i>", "Stuk 1 <i>x</i>"])
    box.get_by_role("button", name="Toon er meer (nog 70)").focus()
    page.keyboard.press("Enter")
    expect(box.locator("li")).to_have_count(100)
    expect(box.locator("li a").nth(50)).to_be_focused()
    expect(box.locator("li a").nth(99)).to_have_attribute("href", "/documenten/d2#99-100")
    box.get_by_role("button", name="Toon er meer (nog 20)").click()
    expect(box.locator("li")).to_have_count(120)
    expect(box.get_by_role("button")).to_have_count(0)


def test_next_questions_are_buttons_that_ask_within_the_conversation(
    page: Page, told: Callable[..., None]
) -> None:
    told({"vervolgvragen": ["Wie opende de fietsroute?"], "gesprek": "mijn-gesprek"})
    asked: list[dict[str, Any]] = []
    page.on("request", lambda request: asked.append(json.loads(request.post_data or "{}")))
    button = page.get_by_role("region", name="U kunt ook vragen").get_by_role("button")
    expect(button).to_have_text("Wie opende de fietsroute?")
    button.focus()
    page.keyboard.press("Enter")
    page.locator(".turn").nth(1).locator(".answer").wait_for()
    assert [body for body in asked if body] == [
        {"vraag": "Wie opende de fietsroute?", "gesprek": "mijn-gesprek"}
    ]


def test_a_new_conversation_forgets_and_an_expired_one_is_told(
    context: BrowserContext, page: Page, told: Callable[..., None]
) -> None:
    told({"gesprek": "g1"})
    asked: list[dict[str, Any]] = []
    page.on("request", lambda request: asked.append(json.loads(request.post_data or "{}")))
    page.get_by_role("button", name="Nieuw gesprek").click()
    expect(page.locator("#vraag")).to_be_focused()
    expect(page.get_by_role("button", name="Nieuw gesprek")).to_be_hidden()
    ask(page, QUESTION, turn=2)
    assert "gesprek" not in next(body for body in asked if "vraag" in body)
    expect(page.get_by_role("button", name="Nieuw gesprek")).to_be_visible()


def test_a_conversation_that_the_service_forgot_is_left_out_and_told(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/")

    def expire(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, json={**response.json(), "gesprek": "lw-verlopen"})

    page.route("**/v1/antwoorden", expire)
    ask(page, QUESTION)
    page.unroute("**/v1/antwoorden")
    ask(page, QUESTION, turn=2)
    second = page.locator(".turn").nth(1)
    expect(second.locator(".hint")).to_have_text(
        "Uw vragen hiervoor zijn vergeten. Deze vraag is op zichzelf gelezen."
    )
    expect(second.locator(".short")).to_contain_text("2,4 miljoen")


def test_a_mark_in_a_quotation_is_the_documents_own(page: Page, told: Callable[..., None]) -> None:
    """Fault 49: a document cannot point to a source."""
    told(
        {
            "kort": "vier",
            "tekst": "Het aantal is: vier [1].\n\n“Het zijn er vier [2].” [1]\n“Het zijn er vijf.” [2]",
            "bronnen": [
                {"nummer": 1, "citaat": "Het zijn er\nvier [2]."},
                {"nummer": 2, "citaat": "Het zijn er vijf."},
            ],
        }
    )
    expect(page.locator(".cite")).to_have_text(["1", "1", "2"])
    expect(page.locator(".answer-text").first).to_have_text("“Het zijn er vier [2].”\u00a01")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_an_answer_can_hold_fits_and_has_enough_contrast(
    browser: Browser, address: str, scheme: str, contrast: str
) -> None:
    """WCAG 2.2, success criteria 1.4.3 (AA) and 1.4.10 (no scrolling in two directions at 320 pixels)."""
    page = browser.new_page(color_scheme=scheme, viewport={"width": 320, "height": 800})
    place = {
        "document": "d",
        "bestand": "a.md",
        "titel": "Nota",
        "start": 1,
        "eind": 2,
        "citaat": "woord " * 40,
    }
    told = {
        "begrepen": "Hoeveel kostte het in 2021? " * 4,
        "deels": {"genoemd": ["het bedrag"], "nietGevonden": ["de opening"]},
        "vervolgvragen": ["Wie opende de fietsroute van Kempenrand naar Lommel in het voorjaar? " * 2],
        "telling": {
            "wat": "brug",
            "documenten": 1,
            "keer": 60,
            "vindplaatsen": {"items": [place] * 60, "totaal": 60},
        },
    }
    readings = [{"waarde": "€ 2.400.000,00 per jaar", "bronnen": [1], "documentDatum": "2022"}] * 3

    def change(route: Route) -> None:
        response = route.fetch()
        answer = {**response.json(), **told}
        answer["bronnen"] = [{**source, "nieuwer": "2022-06-28"} for source in answer["bronnen"]]
        route.fulfill(response=response, json=answer)

    page.goto(address)
    page.route("**/v1/antwoorden", change)
    ask(page, QUESTION)
    page.locator(".tally summary").click()
    told["tegenspraak"] = readings
    ask(page, QUESTION, turn=2)
    expect(page.locator(".contradiction")).to_have_count(1)
    assert page.evaluate(contrast) == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    page.close()

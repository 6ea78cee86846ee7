from __future__ import annotations

import csv
import io
import json
import sys
from typing import get_args

import httpx2
import openpyxl
import pytest

from assistant.export import FORMATS
from assistant.wire import Vorm

TEXT = "Op 15 juni 2020 ging € 10,7 miljoen naar 😀 Beieren, 12 procent meer dan vorige maand."


def test_facts_of_a_loose_text_have_offsets_in_that_text(client: httpx2.Client) -> None:
    found = client.post("/v1/feiten", json={"tekst": TEXT, "documentDatum": "2020-06-15"}).json()
    assert found["totaal"] == len(found["items"])
    for fact in found["items"]:
        assert TEXT[fact["start"] : fact["eind"]] == fact["tekst"]
        assert "document" not in fact
    region = next(fact for fact in found["items"] if fact["soort"] == "regio")
    assert (region["tekst"], region["code"], region["land"]) == ("Beieren", "DE-BY", "DE")
    assert {fact["zin"] for fact in found["items"]} == {TEXT}
    date = next(fact for fact in found["items"] if fact["soort"] == "datum")
    assert (date["edtf"], date["vroegst"], date["laatst"]) == ("2020-06-15", "2020-06-15", "2020-06-15")


def test_only_the_kinds_that_are_asked_for_come_back(client: httpx2.Client) -> None:
    found = client.post("/v1/feiten", json={"tekst": TEXT, "soorten": ["regio"]}).json()
    assert {fact["soort"] for fact in found["items"]} == {"regio"}
    listed = client.get("/v1/feiten", params={"soort": ["datum", "regio"]}).json()
    assert {fact["soort"] for fact in listed["items"]} == {"datum", "regio"}


def test_facts_of_the_index_point_into_their_documents(client: httpx2.Client) -> None:
    found = client.get("/v1/feiten").json()
    assert found["totaal"] == len(found["items"]) > 5
    texts: dict[str, str] = {}
    for fact in found["items"]:
        text = texts.setdefault(fact["document"], client.get(f"/v1/documenten/{fact['document']}/tekst").text)
        assert text[fact["start"] : fact["eind"]] == fact["tekst"]
        assert fact["tekst"] in fact["zin"]
        assert fact["zin"] in text
    assert "Nota laadpalen Kempenrand › Subsidie" in {fact.get("kop") for fact in found["items"]}
    places = [(fact["bestand"], fact["start"]) for fact in found["items"]]
    assert places == sorted(places)


@pytest.mark.parametrize("form", ["jsonl", "csv", "xlsx", "json"])
def test_a_link_can_name_the_form(client: httpx2.Client, form: str) -> None:
    """A browser asks for a page, whatever the link is."""
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    named = client.get("/v1/feiten", params={"vorm": form, "soort": "datum"}, headers=browser)
    kind = FORMATS[form].media_type if form in FORMATS else "application/json"
    asked = client.get("/v1/feiten", params={"soort": "datum"}, headers={"Accept": kind})
    assert named.headers["content-type"] == asked.headers["content-type"]
    assert named.headers["content-type"].startswith(kind)
    assert named.content == asked.content


def test_every_form_of_file_has_a_name_on_the_wire(client: httpx2.Client) -> None:
    assert get_args(Vorm) == ("json", *FORMATS)
    refused = client.get("/v1/feiten", params={"vorm": "pdf"})
    assert (refused.status_code, refused.json()["errors"][0]["veld"]) == (400, "vorm")


def test_empty_parameters_limit_nothing(client: httpx2.Client) -> None:
    assert (
        client.get("/v1/feiten?vorm=&soort=&document=&thema=&regio=&van=&tot=").content
        == client.get("/v1/feiten").content
    )


def test_facts_keep_to_the_filters(client: httpx2.Client) -> None:
    found = client.get("/v1/feiten", params={"document": "nieuws/fietsroute.html", "soort": "datum"}).json()
    assert {fact["bestand"] for fact in found["items"]} == {"nieuws/fietsroute.html"}
    later = client.get("/v1/feiten", params={"van": "2024"}).json()
    assert {fact["bestand"] for fact in later["items"]} == {"besluiten/persbericht-kmo.txt"}


def test_a_table_holds_the_same_facts(client: httpx2.Client) -> None:
    response = client.get("/v1/feiten", headers={"Accept": "text/csv"})
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(response.text, newline="")))
    items = client.get("/v1/feiten").json()["items"]
    assert [(row["soort"], row["start"], row["eind"]) for row in rows] == [
        (fact["soort"], str(fact["start"]), str(fact["eind"])) for fact in items
    ]


def test_no_cell_of_a_table_is_a_formula(client: httpx2.Client) -> None:
    """Fault 38: formula cells."""
    response = client.get("/v1/feiten", headers={"Accept": "text/csv"})
    for row in csv.reader(io.StringIO(response.text, newline="")):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "tekst"),
        ({"tekst": ""}, "tekst"),
        ({"tekst": 7}, "tekst"),
        ({"tekst": "a", "documentDatum": "15 juni"}, "documentDatum"),
        ({"tekst": "a", "soorten": "datum"}, "soorten"),
        ({"tekst": "a", "soorten": []}, "soorten"),
        ({"tekst": "a", "url": "file:///etc/passwd"}, "url"),
    ],
)
def test_a_wrong_text_is_refused(client: httpx2.Client, body: object, field: str) -> None:
    """Fault 37: no field is ever fetched; one that looks like an address is not known."""
    response = client.post("/v1/feiten", json=body)
    assert response.status_code == 400
    assert [fault["veld"] for fault in response.json()["errors"]] == [field]


def test_an_unknown_kind_is_refused(client: httpx2.Client) -> None:
    response = client.get("/v1/feiten?soort=weer")
    assert response.status_code == 400
    assert response.json()["errors"][0]["veld"] == "soort.0"


def test_the_vocabularies_have_codes_and_names(client: httpx2.Client) -> None:
    themes = client.get("/v1/themas").json()
    assert {"gezondheid", "mobiliteit"} <= {item["code"] for item in themes["items"]}
    regions = client.get("/v1/regios").json()
    assert regions["totaal"] == len(regions["items"])
    assert {"NL-NB", "BE-VLG", "DE-BY", "GM0772"} <= {item.get("code") for item in regions["items"]}


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PARQUET = "application/vnd.apache.parquet"


def ask_for(client: httpx2.Client, kind: str, **params: object) -> httpx2.Response:
    response = client.get("/v1/feiten", params=params, headers={"Accept": kind})
    assert (response.status_code, response.headers["content-type"].partition(";")[0]) == (200, kind)
    assert response.headers["content-disposition"].startswith('attachment; filename="feiten.')
    return response


def test_lines_of_json_hold_the_same_facts(client: httpx2.Client) -> None:
    response = ask_for(client, "application/x-ndjson")
    items = client.get("/v1/feiten").json()["items"]
    assert [json.loads(line) for line in response.text.splitlines()] == items


def test_a_workbook_holds_the_same_facts_and_where_they_come_from(client: httpx2.Client) -> None:
    params = {"soort": ["regio", "datum"], "van": "2023"}
    response = ask_for(client, XLSX, **params)
    book = openpyxl.load_workbook(io.BytesIO(response.content))
    items = client.get("/v1/feiten", params=params).json()["items"]
    assert book.sheetnames == ["regio", "datum", "Herkomst"]
    for sheet in book.worksheets[:-1]:
        texts = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
        assert texts == [fact["tekst"] for fact in items if fact["soort"] == sheet.title]
    above = dict(row[:2] for row in book["Herkomst"].iter_rows(values_only=True))
    assert above["index"] == client.get("/v1/health").json()["index"]
    assert above["filter van"] == "2023"
    assert ask_for(client, XLSX, **params).content == response.content


def test_parquet_holds_the_same_facts(client: httpx2.Client) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="het pakket pyarrow ontbreekt hier")
    table = parquet.read_table(io.BytesIO(ask_for(client, PARQUET).content))
    items = client.get("/v1/feiten").json()["items"]
    assert table.column("tekst").to_pylist() == [fact["tekst"] for fact in items]
    assert table.column("start").to_pylist() == [fact["start"] for fact in items]


def test_parquet_without_its_package_is_a_problem_that_names_the_extra(
    client: httpx2.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    response = client.get("/v1/feiten", headers={"Accept": PARQUET})
    assert (response.status_code, response.headers["content-type"]) == (501, "application/problem+json")
    assert "leeswijzer[parquet]" in response.json()["detail"]


def test_facts_of_a_loose_text_come_in_every_form(client: httpx2.Client) -> None:
    asked = {"tekst": TEXT, "soorten": ["regio"]}
    response = client.post("/v1/feiten", json=asked, headers={"Accept": XLSX})
    sheet = openpyxl.load_workbook(io.BytesIO(response.content))["regio"]
    head, cells = sheet.iter_rows(values_only=True)
    shown = {name: cell for name, cell in zip(head, cells, strict=True) if cell is not None}
    (fact,) = client.post("/v1/feiten", json=asked).json()["items"]
    assert {"soort": "regio", **shown} == fact
    assert not {"document", "bestand", "pagina", "sha256"} & {*head}
    lines = client.post("/v1/feiten", json=asked, headers={"Accept": "application/x-ndjson"}).text
    assert [json.loads(line)["tekst"] for line in lines.splitlines()] == ["Beieren"]


def test_another_form_is_refused_with_those_there_are(client: httpx2.Client) -> None:
    response = client.get("/v1/feiten", headers={"Accept": "application/pdf"})
    assert response.status_code == 406
    assert XLSX in response.json()["detail"]

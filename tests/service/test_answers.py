from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest

QUESTION = "Hoeveel subsidie stelt de provincie beschikbaar voor laadpalen?"


def ask(client: httpx2.Client, body: object, **headers: str) -> httpx2.Response:
    return client.post("/v1/antwoorden", json=body, headers=headers)


def test_an_answer_quotes_the_text_of_the_document(client: httpx2.Client) -> None:
    response = ask(client, {"vraag": QUESTION})
    assert (response.status_code, response.headers["content-type"]) == (200, "application/json")
    answer = response.json()
    assert (answer["vraag"], answer["beantwoord"]) == (QUESTION, True)
    assert "2,4 miljoen" in answer["kort"]
    assert "nabij" not in answer
    assert set(re.findall(r"\[(\d+)\]", answer["tekst"])) <= {str(s["nummer"]) for s in answer["bronnen"]}
    for source in answer["bronnen"]:
        text = client.get(f"/v1/documenten/{source['document']}/tekst").text
        assert text[source["start"] : source["eind"]] == source["citaat"]
    for fact in answer["feiten"]:
        text = client.get(f"/v1/documenten/{fact['document']}/tekst").text
        assert text[fact["start"] : fact["eind"]] == fact["tekst"]
    assert answer["volledigheid"]["doorzocht"] == 4


def test_no_value_on_the_wire_is_null(client: httpx2.Client) -> None:
    for question in (QUESTION, "Hoe hoog is de Mont Blanc?"):
        assert "null" not in json.dumps(ask(client, {"vraag": question}).json())


def test_what_the_documents_do_not_hold_is_declined(client: httpx2.Client) -> None:
    """Fault 52: unanswerable."""
    answer = ask(client, {"vraag": "Hoe hoog is de Mont Blanc?"}).json()
    assert answer["beantwoord"] is False
    assert "kort" not in answer
    assert answer["bronnen"] == []
    assert isinstance(answer["nabij"], list)


def test_filters_keep_other_documents_out(client: httpx2.Client, ids: dict[str, str]) -> None:
    only = ids["persbericht-kmo.txt"]
    answer = ask(client, {"vraag": "Hoeveel steun is er?", "filters": {"document": only}}).json()
    assert {source["document"] for source in answer["bronnen"] + answer.get("nabij", [])} <= {only}
    assert answer["volledigheid"]["documenten"] == 1


def test_the_number_of_sources_is_bounded(client: httpx2.Client) -> None:
    answer = ask(client, {"vraag": QUESTION, "aantal": 1}).json()
    assert len(answer["bronnen"]) == 1


def test_the_parts_of_a_stream_are_the_whole_answer(client: httpx2.Client) -> None:
    whole = ask(client, {"vraag": QUESTION}).json()
    response = ask(client, {"vraag": QUESTION}, Accept="text/event-stream")
    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    events = [
        (event[0].removeprefix("event: "), json.loads(event[1].removeprefix("data: ")))
        for event in (part.split("\n") for part in response.text.strip().split("\n\n"))
    ]
    by_name: dict[str, list[dict[str, object]]] = {}
    for name, value in events:
        by_name.setdefault(name, []).append(value)
    assert events[0][0] == "kern"
    assert events[-1] == ("einde", {"id": whole["id"]})
    assert "".join(str(part["tekst"]) for part in by_name["zin"]) == whole["tekst"]
    assert by_name["bron"] == whole["bronnen"]
    assert by_name.get("feit", []) == whole["feiten"]
    assert by_name["volledigheid"] == [whole["volledigheid"]]
    assert by_name["kern"][0]["kort"] == whole["kort"]


def test_the_same_question_from_eight_threads_gives_the_same_bytes(client: httpx2.Client) -> None:
    """Fault 57: the same request on 1 or 8 threads."""
    alone = ask(client, {"vraag": QUESTION}).content
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda _: ask(client, {"vraag": QUESTION}).content, range(24)))
    assert set(together) == {alone}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"vraag": ""}, "vraag"),
        ({"vraag": "   "}, "vraag"),
        ({"vraag": "\u200b"}, "vraag"),
        ({"vraag": "a" * 100_000}, "vraag"),
        ({"vraag": "a" * 2_001}, "vraag"),
        ({"vraag": "a", "aantal": 10**9}, "aantal"),
        ({"vraag": "a", "aantal": -1}, "aantal"),
        ({"vraag": "a", "aantal": False}, "aantal"),
        ({"vraag": "a", "k": 3}, "k"),
        ({"vraag": "a", "filters": {"thema": "bestaat-niet"}}, "thema"),
        ({"vraag": "a", "filters": {"document": "' OR 1=1 --"}}, "document"),
        ({"vraag": "a", "filters": {"van": "gisteren"}}, "filters.van"),
        ([1], "inhoud"),
    ],
)
def test_bad_input_is_a_problem_that_names_the_field(client: httpx2.Client, body: object, field: str) -> None:
    """Faults 41 and 43: odd sizes, counts and filters."""
    response = ask(client, body)
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == 400
    assert problem["title"] == "Ongeldige aanvraag"
    assert [fault["veld"] for fault in problem["errors"]] == [field]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'{"vraag": "a", "aantal": NaN}',
        b'{"vraag": "\\ud800"}',
        b'{"\\ud800": 1, "vraag": "a"}',
        b'{"aantal": ' + b"9" * 5_000 + b', "vraag": "a"}',
        b"[" * 100_000,
    ],
)
def test_a_body_that_is_no_json_question_is_refused(client: httpx2.Client, raw: bytes) -> None:
    response = client.post("/v1/antwoorden", content=raw, headers={"Content-Type": "application/json"})
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""]
)
def test_a_body_of_another_kind_is_refused(client: httpx2.Client, kind: str) -> None:
    response = client.post("/v1/antwoorden", content=b'{"vraag": "a"}', headers={"Content-Type": kind})
    assert response.status_code == 415
    assert response.json()["title"] == "Formaat niet ondersteund"


def test_a_form_that_is_not_offered_is_refused(client: httpx2.Client) -> None:
    response = ask(client, {"vraag": "a"}, Accept="application/xml")
    assert (response.status_code, response.json()["status"]) == (406, 406)


def test_a_question_with_a_template_is_taken_literally(client: httpx2.Client) -> None:
    """Faults 35, 36 and 42: templates, format strings and query syntax."""
    for question in (
        "{{ 7*7 }}",
        "{% for x in () %}",
        "{0.__class__}",
        'AND OR NOT (zonnepanelen" title:*~2',
    ):
        response = ask(client, {"vraag": question})
        assert response.status_code == 200
        assert response.json()["vraag"] == question
        assert "49" not in response.json()["tekst"]


def test_passages_come_best_first_with_their_place(client: httpx2.Client) -> None:
    found = client.get("/v1/passages", params={"zoek": "laadpalen subsidie", "aantal": 3}).json()
    assert found["totaal"] == len(found["items"]) <= 3
    assert found["items"][0]["bestand"] == "beleid/nota-laadpalen.md"
    assert [item["score"] for item in found["items"]] == sorted(
        (item["score"] for item in found["items"]), reverse=True
    )
    for item in found["items"]:
        text = client.get(f"/v1/documenten/{item['document']}/tekst").text
        assert text[item["start"] : item["eind"]] == item["tekst"]


def test_passages_keep_to_the_filters(client: httpx2.Client) -> None:
    for params, wanted in (
        ({"herkomst": "vl"}, {"besluiten/persbericht-kmo.txt"}),
        ({"van": "2024"}, {"besluiten/persbericht-kmo.txt"}),
        ({"tot": "2021"}, {"proef/<img src=x onerror=alert(2)>.txt"}),
        ({"document": "nieuws/fietsroute.html"}, {"nieuws/fietsroute.html"}),
    ):
        found = client.get("/v1/passages", params={"zoek": "de euro steun proef route", **params}).json()
        assert {item["bestand"] for item in found["items"]} <= wanted
        assert found["totaal"] > 0


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "zoek"),
        ("zoek=", "zoek"),
        ("zoek=%20", "zoek"),
        ("zoek=" + "a" * 3_000, "zoek"),
        ("zoek=a&aantal=1000000000", "aantal"),
        ("zoek=a&aantal=-1", "aantal"),
        ("zoek=a&aantal=NaN", "aantal"),
        ("zoek=a&aantal=false", "aantal"),
        ("zoek=a&gewicht=NaN", "gewicht"),
        ("zoek=a&van=2020-13", "van"),
        ("zoek=a&taal=Nederlands", "taal"),
    ],
)
def test_a_wrong_search_names_its_parameter(client: httpx2.Client, query: str, field: str) -> None:
    response = client.get(f"/v1/passages?{query}")
    assert response.status_code == 400
    assert [fault["veld"] for fault in response.json()["errors"]] == [field]

"""Questions that are none, over HTTP: 200 or 400 with a reason, never 500, never a long wait."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path

import httpx2
import pytest

from assistant.config import Settings
from assistant.ingestion import ingest

Serve = Callable[..., AbstractContextManager[str]]


@pytest.mark.parametrize("way", ["ask", "search"])
def test_anything_is_answered_or_refused_with_a_reason(
    client: httpx2.Client, way: str, bad_question: str
) -> None:
    if way == "ask":
        response = client.post("/v1/antwoorden", json={"vraag": bad_question})
    else:
        response = client.get("/v1/passages", params={"zoek": bad_question[:20_000]})
    assert response.status_code in (200, 400, 414)
    if response.status_code == 400:
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json()["errors"][0]["detail"]


def test_half_of_a_surrogate_pair_in_json_is_refused(client: httpx2.Client) -> None:
    body = '{"vraag": "laadpalen \\ud800"}'
    response = client.post("/v1/antwoorden", content=body, headers={"Content-Type": "application/json"})
    assert response.status_code == 400
    assert "Unicode" in response.json()["errors"][0]["detail"]


def test_filters_in_the_words_limit_what_is_found(client: httpx2.Client) -> None:
    found = client.get("/v1/passages", params={"zoek": "steun subsidie herkomst:vl"}).json()["items"]
    assert found
    assert {item["bestand"] for item in found} == {"besluiten/persbericht-kmo.txt"}


def test_a_wrong_filter_in_the_words_is_400_with_the_reason(client: httpx2.Client) -> None:
    response = client.get("/v1/passages", params={"zoek": "steun thema:qqq"})
    assert response.status_code == 400
    assert "geen bekende code voor thema" in response.json()["errors"][0]["detail"]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Which subsidies are available for charging stations?", "lijkt in het Engels gesteld"),
        ("Quelles subventions pour les bornes de recharge ?", "lijkt in het Frans gesteld"),
        ("Wer hat die Fietsroute eröffnet?", "lijkt in het Duits gesteld"),
        ("?!... ;;; ()", "geen woorden in om op te zoeken"),
        ("\U0001f642\U0001f6b2", "geen woorden in om op te zoeken"),
        ("wat is het van de en", "geen woorden in om op te zoeken"),
        ("Hallo", "geen woorden in om op te zoeken"),
        ("Dank je wel!", "geen woorden in om op te zoeken"),
        ("qwrtz xcvbn plmkj", "Geen van de woorden van uw vraag komt in de documenten voor"),
    ],
)
def test_what_cannot_be_looked_up_gets_a_clear_word_and_no_answer(
    client: httpx2.Client, question: str, words: str
) -> None:
    found = client.post("/v1/antwoorden", json={"vraag": question}).json()
    assert (found["beantwoord"], found["bronnen"]) == (False, [])
    assert words in found["tekst"]
    assert "vervolgvragen" not in found
    assert bool(found["nabij"]) == ("gesteld" in words)


def test_a_dutch_question_is_answered_with_the_quotation_in_the_language_of_the_document(
    client: httpx2.Client, small_settings: Settings, tmp_path: Path, serve_settings: Serve
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    quote = "The bridge of Kerkdriel was opened by mayor Ada Verkuijl on 4 May 2021."
    (corpus / "bridge.txt").write_text(f"The bridge of Kerkdriel\n\n{quote}\n", encoding="utf-8")
    settings = replace(small_settings, corpus=corpus, index=tmp_path / "index")
    ingest(settings)
    with serve_settings(settings) as address:
        for question in ("Wat staat er over de bridge of Kerkdriel?", "Kerkdriel bridge"):
            found = httpx2.post(f"{address}/v1/antwoorden", json={"vraag": question}, timeout=30).json()
            quoted = [source["citaat"] for source in (*found["bronnen"], *found.get("nabij", []))]
            assert quote in quoted
            assert found["tekst"].startswith("Dit staat"), found["tekst"]

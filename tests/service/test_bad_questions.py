"""Questions that are none, over HTTP: 200 or 400 with a reason, never 500, never a long wait."""

from __future__ import annotations

import httpx2
import pytest


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

from __future__ import annotations

from typing import Any

import httpx2
import pytest

METHODS = {"get", "post", "put", "delete", "patch"}


@pytest.fixture(scope="module")
def contract(address: str) -> dict[str, Any]:
    found: dict[str, Any] = httpx2.get(f"{address}/v1/openapi.json").json()
    return found


def operations(contract: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {
        f"{method.upper()} {path}": operation
        for path, item in contract["paths"].items()
        for method, operation in item.items()
        if method in METHODS
    }


def test_the_contract_names_every_path_of_the_wire_and_no_page(contract: dict[str, Any]) -> None:
    assert sorted(operations(contract)) == [
        "DELETE /v1/documenten/{id}",
        "DELETE /v1/taken/{id}",
        "GET /v1/documenten",
        "GET /v1/documenten/{id}",
        "GET /v1/documenten/{id}/bestand",
        "GET /v1/documenten/{id}/paginas/{nummer}",
        "GET /v1/documenten/{id}/tekst",
        "GET /v1/documenten/{id}/vlakken",
        "GET /v1/feiten",
        "GET /v1/health",
        "GET /v1/passages",
        "GET /v1/regios",
        "GET /v1/taken",
        "GET /v1/taken/{id}",
        "GET /v1/taken/{id}/resultaat",
        "GET /v1/themas",
        "POST /v1/antwoorden",
        "POST /v1/documenten",
        "POST /v1/feiten",
        "POST /v1/taken",
        "POST /v1/taken/{id}/afbreken",
    ]


def test_the_contract_has_what_the_dutch_rules_ask(contract: dict[str, Any]) -> None:
    assert contract["openapi"].startswith("3.")
    assert contract["info"]["version"] == "1.0.0"
    assert contract["info"]["contact"]["name"]
    assert contract["servers"]
    for name, operation in operations(contract).items():
        assert operation["summary"], name
        assert operation["operationId"], name
        assert operation["tags"], name
        for response in operation["responses"].values():
            assert "API-Version" in response["headers"], name


def test_every_problem_is_described_as_one(contract: dict[str, Any]) -> None:
    for name, operation in operations(contract).items():
        assert "422" not in operation["responses"], name
        for status, response in operation["responses"].items():
            if int(status) >= 400:
                assert response["content"] == {
                    "application/problem+json": {"schema": {"$ref": "#/components/schemas/Probleem"}}
                }
    assert "errors" in contract["components"]["schemas"]["Probleem"]["properties"]
    assert "HTTPValidationError" not in contract["components"]["schemas"]


def test_nothing_in_the_contract_may_be_null(contract: dict[str, Any]) -> None:
    def walk(node: object) -> None:
        if isinstance(node, dict):
            assert node.get("type") != "null"
            for value in node.values():
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)

    walk(contract)


def test_every_reference_in_the_contract_leads_somewhere(contract: dict[str, Any]) -> None:
    def references(node: object) -> set[str]:
        if isinstance(node, dict):
            own = {node["$ref"]} if isinstance(node.get("$ref"), str) else set()
            return own.union(*(references(value) for value in node.values()), set())
        if isinstance(node, list):
            return set().union(*(references(value) for value in node), set())
        return set()

    for reference in references(contract):
        assert reference.rpartition("/")[2] in contract["components"]["schemas"]


def test_the_version_header_is_the_version_of_the_contract(
    contract: dict[str, Any], client: httpx2.Client
) -> None:
    assert client.get("/v1/health").headers["api-version"] == contract["info"]["version"]


def test_the_fields_of_an_answer_are_described_in_camel_case(contract: dict[str, Any]) -> None:
    schemas = contract["components"]["schemas"]
    assert list(schemas["Bron"]["properties"]) == [
        *("nummer", "document", "bestand", "titel", "documentDatum", "sha256"),
        *("pagina", "kop", "start", "eind", "citaat", "score", "vlakken", "gescand", "nieuwer"),
    ]
    assert list(schemas["Antwoord"]["properties"]) == [
        *(
            "id",
            "vraag",
            "soort",
            "beantwoord",
            "kort",
            "tekst",
            "bronnen",
            "feiten",
            "nabij",
            "volledigheid",
        ),
        *("gesprek", "begrepen", "tegenspraak", "gevallen", "deels", "telling", "vervolgvragen"),
    ]

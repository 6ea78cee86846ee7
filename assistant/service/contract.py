"""The contract in OpenAPI, put right where the framework departs from the Dutch API Design Rules."""

from __future__ import annotations

from typing import Any, Final

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from assistant.service.guard import API_VERSION
from assistant.wire import Probleem

DESCRIPTION: Final = (
    "Leeswijzer leest Nederlandse en Vlaamse beleidsdocumenten en beantwoordt vragen met letterlijke "
    "citaten. Alle plaatsen (`start`, `eind`) tellen Unicode-tekens vanaf 0 in de documenttekst "
    "(`/v1/documenten/{id}/tekst`); `eind` telt niet mee. Ontbrekende waarden worden weggelaten, nooit als "
    "`null` gegeven. Fouten zijn `application/problem+json` (RFC 9457)."
)
TAGS: Final = [
    {"name": "vragen", "description": "Antwoorden en passages"},
    {"name": "documenten", "description": "De ingelezen documenten"},
    {"name": "feiten", "description": "Thema's, regio's, datums en andere feiten"},
    {"name": "taken", "description": "Reeksen vragen of teksten, op de achtergrond"},
    {"name": "waardelijsten", "description": "De codes van thema's en regio's"},
    {"name": "dienst", "description": "De dienst zelf"},
]
_VERSION_HEADER: Final = {
    "description": "Versie van de API.",
    "schema": {"type": "string", "examples": [API_VERSION]},
}
_PROBLEM_TYPE: Final = "application/problem+json"
_UNUSED: Final = ("HTTPValidationError", "ValidationError")


def write_contract(app: FastAPI) -> dict[str, Any]:
    """Give the OpenAPI document of `app`, made once."""
    if app.openapi_schema is None:
        contract = get_openapi(
            title=app.title,
            version=API_VERSION,
            description=DESCRIPTION,
            routes=app.routes,
            tags=TAGS,
            servers=[{"url": "/", "description": "Deze dienst"}],
            contact={"name": "Beheerder van deze Leeswijzer"},
            license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        )
        for path in contract["paths"].values():
            for operation in path.values():
                _mend_operation(operation)
        schemas = contract["components"]["schemas"]
        schemas[Probleem.__name__] = schemas.get(Probleem.__name__) or Probleem.model_json_schema()
        for name in _UNUSED:
            schemas.pop(name, None)
        app.openapi_schema = _without_nulls(contract)
    return app.openapi_schema


def _mend_operation(operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    responses.pop("422", None)
    responses.setdefault("500", {"description": "Interne fout"})
    for status, response in responses.items():
        response["headers"] = {"API-Version": _VERSION_HEADER, **response.get("headers", {})}
        if int(status) >= 400:
            schema = {"$ref": f"#/components/schemas/{Probleem.__name__}"}
            response["content"] = {_PROBLEM_TYPE: {"schema": schema}}


def _without_nulls(node: Any) -> Any:
    """Give the schema without the alternative null: an absent value is left out on the wire."""
    if isinstance(node, list):
        return [_without_nulls(item) for item in node]
    if not isinstance(node, dict):
        return node
    clean = {name: _without_nulls(value) for name, value in node.items()}
    options = clean.get("anyOf")
    if isinstance(options, list) and {"type": "null"} in options:
        rest = [option for option in options if option != {"type": "null"}]
        clean.pop("anyOf")
        clean = {**(rest[0] if len(rest) == 1 else {"anyOf": rest}), **clean}
        if clean.get("default", "") is None:
            clean.pop("default")
    return clean

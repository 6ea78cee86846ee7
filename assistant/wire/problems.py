"""Problems on the wire (RFC 9457), and what pydantic says about input, in Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from pydantic import Field

from assistant.wire.shapes import Shape

_MESSAGES: Final[dict[str, str]] = {
    "missing": "is verplicht",
    "extra_forbidden": "is geen bekend veld",
    "string_type": "moet tekst zijn",
    "string_unicode": "bevat tekens die geen geldige Unicode zijn",
    "string_too_short": "moet minstens {min_length} teken(s) lang zijn",
    "string_too_long": "mag hoogstens {max_length} tekens lang zijn",
    "string_pattern_mismatch": "heeft niet de juiste vorm",
    "int_type": "moet een geheel getal zijn",
    "int_parsing": "moet een geheel getal zijn",
    "int_parsing_size": "moet een geheel getal zijn dat niet zo groot is",
    "int_from_float": "moet een geheel getal zijn",
    "greater_than_equal": "moet minstens {ge} zijn",
    "less_than_equal": "mag hoogstens {le} zijn",
    "literal_error": "moet een van deze waarden zijn: {expected}",
    "list_type": "moet een lijst zijn",
    "too_short": "moet minstens {min_length} waarde(n) bevatten",
    "too_long": "mag hoogstens {max_length} waarden bevatten",
    "json_invalid": "is geen geldige JSON",
    "model_type": "moet een JSON-object zijn",
    "model_attributes_type": "moet een JSON-object zijn",
    "dict_type": "moet een JSON-object zijn",
}
_PLACES: Final = frozenset({"body", "query", "path", "header"})
_FIELD_CHARS: Final = 100


class Veldfout(Shape):
    """Wat er mis is met een veld van de aanvraag."""

    veld: str = Field(description="Naam van het veld; een punt scheidt de lagen, `inhoud` is het geheel.")
    detail: str


class Probleem(Shape):
    """Waarom een aanvraag niet lukte (RFC 9457)."""

    type: str = "about:blank"
    status: int
    title: str
    detail: str
    errors: list[Veldfout] | None = None


def list_faults(errors: Iterable[Mapping[str, Any]]) -> list[Veldfout]:
    """Give pydantic's `errors` as faults in Dutch, one for each field and kind of fault, in order."""
    faults = {(fault.veld, fault.detail): fault for fault in map(_read_fault, errors)}
    return list(faults.values())


def _read_fault(error: Mapping[str, Any]) -> Veldfout:
    kind = str(error["type"])
    context = {**(error.get("ctx") or {})}
    if kind == "value_error":
        return Veldfout(veld=_name_field(error["loc"]), detail=str(context.get("error", "")))
    if "expected" in context:
        context["expected"] = str(context["expected"]).replace(" or ", " of ")
    message = _MESSAGES.get(kind, "heeft geen geldige waarde")
    place = () if kind == "json_invalid" else error["loc"]
    return Veldfout(veld=_name_field(place), detail=message.format_map(context))


def _name_field(loc: Sequence[str | int]) -> str:
    """Give the name of a field; it may come from the caller, so it is cut and made printable."""
    parts = [str(part) for part in loc]
    if parts and parts[0] in _PLACES:
        parts = parts[1:]
    name = ".".join(parts)[:_FIELD_CHARS].encode("utf-8", "replace").decode("utf-8")
    return "".join(char if char.isprintable() else "�" for char in name) or "inhoud"

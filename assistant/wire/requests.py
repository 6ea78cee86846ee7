"""What comes in over the wire: strict types, Dutch names, nothing that is not known."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from typing import Annotated, Any, Final, Literal, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, WithJsonSchema, model_validator

from assistant.types import Filters
from assistant.wire.shapes import Request
from assistant.wire.words import Soort

MAX_RESULTS: Final = 100
"""The most passages or sources that one request can ask for."""

_DATE = re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_COUNT = re.compile(r"[+-]?[0-9]{1,20}")


def check_date(value: str) -> str:
    """Give `value` back when it is a date of EDTF level 0; raises ValueError when it is not."""
    match = _DATE.fullmatch(value)
    if match and match["year"] != "0000":
        month = int(match["month"] or 1)
        if 1 <= month <= 12 and 1 <= int(match["day"] or 1) <= monthrange(int(match["year"]), month)[1]:
            return value
    raise ValueError("dit is geen datum; schrijf jjjj, jjjj-mm of jjjj-mm-dd, bijvoorbeeld 2021-06-15")


def _wrap(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _whole(value: str) -> str:
    """Refuse half of a surrogate pair: JSON can hold one, UTF-8 cannot."""
    if _HALF_PAIR.search(value):
        raise ValueError("bevat tekens die geen geldige Unicode zijn")
    return value


def check_name(value: Any) -> Any:
    """Give the name of a line back when it is text or a whole number; raises ValueError when it is not."""
    if value is not None and (isinstance(value, bool) or not isinstance(value, str | int)):
        raise ValueError("moet tekst of een geheel getal zijn")
    return value


def _filled(value: str) -> str:
    if not any(unicodedata.category(char)[0] in "LNPS" for char in value):
        raise ValueError("mag niet leeg zijn")
    return value


def _count(value: Any) -> Any:
    """Turn the text of a query parameter into a whole number; '1e9', '1_0' and '2.0' are none."""
    return int(value) if isinstance(value, str) and _COUNT.fullmatch(value) else value


Text = Annotated[str, AfterValidator(_whole)]
_Code = Annotated[Text, Field(min_length=1, max_length=500)]
_ONE_OR_MORE = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
OneOrMore = Annotated[
    list[_Code], BeforeValidator(_wrap), Field(max_length=100), WithJsonSchema(_ONE_OR_MORE)
]
EdtfDate = Annotated[str, Field(max_length=10, examples=["2021-06"]), AfterValidator(check_date)]
Filled = Annotated[Text, AfterValidator(_filled)]
Count = Annotated[int, Field(ge=1, le=MAX_RESULTS)]
QueryCount = Annotated[int, BeforeValidator(_count), Field(ge=1, le=MAX_RESULTS)]
_Codes = Annotated[list[_Code], Field(max_length=100)]


def _check_order(since: str | None, until: str | None) -> None:
    if since and until and since > until + "-99-99"[len(until) - 4 :]:
        raise ValueError("'van' ligt na 'tot'")


def _make_filters(request: Filterverzoek | Filtervragen) -> Filters:
    return Filters(
        documents=tuple(request.document),
        themes=tuple(request.thema),
        regions=tuple(request.regio),
        since=request.van,
        until=request.tot,
        language=request.taal,
        origin=request.herkomst,
    )


Vorm = Literal["json", "jsonl", "csv", "xlsx", "parquet"]
FORM_WORDS: Final = "De vorm, voor een koppeling; gaat voor de kop `Accept`."
Language = Annotated[str, Field(pattern="^[a-z]{2}$", examples=["nl"])]
Origin = Literal["nl", "vl"]


class Filterverzoek(Request):
    """Waar het zoeken toe beperkt wordt; wat ontbreekt, beperkt niets."""

    document: OneOrMore = Field(default=[], description="Kenmerken of bestandspaden van documenten.")
    thema: OneOrMore = Field(default=[], description="Codes uit `/v1/themas`.")
    regio: OneOrMore = Field(default=[], description="Codes uit `/v1/regios`.")
    van: EdtfDate | None = Field(default=None, description="Documenten vanaf deze datum, die meegerekend.")
    tot: EdtfDate | None = Field(default=None, description="Documenten tot en met deze datum.")
    taal: Language | None = None
    herkomst: Origin | None = Field(default=None, description="`nl` (Nederlands) of `vl` (Vlaams).")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        _check_order(self.van, self.tot)
        return self

    def to_filters(self) -> Filters:
        """Give the filters in the terms of the code."""
        return _make_filters(self)


class Filtervragen(Request):
    """The same filters as parameters of a query; an empty parameter counts as absent."""

    document: _Codes = Field(default=[], description="Kenmerk of bestandspad; mag vaker voorkomen.")
    thema: _Codes = Field(default=[], description="Code uit `/v1/themas`; mag vaker voorkomen.")
    regio: _Codes = Field(default=[], description="Code uit `/v1/regios`; mag vaker voorkomen.")
    van: EdtfDate | None = Field(default=None, description="Documenten vanaf deze datum, die meegerekend.")
    tot: EdtfDate | None = Field(default=None, description="Documenten tot en met deze datum.")
    taal: Language | None = Field(default=None, description="Taal van het document (ISO 639-1).")
    herkomst: Origin | None = Field(default=None, description="`nl` (Nederlands) of `vl` (Vlaams).")

    @model_validator(mode="before")
    @classmethod
    def _drop_blanks(cls, given: Any) -> Any:
        if not isinstance(given, dict):
            return given
        lists = {
            name: [item for item in value if item != ""] if isinstance(value, list) else value
            for name, value in given.items()
        }
        return {name: value for name, value in lists.items() if value not in ("", [])}

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        _check_order(self.van, self.tot)
        return self

    def to_filters(self) -> Filters:
        """Give the filters in the terms of the code."""
        return _make_filters(self)


class Passagevragen(Filtervragen):
    """The parameters of a search for passages."""

    zoek: Filled = Field(description="De zoekwoorden of de vraag.", examples=["subsidie laadpalen"])
    aantal: QueryCount = Field(default=10, description="Hoogstens zoveel passages.")


class Feitenvragen(Filtervragen):
    """The parameters of a list of facts."""

    soort: list[Soort] = Field(default=[], description="Soort feit; mag vaker voorkomen.")
    vorm: Vorm | None = Field(default=None, description=FORM_WORDS)


class Vraagverzoek(Request):
    """Een vraag aan de documenten."""

    vraag: Filled = Field(description="De vraag, in het Nederlands.", examples=["Wie vroeg de subsidie aan?"])
    gesprek: Annotated[Text, Field(min_length=1, max_length=100)] | None = Field(
        default=None,
        description="Het gesprek waar de vraag bij hoort: `gesprek` uit het vorige antwoord, of een eigen "
        "kenmerk (van een andere computer: minstens 32 tekens en niet te raden). Een gesprek geldt alleen "
        "voor dezelfde computer en vervalt een uur na de laatste vraag.",
    )
    filters: Filterverzoek | None = None
    aantal: Count = Field(default=5, description="Hoogstens zoveel bronnen.")


class Feitenverzoek(Request):
    """Een losse tekst waarin feiten gezocht worden."""

    tekst: Annotated[Text, Field(min_length=1)] = Field(
        description="De tekst; de plaatsen in het antwoord zijn plaatsen in deze tekst.",
        examples=["In het eerste kwartaal van 2021 ging € 10,7 miljoen naar Beieren."],
    )
    document_datum: EdtfDate | None = Field(
        default=None, description="Datum waarmee 'vorige maand' uitgerekend wordt (EDTF niveau 0)."
    )
    soorten: Annotated[list[Soort], Field(min_length=1, max_length=50)] | None = Field(
        default=None, description="De soorten feiten; zonder dit veld alle."
    )


class Row(Request):
    """One line of a batch file. Other columns than these are allowed and left alone."""

    model_config = ConfigDict(extra="ignore")

    kenmerk: Annotated[Text | int | None, BeforeValidator(check_name)] = None


class Vraagregel(Row):
    """One question of a batch."""

    vraag: Filled


class Tekstregel(Row):
    """One text of a batch."""

    tekst: Text
    document_datum: EdtfDate | None = None

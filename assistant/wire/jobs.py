"""Jobs on the wire: batches of questions or of texts."""

from __future__ import annotations

from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field

from assistant.errors import UsageError
from assistant.wire.requests import Count, EdtfDate, Filled, Filterverzoek, Text, check_name
from assistant.wire.shapes import Request, Shape
from assistant.wire.words import Soort

MOST_INPUTS: Final = 10_000
"""The most questions or texts of one job."""

Name = Annotated[Text | int | None, BeforeValidator(check_name)]


class Taakvraag(Request):
    """Een vraag van een reeks."""

    kenmerk: Name = Field(default=None, description="Komt terug bij het antwoord; anders het volgnummer.")
    vraag: Filled


class Taaktekst(Request):
    """Een tekst van een reeks."""

    kenmerk: Name = Field(default=None, description="Komt terug bij de feiten; anders het volgnummer.")
    tekst: Text
    document_datum: EdtfDate | None = None


class Taakverzoek(Request):
    """Een reeks vragen, of feiten uit een reeks teksten of uit de documenten van de index."""

    soort: Literal["vragen", "feiten"]
    vragen: Annotated[list[Taakvraag], Field(min_length=1, max_length=MOST_INPUTS)] | None = Field(
        default=None, description="Bij `vragen`."
    )
    teksten: Annotated[list[Taaktekst], Field(min_length=1, max_length=MOST_INPUTS)] | None = Field(
        default=None, description="Bij `feiten`; zonder dit veld de documenten van de index."
    )
    soorten: Annotated[list[Soort], Field(min_length=1, max_length=50)] | None = Field(
        default=None, description="Bij `feiten`: de soorten; zonder dit veld alle."
    )
    filters: Filterverzoek | None = Field(
        default=None, description="Beperkt de documenten; niet bij `teksten`."
    )
    aantal: Count = Field(default=5, description="Bij `vragen`: hoogstens zoveel bronnen per antwoord.")

    def check_fit(self) -> None:
        """Raise UsageError, naming the field, when a field does not belong to this sort of job."""
        strange = ("teksten", "soorten") if self.soort == "vragen" else ("vragen",)
        for name in strange:
            if getattr(self, name) is not None:
                raise UsageError(f"{name} hoort niet bij een taak van de soort '{self.soort}'.", name)
        if self.soort == "vragen" and self.vragen is None:
            raise UsageError("vragen is verplicht bij een taak van de soort 'vragen'.", "vragen")
        if self.teksten is not None and self.filters is not None:
            raise UsageError("filters beperkt de documenten en gaat niet samen met teksten.", "filters")


Taakstatus = Literal["wacht", "bezig", "klaar", "mislukt", "afgebroken"]


class Taakfout(Shape):
    """Een vraag, tekst of document waarmee het niet lukte."""

    kenmerk: str
    reden: str


class Taak(Shape):
    """Een taak en hoe ver zij is. Tijden zijn in UTC (ISO 8601)."""

    id: str
    soort: Literal["vragen", "feiten"]
    status: Taakstatus
    totaal: int = Field(description="Het aantal vragen, teksten of documenten.")
    gedaan: int
    mislukt: int = Field(description="Met zoveel daarvan lukte het niet; `mislukkingen` noemt de eerste 100.")
    aangemaakt: str
    begonnen: str | None = None
    geeindigd: str | None = None
    vervalt: str | None = Field(default=None, description="Daarna is het resultaat er niet meer.")
    reden: str | None = Field(default=None, description="Waarom de hele taak mislukte.")
    mislukkingen: list[Taakfout] | None = None
    resultaat: str | None = Field(
        default=None, description="Waar het resultaat staat, als zij klaar of afgebroken is."
    )


class Taken(Shape):
    """De taken, de nieuwste eerst."""

    items: list[Taak]
    totaal: int

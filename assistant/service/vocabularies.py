"""The vocabularies, the state of the service: GET /v1/themas, /v1/regios and /v1/health."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from assistant import __version__
from assistant.errors import EncoderError, UnusableIndex
from assistant.extract import load_regions, load_themes
from assistant.service.problems import find_status
from assistant.service.requests import CurrentSettings, CurrentSource
from assistant.service.responses import ShapeResponse
from assistant.wire import Gezondheid, Regios, Themas

router = APIRouter(prefix="/v1")


@router.get(
    "/themas",
    tags=["waardelijsten"],
    summary="De thema's",
    response_model=Themas,
    response_description="De thema's met hun codes",
    operation_id="lijstThemas",
)
def list_themes(settings: CurrentSettings) -> Response:
    """List the themes of the vocabulary."""
    return ShapeResponse(Themas.from_themes(load_themes(settings.themes)))


@router.get(
    "/regios",
    tags=["waardelijsten"],
    summary="De regio's",
    response_model=Regios,
    response_description="De regio's met hun codes",
    operation_id="lijstRegios",
)
def list_regions() -> Response:
    """List the regions of the vocabulary."""
    return ShapeResponse(Regios.from_regions(load_regions()))


@router.get(
    "/health",
    tags=["dienst"],
    summary="Leeft de dienst?",
    description="Altijd status 200 zolang de dienst leeft; `status` zegt of er een bruikbare index is.",
    response_model=Gezondheid,
    response_description="De toestand van de dienst",
    operation_id="leesGezondheid",
)
def show_health(source: CurrentSource) -> Response:
    """Tell that the service lives, and whether it has something to answer from."""
    try:
        status = source.get().status()
    except (UnusableIndex, EncoderError) as error:
        _, detail = find_status(error)
        return ShapeResponse(Gezondheid(status="geen index", versie=__version__, melding=detail))
    return ShapeResponse(
        Gezondheid(
            status="ok",
            versie=__version__,
            index=status.generation,
            documenten=status.documents,
            passages=status.passages,
        )
    )

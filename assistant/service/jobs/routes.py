"""GET and POST /v1/taken, and what becomes of a job: GET, GET .../resultaat, POST .../afbreken, DELETE."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated, Any, Final

from fastapi import APIRouter, Body, Depends, Query, Request
from fastapi import Path as PathParameter
from fastapi.responses import Response

from assistant.export import (
    Provenance,
    SourceRow,
    answer_table,
    describe_filters,
    describe_kinds,
    fact_table,
    flatten_answer,
)
from assistant.service.exports import choose_export, describe_exports, send_rows
from assistant.service.jobs.store import Job, JobKind, JobStatus, JobStore
from assistant.service.jobs.work import Worker
from assistant.service.problems import Problem
from assistant.service.requests import CurrentSource, require_json
from assistant.service.responses import ShapeResponse, describe_problems
from assistant.types import Filters
from assistant.wire import (
    FORM_WORDS,
    Taak,
    Taakfout,
    Taakstatus,
    Taakverzoek,
    Taken,
    Vorm,
    find_kinds,
    resolve_filters,
)

router = APIRouter(prefix="/v1/taken", tags=["taken"])

_STATUS_WORDS: Final[dict[JobStatus, Taakstatus]] = {
    JobStatus.WAITING: "wacht",
    JobStatus.RUNNING: "bezig",
    JobStatus.DONE: "klaar",
    JobStatus.FAILED: "mislukt",
    JobStatus.CANCELLED: "afgebroken",
}
_WITH_RESULT: Final = (JobStatus.DONE, JobStatus.CANCELLED)
_MOST_FAULTS: Final = 100
_EXAMPLES: Final = {
    "vragen": {
        "summary": "Een reeks vragen",
        "value": {"soort": "vragen", "vragen": [{"kenmerk": "q1", "vraag": "Wie vroeg de subsidie aan?"}]},
    },
    "teksten": {
        "summary": "Feiten uit een reeks teksten",
        "value": {"soort": "feiten", "teksten": [{"kenmerk": "t1", "tekst": "Op 3 mei 2021 in Lommel."}]},
    },
    "documenten": {
        "summary": "Feiten uit de documenten",
        "value": {"soort": "feiten", "soorten": ["actie"], "filters": {"van": "2020"}},
    },
}

JobId = Annotated[str, PathParameter(description="Kenmerk van de taak.", max_length=100)]


def get_jobs(request: Request) -> JobStore:
    """Give the jobs of this application."""
    store: JobStore = request.app.state.jobs
    return store


def get_worker(request: Request) -> Worker:
    """Give who does the jobs of this application."""
    worker: Worker = request.app.state.worker
    return worker


Jobs = Annotated[JobStore, Depends(get_jobs)]


@router.post(
    "",
    status_code=202,
    summary="Geef een reeks op",
    description="Vragen, teksten of de documenten van de index. De kop `Location` en het veld `id` wijzen de "
    "taak aan; zij wordt gedaan als de taken ervoor gedaan zijn, en gaat na een herstart verder.",
    response_model=Taak,
    response_description="De taak is aangenomen",
    responses=describe_problems(400, 403, 413, 415, 429, 503),
    dependencies=[Depends(require_json)],
    operation_id="maakTaak",
)
def make_job(
    asked: Annotated[Taakverzoek, Body(openapi_examples=_EXAMPLES)],
    jobs: Jobs,
    source: CurrentSource,
    worker: Annotated[Worker, Depends(get_worker)],
) -> Response:
    """Lay down a job."""
    asked.check_fit()
    shape: dict[str, Any] = {"soorten": asked.soorten or [], "aantal": asked.aantal, "filters": {}}
    if asked.teksten is not None:
        inputs = [text.model_dump(by_alias=True, exclude_none=True) for text in asked.teksten]
        job = jobs.add(JobKind.TEXTS, shape, inputs)
    else:
        records = source.get().records()
        filters = asked.filters.to_filters() if asked.filters else Filters()
        shape["filters"] = asdict(resolve_filters(filters, records, source.settings.themes))
        inputs = [question.model_dump(exclude_none=True) for question in asked.vragen or ()]
        job = jobs.add(JobKind.QUESTIONS if inputs else JobKind.DOCUMENTS, shape, inputs)
    worker.wake()
    response = ShapeResponse(_describe(job))
    response.status_code = 202
    response.headers["Location"] = f"/v1/taken/{job.id}"
    return response


@router.get(
    "",
    summary="De taken",
    description="De nieuwste eerst; `mislukkingen` staat alleen bij de taak zelf.",
    response_model=Taken,
    response_description="De taken die er nog zijn",
    responses=describe_problems(503),
    operation_id="lijstTaken",
)
def list_jobs(jobs: Jobs) -> Response:
    """List the jobs, newest first."""
    items = [_describe(job) for job in jobs.all()]
    return ShapeResponse(Taken(items=items, totaal=len(items)))


@router.get(
    "/{id}",
    summary="Hoe ver een taak is",
    response_model=Taak,
    response_description="De taak",
    responses=describe_problems(404, 503),
    operation_id="leesTaak",
)
def show_job(id: JobId, jobs: Jobs) -> Response:
    """Tell how far a job is."""
    job = _find(jobs, id)
    return ShapeResponse(_describe(job, _find_faults(job, jobs)))


@router.get(
    "/{id}/resultaat",
    summary="Het resultaat van een taak",
    description="Feiten of antwoorden, op volgorde van wat opgegeven is, met `kenmerk`. Met `Accept` of `vorm` ook als "
    "regels JSON, CSV, Excel-werkmap of Parquet. Van een afgebroken taak is het "
    "wat er tot dan gedaan was. Status 409 zolang de taak niet klaar is.",
    response_class=Response,
    response_description="Het resultaat",
    responses={
        200: {"content": {"application/json": {"schema": {"type": "object"}}, **describe_exports()}},
        **describe_problems(400, 404, 406, 409, 501, 503),
    },
    operation_id="leesResultaat",
)
def send_result(
    request: Request,
    id: JobId,
    jobs: Jobs,
    vorm: Annotated[Vorm | None, Query(description=FORM_WORDS)] = None,
) -> Response:
    """Give what came of a job that is done."""
    form = choose_export(request, vorm)
    job = _find(jobs, id)
    if job.status not in _WITH_RESULT:
        word = _STATUS_WORDS[job.status]
        raise Problem(409, f"Deze taak heeft geen resultaat: de status is '{word}'.")
    kinds = find_kinds(job.asked["soorten"])
    about = [("index", job.generation)] if job.generation else []
    if job.status is JobStatus.CANCELLED:
        about.append(("afgebroken", f"na {job.done} van {job.total}"))
    provenance = Provenance([*about, *describe_filters(job.filters)])
    rows = _collect(jobs, job, provenance)
    if job.kind is JobKind.QUESTIONS:
        flat = rows if form in (None, "jsonl") else map(flatten_answer, rows)
        return send_rows(form, flat, answer_table(), provenance, "antwoorden")
    provenance.about.append(describe_kinds(kinds))
    table = fact_table(kinds, named=job.kind is JobKind.TEXTS)
    return send_rows(form, rows, table, provenance, "feiten")


@router.post(
    "/{id}/afbreken",
    summary="Breek een taak af",
    description="Wat al gedaan is, blijft. Een taak die al klaar, mislukt of afgebroken is, blijft zoals zij is.",
    response_model=Taak,
    response_description="De taak zoals zij nu is",
    responses=describe_problems(403, 404, 503),
    operation_id="breekTaakAf",
)
def cancel_job(id: JobId, jobs: Jobs) -> Response:
    """Stop a job and keep what came of it."""
    job = jobs.cancel(_find(jobs, id))
    return ShapeResponse(_describe(job, _find_faults(job, jobs)))


@router.delete(
    "/{id}",
    status_code=204,
    summary="Breek een taak af en verwijder haar",
    response_class=Response,
    response_description="De taak en haar resultaat zijn verwijderd",
    responses=describe_problems(403, 404, 503),
    operation_id="verwijderTaak",
)
def remove_job(id: JobId, jobs: Jobs) -> Response:
    """Stop a job and remove what came of it."""
    _find(jobs, id)
    jobs.remove(id)
    return Response(status_code=204)


def _find(jobs: JobStore, job_id: str) -> Job:
    job = jobs.find(job_id)
    if job is None:
        raise Problem(404, "Er is geen taak met dit kenmerk, of haar tijd is voorbij.")
    return job


def _collect(jobs: JobStore, job: Job, provenance: Provenance) -> Iterator[dict[str, Any]]:
    for source, rows in jobs.results(job):
        provenance.sources.append(SourceRow(**source))
        yield from rows


def _find_faults(job: Job, jobs: JobStore) -> list[Taakfout]:
    faults = jobs.faults(job, _MOST_FAULTS) if job.failed else []
    return [Taakfout(kenmerk=row["path"], reden=row["reason"]) for row in faults]


def _describe(job: Job, faults: list[Taakfout] | None = None) -> Taak:
    return Taak(
        id=job.id,
        soort="vragen" if job.kind is JobKind.QUESTIONS else "feiten",
        status=_STATUS_WORDS[job.status],
        totaal=job.total,
        gedaan=job.done,
        mislukt=job.failed,
        aangemaakt=job.created,
        begonnen=job.started,
        geeindigd=job.ended,
        vervalt=job.expires,
        reden=job.reason,
        mislukkingen=faults or None,
        resultaat=f"/v1/taken/{job.id}/resultaat" if job.status in _WITH_RESULT else None,
    )

"""The web application: routes, guard, problem documents, contract and pages put together."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager

from fastapi import FastAPI

from assistant.config import Settings
from assistant.errors import LeeswijzerError
from assistant.extract import load_themes
from assistant.service import answers, deposits, documents, facts, jobs, pictures, vocabularies
from assistant.service.contract import write_contract
from assistant.service.conversations import Conversations
from assistant.service.guard import API_VERSION, Guard
from assistant.service.pages import WEB_DIR, add_pages
from assistant.service.problems import add_problem_handlers
from assistant.service.source import Source

logger = logging.getLogger("leeswijzer.service")

MAX_BODY_BYTES = 1_000_000
MAX_BATCH_BYTES = 20_000_000
"""What the body of a batch may hold."""
_MOST_FILES_OF_FULL_SIZE = 2
"""What the body of files may hold: so many of the largest that are read."""


def create_app(
    settings: Settings,
    *,
    hosts: Collection[str] = (),
    any_address: bool = False,
    max_body_bytes: int = MAX_BODY_BYTES,
) -> FastAPI:
    """Give the application over the index of `settings`.

    It answers to the local names and to `hosts`; with `any_address` to every IP address too. The
    index may still be missing: then requests get status 503 until there is one. Raises UsageError
    for a vocabulary of themes with a fault in it.
    """
    load_themes(settings.themes)
    source = Source(settings)
    store = jobs.JobStore(settings.index)
    worker = jobs.Worker(store, source)

    @asynccontextmanager
    async def live(app: FastAPI) -> AsyncIterator[None]:
        try:
            source.get()
        except LeeswijzerError as error:
            logger.warning("begonnen zonder bruikbare index: %s", type(error).__name__)
        worker.start()
        yield
        worker.stop()
        store.close()
        source.close()

    app = FastAPI(
        title="Leeswijzer",
        version=API_VERSION,
        openapi_url="/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=live,
    )
    app.state.source = source
    app.state.conversations = Conversations()
    app.state.jobs, app.state.worker = store, worker
    app.state.turns = deposits.Turns()
    app.state.pictures = pictures.Pictures()
    for part in (answers, documents, deposits, pictures, facts, jobs, vocabularies):
        app.include_router(part.router)
    add_problem_handlers(app)
    if WEB_DIR.is_dir():
        add_pages(app, settings.address)
    app.add_middleware(
        Guard,
        hosts=hosts,
        any_address=any_address,
        max_body_bytes=max_body_bytes,
        larger={
            "/v1/taken": MAX_BATCH_BYTES,
            "/v1/documenten": max(max_body_bytes, _MOST_FILES_OF_FULL_SIZE * settings.max_file_bytes),
        },
    )
    app.openapi = lambda: write_contract(app)  # type: ignore[method-assign]
    return app

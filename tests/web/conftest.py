"""A real browser (Debian's chromium) on a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.skip(f"er is geen browser: {CHROMIUM} ontbreekt")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    found = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    found.set_default_timeout(15_000)
    yield found
    found.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Iterator[Page]:
    """A page that must stay free of faults, dialogs and calls to anywhere else."""
    found = context.new_page()
    faults: list[str] = []
    found.on("pageerror", lambda error: faults.append(f"fout: {error}"))
    found.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    found.on("dialog", lambda dialog: (faults.append(f"dialoog: {dialog.message}"), dialog.dismiss()))
    found.on(
        "request",
        lambda request: (
            None if request.url.startswith(address) else faults.append(f"naar buiten: {request.url}")
        ),
    )
    yield found
    assert faults == []

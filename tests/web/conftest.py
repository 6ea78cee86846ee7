"""A real browser (Debian's chromium) on a real server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
PATIENCE_MS = 60_000
"""What is waited for comes within a second, except on a machine with much else to do."""
expect.set_options(timeout=PATIENCE_MS)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


CONTRAST = """() => {
  const read = (value) => (value.match(/[\\d.]+/g) || []).map(Number);
  const part = (c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const c = read(getComputedStyle(e).backgroundColor);
      if (c.length === 3 || c[3] === 1) return c;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const e of document.querySelectorAll("body *")) {
    const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!own || !e.checkVisibility() || e.closest("option, noscript, .hidden, .skip, :disabled")) continue;
    const style = getComputedStyle(e);
    const [a, b] = [light(read(style.color)), light(ground(e))].sort((x, y) => y - x);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    const ratio = (a + 0.05) / (b + 0.05);
    if (ratio < (large ? 3 : 4.5)) poor.push(`${e.className || e.tagName} ${ratio.toFixed(2)} ${e.textContent.slice(0, 30)}`);
  }
  return poor;
}"""


@pytest.fixture
def contrast() -> str:
    """A script that gives the texts on a page without enough contrast."""
    return CONTRAST


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
    found.set_default_timeout(PATIENCE_MS)
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

"""A client over a real server."""

from __future__ import annotations

from collections.abc import Iterator

import httpx2
import pytest


@pytest.fixture
def client(address: str) -> Iterator[httpx2.Client]:
    with httpx2.Client(base_url=address, timeout=30) as found:
        yield found


@pytest.fixture(scope="session")
def ids(address: str) -> dict[str, str]:
    """File name without its folder -> id of the document."""
    with httpx2.Client(base_url=address, timeout=30) as asking:
        items = asking.get("/v1/documenten").json()["items"]
    return {item["bestand"].rpartition("/")[2]: item["id"] for item in items}

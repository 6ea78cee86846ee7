"""The responses of the routes, and how the contract describes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from fastapi.responses import JSONResponse

from assistant.service.problems import TITLES
from assistant.wire import Probleem, Shape

_CHUNK_CHARS: Final = 65_536


class ShapeResponse(JSONResponse):
    """A shape of the wire as JSON."""

    def __init__(self, shape: Shape) -> None:
        super().__init__(shape.to_wire())


def describe_problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Give the `responses` of a route for the problems that it can answer with."""
    return {
        status: {
            "model": Probleem,
            "description": TITLES[status],
            "content": {"application/problem+json": {}},
        }
        for status in statuses
    }


def write_event(name: str, shape: dict[str, Any]) -> str:
    """Give one server-sent event with a JSON object."""
    data = JSONResponse(shape).body
    text = bytes(data).decode("utf-8")
    return f"event: {name}\ndata: {text}\n\n"


def join_items(items: Iterator[str]) -> Iterator[str]:
    """Yield a collection as JSON text while its items, JSON texts, are made: it never lies in memory whole."""
    total = 0
    yield '{"items":['
    for item in items:
        yield ("," if total else "") + item
        total += 1
    yield f'],"totaal":{total}}}'


def gather(parts: Iterable[str]) -> Iterator[str]:
    """Yield the same text in larger pieces: each piece costs the server a change of thread."""
    kept: list[str] = []
    size = 0
    for part in parts:
        kept.append(part)
        size += len(part)
        if size >= _CHUNK_CHARS:
            yield "".join(kept)
            kept, size = [], 0
    yield "".join(kept)

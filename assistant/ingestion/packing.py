"""Values of `assistant.types` to bytes and back, by their declared types; nothing is executed on the way.

A dataclass is a list: its name, then its fields in order. The types of the fields decide how each
is read back, so a new field needs nothing here. Bytes travel as base64.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Hashable
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from assistant.types import Document, Extract, Passage

Decode = Callable[[Any], Any]
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with everything that is made of it before it is written."""

    document: Document
    passages: tuple[Passage, ...]
    extracts: tuple[Extract, ...]


def pack(value: object) -> bytes:
    """Give a value as bytes."""
    return json.dumps(_encode(value), ensure_ascii=False, separators=(",", ":")).encode(
        "utf-8", "surrogatepass"
    )


def unpack(kind: type[_Value], raw: bytes) -> _Value:
    """Give the value of type `kind` that `pack` made bytes of; raises ValueError for anything else."""
    try:
        value: _Value = _decoder(cast(Hashable, kind))(json.loads(raw.decode("utf-8", "surrogatepass")))
    except (TypeError, KeyError, IndexError, AttributeError) as exc:
        raise ValueError(f"no packed {kind.__name__}") from exc
    return value


def _encode(value: object) -> object:
    return _encoder(cast(Hashable, type(value)))(value)


@cache
def _encoder(kind: Hashable) -> Callable[[Any], object]:
    """Give the function that makes a value of type `kind` fit for JSON."""
    assert isinstance(kind, type)
    if is_dataclass(kind):
        name, names = kind.__name__, [item.name for item in fields(kind)]
        return lambda value: [name, *[_encode(getattr(value, field)) for field in names]]
    if issubclass(kind, Enum):
        return lambda value: value.value
    if kind is bytes:
        return lambda value: b64encode(value).decode("ascii")
    if kind is tuple:
        return lambda value: [_encode(item) for item in value]
    return _same


def _same(value: Any) -> Any:
    return value


@cache
def _decoder(kind: Hashable) -> Decode:
    """Give the function that makes a value of type `kind` from parsed JSON."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _choose(arguments)
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            item = _decoder(arguments[0])
            return tuple if item is _same else lambda given: tuple([item(part) for part in given])
        items = [_decoder(argument) for argument in arguments]
        return lambda given: tuple([item(part) for item, part in zip(items, given, strict=True)])
    if is_dataclass(kind) and isinstance(kind, type):
        return _build(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return b64decode if kind is bytes else _same


def _choose(kinds: tuple[Any, ...]) -> Decode:
    by_name = {
        kind.__name__: _decoder(kind) for kind in kinds if isinstance(kind, type) and is_dataclass(kind)
    }
    rest = [_decoder(kind) for kind in kinds if not is_dataclass(kind) and kind is not NoneType]

    def decode(given: Any) -> Any:
        if given is None:
            return None
        return by_name[given[0]](given) if by_name else rest[0](given)

    return _same if not by_name and rest[0] is _same else decode


def _build(kind: type) -> Decode:
    hints = get_type_hints(kind)
    decoders = [_decoder(hints[item.name]) for item in fields(kind)]
    size = 1 + len(decoders)
    changed = [(place, decode) for place, decode in enumerate(decoders, 1) if decode is not _same]

    def decode(given: Any) -> Any:
        if given[0] != kind.__name__ or len(given) != size:
            raise ValueError(f"{given[0]} is no {kind.__name__}")
        for place, change in changed:
            given[place] = change(given[place])
        return kind(*given[1:])

    return decode

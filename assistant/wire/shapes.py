"""What every shape on the wire shares: Dutch lowerCamelCase names and no nulls."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.alias_generators import to_camel


class Shape(BaseModel):
    """A value that leaves the program; fields are Dutch, on the wire in lowerCamelCase."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
        frozen=True,
    )

    def to_wire(self) -> dict[str, Any]:
        """Give the JSON object, without nulls, in the order in which the fields are declared."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)

    def to_json(self, *, indent: int | None = None) -> str:
        """Give the JSON text; without `indent` it is one line."""
        return json.dumps(self.to_wire(), ensure_ascii=False, indent=indent)


class Request(BaseModel):
    """A value that comes in: strict types, and no field that is not known."""

    model_config = ConfigDict(
        alias_generator=to_camel,
        validate_by_name=False,
        validate_by_alias=True,
        strict=True,
        extra="forbid",
        frozen=True,
    )

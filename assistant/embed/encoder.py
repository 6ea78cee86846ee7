"""What an encoder is, the table of encoders, and the one that the settings name."""

from __future__ import annotations

from collections.abc import Sequence
from pkgutil import resolve_name
from typing import Protocol, cast, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from assistant.config import BUNDLED_ENCODER, Settings


@runtime_checkable
class Encoder(Protocol):
    """Turns texts into vectors.

    Both methods give `(len(texts), dimension) float32` rows of unit length, in the order of the
    texts, always finite; a text without any known word gives a fixed vector. The same text gives
    the same row whatever stands beside it. `fingerprint` changes whenever the vectors may.
    """

    name: str
    dimension: int
    fingerprint: str

    def encode_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give a row for every question."""
        ...

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give a row for every passage."""
        ...


class EncoderFactory(Protocol):
    """What a row of `ENCODERS` points to."""

    def __call__(self, settings: Settings) -> Encoder:
        """Make the encoder that the settings ask for; raises EncoderError."""
        ...


ANY_OTHER = "*"

ENCODERS: dict[str, str] = {
    BUNDLED_ENCODER: "assistant.embed.static:StaticEncoder",
    ANY_OTHER: "assistant.embed.transformer:TransformerEncoder",
}
"""Encoder name -> "module:Class", called with the settings; `ANY_OTHER` takes every other name."""


def make_encoder(settings: Settings) -> Encoder:
    """Make the encoder that `settings.encoder` names.

    Raises EncoderError when its model cannot be loaded.
    """
    row = ENCODERS.get(settings.encoder, ENCODERS[ANY_OTHER])
    return cast(EncoderFactory, resolve_name(row))(settings)

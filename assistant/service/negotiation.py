"""Which of the offered media types a caller wants (RFC 9110, section 12.5.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.service.problems import Problem

_WEIGHT = re.compile(r"0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?")


def choose_type(accept: str | None, offered: Sequence[str]) -> str:
    """Give the offered type with the highest weight; the first offered wins a tie.

    Raises Problem 406 when `accept` allows none of them.
    """
    if not accept or not accept.strip():
        return offered[0]
    ranges = [_read_range(part) for part in accept.split(",")[:50]]
    weighed = [(_weigh(kind, ranges), -place, kind) for place, kind in enumerate(offered)]
    weight, _, best = max(weighed)
    if weight <= 0:
        raise Problem(406, f"Hier is te krijgen: {', '.join(offered)}.")
    return best


def _read_range(part: str) -> tuple[str, float]:
    kind, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weight = next((p[2:] for p in parameters if p.startswith("q=")), "1")
    return kind, float(weight) if _WEIGHT.fullmatch(weight) else 0.0


def _weigh(kind: str, ranges: Sequence[tuple[str, float]]) -> float:
    """Give the weight of the most specific range that covers `kind`."""
    main = kind.partition("/")[0]
    for wanted in (kind, f"{main}/*", "*/*"):
        weights = [weight for name, weight in ranges if name == wanted]
        if weights:
            return max(weights)
    return 0.0

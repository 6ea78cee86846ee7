"""One of the two things in a question that is asked apart."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that are compared, and the question that is asked about it alone."""

    name: str
    question: str
    asked: str | None = None
    """What to call it when nothing was found; None for its name."""
    follows: bool = False
    """Whether it is asked as a follow-up to the side before it."""

"""What was left out of a Word or OpenDocument text, in Dutch."""

from __future__ import annotations

MOST_DRAFTS = 400_000
"""Paragraphs that are read of one file."""


def list_left_out(*, hidden: int, cut: bool) -> tuple[str, ...]:
    """Give remarks on signs of hidden text, and on a text that was `cut` behind `MOST_DRAFTS`."""
    told = []
    if hidden:
        told.append(f"{hidden} tekens verborgen tekst zijn niet gelezen")
    if cut:
        told.append(f"alleen de eerste {MOST_DRAFTS} alinea's zijn gelezen")
    return tuple(told)

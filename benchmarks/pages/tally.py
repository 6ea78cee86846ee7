"""Counts that are added up over pages before they are divided."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """Rights and wholes by name; `rate` divides them."""

    right: Counter[str] = field(default_factory=Counter)
    whole: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, right: float, whole: float) -> None:
        """Count `right` out of `whole`."""
        self.right[name] += right  # type: ignore[assignment]
        self.whole[name] += whole  # type: ignore[assignment]

    def merge(self, other: Tally) -> None:
        """Add the counts of another page."""
        self.right.update(other.right)
        self.whole.update(other.whole)

    def rate(self, name: str) -> float | None:
        """Give the share, None where nothing was counted."""
        return self.right[name] / self.whole[name] if self.whole[name] else None

"""Asking for more time on the way, for work that is slow but does not hang."""

from __future__ import annotations

from collections.abc import Callable

_listeners: list[Callable[[float], None]] = []


def listen(tell: Callable[[float], None]) -> None:
    """Have `tell` called with every number of seconds that is asked for; only the last one is kept."""
    _listeners[:] = [tell]


def ask_time(seconds: float) -> None:
    """Ask for at least `seconds` from now for what comes next, such as a page that is recognised.

    Where a file is read under a limit on time, the limit moves up if need be; elsewhere nothing happens.
    """
    for tell in _listeners:
        tell(seconds)

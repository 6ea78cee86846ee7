"""Processes that end with the one that started them, also when that one is killed."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Callable

_PR_SET_PDEATHSIG = 1
"""`prctl(2)` on Linux: the signal that a process gets when the thread that started it ends."""
_tied: list[int] = []


def die_with_parent(parent: int) -> None:
    """Have this process killed when process `parent`, which started it, ends; and its own children with it.

    Only for a process that was started from a thread that lives as long as it is needed, and that
    has no threads of its own. Elsewhere than on Linux nothing happens; there the end of the input
    has to tell.
    """
    if sys.platform.startswith("linux"):
        _tied[:] = [os.getpid()]
        _tie(parent, ctypes.CDLL(None).prctl)


def tie_child() -> Callable[[], None] | None:
    """Give what a child of this process is to do before it begins (`preexec_fn`), so that it ends with us.

    None in a process that is not tied to its own parent.
    """
    if _tied != [os.getpid()]:
        return None
    parent, prctl = os.getpid(), ctypes.CDLL(None).prctl
    return lambda: _tie(parent, prctl)


def _tie(parent: int, prctl: Callable[..., int]) -> None:
    prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before we asked
        os._exit(1)

"""Processes that end with the one that started them, also when that one is killed."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

_PR_SET_PDEATHSIG = 1
"""`prctl(2)` on Linux: the signal that a process gets when the thread that started it ends."""


def die_with_parent(parent: int) -> None:
    """Have this process killed when process `parent`, which started it, ends.

    Only for a process that was started from a thread that lives as long as it is needed. Elsewhere
    than on Linux nothing happens; there the end of the input has to tell.
    """
    if not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before we asked
        os._exit(1)

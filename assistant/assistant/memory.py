"""The garbage collector of a process that goes on answering."""

from __future__ import annotations

import gc

_FULL_ROUND = 100
"""Rounds of the garbage collector over what is young before one over everything, about one in 280 questions.

With Python's 10 it was one in 25 to 35, each of .1 to .4 seconds: most of the 99th percentile. Answering makes no
cycles that last, and what is not in a cycle goes at once.
"""


def settle_memory() -> None:
    """Leave what is in memory by now out of the rounds of the garbage collector, and make full ones rare.

    For a server or a command that asks many questions, once it has opened what it answers from: code, the model and
    word lists stay as long as the process does. A second call does nothing. A program that only uses the package
    keeps its own ways.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        young, middle, full = gc.get_threshold()
        gc.set_threshold(young, middle, max(full, _FULL_ROUND))

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

    Once a process: code, word lists and the caches of words stay as long as it does.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        young, middle, full = gc.get_threshold()
        gc.set_threshold(young, middle, max(full, _FULL_ROUND))

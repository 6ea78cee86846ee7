"""Rest for the collector of reference cycles while the facts of one text are found.

Finding facts makes many small values and no cycle, so that walking over all of them again and again
finds nothing and costs a tenth of the time, more in a long text. What reference counts free is freed
as ever.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 10_000
"""Values made and kept from which it is worth to look whether anything is frozen.

Python counts what is frozen one by one: 10 ms in a server, 70 times as long as finding the facts of a question.
"""


@contextmanager
def rest_collector() -> Iterator[None]:
    """Keep the collector off; whoever found it on puts it on again, also when several threads rest it.

    Where much was made meanwhile it joins the oldest generation (`freeze` and `unfreeze` move it there), or the
    collector would begin by walking over all of it. Not where something was frozen for good: it would be freed.
    """
    found_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if found_on:
            if gc.get_count()[0] > _MANY and not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()

"""How far a long command is, on stderr, and only when a person looks at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Step = Callable[[str, int, int], None]
"""Takes the stage, what is done and the total."""


@contextmanager
def show_progress(words: str) -> Iterator[Step]:
    """Give a function that shows how far the work is; `words` is said before the first stage."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(escape(words), total=None)

        def step(stage: str, done: int, total: int) -> None:
            bar.update(task, description=escape(stage or words), completed=done, total=total or None)

        yield step

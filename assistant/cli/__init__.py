"""The command line: `main` runs one command of `leeswijzer` and gives its exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pkgutil import resolve_name

from assistant.cli.dutch_help import WRONG_USE
from assistant.cli.parser import COMMANDS, make_parser
from assistant.config import load_settings
from assistant.errors import DocumentError, LeeswijzerError, UnusableIndex, UsageError

DONE, PARTLY_FAILED, NO_INDEX = 0, 1, 3
INTERRUPTED, PIPE_CLOSED = 130, 141
"""What a shell gives for a program ended by SIGINT or SIGPIPE."""

EXIT_CODES: dict[type[LeeswijzerError], int] = {
    UsageError: WRONG_USE,
    DocumentError: PARTLY_FAILED,
    UnusableIndex: NO_INDEX,
    LeeswijzerError: PARTLY_FAILED,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that `argv` (without the program's name) holds; give the exit code."""
    parser = make_parser()
    try:
        given = parser.parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or DONE)
    if given.command is None:
        parser.print_help(sys.stderr)
        return WRONG_USE
    try:
        settings = load_settings(corpus=getattr(given, "corpus", None), index=getattr(given, "index", None))
        code = int(resolve_name(COMMANDS[given.command])(given, settings))
        sys.stdout.flush()
    except LeeswijzerError as error:
        sys.stderr.write(f"leeswijzer: {error}\n")
        return next(EXIT_CODES[kind] for kind in type(error).__mro__ if kind in EXIT_CODES)
    except KeyboardInterrupt:
        sys.stderr.write("\nleeswijzer: afgebroken.\n")
        return INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return PIPE_CLOSED
    return code


def _silence_stdout() -> None:
    """Point stdout nowhere, so that the interpreter does not complain when it flushes at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

"""argparse in Dutch: the words of the help, and the faults that it finds.

argparse has no public way to change its language but a compiled catalogue of gettext, so its
messages are recognised and said again in Dutch.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable
from typing import Any, Final, NoReturn

WRONG_USE: Final = 2

_FAULTS: Final[tuple[tuple[re.Pattern[str], str], ...]] = tuple(
    (re.compile(pattern, re.DOTALL), dutch)
    for pattern, dutch in (
        (r"the following arguments are required: (.*)", r"hier ontbreekt: \1"),
        (r"unrecognized arguments: (.*)", r"onbekend: \1"),
        (r"argument (.*?): expected one argument", r"\1: hier hoort een waarde achter"),
        (r"argument (.*?): expected at least one argument", r"\1: hier hoort minstens een waarde achter"),
        (r"argument (.*?): ignored explicit argument (.*)", r"\1: hier hoort geen waarde achter (\2)"),
        (r"argument (.*?): not allowed with argument (.*)", r"\1: gaat niet samen met \2"),
        (r"argument .*?: invalid choice: (.*?) \(choose from (.*)\)", r"onbekende opdracht \1; kies uit \2"),
        (r"ambiguous option: (.*?) could match (.*)", r"\1: onduidelijk; bedoelt u \2?"),
        (r"argument (.*?): invalid \w+ value: (.*)", r"\1: ongeldige waarde \2"),
        (r"argument (.*?): (.*)", r"\1: \2"),
    )
)


class DutchFormatter(argparse.RawDescriptionHelpFormatter):
    """Help that begins with 'gebruik:' and keeps the lines of examples."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30)

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Add the usage line with a Dutch prefix."""
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class DutchParser(argparse.ArgumentParser):
    """A parser whose help and faults are Dutch; wrong use ends with exit code 2."""

    def __init__(self, **given: Any) -> None:
        given.setdefault("formatter_class", DutchFormatter)
        super().__init__(**given, add_help=False, allow_abbrev=False)
        self._positionals.title = "Argumenten"
        self._optionals.title = "Opties"
        self.add_argument("-h", "--help", action="help", help="toon deze hulp en stop")

    def error(self, message: str) -> NoReturn:
        """Say in Dutch what is wrong, and stop with exit code 2."""
        sys.stderr.write(f"leeswijzer: {translate_fault(message)}\n")
        sys.stderr.write(f"Hulp: {self.prog} --help\n")
        sys.exit(WRONG_USE)


def translate_fault(message: str) -> str:
    """Give the Dutch for a fault that argparse found; own faults are Dutch already."""
    for pattern, dutch in _FAULTS:
        match = pattern.fullmatch(message)
        if match:
            return match.expand(dutch)
    return message


def read_whole(name: str, least: int, most: int) -> Callable[[str], int]:
    """Give a reader of whole numbers from `least` to `most`, for `type=`."""

    def read(text: str) -> int:
        if not re.fullmatch(r"[+-]?[0-9]{1,20}", text) or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(
                f"{name} is een geheel getal van {least} tot {most}, niet '{text}'"
            )
        return int(text)

    return read

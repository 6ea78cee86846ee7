"""What is wrong with a template, in words for somebody who cannot program, with its file and line."""

from __future__ import annotations

import difflib
import re
import traceback
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, UndefinedError, meta
from jinja2.exceptions import SecurityError


@dataclass(frozen=True, slots=True, order=True)
class TemplateFault:
    """A fault in `file` (a name below the folder) at `line` (from 1; 0 when it is about the whole file)."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}, regel {self.line}" if self.line else self.file
        return f"{place}: {self.message}"


FILTERS = ("citaat", "datum", "getal", "join", "length", "opsomming")
"""The filters that templates need; those of Jinja itself work too."""
_TAGS = {"for": "{% endfor %}", "if": "{% endif %}", "block": "{% endblock %}", "set": "{% endset %}"}
_SYNTAX: tuple[tuple[str, str], ...] = (
    (r"No filter named '(.+?)'.*", r"‘| \1’ bestaat niet; wel: {filters}."),
    (r"No test named '(.+?)'.*", r"‘is \1’ bestaat niet."),
    (r"Encountered unknown tag 'end(\w+)'.*", r"‘{% end\1 %}’ staat hier zonder ‘{% \1 %}’ ervoor."),
    (r"Encountered unknown tag 'el(\w+)'.*", r"‘{% el\1 %}’ staat hier zonder ‘{% if %}’ ervoor."),
    (r"Encountered unknown tag '(.+?)'.*", r"‘{% \1 %}’ bestaat niet."),
    (r"Missing end of comment tag", "Een opmerking ‘{#’ wordt niet afgesloten met ‘#}’."),
    (r"unexpected '(.+?)'", r"Hier staat ‘\1’ waar het niet hoort."),
    (r"unexpected char (.+?) at \d+", r"Het teken \1 mag hier niet staan."),
    (r".*end of (?:print statement|statement block).*", "‘{{’ of ‘{%’ wordt niet goed afgesloten."),
)


def read_syntax_fault(error: TemplateSyntaxError, file: str) -> TemplateFault:
    """Give the fault for what Jinja cannot read."""
    message = error.message or ""
    unclosed = re.search(r"innermost block that needs to be closed is '(\w+)'", message)
    if unclosed:
        tag = unclosed.group(1)
        words = f"‘{{% {tag} %}}’ wordt niet afgesloten met ‘{_TAGS.get(tag, '{% end' + tag + ' %}')}’."
        return TemplateFault(file, error.lineno, words)
    words = _translate(message) or "Deze regel is niet goed geschreven; kijk naar de haakjes."
    return TemplateFault(file, error.lineno, words)


def _translate(message: str) -> str | None:
    """Give the Dutch for what Jinja says; None when it is not known."""
    for pattern, dutch in _SYNTAX:
        match = re.fullmatch(pattern, message, re.DOTALL)
        if match:
            return match.expand(dutch).replace("{filters}", ", ".join(FILTERS))
    return None


def find_unknown_names(
    environment: Environment, source: str, file: str, known: Collection[str]
) -> list[TemplateFault]:
    """Give a fault for every value that a template asks for and that there is not."""
    missing = meta.find_undeclared_variables(environment.parse(source)) - set(known)
    lines = source.splitlines()
    found = []
    for name in sorted(missing):
        pattern = re.compile(rf"(?<![\w.]){re.escape(name)}\b")
        line = next((number for number, text in enumerate(lines, 1) if pattern.search(text)), 0)
        found.append(TemplateFault(file, line, f"‘{name}’ is geen gegeven{suggest(name, known)}"))
    return found


def suggest(name: str, known: Collection[str]) -> str:
    """Give the end of a sentence: the question whether the nearest known name is meant, or a full stop."""
    near = difflib.get_close_matches(name, sorted(known), 1)
    return f"; bedoelt u ‘{near[0]}’?" if near else "."


def read_filling_fault(error: BaseException, folder: Path, file: str) -> TemplateFault:
    """Give the fault for what goes wrong when a template is filled in, at its own place in the folder."""
    line = 0
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.suffix == ".j2":
            file = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.name
            line = frame.lineno or 0
    return TemplateFault(file, line, _describe(error))


def _describe(error: BaseException) -> str:
    message = str(error)
    if isinstance(error, TemplateNotFound):
        return f"Het sjabloon ‘{error.name}’ dat hier ingevoegd wordt, bestaat niet."
    if isinstance(error, SecurityError):
        return "Dit mag niet in een sjabloon: een sjabloon kan alleen de gegevens van het antwoord gebruiken."
    if isinstance(error, UndefinedError):
        name = re.search(r"(?:attribute |^)'(\w+)'", message)
        return f"‘{name.group(1) if name else message}’ bestaat hier niet."
    if isinstance(error, RecursionError):
        return "Dit sjabloon voegt zichzelf in."
    return _translate(message) or f"Dit kan niet worden ingevuld ({type(error).__name__}: {message})."

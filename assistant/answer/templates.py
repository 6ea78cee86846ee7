"""The sentences around the quotations: Jinja2 templates in `prompts/`, one per kind of question.

A sandboxed environment without access to files or Python; what the question or a document holds
is only ever a value, so a template written in it stays text. A folder of the organisation goes
before ours, file by file, and its `woorden.toml` word by word.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from assistant.answer.words import write_count, write_date, write_list, write_quote
from assistant.config import PACKAGE_DIR
from assistant.errors import TemplateError

PROMPTS_DIR = PACKAGE_DIR.parent / "prompts"
FALLBACK = "standaard"
WORDS_FILE = "woorden.toml"


class Templates:
    """The templates of `folder` (when given) before those that ship.

    `address` and `terms` name the tables of `woorden.toml` that the templates take their words from.
    Raises TemplateError for an absent folder or words that cannot be read.
    """

    def __init__(self, folder: Path | None = None, address: str = "u", terms: str = "nl") -> None:
        folders = [PROMPTS_DIR] if folder is None else [folder, PROMPTS_DIR]
        for place in folders:
            if not place.is_dir():
                raise TemplateError(f"De map met sjablonen '{place}' bestaat niet.")
        self.environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([FileSystemLoader(str(place)) for place in folders]),
            undefined=StrictUndefined,
            autoescape=False,  # the result is plain text; the page sets it as text
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.globals["woord"] = load_words(folders, (address, terms))
        self.environment.filters |= {
            "datum": write_date,
            "citaat": write_quote,
            "opsomming": write_list,
            "getal": write_count,
        }

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """Fill in template `name` (or the fallback when there is none); raises TemplateError."""
        try:
            try:
                template = self.environment.get_template(f"{name}.j2")
            except TemplateNotFound:
                template = self.environment.get_template(f"{FALLBACK}.j2")
            text = template.render(values)
        except Exception as exc:  # a template can raise whatever its expressions raise
            raise TemplateError(f"Het sjabloon '{name}.j2' in prompts/ is niet goed: {exc}") from exc
        return re.sub(r"\n{3,}", "\n\n", text).strip()


def load_words(folders: Sequence[Path], tables: Sequence[str]) -> dict[str, str]:
    """Give the words of these tables of `woorden.toml`; those of an earlier folder go before."""
    words: dict[str, str] = {}
    for folder in reversed(folders):
        path = folder / WORDS_FILE
        if path.is_file():
            words |= _read_words(path, tables)
    return words


def _read_words(path: Path, tables: Sequence[str]) -> dict[str, str]:
    try:
        held = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as exc:
        raise TemplateError(f"{path.name} is niet te lezen: {exc}") from exc
    words: dict[str, str] = {}
    for table in tables:
        given = held.get(table, {})
        if not isinstance(given, dict) or not all(isinstance(word, str) for word in given.values()):
            raise TemplateError(f'{path.name}: onder [{table}] horen regels zoals: uw = "uw"')
        words |= given
    return words

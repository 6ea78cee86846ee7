"""The sentences around the quotations: Jinja2 templates in `prompts/`, one per kind of question.

A sandboxed environment without access to files or Python; what the question or a document holds
is only ever a value, so a template written in it stays text. A folder of the organisation goes
before ours, file by file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    StrictUndefined,
    TemplateNotFound,
)
from jinja2 import (
    TemplateError as JinjaError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment

from assistant.answer.words import write_date, write_quote
from assistant.config import PACKAGE_DIR
from assistant.errors import TemplateError

PROMPTS_DIR = PACKAGE_DIR.parent / "prompts"
FALLBACK = "standaard"


class Templates:
    """The templates of `folder` (when given) before those that ship."""

    def __init__(self, folder: Path | None = None) -> None:
        folders = [PROMPTS_DIR] if folder is None else [folder, PROMPTS_DIR]
        for place in folders:
            if not place.is_dir():
                raise TemplateError(f"De map met sjablonen '{place}' bestaat niet.")
        self._environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader([FileSystemLoader(str(place)) for place in folders]),
            undefined=StrictUndefined,
            autoescape=False,  # the result is plain text; the page sets it as text
            trim_blocks=True,
            lstrip_blocks=True,
        )

        self._environment.filters["datum"] = write_date
        self._environment.filters["citaat"] = write_quote

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """Fill in template `name` (or the fallback when there is none); raises TemplateError."""
        try:
            try:
                template = self._environment.get_template(f"{name}.j2")
            except TemplateNotFound:
                template = self._environment.get_template(f"{FALLBACK}.j2")
            text = template.render(values)
        except JinjaError as exc:
            raise TemplateError(f"Het sjabloon '{name}.j2' in prompts/ is niet goed: {exc}") from exc
        return re.sub(r"\n{3,}", "\n\n", text).strip()

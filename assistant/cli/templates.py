"""The command `check-templates`."""

from __future__ import annotations

import argparse

from assistant.answer.rehearsal import check_templates, render_examples
from assistant.cli.printing import bold, clean, clean_line, show, warn
from assistant.config import Settings
from assistant.errors import UsageError


def run_check_templates(given: argparse.Namespace, settings: Settings) -> int:
    """Say what is wrong with a folder of templates; 1 when something is."""
    folder = given.folder or settings.prompts
    if folder is not None and not folder.is_dir():
        raise UsageError(f"De map met sjablonen '{folder}' bestaat niet.", "folder")
    faults = check_templates(folder)
    for fault in faults:
        warn(str(fault))
    if faults:
        show([f"Niet goed: {len(faults)} {'fout' if len(faults) == 1 else 'fouten'}. Er is niets veranderd."])
        return 1
    if given.show:
        for name, text in render_examples(folder):
            show([bold(clean_line(f"{name}.j2")), clean(text), ""])
    show(["De sjablonen zijn goed."])
    return 0

"""Results on disk: one JSON file per set and method, without dates, so that runs can be compared."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.config import PACKAGE_DIR
from assistant.errors import UsageError
from assistant.evaluate.metrics import Figure, Row

RESULTS = PACKAGE_DIR.parent / "benchmarks" / "results"
"""Where results are kept: beside the package, in the repository."""
DIGITS = 4
COMMIT_CHARS = 10


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one set under one method.

    `rows` come in printing order, the whole first where there is one. `settings` are pairs that
    explain the figures and hold no date and no path. `commit` is the short hash of the code,
    with "+" behind it when files had been changed since; None outside a repository. `split` is
    the part of the gold that was asked; None for all of it.
    """

    name: str
    method: str
    rows: tuple[Row, ...]
    settings: tuple[tuple[str, str], ...] = ()
    split: str | None = None
    commit: str | None = None

    @property
    def file_name(self) -> str:
        """Give the name of the file in which this result is kept."""
        return "-".join(part for part in (self.name, self.method, self.split) if part) + ".json"

    @property
    def questions(self) -> int:
        """Give how many questions the first row counts."""
        return self.rows[0].answerable + self.rows[0].unanswerable if self.rows else 0


def write_result(result: Result, folder: Path) -> Path:
    """Write one result and give its path; the folder is made when needed."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / result.file_name
    path.write_text(json.dumps(_pack(result), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def load_result(path: Path) -> Result:
    """Read one result. Raises UsageError, naming the file, when it is not one."""
    try:
        return _unpack(json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError) as exc:
        raise UsageError(f"{path.name}: dit is geen geldig resultaat ({exc}).", "results") from exc


def load_results(folder: Path) -> tuple[Result, ...]:
    """Read all results of a folder, sorted by file name; none when the folder does not exist."""
    return tuple(load_result(path) for path in sorted(folder.glob("*.json")))


def find_previous(result: Result, folder: Path) -> Result | None:
    """Give the stored result of the same set, method and split, if there is one."""
    path = folder / result.file_name
    return load_result(path) if path.is_file() else None


def stamp(result: Result) -> Result:
    """Give the result with the commit of the code that made it."""
    return replace(result, commit=read_commit(PACKAGE_DIR.parent))


def read_commit(root: Path) -> str | None:
    """Give the short hash of the checked-out commit, "+" behind it when code has changed since."""
    head = _ask_git(root, "rev-parse", f"--short={COMMIT_CHARS}", "HEAD")
    if head is None:
        return None
    changed = _ask_git(root, "status", "--porcelain", "--", "assistant", "prompts", "corpus")
    return f"{head}+" if changed else head


def _ask_git(root: Path, *arguments: str) -> str | None:
    try:
        answer = subprocess.run(
            ["git", "-C", str(root), *arguments], capture_output=True, text=True, timeout=30, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return answer.stdout.strip() if answer.returncode == 0 else None


def _pack(result: Result) -> dict[str, object]:
    packed: dict[str, object] = {
        "name": result.name,
        "method": result.method,
        "split": result.split,
        "commit": result.commit,
        "settings": dict(result.settings),
        "rows": [
            {
                "label": row.label,
                "answerable": row.answerable,
                "unanswerable": row.unanswerable,
                "figures": {figure.name: _pack_figure(figure) for figure in row.figures},
            }
            for row in result.rows
        ],
    }
    return {key: value for key, value in packed.items() if value is not None}


def _pack_figure(figure: Figure) -> dict[str, float]:
    packed: dict[str, float] = {"value": round(figure.value, DIGITS), "count": figure.count}
    if figure.low is not None and figure.high is not None:
        packed |= {"low": round(figure.low, DIGITS), "high": round(figure.high, DIGITS)}
    return packed


def _unpack(packed: Mapping[str, object]) -> Result:
    rows, settings = packed["rows"], packed["settings"]
    split, commit = packed.get("split"), packed.get("commit")
    if not isinstance(rows, list) or not isinstance(settings, dict):
        raise TypeError("rows of settings")
    return Result(
        name=str(packed["name"]),
        method=str(packed["method"]),
        rows=tuple(_unpack_row(row) for row in rows),
        settings=tuple((str(key), str(value)) for key, value in settings.items()),
        split=None if split is None else str(split),
        commit=None if commit is None else str(commit),
    )


def _unpack_row(row: Mapping[str, dict[str, dict[str, float]]]) -> Row:
    figures = tuple(
        Figure(name, float(given["value"]), given.get("low"), given.get("high"), int(given["count"]))
        for name, given in row["figures"].items()
    )
    return Row(str(row["label"]), int(str(row["answerable"])), int(str(row["unanswerable"])), figures)

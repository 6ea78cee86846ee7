"""Leave of the clauses in the gold of actions and events the first three words and a hash.

`python tools/shorten_marks.py` rewrites `assistant/evaluate/gold/facts-{actie,gebeurtenis}.jsonl`; run it
after adding passages with all their words. Lines that are short already stay as they are.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from assistant.evaluate.pairing import HALF  # noqa: E402
from assistant.evaluate.passages import GOLD, shorten_words  # noqa: E402


def shorten_fact(fact: dict[str, Any]) -> dict[str, Any]:
    """Give a marked fact with the first words of its clause; the fields stay in their order."""
    if "sha" in fact:
        return fact
    words, sha = shorten_words(fact["words"])
    if sha is None:
        return fact
    place = {"start": fact["start"], "end": fact["end"], "words": words, "sha": sha}
    return place | {name: value for name, value in fact.items() if name not in place}


def main() -> None:
    """Rewrite the files."""
    for kind in sorted(HALF):
        path = GOLD / f"facts-{kind}.jsonl"
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        rows = [row | {"facts": [shorten_fact(fact) for fact in row["facts"]]} for row in rows]
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


if __name__ == "__main__":
    main()

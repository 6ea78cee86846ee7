"""Words of a question that say what a noun is like: "welke regionale partners" asks for partners."""

from __future__ import annotations

import re

from assistant.answer.nounkinds import is_listed, measured_kind
from assistant.dutch import load_lexicon

_BARE_ADJECTIVE = re.compile(
    r"(?:[^aeiou]isch|lijk|[^g]aal|eel|ief|[^n]ig|air|baar|ees|aans|nieuw|groot|ander|belangrijk)$"
)


_NOUNS = re.compile(r"(?:deel|perceel|paneel|kasteel|toneel|juweel|tafereel)$")
"""Nouns that end as adjectives do: "oordeel", "onderdeel"."""


def is_adjective(word: str) -> bool:
    """Tell whether a word looks like an adjective: it is known without its -e, or has an adjective's ending."""
    if is_listed(word) or measured_kind(word) is not None:
        return False
    last = word.rsplit("-", 1)[-1]
    if last.endswith(("ie", "tarief")) or (last != word and last == "generaal"):
        return False
    if not last.endswith("e"):
        return bool(_BARE_ADJECTIVE.search(last)) and not _NOUNS.search(last)
    stem = last[:-1]
    forms = [stem, stem[:-1] if stem[-2:-1] == stem[-1:] else stem]
    if len(stem) > 2 and stem[-2] in "aeou":
        forms.append(stem[:-1] + stem[-2] + stem[-1])
    if stem.endswith(("v", "z")):
        forms.append(stem[:-1] + {"v": "f", "z": "s"}[stem[-1]])
    lexicon = load_lexicon()
    return len(stem) > 2 and any(lexicon.knows(form) or lexicon.knows(form.capitalize()) for form in forms)

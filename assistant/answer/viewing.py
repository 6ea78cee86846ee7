"""Questions that ask nothing of a part of a document but what stands in it: "Wat staat er in hoofdstuk 3?"."""

from __future__ import annotations

import re

from assistant.answer.chapterwords import find_references, without_chapters
from assistant.dutch import fold

_VIEWING = frozenset(
    """wat staat staan er in op uit van het de een document zegt zeggen regelt bepaalt houdt inhoudt luidt vermeldt bevat
    beschrijft toont laat zien geef toon vat samen samenvatting lees lezen ik vind kan je jij u we me mij eens even
    tekst inhoud komt komen aan bod worden wordt behandelt behandeld besproken precies allemaal onderwerpen koppen welke en
    maar zijn is daar daarin ook nog citeer open dan""".split()
)
"""Words of a question for what stands somewhere."""
_ABOUT = frozenset("waar waarover gaat gaan over".split())
"""Words of what a part is about; of a chapter that is told elsewhere."""


_JOINING = frozenset("en maar dus ook dan het document".split())
"""Words of a follow-up that says no more than another part: "En in hoofdstuk 3?"."""


def views_part(text: str) -> bool:
    """Tell whether a whole question only asks what stands in a part that it names: nothing said before is needed."""
    if not find_references(text):
        return False
    rest = without_chapters(text, saying=True)
    asked = [word for word in re.findall(r"\w+", fold(rest)) if word not in _JOINING]
    return bool(asked) and asks_contents(rest, of_chapter=True)


def asks_contents(rest: str, *, of_chapter: bool = False) -> bool:
    """Tell whether a question, without the words for the part, only asks what stands there."""
    words = re.findall(r"[\w-]+", fold(rest))
    known = _VIEWING if of_chapter else _VIEWING | _ABOUT
    return all(word in known for word in words)

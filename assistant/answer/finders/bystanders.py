"""Those behind "door" who do another thing than is asked: "bij de benoeming is door de raad geen ontheffing verleend".

A noun can hold the verb of a question ("benoeming" for "wie benoemt?") where somebody else is told to do something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.nounphrases import read_phrase
from assistant.dutch import fold
from assistant.dutch.verbs import find_infinitive
from assistant.types import Span

_DONE = re.compile(
    r"(?: (?:is|zijn|was|waren|wordt|worden|werd|werden))? (?P<done>(?:[a-zà-ÿ]{2,5})?ge[a-zà-ÿ]{2,}(?:d|t|en)|"
    r"(?:be|ver|ont|her)[a-zà-ÿ]{2,}(?:d|t|en))\b"
)
"""What stands behind the thing that somebody does something with: "geen ontheffing is verleend"."""


def does_other(text: str, start: int, deeds: Sequence[Span]) -> bool:
    """Tell whether the one who begins at `start`, behind "door", has a thing and a participle of his own, which are not asked for."""
    doer = read_phrase(text, start)
    thing = None if doer is None else read_phrase(text, doer.span.end + 1)
    if doer is None or thing is None or thing.span.start != doer.span.end + 1:
        return False
    found = _DONE.match(text, thing.span.end)
    if found is None or find_infinitive(fold(found["done"])) is None:
        return False
    own = Span(thing.span.start, found.end())
    return not any(deed.overlaps(own) for deed in deeds)

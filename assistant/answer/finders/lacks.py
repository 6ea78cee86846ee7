"""What is lacking before "om ... te": "te weinig draagvlak om de brug te bouwen" is a reason, "om de brug te bouwen" no aim.

Where something is lacking or too much, that is the reason, and the clause only says for what.
"""

from __future__ import annotations

import re

_TO = re.compile(r"om\b", re.IGNORECASE)
_MEANS = (
    r"(?:geld|budget|middelen|ruimte|plaats|plek|tijd|personeel|mensen|capaciteit|draagvlak|steun|meerderheid|aanleiding|reden|"
    r"grond|noodzaak|behoefte|belang|kennis|gegevens|vergunning|toestemming|bevoegdheid|mogelijkhe(?:id|den)|kans)"
)
_LACK = re.compile(
    r"(?<![\w-])(?:(?:onvoldoende|te weinig|veel te weinig|niet genoeg|niet voldoende|(?:een )?gebrek aan|(?:een )?tekort aan|nauwelijks) "
    rf"(?:(?!om\b)[\w-]+ ){{1,3}}|geen (?:enkele )?{_MEANS} (?:meer )?|"
    r"(?:veel )?te (?!weinig|veel)[a-zà-ÿ-]{2,}[a-mo-zà-ÿ] |niet [a-zà-ÿ-]{3,} genoeg )$",
    re.IGNORECASE,
)
"""What is lacking, or is so too much, right before "om": "onvoldoende geld", "te duur", "niet groot genoeg"."""


def find_lack(text: str, start: int) -> int | None:
    """Give where what is lacking begins before a clause with "om ... te" that starts there; None where nothing is."""
    lack = _LACK.search(text, 0, start) if _TO.match(text, start) else None
    return None if lack is None else lack.start()

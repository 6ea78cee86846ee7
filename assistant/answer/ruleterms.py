"""How long a rule holds, asked as rules say it: "Tot wanneer geldt de regeling?" as "Wanneer vervalt de regeling?".

A rule says of itself that it "treedt in werking" and "vervalt", and hardly ever that it "geldt".
"""

from __future__ import annotations

import re

_DAY = r"(?:wanneer|welke? (?:datum|dag|moment|maand|jaar))"
_RULE = (
    r"(?P<rule>(?!een )(?:(?:de|het|deze|dit|die|dat) )?(?:(?!van\b|voor\b|in\b|op\b)[\w’'-]+ ){0,2}?[\w-]{0,40}"
    r"(?:regeling(?:en)?|besluit(?:en)?|wet|verordening(?:en)?|decreet|circulaire|beleidsregels?|regels|reglement|aanwijzing)\b[^?]*?)"
)
_HOLDS = r"(?:geldt|gold|loopt|liep|is|was|blijft|werkt|werkte)"
_HOLD = r"(?:gelden|golden|lopen|liepen|zijn|waren|blijven)"
_TAIL = r"(?: (?:geldig|van kracht|van toepassing|in werking|door))?[ ?.!]*$"
_ENDS = re.compile(
    rf"(?:(?:tot (?:en met )?{_DAY}|hoe ?lang) (?:(?P<one>{_HOLDS})|{_HOLD})|wanneer (?:(?P<ends>eindigt|eindigde)|eindigen))"
    rf" (?:er )?{_RULE}{_TAIL}",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    rf"(?:(?:vanaf|sinds|per|met ingang van) {_DAY}) (?:(?P<one>{_HOLDS})|{_HOLD}) (?:er )?{_RULE}{_TAIL}",
    re.IGNORECASE,
)
_TOLD_END = re.compile(
    r"\b(?:verval\w*|buiten werking|ingetrokken|(?:geldt|gold|geldig|van kracht) tot|loopt .{0,60}tot|eindigt)\b"
)
_TOLD_BEGIN = re.compile(
    r"\b(?:treedt|treden|trad|traden|getreden|inwerkingtreding|van kracht(?! tot\b)|in ?ga\w*)\b"
)


def ask_as_rule(text: str) -> str | None:
    """Give a question for how long a rule holds as rules say it; None for any other question."""
    found = _ENDS.match(text)
    if found is not None:
        return (
            f"Wanneer {'vervalt' if found['one'] or found['ends'] else 'vervallen'} {found['rule'].strip()}?"
        )
    found = _BEGINS.match(text)
    if found is not None:
        return f"Wanneer {'treedt' if found['one'] else 'treden'} {found['rule'].strip()} in werking?"
    return None


def says_as_rule(asked: str, quote: str) -> bool:
    """Tell whether a quotation says when a rule ends, or begins, as it was asked by `ask_as_rule`."""
    return (_TOLD_END if "verval" in asked.split(" ", 2)[1] else _TOLD_BEGIN).search(quote) is not None

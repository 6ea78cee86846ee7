"""How often a document that the question names says something: "Hoe vaak noemt BBB stikstof?"."""

from __future__ import annotations

import re

from assistant.answer.titlenames import Named

_TIMES = r"(?:hoe vaak|hoeveel (?:keer|maal))"
_SAYS = re.compile(
    rf"^(?P<times>{_TIMES}) (?:noemt|noemen|gebruikt|gebruiken|vermeldt|vermelden|schrijft|schrijven) $",
    re.IGNORECASE,
)
_WHAT = re.compile(r"^ (?:over |van )?(?P<what>[^?!.]+?)[ ?!.]*$")
_OCCURS = re.compile(
    rf"^(?P<asked>{_TIMES} (?:komt|komen|wordt|worden|staat|staan) .+?)(?: (?:in|bij|door|binnen))?$",
    re.IGNORECASE,
)


def read_count(text: str, named: Named) -> str | None:
    """Give the question how often something occurs, to be asked of the named document alone; None for any other."""
    shown = " ".join(text.split())
    said = named.known[0]
    start = shown.find(said)
    before, behind = shown[:start], shown[start + len(said) :]
    says, what = _SAYS.match(before), _WHAT.match(behind)
    if says is not None and what is not None:
        return f"{says['times']} komt {what['what']} voor?"
    occurs = _OCCURS.match(before.rstrip())
    if occurs is not None and not behind.strip(" ?!."):
        return f"{occurs['asked']}?"
    behind = behind.strip(" ?!.")
    place = re.match(
        rf"^(?P<times>{_TIMES} (?:komt|komen|wordt|worden|staat|staan)) (?:in|bij|binnen) $",
        before,
        re.IGNORECASE,
    )
    return f"{place['times']} {behind}?" if place is not None and behind else None

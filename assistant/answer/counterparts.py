"""The other one of two: "de tijdelijke locatie" is not where the definite one comes, and "de eerste reis" not the second.

Where a value, a place or a name is asked of one of them, a sentence that speaks of the other and not of it gives that of
the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.answer.subjects import texts_above
from assistant.dutch import fold
from assistant.types import BlockKind

_KINDS = frozenset(
    {
        QuestionKind.PERSON,
        QuestionKind.ORGANISATION,
        QuestionKind.PLACE,
        QuestionKind.MOMENT,
        QuestionKind.PERIOD,
        QuestionKind.AMOUNT,
        QuestionKind.COUNT,
        QuestionKind.SHARE,
        QuestionKind.NAME,
        QuestionKind.STATUS,
    }
)
"""Kinds of question that one value answers, which may be that of the other."""
_PAIRS = (
    (
        r"definitieve?|permanente?|blijvende?",
        r"tijdelijke?|voorlopige?",
        r"definit|permanent|blijv|vast|later",
    ),
    (r"tweede|derde|vierde|vijfde", r"eerste", r"volgend|vervolg|opnieuw|nogmaals|weer|vorig"),
    (r"eerste", r"tweede|derde|vierde|vijfde", r"allereerst|begin|begon|start|vorig"),
    (
        r"bouw|bouwkosten|aanleg|aanlegkosten|gebouwd|aangelegd",
        r"exploitatie|exploitatiekosten|onderhoud|onderhoudskosten",
        r"bouw|aanleg|aangeleg|investe|realis",
    ),
    (
        r"exploitatie|exploitatiekosten|onderhoud|onderhoudskosten|onderhouden",
        r"bouw|bouwkosten|aanleg|aanlegkosten|gebouwd|aangelegd",
        r"exploit|onderh|behe|jaarlijks|per jaar",
    ),
    (r"jaarkaart\w*|dagkaart\w*|weekkaart\w*", r"maandkaart\w*", r"jaarkaart|dagkaart|weekkaart"),
    (r"maandkaart\w*|dagkaart\w*|weekkaart\w*", r"jaarkaart\w*", r"maandkaart|dagkaart|weekkaart"),
    (
        r"gereed|klaar|afgerond|voltooid|opgeleverd",
        r"start|begin|begon|begonnen|gestart|startte|starten",
        r"gereed|klaar|rond|voltoo|lever|eind|open|gebruik|duur|duren|loopt|looptijd|maand|weken|later",
    ),
    (
        r"begonnen|begon|gestart|startte|begint",
        r"eindigt|eindigde|eindigen|voltooid|opgeleverd",
        r"beg[io]n|start|sinds|vanaf|loopt|liep|van .* tot",
    ),
    (
        r"vastgesteld|vaststelling",
        r"geschorst|schorsing|ingetrokken|vernietigd",
        r"vastg|vastst|goedgek|goedk|aangen|bekracht",
    ),
    (
        r"noord|noorden|noordkant|noordzijde|noordelijke?",
        r"zuid|zuiden|zuidkant|zuidzijde|zuidelijke?",
        r"noord",
    ),
    (
        r"zuid|zuiden|zuidkant|zuidzijde|zuidelijke?",
        r"noord|noorden|noordkant|noordzijde|noordelijke?",
        r"zuid",
    ),
    (r"oosten|oostkant|oostzijde|oostelijke?", r"westen|westkant|westzijde|westelijke?", r"oost"),
    (r"westen|westkant|westzijde|westelijke?", r"oosten|oostkant|oostzijde|oostelijke?", r"west"),
    (
        r"zaterdag\w*|zondag\w*|weekend\w*|feestdag\w*",
        r"werkdag\w*|doordeweeks\w*|weekdag\w*",
        r"zaterdag|zondag|weekend|feestdag|dagelijks|elke dag|alle dagen|7 dagen|zeven dagen",
    ),
    (
        r"werkdag\w*|doordeweeks\w*|weekdag\w*",
        r"zaterdag\w*|zondag\w*|weekend\w*|feestdag\w*",
        r"werkdag|week|maandag|dinsdag|woensdag|donderdag|vrijdag|dagelijks|elke dag|alle dagen",
    ),
    (r"bruto\w*", r"netto\w*", r"bruto"),
    (r"netto\w*", r"bruto\w*", r"netto"),
    (
        r"minimaal|minimum\w*|minstens",
        r"maximaal|maximum\w*|hoogstens",
        r"minimaal|minimum|minst|tussen|vanaf",
    ),
    (r"maximaal|maximum\w*|hoogstens", r"minimaal|minimum\w*|minstens", r"maxim|hoogst|tussen|\btot\b"),
    (r"uitgaande?", r"inkomende?", r"uitg"),
    (r"inkomende?", r"uitgaande?", r"inkom"),
    (r"mannen|jongens|mannelijke", r"vrouwen|meisjes|vrouwelijke", r"man|jongen"),
    (r"vrouwen|meisjes|vrouwelijke", r"mannen|jongens|mannelijke", r"vrouw|meisje"),
    (r"huurwoningen|huurders", r"koopwoningen|kopers", r"huur"),
    (r"koopwoningen|kopers", r"huurwoningen|huurders", r"koop|koper"),
    (r"zomer|zomers|zomermaanden", r"winter|winters|wintermaanden", r"zomer|juni|juli|augustus"),
    (r"winter|winters|wintermaanden", r"zomer|zomers|zomermaanden", r"winter|december|januari|februari"),
    (r"export|uitvoer", r"import|invoer", r"export|uitvoer|uitgevoerd"),
    (r"import|invoer", r"export|uitvoer", r"import|invoer|ingevoerd"),
    (r"eenmalige?", r"jaarlijkse?", r"eenmalig"),
    (r"jaarlijkse?", r"eenmalige?", r"jaar"),
)
"""What is asked of, the other one of the two, and what a text may speak of the one asked with."""
_WHOLE = tuple(
    (re.compile(rf"\b(?:{one})\b"), re.compile(rf"\b(?:{other})\b"), re.compile(f"{one}|{held}"))
    for one, other, held in _PAIRS
)
_WITH = (
    r"\b(?:inclusief|exclusief|incl\.|excl\.|met inbegrip van|zonder|buiten|naast|behalve|los van|afgezien van)"
    r" (?:(?:de|het|alle|jaarlijkse?|later) ){0,2}"
)
_BESIDE = re.compile(rf"{_WITH}[a-z-]+|\b[a-z-]+ (?:niet )?(?:inbegrepen|meegerekend)\b")
"""What is counted with a value or left out of it: "3 ton, exclusief onderhoud" is not what the upkeep costs."""
_NAMES = re.compile(r"(?<=\S )[A-ZÀ-Þ][\w’'-]*")
"""Words with a capital: "Tweede Kamer", "Noord-Brabant"."""


def is_of_other(question: Question, unit: Unit) -> bool:
    """Tell whether a unit speaks of the other one of two, and neither it nor what stands above it of the one asked of."""
    if question.kind not in _KINDS or unit.reading.blocks[unit.block].kind is BlockKind.ROW:
        return False
    plain = fold(_NAMES.sub("", question.text))
    pairs = [
        (other, held)
        for one, other, held in _WHOLE
        if one.search(plain) is not None and not other.search(plain)
    ]
    if not pairs:
        return False
    said = _BESIDE.sub(" ", fold(_NAMES.sub("", unit.text)))
    above = [_BESIDE.sub(" ", fold(text)) for text in texts_above(unit)]
    return any(
        not any(held.search(text) for text in above)
        for other, held in pairs
        if other.search(said) is not None
    )


def mark_counted_in(question: Question, units: Sequence[Unit]) -> None:
    """Add to `lacks` of each unit what a question asks the amount of, where its value is told only to be with or without that.

    "De brug kost 12 miljoen euro, inclusief onderhoud" does not tell what the upkeep costs.
    """
    asked = _AMOUNT_OF.search(fold(question.text)) if question.kind is QuestionKind.AMOUNT else None
    if asked is None:
        return
    noun = asked["noun"]
    for unit in units:
        if noun in unit.text.lower() and _is_counted_in(noun, fold(unit.text)):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, noun)))


def _is_counted_in(noun: str, said: str) -> bool:
    """Tell whether a text has a noun only where it says what a value is counted with or without."""
    found = [match["noun"] or match["before"] for match in _COUNTED.finditer(said)]
    return said.count(noun) == found.count(noun)


_COUNTED = re.compile(
    rf"{_WITH}(?P<noun>[a-z-]+)\b(?! ?\(| van | ad |: )|\b(?P<before>[a-z-]+) (?:niet )?(?:inbegrepen|meegerekend)\b"
)
_AMOUNT_OF = re.compile(
    r"^(?:hoeveel|wat|welk \w+) (?:euro )?(?:kost|kosten|kostte|kostten|bedraagt|bedragen|bedroeg|bedroegen|is|zijn|was|waren) (?:de|het)"
    r" (?P<noun>[a-z-]{3,})(?= van | voor | in | aan | bij | per |\W*$)"
)
"""What a question asks the amount of."""

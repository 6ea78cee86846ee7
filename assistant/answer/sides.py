"""Which side a question asks for, and which side a text tells: present or absent, for or against, done or not.

"Wie was niet aanwezig?" and "Wie was aanwezig?" hold the same words, and have no answer in common.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.kinds import QuestionKind
from assistant.answer.negation import NOT_ONLY
from assistant.answer.question import Question

PRESENT, ABSENT, FOR, AGAINST, ABSTAINED, DENIED = range(6)
_TOGETHER = ((PRESENT, ABSENT), (FOR, AGAINST, ABSTAINED), (DENIED,))
_SIDED = frozenset(
    {
        QuestionKind.PERSON,
        QuestionKind.ORGANISATION,
        QuestionKind.PLACE,
        QuestionKind.COUNT,
        QuestionKind.SHARE,
        QuestionKind.AMOUNT,
        QuestionKind.LIST,
    }
)
"""Kinds of question for who, what, how many and which: of others the small words say something else, or are weighed."""
_PEOPLE = re.compile(
    r"\bwie\b|\b\w*(?:leden|lid|personen|mensen|wethouders?|schepenen|aanwezigen)\b", re.IGNORECASE
)
_ATTENDED = re.compile(r"\b(?:aan|af)wezig\b|\b(?:verontschuldigd|verhinderd|afgemeld)\b", re.IGNORECASE)
_STAYED_AWAY = re.compile(r"\b(?:afwezig|verontschuldigd|verhinderd|afgemeld)\b", re.IGNORECASE)
_NOT = re.compile(
    r"(?<!al dan )(?<!of )\b(?:niet|geen|nooit)\b(?!-)"
    r"(?! (?:alleen|enkel|uitsluitend|slechts|langer dan|meer dan|minder dan|\d|(?:twee|drie|vier|vijf|zes|tien|honderd|duizend)\b|\w+tig\b))",
    re.IGNORECASE,
)
"""A denial, not of an amount ("geen vijftig") and no part of a word ("niet-residentieel")."""
_BOTH = re.compile(r"\bwel\b.*\b(?:niet|geen)\b|\b(?:niet|geen)\b.*\bwel\b", re.IGNORECASE)
"""A question for what is so and not so at once."""
_CLAUSE = re.compile(
    r",|[:;(]| (?=(?:als|wanneer|indien|voordat|nadat|terwijl|omdat|doordat|zodra|die|dat|of|waar[a-z]*|hoewel|zolang|om|zonder|"
    r"(?:\w+ )?(?:wie|wat)) )",
    re.IGNORECASE,
)
"""Where what is asked ends and a clause of its own begins."""
_LATER = r"(?! (?:eind|begin|uiterlijk|half|volgend\w*|komend\w*|wanneer|welke?|wie|wat|\d))"
_VOTED = re.compile(
    rf"\b(?:stem(?:t|men|de|den)|stemden)(?: (?!om\b)\w+){{0,3}}? (?P<side>voor|tegen)\b{_LATER}|"
    rf"\bstemmen(?: \w+){{0,2}}? (?P<noun>voor|tegen)\b{_LATER}|"
    rf"\b(?P<done>voor|tegen)\b(?:[^,?]* )?gestemd\b|\b(?P<whole>voor|tegen)(?:gestemd|stem(?:men|mers?)?)\b|"
    rf"\b(?:is|zijn|was|waren)(?: er)?(?: \w+)? (?P<been>tegen)\b(?:(?= (?:het|de|dit|deze)\b)|\W*$)",
    re.IGNORECASE,
)
_VOTERS = re.compile(
    r"\bwie\b|\b\w*(?:leden|lid|personen|mensen|wethouders?|schepenen|aanwezigen|partij(?:en)?|fracties?|lidstaten|landen|"
    r"gemeenten|steden|provincies|gewesten|inwoners|bewoners|omwonenden|burgers|ministers?|respondenten|ondervraagden|"
    r"organisaties?|verenigingen|bedrijven|werkgevers|vakbonden|boeren|procent|percentage)\b",
    re.IGNORECASE,
)
"""Those who can be against something, which measures and objections are not as voters are."""
_NO_VOTE = re.compile(r"\bstem(?:t|men|de|den)\b.* af\b", re.IGNORECASE)
"""What is tuned to something, not voted: "stemmen hun plannen af"."""
_ABSTAINED = re.compile(
    r"\b(?:onthield(?:en)?|onthouding(?:en)?|onthoud(?:t|en)?)\b|\bblanco\b", re.IGNORECASE
)
_MARKS = (
    (
        PRESENT,
        re.compile(
            r"(?<!niet )(?<!niet meer )\b(?:aanwezig(?:en)?|present|deelnemers)\b(?!: (?:nee|neen|-|–|0)\b)",
            re.IGNORECASE,
        ),
    ),
    (
        ABSENT,
        re.compile(
            r"\bniet (?:\w+ )?aanwezig\b|\baanwezig: (?:neen?\b|[-–0])|\b(?:afwezig(?:en)?|verontschuldigd\w*|verhinder\w+|afgemeld|"
            r"verstek|ontbrak(?:en)?)\b|\b(?:met|zonder) (?:kennisgeving|bericht)\b",
            re.IGNORECASE,
        ),
    ),
    (
        FOR,
        re.compile(
            r"\bstem\w*(?: \w+){0,4}? voor\b|\bvoor(?=\s*(?:$|[,;.:)(]| en\b| gestemd| stem(?:t|den?|men)\b))|\bvoorst(?:em|and)\w*|"
            r"\b(?:goed)?gekeurd\b|\bingestemd\b|\binstem\w+|\bakkoord\b|\b(?:unaniem|eenparig\w*)\b",
            re.IGNORECASE,
        ),
    ),
    (
        AGAINST,
        re.compile(
            rf"\bstem\w*(?: \w+){{0,5}}? tegen\b{_LATER}|\btegen(?=\s*(?:$|[,;.:)(]| en\b| gestemd| stem(?:t|den?|men)\b))|"
            rf"\b(?:is|zijn|was|waren)(?: er)?(?: \w+){{0,2}}? tegen\b{_LATER}|\btegenst(?:em|and)\w*|\btegengestemd\b",
            re.IGNORECASE,
        ),
    ),
    (ABSTAINED, _ABSTAINED),
)
"""The words that tell each side."""
_LABEL = re.compile(
    r"(?:^|[\n.;!?]\s*|[*•–-]\s*)(?P<label>(?:\d+\.? )?[^\W\d_][^:.;\n?]{0,60}):", re.MULTILINE
)
"""What stands before names: "Aanwezig:", "Afwezig met kennisgeving:", "Tegen (3):"."""
_PIECE = re.compile(r"[,;.:()\n]| (?:en|maar|terwijl|bij|tegenover) ")
_HEAD = 2
"""Words of a sentence within which its mark speaks for what comes after it: "Tegen stemden Lier en Genk"."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The sides that a question asks for, all of one sort, and how they are called in an answer."""

    sides: frozenset[int]
    shown: str = ""

    @property
    def is_firm(self) -> bool:
        """Tell whether the side is what is asked: without it there is no answer."""
        return bool(self.sides & {ABSENT, FOR, AGAINST, ABSTAINED})


@lru_cache(maxsize=256)
def find_asked_side(question: Question) -> Asked | None:
    """Give the side that a question for who, how many or which asks for; None where it has none."""
    if question.kind not in _SIDED:
        return None
    if _BOTH.search(question.text):
        return None
    main = _CLAUSE.split(question.text)[0]
    denied = _NOT.search(NOT_ONLY.sub(" ", main)) is not None
    if _ATTENDED.search(main) and (question.kind is QuestionKind.PERSON or _PEOPLE.search(main)):
        absent = denied != bool(_STAYED_AWAY.search(main))
        return (
            Asked(frozenset({ABSENT}), "wie er afwezig was")
            if absent
            else Asked(frozenset({PRESENT}), "wie er aanwezig was")
        )
    voted = _VOTED.search(question.text)
    if voted and not _NO_VOTE.search(question.text) and (not voted["been"] or _VOTERS.search(question.text)):
        side = FOR if next(filter(None, voted.groups())).lower() == "voor" else AGAINST
        others = {FOR, AGAINST, ABSTAINED} - {side}
        if denied:
            return Asked(frozenset(others), f"wie niet {_NAMES[side]} stemde")
        return Asked(frozenset({side}), f"stemmen {_NAMES[side]}")
    if _ABSTAINED.search(main) and not denied:
        return Asked(frozenset({ABSTAINED}), "onthoudingen")
    return Asked(frozenset({DENIED})) if denied else None


_NAMES = {FOR: "voor", AGAINST: "tegen"}


def find_sides(asked: Asked, text: str) -> frozenset[int]:
    """Give the sides of the asked sort that a text tells."""
    return frozenset(side for _, side in _find_marks(asked, text))


def read_side(asked: Asked, text: str, start: int, end: int) -> int | None:
    """Give the side that a text tells of the stretch in it: of its label, of its own piece, or of the nearest mark."""
    labels = [
        (found.end(), sides)
        for found in _LABEL.finditer(text, 0, end)
        if found.end() <= start and (sides := find_sides(asked, found["label"]))
    ]
    begin = max([text.rfind("\n", 0, start) + 1, *(found.end() for found in _STOP.finditer(text, 0, start))])
    if labels and (labels[-1][0] >= begin or not _find_marks(asked, text[begin:])):
        sides = labels[-1][1]
        return next(iter(sides)) if len(sides) == 1 else None
    stop = _STOP.search(text, end)
    return _read_sentence(asked, text[begin : stop.end() if stop else len(text)], start - begin, end - begin)


_STOP = re.compile(r"[.!?](?=\s+[A-ZÀ-Þ])")


def _read_sentence(asked: Asked, sentence: str, start: int, end: int) -> int | None:
    marks = _find_marks(asked, sentence)
    if not marks:
        return None
    cuts = [found.span() for found in _PIECE.finditer(sentence)]
    first = max((cut_end for _, cut_end in cuts if cut_end <= start), default=0)
    last = min((cut for cut, _ in cuts if cut >= end), default=len(sentence))
    own = [mark for mark in marks if first <= mark[0] < last]
    if own:
        return min(own, key=lambda mark: (min(abs(mark[0] - start), abs(mark[0] - end)), mark[0]))[1]
    before = [side for place, side in marks if place < start]
    after = [side for place, side in marks if place >= end]
    leads = sentence[: marks[0][0]].count(" ") < _HEAD
    if leads or not after:
        return before[-1] if before else after[0]
    return after[0]


def _find_marks(asked: Asked, text: str) -> Sequence[tuple[int, int]]:
    """Give place and side of the words in a text that tell a side of the asked sort, in order."""
    group = next(group for group in _TOGETHER if asked.sides & set(group))
    marks = [
        (found.end() - 1, side)
        for side, pattern in _MARKS
        if side in group
        for found in pattern.finditer(text)
    ]
    return sorted(marks)

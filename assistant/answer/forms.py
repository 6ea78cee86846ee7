"""The form of a short answer: what may stand behind "Doel:" or "Het gaat om:", and what is left of a stretch that may not.

A stretch of a sentence that begins with its verb, a comma or a linking word, that only says the question again, or
that is one word cut out of a longer name does not stand alone. It is cut or widened to what does, or not given: the
quotation says it.
"""

from __future__ import annotations

import re

from assistant.answer.cues import QUESTION_WORDS, ROLE_ENDINGS, ROLE_WORDS, is_plural
from assistant.answer.evidence import Unit
from assistant.answer.itemwords import is_participle
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.answer.wholeitems import is_scrap
from assistant.answer.wholeobjects import is_whole_object, opens_sentence
from assistant.dutch import content_stems, fold, load_lexicon
from assistant.types import Span

_VALUES = frozenset(
    {QuestionKind.AMOUNT, QuestionKind.SHARE, QuestionKind.COUNT, QuestionKind.PERIOD, QuestionKind.MOMENT}
)
_CLAUSES = frozenset(
    {
        QuestionKind.PURPOSE,
        QuestionKind.REASON,
        QuestionKind.MANNER,
        QuestionKind.DEFINITION,
        QuestionKind.STATUS,
    }
)
_NAMED = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION})
_WISH_ASKED = re.compile(r"\W*wat (?:wil|willen|wenst|wensen|vindt|vinden)\b", re.IGNORECASE)
"""What somebody wants or thinks, which the one who does it never tells."""
_CUT_OFF = re.compile(
    r"(?:[,;:.)\]!?…]|[-–—•*](?!\d))|(?:en|of|maar|alsook|evenals|alsmede|noch)\s", re.IGNORECASE
)
"""What no short answer begins with: it goes on from something."""
_ADJUNCT = re.compile(
    r"(?:als|indien|wanneer|mits|tenzij|zodra|omdat|want|hoewel|ofschoon|dat|die|waar\w*)\s", re.IGNORECASE
)
"""What opens a clause that tells no state: "Indien de raad instemt"."""
_PREPOSITION = re.compile(
    r"(?:aan|bij|door|in|met|naar|om|onder|op|over|tegen|tot|uit|van|vanuit|via|volgens|voor|zonder)\s+(?=\S)"
)
"""What opens no name; with a capital it does ("Van der Berg")."""
_RELATIVE = re.compile(
    r"(?:die|waar(?:mee|voor|in|op|bij|van|door|uit|aan|over|onder|toe)|wat|wie|welke?)\s", re.IGNORECASE
)
_SUBJECT = (
    r"(?:we|wij|men|ze|zij|hij|je|u|(?:de|het|deze|dit|onze|een) (?:[a-zà-ÿ]+e )?"
    r"(?:[A-ZÀ-Þ][a-zà-ÿ-]+se? [a-zà-ÿ-]+|[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)*|[a-zà-ÿ-]+(?: [A-ZÀ-Þ][\w-]+)*)|"
    r"[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)*)"
)
"""A subject behind its verb: "de Vlaamse Regering", "het college", "Lier"."""
_WANTS = re.compile(
    rf"(?:(?:wil|wilde|willen|wilden|wenst|wensen) (?:{_SUBJECT} )|(?:heeft|hebben|had|hadden) (?:tot|als) doel,? |"
    rf"(?:beoogt|beogen|beoogde|nastreeft|streeft na|streeft? naar|streven naar) (?:{_SUBJECT} )??)(?P<rest>(?!van\b|en\b|of\b)\S.{{2,}})",
    re.DOTALL,
)
"""Words that say that an aim follows, with the one who has it."""
_FINITE = re.compile(
    r"(?:is|zijn(?! (?:\w+e )?[a-zà-ÿ]+(?:[,.]|$))|was|waren|wordt|worden|werd|werden|heeft|hebben|had|hadden|kan|kunnen|kon|konden|mag|"
    r"mogen|mocht|moet|moeten|moest|moesten|zal|zullen|zou|zouden|wil|willen|wilde|wilden|wenst|hoopt|gaat|doet|"
    r"dient|helpt|ondersteunt|zorgt|speelt|inspeelt|richt|zet|resulteert|leidt|levert|draagt|fungeert|versterkt|vergroot|"
    r"maakt|spreekt|biedt|geeft|brengt|krijgt|komt|staat|ligt|blijft|voldoet|steunt|regelt|bundelt|stelt|neemt|"
    r"houdt|vormt|bevat|omvat|betreft|beschrijft|verbindt|beoogt|beogen|streeft|keurt|begint|loopt)\s"
)
"""A finite verb that opens a stretch."""
_STATES = re.compile(r"(?:is|zijn|was|waren|wordt|worden|werd|loopt|ligt|staat|blijft)\s", re.IGNORECASE)
_COPULA = re.compile(r"\s*(?:is|zijn|was|waren|bedraagt|bedragen|bedroeg|luidt|luiden|heet|blijft)\b")
_FIELD = re.compile(
    r"(?:\b(?:[Dd]e|[Hh]et|[Ee]en) )?(?:(?:[A-Z]?[a-z]+(?:se|e) )?(?P<role>[A-Za-z-]+)) (?:(?:bevoegd|verantwoordelijk) )?(?:voor|van) (?:de |het )?$"
)
"""An office, before the field that it is for: "de Vlaamse minister bevoegd voor Omgeving"."""
_CONDITION = re.compile(
    r"\b(?:als|indien|wanneer|mits|tenzij|zodra|bij|voor|na|alleen|enkel|slechts|uitsluitend|minstens|minder|meer|ten minste|zonder|"
    r"door|tot|vanaf|zolang|maximaal|in geval)\b",
    re.IGNORECASE,
)
_WHEN = re.compile(r"^\W*(?:en |maar )?(?:wanneer|in welke gevallen?)\b", re.IGNORECASE)


_MARK_LEFT = re.compile(r":\s*(?:[a-z]|\d{1,2}|[ivx]{2,3})$|(?:^| en |; )[a-z]\.[a-z]{2,}")
"""The mark of an item that is cut off: "in: a", "en b.voor"."""


def shape_short(question: Question, unit: Unit, short: Span, shown: str) -> str | None:
    """Give what is shown of a short answer that stands at `short` in the document, or None where it cannot stand alone."""
    kind = question.kind
    cut = _CUT_OFF.match(shown) and not shown.startswith("-")
    if cut or re.match(r"-[a-zà-ÿ]", shown) or _MARK_LEFT.search(shown):
        return None
    if kind is QuestionKind.PURPOSE and (wanted := _WANTS.match(shown)):
        return wanted["rest"]
    if kind in _CLAUSES | {QuestionKind.LIST, QuestionKind.NAME, QuestionKind.TOPIC} and not _may_open(
        kind, shown
    ):
        return None
    if kind is QuestionKind.TOPIC and _WHEN.match(question.text):
        return shown if _CONDITION.search(shown) and not _says_again(question, shown) else None
    if kind is QuestionKind.TOPIC and not _is_object(question, unit, short, shown):
        return None
    if kind not in _VALUES and kind is not QuestionKind.LIST and _says_again(question, shown):
        return None
    if kind in _NAMED and (behind := _PREPOSITION.match(shown)) and shown[behind.end()].isupper():
        shown = shown[behind.end() :]  # "vanuit Lier, Genk en Bree"
    if _is_cut_out(kind, shown):
        return None
    if kind is QuestionKind.NAME and _is_subject(question, unit, short, shown):
        return None
    return _name_whole(unit, short, shown) if kind in _NAMED else shown


def _is_object(question: Question, unit: Unit, short: Span, shown: str) -> bool:
    """Tell whether a stretch is a whole thing or clause, and not the one who wants it or does it."""
    wisher = _WISH_ASKED.match(question.text) is not None and opens_sentence(unit, short)
    return not wisher and is_whole_object(unit, short, shown)


def _may_open(kind: QuestionKind, shown: str) -> bool:
    """Tell whether a stretch may open as it does: a state with its verb, anything else with none."""
    if kind is QuestionKind.STATUS:
        return not _ADJUNCT.match(shown)
    if _FINITE.match(shown):
        return False
    return kind in (QuestionKind.REASON, QuestionKind.TOPIC, QuestionKind.NAME) or not _RELATIVE.match(shown)


def _is_cut_out(kind: QuestionKind, shown: str) -> bool:
    """Tell whether who or what it is called begins as the end of a clause ("gebracht aan de school"), or holds its verb."""
    if kind is QuestionKind.NAME:
        return is_scrap(shown)
    if kind not in _NAMED or " " not in shown:
        return False
    return bool(_PREPOSITION.match(shown)) or is_participle(shown.split()[0])


def _says_again(question: Question, shown: str) -> bool:
    """Tell whether a short answer holds no word that the question has not."""
    said = set(content_stems(shown))
    return bool(said) and said <= set(content_stems(question.text)) and not any(map(str.isdigit, shown))


def _is_subject(question: Question, unit: Unit, short: Span, shown: str) -> bool:
    """Tell whether a short answer is what the question is about, with the answer behind its "is" left out.

    A name or a number in it makes it an answer: "Het project Zonneveld is gekozen".
    """
    text = unit.reading.document.text
    told = shown[:1].lower() + shown[1:]
    if any(sign.isupper() or sign.isdigit() for sign in told) or not _COPULA.match(text, short.end):
        return False
    asked = {fold(token.text) for token in question.words}
    return any(fold(word) in asked for word in told.split() if fold(word) not in QUESTION_WORDS)


def _name_whole(unit: Unit, short: Span, shown: str) -> str | None:
    """Give who it is with the office whose field alone was taken; None for a common noun in the singular."""
    text = unit.reading.document.text
    if " " in shown or not shown[:1].isalpha():
        return shown
    before = text[max(unit.span.start, short.start - 70) : short.start]
    office = _FIELD.search(before) if shown[0].isupper() else None
    if office is not None and _is_role(office["role"]):
        whole = " ".join(f"{office.group()}{shown}".split())
        return whole[0].lower() + whole[1:]
    if not shown.islower() or _is_role(shown) or is_plural(shown):
        return shown
    return None if load_lexicon().knows_exactly(shown) else shown


def _is_role(word: str) -> bool:
    plain = fold(word)
    return plain in ROLE_WORDS or plain.endswith(ROLE_ENDINGS)

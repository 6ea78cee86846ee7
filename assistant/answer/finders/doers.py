"""Who does it, by the grammar of the sentence: its subject, what stands behind "door", or behind the preposition asked with.

A doer need not have a name ("de gemeenteraad stelt de visie vast"), and two are given together ("de steden en
de provincie onderzoeken").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from assistant.answer.cues import GENERIC_VERBS, ROLE_WORDS
from assistant.answer.deeds import is_parted
from assistant.answer.evidence import Unit
from assistant.answer.finders.bystanders import does_other
from assistant.answer.finders.candidate import Candidate, words_of
from assistant.answer.matching import Matcher
from assistant.answer.names import find_names
from assistant.answer.nounphrases import Phrase, find_phrase_before, read_phrase
from assistant.answer.parted import is_other_deed
from assistant.answer.parts import DOER, asked_link, asks_passive
from assistant.answer.predicates import VERB
from assistant.answer.question import Question
from assistant.answer.roles import asks_leader, same_role
from assistant.answer.textwords import find_apart
from assistant.answer.verbs import find_verb_root
from assistant.dutch import fold
from assistant.dutch.verbs import find_infinitive, is_infinitive
from assistant.types import Span

_BY, _SUBJECT, _BEHIND, _CLAUSE, _AFTER, _LAID = 0.95, 0.9, 0.85, 0.8, 0.75, 0.8
"""How well one behind "door", a subject before its verb, one behind it, one of a clause, one behind the
preposition asked with, and one with whom something rests answer."""
_OTHER_DEED = 0.5
"""Share left to one who does something in a sentence that holds no verb of the question: it may say it in other words."""
_UNNAMED, _COMMON, _ABSTRACT, _LOOSE = 0.93, 0.5, 0.4, 0.8
"""Shares left to a person or body without a name, to another noun, to one of a plan or an act, and to another preposition."""
_HELD = 0.55
"""How well a word must hold the verb of the question to be what is done."""
_SAME = 0.9
"""How well the particle of a verb apart must hold it for the subject of that verb to be the one asked for."""
_PASSIVE = re.compile(r"\b(?:word(?:t|en)|werd(?:en)?)\b")
_CARRIERS = re.compile(
    r"\b(?:is|zijn|was|waren|heeft|hebben|had|hadden|wordt|worden|werd|werden|kan|kunnen|kon|konden|mag|mogen|moet|moeten|"
    r"moest|zal|zullen|zou|zouden|gaat|gaan|ging|wil|willen|wilde|dient|dienen|blijft|blijven|komt|laat|laten)\b"
)
_OPENERS = re.compile(
    r"\b(?:die|dat|als|wanneer|omdat|waar\w*|zoals|nadat|zodra|zodat|terwijl|hoe|wat|of|indien|doordat|tenzij|hetgeen) ",
    re.IGNORECASE,
)
"""Words that open a clause, with its subject right behind them."""
_BY_WORD = re.compile(
    r"\b(?:door|vanwege|onder (?:leiding|voorzitterschap|co[oö]rdinatie|regie) van) ",
    re.IGNORECASE,
)
_RESTS_WITH = re.compile(
    r"\b(?:lig(?:t|gen)|lag|berust(?:en)?|behoor(?:t|en)|opgedragen|toegekend|toegewezen|voorbehouden|overgelaten|"
    r"gemandateerd|gericht|belegd|bevoegdheid|verantwoordelijkheid|taak|besluit|beslissing|oordeel)\b"
    r"(?: [a-zà-ÿ-]+){0,4}? (?:aan|bij|van) (?=(?:de|het|een|onze) |[A-ZÀ-Þ])"
)
"""Words that lay something with the one behind them: "ligt ter beoordeling aan de inspecteur"."""
_ASKS_IDENTITY = re.compile(r"\bwie (?:is|was|zijn|waren)\b", re.IGNORECASE)
"""A question for who somebody is, not for what he does."""
_HOLDS = re.compile(
    r" (?:is|zijn|was|waren|wordt|worden|werd|werden|blijft|fungeert|fungeren|treedt|treden|optreedt)"
    r"(?: (?:op|aangeduid|aangewezen|aangesteld|benoemd|ook|tevens|dan))*(?: (?:als|tot))?(?: (?:de|het|een))?(?P<post>(?: [a-zà-ÿ-]+){1,3})"
)
"""What stands between one who holds a post and the post: "De burgemeester is voorzitter"."""
_OWNED = re.compile(r"^(?:[A-Z]?[a-z]+ )?[Ww]iens (?P<thing>[a-z]{4,})\b")
"""A question for whose something is."""
_LEADING = 0.3
"""Share left to one without a post where a leader is asked."""
_LED_BY = re.compile(r"\bonder (?:leiding|voorzitterschap) van ", re.IGNORECASE)
_FORMS = {
    "met": "met|samen met|tussen",
    "tot": "tot|aan|bij",
    "voor": "voor|aan|ten behoeve van",
    "bij": "bij|aan|door|tot",
    "aan": "aan|bij|voor",
    "van": "van|uit|vanuit|bij",
    "naar": "naar|aan|tot",
}
"""Prepositions that stand for the one asked with."""


def find_doers(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give the noun phrases that play the part asked for, with all that "en" joins."""
    link, known = asked_link(question), words_of(question)
    owned = _OWNED.match(question.text)
    if link is None and owned is None:
        return
    persons = [name.span for name in find_names(unit.reading, unit.span) if name.kind == "person"]
    if owned is not None:
        found = _of(unit.text, owned["thing"])
    else:
        found = _by_deed(question, unit, matcher) if link == DOER else _behind(unit.text, link or DOER)
    leads = asks_leader(question) and owned is None
    if leads:
        found = chain(_led_by(unit.text), found)
    for phrase, fit in found:
        if not _is_asked(phrase, unit.text, known) and not _is_person(phrase, persons):
            share = _LEADING if leads and fit < _BY and fold(phrase.head) not in ROLE_WORDS else 1.0
            yield Candidate(phrase.span.shift(unit.span.start), fit * share * _share_of(phrase, unit.text))


def find_holders(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the office or body that a sentence says to hold the post asked for: "De burgemeester is voorzitter van ..."."""
    for found in _HOLDS.finditer(unit.text):
        phrase = find_phrase_before(unit.text, found.start())
        if phrase is None or not phrase.is_body or same_role(question, phrase.head):
            continue
        if same_role(question, found["post"]):
            yield Candidate(phrase.span.shift(unit.span.start), _CLAUSE)


def _is_person(phrase: Phrase, persons: list[Span]) -> bool:
    """Tell whether a phrase is no more than a person with a name, whom another finder gives, or cuts a name in two."""
    held = [span for span in persons if span.overlaps(phrase.span)]
    return len(held) == 1 or any(not phrase.span.covers(span) for span in held)


def _is_asked(phrase: Phrase, text: str, known: frozenset[str]) -> bool:
    """Tell whether a phrase is one of the question, or calls one of its things shorter: "commissies" for "adviescommissies"."""
    head, last = fold(phrase.head), fold(re.split(r"[ (]", phrase.span.of(text).rstrip(")"))[-1])
    if last in known or head in known or {f"{head}s", f"{head}en"} & known:
        return True
    return not phrase.named and len(head) > _SHORT and any(word.endswith(head) for word in known)


def _share_of(phrase: Phrase, text: str) -> float:
    """Give the share of its fit that a phrase keeps: all of it with a name in it, least for "deze taken"."""
    said = phrase.span.of(text)
    if any(sign.isupper() for sign in said[1:]):
        return 1.0
    if phrase.is_abstract or _POINTING.match(said):
        return _ABSTRACT
    if said.lower().startswith("het ") and is_infinitive(fold(phrase.head)) and not phrase.is_body:
        return _ABSTRACT
    return _UNNAMED if phrase.is_body else _COMMON


_POINTING = re.compile(
    r"(?:deze|dit|die|dat|zulke?) |(?:de|alle|verschillende|diverse|meerdere|enkele|veel) (?:partijen|"
    r"partners|organisaties|bedrijven|betrokkenen|deelnemers|leden|mensen|personen)$",
    re.IGNORECASE,
)
"""What only points to those who are named elsewhere."""
_SHORT = 3


def _led_by(text: str) -> Iterator[tuple[Phrase, float]]:
    """Give those under whose lead something is."""
    for found in _LED_BY.finditer(text):
        yield from _read(text, found.end(), _BY)


def _of(text: str, thing: str) -> Iterator[tuple[Phrase, float]]:
    """Give whose a thing is: "in opdracht van ..." for "in wiens opdracht"."""
    for found in re.finditer(rf"\b{re.escape(thing)} (?:van|vanuit|door) ", text, re.IGNORECASE):
        yield from _read(text, found.end(), _CLAUSE)


def _behind(text: str, link: str) -> Iterator[tuple[Phrase, float]]:
    """Give what stands behind the preposition asked with, or behind another that says the same."""
    for found in re.finditer(rf"\b(?P<link>{_FORMS.get(link, link)}) ", text, re.IGNORECASE):
        phrase = read_phrase(text, found.end())
        if phrase is not None:
            yield phrase, _AFTER * (1.0 if found["link"].lower() == link else _LOOSE)


def _by_deed(question: Question, unit: Unit, matcher: Matcher) -> Iterator[tuple[Phrase, float]]:
    """Give the doers of what the question says is done, or in a sentence without that verb persons and bodies that do something."""
    deeds = _deeds(question, unit, matcher)
    passive = asks_passive(question)
    if deeds:
        own = [deed for deed in deeds if not is_other_deed(question.text, unit.text, deed)]
        laid = 1.0 if own else _OTHER_DEED
        for phrase, fit in _by_verb(question, unit.text, own or deeds, passive=passive):
            yield phrase, fit * laid
    else:
        laid = 0.0 if _ASKS_IDENTITY.search(question.text) else _OTHER_DEED
        for phrase, fit in _of_any_verb(unit.text, passive=passive) if laid else ():
            if phrase.is_body:
                yield phrase, fit * laid
    for found in () if passive or not laid else _RESTS_WITH.finditer(unit.text):
        yield from _read(unit.text, found.end(), _LAID * laid)


def _of_any_verb(text: str, *, passive: bool) -> Iterator[tuple[Phrase, float]]:
    """Give those behind "door" and the subjects of the auxiliaries and clauses of a text."""
    if not passive:
        for found in _BY_WORD.finditer(text):
            yield from _read(text, found.end(), _BY)
    if passive or not _PASSIVE.search(text):
        yield from _subjects(text, [found.span() for found in _CARRIERS.finditer(text)])
        yield from _of_clauses(text, [found.span() for found in _OPENERS.finditer(text)])


def _by_verb(
    question: Question, text: str, deeds: list[Span], *, passive: bool
) -> Iterator[tuple[Phrase, float]]:
    """Give the doers of the deeds."""
    told: set[tuple[int, int]] = set()
    for deed in deeds:
        start = max(text.rfind(mark, 0, deed.start) for mark in (";", ": ", ". ")) + 1
        end = min(
            (place for mark in (";", ": ", ". ") if (place := text.find(mark, deed.end)) >= 0),
            default=len(text),
        )
        if not passive:
            for first, behind in _untold(_BY_WORD.finditer(text, start, end), told):
                other = _is_of_other(question, text, first, deeds) or does_other(text, behind, deeds)
                if not _is_of_noun(text, start, first) and not other:
                    yield from _read(text, behind, _BY)
        undone = not passive and bool(_PASSIVE.search(text, start, end))
        if not undone:
            yield from _subjects(text, [(deed.start, deed.end)])
            yield from _subjects(text, _untold(_CARRIERS.finditer(text, start, end), told))
            yield from _of_clauses(text, _untold(_OPENERS.finditer(text, start, deed.start), told))


def _is_of_noun(text: str, start: int, place: int) -> bool:
    """Tell whether "door" goes with the noun before it and not with a verb: "Incidenten door drones worden gemeld"."""
    before = text[start:place].strip()
    if not before or _CARRIERS.search(before) or not _CARRIES.match(text, place):
        return False
    last = before.rsplit(" ", 1)[-1]
    return last.isalpha() and find_infinitive(fold(last)) is None


def _is_of_other(question: Question, text: str, place: int, deeds: list[Span]) -> bool:
    """Tell whether the participle right before "door" is another one than what is asked: "bewaard, tenzij bepaald door de wet"."""
    found = _DONE_BEFORE.search(text, max(0, place - _FAR), place)
    if found is None or any(deed.overlaps(Span(*found.span("done"))) for deed in deeds):
        return False
    done = fold(found["done"])
    return done not in GENERIC_VERBS and find_infinitive(done) is not None and not is_parted(question, done)


_FAR = 40
_DONE_BEFORE = re.compile(
    r"\b(?P<done>(?:[a-zà-ÿ]{2,5})?ge[a-zà-ÿ]{2,}(?:d|t|en)|(?:be|ver|ont|her)[a-zà-ÿ]{2,}(?:d|t|en)) $"
)
_CARRIES = re.compile(r"door (?:[^\s.;:,]+ ){1,6}?(?:word(?:t|en)|werd(?:en)?) (?=[^.;:]*\w)")


def _untold(found: Iterable[re.Match[str]], told: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give where the matches stand that were not given for another deed of the clause, and note them."""
    new = [match.span() for match in found if match.span() not in told]
    told.update(new)
    return new


def _subjects(text: str, verbs: list[tuple[int, int]]) -> Iterator[tuple[Phrase, float]]:
    """Give the subjects of the verbs: right before them, else right behind."""
    for start, end in verbs:
        before = find_phrase_before(text, len(text[:start].rstrip()))
        before = _with_row(text, before) if before is not None else _find_opening(text, start)
        if before is not None:
            yield before, _SUBJECT
        else:
            yield from _read(text, end + 1, _BEHIND)


def _with_row(text: str, phrase: Phrase) -> Phrase:
    """Give the row that opens the sentence and ends in a phrase behind a comma: "A, B en C" for "B en C"."""
    if not text.endswith(", ", 0, phrase.span.start):
        return phrase
    start = max((found.end() for found in _OPENING.finditer(text, 0, phrase.span.start)), default=0)
    row = read_phrase(text, start)
    return row if row is not None and row.is_body and row.span.end == phrase.span.end else phrase


_OPENING = re.compile(r"[.;:!?] | [-–—] |\n")
"""What a sentence, or the text behind the dateline of a release, begins after."""
_ASIDE = re.compile(
    r"(?: (?:met|in|op|bij|uit|binnen|voor|aan|tussen|zonder|onder) [^,;:()]+?)?(?:,? (?:die|dat|welke|waarvan|wier) [^,;:()]+,)? $"
)
"""What may stand between a subject and its verb: prepositions with their nouns, a clause of its own."""


_STOP = re.compile(r"[;:.] |\n|^[a-z0-9]{1,3}[.)] ")


def _find_opening(text: str, verb: int) -> Phrase | None:
    """Give the person or body that opens the sentence of a verb, with only words that belong to it between them."""
    start = max((found.end() for found in _STOP.finditer(text, 0, verb)), default=0)
    phrase = read_phrase(text, start)
    if (
        phrase is None
        or not phrase.is_body
        or phrase.span.end >= verb
        or _POINTING.match(phrase.span.of(text))
    ):
        return None
    between = text[phrase.span.end : verb]
    return (
        phrase
        if _ASIDE.fullmatch(between) and not _CARRIERS.search(between.split(",")[0].split(" die ")[0])
        else None
    )


def _of_clauses(text: str, openers: list[tuple[int, int]]) -> Iterator[tuple[Phrase, float]]:
    """Give the subjects of clauses that close with their verb: behind "dat", or before ", die"."""
    for start, end in openers:
        yield from _read(text, end, _CLAUSE)
        if text[start:end].lower() in ("die ", "dat ") and text.endswith(", ", 0, start):
            before = find_phrase_before(text, start - 2)
            if before is not None:
                yield before, _CLAUSE


def _read(text: str, start: int, fit: float) -> Iterator[tuple[Phrase, float]]:
    phrase = read_phrase(text, start)
    if phrase is not None:
        yield phrase, fit


_LED = re.compile(r"(?:goed|vast|vrij|bekend|plaats|deel)ge[a-zà-ÿ]{2,}(?:d|t|en)$")
"""A participle with its particle, of a verb that is another one without it."""


def _deeds(question: Question, unit: Unit, matcher: Matcher) -> list[Span]:
    """Give the words of the unit that say what the question says is done."""
    last = question.words[-1].text if question.words else ""
    closing = last if last.islower() and (find_verb_root(last) or _LED.match(last)) else ""
    halves = {Span(*verb).of(question.text) for _, *verb, _ in find_apart(question.text)}
    verbs = {
        place
        for place, term in enumerate(matcher.terms)
        if term.part == VERB
        or fold(term.text) in GENERIC_VERBS
        or term.text == closing
        or term.text in halves
    }
    found = {
        Span(start, end): max(strength for place, strength in worth if place in verbs)
        for start, end, worth in matcher.held_words(unit.text)
        if any(place in verbs and strength >= _HELD for place, strength in worth)
    }
    apart = {particle: Span(*verb) for particle, *verb, _ in find_apart(unit.text)} if found else {}
    return [apart.get(deed.start, deed) if held >= _SAME else deed for deed, held in found.items()]

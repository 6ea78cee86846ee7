"""What is planned is not done yet, what is almost so is not so, and what was so need not be: none of them says yes.

"De batterij wordt in 2025 geleverd" does not tell that it is delivered, nor "begint in 2026" that it has begun, "bijna klaar"
that it is ready, or "was in 2020 open" that it is open now.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.conversation_phrases import MONTHS
from assistant.answer.evidence import Unit
from assistant.answer.question import Question
from assistant.answer.textwords import read_text
from assistant.dutch import fold
from assistant.dutch import stem as stem_word
from assistant.dutch.verbs import conjugate, find_infinitive

_ASKED = re.compile(r"(?:is|zijn|heeft|hebben)\b", re.IGNORECASE)
"""A question for what is so or done by now."""
_TO_COME = re.compile(
    r"\b(?:wordt|worden|zal|zullen|gaat|gaan|moet|moeten|gepland|verwacht\w*|volgend\w*|komend\w*|binnenkort|straks)\b"
)
"""What asks of a time to come itself."""
_MONTHS = "|".join(sorted(MONTHS))
_SEASONS = "voorjaar|najaar|lente|zomer|herfst|winter|kwartaal|jaar|maand|week"
_TIME = re.compile(
    rf"\b(?:in|op|per|vanaf|tegen|rond|met ingang van|eind|begin|medio|half|na) (?:(?:de|het|loop van|eerste|tweede|derde|vierde) ){{0,4}}"
    rf"(?:\d{{1,2}} )?(?:{_MONTHS}|{_SEASONS}|(?:19|20)\d\d)\b|\b(?:volgende?|komende?) \w+|\b(?:binnenkort|straks|later dit jaar)\b|"
    rf"\buiterlijk (?:\d{{1,2}} )?(?:{_MONTHS}|(?:19|20)\d\d)\b|"
    rf"\bover (?:een|twee|drie|vier|vijf|zes|enkele|\d{{1,2}}) (?:dagen|we(?:ek|ken)|maand(?:en)?|jaar)\b|"
    rf"\b(?:dit|deze|voor (?:de|het)) (?:voorjaar|najaar|lente|zomer|herfst|winter)\b|\bvoor \d{{1,2}} (?:{_MONTHS})\b"
)
"""When something is to be; "sinds" and "tot" tell that it is so."""
_SINCE = re.compile(
    r"\b(?:sinds|sedert|al|reeds|inmiddels|intussen|elk|elke|iedere|ieder|jaarlijks|dagelijks|steeds)\b"
)
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLAUSE = re.compile(
    r"[,;:()]|\b(?:en|maar|terwijl|omdat|doordat|zodat|waardoor|waarbij|waarna|hoewel|als|indien|wanneer|nadat|die|dat)\b"
)
_OBJECT = re.compile(r"\b((?:en|maar) [a-zà-ÿ]{3,}t) (?:die|dat)(?= )")
"""A thing behind its verb, which opens no clause: "kocht de grond en verkoopt die in 2031"."""
_PERFORMED = frozenset(
    "besluiten vaststellen aanwijzen verlenen toekennen benoemen goedkeuren instemmen intrekken weigeren afwijzen bepalen verklaren "
    "stellen kennen keuren wijzen trekken stemmen willen hebben zijn worden gaan komen staan liggen".split()
)
"""Verbs of which saying is doing ("het college besluit op 3 mei"), and small ones."""
_MOVED = {
    "open": frozenset(("openen", "opengaan")),
    "dicht": frozenset(("sluiten", "dichtgaan")),
    "gesloten": frozenset(("sluiten", "dichtgaan")),
    "geopend": frozenset(("openen", "opengaan")),
    "werking": frozenset(("treden",)),
    "kracht": frozenset(("worden",)),
    "gestart": frozenset(("starten", "beginnen")),
    "begonnen": frozenset(("starten", "beginnen")),
    "geeindigd": frozenset(("eindigen", "aflopen")),
    "beeindigd": frozenset(("eindigen", "aflopen")),
    "afgelopen": frozenset(("eindigen", "aflopen")),
}
"""Verbs that end in a state: what "opent in mei" is open then."""
_STATE = re.compile(
    r"\b(?:open|dicht|klaar|gereed|af|rond|operationeel|in gebruik|in bedrijf|van kracht|bewoonbaar|beschikbaar)$"
)
_ALMOST = re.compile(
    r"\b(?:bijna|haast|nagenoeg|vrijwel|zo goed als)(?: (?:geheel|helemaal|volledig))? (?P<state>[a-zà-ÿ]+)"
)
_CHANGING = re.compile(
    r"\b(?:open|dicht|gesloten|toegankelijk|bereikbaar|gratis|verboden|verplicht|toegestaan|van kracht|geldig|actief|beschikbaar|lid)$"
)
"""States that come and go: what was so is not so for that."""
_WAS, _IS = re.compile(r"\b(?:was|waren)\b"), re.compile(r"\b(?:is|zijn|blijft|blijven|sindsdien|sinds)\b")


def is_not_yet(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence does not say yes to a question for what is done or so by now: it is planned, nearly so, or was."""
    asked = fold(question.text).rstrip(" ?.!")
    if not _ASKED.match(asked) or _TO_COME.search(asked):
        return False
    said = fold(unit.text)
    return _is_almost(asked, said) or _was_only(asked, said) or _is_planned(asked, said, unit)


def _is_almost(asked: str, said: str) -> bool:
    """Tell whether a sentence says that what is asked is nearly so."""
    if _ALMOST.search(asked):
        return False
    words = {stem_word(word) for word in asked.split()}
    return any(stem_word(found["state"]) in words for found in _ALMOST.finditer(said))


def _was_only(asked: str, said: str) -> bool:
    """Tell whether a sentence says of a state that comes and goes that it was so, and not that it is."""
    state = _CHANGING.search(asked)
    if state is None or _YEAR.search(asked):
        return False
    clause = next((clause for clause in _CLAUSE.split(said) if state.group() in clause), "")
    return _WAS.search(clause) is not None and _IS.search(said) is None


def _is_planned(asked: str, said: str, unit: Unit) -> bool:
    """Tell whether the clause that tells the asked deed or state gives a time to come for it."""
    last = asked.rsplit(" ", 1)[-1]
    verb = find_infinitive(last)
    ends = _MOVED.get(last, frozenset(() if verb is None or verb in _PERFORMED else (verb,)))
    state = _STATE.search(asked)
    clauses = _CLAUSE.split(_OBJECT.sub(r"\1", said))
    if any(_is_done(clause, last, verb) for clause in clauses):
        return False
    if any(_is_possible(clause, last, verb) for clause in clauses):
        return True
    for clause in clauses:
        time = _TIME.search(clause)
        if time is None or _SINCE.search(clause) or _is_past(clause, unit):
            continue
        if _COMES.search(clause) is not None and _names_deed(clause, last, verb):
            return True
        then = state is not None and time.group() not in asked and _is_then(state.group(), clause)
        if then or _tells_now(clause, ends):
            return True
    return False


def _is_done(clause: str, participle: str, verb: str | None) -> bool:
    """Tell whether a clause tells the deed as done."""
    if _HAS.search(clause) is None or _COMES.search(clause) is not None:
        return False
    return _names_deed(clause, participle, verb)


def _is_possible(clause: str, participle: str, verb: str | None) -> bool:
    """Tell whether a clause says that a deed may, can or must be done: "kan worden ingetrokken" is not withdrawn yet."""
    if _MODAL.search(clause) is None or _PARTICIPLE.search(participle) is None or participle in _ALLOWED:
        return False
    if verb is not None and re.search(rf"\b{verb}\b", clause):
        return verb != participle
    return re.search(r"\bworden\b", clause) is not None and participle in _WORD.findall(clause)


def _names_deed(clause: str, participle: str, verb: str | None) -> bool:
    """Tell whether a clause has the verb with which a question ends; of one that is not known, the same word."""
    words = _WORD.findall(clause)
    if verb is None:
        return _PARTICIPLE.fullmatch(participle) is not None and participle in words
    return any(find_infinitive(word) == verb for word in words)


_ALLOWED = frozenset("toegestaan toegelaten verboden verplicht vereist bevoegd bereid".split())
"""What a sentence with "mag" or "moet" tells to be so."""
_MODAL = re.compile(r"\b(?:kan|kunnen|mag|mogen|moet|moeten|zal|zullen|zou|zouden|dient|dienen)\b")
_PARTICIPLE = re.compile(r"(?!gereed)(?:\w{1,8}ge|ge|be|ver|her|ont)\w{3,}(?:d|t|en)")
_HAS = re.compile(r"\b(?:is|zijn|was|waren|werd|werden|heeft|hebben|had|hadden)\b")
_COMES = re.compile(r"\b(?:wordt|worden)\b")


def _is_past(clause: str, unit: Unit) -> bool:
    """Tell whether all years of a clause lie before that of the document."""
    date, years = unit.reading.document.date, _YEAR.findall(clause)
    return date is not None and bool(years) and max(years) < date[:4]


@lru_cache(maxsize=500)
def _tells_now(clause: str, verbs: frozenset[str]) -> bool:
    """Tell whether one of the verbs stands in the present in a clause."""
    if re.search(r"\b(?:is|zijn|heeft|hebben|had|werd|werden|te)\b", clause):
        return False
    for key in read_text(clause).keys:
        whole = key.rpartition(" ")[2]
        if any(whole == verb or whole in conjugate(verb)[0] for verb in verbs):
            return True
        verb = find_infinitive(whole)
        if verb in verbs and verb is not None and _is_third(key, verb):
            return True
    return False


def _is_third(key: str, verb: str) -> bool:
    """Tell whether a separated verb stands in the present: "gaat ... open"."""
    head, _, whole = key.partition(" ")
    inner = find_infinitive(head)
    return bool(whole) and inner is not None and verb.endswith(inner) and head in conjugate(inner)[0]


def _is_then(state: str, clause: str) -> bool:
    """Tell whether a clause says that something is in a state at a time: "is in mei klaar"."""
    return re.search(rf"\b(?:is|zijn|staat|staan)\b.*\b{state}\b(?! ge)", clause) is not None

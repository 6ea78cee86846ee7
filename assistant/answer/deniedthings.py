"""What a "geen" denies: "geen geldige inschrijving" says nothing of whether the battery was placed.

And words that only look like the verb of a question: what "vond plaats" was not placed.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.matching import Matcher
from assistant.answer.predicates import VERB
from assistant.answer.question import Question
from assistant.answer.signs import is_light
from assistant.dutch import fold

_NONE = re.compile(r"\bgeen (?P<what>(?:enkele? |één )?(?:[a-zà-ÿ-]+e )?(?P<noun>[a-zà-ÿ-]+))", re.IGNORECASE)
_EXISTS = re.compile(r"er (?:is|zijn|was|waren) ", re.IGNORECASE)
"""What opens a sentence that says what there is; with no word of the question it is about another thing."""
_OTHER = re.compile(r"\b(?:niet|nooit|niemand|evenmin|noch|nergens|niets|nee|neen)\b", re.IGNORECASE)
"""Any other negation: that one may be of what is asked."""
_PREDICATE = frozenset(
    """sprake recht rechten plan plannen mogelijkheid mogelijkheden gebruik rol toestemming akkoord voornemen voornemens aanleiding
    reden redenen noodzaak behoefte geld zin besluit beslissing van deel invloed verplichting verbod vergunning overeenstemming verschil
    wijziging wijzigingen gevolg gevolgen effect werking partij rekening taak doel onderdeel bevoegdheid bezwaar belang voorstander
    steun ruimte middelen budget haast concurrentie groen gehoor doorgang vervolg uitvoering toegang aandacht kans garantie
    zekerheid duidelijkheid voorziening voorzieningen probleem problemen bijdrage vergoeding subsidie""".split()
)
"""Nouns that deny the whole deed or state behind "geen": "geen sprake van", "geen plannen om"."""
_WHOLLY = frozenset(
    """sprake plan plannen mogelijkheid mogelijkheden voornemen voornemens aanleiding reden redenen noodzaak behoefte geld besluit
    beslissing ruimte middelen budget zin akkoord overeenstemming""".split()
)
"""Those of them with which something is said not to be there."""
_THERE = re.compile(
    r"^(?:en |maar )?(?:is|zijn|was|waren|komt|komen|kwam|kwamen|bestaat|bestaan|bestond|ligt|liggen|staat|staan) er (?P<rest>.+)"
)
_LINK = re.compile(r" (?:voor|van|in|op|bij|tegen|over|met|aan|om|uit|naar|tijdens|die|dat|waar\w*) ")
_DONE = re.compile(r"(?:ge|be|ver|ont|aan|af|op|uit|in)\w{3,}(?:d|t|en)$")
"""A participle, of a light verb as well."""
_SAID = 0.5
_TAKES_PLACE = re.compile(
    r"\bv(?:ind|ond)\w*\b[^.;]*\bplaats\b|\bplaats ?(?:ge)?v(?:ind|ond)\w*|\bplaats te vinden\b|\bter plaatse\b|\bin (?:de )?plaats van\b"
)
_PLACED = re.compile(r"\b(?:geplaatste?|plaatste?n?|plaatst|plaatsen|plaatsing)\b")
_TAKES_PART = re.compile(
    r"\bn[ae]{1,2}m(?:t|en)?\b[^.;]*\bdeel\b|\bdeel ?(?:ge)?n[eo]{1,2}m\w*|\bdeel te nemen\b|\bma(?:akt|akte|ken|akten)\b[^.;]*\bdeel uit\b|"
    r"\bdeel ?uit ?(?:ge)?ma\w+"
)
_PARTED = re.compile(r"\b(?:gedeelde?|verdeelde?|delen|deelt|deelden?)\b")


def denies_other_thing(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a sentence denies only a thing that is not asked of: "geen bezwaar" where a subsidy is asked.

    Its one negation is "geen" before a noun that the question has not; what is asked to be there stands not in that
    clause, or the deed that is asked is not said at all.
    """
    text = unit.text
    found = list(_NONE.finditer(text))
    if len(found) != 1 or _OTHER.search(text) or re.search(r"\bgeen\b", question.text, re.IGNORECASE):
        return False
    none = found[0]
    there = _THERE.match(fold(question.text).rstrip(" ?."))
    if there is None and _EXISTS.match(text) and all(held < _SAID for held in unit.local):
        return True  # "De begroting is sluitend. Er is geen geld voor een zwembad."
    if (
        fold(none["noun"]) in (_WHOLLY if there else _PREDICATE)
        or max(matcher.strengths(none["what"]), default=0.0) >= _SAID
    ):
        return False
    if there is not None:
        asked = set(re.findall(r"[a-z-]+", _LINK.split(f"{there['rest']} ", maxsplit=1)[0]))
        places = [place for place, term in enumerate(matcher.terms) if fold(term.text) in asked]
        return bool(places) and all(unit.local[place] < _SAID for place in places)
    last = question.words[-1] if question.words and _DONE.match(fold(question.words[-1].text)) else None
    verbs = [
        place
        for place, term in enumerate(matcher.terms)
        if (term.part == VERB and not is_light(term.text)) or (last is not None and term.text == last.text)
    ]
    return bool(verbs) and all(unit.local[place] < _SAID for place in verbs)


def says_like_verb(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence has only a word that looks like the verb of a question: "vond plaats" for "geplaatst"."""
    asked, said = fold(question.text), fold(unit.text)
    pairs = ((_PLACED, _TAKES_PLACE), (_PARTED, _TAKES_PART))
    return any(
        verb.search(asked)
        and not like.search(asked)
        and like.search(said)
        and not verb.search(like.sub(" ", said))
        for verb, like in pairs
    )

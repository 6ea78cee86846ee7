"""Persons, their roles, and organisations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.answer.adjectives import is_adjective
from assistant.answer.cues import ROLE_WORDS
from assistant.answer.enumerations import find_enumerations
from assistant.answer.evidence import Unit
from assistant.answer.finders.affiliations import find_affiliation
from assistant.answer.finders.audiences import find_audience
from assistant.answer.finders.beside import find_antecedent, find_attributed, find_spoken_of
from assistant.answer.finders.called import find_called
from assistant.answer.finders.candidate import Candidate, asked_is_held, find_labelled, find_pattern, words_of
from assistant.answer.finders.doers import find_doers, find_holders
from assistant.answer.finders.levels import sort_share, unknown_share
from assistant.answer.finders.otherside import leave_named
from assistant.answer.finders.posts import find_shares, label_of, person_fit, with_role
from assistant.answer.finders.quoted import find_continued
from assistant.answer.finders.remainders import find_remainder, lacks_remainder
from assistant.answer.finders.successors import find_unnamed_successor
from assistant.answer.finders.taskholders import find_conductor
from assistant.answer.finders.which import join_items
from assistant.answer.matching import Matcher
from assistant.answer.names import Name, find_names, is_common, is_thing
from assistant.answer.paidthings import find_paid
from assistant.answer.parties import keep_players
from assistant.answer.parts import DOER, find_links, link_share
from assistant.answer.predicates import ASKED, VERB
from assistant.answer.question import Question
from assistant.answer.roles import asks_leader, asks_role, same_role
from assistant.answer.signing import asks_signature, find_signer, is_signature, tells_another_act
from assistant.answer.succession import find_relatives
from assistant.answer.wholenames import with_abbreviation
from assistant.dutch import fold, load_lexicon, split_compound
from assistant.types import ExtractKind, Span

_OF_PERSON = 0.6
"""Share left to a group in the post of a person."""
_ROLES = (
    "koning|koningin|premier|minister|gouverneur|burgemeester|commissaris van de koning|gedeputeerde|deputé|"
    "wethouder|schepen|staatssecretaris|directeur|voorzitter"
)
_IS_WHO = re.compile(r"\b[Ww]ie (?:is|was|zijn|waren) (?:de heer |mevrouw )?[A-ZÀ-Þ]")
"""A question for the post of somebody with a name."""
_UNDONE, _SAID = 0.75, 0.4
"""Share left to a group where the deed is not said, and how well a sentence must hold a verb to say it."""
_SPOKEN = 0.5
"""How well a noun must be held near a sentence to be spoken of."""
_UNLABELLED = 0.6
"""Share left to a person where a label tells that another is the one asked for."""
_OTHER_ACT = 0.3
"""Share left to names in the line that tells who put the questions, where it is asked who answered them."""
_LEADING = 0.3
"""Share left to a group where a leader is asked: somebody leads it."""
_OFFICIAL = re.compile(r"(?:staatssecretaris|minister|burgemeester|gedeputeerde)\b", re.IGNORECASE)
_OFFICE = re.compile(r"Minister van ")
"""The office of a ministry."""
_NO_BODY_SHARE = 0.5
"""Share left to the name of a project, a law or an event, where an organisation is asked for."""
_THING = 0.3
"""Share left to the fore part of a common noun ("HTSM-sector"), where an organisation is asked for."""
_BESIDES_SHARE = 0.4
"""Share left to a body that is only told to go with another one: "inclusief de Kustwacht"."""
_BESIDES = re.compile(
    r"\b(?:inclusief|exclusief|met inbegrip van|met uitzondering van|in plaats van|behalve) (?:(?:de|het|een) )?$"
)
_NO_BODY_BEFORE = re.compile(
    r"\b(?:project|programma|wet|regeling|onderzoek|conferentie|beurs|prijs|traject|actieplan|richtlijn|verordening|campagne) "
    r"[‘“\"']?$"
)
_NO_BODY = re.compile(
    r"(?:pact|deal|akkoord|award|prijs|festival|congres|agenda|principles|verdrag|project|programma|strategie|standaard|event)$",
    re.IGNORECASE,
)
"""What a name stands behind or ends in, that makes it the name of an undertaking or a text and not of a body."""
_ANY_BODY = frozenset(
    "organisatie organisaties instantie instanties partij partijen instelling instellingen dienst orgaan overheid overheden partner partners".split()
)
"""Nouns that ask for any body, also for one without a name ("de jeugdreclassering")."""
_LOWER = re.compile(
    r"[a-z-]*(?:platform|verband|bureau|instituut|organisatie|bedrijf|centrum|netwerk|stichting|vereniging|start-up|agentschap) "
    r"[‘“\"']?(?P<name>[a-z][\w-]{3,})"
)
"""A name in lower case behind the noun that says what it is: "het onderzoeksinstituut imec"."""
_ADJECTIVE = re.compile(r"[a-z](?:se|ische)$")
_UNNAMED = re.compile(
    rf"\b(?:door|opende|opent|sprak|zei|tekende|overhandigde|aan) (?P<who>(?:de|het) (?:{_ROLES})"
    r"(?: van [A-Z]\w+(?: [A-Z]\w+)*)?)(?![^.]{0,3}[A-Z])"
)


_PAID_BY = re.compile(
    r"\b(?:betaald|gefinancierd|bekostigd|vergoed|gesubsidieerd|gesponsord|gedragen)(?: wordt| worden| werd| werden)? (?:mede )?door "
    r"(?P<who>(?:(?:de|het|een) (?:[a-zà-ÿ-]+e )?(?:[a-zà-ÿ-]{4,}(?: [A-ZÀ-Þ][\w-]+)*|[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)*))|"
    r"[A-ZÀ-Þ][\w-]+(?: (?:(?:van|voor|de|het) )*[A-ZÀ-Þ][\w-]+)*)"
)
"""Who pays, by a participle: "bekostigd door Justitie"."""
_HALF = re.compile(r"- (?:en|of|,) ?|-(?=,)")
"""What makes a word the fore part of a compound: "Unie- of nationale wetgeving"."""
_CREDITED = re.compile(
    r"\W*(?:(?:geschreven|gefotografeerd|vertaald|geïllustreerd|vormgegeven) door:?|"
    r"(?:foto|tekst|beeld|illustratie|vormgeving|fotografie|auteur|cartoon)"
    r"(?:['’]?s)?(?: door|:| ©)|©) [^.;]{2,90}\W*$",
    re.IGNORECASE,
)
"""A line that says who made a text or a picture."""
_MAKES = re.compile(
    r"\b(?:schr(?:eef|even|ijf\w*)|geschreven|auteur|tekst|foto\w*|fotograa\w+|teken\w*|getekend|illustr\w*|vertaal\w*|vormgev\w*|"
    r"vormgegeven|maakten?|maakt|gemaakt|ontw\w+|interview\w*)",
    re.IGNORECASE,
)
"""A question for who made a text or a picture."""


_AGENDA = re.compile(r"\W*\d{1,2}(?:[:.]|u|h)(?:\d{2})? ?[–—-] ?\d{1,2}(?:[:.]|u|h)")
"""A line of an agenda, which tells when a thing is spoken of and not who does it."""


def find_persons(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give who signed where that is asked; else persons, posts, and groups when no role is asked."""
    if _CREDITED.match(unit.text) and not _MAKES.search(question.text):
        return
    names = () if unit.text.isupper() else find_names(unit.reading, unit.span)
    if _AGENDA.match(unit.text) and not any(name.kind == "person" for name in names):
        return
    if find_paid(question, matcher.terms) and _PAID_BY.search(unit.text):
        yield from find_pattern(unit, _PAID_BY, "who", 1.0)
        return
    told = list(find_audience(question, unit)) or list(find_remainder(question, unit))
    if told or lacks_remainder(question, unit):
        yield from told
        return
    related, others = find_relatives(question, unit.text, names)
    if related:
        yield from (Candidate(name.span.shift(unit.span.start), 1.0) for name in others)
        if not others:
            yield from find_unnamed_successor(question, unit, names)
        return
    if is_signature(unit) and not (asks_signature(question) or _asks_post(question)):
        return  # who signed a rule is not who does what it says
    signer = find_signer(question, unit)
    if signer is not None and (not asks_role(question) or same_role(question, signer[1])):
        yield Candidate(signer[0].shift(unit.span.start), 1.0)
    else:
        yield from keep_players(question, unit, _find_all(question, unit, matcher))


def _asks_post(question: Question) -> bool:
    """Tell whether a post is asked, by its name or by what one who has it does."""
    return asks_role(question) or asks_leader(question)


def _find_all(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give persons; the role of a person whom the question names; organisations when no role is asked."""
    text, base = unit.text, unit.span.start
    known = words_of(question)
    role_asked = asks_role(question)
    names = () if text.isupper() else find_names(unit.reading, unit.span)
    roles = [name.role for name in names if name.role is not None]
    found = {name: label_of(text, name, matcher) for name in names if name.kind == "person"}
    labels = {name: label for name, label in found.items() if label is not None}
    shares = find_shares(question, unit, names, matcher)
    aside = _OTHER_ACT if tells_another_act(question, unit) else 1.0
    whole = [name for name in names if not _HALF.match(text, name.span.end)]
    whole = leave_named(question, text, whole, known)
    for name, link in find_links(text, whole):
        share = link_share(question, link) * aside
        held = {fold(word) for word in name.text.split()}
        if name.kind == "person":
            if held & known:
                if name.role is not None and (question.asked == "functie" or _IS_WHO.search(question.text)):
                    yield Candidate(name.role.shift(base), 1.0)
            elif question.asked != "functie":
                label = labels.get(name)
                fit = 1.0 if label else person_fit(question, name, unit, matcher, share)
                fit *= _UNLABELLED if labels and not label else 1.0
                fit *= shares.get(name, 1.0)
                yield Candidate(name.span.shift(base), fit, anchor=(label or with_role(name)).shift(base))
        elif not role_asked and question.asked != "functie" and not held <= known:
            share *= _OF_PERSON if any(role.covers(name.span) for role in roles) else 1.0
            share *= _UNDONE if _is_undone(unit, matcher) else 1.0
            share *= _LEADING if asks_leader(question) else 1.0
            yield Candidate(
                with_abbreviation(text, name.span).shift(base), _group_fit(unit, name, link) * share
            )
    if not role_asked and question.asked is None:
        yield from _named_together(question, unit, names)
        yield from find_pattern(unit, _UNNAMED, "who", 0.75)
        yield from find_doers(question, unit, matcher)
        yield from find_conductor(question, unit, matcher)
    if role_asked:
        yield from find_holders(question, unit)
    yield from find_attributed(question, unit, matcher)
    yield from find_continued(question, unit)
    if not any(name.kind == "person" for name in names):
        yield from find_antecedent(question, unit)


def _group_fit(unit: Unit, name: Name, link: str) -> float:
    """Give how well a group answers "wie"; the name of a place does so badly."""
    places = {fact.span for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)}
    if name.span.shift(unit.span.start) in places or fold(name.text.split()[0]) in ROLE_WORDS:
        return 0.25
    if " " not in name.text and (_ADJECTIVE.search(name.text) or _modifies(unit.text, name)):
        return 0.2
    if is_thing(name.text):
        return 0.2
    return (0.6 if name.kind == "organisation" else 0.45) + (0.3 if link == DOER else 0.0)


def _modifies(text: str, name: Name) -> bool:
    """Tell whether a name is an adjective with a capital before its noun: "Ernstige incidenten"."""
    after = text[name.span.end : name.span.end + 2]
    return (
        name.text.endswith("e") and after[:1] == " " and after[1:].islower() and is_adjective(fold(name.text))
    )


def _named_together(question: Question, unit: Unit, names: Sequence[Name]) -> Iterator[Candidate]:
    """Give names that stand together as one answer: "A, B en C bezochten ..." was done by all three.

    Most of them must be persons or organisations, and none a part of a name ("Onderwijs, Cultuur en Wetenschap").
    """
    known = [name.span for name in names if name.kind != "name"]
    fit = 0.65 * (_LEADING if asks_leader(question) else 1.0)
    for enumeration in find_enumerations(unit.text):
        items = [item.of(unit.text) for item in enumeration.items]
        held = sum(any(item.overlaps(span) for span in known) for item in enumeration.items)
        parts = any(
            sum(span.overlaps(item) for item in enumeration.items) > 1 or (span.covers(enumeration.span))
            for span in known
        )
        if parts or 3 * held < 2 * len(items):
            continue
        if all(any(sign.isupper() for sign in item) for item in items):
            yield Candidate(enumeration.span.shift(unit.span.start), fit, join_items(items))


def _is_undone(unit: Unit, matcher: Matcher) -> bool:
    """Tell whether what the question says is done is said nowhere in the sentence or around it."""
    deeds = [held for term, held in zip(matcher.terms, unit.close, strict=True) if term.part == VERB]
    return bool(deeds) and max(deeds) < _SAID


def _is_no_body(text: str, name: Name) -> bool:
    """Tell whether a name is that of a project, a law or an event, or the caption of what stands behind its colon."""
    caption = name.kind == "name" and text.startswith(":", name.span.end)
    return caption or bool(_NO_BODY.search(name.text) or _NO_BODY_BEFORE.search(text[: name.span.start]))


def _stands_behind(noun: str, text: str, start: int) -> bool:
    """Tell whether what starts there stands right behind the noun, a word of its own: "de stichting Waterhuis"."""
    return fold(text[max(0, start - 2 * len(noun) - 2) : start]).endswith(f" {noun} ")


def _is_called(noun: str, text: str, end: int) -> bool:
    """Tell whether a name that ends there is said to be one of the asked things: "Waterpact, een fonds van de Dijkgroep"."""
    found = _CALLED.match(text, end)
    return found is not None and noun in fold(found["nouns"]).split()


_CALLED = re.compile(r"(?: \([^()]{1,30}\))?, een (?P<nouns>[a-zà-ÿ-]{3,}(?: [a-zà-ÿ-]{3,})?)\b")
_OWNED = re.compile(r"\b(?P<noun>[a-zà-ÿ-]{3,}) van (?:(?:de|het|een) )?$")


def _owns(noun: str, text: str, name: Name) -> bool:
    """Tell whether a name is that of whose the asked thing is: "een fonds van de Dijkgroep" is no fund Dijkgroep."""
    found = _OWNED.search(text, 0, name.span.start)
    return found is not None and fold(found["noun"]) == noun


def _is_spoken_of(unit: Unit, matcher: Matcher) -> bool:
    """Tell whether the noun asked for is said in the sentence, beside it or above."""
    pairs = zip(matcher.terms, unit.close, strict=True)
    return any(term.part == ASKED and held >= _SPOKEN for term, held in pairs)


def find_organisations(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give names of organisations, and of those that play the asked part."""
    rest = list(find_remainder(question, unit))
    if rest or lacks_remainder(question, unit):
        yield from rest
        return
    if party := list(find_affiliation(question, unit)):
        yield from party
        return
    yield from keep_players(question, unit, _find_bodies(question, unit, matcher))


def _find_bodies(question: Question, unit: Unit, matcher: Matcher) -> Iterator[Candidate]:
    """Give names of organisations; names of places and persons hardly count."""
    places = {fact.span for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)}
    share = 1.0 if asked_is_held(question.asked, unit, matcher) else 0.6
    spoken = _is_spoken_of(unit, matcher)
    yield from find_labelled(question, unit)
    yield from find_spoken_of(unit)
    yield from find_called(question, unit)
    if question.asked in _ANY_BODY:
        yield from find_doers(question, unit, matcher)
    for match in _LOWER.finditer(unit.text):
        if not load_lexicon().knows(match["name"]) and len(split_compound(match["name"])) < 2:
            yield Candidate(Span(match.start("name"), match.end("name")).shift(unit.span.start), 0.9 * share)
    asked = {fold(token.text) for token in question.words if any(sign.isupper() for sign in token.text)}
    for name, link in find_links(unit.text, find_names(unit.reading, unit.span)):
        fit = {"organisation": 0.95, "name": 0.7, "person": 0.1}[name.kind]
        if name.kind == "name" and name.text[1:].islower() and is_common(name.text):
            fit *= 0.5
        is_held = bool(asked & {fold(word) for word in name.text.split()})
        office = question.asked == "ministerie" and bool(_OFFICE.match(name.text))
        if is_held or (_OFFICIAL.match(name.text) and not office):
            fit *= 0.4
        fit *= unknown_share(question.asked, name.text, name.sort, spoken=spoken or office)
        fit *= sort_share(question.asked, name.sort) * (_THING if is_thing(name.text) else 1.0)
        fit *= _NO_BODY_SHARE if _is_no_body(unit.text, name) else 1.0
        if question.asked and (
            _stands_behind(question.asked, unit.text, name.span.start)
            or _is_called(question.asked, unit.text, name.span.end)
        ):
            fit = 1.0
        elif question.asked and _owns(question.asked, unit.text, name):
            fit *= _BESIDES_SHARE
        if name.span.shift(unit.span.start) in places:
            fit = 0.2
        fit *= _BESIDES_SHARE if _BESIDES.search(unit.text, 0, name.span.start) else 1.0
        span = name.span if is_held else with_abbreviation(unit.text, name.span)
        yield Candidate(span.shift(unit.span.start), fit * share * link_share(question, link))

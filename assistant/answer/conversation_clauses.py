"""A "dat" that stands for all that was asked before, not for a thing: "Wanneer is dat besloten?"."""

from __future__ import annotations

import re

from assistant.answer.conversation_fragments import find_verb
from assistant.answer.conversation_phrases import DETERMINERS, PREPOSITIONS, VERBS, is_name

ABOUT = "als het gaat om"
"""What stands between a question and what the conversation is about."""
_MOST_GIST = 160
_DONE = (
    r"beslo(?:ten|ot)|beslis(?:t|ten)|besluit|bepaald|bepaalt|afgesproken|goedgekeurd|gebeurd|gebeurde|gebeurt|onderschat|"
    r"voorgesteld|gezegd|gevraagd|toegezegd|beloofd|aangekondigd|vastgelegd|geregeld|gemeld|gelukt|veranderd|uitgelegd|"
    r"bewezen|bekend|nodig|verplicht|toegestaan|mogelijk|haalbaar|bereikt|waar|zo|erg|een probleem|terecht|gedaan|doen|bereiken"
)
_BETWEEN = "dan|nu|al|niet|ook|eigenlijk|precies|zo|toen|er|ooit|wel|eerder|echt"
_PARTED = (
    r"(?:stelt|stelde|stellen|stelden|draagt|droeg|dragen|droegen) {} voor|(?:kondigt|kondigde|kondigen|kondigden) {} aan|"
    r"(?:keurt|keurde|keuren|keurden) {} (?:goed|af)|(?:wijst|wees|wijzen|wezen) {} af|(?:legt|legde|leggen|legden) {} (?:op|vast|uit)|"
    r"(?:zegt|zegde|zegden) {} toe|(?:lost|loste|lossen|losten) {} op|(?:sprak|spraken|spreekt|spreken) {} af|"
    r"(?:drong|drongen|dringt|dringen) {} aan|(?:licht|lichtte|lichten|lichtten) {} toe"
).replace("{}", r"(?:dat|dit)(?: (?:niet|ook|eerst|toen|zelf|nu))?")
"""Verbs in two parts of what is decided, said or solved: "Wie stelde dat voor?"."""
_CLAUSE = re.compile(
    rf"\b(?:{_PARTED})$|"
    rf"\b(?:dat|dit|het)(?: (?:{_BETWEEN}))* (?:{_DONE})$|"
    rf"\b(?:dat|dit) (?:door|in|op|bij|aan|voor|met) (?:\S+ ){{1,4}}?(?:{_DONE})$|"
    r"\b(?:blijkt|bleek|betekent|betekende|bewijst|besluit|besloot|beslist|besliste|vindt|verklaart|bepaalt|zegt|doet|doen|deed|deden) "
    r"(?:\S+ ){0,3}?(?:dat|dit)\b(?: (?:voor|over) .+| precies| eigenlijk)?$|"
    r"^(?:is|was|zijn|waren) (?:dat|dit|het) (?:er )?(?:meer|minder|veel|weinig|hoger|lager|zoveel|genoeg|voldoende|anders)\b|"
    r"\b(?:ging|gaat|gingen|gaan) (?:dat|dit|het) (?:niet )?door$|"
    r"\b(?:reageert|reageerde|reageren|reageerden|antwoordt|antwoordde) .*daarop$|\bdaar .*mee eens$|\bvind(?:t|en) .*daarvan$|"
    r"\b(?:doet|doen|deed|deden|wil|willen|wilde|wilden) (?:\S+ ){1,4}?dat\b",
    re.IGNORECASE,
)
_THING = re.compile(r"wat (?:is|zijn|was|waren|betekent) \S+(?: \S+){0,5}$", re.IGNORECASE)
"""A question for what a thing is: "dat" behind it is that thing."""
_MET = re.compile(r"(?:de |een |die |deze )?(?:kamer)?vra(?:ag|gen) over \S", re.IGNORECASE)
"""That something was asked is not what is spoken of."""
_OF_NOUNS = frozenset("hoeveel welk welke wiens".split())
_ASKING = frozenset("wie wat waar wanneer waarom hoe hoeveel welk welke wiens".split())


def speaks_of_clause(text: str, before: str) -> bool:
    """Tell whether "dat" in a question stands for all that the question before it said."""
    return _CLAUSE.search(text.rstrip(" ?.!")) is not None and not _THING.match(before.rstrip(" ?.!"))


def _is_asking(word: str) -> bool:
    return word in _ASKING or word.startswith("waar")


def tell_gist(question: str) -> str:
    """Give what a question speaks of, without what it asks: "vertraging van de brug" of "Hoeveel vertraging heeft de brug?"."""
    asked, _, carried = question.rstrip(" ?.!").partition(f", {ABOUT} ")
    if carried and _CLAUSE.search(asked):
        return carried
    words = asked.split()
    if words[:1] and words[0].lower() == "hoe" and len(words) > 2:
        del words[1]  # "hoe vaak", "hoe hoog"
    found = (place for place, word in enumerate(words) if place and word.lower() in VERBS)
    verb = find_verb(words)
    verb = next(found, None) if verb is None else verb
    if verb is None and len(words) > 1 and words[0].lower() in _ASKING - _OF_NOUNS:
        verb = 1  # a verb that no list knows
    if verb is None:
        return carried
    counted = [word for word in words[:verb] if not _is_asking(word.lower())]
    if counted and counted[0].lower() in PREPOSITIONS:
        counted = counted[1:]
    rest = words[verb + 1 :]
    if rest and rest[0].lower() in ("er", "ook", "nu"):
        rest = rest[1:]
    while rest and rest[-1].lower() in PREPOSITIONS:
        rest.pop()  # part of the verb: "waaraan geeft het fonds dat uit"
    owned = bool(rest) and (is_name(rest[0]) or rest[0].lower() in DETERMINERS)
    if _MET.match(" ".join(rest)):
        rest = rest[[word.lower() for word in rest].index("over") + 1 :]
    gist = " ".join([*counted, *(["van"] if counted and owned else []), *rest])
    if carried and carried.lower() not in gist.lower():
        gist = f"{gist} bij {carried}" if gist else carried
    return gist if len(gist) <= _MOST_GIST else carried

"""What in the words of a sentence goes against what a question states: refusals, opposites, what it leaves out.

Word lists stand in `data/polarity.toml`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import pairwise
from pathlib import Path

from assistant.answer.negation import CLAUSE, WITHOUT, has_negation
from assistant.answer.textwords import read_text
from assistant.dutch import fold
from assistant.types import Span

_LISTS = tomllib.loads((Path(__file__).parent / "data" / "polarity.toml").read_text(encoding="utf-8"))


def _pattern(words: str, phrases: str) -> re.Pattern[str]:
    """Give a pattern for any of the words (with a star for any ending) and phrases, in folded text."""
    shapes = [re.escape(fold(word)).replace(r"\*", r"\w*") for word in words.split()]
    return re.compile(rf"\b(?:{'|'.join((*phrases.split('|'), *shapes))})\b")


REFUSAL = _pattern(_LISTS["refusals"], _LISTS["refusing_phrases"].strip())
GRANT = _pattern(_LISTS["grants"], _LISTS["granting_phrases"].strip())
ALLOW, ADD = _pattern(_LISTS["allows"], "(?!)"), _pattern(_LISTS["adds"], "(?!)")
_OPPOSITES = tuple(
    tuple(frozenset(map(fold, group.split())) for group in line.split("|"))
    for line in _LISTS["opposites"].splitlines()
    if line
)
_CONTRASTS = tuple(
    tuple(frozenset(map(fold, group.split())) for group in line.split("|"))
    for line in _LISTS["contrasts"].splitlines()
    if line
)
EXCLUDING = re.compile(
    r"\b(?:uitgesloten|uitgezonderd|niet subsidiabel|niet in aanmerking|met uitzondering van|geen recht op|niet van toepassing op|"
    r"(?:geldt|gelden) niet voor|niet toegelaten)\b",
    re.IGNORECASE,
)
"""Words with which a rule leaves somebody or something out."""
_UP = re.compile(
    r"\b(?:stij\w+|steeg|gestegen|toegenomen|toename|n[ae]{1,2}mt?e?n?\b[^.;]*\btoe|groei\w*|gegroeid|hoger\w*|omhoog|meer|vaker|groter\w*|"
    r"breid\w*|uitbreid\w*|langer|verhoog\w*|versterk\w*)\b"
)
_DOWN = re.compile(
    r"\b(?:daal\w*|dalen|gedaald|afgenomen|afname|n[ae]{1,2}mt?e?n?\b[^.;]*\baf|krimp\w*|lager\w*|omlaag|minder\w*|verminder\w*|"
    r"kleiner\w*|korter|verlaag\w*|verzwak\w*)\b"
)
_PIECES = re.compile(
    r"[,;:–—]|\b(?:en|of|maar|terwijl|omdat|doordat|zodat|waardoor|waarbij|hoewel|wanneer|als|indien|tenzij|dat|die|zodra|mits)\b",
    re.IGNORECASE,
)
"""Where the pieces of a sentence part in which a refusal or an opposite speaks of what stands with it."""
_AGAINST_IT = re.compile(
    r"\b(?:is|zijn|ben|blijft|blijven|was|waren)(?: (?:wij|we|ook|fel|principieel|altijd|nog|steeds|sterk|daarom|dus|echter|sterke?)){0,3} "
    r"tegen (?P<what>(?:[\w'’-]+ ){0,5}[\w'’-]+)",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"(?<=\w) zelf\b(?! (?:kies\w*|kiezen|besliss?\w*|bepal\w*|bepaalt|weten|mag|mogen|kan|kunnen))",
    re.IGNORECASE,
)
"""What stresses a word and is no choice: "de brug zelf"."""
_NO_MORE = re.compile(r"\b(?:niet|geen|nooit|niets)\b(?: [\w-]+){0,3} meer\b")
"""What is no longer so, and goes neither up nor down."""
_ASIDE = re.compile(r"\([^()]*\)")
_SCARCE = re.compile(
    r"\b(?P<few>(?:te )?weinig|nauwelijks|amper|zelden)\b(?P<thing>(?: [\w'’-]+){0,2})", re.IGNORECASE
)
_ENDING_OF = re.compile(
    r"\b(?:verdwijn\w*|weg|afschaff\w*|afgeschaft|verbied\w*|verbod\w*|verban\w*|uitbann\w*|zonder|af van|stop\w*|verwijder\w*)\b"
)
"""What asks for an end of something: "kernwapenvrij" is no denial that the weapons have to go."""
_PREFIXES = ("niet-", "non-", "on", "in")
_LESS = re.compile(r"(?P<root>[a-z]{4,})(?:loos|loze|vrij|vrije)")
_ENDING = re.compile(r"(?:['’]?s|e|e?n|er(?:s|en))?")
"""What a noun may have behind it: "renteloos" says that there is no "rente", and nothing of "renteloze" or "rentevaste"."""
_LEAST_ROOT = 5
"""Letters that the opposite with a prefix shares with the word at least: "onzeker", "zekerheid"."""


def is_contrasted(question: str, sentence: str) -> bool:
    """Tell whether a sentence speaks of others than the question does: of children, where it asks of grown-ups."""
    asked, said = _words(question), _words(sentence)
    return any(
        asked & mine and said & theirs and not said & mine and not asked & theirs
        for one, other in _CONTRASTS
        for mine, theirs in ((one, other), (other, one))
    )


def denies_part(question: str, text: str, part: Span, above: str = "") -> bool:
    """Tell whether a text, or what leads in to it, denies, refuses or leaves out what it says of a part of it.

    `part` is a stretch of the text. Of "Lier doet mee, Genk niet" only the piece with the part counts.
    """
    turn = _TURN.search(text, part.start, part.end)
    if turn is not None:
        halves = (Span(part.start, turn.start()), Span(turn.end(), part.end))
        return all(denies_part(question, text, half, above) for half in halves)
    begin, end = _bounds(_STOP, text, part)
    sentence, part = text[begin:end], Span(part.start - begin, part.end - begin)
    elliptic = _ELLIPTIC.search(sentence) is not None
    begin, end = _bounds(_PIECE if elliptic else CLAUSE, sentence, part)
    clause = sentence[begin:end]
    if elliptic and _WEL.search(clause) and not has_negation(clause):
        return False
    plain = _DENIAL.sub(" ", question)
    before = sentence[:begin]
    leads = before.rstrip().endswith(":") or _HEADLESS.match(before)
    said = (clause, above, before if leads else "")
    return any(map(_denies, said)) or is_opposed(plain, clause) or bool(_EXCLUDING.search(before))


def _denies(text: str) -> bool:
    return has_negation(text) or bool(WITHOUT.search(text) or _LEFT_OUT.search(text) or find_refusals(text))


def _bounds(pattern: re.Pattern[str], text: str, part: Span) -> tuple[int, int]:
    """Give where the stretch between two matches begins and ends that holds a part of the text."""
    begin = max((found.end() for found in pattern.finditer(text, 0, part.start)), default=0)
    last = pattern.search(text, part.end)
    return begin, last.start() if last else len(text)


_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ])|\n")
_PIECE = re.compile(r"[,;:]|\b(?:maar|terwijl)\b")
_TURN = re.compile(r"\b(?:maar|terwijl)\b", re.IGNORECASE)
_ELLIPTIC = re.compile(r"\b(?:niet|wel)(?: meer)?\s*(?=$|[.,;:)])", re.IGNORECASE)
_HEADLESS = re.compile(r"\W*(?:wat|wie|degenen? die|zij die)\b", re.IGNORECASE)
"""A clause that says of what the sentence speaks: "Wat buiten de regeling valt, zijn ..."."""
_WEL = re.compile(r"\bwel\b", re.IGNORECASE)
_DENIAL = re.compile(r"\b(?:niet|geen|nooit)\b", re.IGNORECASE)
_LEFT_OUT = re.compile(
    r"\b(?:met uitzondering van|uitgezonderd|uitzonder\w*|behalve|buiten beschouwing|vrijgesteld\w*|niet-\w+|verlopen|"
    r"gestopt|gesloten|ingetrokken)\b",
    re.IGNORECASE,
)
_EXCLUDING = re.compile(
    r"\b(?:met uitzondering van|uitgezonderd|behalve|niet zijnde)\b[^,;.]*$", re.IGNORECASE
)


def find_refusals(text: str) -> frozenset[str]:
    """Give the words of a text that refuse or fall short, whole verbs for separated ones."""
    whole = (word for word in _words(text) if REFUSAL.fullmatch(word))
    return frozenset((*REFUSAL.findall(_folded(text)), *whole))


def is_refused(question: str, sentence: str, places: Sequence[int] = ()) -> bool:
    """Tell whether a sentence refuses or falls short, and the question does not speak of that itself.

    "Moeilijker" in a question is no refusal, and neither is "complexer" in what answers it. With the `places` of
    the words that it shares with the question only what stands with them counts: "aanpak met weinig risico" refuses no
    aanpak.
    """
    refusals = find_refusals(_SCARCE.sub(partial(_keep_scarce, places), pieces_with(sentence, places)))
    if not refusals or find_refusals(question):
        return False
    asked = _words(question)
    alike = {word for pair in _OPPOSITES for side in pair if asked & side for word in side}
    return not refusals <= alike


def is_granted(sentence: str) -> bool:
    """Tell whether a sentence has a word that says that something is done or goes on."""
    return bool(GRANT.search(_folded(sentence)))


def is_allowed(sentence: str) -> bool:
    """Tell whether a sentence has a word that allows or makes possible."""
    return bool(ALLOW.search(_folded(sentence)))


def is_added(sentence: str) -> bool:
    """Tell whether a sentence says that something holds as well."""
    return bool(ADD.search(_folded(sentence)))


def is_opposed(question: str, sentence: str, places: Sequence[int] = ()) -> bool:
    """Tell whether a sentence has the opposite of a word of the question and not the word itself, or goes the other way.

    With the `places` of the words that it shares with the question only the pieces that hold one of them count.
    """
    near = _ITSELF.sub(" ", pieces_with(sentence, places))
    asked, said = _words(question), _words(near)
    listed = any(
        asked & mine and said & theirs and not said & mine
        for one, other in _OPPOSITES
        for mine, theirs in ((one, other), (other, one))
    )
    return (
        listed
        or _way(question) * _way(near) < 0
        or _is_against(question, sentence, places)
        or _is_prefixed(asked, said)
        or _is_prefixed(said, asked)
        or (_is_without(said, asked) and not _ENDING_OF.search(_folded(question)))
    )


def _is_against(question: str, sentence: str, places: Sequence[int]) -> bool:
    """Tell whether a sentence says to be against what a question asks: "wij zijn tegen legalisatie van vuurwerk"."""
    if _AGAINST_IT.search(question) or "tegen" in _words(question):
        return False
    for found in _AGAINST_IT.finditer(sentence):
        head = _BEHIND_HEAD.split(found["what"], maxsplit=1)[0]
        end = found.start("what") + len(head)
        if not _LESSENING.search(fold(head)) and any(found.start("what") <= place < end for place in places):
            return True
    return False


_BEHIND_HEAD = re.compile(r" (?:op|voor|die|dat|wie|om|in|bij|aan|met|door|zonder|naar|als)\b")
_LESSENING = re.compile(r"bezuinig|verbod|beperk|afschaf|inperk|korting|vermindering|sluiting|schrap")
"""To be against less of something is not to be against it."""


def pieces_with(sentence: str, places: Sequence[int]) -> str:
    """Give a sentence with only those of its pieces that hold one of the places, the others blank; all of it without any."""
    if not places:
        return sentence
    sentence = _ASIDE.sub(
        lambda found: found.group() if _holds(found, places) else " " * len(found.group()), sentence
    )
    bounds = [0, *(found.end() for found in _PIECES.finditer(sentence)), len(sentence)]
    return "".join(
        sentence[one:other] if any(one <= place < other for place in places) else " " * (other - one)
        for one, other in pairwise(bounds)
    )


def _holds(found: re.Match[str], places: Sequence[int]) -> bool:
    return any(found.start() <= place < found.end() for place in places)


def _keep_scarce(places: Sequence[int], found: re.Match[str]) -> str:
    """Give "weinig" with what it counts where that is a word of the question, and blanks where it is another thing."""
    kept = not places or any(found.start("thing") <= place < found.end("thing") for place in places)
    return found.group() if kept else " " * len(found.group("few")) + found.group("thing")


def takes_up(word: str, sentence: str) -> bool:
    """Tell whether the sentence speaks of what a word of the question says with its opposite or another refusal."""
    plain = fold(word)
    if REFUSAL.fullmatch(plain):
        return bool(find_refusals(sentence))
    others = _find_opposites(plain)
    return bool(others) and not others.isdisjoint(_words(sentence))


@lru_cache(maxsize=1_000)
def _find_opposites(word: str) -> frozenset[str]:
    """Give all words that are listed as the opposite of one."""
    sides = (side for one, other in _OPPOSITES for side in ((one, other), (other, one)))
    return frozenset().union(*(against for own, against in sides if word in own))


def _way(text: str) -> int:
    """Give 1 for what goes up, -1 for what goes down, 0 for neither or both."""
    plain = _NO_MORE.sub(" ", _folded(text))
    return bool(_UP.search(plain)) - bool(_DOWN.search(plain))


def _is_prefixed(words: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether a word is one of the others with "on-" or "niet-" before it."""
    for word in words:
        prefix = next((prefix for prefix in _PREFIXES if word.startswith(prefix)), None)
        if prefix is None or word in others or len(word) - len(prefix) < _LEAST_ROOT:
            continue
        root = word.removeprefix(prefix)
        shared = root[: max(_LEAST_ROOT, len(root) - 2)]
        plainly = any(other.startswith(shared) for other in words)  # it speaks of both
        if not plainly and any(other.startswith(shared) for other in others):
            return True
    return False


def _is_without(words: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether a word says that there is nothing of one of the others: "renteloos" of "rente"."""
    roots = (found.group("root") for word in words - others if (found := _LESS.fullmatch(word)))
    return any(
        other.startswith(root) and _ENDING.fullmatch(other.removeprefix(root))
        for root in roots
        for other in others
    )


@lru_cache(maxsize=1_000)
def _folded(text: str) -> str:
    return fold(text)


@lru_cache(maxsize=1_000)
def _words(text: str) -> frozenset[str]:
    """Give the words of a text, with the whole verbs of separated ones."""
    return frozenset(fold(word) for key in read_text(text).keys for word in key.split(" "))

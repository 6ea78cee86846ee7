"""The infinitive of a form of a Dutch verb: "vraagt", "vroegen" and "gevraagd" are of "vragen".

Irregular verbs are in `data/verbs.tsv`, alone and after a prefix ("aangenomen", "besloot"). For
regular forms the infinitives are made that the spelling allows; one counts when the word list
holds it, when its own forms hold the word, and when it is not far rarer than the word ("derde" is
not of "deren"). What still looks like a form and is another word ("gezond", "winst") is in
`data/not-verbs.txt`. The first person and the bare root ("werk", "steun") are left alone: they
are nouns as well, and the stemmer brings them to the infinitive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from assistant.dutch.lexicon import load_lexicon
from assistant.dutch.stopwords import DATA_DIR, read_words

VERBS_FILE = DATA_DIR / "verbs.tsv"

_UNSTRESSED = frozenset(
    ("be", "ge", "her", "ont", "ver", "er", "mis", "over", "onder", "door", "om", "voor", "vol", "weer")
)
"""Prefixes of which some take no "ge" in the participle: vervangen, ondernomen."""
_UNSTRESSED_STARTS = tuple(sorted(_UNSTRESSED))
_VOICELESS = "tkfschpx"  # after these the past has a t ("'t kofschip")
_SOFT = {"f": "v", "s": "z"}
_HARD = {"v": "f", "z": "s"}
_SHORTEST, _LONGEST = 4, 40
_ENDINGS = ("t", "d", "de", "te", "den", "ten")
"""How every regular form but the infinitive ends; told sooner than of which verb it could be."""
_RARER = 30
"""How much rarer than its form an infinitive may be; "derde" stands 1,000 times for one "deren"."""

_LONG_VOWEL = re.compile(r"(?<![aeiou])([aeou])\1(?=[^aeiou]$)")
_SHORT_VOWEL = re.compile(r"(?<![aeiou])[aeiou][bdfgklmnprst]$")
_OPEN_VOWEL = re.compile(r"(?<![aeiou])([aeou])([^aeiouwj])$")
_UNSTRESSED_END = re.compile(r"[aeiouy][^aeiouy]+(?:e[lmnr]|i[gk]|or)$")
_TREMA = {"e": "ë", "i": "ï", "u": "ü"}  # behind "ge": geïnvesteerd, geëvalueerd
_NO_ROOT = ("aan", "zien", "doen", "komen")  # their third person does not follow the rules
_INFINITIVE = re.compile(r".*(?:[^aeiou]en|[aeo]ien|uwen|gaan|staan|slaan|zien|doen)")
_DOUBLE = re.compile(r"([^aeiou])\1$")


@lru_cache(maxsize=100_000)
def find_infinitive(word: str) -> str | None:
    """Give the infinitive of which `word` (folded) is another form; None when it is none."""
    if len(word) > _LONGEST or not word.isalpha() or word in _not_verbs():
        return None
    found = _find_irregular(word)
    if found or len(word) < _SHORTEST or not word.endswith(_ENDINGS):
        return found
    return _find_regular(word)


def read_verbs(path: Path = VERBS_FILE) -> dict[str, tuple[str, bool]]:
    """Give for every irregular form its infinitive, and whether it stands without a prefix too."""
    forms: dict[str, tuple[str, bool]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            infinitive, past, participle = line.split("\t")
            for form in (*past.split(), *participle.split()):
                forms[form.lstrip("-")] = infinitive, not form.startswith("-")
    return forms


@cache
def _irregular() -> dict[str, tuple[str, bool]]:
    return read_verbs()


@cache
def _bare_participles() -> dict[str, str]:
    """Give the participles of the irregular verbs without their "ge"."""
    return {form[2:]: verb for form, (verb, _) in _irregular().items() if form.startswith("ge")}


def list_irregular() -> Iterator[tuple[str, str]]:
    """Yield the forms of irregular verbs, with "ge" and without, each with its infinitive."""
    for form, (verb, _) in _irregular().items():
        yield form, verb
    yield from _bare_participles().items()


@cache
def _longest_irregular() -> int:
    return max(map(len, _irregular()))


@cache
def _irregular_tails() -> frozenset[str]:
    """Give the last three letters of what is looked for at the end of a word."""
    return frozenset(form[-3:] for form in (*_irregular(), *_bare_participles()))


@cache
def _not_verbs() -> frozenset[str]:
    return read_words(DATA_DIR / "not-verbs.txt")


@lru_cache(maxsize=10_000)
def conjugate(infinitive: str, particle: str = "") -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Give the third person, the past and the participle of a verb, each as it can be spelled.

    `particle` is what comes off ("uit" of uitwerken): it stands before the participle alone.
    """
    thirds = frozenset(root if root.endswith("t") else root + "t" for root in _roots(infinitive))
    if infinitive.endswith(_NO_ROOT):
        thirds = frozenset((infinitive[: -2 if infinitive.endswith("komen") else -1] + "t",))
    for start in range(max(1, len(infinitive) - 3)):
        prefix, rest = infinitive[:start], infinitive[start:]
        if rest in _past_forms() and (not prefix or prefix in _UNSTRESSED):
            past, participle = _past_forms()[rest]
            bare = participle.removeprefix("ge") if prefix else participle
            past_forms = frozenset(prefix + form for form in past) - thirds
            return thirds, past_forms, frozenset((particle + prefix + bare,) if bare else ())
    ending = _past_ending(infinitive)
    regular = frozenset(f"{root}{ending}{tail}" for root in _roots(infinitive) for tail in ("e", "en"))
    participles = (root if root[-1] in "dt" else root + ending for root in _roots(infinitive))
    if not _is_unstressed(infinitive):
        participles = ("ge" + _TREMA.get(form[0], form[0]) + form[1:] for form in participles)
    return thirds, regular, frozenset(particle + form for form in participles)


@cache
def _past_forms() -> dict[str, tuple[tuple[str, ...], str]]:
    """Give the forms of the past and the participle of every irregular infinitive."""
    verbs: dict[str, tuple[tuple[str, ...], str]] = {}
    for line in VERBS_FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            infinitive, past, participle = (part.replace("-", "") for part in line.split("\t"))
            verbs[infinitive] = tuple(past.split()), participle.split()[0] if participle else ""
    return verbs


def _is_unstressed(infinitive: str) -> bool:
    """Tell whether a verb begins with a prefix that leaves no room for "ge" ("onderzoeken", not "volgen")."""
    if infinitive.startswith(("be", "ge", "her", "ont", "ver")) and len(infinitive) > 7:
        return True
    fitting = (prefix for prefix in _UNSTRESSED_STARTS if infinitive.startswith(prefix))
    return any(
        len(infinitive) > len(prefix) + 4 and is_infinitive(infinitive[len(prefix) :]) for prefix in fitting
    )


def _find_irregular(word: str) -> str | None:
    """Read "kreeg", "aangenomen", "betrokkene" (a participle used as a noun) and "ontvangen"."""
    form = word[:-1] if word.endswith(("ene", "chte", "gde")) else word
    if form in _not_verbs():
        return None
    irregular, participles = _irregular(), _bare_participles()
    if form[-3:] not in _irregular_tails():
        return None
    for start in range(max(0, len(form) - _longest_irregular()), max(1, len(form) - 2)):
        rest = form[start:]
        if rest in irregular:
            prefix, (infinitive, alone) = form[:start], irregular[rest]
            if alone if not prefix else is_infinitive(prefix + infinitive):
                return prefix + infinitive
        if rest in participles:
            prefix, bare = form[:start], participles[rest]
            if prefix in _UNSTRESSED and is_infinitive(prefix + bare):
                return prefix + bare
    return None


def _find_regular(word: str) -> str | None:
    """Read "bouwt", "bouwde", "verlengd", "gebouwde", "goedgekeurd" and "lopende"."""
    found = {verb for verb in _possible_verbs(word) if is_infinitive(verb)}
    if not found:
        return None
    # The word itself may be a verb (rijden beside rijen), or the root of one (start, richt).
    own = {verb for verb in (word, word + "en") if is_infinitive(verb)}
    best = max(found | own, key=lambda verb: (load_lexicon().frequency(verb), verb))
    if best in own or best not in found or _is_plural(word, best):
        return None
    return None if _RARER * _weigh(best) < load_lexicon().frequency(word) else best


def _is_plural(word: str, verb: str) -> bool:
    """Tell whether "helden" or "vorsten" is of a noun: its singular is far more common than the verb."""
    singular = word[:-2] if word.endswith(("den", "ten")) else ""
    return load_lexicon().frequency(singular) > 5 * load_lexicon().frequency(verb)


def _possible_verbs(word: str) -> Iterator[str]:
    """Give the infinitives that have `word` among their regular forms."""
    if word.endswith(("end", "ende")):
        yield word[: word.rindex("d")]
    for root, forms in _cut_endings(word):
        for verb in _infinitives(root):
            # Few of the spellings are verbs, and that is told sooner than what their forms are.
            if is_infinitive(verb) and any(form in _regular_forms(verb) for form in forms):
                yield verb
    participle = (
        word.removesuffix("n").removesuffix("e") if word.endswith(("de", "te", "den", "ten")) else word
    )
    for found in re.finditer("ge", participle):
        prefix, core = participle[: found.start()], participle[found.end() :]
        if len(core) > 2 and core[-1] in "dt" and (prefix or _is_adjective(participle)):
            for root in (core, core[:-1]):
                for verb in _infinitives(root):
                    if is_infinitive(prefix + verb) and f"ge{core}" in _regular_forms(verb):
                        yield prefix + verb


def _cut_endings(word: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give the roots that are left without an ending of a verb, with the forms to look for."""
    if word.endswith("t"):
        yield word, (word,)
    for ending in ("den", "ten", "de", "te", "t"):
        if word.endswith(ending) and len(word) - len(ending) > 1:
            yield word[: -len(ending)], (word,)
    if not word[:-4].startswith(_UNSTRESSED_STARTS):
        return
    for ending in ("d", "t", "de", "te", "den", "ten"):
        if word.endswith(ending):
            core = word[: -len(ending) + 1] if len(ending) > 1 else word
            yield core[:-1], (f"ge{core}",)
            yield core, (f"ge{core}",)


def _infinitives(root: str) -> Iterable[str]:
    """Give how the infinitive of a root can be spelled: maak -> maken, stop -> stoppen, leef -> leven."""
    if len(root) < 2 or root[-1] in "aou":
        return ()
    if _LONG_VOWEL.search(root):
        short = _LONG_VOWEL.sub(r"\1", root)
        return (short[:-1] + _SOFT.get(short[-1], short[-1]) + "en", short + "en")
    if _SHORT_VOWEL.search(root):
        doubled = root + root[-1] + "en"
        return (doubled, root + "en") if _UNSTRESSED_END.search(root) else (doubled,)
    return (root[:-1] + _SOFT.get(root[-1], root[-1]) + "en", root + "en")


@lru_cache(maxsize=50_000)
def _regular_forms(infinitive: str) -> frozenset[str]:
    """Give third person, past and participle (with "ge" and without) of a verb, if it were regular."""
    ending = _past_ending(infinitive)
    forms: set[str] = set()
    for root in _roots(infinitive):
        forms |= {root if root.endswith("t") else root + "t", f"{root}{ending}e", f"{root}{ending}en"}
        forms.add("ge" + (root if root[-1] in "dt" else root + ending))
    return frozenset(forms)


def _past_ending(infinitive: str) -> str:
    return "t" if infinitive[-3] in _VOICELESS else "d"


def _roots(infinitive: str) -> tuple[str, ...]:
    """Give how the root can be spelled: stop, maak, leef; verleen beside the "open" of opende."""
    root = infinitive[:-2]
    if root.endswith(("uer", "ër")):  # evalueert, creëert, gevarieerd
        before = root[:-2]
        return (before + ("eer" if before[-1:] in "iu" else "ëer"),)
    if _DOUBLE.search(root):
        return (root[:-1],)
    hard = root[:-1] + _HARD.get(root[-1], root[-1])
    long = _OPEN_VOWEL.sub(r"\1\1\2", root)
    if long == root:
        return (hard,)
    long = long[:-1] + _HARD.get(long[-1], long[-1])
    return (long, hard) if _UNSTRESSED_END.search(root) else (long,)


@lru_cache(maxsize=50_000)
def is_infinitive(infinitive: str) -> bool:
    """Tell whether the word list holds the infinitive and a form of the present or past."""
    lexicon = load_lexicon()
    if not lexicon.knows_exactly(infinitive) or not _INFINITIVE.fullmatch(infinitive):
        return False
    if infinitive.endswith(_NO_ROOT):
        return True
    thirds = (root if root.endswith("t") else root + "t" for root in _roots(infinitive))
    return any(map(lexicon.knows_exactly, thirds))


def _weigh(infinitive: str) -> int:
    """Give how often the verb occurs in the reference texts, as infinitive and in the present."""
    lexicon = load_lexicon()
    thirds = (root if root.endswith("t") else root + "t" for root in _roots(infinitive))
    return lexicon.frequency(infinitive) + sum(map(lexicon.frequency, thirds))


def _is_adjective(form: str) -> bool:
    lexicon = load_lexicon()
    return lexicon.knows_exactly(form) and lexicon.knows_exactly(form + "e")

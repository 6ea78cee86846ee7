"""The root that the forms of a Dutch verb share: "rolt uit" and "uitgerold", "opende" and "geopend".

Only a comparison: the root need not be a word. A form counts when its infinitive is in the word list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from assistant.dutch import fold, load_lexicon

_PARTICLES = (
    "aan|af|bij|door|in|mee|na|om|onder|op|open|over|samen|tegen|terug|toe|uit|voor|voort|vooruit|weer"
)
_PARTICIPLE = re.compile(rf"(?P<particle>{_PARTICLES})?ge(?P<root>[a-z]{{2,}}?)(?:d|t|en)")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:den|ten|de|te|en|t|d)$")
_HARD = {"v": "f", "z": "s"}


_STRONG = """
blijf blijft blijven bleef bleven gebleven
neem neemt nemen nam namen genomen
krijg krijgt krijgen kreeg kregen gekregen
geef geeft geven gaf gaven gegeven
schrijf schrijft schrijven schreef schreven geschreven
spreek spreekt spreken sprak spraken gesproken
kies kiest kiezen koos kozen gekozen
sluit sluiten sloot sloten gesloten
bied biedt bieden bood boden geboden
trek trekt trekken trok trokken getrokken
stijg stijgt stijgen steeg stegen gestegen
begin begint beginnen begon begonnen
vind vindt vinden vond vonden gevonden
breng brengt brengen bracht brachten gebracht
denk denkt denken dacht dachten gedacht
zoek zoekt zoeken zocht zochten gezocht
koop koopt kopen kocht kochten gekocht
verkoop verkoopt verkopen verkocht verkochten
bezoek bezoekt bezoeken bezocht bezochten
loop loopt lopen liep liepen gelopen
houd houdt houden hield hielden gehouden
laat laten liet lieten gelaten
roep roept roepen riep riepen geroepen
rijd rijdt rijden reed reden gereden
wijs wijst wijzen wees wezen gewezen
blijk blijkt blijken bleek bleken gebleken
kijk kijkt kijken keek keken gekeken
verdwijn verdwijnt verdwijnen verdween verdwenen
verschijn verschijnt verschijnen verscheen verschenen
overlijd overlijdt overlijden overleed overleden
verlies verliest verliezen verloor verloren
win wint winnen won wonnen gewonnen
werf werft werven wierf wierven geworven
help helpt helpen hielp hielpen geholpen
treed treedt treden trad traden getreden
draag draagt dragen droeg droegen gedragen
vraag vraagt vragen vroeg vroegen gevraagd
sla slaat slaan sloeg sloegen geslagen
sta staat staan stond stonden gestaan
ontvang ontvangt ontvangen ontving ontvingen
vang vangt vangen ving vingen gevangen
bedraag bedraagt bedragen bedroeg bedroegen
besluit besluiten besloot besloten
verlaat verlaten verliet verlieten
vervang vervangt vervangen verving vervingen
ontwerp ontwerpt ontwerpen ontwierp ontwierpen ontworpen
tref treft treffen trof troffen getroffen
verbind verbindt verbinden verbond verbonden
lees leest lezen las lazen gelezen
meet meten mat maten gemeten
breek breekt breken brak braken gebroken
schuif schuift schuiven schoof schoven geschoven
vlieg vliegt vliegen vloog vlogen gevlogen
sterf sterft sterven stierf stierven gestorven
schenk schenkt schenken schonk schonken geschonken
graaf graaft graven groef groeven gegraven
steek steekt steken stak staken gestoken
grijp grijpt grijpen greep grepen gegrepen
krimp krimpt krimpen kromp krompen gekrompen
werp werpt werpen wierp wierpen geworpen
val valt vallen viel vielen gevallen
weeg weegt wegen woog wogen gewogen
zend zendt zenden zond zonden gezonden
bewijs bewijst bewijzen bewees bewezen
zwijg zwijgt zwijgen zweeg zwegen gezwegen
"""
"""Verbs whose forms change their vowel, one a line with the root first."""
_STRONG_ROOTS = {form: line.split()[0] for line in _STRONG.strip().splitlines() for form in line.split()}
_LED = re.compile(rf"(?:{_PARTICLES})(?=\w{{4}})")
_FIXED = re.compile(r"(?:be|her|ont|ver)(?=\w{3})")
"""Prefixes that a verb keeps in all its forms, so that they are part of its root: "vertrok" of "vertrekken"."""


@lru_cache(maxsize=100_000)
def find_verb_root(word: str) -> str:
    """Give the root of a verb's form; empty for what is no form of a known verb."""
    plain = fold(word)
    strong = _find_strong(plain)
    if strong:
        return strong
    root = _guess_weak(plain)
    return root if len(root) > 2 and _is_verb(root) else ""


def _find_strong(plain: str) -> str:
    if plain in _STRONG_ROOTS:
        return _STRONG_ROOTS[plain]
    led = _LED.match(plain)
    if led and plain[led.end() :] in _STRONG_ROOTS:
        return _STRONG_ROOTS[plain[led.end() :]]
    fixed = _FIXED.match(plain)
    if fixed and plain[fixed.end() :] in _STRONG_ROOTS:
        return fixed.group() + _STRONG_ROOTS[plain[fixed.end() :]]
    return ""


def _guess_weak(plain: str) -> str:
    if len(plain) < 4 or not plain.isalpha():
        return ""
    participle = _PARTICIPLE.fullmatch(plain)
    return _settle(participle["root"] if participle else _ENDING.sub("", plain))


@lru_cache(maxsize=20_000)
def find_roots(word: str) -> frozenset[str]:
    """Give all roots that a word may share with others of its family: of a verb, of a noun in -ing, of an adjective.

    "kost", "kostte" and "gekost" share one, so do "oplevering" and "opgeleverd", "hoger" and "hoog".
    A form can be of two verbs ("start" of starten and staren): it then has both roots.
    """
    plain = fold(word)
    if len(plain) < _SHORTEST or not plain.isalpha():
        return frozenset()
    regular = _regular_roots(plain) if len(plain) > _SHORTEST else ()
    roots = {find_verb_root(plain), *regular, *_adjectives(plain)}
    return frozenset(roots - {""})


def list_strong_forms() -> Iterator[tuple[str, str]]:
    """Yield every form of a verb whose forms change their vowel, with its root."""
    yield from _STRONG_ROOTS.items()


def guess_roots(word: str) -> frozenset[str]:
    """Give what may be roots of a word, among them all that `find_roots` gives: no word list is looked into.

    Most words share none of these with a question, and that is told in half the time.
    """
    plain = fold(word)
    if len(plain) < _SHORTEST or not plain.isalpha():
        return frozenset()
    guesses = {_find_strong(plain) or _guess_weak(plain), *(f"{base}ste" for base in _bases(plain))}
    if len(plain) > _SHORTEST:
        forms = _weak_forms(plain)
        guesses.update(_settle(form) for form in forms if len(form) >= _SHORTEST)
        guesses.update(_STRONG_ROOTS[form] for form in forms & _STRONG_ROOTS.keys())
    return frozenset(guesses - {""})


_SHORTEST = 3
_TELLING = "vast|goed|plaats|deel|bekend|vrij|neer|rond|los|stil|weg|langs|voorbij"
"""Particles without which the verb says something else: "goedkeuren" and "afkeuren" are no family."""
_COMPLETE = re.compile(rf"(?P<particle>{_PARTICLES}|{_TELLING})?ge(?P<root>[a-z]{{2,}}?)(?P<ending>d|t|en)?")
_APART = re.compile(rf"(?:{_PARTICLES})(?=[a-z]{{4}})")


def _regular_roots(plain: str) -> set[str]:
    """Give the roots of a word as any form of a weak verb, with and without its particle."""
    found = _weak_forms(plain)
    roots = {_settle(form) for form in found if len(form) >= _SHORTEST}
    strong = {_STRONG_ROOTS[form] for form in found if form in _STRONG_ROOTS}
    return {root for root in roots if _is_verb(root)} | strong


def _weak_forms(plain: str) -> set[str]:
    """Give what a word may be without its particle and its endings, itself among it."""
    found = {plain, _ENDING.sub("", plain), _WEAK_PAST.sub("", plain)}
    complete = _COMPLETE.fullmatch(plain)
    if complete is not None:
        particle, root = complete["particle"] or "", complete["root"]
        found |= {f"{particle}{root}", f"{particle}{root}{complete['ending'] or ''}"}
    if plain.endswith(("ing", "ingen")):
        found.add(plain.removesuffix("en").removesuffix("ing"))
    return found | {form[led.end() :] for form in found if (led := _APART.match(form))}


_DEGREE = re.compile(r"(?:ere?|ste?|e)$")
_WEAK_PAST = re.compile(r"(?<=[a-z]{3})(?:te|de|ten|den|en)$")


def _adjectives(plain: str) -> set[str]:
    """Give the adjective that a word is a form or degree of: one whose superlative is in the word list."""
    lexicon = load_lexicon()
    return {
        f"{base}ste"
        for base in _bases(plain)
        if len(base) >= _SHORTEST and lexicon.knows_exactly(f"{base}ste") and lexicon.knows_exactly(base)
    }


def _bases(plain: str) -> set[str]:
    """Give what the adjective may be that a word is a form or degree of."""
    bare = _DEGREE.sub("", plain)
    bases = {plain, bare, bare.removesuffix("d") if bare.endswith("rd") else bare}
    for base in tuple(bases):
        bases |= {_halve(base), _lengthen(base)}
    return bases


_CONSONANTS, _OPEN_VOWELS = frozenset("bcdfghjklmnpqrstvwxyz"), frozenset("aeou")


def _halve(word: str) -> str:
    """Give a word without a doubled consonant at its end: "rol" from "roll"."""
    return word[:-1] if word[-1:] == word[-2:-1] and word[-1:] in _CONSONANTS else word


def _lengthen(word: str) -> str:
    """Give a word with the vowel of its last, closed syllable doubled: "maak" from "mak", but not from "mooi"."""
    closed = word[-1:] in _CONSONANTS and word[-2:-1] in _OPEN_VOWELS
    if not closed or word[-3:-2] in _OPEN_VOWELS or word[-3:-2] == "i":
        return word
    return word[:-1] + word[-2:]


def _settle(root: str) -> str:
    """Give a root without doubled letters at its end: "open" from "opend", "maak" and "mak" alike."""
    root = _halve(root)
    if root[-1:] in _CONSONANTS and root[-3:-2] == root[-2:-1] and root[-2:-1] in _OPEN_VOWELS:
        root = root[:-2] + root[-1]
    return root[:-1] + _HARD.get(root[-1:], root[-1:])


def _is_verb(root: str) -> bool:
    lexicon = load_lexicon()
    soft = root[:-1] + {"f": "v", "s": "z"}.get(root[-1], root[-1])
    stems = (root, root + root[-1], soft)
    return any(lexicon.knows_exactly(stem + "en") and lexicon.knows_exactly(_present(stem)) for stem in stems)


def _present(stem: str) -> str:
    """Give the third person of the present, the sign of a verb: "rolt", "opent", "maakt"."""
    root = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
    root = root[:-1] + _HARD.get(root[-1], root[-1])
    long = _lengthen(root)
    lexicon = load_lexicon()
    for form in (root, long):
        third = form if form.endswith("t") else form + "t"
        if lexicon.knows_exactly(third):
            return third
    return root + "t"

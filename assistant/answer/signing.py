"""Who signed a document, who put the questions in it, who answered them: one line that speaks for the whole.

"De Minister van Energie, J. de Wit" below a rule holds no word of what the rule is about, and yet answers "Welke
minister stelde de regels voor windmolens vast". Such a line is therefore looked for in each document found, and
what the document says counts as said beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.names import find_names
from assistant.answer.question import Question
from assistant.dutch import content_stems
from assistant.types import Span

_NAME = (
    r"(?:(?:[dD]rs|[dD]r|[mM]r|[iI]r|[iI]ng|[pP]rof)\. ?){0,3}(?:(?:[A-Z]|IJ|Th|Chr|Ph)\. ?){1,6}"
    r"(?:(?:van|de|den|der|ten|ter|te|von) ?){0,3}[A-Z][\w’'-]+(?: (?:(?:van|de|den|der) )?[A-Z][\w’'-]+){0,3}"
)
"""A name with initials, as below a letter; a source may have lost the blanks in it ("H.G. tenHove").

Only a blank parts its words: were a hyphen, which a word may hold, to do so too, a long row of them would take hours."""


@dataclass(frozen=True, slots=True)
class _Act:
    """What is done to a document as a whole: the words of a question for who did it, and the line that tells it."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


_SIGNED = _Act(
    re.compile(
        r"\b(?:onder)?teken(?:de|den)\b|\b(?:onderte|gete)kend\b|\bhandtekening\b|\bnaam onder\b|\b(?:stelde|legde) .*\bvast\b|"
        r"\bvastgesteld\b|\btrok .*\bin\b|\bintrok\b|\bingetrokken\b|\bvaardigde .*\buit\b|\buitgevaardigd\b|\bgaf .*\buit\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^(?P<post>(?:[Dd]e(?! heer\b)|[Hh]et|[Vv]oor|[Nn]amens|[Oo]\.l\.) [^\n]{{3,200}}?[,:]? ?)?(?P<who>{_NAME})"
        r"(?:,? (?:namens|voor) deze[^\n]{0,120}|(?:,|(?= [Dd]e )) [^\n.]{3,60})?[,. ]{0,3}$",
        re.MULTILINE,
    ),
)
_ANSWERED = _Act(
    re.compile(r"\bbeantwoord\w*|\bantwoord\w*|\breageerde\w*|\bmededeling\b", re.IGNORECASE),
    re.compile(r"^(?:Antwoord|Mededeling) van (?P<who>[^\n(]{3,80})[^\n]*$", re.MULTILINE),
)
_PUT = _Act(
    re.compile(
        r"\bkamerl(?:id|eden)\b|\bvragensteller\b|\b(?:stelde|stelden|diende|dienden|gesteld) .*\b(?:kamer)?vragen\b|"
        r"\b(?:kamer)?vragen .*\b(?:stelde|stelden|gesteld|diende|dienden|ingediend)\b|\bvroeg(?:en)?\b",
        re.IGNORECASE,
    ),
    re.compile(r"^Vragen van (?:het lid|de leden) (?P<who>[^\n(]{3,80})[^\n]*$", re.MULTILINE),
)
_ABOUT_QUESTIONS = re.compile(r"\b(?:kamer)?vra(?:ag|gen)\b|\bkabinet\b|\bregering\b", re.IGNORECASE)
"""What must stand in a question for who answered or told something."""
_PERSONS = re.compile(r"\bwie\b|\b\w*(?:lieden|leden|ministers|secretarissen)\b", re.IGNORECASE)
"""What makes a question for several things one for persons."""
_SIGNATURE = re.compile(
    r"\b(?:mede)?(?:onder)?teken(?:t|de|den|en)\b|\b(?:mede)?onderteken(?:d|ing|aars?)\b|\bgetekend\b|\bhandtekening",
    re.IGNORECASE,
)
"""What asks for, or speaks of, a signature and nothing else."""
_SIGNS = re.compile(r"\b(?:mede)?(?:onder)?teken(?:t|en)\b", re.IGNORECASE)
"""What asks who signs, or is to sign: a sentence says it, and not the line below a document."""
_KNOWN = re.compile(
    r"\b\w*(?:besluit|regel|regeling|circulaire|richtlijn|aanwijzing|beschikking|verordening|decreet|memorandum|convenant|"
    r"verdrag|overeenkomst|brief|nota|rapport|vraag|vrage|naam|minister|secretaris|persoon|inspecteur|directeur)(?:en|n|s)?\b",
    re.IGNORECASE,
)
"""Kinds of documents and posts: they do not tell what a document is about."""
_SAID_IN_DOCUMENT = 0.9
"""How strongly what a document says elsewhere counts as said beside such a line."""
_MOST_LINES = 3
"""Lines taken from one document: two parties and a deputy sign."""
_MOST_READ = 100_000
"""Characters read from either end of a document: such a line stands at its head, or below it with annexes behind. Of
115 lines in 300 documents of five sets the one furthest from both ends stands at 63,000."""


@lru_cache(maxsize=256)
def _asked_act(question: Question) -> _Act | None:
    many = question.kind is QuestionKind.LIST and _PERSONS.search(question.text)
    if question.kind is not QuestionKind.PERSON and not many:
        return None
    if _ANSWERED.asked.search(question.text) and _ABOUT_QUESTIONS.search(question.text):
        return _ANSWERED
    return next((act for act in (_PUT, _SIGNED) if act.asked.search(question.text)), None)


def add_lines(question: Question, units: Sequence[Unit]) -> list[Unit]:
    """Give the units with the lines of their documents that tell who did what the question asks of a whole document.

    Where titles hold all that the question says of the document, other documents are left out: who signed one is
    not who signed another.
    """
    act = _asked_act(question)
    if act is None:
        return list(units)
    named = _find_named(question, act, units)
    if named:
        units = [unit for unit in units if unit.reading.document.id in named]
    best: dict[str, Unit] = {}
    for unit in sorted(units, key=lambda unit: (-unit.hit, unit.key)):
        best.setdefault(unit.reading.document.id, unit)
    told = [
        Unit(unit.reading, unit.reading.block_at(span.start), span, unit.hit)
        for unit in best.values()
        for span in islice(_find_lines(act, unit.reading.document.text), _MOST_LINES)
    ]
    known = {unit.key for unit in units}
    return [*units, *(unit for unit in told if unit.key not in known)]


def _find_named(question: Question, act: _Act, units: Sequence[Unit]) -> frozenset[str]:
    """Give the documents whose title holds all the words of the question, but for the deed, posts and kinds of documents."""
    plain = act.asked.sub(" ", question.text)
    told = _KNOWN.sub(" ", plain)
    stems = {stem for stem in content_stems(told) if stem.isalpha()}
    documents = {unit.reading.document.id: unit.reading.document.title for unit in units}
    return frozenset(
        name for name, title in documents.items() if stems and stems.issubset(content_stems(title))
    )


def _find_lines(act: _Act, text: str) -> Iterator[Span]:
    """Yield the lines that tell it; below a rule a bare name must have a post above it."""
    for line in _match_near_ends(act.told, text):
        above = text[max(0, line.start() - 8) : line.start()].rstrip()
        if act is not _SIGNED or line["post"] or above.endswith((",", ":", " deze")):
            yield Span(line.start(), line.end())


def _match_near_ends(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches in the first and the last lines of a text, in order; of a short text in all of it."""
    if len(text) <= 2 * _MOST_READ:
        yield from pattern.finditer(text)
        return
    # A line that the bounds cut through is left out: half of it would tell something else.
    yield from pattern.finditer(text, 0, text.rfind("\n", 0, _MOST_READ) + 1)
    last = text.find("\n", len(text) - _MOST_READ)
    if last >= 0:
        yield from pattern.finditer(text, last)


def lend_words(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Let each line that tells who did it hold what the rest of its document says, and the words for what was done."""
    act = _asked_act(question)
    if act is None:
        return
    deed = act.asked.search(question.text)
    words = deed.group().split() if deed else []
    done = [term.text in words[:1] + words[-1:] for term in matcher.terms]
    held: dict[str, list[float]] = {}
    for unit in units:
        known = held.setdefault(unit.reading.document.id, [0.0] * len(done))
        held[unit.reading.document.id] = [max(pair) for pair in zip(known, unit.context, strict=True)]
    for unit in units:
        if act.told.fullmatch(unit.text) is not None:
            said = held[unit.reading.document.id]
            lent = [1.0 if own else _SAID_IN_DOCUMENT * value for own, value in zip(done, said, strict=True)]
            for strengths in (unit.close, unit.context, unit.wide):
                strengths[:] = [max(pair) for pair in zip(strengths, lent, strict=True)]


def find_signer(question: Question, unit: Unit) -> tuple[Span, str] | None:
    """Give who signed and the post above the name, where that is asked and the unit is such a line; offsets in the unit."""
    act = _asked_act(question)
    line = act.told.fullmatch(unit.text) if act is _SIGNED else None
    if act is None or line is None:
        return None
    above = unit.reading.text_of(unit.block - 1) if unit.block and not line["post"] else ""
    return Span(line.start("who"), line.end("who")), line["post"] or above


def is_signature(unit: Unit) -> bool:
    """Tell whether a unit is no more than the post and name of one who signed."""
    return len(unit.span) <= _MOST_SIGNED and _is_signed(unit.text)


@lru_cache(maxsize=5_000)
def _is_signed(text: str) -> bool:
    return _SIGNED.told.fullmatch(text.strip()) is not None


def asks_signature(question: Question) -> bool:
    """Tell whether one who signed may be asked: for a signature, a post or name, or who is responsible or wrote it."""
    return _asked_act(question) is not None or _MAY_SIGN.search(question.text) is not None


_MOST_SIGNED = 400
_MAY_SIGN = re.compile(
    r"\bwie (?:is|was|waren|zijn)\b|\bnamens\b|\bverantwoordelijk\b|\bschr(?:ijft|eef|even)\b|\bgeschreven\b|\bauteurs?\b|\bstuurde\w*\b|"
    r"\b\w*(?:minister|secretaris|directeur|burgemeester|voorzitter|griffier|gedeputeerde|inspecteur|wethouder)s?\b|\bondertek\w*|"
    r"\b(?:nam|namen|genomen|neemt) .*besluit\b|\bbesluit .*(?:nam|genomen)\b|\bvaardig\w*|\bafkomstig\b|\bwijzig\w*|\bgewijzigd\b|"
    r"\b(?:ge)?publice\w*|\bmaakte\w*|\bgemaakt\b|\bbesloot\b|\bbesloten\b|\bstelt .*(?:regeling|besluit|regels|verordening).*\bvast\b",
    re.IGNORECASE,
)


def find_askers(question: Question, unit: Unit) -> Span | None:
    """Give who put the questions, where that is asked and the unit is the line that tells it; offsets in the document.

    Those whose party the question names where it names one, and never those whom they asked.
    """
    line = _PUT_BY.match(unit.text) if _asked_act(question) is _PUT else None
    if line is None:
        return None
    members = list(_ASKER.finditer(unit.text, line.start("who"), line.end("who")))
    of_party = [member for member in members if member["party"] and member["party"] in question.text]
    if any(member["all"] for member in of_party):
        return Span(line.start("who"), line.end("who")).shift(unit.span.start)
    alone = of_party if len(of_party) == 1 else members
    if len(alone) == 1:
        return Span(*alone[0].span("name")).shift(unit.span.start)
    return Span(line.start("who"), line.end("who")).shift(unit.span.start)


_PUT_BY = re.compile(
    r"Vragen van (?:het lid|de leden) (?P<who>[^\n]{3,200}?)(?= (?:aan|over) |$)", re.IGNORECASE
)
_ASKER = re.compile(
    r"(?P<name>(?:(?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|El|[’']t) )*[A-ZÀ-Þ][\w’'-]*(?: (?:(?:van|de|den|der) )*[A-ZÀ-Þ][\w’'-]*)*)"
    r"(?: ?\((?P<all>(?:beiden?|allen|allebei) )?(?P<party>[^()]+)\))?"
)
"""One who put questions, with the party in brackets."""


def names_no_signer(question: Question, unit: Unit) -> bool:
    """Tell whether a signature is asked, and the unit neither is such a line, nor speaks of signing, nor names a person."""
    act = _asked_act(question)
    now = act is None and question.kind is QuestionKind.PERSON and _SIGNS.search(question.text)
    if not now and (act is not _SIGNED or not _SIGNATURE.search(question.text)):
        return False
    if _SIGNED.told.fullmatch(unit.text) or _SIGNATURE.search(unit.text):
        return False
    return all(name.kind != "person" for name in find_names(unit.reading, unit.span))


def tells_another_act(question: Question, unit: Unit) -> bool:
    """Tell whether a unit says who put the questions while it is asked who answered them, or the other way round."""
    act = _asked_act(question)
    if act is None or act is _SIGNED:
        return False
    other = _PUT if act is _ANSWERED else _ANSWERED
    return other.told.match(unit.text) is not None

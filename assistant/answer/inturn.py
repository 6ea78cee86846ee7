"""Who did it when, of those who did it in turn: "tot 1 mei 2031 deed de gemeente het en daarna het Waterfonds".

Who it was up to a day is not who it has been since; the year or the tense of the question tells which is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cues import ROLE_WORDS
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.kinds import QuestionKind
from assistant.answer.nounphrases import read_phrase
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Span

_KINDS = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION})
_YEAR = r"(?:19|20)\d\d"
_TURN = re.compile(
    rf"\btot (?:en met )?(?:\d{{1,2}} )?(?:[a-z]{{3,9}} )?(?P<year>{_YEAR})\b(?P<first>[^.;]{{3,120}}?)"
    r"(?:,? en|[,;]) (?:daarna|sindsdien|nadien|vervolgens|vanaf dan)(?: (?:door|bij|van|aan))? ",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:(]|\.(?:\s|$)|$")
_SINCE_ASKED = re.compile(rf"\b(?:na|sinds|vanaf)(?: \d{{1,2}})?(?: [a-z]+)? (?P<year>{_YEAR})\b")
_IN_ASKED = re.compile(rf"\b(?P<year>{_YEAR})\b")
_NOW = re.compile(
    r"\b(?:nu|tegenwoordig|momenteel|is|zijn|voert|voeren|doet|doen|leidt|beheert|betaalt|heeft|ligt|regelt)\b"
)
_WAS = re.compile(r"\b(?:was|waren|werd|had|eerst|vroeger|eerder|voorheen|voorganger|tot)\b")
_FIT = 0.95


def keep_in_turn(question: Question, unit: Unit, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates of the turn that is asked about, where a sentence tells two; all where it is not clear which."""
    found = list(candidates)
    if question.kind not in _KINDS:
        return found
    turn = _TURN.search(unit.text)
    asked = None if turn is None else _asks_later(fold(question.text), int(turn["year"]))
    if turn is None or asked is None or _tells_of_more(unit.text):
        return found
    end = _CLAUSE.search(unit.text, turn.end())
    later = Span(turn.end(), end.start() if end else len(unit.text)).shift(unit.span.start)
    if not asked:
        return [one for one in found if one.span.end <= later.start]
    kept = [one for one in found if later.covers(one.span)]
    phrase = None if kept else read_phrase(unit.text, turn.end())
    if phrase is not None:
        return [Candidate(phrase.span.shift(unit.span.start), _FIT)]
    return kept


def _tells_of_more(text: str) -> bool:
    """Tell whether a sentence names more than one role, so that the turn may be of another than the asked one."""
    return len({word for word in re.findall(r"[a-zà-ÿ-]{4,}", fold(text)) if word in ROLE_WORDS}) > 1


def _asks_later(plain: str, year: int) -> bool | None:
    """Tell whether a folded question asks who it was after a year (True) or up to it (False); None where that is not clear."""
    since = _SINCE_ASKED.search(plain)
    if since is not None:
        return True if int(since["year"]) >= year else None
    named = _IN_ASKED.search(plain)
    if named is not None:
        other = int(named["year"])
        return None if other == year else other > year
    return True if _NOW.search(plain) and not _WAS.search(plain) else None

"""What somebody in office is charged with: the alderman for youth is no answer to who the one for sports is.

A sentence that gives an office with a field of its own, and says nothing of the field that is asked, lacks it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.dutch import STOP_WORDS, fold, tokenize

_OFFICE = r"(?:schepen|wethouder|gedeputeerde|minister|staatssecretaris|portefeuillehouder)"
_ASKED = re.compile(
    rf"^(?:wie|welke {_OFFICE}) .*?\b(?P<office>{_OFFICE}) (?:voor|van|met) (?:(?:de|het) )?(?P<field>[^,;:()?]+?)"
    r"(?: (?:in|te|bij|binnen|uit|op|sinds|namens|tijdens|vanaf) .*|[,;:()?].*)?$"
)
_HAS = r"[A-ZÀ-Þ][\w’'.-]*(?: (?:(?:van|de|den|der|ten|ter|het|’t|'t) ){0,2}[A-ZÀ-Þ][\w’'.-]*){0,3}"
_TOLD = re.compile(
    rf"\b(?i:{_OFFICE})(?: (?i:van|voor) (?:(?:de|het) )?(?P<field>[\w’'-]+)| {_HAS} \((?P<aside>[^()]{{3,60}})\))"
)
"""An office with its field: "schepen van Jeugd", "wethouder Mol (zorg)"."""
_BODIES = frozenset(
    "de het gemeente stad provincie staat regering kabinet land rijk vlaanderen nederland belgie".split()
)
"""Words behind an office that tell where it is held and no field."""
_HELD = 0.5


def mark_other_fields(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Add to `lacks` of each unit the field of the asked office, where the unit has that office for another field only."""
    asked = _ASKED.match(fold(question.text).rstrip(" ?")) if question.kind is QuestionKind.PERSON else None
    if asked is None:
        return
    words = {fold(token.text) for token in tokenize(asked["field"])} - STOP_WORDS - _BODIES
    field = [place for place, term in enumerate(matcher.terms) if fold(term.text) in words]
    field = [place for place in field if matcher.terms[place].kind == "word"] or field
    if not field or any(matcher.terms[place].text.isupper() for place in field):
        return  # "minister van EZ" may be told in full
    for unit in units:
        told = [one["field"] or one["aside"] for one in _TOLD.finditer(unit.text)]
        named = [one for one in told if fold(one.split(" ", 1)[0]) not in _BODIES]
        if named and not any(_hold(unit, matcher, place) >= _HELD for place in field):
            lack = " ".join(matcher.terms[place].text for place in field)
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, lack)))


def _hold(unit: Unit, matcher: Matcher, place: int) -> float:
    """Give how strongly a unit holds a word of the field; a name, which may be of a town, the headings may hold as well."""
    own = matcher.strengths(unit.text)[place]
    return max(own, unit.wide[place]) if matcher.terms[place].kind == "name" else own

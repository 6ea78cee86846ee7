"""The value for one half of a question from the quotation of the other: "in 2020 werd de proef door de raad beoordeeld"."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer.kinds import QuestionKind
from assistant.answer.wording import find_proof
from assistant.types import Answer, ExtractKind

_SORTS = {
    QuestionKind.MOMENT.value: ExtractKind.DATE,
    QuestionKind.AMOUNT.value: ExtractKind.AMOUNT,
    QuestionKind.SHARE.value: ExtractKind.SHARE,
}
"""The facts that answer a half: those of which a sentence that tells of one deed has one."""
_LONGEST = 400
"""Characters of a quotation in which a value belongs to what it tells."""


def borrow_value(half: Answer, other: Answer) -> Answer:
    """Give a half that was not answered the one value of its kind in what proves the other half; else as it is."""
    sort = _SORTS.get(half.kind)
    if half.answered or not other.answered or not other.short or sort is None:
        return half
    proof = find_proof(other, [[item] for item in other.citations])
    cited = next((item for item in other.citations if item.number in proof), None)
    if cited is None or len(cited.span) > _LONGEST:
        return half
    told = {
        fact.text
        for document, fact in other.extracts
        if fact.kind is sort and document == cited.document_id and cited.span.covers(fact.span)
    }
    if len(told) != 1:
        return half
    return replace(
        half,
        answered=True,
        short=told.pop(),
        citations=(cited,),
        nearby=(),
        confidence=other.confidence,
    )

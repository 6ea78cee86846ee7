"""What a question asks and the best sentence leaves unsaid, whatever else it holds: there is no answer then.

The words of a question are soon found together. Each rule here knows a sort of sentence that holds them and does not
tell what is asked. What comes lower is hardly ever the answer where the best one is such a sentence, so that no other is
looked for.
"""

from __future__ import annotations

from assistant.answer.attending import is_absent
from assistant.answer.counterparts import is_of_other
from assistant.answer.evidence import Unit
from assistant.answer.ownwords import tells_nothing_of
from assistant.answer.question import Question
from assistant.answer.unnamed import names_none
from assistant.answer.untelling import tells_nothing


def leaves_unsaid(question: Question, unit: Unit) -> bool:
    """Tell whether the best sentence shows that what is asked is not told."""
    return (
        names_none(question, unit)
        or tells_nothing(question, unit)
        or tells_nothing_of(question, unit)
        or is_of_other(question, unit)
        or is_absent(question, unit)
    )

"""Questions that cannot be looked up: in another language, without words, or with words that no document holds.

They get a clear word instead of the sentence that happens to lie nearest.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.answer.cues import QUESTION_WORDS
from assistant.answer.editions import Edition
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.dutch import STOP_WORDS, fold

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SMALL_WORDS = {
    "Engels": """what which who whose whom how when where why much many the and does did do done has have had
    are were been being there this that these those for from with about by at on it its their they you your
    can could would should will between into not any all some most""",
    "Frans": """quel quelle quels quelles qui que quoi comment combien quand où pourquoi le la les des du et un
    une est sont était ont été dans pour par sur avec au aux ce cette ces il elle ils se ne pas plus qu'est
    c'est y leur leurs lors""",
    "Duits": """welche welcher welches welchen wer wann warum wieso wo wieviel viele das und ist sind war wurde
    wurden hat haben ein eine einer einem einen mit für auf von zu im nicht auch wird werden bei nach durch oder
    zur zum über dem gibt es""",
}
"""Language -> interrogatives and other small words of a question."""
_FOREIGN = {
    language: frozenset(words.split()) - STOP_WORDS - QUESTION_WORDS
    for language, words in _SMALL_WORDS.items()
}
_ASKING = {
    word: language
    for language, words in {
        "Engels": "what which who whose how where when why",
        "Frans": "quel quelle quels quelles qui comment combien pourquoi quand où",
        "Duits": "welche welcher welches welchen wer wann warum wieso wieviel",
    }.items()
    for word in words.split()
}
"""Interrogatives that settle it at the head of a question, unless in capitals (WHO)."""
_LEAST = 2
"""A name may hold one small word of another language ("The Gallery")."""
_COURTEOUS = frozenset(
    """hallo hoi dag hey hi goedemorgen goedemiddag goedenavond goedendag dank dankje dankjewel dankuwel bedankt
    merci graag gedaan help prima oké oke ok doei groeten groet""".split()
)
"""What people say to somebody; it asks nothing of the documents."""
_HELD = 0.5
"""From this strength on a word counts as held by what was found."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a question cannot be looked up, or is not answered: one of the seven.

    `language` is the Dutch name of the language that it is in; `wordless` that no word in it carries meaning;
    `unknown` that no document holds any of its words; `unsaid` are names of the question of
    which the nearest passage says nothing, `years` those of it that no document holds;
    `chapter` is one that it wants the answer from and no document has, `place` such an article or page;
    `edition` is a document of a year that is not there.
    """

    language: str | None = None
    wordless: bool = False
    unknown: bool = False
    unsaid: tuple[str, ...] = ()
    chapter: str | None = None
    place: str | None = None
    years: tuple[str, ...] = ()
    edition: Edition | None = None


def find_language(text: str) -> str | None:
    """Give the language of a question that is surely not Dutch: small words of that one, and none of Dutch."""
    words = _WORD.findall(text.casefold().replace("’", "'"))
    if any(word in STOP_WORDS or word in QUESTION_WORDS for word in words if word not in _SHARED):
        return None
    first = _WORD.match(text)
    if first and not (first.group().isupper() and len(first.group()) > 1) and words[0] in _ASKING:
        return _ASKING[words[0]]
    counts = {language: sum(word in small for word in words) for language, small in _FOREIGN.items()}
    best = max(counts, key=lambda language: (counts[language], language))
    return best if counts[best] >= _LEAST else None


_SHARED = frozenset(
    "de is in of was den der over under we me en on te die an als wie dien per via plus word".split()
)
"""Small words of Dutch that another language has too."""


def find_obstacle(
    question: Question, matcher: Matcher, present: Callable[[str], bool], context: Callable[[int], float]
) -> Obstacle | None:
    """Give why a question cannot be looked up, if so.

    `present(word)` tells whether any document holds the word, `context(place)` how strongly what was found holds
    the term at that place.
    """
    language = find_language(question.text)
    if language is not None:
        return Obstacle(language=language)
    if all(fold(term.text) in _COURTEOUS for term in matcher.terms):
        return Obstacle(wordless=True)
    if any(present(term.text) or context(place) >= _HELD for place, term in enumerate(matcher.terms)):
        return None
    return Obstacle(unknown=True)

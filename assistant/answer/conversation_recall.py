"""A noun with its article that an earlier question spoke of more fully: "het fieldlab" for "het fieldlab in de Peel"."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answer.conversation_phrases import Phrase, find_phrases, is_time
from assistant.dutch import fold


def recall_phrase(question: str, earlier: Iterable[str]) -> str:
    """Give the question with "het fieldlab" written out as an earlier question has it ("het fieldlab in de Peel")."""
    known = [(asked, phrase) for asked in earlier for phrase in reversed(find_phrases(asked))]
    for phrase in reversed(find_phrases(question)):
        if (
            phrase.named
            or phrase.determiner not in ("de", "het", "die", "dat", "deze", "dit")
            or len(phrase.head) < 4
        ):
            continue
        whole = next((found for asked, other in known if (found := _fuller(asked, other, phrase))), None)
        if whole is not None:
            question = question[: phrase.inner] + whole + question[phrase.end :]
    return question


def _fuller(asked: str, known: Phrase, phrase: Phrase) -> str | None:
    """Give the earlier phrase when it holds the noun of the later one, and a name besides."""
    words = [fold(word) for word in asked[known.inner : known.end].split()]
    if is_time(asked[known.inner : known.end]) or not any(
        word == phrase.head or (len(phrase.head) > 4 and word.endswith(phrase.head)) for word in words
    ):
        return None
    after = [other for other in find_phrases(asked) if other.start == known.end + 1 and other.named]
    if known.named:
        return asked[known.inner : known.end]
    return asked[known.inner : after[0].end] if after and after[0].preposition else None

"""Questions for all of something that no list and no fact answers: every sentence with the words of it.

"Noem alle toezeggingen over de haven" is asked to miss none. Where no fact is found and no quotation lists them, the
sentences that hold these words, with the headings above them, are listed over the whole index; where there are none
the answer says what was looked for, or that its passages are no whole list.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer.census import Census, CensusKind
from assistant.answer.kinds import QuestionKind
from assistant.answer.mentions import Place, Stacks, sentences_of
from assistant.answer.phrases import Phrase, read_phrase
from assistant.answer.question import parse_question, states_of_all
from assistant.answer.telling import MOST_CITED, cite_places, make_tally, name_facts, say_none, write_count
from assistant.answer.templates import Templates
from assistant.answer.wording import flatten, write_text
from assistant.dutch import content_stems
from assistant.index import Index
from assistant.types import Answer, Filters

_ALL = re.compile(
    r"(?:(?:noem|geef|toon|verzamel|lijst|som)(?: mij| me| ons| eens| graag)*(?: op)? )?"
    r"(?:(?:een |het )?(?:(?:volledig|compleet)e? )?(?:overzicht|lijst|opsomming) (?:van|met) )?"
    r"(?:alle|al de|al het|al onze) (?P<what>.+?)(?: op)?",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r" (?:die|dat) (?:er )?(?:in .{1,40} )?(?:(?:worden|wordt|zijn|is|staan|staat) ?)?(?:genoemd|vermeld)?(?: (?:worden|wordt|zijn|is|staan))?$",
    re.IGNORECASE,
)
"""What says only that it stands in the documents."""
_ANYTHING = re.compile(
    r"(?:de )?(?:informatie|info|gegevens|details|bijzonderheden|zaken|dingen) (?:over|van|rond|rondom|inzake|omtrent)\b",
    re.IGNORECASE,
)
"""Words for whatever is said of something: a sentence about it holds them only by chance."""
_DENIAL = re.compile(
    r"\b(?:niet|geen|nooit|noch|zonder|behalve|uitgezonderd|met uitzondering van|buiten)\b", re.IGNORECASE
)
"""What turns the words of a question round: "projecten die niet af zijn", "alle gemeenten behalve Lier"."""
_LEAST = 2
"""Words that must be asked together: of one alone the sentences are no answer, but a count of it."""


def read_inventory(text: str) -> Phrase | None:
    """Give the words of a question for all of something ("noem alle projecten over waterstof"); None for any other."""
    found = _ALL.fullmatch(" ".join(text.split()).strip(" ?!."))
    if found is None or states_of_all(text) or parse_question(text).number is not None:
        return None  # "alle tien partners" wants those ten, not what else is said of partners
    return None if _ANYTHING.match(found["what"]) else read_phrase(_TAIL.sub("", found["what"]))


def take_inventory(
    answer: Answer, census: Census | None, index: Index, filters: Filters, templates: Templates
) -> Answer:
    """Give the answer to a question for all of something, or every sentence with its words where no list answers it.

    `census` is how the question was counted without a fact being found, if it was.
    """
    phrase = read_inventory(answer.question)
    if phrase is None or answer.kind == QuestionKind.DOCUMENTS:
        return answer
    denied = _DENIAL.search(phrase.text) is not None
    if _is_listed(answer, phrase, denied=denied):
        return write_text(answer, templates, incomplete=True)
    stacks = Stacks(index, filters)
    places = _find_sentences(stacks, phrase, denied=denied) if len(phrase.stems) >= _LEAST else []
    if places:
        return _list_sentences(answer, phrase, places, index, templates)
    counted = census if census is not None and census.kind is CensusKind.FACTS else None
    if answer.answered and not (counted and _is_unknown(stacks, counted)):
        passages = replace(
            answer, kind=QuestionKind.LIST.value, short=None, variants=(), cases=(), parts=None
        )
        return write_text(passages, templates)
    if len(phrase.stems) < _LEAST and not counted:
        return answer
    what = f"{name_facts(counted)}, gezocht in zinnen en koppen" if counted else _name(phrase)
    return say_none(answer, make_tally(what, ()), templates)


def _is_unknown(stacks: Stacks, census: Census) -> bool:
    """Tell whether a word of what the facts should be about stands nowhere: what was quoted is about something else."""
    return any(not len(stacks.holding((stem,))) for stem in content_stems(census.subject or ""))


def _is_listed(answer: Answer, phrase: Phrase, *, denied: bool) -> bool:
    """Tell whether an answer lists what is asked: its first quotation, or a heading above it, holds every word.

    What a question denies (`denied`) must be denied there too.
    """
    if answer.kind != QuestionKind.LIST or not answer.short or not answer.citations:
        return False
    first = answer.citations[0]
    wanted, text = set(phrase.stems), f"{' '.join(first.heading)} {first.quote}"
    return wanted <= set(content_stems(text)) and (not denied or _DENIAL.search(text) is not None)


def _name(phrase: Phrase) -> str:
    return f"zinnen met de woorden van ‘{phrase.text}’"


def _find_sentences(stacks: Stacks, phrase: Phrase, *, denied: bool) -> list[Place]:
    """Give every sentence that holds all content words with the headings above it, and one of them itself.

    Of what is denied, those with a denial of their own or in a heading.
    """
    wanted = set(phrase.stems)
    found: list[Place] = []
    for passage in stacks.read(stacks.holding(phrase.stems)):
        headings = " ".join(passage.heading)
        above = set(content_stems(headings))
        for sentence in sentences_of(passage):
            text = sentence.shift(-passage.span.start).of(passage.text)
            own = wanted & set(content_stems(text))
            if own and wanted <= own | above and (not denied or _DENIAL.search(f"{headings} {text}")):
                found.append(stacks.place(passage, sentence))
    return found


def _list_sentences(
    answer: Answer, phrase: Phrase, places: list[Place], index: Index, templates: Templates
) -> Answer:
    """List sentences, each with its number; of many the first.

    That these are all sentences with the words is certain, so that they are listed whatever the chance. That they answer
    is as likely as it was of the best passage: to hold the words makes them no surer an answer.
    """
    cited = cite_places(places[:MOST_CITED], index)
    citations = [replace(citation, score=answer.confidence) for citation in cited]
    listed = replace(
        answer,
        kind=QuestionKind.LIST.value,
        answered=True,
        short="1 zin" if len(places) == 1 else f"{len(places)} zinnen",
        citations=tuple(citations),
        extracts=(),
        nearby=(),
        variants=(),
        cases=(),
        parts=None,
        tally=make_tally(_name(phrase), places),
    )
    values = [{"tekst": flatten(citation.quote), "nummer": citation.number} for citation in citations]
    return write_count(listed, templates, values, len(places))

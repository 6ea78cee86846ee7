"""The sets that retrieval is measured on: where their questions and right passages come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.evaluate.cutting import (
    MIN_ANSWER_CHARS,
    choose_headings,
    cut_articles,
    cut_letter,
    strip_numbering,
)
from assistant.evaluate.gold import load_gold
from assistant.evaluate.paraphrases import load_paraphrases
from assistant.evaluate.sources import (
    CORPUS,
    DECISION_FILES,
    PDFS,
    RULES,
    SEEDS,
    SOURCES,
    Decision,
    decision_path,
    load_decisions,
)
from assistant.evaluate.topics import Asked, Texts, Topic, ask_gold, ask_paraphrases

YEAR = "2022"
"""Decisions of this year are asked for; those before it may be trained on."""

TITLE, SHORT = "decisions-title", "decisions-short"
TITLE_FILES, SHORT_FILES = f"{TITLE}-ingested", f"{SHORT}-ingested"
POLICY_RULES, LETTERS = "policy-rules", "kamervragen"
QUESTIONS, QUESTIONS_SAMPLE = "questions", "questions-corpus"
PARAPHRASES, PARAPHRASES_SAMPLE = "paraphrases", "paraphrases-corpus"

HALVED = frozenset((PARAPHRASES, PARAPHRASES_SAMPLE))
"""Sets of which the halves are shown apart."""

_GOLD = Path(__file__).resolve().parent / "gold"


@dataclass(frozen=True, slots=True)
class Maker:
    """How a group of sets is made, and the sources that must be there."""

    sets: tuple[str, ...]
    sources: tuple[str, ...]
    make: Callable[[Texts], Iterator[Asked]]


def ask_titles(decisions: Sequence[Decision], year: str = YEAR) -> dict[str, list[Topic]]:
    """Give the titles, and the short titles, of the decisions of the year whose title occurs once.

    Right is the place of the decision among all.
    """
    titles = Counter(decision.title for decision in decisions)
    sets: dict[str, list[Topic]] = {TITLE: [], SHORT: []}
    for place, decision in enumerate(decisions):
        if not decision.date.startswith(year) or titles[decision.title] > 1:
            continue
        for name, question in ((TITLE, decision.title), (SHORT, decision.short_title)):
            if question.strip():
                sets[name].append(Topic(question, frozenset((place,)), (name,)))
    return sets


def _decisions(texts: Texts) -> Iterator[Asked]:
    """Titles and short titles against whole bodies, and against the same bodies as files."""
    decisions = load_decisions(texts.locate(DECISION_FILES))
    topics = [topic for group in ask_titles(decisions).values() for topic in group]
    yield Asked(texts.whole(TITLE, [decision.body for decision in decisions]), tuple(topics))
    files = texts.ingested(DECISION_FILES)
    passages = {record.path: frozenset(files.numbers_of(record.id)) for record in files.records()}
    cut = [
        Topic(
            topic.question,
            passages.get(decision_path(decisions[place].id), frozenset()),
            (f"{topic.sets[0]}-ingested",),
        )
        for topic in topics
        for place in topic.right
    ]
    yield Asked(files, tuple(cut))


def _policy_rules(texts: Texts) -> Iterator[Asked]:
    """Headings against the text under them, which is indexed without its heading."""
    articles: list[str] = []
    asked: list[tuple[str, str, int]] = []
    index = texts.ingested(RULES)
    for record in index.records():
        document = index.document(record.id)
        for heading, text in cut_articles(document):
            if words := strip_numbering(heading):
                asked.append((words, document.title, len(articles)))
            articles.append(text)
    topics = [
        Topic(question, frozenset((place,)), (POLICY_RULES,)) for question, place in choose_headings(asked)
    ]
    yield Asked(texts.whole(POLICY_RULES, articles), tuple(topics))


def _letters(texts: Texts) -> Iterator[Asked]:
    """Numbered questions of members of parliament against the answers of all letters."""
    index = texts.ingested(PDFS)
    answers: list[str] = []
    topics: list[Topic] = []
    for record in index.records():
        for question, answer in cut_letter(index.document(record.id).text):
            if len(answer) < MIN_ANSWER_CHARS:
                continue
            topics.append(Topic(question, frozenset((len(answers),)), (LETTERS,)))
            answers.append(answer)
    yield Asked(texts.whole(LETTERS, answers), tuple(topics))


def _questions(texts: Texts) -> Iterator[Asked]:
    """The gold questions: right is a passage, of a right document, that holds all the evidence."""
    for name in (SEEDS, CORPUS, PDFS):
        if texts.has(name):
            sets = (QUESTIONS, QUESTIONS_SAMPLE) if name == CORPUS else (QUESTIONS,)
            yield ask_gold(texts.ingested(name), load_gold(_GOLD / f"{name}.jsonl"), sets)


def _questions_sample(texts: Texts) -> Iterator[Asked]:
    gold = load_gold(_GOLD / f"{CORPUS}.jsonl")
    yield ask_gold(texts.ingested(CORPUS), gold, (QUESTIONS_SAMPLE,))


def _paraphrases(texts: Texts) -> Iterator[Asked]:
    """The questions in other words, each asked of its own collection."""
    questions = load_paraphrases()
    for name in SOURCES:
        if texts.has(name):
            sets = (PARAPHRASES, PARAPHRASES_SAMPLE) if name == CORPUS else (PARAPHRASES,)
            asked = [question for question in questions if question.source == name]
            yield ask_paraphrases(texts.ingested(name), asked, sets)


def _paraphrases_sample(texts: Texts) -> Iterator[Asked]:
    asked = [question for question in load_paraphrases() if question.source == CORPUS]
    yield ask_paraphrases(texts.ingested(CORPUS), asked, (PARAPHRASES_SAMPLE,))


MAKERS = (
    Maker((TITLE, SHORT, TITLE_FILES, SHORT_FILES), (DECISION_FILES,), _decisions),
    Maker((POLICY_RULES,), (RULES,), _policy_rules),
    Maker((LETTERS,), (PDFS,), _letters),
    Maker((QUESTIONS, QUESTIONS_SAMPLE), (SEEDS, CORPUS, PDFS), _questions),
    Maker((PARAPHRASES, PARAPHRASES_SAMPLE), tuple(SOURCES), _paraphrases),
    Maker((QUESTIONS_SAMPLE,), (CORPUS,), _questions_sample),
    Maker((PARAPHRASES_SAMPLE,), (CORPUS,), _paraphrases_sample),
)
"""The last two stand in where the shared texts are absent."""

SETS = tuple(dict.fromkeys(name for maker in MAKERS for name in maker.sets))

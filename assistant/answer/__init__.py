"""Answers: from hits to quoted, checked, templated sentences, or to saying that nothing was found."""

from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question, parse_question
from assistant.answer.reading import Reading
from assistant.answer.reply import compose_answer
from assistant.answer.templates import Templates
from assistant.answer.weighed import Library

__all__ = ["Library", "Question", "QuestionKind", "Reading", "Templates", "compose_answer", "parse_question"]

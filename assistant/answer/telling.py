"""The answer to a question for everything: a count that is exact, and every place behind it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant.answer.census import Census, CensusKind
from assistant.answer.dossiers import find_dossiers
from assistant.answer.kinds import QuestionKind
from assistant.answer.mentions import Stacks, find_mentions, find_together
from assistant.answer.phrases import read_phrase
from assistant.answer.reply import identify
from assistant.answer.surveys import Finding, find_facts
from assistant.answer.templates import Templates
from assistant.answer.wording import read_values
from assistant.errors import CitationError
from assistant.index import Index
from assistant.types import Answer, Citation, Completeness, Document, Filters, Mention, Tally

MOST_CITED = 50
"""Quotations of one answer; the count and its places are whole, however many there are."""
_SURE = 0.98
"""Confidence of a count: what was counted stands in the documents, only the question can be misread."""
_KINDS = {
    CensusKind.DOCUMENTS: QuestionKind.DOCUMENTS,
    CensusKind.ABOUT: QuestionKind.DOCUMENTS,
    CensusKind.DOCUMENT_COUNT: QuestionKind.COUNT,
    CensusKind.TIMES: QuestionKind.COUNT,
    CensusKind.FACTS: QuestionKind.LIST,
}


def take_census(
    text: str,
    census: Census,
    index: Index,
    filters: Filters,
    templates: Templates,
    completeness: Completeness,
) -> Answer | None:
    """Answer a question for everything from the whole index; None when it is better read as another question.

    Nothing found is an answer only where a count was asked for: it is given as not found, with 0.
    """
    stacks = Stacks(index, filters)
    identity = identify(completeness.generation, text)
    empty = Answer(
        id=identity,
        question=text,
        kind=_KINDS[census.kind].value,
        answered=False,
        text="",
        completeness=completeness,
    )
    if census.kind is CensusKind.FACTS:
        return _list_facts(empty, census, list(find_facts(stacks, census)), index, templates)
    if census.kind is CensusKind.ABOUT:
        return _tell_about(empty, census, stacks, templates)
    phrase = read_phrase(census.subject or "")
    if phrase is None:
        return None
    mentions = list(find_mentions(stacks, phrase))
    what = f"het woord ‘{phrase.text}’" if len(phrase.words) == 1 else f"de woorden ‘{phrase.text}’"
    if not mentions and len(phrase.stems) > 1:
        mentions = list(find_together(stacks, phrase))
        what = f"zinnen met al deze woorden: ‘{phrase.text}’"
    if mentions:
        return _tell(empty, census, _tally(what, mentions), index, templates)
    if census.kind is CensusKind.DOCUMENTS:
        return _tell_about(empty, census, stacks, templates)
    return _say_none(empty, _tally(what, ()), templates)


def _tell_about(empty: Answer, census: Census, stacks: Stacks, templates: Templates) -> Answer | None:
    """Tell which documents are about the subject; None when none clearly is."""
    found = find_dossiers(stacks, census.subject or "")
    tally = _tally(f"documenten over ‘{census.subject}’", found)
    return _tell(empty, census, tally, stacks.index, templates) if found else None


def _tally(what: str, mentions: Sequence[Mention]) -> Tally:
    documents = len({mention.document_id for mention in mentions})
    return Tally(what=what, documents=documents, times=len(mentions), mentions=tuple(mentions))


def _say_none(empty: Answer, tally: Tally, templates: Templates) -> Answer:
    """Say that what was to be counted stands nowhere; the count of 0 goes along."""
    answer = replace(empty, tally=tally)
    return replace(answer, text=templates.render("telling", read_values(answer) | {"waarden": []}))


def _tell(empty: Answer, census: Census, tally: Tally, index: Index, templates: Templates) -> Answer:
    """Tell in which documents it is said and how often, with the first place of each document quoted."""
    firsts: dict[str, Mention] = {}
    times: dict[str, int] = {}
    for mention in tally.mentions:
        firsts.setdefault(mention.document_id, mention)
        times[mention.document_id] = times.get(mention.document_id, 0) + 1
    citations = _cite(list(firsts.values())[:MOST_CITED], index)
    held = "1 document" if tally.documents == 1 else f"{tally.documents} documenten"
    short = f"{tally.times} keer" if census.kind is CensusKind.TIMES else held
    documents = [
        {
            "titel": citation.title,
            "datum": citation.date,
            "nummer": citation.number,
            "keer": times[citation.document_id],
        }
        for citation in citations
    ]
    values = {"telling": _values_of(tally), "documenten": documents, "waarden": []}
    return _speak(empty, short, citations, tally, values, templates)


def _list_facts(
    empty: Answer, census: Census, findings: Sequence[Finding], index: Index, templates: Templates
) -> Answer | None:
    """List the values of facts, each once with the first place that says it; None when there are none."""
    if not findings:
        return None
    firsts: dict[str, Finding] = {}
    for finding in findings:
        firsts.setdefault(finding.key, finding)
    shown = list(firsts.values())[:MOST_CITED]
    places = {finding.mention: None for finding in shown}
    citations = _cite(list(places), index)
    numbers = {mention: citation.number for mention, citation in zip(places, citations, strict=True)}
    tally = _tally(census.noun or "", [finding.mention for finding in findings])
    values = {
        "telling": {**_values_of(tally), "verschillend": len(firsts)},
        "documenten": [],
        "waarden": [{"tekst": finding.shown, "nummer": numbers[finding.mention]} for finding in shown],
    }
    short = "; ".join(finding.shown for finding in shown)
    answer = _speak(empty, short, citations, tally, values, templates)
    return replace(
        answer, extracts=tuple((finding.mention.document_id, finding.fact) for finding in findings)
    )


def _speak(
    empty: Answer,
    short: str,
    citations: Sequence[Citation],
    tally: Tally,
    values: Mapping[str, object],
    templates: Templates,
) -> Answer:
    answer = replace(
        empty,
        answered=True,
        short=short,
        citations=tuple(citations),
        confidence=_SURE,
        tally=tally,
    )
    return replace(answer, text=templates.render("telling", {**read_values(answer), **values}))


def _values_of(tally: Tally) -> dict[str, object]:
    return {"wat": tally.what, "documenten": tally.documents, "keer": tally.times}


def _cite(mentions: Iterable[Mention], index: Index) -> list[Citation]:
    """Give a numbered citation for each mention; raises CitationError when a quotation is not in its document."""
    citations: list[Citation] = []
    documents: dict[str, Document] = {}
    for number, mention in enumerate(mentions, start=1):
        name = mention.document_id
        document = documents[name] if name in documents else documents.setdefault(name, index.document(name))
        if mention.span.of(document.text) != mention.quote:
            raise CitationError(
                f"Het citaat uit '{mention.path}' klopt niet met de bron; het antwoord is achtergehouden."
            )
        citations.append(
            Citation(
                number=number,
                document_id=document.id,
                path=document.path,
                sha256=document.sha256,
                title=document.title,
                span=mention.span,
                quote=mention.quote,
                score=_SURE,
                date=document.date,
                page=mention.page,
                heading=document.heading_path(mention.span.start),
            )
        )
    return citations

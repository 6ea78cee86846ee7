"""The answer to a question for everything: a count that is exact, and every place behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from assistant.answer.census import Census, CensusKind
from assistant.answer.census_nouns import count_facts
from assistant.answer.declining import MOST_NEAR
from assistant.answer.dossiers import count_mentioning, find_dossiers, list_documents
from assistant.answer.kinds import QuestionKind
from assistant.answer.mentions import Place, Stacks, find_mentions, find_together
from assistant.answer.phrases import read_phrase
from assistant.answer.reply import identify
from assistant.answer.surveys import Finding, find_facts, keep_headed
from assistant.answer.templates import Templates
from assistant.answer.wording import read_values, write_text
from assistant.errors import CitationError
from assistant.index import Index
from assistant.types import ActionValue, Answer, Citation, Completeness, ExtractKind, Filters, Tally

MOST_CITED = 50
"""Quotations of one answer; the count and its places are whole, however many there are."""
_SURE = 0.98
"""Confidence of a count: what was counted stands in the documents, only the question can be misread."""
_KINDS = {
    CensusKind.ALL: QuestionKind.DOCUMENTS,
    CensusKind.DOCUMENTS: QuestionKind.DOCUMENTS,
    CensusKind.ABOUT: QuestionKind.DOCUMENTS,
    CensusKind.DOCUMENT_COUNT: QuestionKind.COUNT,
    CensusKind.TIMES: QuestionKind.COUNT,
    CensusKind.FACTS: QuestionKind.LIST,
    CensusKind.FACT_COUNT: QuestionKind.COUNT,
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

    Nothing found is an answer only where words were counted: it is given as not found, with 0. Where no fact was found
    a sentence may still tell ("er zijn twaalf afspraken gemaakt").
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
    if census.kind in (CensusKind.FACTS, CensusKind.FACT_COUNT):
        findings = list(find_facts(stacks, census))
        if census.noun and census.sort and census.sort.kind is ExtractKind.ACTION:
            findings = keep_headed(findings, census.noun)
        if census.actions is not None and census.actions.due is not None:
            findings.sort(key=_read_term)
        return _list_facts(empty, census, findings, index, templates)
    if census.kind is CensusKind.ALL:
        return _tell(empty, census, "documenten", list_documents(stacks), index, templates)
    if census.kind is CensusKind.ABOUT:
        return _tell_about(empty, census, stacks, templates)
    phrase = read_phrase(census.subject or "")
    if phrase is None or not phrase.stems:
        return None  # words such as "niet" and "de" are in no list of the index
    places = find_mentions(stacks, phrase)
    what = f"het woord ‘{phrase.text}’" if len(phrase.words) == 1 else f"de woorden ‘{phrase.text}’"
    if not places and len(phrase.stems) > 1:
        places = find_together(stacks, phrase)
        what = f"zinnen met al deze woorden: ‘{phrase.text}’"
    if places:
        return _tell(empty, census, what, places, index, templates)
    if census.kind is CensusKind.DOCUMENTS:
        return _tell_about(empty, census, stacks, templates)
    return say_none(empty, make_tally(_name_year(what, census), ()), templates)


def _name_year(what: str, census: Census) -> str:
    """Give what is counted with the year of the documents, where the question names one."""
    return f"{what} in documenten van {census.dated}" if census.dated and census.subject else what


def name_facts(census: Census) -> str:
    """Give what is listed with all that limits it: "bedragen over ‘de brug’ in 2024"."""
    if census.actions is not None:
        return census.actions.told
    said = [census.noun or ""]
    if census.role:
        said.append(f"genoemd als ‘{census.role}’")
    if census.subject:
        said.append(f"over ‘{census.subject}’")
    if census.year:
        said.append(f"in {census.year}")
    return " ".join(said)


def _read_term(finding: Finding) -> str:
    """Give the last day of an action's deadline (ISO 8601), by which actions with one are listed."""
    value = finding.fact.value
    deadline = value.deadline if isinstance(value, ActionValue) else None
    return (deadline and (deadline.latest or deadline.earliest)) or ""


def _tell_about(empty: Answer, census: Census, stacks: Stacks, templates: Templates) -> Answer | None:
    """Tell which documents are about the subject; None when none clearly is."""
    found = find_dossiers(stacks, census.subject or "")
    subject = re.sub(r"^over ", "", census.subject or "")
    what = f"documenten over ‘{subject}’"
    if not found:
        return None
    others = count_mentioning(stacks, census.subject or "", found)
    return _tell(empty, census, what, found, stacks.index, templates, elsewhere=others)


def make_tally(what: str, places: Sequence[Place]) -> Tally:
    """Give the count of places: of how many documents, how often."""
    mentions = tuple(place.mention for place in places)
    documents = len({mention.document_id for mention in mentions})
    return Tally(what=what, documents=documents, times=len(mentions), mentions=mentions)


def say_none(answer: Answer, tally: Tally, templates: Templates) -> Answer:
    """Say that what was to be counted stands nowhere; the count of 0 goes along, and what was quoted is only near."""
    none = replace(
        answer,
        answered=False,
        short=None,
        citations=(),
        extracts=(),
        nearby=answer.nearby or answer.citations[:MOST_NEAR],
        confidence=0.0,
        variants=(),
        cases=(),
        parts=None,
        tally=tally,
    )
    return write_count(none, templates)


def say_neither(whole: Answer, answers: Sequence[Answer], templates: Templates) -> Answer | None:
    """Say that none of the things that were counted apart stands anywhere; None where one was not counted or does."""
    tallies = [answer.tally for answer in answers if answer.tally is not None and not answer.answered]
    if len(tallies) < len(answers):
        return None
    what = " en ".join(tally.what for tally in tallies)
    return say_none(whole, make_tally(what, ()), templates)


def _tell(
    empty: Answer,
    census: Census,
    what: str,
    places: Sequence[Place],
    index: Index,
    templates: Templates,
    *,
    elsewhere: int = 0,
) -> Answer:
    """Tell in which documents it is said and how often, with the first place of each document quoted."""
    firsts: dict[str, Place] = {}
    for place in places:
        firsts.setdefault(place.mention.document_id, place)
    tally = replace(make_tally(_name_year(what, census), places), elsewhere=elsewhere)
    if not places:
        return say_none(empty, tally, templates)
    held = "1 document" if tally.documents == 1 else f"{tally.documents} documenten"
    answer = replace(
        empty,
        answered=True,
        short=f"{tally.times} keer" if census.kind is CensusKind.TIMES else held,
        citations=tuple(cite_places(list(firsts.values())[:MOST_CITED], index)),
        confidence=_SURE,
        tally=tally,
    )
    return (
        write_text(answer, templates) if census.kind is CensusKind.ABOUT else write_count(answer, templates)
    )


def _list_facts(
    empty: Answer, census: Census, findings: Sequence[Finding], index: Index, templates: Templates
) -> Answer | None:
    """List the values of facts, each once with the first place that says it; None when there are none."""
    if not findings:
        return None
    firsts: dict[str, Finding] = {}
    for finding in findings:
        if not firsts.setdefault(finding.key, finding).full and finding.full:
            firsts[finding.key] = finding
    shown = list(firsts.values())[:MOST_CITED]
    places = list(dict.fromkeys(finding.place for finding in shown))
    citations = cite_places(places, index)
    numbers = {place: citation.number for place, citation in zip(places, citations, strict=True)}
    answer = replace(
        empty,
        answered=True,
        short=count_facts(len(firsts), census.noun or "")
        if census.kind is CensusKind.FACT_COUNT
        else "; ".join(finding.shown for finding in shown),
        citations=tuple(citations),
        extracts=tuple((finding.place.mention.document_id, finding.fact) for finding in findings),
        confidence=_SURE,
        tally=make_tally(name_facts(census), [finding.place for finding in findings]),
    )
    values = [{"tekst": finding.shown, "nummer": numbers[finding.place]} for finding in shown]
    return write_count(answer, templates, values, len(firsts))


def write_count(
    answer: Answer, templates: Templates, values: Sequence[Mapping[str, object]] = (), different: int = 0
) -> Answer:
    """Give the answer with its text: what every template gets, the values of facts, and the times a document."""
    known = read_values(answer)
    times = Counter(mention.document_id for mention in answer.tally.mentions) if answer.tally else Counter()
    documents = [
        {"titel": item.title, "datum": item.date, "nummer": item.number, "keer": times[item.document_id]}
        for item in answer.citations
    ]
    counted = {**cast("dict[str, object]", known["telling"]), "verschillend": different}
    known |= {"telling": counted, "documenten": documents, "waarden": list(values)}
    return replace(answer, text=templates.render("telling", known))


def cite_places(places: Sequence[Place], index: Index) -> list[Citation]:
    """Give a numbered citation for each place; raises CitationError when a quotation is not in its document."""
    records = {record.id: record for record in index.records()}
    texts = {
        name: index.text_of(name) for name in dict.fromkeys(place.mention.document_id for place in places)
    }
    citations: list[Citation] = []
    for number, place in enumerate(places, start=1):
        mention = place.mention
        if mention.span.of(texts[mention.document_id]) != mention.quote or not mention.quote:
            raise CitationError(
                f"Het citaat uit '{mention.path}' klopt niet met de bron; het antwoord is achtergehouden."
            )
        citations.append(
            Citation(
                number=number,
                document_id=mention.document_id,
                path=mention.path,
                sha256=records[mention.document_id].sha256,
                title=mention.title,
                span=mention.span,
                quote=mention.quote,
                score=_SURE,
                date=mention.date,
                page=mention.page,
                heading=place.heading,
            )
        )
    return citations

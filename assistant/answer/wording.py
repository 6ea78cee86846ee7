"""The text of an answer: what the templates get to say, and the answer with its text filled in.

Every template gets the same values, made from the answer alone:

- `vraag`, `begrepen` (the question as understood in its conversation, or nothing), `soort`, `kort`;
- `vorm`: what the short answer looks like (`valueforms.py`), such as "percentage" or "periode";
- `noten`: the notes behind the short answer, such as "[1]" or "[1][2]";
- `zinnen`: the quotations, each with `tekst`, `nummer`, `nummers`, `noten`, `titel`, `kop`, `datum` and `nieuwer`;
  quotations that say the same are one, with the numbers of both;
- `documenten`: per cited document `titel`, `datum`, `nummer`;
- `tegenspraak`: the values that contradict each other, each with `waarde`, `noten`, `datum`, `jaar` and
  `strijdig` (whether they do), newest first;
- `gevallen`: where a value differs from case to case, each `geval` with its `waarde` and `noten`;
- `deels`: `genoemd` (each with `tekst` and `noten`) and `niet_gevonden`, or nothing;
- `telling`: `wat`, `documenten`, `keer`, `vindplaatsen`, or nothing;
- `partijen`: whether it is asked which parties want something, of which their documents are told;
- `onvolledig`: whether a list may lack items; `enkel`: whether the question asks another thing that was not asked apart;
  `verwachting`: the year of which there is only a plan or forecast, or nothing;
- `afwezig`: names that no document holds; `aantal`: the number of nearest passages shown with silence;
- `taal`: the language of a question that is not in Dutch; `woordloos`: whether there is no word in it to look
  up; `onbekend`: whether no document holds any of its words; `ongenoemd`: names of the question of which the nearest passage says nothing;
- `koppen`: the headings of the chapters that it was kept to, `plaatsen` the pages, articles and tables, in words;
  `hoofdstuk` or `plaats`: one that was asked for and no document has; `onherkend`: a table or figure that is not known as
  such, so that everything was looked in;
- `document`: the title of the one document that was looked in, or nothing; `uitgave`: a document of another year than
  those that are there: its `naam` and `jaar`, and the `andere`, each with `titel` and `jaar`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.halves import asks_more
from assistant.answer.kinds import QuestionKind
from assistant.answer.obstacles import Obstacle
from assistant.answer.standpoints import ask_documents
from assistant.answer.templates import Templates
from assistant.answer.valueforms import read_form
from assistant.dutch.sentences import is_abbreviation
from assistant.types import Answer, Citation, Mention

NOT_FOUND, CONTRADICTED, CASES = "niet_gevonden", "tegenspraak", "gevallen"
"""The templates of an answer that is not given, of documents that contradict each other, and of a value that differs by case."""
DOUBLE, CONTENTS = "samengesteld", "inhoud"
"""Those of two questions in one, and of what stands in a part of a document."""


def flatten(text: str) -> str:
    """Give the text on one line, as it is shown."""
    return " ".join(text.split())


def flatten_short(text: str) -> str:
    """Give a short answer on one line, without the full stop of its sentence: the template sets that."""
    line = _TAIL.sub("", _JOINT.sub(";", flatten(text)))
    last = line[line.rfind(" ") + 1 : -1]
    whole = last.strip("()").replace("-", "").isalpha()
    return line[:-1] if line.endswith(".") and whole and not is_abbreviation(last) else line


_JOINT = re.compile(r"(?:(?<=[\w)])[,;]\s?| )(?:en/of|en|of|alsmede);")
"""What goes on from an item to the next one, before the mark between them: ", of;"."""
_TAIL = re.compile(r"(?<=[^\s;,])\s*[;,](?:\s*(?:en|of|en/of|alsmede))?\s*$")
"""What goes on from an item to the next one: ";", ", of"."""


def write_text(
    answer: Answer,
    templates: Templates,
    absent: Sequence[str] = (),
    *,
    incomplete: bool = False,
    forecast: str | None = None,
    obstacle: Obstacle | None = None,
    name: str | None = None,
) -> Answer:
    """Give the answer with its text from its template; raises TemplateError.

    `absent` are names of the question that no document holds; `incomplete` tells that a list may lack items;
    `forecast` is the year of which the documents could only tell what was planned or expected;
    `obstacle` why the question could not be looked up;
    `name` is the template of an answer that is given, when it is not that of its kind.
    """
    given = name or (CONTRADICTED if answer.variants else CASES if answer.cases else answer.kind)
    name = given if answer.answered else NOT_FOUND
    values = read_values(answer, absent, incomplete=incomplete, forecast=forecast, obstacle=obstacle)
    return replace(answer, text=templates.render(name, values))


def read_values(
    answer: Answer,
    absent: Sequence[str] = (),
    *,
    incomplete: bool = False,
    forecast: str | None = None,
    obstacle: Obstacle | None = None,
) -> dict[str, object]:
    """Give what a template may say about the answer."""
    hindered = obstacle or Obstacle()
    groups = group_citations(answer.citations)
    return {
        "vraag": answer.question,
        "begrepen": answer.resolved,
        "soort": answer.kind,
        "kort": answer.short,
        "vorm": read_form(answer.short, answer.question),
        "noten": _notes(find_proof(answer, groups)),
        "zinnen": [_sentence(group) for group in groups],
        "documenten": [
            {"titel": item.title, "datum": item.date, "nummer": item.number} for item in answer.citations
        ],
        "tegenspraak": [
            {
                "waarde": flatten(item.value),
                "nummers": list(item.numbers),
                "noten": _notes(item.numbers),
                "datum": item.date,
                "jaar": item.year,
                "strijdig": item.opposed,
            }
            for item in answer.variants
        ],
        "gevallen": [
            {
                "geval": case.label,
                "waarde": flatten(case.value),
                "nummers": list(case.numbers),
                "noten": _notes(case.numbers),
            }
            for case in answer.cases
        ],
        "deels": answer.parts
        and {
            "genoemd": [_name(part, groups) for part in answer.parts.named],
            "niet_gevonden": list(answer.parts.missing),
        },
        "telling": answer.tally
        and {
            "wat": answer.tally.what,
            "documenten": answer.tally.documents,
            "keer": answer.tally.times,
            "elders": answer.tally.elsewhere,
            "vindplaatsen": [_mention(item) for item in answer.tally.mentions],
        },
        "partijen": answer.kind == QuestionKind.DOCUMENTS and ask_documents(answer.question) is not None,
        "onvolledig": incomplete,
        "enkel": asks_more(answer.question),
        "verwachting": forecast,
        "afwezig": list(absent),
        "aantal": len(answer.nearby),
        "taal": hindered.language,
        "woordloos": hindered.wordless,
        "onbekend": hindered.unknown,
        "ongenoemd": list(hindered.unsaid),
        "jaren": list(hindered.years),
        "koppen": list(answer.completeness.headings),
        "plaatsen": list(answer.completeness.places),
        "hoofdstuk": hindered.chapter,
        "plaats": hindered.place,
        "onherkend": answer.completeness.unknown,
        "document": answer.completeness.only,
        "uitgave": hindered.edition
        and {
            "naam": hindered.edition.name,
            "jaar": hindered.edition.year,
            "andere": [{"titel": flatten(title), "jaar": year} for title, year in hindered.edition.others],
        },
    }


def group_citations(citations: Sequence[Citation]) -> list[list[Citation]]:
    """Give the citations in groups that say the same, in the order of the first of each."""
    groups: dict[str, list[Citation]] = {}
    for citation in citations:
        groups.setdefault(strip_form(citation.quote), []).append(citation)
    return list(groups.values())


def strip_form(text: str) -> str:
    """Give the letters and digits of a sentence in lower case: what is left when only its form differs."""
    return " ".join(_WORDS.findall(text.casefold()))


_WORDS = re.compile(r"[^\W_]+(?:[.,][^\W_]+)*")


def find_proof(answer: Answer, groups: Sequence[Sequence[Citation]]) -> list[int]:
    """Give the numbers of the quotations that hold the short answer.

    Where none holds it whole, a list is proved by all of them, any other answer by the first, as yes and no always are.
    """
    if not groups:
        return []
    if answer.kind == QuestionKind.YESNO:
        return [item.number for item in groups[0]]
    held = _find_holder(answer.short, groups) if answer.short else None
    pieces = [piece.split(": ", 1)[-1] for piece in (answer.short or "").split("; ")]
    holders = [_find_holder(piece, groups) for piece in pieces]
    if held is None and len(pieces) > 1 and all(holders):
        return sorted({item.number for holder in holders for item in holder or ()})
    if held is None and answer.short and answer.kind == QuestionKind.LIST:
        return [item.number for item in answer.citations]
    return [item.number for item in held or groups[0]]


def _find_holder(text: str, groups: Sequence[Sequence[Citation]]) -> Sequence[Citation] | None:
    wanted = flatten(text).casefold()
    return next((group for group in groups if wanted in flatten(group[0].quote).casefold()), None)


def _name(part: str, groups: Sequence[Sequence[Citation]]) -> dict[str, object]:
    """Give a part that is named, with the notes of the quotations that hold it (of all when none does)."""
    held = _find_holder(part, groups) or [item for group in groups for item in group]
    return {"tekst": flatten(part), "noten": _notes(sorted(item.number for item in held))}


def _sentence(group: Sequence[Citation]) -> dict[str, object]:
    first = group[0]
    newer = [item.newer for item in group]
    return {
        "tekst": flatten(first.quote),
        "nummer": first.number,
        "nummers": [item.number for item in group],
        "noten": _notes([item.number for item in group]),
        "titel": first.title,
        "kop": flatten(first.heading[-1]) if first.heading else None,
        "datum": first.date,
        "nieuwer": first.newer if all(newer) else None,
    }


def _mention(mention: Mention) -> dict[str, object]:
    return {
        "tekst": flatten(mention.quote),
        "titel": mention.title,
        "datum": mention.date,
        "pagina": mention.page,
    }


def _notes(numbers: Sequence[int]) -> str:
    return "".join(f"[{number}]" for number in numbers)

"""Templates tried on made-up answers of every sort, before they are used on real ones.

What a template must do: give each quotation as it stands with its numbers behind it, end whatever comes
from a document on a number, and say what contradicts, what was not found and what may be incomplete.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError

from assistant.answer.kinds import QuestionKind
from assistant.answer.obstacles import Obstacle
from assistant.answer.template_faults import (
    TemplateFault,
    find_unknown_names,
    read_filling_fault,
    read_syntax_fault,
    suggest,
)
from assistant.answer.templates import FALLBACK, PROMPTS_DIR, WORDS_FILE, Templates
from assistant.answer.wording import CASES, CONTENTS, CONTRADICTED, DOUBLE, NOT_FOUND, read_values
from assistant.answer.words import write_quote
from assistant.config import ADDRESSES, TERMS
from assistant.errors import TemplateError
from assistant.types import Answer, Case, Citation, Completeness, Parts, Span, Tally, Variant

COUNTED = "telling"
_ODD = "{{ 7 * 7 }} {% x %} <b>vet</b> {0}"
"""Stands in for a document that tries to be a template: it must come out as it went in."""
_REMARKS = '{% include "delen/opmerkingen.j2" %}'
_MARK = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """A made-up answer for template `name`: its values, and what it tries, in Dutch."""

    name: str
    tries: str
    values: Mapping[str, Any]


def check_templates(folder: Path | None) -> list[TemplateFault]:
    """Give what is wrong with the templates of `folder` (None: those that ship), by file and line."""
    place = folder or PROMPTS_DIR
    try:
        made = [Templates(folder, address, terms) for address, terms in product(ADDRESSES, TERMS)]
    except TemplateError as error:
        return [TemplateFault(WORDS_FILE if place.is_dir() else str(place), 0, str(error))]
    files = {path.relative_to(place).as_posix(): path for path in _list_files(place)}
    if not any(name.endswith(".j2") or name == WORDS_FILE for name in files):
        return [TemplateFault(str(place), 0, "In deze map staan geen sjablonen (bestanden op .j2).")]
    faults = {fault for name, path in files.items() for fault in _read_file(name, path, made[0])}
    if not faults:
        faults = set(_rehearse(made[0], place)) or {
            fault for templates in made[1:] for fault in _rehearse(templates, place)
        }
    return sorted(faults)


def render_examples(folder: Path | None) -> Iterator[tuple[str, str]]:
    """Yield each template's name with what it makes of its first made-up answer; raises TemplateError."""
    templates = Templates(folder)
    seen: set[str] = set()
    for rehearsal in list_rehearsals():
        if rehearsal.name not in seen:
            seen.add(rehearsal.name)
            yield rehearsal.name, templates.render(rehearsal.name, rehearsal.values)


def _list_files(place: Path) -> list[Path]:
    return sorted(path for path in place.rglob("*") if path.is_file() and not path.name.startswith("."))


def _read_file(name: str, path: Path, templates: Templates) -> Iterator[TemplateFault]:
    """Yield what is wrong with one file as it is written."""
    known = list_names()
    if name == WORDS_FILE:
        return
    if name not in known:
        yield TemplateFault(name, 0, f"Dit bestand wordt nooit gebruikt{suggest(name, known)}")
        return
    try:
        source = path.read_text("utf-8-sig")
        environment = templates.environment
        values = {*list_rehearsals()[0].values, *_COUNTED_VALUES, *environment.globals}
        yield from find_unknown_names(environment, source, name, values)
        environment.compile(source)
    except UnicodeDecodeError:
        yield TemplateFault(name, 0, "Dit bestand is geen UTF-8; sla het op als UTF-8.")
    except TemplateSyntaxError as error:
        yield read_syntax_fault(error, name)


def list_names() -> frozenset[str]:
    """Give the names that a template can have, below its folder."""
    kinds = {f"{kind.value}.j2" for kind in QuestionKind}
    ours = {path.relative_to(PROMPTS_DIR).as_posix() for path in PROMPTS_DIR.rglob("*.j2")}
    return frozenset(kinds | ours)


def _rehearse(templates: Templates, place: Path) -> Iterator[TemplateFault]:
    """Yield what goes wrong when the made-up answers are told, each kind of fault once a file."""
    told: set[tuple[str, str]] = set()
    for rehearsal in list_rehearsals():
        file = _name_file(rehearsal.name, place)
        try:
            text = templates.render(rehearsal.name, rehearsal.values)
            messages = [*_find_faults(text, rehearsal), *_find_unsaid(text, rehearsal, templates)]
        except TemplateError as error:
            yield read_filling_fault(error.__cause__ or error, place, file)
            continue
        for message in messages:
            if (file, message) not in told:
                told.add((file, message))
                yield TemplateFault(file, 0, f"Bij {rehearsal.tries}: {message}")


def _name_file(name: str, place: Path) -> str:
    """Give the file to look in: the template, or where the folder has none of it, the parts that the folder has."""
    if (place / f"{name}.j2").is_file():
        return f"{name}.j2"
    parts = [path.relative_to(place).as_posix() for path in sorted(place.glob("*/*.j2"))]
    return ", ".join(parts) or f"{name}.j2"


def _find_unsaid(text: str, rehearsal: Rehearsal, templates: Templates) -> Iterator[str]:
    """Yield what could be left out of a made-up answer without a change in its text."""
    values = rehearsal.values
    if values["onvolledig"] and templates.render(rehearsal.name, {**values, "onvolledig": False}) == text:
        yield f"er staat niet bij dat er iets kan ontbreken ({_REMARKS})."
    if values["verwachting"] and templates.render(rehearsal.name, {**values, "verwachting": None}) == text:
        yield f"er staat niet bij dat het een verwachting is ({_REMARKS})."
    if any(sentence["nieuwer"] for sentence in values["zinnen"]) and rehearsal.name != COUNTED:
        plain = [{**sentence, "nieuwer": None} for sentence in values["zinnen"]]
        if templates.render(rehearsal.name, {**values, "zinnen": plain}) == text:
            yield 'er staat niet bij dat een citaat ouder is ({% include "delen/citaten.j2" %}).'
    places: dict[str, object] = {"koppen": [], "plaatsen": [], "onherkend": None}
    if any(map(values.get, places)) and templates.render(rehearsal.name, {**values, **places}) == text:
        yield 'er staat niet bij onder welke koppen gezocht is ({% include "delen/koppen.j2" %}).'


def _find_faults(text: str, rehearsal: Rehearsal) -> Iterator[str]:
    """Yield what the text of a made-up answer lacks."""
    values = rehearsal.values
    lines = text.split("\n")
    if not text:
        yield "er komt geen tekst uit."
    for sentence in values["zinnen"]:
        quote = write_quote(sentence["tekst"])
        held = [line for line in lines if quote in line]
        if not held and rehearsal.name != COUNTED:
            yield "een citaat ontbreekt, of staat er niet letterlijk tussen aanhalingstekens ({{ zin.tekst | citaat }})."
        elif any(sentence["noten"] not in line.split(quote, 1)[1] for line in held):
            yield "achter een citaat ontbreken de nummers van zijn bronnen ({{ zin.noten }})."
    for line in lines:
        if any(value in line for value in _list_said(values)) and not _MARK.search(line):
            yield "een regel met iets uit een document eindigt niet op een nummer ({{ noten }})."
    for lacking, message in _list_needed(rehearsal):
        if lacking not in text:
            yield message


def _list_said(values: Mapping[str, Any]) -> list[str]:
    """Give the words of a made-up answer that come from documents and need a number behind them."""
    readings = [reading["waarde"] for reading in values["tegenspraak"]]
    cases = [case["geval"] for case in values["gevallen"]]
    short = [values["kort"]] if values["kort"] and values["soort"] != QuestionKind.YESNO else []
    return [*short, *readings, *cases]


def _list_needed(rehearsal: Rehearsal) -> Iterator[tuple[str, str]]:
    """Yield the words that must be in the text, each with what to say when they are not."""
    values = rehearsal.values
    for reading in values["tegenspraak"] if rehearsal.name == CONTRADICTED else ():
        yield reading["waarde"], "niet alle waarden die elkaar tegenspreken staan er ({{ lezing.waarde }})."
    for case in values["gevallen"] if rehearsal.name == CASES else ():
        for word in (case["geval"], case["waarde"]):
            yield word, "niet alle gevallen met hun waarde staan er ({{ geval.geval }}: {{ geval.waarde }})."
    for part in values["deels"]["niet_gevonden"] if values["deels"] else ():
        yield part, f"wat niet gevonden is, staat er niet ({_REMARKS})."
    if values["hoofdstuk"]:
        yield (
            values["hoofdstuk"],
            "het hoofdstuk dat geen enkel document heeft, staat er niet ({{ hoofdstuk }}).",
        )
    if values["plaats"]:
        yield values["plaats"], "de pagina die geen enkel document heeft, staat er niet ({{ plaats }})."
    for name in values["afwezig"]:
        yield name, "het woord dat nergens voorkomt, staat er niet ({{ afwezig }})."


_COUNTED_VALUES: Mapping[str, Any] = {
    "waarden": [],
    "telling": {
        "wat": "het woord ‘brug’",
        "documenten": 2,
        "keer": 1234,
        "verschillend": 0,
        "elders": 0,
        "vindplaatsen": [],
    },
    "documenten": [{"titel": "Nota bruggen", "datum": "2021-03", "nummer": 1, "keer": 1234}],
}


def list_rehearsals() -> list[Rehearsal]:
    """Give the made-up answers, for every template those that it can meet."""
    found: list[Rehearsal] = []
    for name in (*(kind.value for kind in QuestionKind), FALLBACK):
        answer = replace(_ANSWER, kind=name, short="Ja" if name == QuestionKind.YESNO else _ANSWER.short)
        if name == QuestionKind.DOCUMENTS:
            answer = replace(answer, short=None)
        for tries, changed in _vary(answer):
            found.append(Rehearsal(name, tries, read_values(changed)))
    double = replace(_ANSWER, short="wat: de brug; hoeveel: € 1.000,50")
    found.append(Rehearsal(DOUBLE, "twee vragen in een", read_values(double)))
    half = replace(double, parts=Parts(("hoeveel: € 1.000,50",), ("wanneer opent de brug",)))
    found.append(Rehearsal(DOUBLE, "twee vragen met één antwoord", read_values(half)))
    listed = replace(_ANSWER, kind=QuestionKind.LIST.value)
    found.append(Rehearsal(listed.kind, "een onvolledige opsomming", read_values(listed, incomplete=True)))
    unsaid = read_values(replace(_ANSWER, kind=QuestionKind.COUNT.value, short=None), forecast="2031")
    found.append(Rehearsal(QuestionKind.COUNT.value, "een verwachting", unsaid))
    contradicted = replace(
        _ANSWER,
        variants=(Variant("€ 5", (1, 2), "2022-06-28"), Variant("€ 4", (3,), None), Variant(_ODD, (1,))),
    )
    found.append(Rehearsal(CONTRADICTED, "documenten die elkaar tegenspreken", read_values(contradicted)))
    yearly = (
        Variant("€ 5", (1, 2), "2022", "2022", opposed=False),
        Variant("€ 4", (3,), None, "2021", opposed=False),
    )
    found.append(
        Rehearsal(
            CONTRADICTED, "waarden van andere jaren", read_values(replace(contradicted, variants=yearly))
        )
    )
    cases = (Case("klasse 1", "€ 1.000,50", (1, 2)), Case(f"klasse 2 {_ODD}", "€ 4", (3,)))
    differing = replace(_ANSWER, short="klasse 1: € 1.000,50; klasse 2: € 4", cases=cases)
    found.append(Rehearsal(CASES, "een waarde per geval", read_values(differing)))
    found.append(Rehearsal(CASES, "een deel van de gevallen", read_values(differing, incomplete=True)))
    viewed = replace(_ANSWER, kind=QuestionKind.TOPIC.value, short=None, completeness=_KEPT)
    found.append(Rehearsal(CONTENTS, "de inhoud van een hoofdstuk", read_values(viewed)))
    found.append(Rehearsal(CONTENTS, "een deel van de inhoud", read_values(viewed, incomplete=True)))
    silent = replace(_ANSWER, answered=False, short=None, citations=())
    near = replace(silent, nearby=_ANSWER.citations)
    for tries, answer, absent in (
        ("een vraag zonder antwoord", silent, ()),
        ("een naam die nergens voorkomt", near, ("Verwegdorp",)),
        ("namen die nergens voorkomen", near, ("Verwegdorp", _ODD)),
    ):
        found.append(Rehearsal(NOT_FOUND, tries, read_values(answer, absent)))
    for tries, obstacle in (
        ("een vraag in een andere taal", Obstacle(language="Engels")),
        ("een vraag zonder woorden", Obstacle(wordless=True)),
        ("een vraag met alleen onbekende woorden", Obstacle(unknown=True)),
        ("een naam waarover de passage niets zegt", Obstacle(unsaid=("Verwegdorp", _ODD))),
        ("een jaar dat nergens voorkomt", Obstacle(years=("1877", "1879"))),
        ("een hoofdstuk dat er niet is", Obstacle(chapter="een hoofdstuk over ‘veren’")),
        ("een pagina die er niet is", Obstacle(place="een pagina 12")),
    ):
        found.append(Rehearsal(NOT_FOUND, tries, read_values(near, obstacle=obstacle)))
    kept = replace(near, completeness=_KEPT)
    found.append(Rehearsal(NOT_FOUND, "een hoofdstuk dat er niets over zegt", read_values(kept)))
    return [*found, *_list_counts()]


def _list_counts() -> Iterator[Rehearsal]:
    counted = replace(_ANSWER, short="1.234 keer", tally=Tally("het woord ‘brug’", 2, 1234))
    values = {**read_values(counted), **_COUNTED_VALUES}
    yield Rehearsal(COUNTED, "een telling", values)
    facts = {"waarden": [{"tekst": "€ 5", "nummer": 1}], "documenten": []}
    yield Rehearsal(COUNTED, "een lijst van alle feiten", {**values, **facts})
    none = replace(counted, answered=False, short=None, citations=(), tally=Tally("het woord ‘veer’", 0, 0))
    yield Rehearsal(COUNTED, "een telling van nul", {**read_values(none), "waarden": []})


def _vary(answer: Answer) -> Iterator[tuple[str, Answer]]:
    yield "een gewoon antwoord", answer
    yield "een antwoord zonder kort antwoord", replace(answer, short=None)
    yield "een antwoord met één citaat", replace(answer, citations=answer.citations[:1])
    half = Parts(("€ 5",), ("de opening", "de aannemer"))
    yield "een half antwoord", replace(answer, parts=half)
    yield "een antwoord uit een hoofdstuk", replace(answer, completeness=_KEPT)
    paged = replace(_KEPT, headings=(), places=("op pagina 3", "in artikel 5"))
    yield "een antwoord van een pagina", replace(answer, completeness=paged)
    unknown = replace(_KEPT, headings=(), unknown="een tabel 4")
    yield "een antwoord bij een tabel die niet herkend is", replace(answer, completeness=unknown)
    yield "een tekst met haakjes", replace(answer, citations=(_cite(1, f"Er staat {_ODD}."),))


def _cite(number: int, quote: str, date: str | None = None, newer: str | None = None) -> Citation:
    return Citation(
        number=number,
        document_id=f"voorbeeld{number}",
        path=f"nota{number}.md",
        sha256="0" * 64,
        title=f"Nota {number}",
        span=Span(0, len(quote)),
        quote=quote,
        score=0.9,
        date=date,
        newer=newer,
    )


_KEPT = Completeness(3, 3, 0, "voorbeeld", headings=("3. Bruggen", "Oevers", "4. Sluizen", _ODD))
_ANSWER = Answer(
    id="voorbeeld",
    question="Hoeveel kost de brug?",
    kind=QuestionKind.AMOUNT.value,
    answered=True,
    text="",
    completeness=Completeness(3, 3, 0, "voorbeeld"),
    short="€ 1.000,50",
    citations=(
        _cite(1, "De brug kost € 1.000,50.", "2022-06-28"),
        _cite(2, "De brug kost € 1.000,50.", "2022"),
        _cite(3, "Zij zegt: “De brug kost € 4.”", "2019", "2022-06-28"),
    ),
)

"""The commands and options of `leeswijzer`, with their help in Dutch. Imports nothing heavy."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any, Final

from assistant import __version__
from assistant.cli.dutch_help import DutchParser, read_whole

KINDS: Final = (
    *("thema", "regio", "datum", "bedrag", "aandeel"),
    *("organisatie", "persoon", "actie", "aantal", "gebeurtenis"),
)
MOST_RESULTS: Final = 100

COMMANDS: Final[dict[str, str]] = {
    "ingest": "assistant.cli.upkeep:run_ingest",
    "ask": "assistant.cli.asking:run_ask",
    "search": "assistant.cli.asking:run_search",
    "extract": "assistant.cli.extracting:run_extract",
    "serve": "assistant.cli.upkeep:run_serve",
    "evaluate": "assistant.cli.upkeep:run_evaluate",
    "status": "assistant.cli.upkeep:run_status",
    "check-templates": "assistant.cli.templates:run_check_templates",
}
"""Command -> "module:function", imported when the command is run."""

_DESCRIPTION = """\
Leeswijzer beantwoordt vragen over Nederlandse en Vlaamse beleidsdocumenten, met
letterlijke citaten en zonder internet."""

_EPILOG = """\
Voorbeelden:
  leeswijzer ingest                        lees de map corpus/ in
  leeswijzer ask "Wie vroeg de subsidie aan?"
  leeswijzer search "subsidie laadpalen" -k 5 --from 2020
  leeswijzer extract --kind datum --kind bedrag --format csv -o feiten.csv
  leeswijzer serve                         open daarna http://127.0.0.1:8000/

Elke instelling is ook een omgevingsvariabele, zoals LEESWIJZER_CORPUS en LEESWIJZER_INDEX.
Eindcodes: 0 gelukt; 1 een deel mislukte (genoemd op de foutuitvoer); 2 verkeerd gebruik;
3 geen bruikbare index."""


_SEARCH_WORDS = """\
In de zoekwoorden mag staan:
  "twee woorden"   deze woorden letterlijk na elkaar
  -woord           geen passages met dit woord
  naam:waarde      een filter: document, thema, regio, van, tot, taal, herkomst of soort
                   (brief, besluit, nieuws, rapport ...); geen spatie na de dubbele punt,
                   een komma tussen twee waarden; \\naam:waarde is gewone tekst"""


def make_parser() -> argparse.ArgumentParser:
    """Give the parser of the whole command line."""
    parser = DutchParser(prog="leeswijzer", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument(
        "--version", action="version", version=f"leeswijzer {__version__}", help="toon de versie en stop"
    )
    _add_places(parser)
    commands = parser.add_subparsers(
        dest="command", metavar="OPDRACHT", title="Opdrachten", parser_class=DutchParser
    )
    for add in (
        _add_ingest,
        _add_ask,
        _add_search,
        _add_extract,
        _add_serve,
        _add_evaluate,
        _add_status,
        _add_check,
    ):
        add(commands)
    return parser


def _add_places(parser: argparse.ArgumentParser) -> None:
    """Add the options that stand before or after the command; absent, the environment decides."""
    places = parser.add_argument_group("Waar")
    places.add_argument(
        "--corpus",
        type=Path,
        metavar="MAP",
        default=argparse.SUPPRESS,
        help="map met documenten (standaard corpus/)",
    )
    places.add_argument(
        "--index",
        type=Path,
        metavar="MAP",
        default=argparse.SUPPRESS,
        help="map van de index (standaard index/)",
    )


def _add_filters(parser: argparse.ArgumentParser) -> None:
    filters = parser.add_argument_group("Filters", "Beperk het zoeken; wat herhaald mag, mag vaker.")
    for option, field, metavar, words in (
        ("--document", "document", "ID", "kenmerk of bestandspad van een document (herhaalbaar)"),
        ("--theme", "thema", "CODE", "thema, bijvoorbeeld gezondheid (herhaalbaar)"),
        ("--region", "regio", "CODE", "regio, bijvoorbeeld NL-NB (herhaalbaar)"),
    ):
        filters.add_argument(option, dest=field, metavar=metavar, action="append", default=[], help=words)
    for option, field, metavar, words in (
        ("--from", "van", "DATUM", "documenten vanaf deze datum: jjjj, jjjj-mm of jjjj-mm-dd"),
        ("--until", "tot", "DATUM", "documenten tot en met deze datum"),
        ("--language", "taal", "TAAL", "taal van het document, bijvoorbeeld nl"),
        ("--origin", "herkomst", "nl|vl", "nl (Nederlands) of vl (Vlaams)"),
    ):
        filters.add_argument(option, dest=field, metavar=metavar, help=words)


def _add_command(commands: Any, name: str, words: str, examples: str) -> DutchParser:
    epilog = "Voorbeelden:\n" + "\n".join(f"  {line.strip()}" for line in examples.strip().splitlines())
    parser: DutchParser = commands.add_parser(
        name, help=words, description=words[0].upper() + words[1:] + ".", epilog=epilog
    )
    _add_places(parser)
    return parser


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="geef JSON in plaats van leesbare tekst")


def _add_count(parser: argparse.ArgumentParser, default: int, words: str) -> None:
    parser.add_argument(
        "-k",
        "--limit",
        dest="limit",
        metavar="N",
        type=read_whole("het aantal", 1, MOST_RESULTS),
        default=default,
        help=f"{words} (standaard {default}, hoogstens {MOST_RESULTS})",
    )


def _add_ingest(commands: Any) -> None:
    parser = _add_command(
        commands,
        "ingest",
        "lees documenten in en maak de index",
        """leeswijzer ingest
        leeswijzer --corpus rapporten --index rapporten-index ingest
        leeswijzer ingest corpus/nieuw.pdf
        leeswijzer ingest --watch""",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PAD",
        help="lees deze bestanden of mappen onder de documentenmap opnieuw, ook als ze niet veranderd zijn",
    )
    parser.add_argument("--fresh", action="store_true", help="lees alle bestanden opnieuw")
    parser.add_argument(
        "--watch", action="store_true", help="volg de map en lees elke wijziging in, tot Ctrl-C"
    )
    _add_json(parser)


def _add_ask(commands: Any) -> None:
    parser = _add_command(
        commands,
        "ask",
        "stel een vraag, of een bestand vol vragen",
        """leeswijzer ask "Wie vroeg de subsidie aan?"
        leeswijzer ask "Hoeveel kost het?" --theme mobiliteit --from 2020 --json
        leeswijzer ask --batch vragen.jsonl -o antwoorden.csv
        leeswijzer ask --chat                    vraag door: "en in 2021?", "wie is dat?", "waarom?\"""",
    )
    parser.add_argument(
        "question", nargs="*", metavar="VRAAG", help="de vraag, liefst tussen aanhalingstekens"
    )
    _add_json(parser)
    _add_count(parser, 5, "hoogstens zoveel bronnen")
    parser.add_argument(
        "--chat",
        action="store_true",
        help="voer een gesprek: een vraag per regel, die op de vorige mag doorgaan; een lege regel stopt",
    )
    parser.add_argument(
        "--batch",
        type=Path,
        metavar="BESTAND",
        help="vragen uit een .jsonl of .csv met de velden kenmerk en vraag; - leest jsonl van de invoer",
    )
    _add_output(parser, "waar de antwoorden komen: .jsonl, .csv of .xlsx (standaard het scherm, als jsonl)")
    _add_filters(parser)


def _add_search(commands: Any) -> None:
    parser = _add_command(
        commands,
        "search",
        "zoek passages, zonder antwoord",
        """leeswijzer search "subsidie laadpalen"
        leeswijzer search "grensoverschrijdend vervoer" -k 3 --origin vl --json
        leeswijzer search '"high tech campus" energie -waterstof'
        leeswijzer search 'subsidie thema:mobiliteit van:2020 tot:2022-06'
        leeswijzer search 'laadpalen regio:"Noord-Brabant" soort:brief,besluit'""",
    )
    parser.epilog = f"{parser.epilog}\n\n{_SEARCH_WORDS}"
    parser.add_argument("words", nargs="+", metavar="WOORDEN", help="de zoekwoorden")
    _add_json(parser)
    _add_count(parser, 10, "hoogstens zoveel passages")
    _add_filters(parser)


def _add_extract(commands: Any) -> None:
    parser = _add_command(
        commands,
        "extract",
        "geef de feiten: thema's, regio's, datums en meer, een per regel",
        """leeswijzer extract -o feiten.xlsx
        leeswijzer extract --kind actie bedrag --theme mobiliteit --from 2020 -o afspraken.xlsx
        leeswijzer extract rapporten/ nota.pdf --kind datum regio -o feiten.csv --bom
        leeswijzer extract -o feiten.parquet
        leeswijzer extract --lines teksten.jsonl -o feiten.jsonl""",
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PAD", help="bestanden of mappen; zonder PAD de ingelezen documenten"
    )
    parser.add_argument(
        "--kind",
        dest="kinds",
        metavar="SOORT",
        action="extend",
        nargs="+",
        default=[],
        help=f"alleen deze soorten: {', '.join(KINDS)}",
    )
    parser.add_argument(
        "--lines",
        type=Path,
        metavar="BESTAND",
        help="losse teksten uit een .jsonl of .csv met de velden kenmerk, tekst en eventueel documentDatum; "
        "geen index nodig",
    )
    parser.add_argument(
        "--format",
        metavar="VORM",
        help="jsonl, csv, xlsx (Excel) of parquet (standaard naar de naam bij -o, anders jsonl)",
    )
    parser.add_argument(
        "--bom", action="store_true", help="begin een csv met een BOM, zodat Excel de letters goed leest"
    )
    _add_output(parser, "waar de feiten komen (standaard het scherm)")
    _add_filters(parser)


def _add_output(parser: argparse.ArgumentParser, words: str) -> None:
    parser.add_argument("-o", "--output", type=Path, metavar="BESTAND", help=words)


def _add_serve(commands: Any) -> None:
    parser = _add_command(
        commands,
        "serve",
        "start de webpagina en de API",
        """leeswijzer serve
        leeswijzer serve --port 8001
        leeswijzer serve --host 0.0.0.0          ook voor andere computers""",
    )
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="ADRES", help="luister op dit adres (127.0.0.1)"
    )
    parser.add_argument(
        "--port",
        type=read_whole("een poort", 0, 65535),
        default=8000,
        metavar="N",
        help="luister op deze poort (8000); 0 neemt een vrije",
    )


def _add_evaluate(commands: Any) -> None:
    parser = _add_command(
        commands,
        "evaluate",
        "meet hoe goed de antwoorden zijn, met vragen waarvan het antwoord bekend is",
        """leeswijzer evaluate
        leeswijzer evaluate corpus --failures
        leeswijzer evaluate facts --set persoon --failures
        leeswijzer evaluate retrieval --set paraphrases --row words --row hybrid
        leeswijzer evaluate retrieval --encoder /modellen/multilingual-e5-small""",
    )
    parser.add_argument("names", nargs="*", metavar="NAAM", help="alleen deze metingen")
    parser.add_argument("--split", metavar="DEEL", help="alleen dit deel van de vragen")
    parser.add_argument("--failures", action="store_true", help="toon de vragen die misgingen")
    for option, field, metavar, words in (
        ("--set", "sets", "NAAM", "bij retrieval en facts: alleen deze verzameling of soort (herhaalbaar)"),
        ("--row", "rows", "NAAM", "bij retrieval: alleen deze manier van zoeken (herhaalbaar)"),
    ):
        parser.add_argument(option, dest=field, metavar=metavar, action="append", default=[], help=words)
    parser.add_argument("--shared", type=Path, metavar="MAP", help="map met de gedeelde echte teksten")
    parser.add_argument(
        "--encoder", metavar="MODEL", help="meet met dit model: de naam of de map (zie docs/modellen.md)"
    )


def _add_status(commands: Any) -> None:
    parser = _add_command(
        commands,
        "status",
        "toon de toestand van de index",
        """leeswijzer status
        leeswijzer status --json""",
    )
    _add_json(parser)


def _add_check(commands: Any) -> None:
    parser = _add_command(
        commands,
        "check-templates",
        "kijk of de sjablonen van de antwoorden goed zijn",
        """leeswijzer check-templates onze-sjablonen
        leeswijzer check-templates onze-sjablonen --show""",
    )
    parser.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="MAP",
        help="map met eigen sjablonen (standaard LEESWIJZER_PROMPTS, anders de meegeleverde)",
    )
    parser.add_argument("--show", action="store_true", help="toon van elk sjabloon een voorbeeld")

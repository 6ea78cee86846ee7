"""The words around a number: currencies, scales, units, modifiers, and what makes it no quantity.

Currencies are ISO 4217 codes, measures the symbols of the SI and what Dutch reports use beside them.
"""

from __future__ import annotations

from typing import Final

CURRENCIES: Final = {
    **dict.fromkeys(("€", "eur", "euro", "euro's", "euro’s", "euros"), "EUR"),
    **dict.fromkeys(("$", "usd", "us$", "dollar", "dollars"), "USD"),
    **dict.fromkeys(("£", "gbp", "pond"), "GBP"),
    **dict.fromkeys(("chf",), "CHF"),
    **dict.fromkeys(("¥", "yen"), "JPY"),
    **dict.fromkeys(("gulden", "ƒ"), "NLG"),
    **dict.fromkeys(("sek", "nok", "dkk", "pln", "cny", "cad", "aud"), ""),
}
"""Word (lower case) -> code; an empty code is the word itself in capitals."""
SIGNS: Final = frozenset("€$£¥ƒ")
GUILDERS: Final = frozenset(("f", "fl", "Hfl"))
"""What stands before a sum in guilders, where it cannot be the letter of an item."""
CODES: Final = frozenset("EUR USD GBP CHF SEK NOK DKK PLN CNY CAD AUD".split())
"""Codes count in capitals only."""
CENTS: Final = frozenset("cent cents eurocent eurocents ct".split())
NATIONAL: Final = {
    "amerikaanse": "USD",
    "us": "USD",
    "canadese": "CAD",
    "australische": "AUD",
    "britse": "GBP",
    "zwitserse": "CHF",
}
"""Adjective before "dollar", "pond" or "frank" -> code."""
SCALES: Final = {
    **dict.fromkeys(("duizend",), 1e3),
    **dict.fromkeys(("miljoen", "millioen", "mln", "mio", "million"), 1e6),
    **dict.fromkeys(("miljard", "mld", "mrd", "billion"), 1e9),
    **dict.fromkeys(("biljoen",), 1e12),
}
SHORT_SCALES: Final = {"k": 1e3, "m": 1e6, "mln": 1e6, "mld": 1e9}
"""Scales glued to a currency or a number of money: k€, M€, € 500K."""
SHARES: Final = {
    **dict.fromkeys(("%", "procent", "percent", "pct", "procenten"), "%"),
    **dict.fromkeys(("procentpunt", "procentpunten", "percentpunt", "percentpunten"), "procentpunt"),
    **dict.fromkeys(("‰", "promille"), "‰"),
}
SHARE_UNITS: Final = frozenset(SHARES.values())
PARTS: Final = {
    **dict.fromkeys(("derde", "derden"), 3),
    **dict.fromkeys(("vierde", "vierden", "kwart"), 4),
    **dict.fromkeys(("vijfde", "vijfden"), 5),
    **dict.fromkeys(("zesde", "zesden"), 6),
    **dict.fromkeys(("zevende", "zevenden"), 7),
    **dict.fromkeys(("achtste", "achtsten"), 8),
    **dict.fromkeys(("negende", "negenden"), 9),
    **dict.fromkeys(("tiende", "tienden"), 10),
    **dict.fromkeys(("twintigste",), 20),
}
"""Ordinals that name a part of a whole behind "een", "twee", ..."""
WHOLES: Final = frozenset((*range(2, 11), 12, 15, 20, 25, 50, 100, 1000))
"""What "twee op de drie" may be out of."""

MORE: Final = frozenset(
    (
        "ruim", "meer dan", "meer dan de", "meer dan een", "minstens", "ten minste", "tenminste", "minimaal",
        "minimum", "minimum van", "boven", "boven de", "dik", "een dikke", "een ruime", "een goede", ">", "≥",
        ">=", "op zijn minst", "op z'n minst", "op z’n minst", "niet minder dan", "zeker", "min.", "hoger dan",
        "groter dan", "langer dan", "in ieder geval", "net boven de", "ruim boven de",
    )
)  # fmt: skip
LESS: Final = frozenset(
    (
        "bijna", "minder dan", "minder dan de", "maximum van", "plafond van", "maximaal", "maximum",
        "hoogstens", "hooguit", "ten hoogste", "onder de", "<", "≤", "<=", "nog geen", "krap",
        "tot maximaal", "max.", "max", "niet meer dan", "net geen", "amper", "nauwelijks", "lager dan",
        "kleiner dan", "een kleine", "een krappe", "niet hoger dan", "net onder de", "iets minder dan",
        "beneden de", "haast", "tot ten hoogste",
    )
)  # fmt: skip
ABOUT: Final = frozenset(
    (
        "circa", "ca", "ca.", "c.a.", "plm", "plm.", "ongeveer", "plusminus", "plus minus", "rond", "rond de", "zo'n", "zo’n",
        "zo´n", "om en nabij", "om en nabij de", "naar schatting", "±", "+/-", "~", "≈", "grofweg", "pakweg",
        "om en bij", "om en bij de", "een slordige", "in de orde van", "een stuk of", "tegen de", "zowat",
        "naar raming", "naar verwachting", "bij benadering", "grosso modo",
    )
)  # fmt: skip
MODIFIERS: Final = {
    **dict.fromkeys(MORE, "more"),
    **dict.fromkeys(LESS, "less"),
    **dict.fromkeys(ABOUT, "about"),
}
"""Words right before a number -> what they make of it."""
LEAST: Final = frozenset(("minimaal", "minimum", "minstens", "tenminste", "min"))
"""Words that set the lower end; "ten minste" is the same in two."""
PLACES: Final = frozenset(("boven", "boven de", "onder de", "beneden de", "tegen de", "net onder de"))
"""Modifiers that are prepositions of place before people and things ("onder de 30 deelnemers")."""
AFTER: Final = {
    "meer": "more",
    "hoger": "more",
    "langer": "more",
    "minder": "less",
    "lager": "less",
}
"""Words behind "of" behind a quantity ("5% of meer")."""

MEASURES: Final = frozenset(
    (
        "m²", "m2", "m³", "m3", "km", "km²", "km2", "meter", "kilometer", "centimeter", "millimeter", "cm", "mm",
        "hectare", "hectaren", "ha", "hectares", "mw", "gw", "kw", "tw", "mwp", "kwp", "megawatt", "gigawatt",
        "kilowatt", "terawatt", "kwh", "mwh", "gwh", "twh", "pj", "tj", "gj", "petajoule", "terajoule",
        "ton", "tonnen", "kton", "mton", "kiloton", "megaton", "kg", "kilo", "kilogram", "gram", "liter",
        "fte", "vte", "fte's", "fte’s", "vte’s", "vte's", "man", "stuks", "teu", "voltijdsequivalenten",
        "mhz", "ghz", "khz", "megawattuur",
        "kilowattuur", "gigawattuur", "terawattuur", "gb", "tb", "gbit", "mbit", "mbps", "gbps", "decibel", "db", "watt", "volt", "knooppunten",
    )
)  # fmt: skip
"""Units of measure (lower case), which have no plural and may stand behind any number."""
TIMES: Final = frozenset(
    "jaar jaren maand maanden week weken werkweken dag dagen werkdagen kalenderdagen weekdagen uur uren u "
    "minuut minuten min seconde seconden kwartier kwartalen kwartaal decennia decennium eeuwen eeuw "
    "schooljaren academiejaren kalenderjaren boekjaren weekends weekenden semesters nachten avonden "
    "graden sterren basispunten dagdelen halfjaren zittingsdagen levensjaren winters zomers jarige jarigen".split()
)
"""Durations, ages and marks are no counts."""
TRIVIAL: Final = frozenset(
    "punten redenen manieren vragen zaken dingen kanten keren malen momenten opties stappen aspecten "
    "wijzen mogelijkheden voorbeelden conclusies opmerkingen uren alinea's alinea’s paragrafen "
    "hoofdstukken bijlagen artikelen soorten vormen delen onderdelen niveaus varianten "
    "vlakken gevallen fronten sporen lijnen fasen fases tabellen figuren".split()
)
"""What a text has two to twenty of without counting anything."""
LABELS: Final = frozenset(
    "artikel artikels artikelen art art. hoofdstuk hoofdstukken paragraaf par par. § bijlage bijlagen tabel "
    "tabellen figuur figuren grafiek kaart pagina pagina's blz blz. p p. pag pag. bladzijde nr nr. nrs nummer "
    "nummers no no. n° fase prio prioriteit actiepunt actielijn spoor stap punt vraag vragen antwoord "
    "motie moties amendement versie categorie categorieën type types klasse graad richtgraad groep zone deel "
    "boek titel afdeling lijn route perron postbus kamer zaal blok scenario optie variant week "
    "kwartaal werkgroep workshop niveau label cluster pijler tranche schijf editie zaaknummer dossier kenmerk "
    "stuk box boxen jaren kamerstuk kamerstukken telefoon tel tel. fax bus tram lot kavel perceel gate top covid lid alinea "
    "onderdeel sub punten stappen leden fasen fases hoofddoelstelling doelstelling maatregel thema "
    "case ronde jaargang band nota code sectie rubriek paragrafen verdieping kolom rij bundel "
    "noot voetnoot ad nummering component wp werkpakket sdg track level criterium indicator".split()
)
"""Words in front of a number that only names something."""
LEGAL: Final = frozenset(
    "artikel artikelen art. paragraaf par. § lid leden hoofdstuk nr nr. nummer kamerstuk".split()
)
"""Labels whose numbers run into the thousands ("paragraaf 9.174")."""
NO_NOUNS: Final = frozenset(
    # function words
    "en of van voor tegen sinds binnen tussen boven buiten samen alleen met zonder aan op in uit bij naar "
    "tot om te de het een die dat deze dit als dan door over onder na per ten ter waarvan daarvan hiervan "
    "waarbij waarin waarmee er hier daar ook nog niet meer minder maar want omdat zodat terwijl indien wanneer "
    "hun haar onze ons zij ze we wij u jullie ik hij men alle geen elk elke ieder iedere enkele veel weinig "
    "zoals tevens bovendien immers helaas vooralsnog alsmede wellicht evenwel dus zelfs vanwege jegens langs "
    "achter naast sedert omstreeks zowel dankzij tevoren rondom beneden ontgrond "
    "al pas reeds steeds slechts soms anders eens telkens ondanks namens evenals volgens tijdens wegens "
    "jaarlijks maandelijks nogmaals eveneens overigens alsnog thans vaak daarnaast eerst keer maal "
    "den der des eigen open even zeven tien binnenkort momenteel inmiddels toen "
    # verbs that follow a number
    "zijn waren worden werden hebben hadden zullen zouden kunnen konden moeten moesten mogen mochten willen "
    "wilden gaan gingen komen kwamen staan stonden liggen lagen lopen liepen doen deden maken maakten krijgen "
    "kregen vinden vonden blijven bleven geven gaven nemen namen zien zagen zeggen blijken bleken gelden golden "
    "bestaan bestonden volgen volgden bevatten leveren leverden betreffen vormen vormden starten bieden "
    "behoren horen tellen voldoen vallen sterven zitten zetten trekken rijden wonen leven groeien dalen stijgen "
    "spelen bepalen behalen brengen houden leiden lijken noemen stoppen sluiten schrijven spreken sturen treden "
    "verdienen verkeren verschijnen vertegenwoordigen voeren wachten weten winnen ontvangen ontbreken omvatten "
    "overlijden financieren verhogen verlagen verlopen vertrekken verzorgen verwachten zoeken kopen betalen "
    "is was heeft had wordt werd kan zal moet mag wil gaat komt staat "
    # months that look like plurals
    "januari februari maart april mei juni juli augustus september oktober november december".split()
)
"""Never the noun that is counted, nor an adjective before it."""
TYPES: Final = frozenset(
    "mkb kmo ict ai mbo hbo wo vmbo havo vwo extra hybride online ov r&d stem b2b".split()
)
"""Words without an ending that stand as adjectives before a noun."""
PAID: Final = frozenset(
    "subsidie subsidies budget bijdrage bijdragen investering investeringen krediet kredieten toelage dotatie "
    "lening leningen waarde omzet bedrag totaalbedrag fonds boete premie premies vergoeding financiering "
    "begroting kosten korting tegemoetkoming projectsubsidie werkingssubsidie cofinanciering winst verlies "
    "besparing bezuiniging schade huur prijs tarief loon kostprijs meerkosten jaarbudget schuld steun "
    "projecten maatregelen middelen schulden opdrachten ondersteuning compensatie kapitaalsverhoging kapitaalverhoging toeslag gift boetes "
    "heffing belasting "
    "startkapitaal kapitaal noodfonds inkomen uitgaven inkomsten opbrengst subsidieplafond".split()
)
"""What is paid: the noun before "van € 5 miljoen"."""
PAID_ENDS: Final = (
    *("budget", "subsidie", "subsidies", "bijdrage", "krediet", "toelage", "premie", "vergoeding", "lening"),
    *("fonds", "kosten", "middelen", "bedrag", "prijs", "plafond", "investering", "investeringen", "omzet"),
)
"""How compounds of those nouns end ("exploitatiebudget")."""
STOPS: Final = NO_NOUNS - frozenset(("de", "het", "een", "deze", "die", "hun", "onze", "alle", "ons", "haar"))
DETERMINERS: Final = frozenset("de het een deze dit die dat hun onze ons alle haar zijn".split())

"""The kinds of question, and the interrogatives that tell them apart.

The first pattern that fits a question (in lower case, without accents) decides, so the order matters.
"""

from __future__ import annotations

import re
from enum import StrEnum

from assistant.answer.sizewords import PLACED, SIZE_ASKED, THINGS
from assistant.dutch import fold


class QuestionKind(StrEnum):
    """The kinds of question; the values are what the wire shows."""

    PERSON = "persoon"
    ORGANISATION = "organisatie"
    PLACE = "plaats"
    MOMENT = "moment"
    PERIOD = "periode"
    AMOUNT = "bedrag"
    COUNT = "aantal"
    SHARE = "aandeel"
    LIST = "lijst"
    DEFINITION = "definitie"
    REASON = "reden"
    MANNER = "manier"
    PURPOSE = "doel"
    STATUS = "status"
    YESNO = "janee"
    DOCUMENTS = "documenten"
    NAME = "naam"
    CONTACT = "contact"
    TOPIC = "onderwerp"
    COMPARISON = "vergelijking"


_SHUT = (
    r" (?:dicht|open|bezig|(?:in|buiten) gebruik|geldig|beschikbaar|toegankelijk|bereikbaar|"
    r"(?<!\bin )(?<!\bbij )(?<!\bte )(?<!\bvan )(?<!\bnaar )\w{0,4}ge\w{3,}(?:d|t|en))$"
)
"""The end of a question for how long something is so with a thing, not for its length: "hoe lang is de brug dicht"."""
_CHANGES = r"(?:dalen|stijgen|groeien|krimpen|afnemen|toenemen|verminderen|zakken|lager|hoger|omlaag|omhoog)"
_PAPER = (
    r"(?:documenten|document|(?:kamer|beleids|raads)?stuk(?:ken)?|rapport(?:en)?|bron(?:nen)?|\w*tekst(?:en)?|[\w-]*verslag(?:en)?|nota(?:'s)?|"
    r"notulen|brief|brieven|memoranda|kamervragen|kamerantwoord(?:en)?|\w*beslissing(?:en)?|besluit(?:en)?|circulaires?)\b"
)
"""What is written about something, and can be looked for."""
_TELLS = r"gaan over|gaat over|vertel\w*|behandel\w*|beschrij\w*|bespre\w*|noem\w*|afkomstig|betrokken|vastgesteld|aan bod|ter sprake"
_OVERVIEW = (
    r"^wat (?:staat er|lees ik|vind ik|is (?:er )?bekend|weten (?:we|wij)|weet u|zeggen|melden|schrijven|vertellen) .*\b(?:over|van|rond)\b"
    r"|^(?:vertel|alles over|samenvatting van|vat .* samen)\b"
)
_NUMBER = r"(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)"
_MONEY_GIVEN = (
    r"[\w-]*(?:steun|subsidie|toelage|premie|budget|bijdrage|vergoeding|financiering|krediet|lening|boete|toeslag|uitkering|"
    r"bonus|tegemoetkoming|heffing|belasting|dotatie|beurs)"
)
"""Money that is given or asked, alone or as the last part of a compound: "transformatiesteun"."""
_ASKS = re.compile(r"\b(?:wat|wie|wiens|welke?|waar\w*|hoe\w*|wanneer)\b")
_NO_SHARE = r"(?!.*\b(?:aandeel|percentage|aantal|\w*graad|groei|werkloosheid)\b)"
"""Before what is no share and no number of things."""
_DATED = (
    r"(?:klaar|gereed|open|dicht|betaald|betalen|geld|bericht|antwoord|uitslag|gebouwd|geopend|gehouden|gestart|opgeleverd|gepubliceerd|verwacht\w*|"
    r"geplaatst|gevonden|geboren|opgericht|ingevoerd|vastgesteld|gekozen|benoemd|afgerond|voltooid|indienen|ingediend|aanvragen|aangevraagd|"
    r"aanmelden|inschrijven|inleveren|voldoen|zijn|beginnen|stoppen|komen|nieuwe|volgende|eerste|laatste|uiterlijk)"
)
"""Words with which a question for when asks a day, also of a thing with "een"."""
_CURRENCY = r"(?:gulden|dollars?|ponden|pond|frank|franken|yen|roebels?|kronen|[\w-]*hulp(?= (?:ontving|kreeg|kregen|kwam|ging)))"
_KINDS: tuple[tuple[str, QuestionKind], ...] = (
    (
        rf"{_OVERVIEW}"
        r"|^wat (?:is|zijn|was|waren|wordt|werd) (?:er )?(?:nodig|belangrijk|bereikt|gedaan|veranderd|mogelijk|afgesproken)\b",
        QuestionKind.TOPIC,
    ),
    (
        r"^(?:vergelijk|vergelijking van) .+ (?:en|met) .+|\bverschil(?:len)? .{0,60}tussen .+ en .+|"
        r"^(?:hoe|waarin) verschil(?:t|len|de|den) .+ (?:van|en) .+",
        QuestionKind.COMPARISON,
    ),
    (rf"\b(?:in|uit|over) welke? (?:\w+ )?{_PAPER}", QuestionKind.DOCUMENTS),
    (
        r"\bwelke? (?:\w+ )?(?:documenten|stukken|rapporten|bronnen|teksten|verslagen|document)\b"
        rf"|^(?:bij )?welke? (?:\S+ )?{_PAPER}(?: op kamervragen)? .*(?:{_TELLS})\b|^welke? .*{_PAPER} (?:{_TELLS})\b"
        rf"|^(?:ik zoek|zoek|geef|toon|vind) .*\b{_PAPER} (?:.* )?(?:waarin|waar|over|van|met|die|dat)\b",
        QuestionKind.DOCUMENTS,
    ),
    (
        r"\bwaar (?:wordt|worden|staat|lees ik|vind ik) .{0,60}\b(?:genoemd|vermeld|beschreven)\b"
        r"|^waar (?:kan|kun|lees|vind|staat) (?:ik |je |men |u |we )?(?:iets |meer )?(?:te )?(?:lezen|over|vinden over)\b",
        QuestionKind.DOCUMENTS,
    ),
    (
        r"(?:^|, )wat (?:is|zijn|betekent|betekenen|houdt|houden) (?:dat|dit|die|het)(?: precies| eigenlijk)?(?: in)?$|"
        r"^wat (?:is|zijn|was|waren) .+ voor (?:iets|een ding|dingen)$|^wat houd(?:t|en) .+ in$|"
        r"^(?:leg .{0,20}\buit |uitleggen )?wat (?:een|de|het) .+ (?:is|zijn|inhoudt|inhouden|betekent)$|"
        r"^wat .+ (?:verstaan|begrepen|begrijpen)(?: worden)? onder\b|^wat (?:moet|moeten|dient|kan|mag|wordt|worden) .+\b(?:onder .+ (?:verstaan|"
        r"begrepen)|met .+ bedoeld)(?: (?:te )?worden)?$|"
        r"^wat voor (?:een |soort |type )*[\w-]+ (?:is|zijn|was|waren) (?!er\b|het\b|dat\b)[\w-]+(?: [\w-]+){0,2}$|"
        r"^wat (?:bedoel\w*|toont|heet|omvat|behelst|verstaan|verstond\w*)\b|^wat zegt een\b|"
        r"^hoe (?:definieer\w*|omschrij\w*|omschreef|omschreven) |^hoe (?:wordt|worden|is) .+\b(?:omschreven|gedefinieerd)$",
        QuestionKind.DEFINITION,
    ),
    (SIZE_ASKED, QuestionKind.COUNT),
    (
        r"^wat (?:gebeurt|gebeurde) (?:er )?.{0,30}\bmet\b|^wat (?:is|werd) er .*\b(?:beslist|besloten)\b|"
        r"^hoe ?ver (?:staat|staan|is|zijn)\b|\bin welke? (?:fase|stadium)\b|^welke status\b|^hoe (?:staan|stond|stonden|staat) .+\bvoor\b",
        QuestionKind.STATUS,
    ),
    (
        r"\bop welke (?:plaats|plek|positie) (?:staat|staan|stond|stonden|eindigde\w*)\b|"
        r"^(?:de |het |voor de |voor het )?hoeveelste\b|\bwelke leeftijd\b",
        QuestionKind.COUNT,
    ),
    (r"\bafkorting\b|\bletterwoord\b|\bvoluit\b", QuestionKind.DEFINITION),
    (r"\bwaar(?:voor)? staa[tn]? (?:de |het )?(?:letters? )?.{1,60}\bvoor\b", QuestionKind.DEFINITION),
    (r"\bwaarvoor (?:staat|staan)\b", QuestionKind.DEFINITION),
    (
        r"^wat (?:bedoelt|bedoelen|bedoelde|heet|heten|verstaat|verstaan|verstond)\b|"
        r"^hoe (?:wordt|worden|werd|is) .{1,90}\b(?:omschreven|gedefinieerd)$",
        QuestionKind.DEFINITION,
    ),
    (
        r"\b(?:waarom|hoezo|hoe (?:komt|kwam) het|wat (?:is|was|waren|zijn) (?:volgens .{2,40} )?(?:de|het) (?:\w+ )?(?:redenen|reden|oorzaken|"
        r"oorzaak|aanleiding|noodzaak|belang|"
        r"verklaring)|om (?:welke|wat voor) (?:\w+ )?reden(?:en)?|waardoor|waaraan ligt het|wat (?:maakte?|"
        r"verhinder(?:t|de)|belet(?:te)?|weerhoudt|weerhield|"
        r"veroorzaakte?|verklaart)|waaraan (?:dank\w*|ontle\w*|is .+ te danken))\b|^(?:reden|redenen|oorzaak|oorzaken|aanleiding)\b",
        QuestionKind.REASON,
    ),
    (
        rf"^wat (?:zijn|waren) (?:de|hun|haar|zijn) (?:{_NUMBER} (?:[\w-]+ ){{0,2}}|(?:[\w-]+e ){{1,2}})"
        r"(?:doelen|doelstellingen|ambities|redenen|oorzaken|verklaringen)\b",
        QuestionKind.LIST,
    ),
    (
        r"\b(?:waartoe|waarvoor|met welk doel|met welk oogmerk|met welke bedoeling|wat beoogt|wat beogen)\b|"
        r"\bwat (?:is|was|zijn|waren) (?:volgens .{2,40} )?(?:het|de) (?:\w+ ){0,2}(?:\w*doel|doelen|doelstelling|doelstellingen|ambitie|nut|"
        r"bedoeling|oogmerk|"
        r"opzet|streven)\b|\bwat (?:wil|wilde|willen|wilden|wenst|hoopt) .{1,80}\bbereiken\b|\bwat (?:moet|moest|moeten|zal|"
        r"zou) .{1,80}\bopleveren\b|"
        r"\bwelk (?:\w+ )?doel (?:heeft|had|hebben|dient|diende)\b|\bwaar(?:op)? .{1,100}\bgericht\b|"
        r"^wat (?:wil|wilde|willen|wilden|moet|moeten|moest|zal|zullen|hoopt|hopen) .+"
        r"\b(?:opleveren|teweegbrengen|bewerkstelligen|bereiken|(?<!\w[dt] )(?<!en )worden|voorkomen|duidelijk maken|aantonen|uitwijzen)\b|"
        r"^waartegen (?:moet|moeten|moest) |"
        r"\bwaar .{1,100}\b(?:voor|toe) (?:bedoeld|bestemd)\b|\bwaar .{1,100}\bgoed voor\b|"
        r"\bwaar (?:dient|dienen|diende|dienden) .{1,120}\bvoor$|"
        r"\bwaarop (?:richt|richten|richtte|richtten|mikt|mikken)\b|^(?:doel|doelstelling|doelen|ambitie) (?!.*\bgehaald\b)",
        QuestionKind.PURPOSE,
    ),
    (
        rf"\bhoe (?:lang(?!.*{_SHUT})(?=.*{THINGS}{PLACED})|hoog|breed|diep|groot|zwaar|ver|oud) "
        rf"(?:is|zijn|was|waren|wordt|worden|werd|werden) (?:de|het|een|deze|dit) (?:[\w-]+(?:e|en) ){{0,2}}\w*{THINGS}\b",
        QuestionKind.COUNT,
    ),
    (
        r"\bhoe ?ver (?:kan|kun|kunnen|mag|mogen|rijdt|rijden|vliegt|vliegen|schiet|schieten|draagt)\b|"
        r"\bhoe ver (?:is|zijn) .*\b(?:verwijderd|vandaan|van elkaar)\b",
        QuestionKind.COUNT,
    ),
    (r"\bhoe (?:oud|jong)\b|\bhoe ver (?:ligt|liggen|lag|lagen|reikt)\b", QuestionKind.COUNT),
    (
        r"\bhoe ?lang\b|\bvan wanneer tot wanneer\b|"
        r"^hoe snel (?:moet|moeten|mag|wordt|worden|dient|kan|krijg|krijgt|krijgen|komt|volgt|beslist|beslissen)\b|"
        r"\bhoeveel (?:tijd|jaar|jaren|maanden|weken|dagen|uur)\b|"
        r"\bbinnen welke (?:termijn|tijd)\b|"
        r"\bin welke maanden\b|\bwelke (?:jaren|maanden|weken)\b",
        QuestionKind.PERIOD,
    ),
    (
        r"^wanneer (?:geldt|gelden|telt|tellen|heet|spreken we|spreekt men) .*\b(?:als|van)\b|^wanneer is (?:er )?sprake van\b",
        QuestionKind.DEFINITION,
    ),
    (
        r"^(?:wanneer|in welke gevallen?) (?:is|zijn) .+ (?:mogelijk|toegestaan|toegelaten|verplicht|vereist|nodig|noodzakelijk|verboden|aangewezen|"
        r"strafbaar|geoorloofd|uitgesloten|van toepassing|aan de orde)$|^wanneer (?:mag|mogen|hoeft|hoeven) (?:een|iemand|men|je|u|ik) |"
        r"^wanneer (?:mag|mogen|kan|kunnen) (?:de|het|een) .+ (?:aanhouden|weigeren|intrekken|afwijken|ingrijpen|opleggen|afwijzen|"
        r"terugvorderen|ontbinden|opschorten|schorsen|binnentreden|uitsluiten|beboeten|ontheffen|vrijstellen)$|"
        r"^wanneer (?:heeft|hebben|heb) .+\brecht (?:op|om)\b|^wanneer bestaat (?:er )?recht\b",
        QuestionKind.TOPIC,
    ),
    (
        rf"^wanneer (?:is|wordt|krijgt|heet) (?:een|iets|iemand) (?!.*\b{_DATED}\b)[\w-]+(?: [\w-]+){{0,6}}$|"
        rf"^wanneer (?:ben|bent|is|heb|hebt|krijg|krijgt|word|wordt|val|valt) (?:je|u|men|ik) (?!.*\b{_DATED}\b)|"
        rf"^wanneer (?:moet|dient|moeten|hoort) (?:je|u|men|ik|we) (?!.*\b{_DATED}\b)",
        QuestionKind.TOPIC,
    ),
    (
        r"\b(?:wanneer|sinds wanneer|tot wanneer|vanaf wanneer|hoe laat|(?:op )?welke (?:week)?(?:datum|dag|dagen))\b",
        QuestionKind.MOMENT,
    ),
    (
        r"^(?:en )?(?:vanaf|tot|bij|onder|boven|met) welk(?:e)? (?:\w+ )?\w*(?:inkomen|loon|salaris|omzet|bedrag)\b",
        QuestionKind.AMOUNT,
    ),
    (
        r"\bhoe (?:groot|hoog) (?:is|was|wordt|werd|moet|moest|mag) .*\b\w*(?:percentage|graad)\b|"
        r"\bwat (?:is|was|waren|zijn) (?:de|het) (?:\w+ )?\w*(?:percentage|(?<!voor)graad)\b|"
        r"^(?:hoeveel|wat) (?:bedraagt|bedroeg) (?:de|het) (?:\w+ )?\w*(?:percentage|aandeel|(?<!voor)graad|werkloosheid)\b|"
        r"\btarief\b.*\b\w*(?:rechten|dividend\w*|btw|belasting)\b|\b(?:btw-?|belasting)\w*tarief\b|"
        rf"\bhoeveel (?:moet|moeten|moest|moesten|zal|zullen|zou|wil|willen|kan|mag) .*\b{_CHANGES}\b",
        QuestionKind.SHARE,
    ),
    (r"\bhoeveel (?:procent|percent|%)", QuestionKind.SHARE),
    (
        rf"^(?:hoeveel|wat) (?:bedraagt|bedroeg|bedragen|bedroegen) {_NO_SHARE}|"
        r"^(?:wat|hoe hoog) (?:zijn|waren) de [\w-]*(?:tarieven|leges)\b|"
        r"^welke [\w-]*(?:tarieven|leges) (?:geldt|gelden|golden|gold|rekent|betaalt)\b|"
        r"\bhoeveel (?:(?:\w+ )?[\w-]*(?:geld|schuld|funding|lastenverlaging)|(?:\w+ ){1,2}[\w-]+-geld)\b|"
        r"^[^?]*\b(?:subsidie|\w*investeringen|\w*bonus)\b.*\bhoeveel\b|"
        r"\bmet hoeveel .*\bkapitaal\b|\bhoeveel (?:steekt|staken|stak|stort|stortte|stortten)\b|"
        r"\bhoeveel (?:was|is) er .*\bbeschikbaar\b|^hoeveel (?:is|was|werd|wordt) .*\b(?:begroot|gereserveerd|geraamd)\b|"
        r"\bhoeveel (?:extra )?trekt\b|\bhoeveel haalt .*\bfonds\b|"
        r"^hoeveel (?:heeft|hebben|had|hadden) (?!er\b).*\b(?:toegezegd|toegekend|bijgedragen|ingelegd|vrijgemaakt|uitgekeerd|geschonken|"
        r"gereserveerd|opgehaald|beschikbaar gesteld)\b|"
        rf"\bhoeveel (?:\w+ )?{_CURRENCY}\b|"
        r"\bhoeveel (?:\w+ )?(?:geld|euro|middelen|loon|huur|kapitaal|winst|omzet|schade|duurder|goedkoper)\b|"
        rf"\bhoeveel (?:\w+ )?{_MONEY_GIVEN}\b|"
        r"\bhoeveel (?:maximaal |minstens |ten hoogste )?(?:mag|mogen|kan|kun|kunnen|kon|konden|moet|moeten|moest|wil|willen) (?!er\b).*"
        r"\b(?:lenen|ontlenen|bijlenen|terugbetalen|terugvragen|terugkrijgen|declareren|schenken|sparen|inleggen|bijleggen|verdienen|"
        r"ontvangen|vragen|rekenen|aanrekenen|krijgen)$|"
        r"\bhoeveel (?:mag|mogen|kan|kun|kunnen|kon|konden) (?!er\b)(?:.+ )?(?:lenen|ontlenen|bijlenen) (?:met|bij|via|voor|van|om)\b|"
        r"\bhoeveel (?:extra )?(?:bracht|brachten|brengt|brengen|leverden?|levert) .+\bop\b|"
        r"\bhoeveel (?:extra )?(?:stelt|stelden?|stellen|maakt|maakten?|maken) .+\b(?:ter beschikking|vrij)\b|"
        r"^wat (?:krijgt|krijgen|kreeg|kregen|ontvangt|ontvangen|ontving) .+ voor "
        r"(?:een|elke?|iedere?|zijn|haar|hun) (?!rol\b|taak\b|plaats\b)\w+|"
        r"\bwat (?:trekt|trok|trekken|trokken) .+\buit\b|^wat (?:krijgt|krijgen|kreeg|kregen|ontvangt|ontvangen|ontving) .+\bper\b|"
        r"^wat (?:krijgt|krijgen|kreeg|kregen|ontvangt|ontvangen|ontving) "
        r"(?:een|de (?:voorzitter|burgemeester|wethouder|gedeputeerde|griffier|secretaris|directeur|minister|commissaris)) .*\bin \d{4}$|"
        r"^wat (?:bracht|brengt|levert|leverden?) .*(?:verkoop|veiling|heffing|belasting|inkomsten).*\bop\b|"
        r"\bhoeveel (?:verhoog|verlaag)\w* .*\b(?:kapitaal|budget|subsidie|dotatie|fonds)\b|"
        r"\bhoeveel van (?:de|het) \w*(?:subsidies?|budget|steun|begroting|geld|krediet|opbrengst|kosten|"
        r"uitgaven|middelen|bedrag|investering(?:en)?)\b|"
        r"^wat (?:mag|moet|moeten|krijgt|krijgen|kreeg|kregen) .*\b(?:neertellen|vergoed|uitbetaald)\b|\bhoe duur\b|"
        r"\b(?:hoeveel|wat) .*\b(?:kost|kostte|kosten|kostten|gekost|betaal\w*|betalen|waard|investeer\w*|geinvesteerd|gestoken|"
        r"uitgetrokken|uitgegeven|verdien\w*|verdient|verdiende|verdienden)\b|\bwat (?:legt|legde|leggen) .*\bop tafel\b|"
        r"\b(?:met )?hoeveel (?:steunt|steunde|steunen|subsidieert|subsidieerde|financiert|financierde|financieren)\b|"
        r"\bhoeveel (?:draagt|droeg|dragen|trekt|trok|trekken|legt|legde)\b|"
        rf"\bhoeveel (?:bedraagt|bedroeg) {_NO_SHARE}|"
        r"\bhoeveel (?:miljoen|miljard|kreeg|krijgt|kregen|krijgen|ontvangt|ontving|ontvingen|gaat er|ging er|gaf|geeft)\b|"
        r"\bhoeveel (?:is|was|zijn|waren) (?:de|het) (?:[\w-]+e )?(?:waarde|prijs|opbrengst|omzet|bijdrage|subsidie|\w*huur|pacht|contributie|"
        r"\w*vergoeding|\w*toelage|\w*premie|boete|\w*tarief|\w*budget|\w*begroting|\w*raming|\w*heffing|\w*kosten|\w*bedrag)\b|"
        rf"\b(?<!op de )hoogte van (?:de|het) (?!(?:\w+ )?\w*{THINGS}\b)\w+|"
        r"\bhoe hoog (?:is|was|zijn|waren|wordt|worden) (?:de|het) (?:\w+ )?\w*(?:premie|huur|toelage|loon|lonen|kosten|prijs|schuld|korting|"
        r"opbrengst|uitgaven|inkomsten|belasting|\w*uitkering|heffing|toeslag|tegemoetkoming|waarborg|eigen bijdrage|maximum\w*|steun)\b|"
        r"\bhoe hoog (?:wil|willen|wilde|wilden|moet|moeten|mag|mogen|gaat|gaan|zou|zal|zullen|kan) .*\b\w*(?:loon|premie|huur|toelage|toeslag|"
        r"belasting|heffing|boete|bedrag|budget|subsidie|uitkering|kosten|vergoeding|eigen risico|fonds|tarief|plafond)\b|"
        r"\bhoe (?:groot|hoog) (?:is|was|wordt|werd|zijn) .*\b\w*(?:budget|bedrag|subsidie\w*|plafond|bonus|bijdrage|begroting|investering\w*|"
        r"tarief|vergoeding|boete|lening|fonds|provisie|gift)\b",
        QuestionKind.AMOUNT,
    ),
    (
        r"\bhoe (?:groot|hoog) (?:is|was|wordt|werd|moet|moest|mag) (?:het|de) .{0,40}\b(?:aandeel|percentage|deel|"
        r"groei|werkloosheid|stijging|daling|\w*graad)\b|\bmet hoeveel (?:groei|stijg|steeg|stegen|daal|nam)\w*",
        QuestionKind.SHARE,
    ),
    (
        r"\bhoeveel\b|\bhoe vaak\b|\bhoe (?:groot|hoog|breed) (?:is|was|zijn|waren|wordt|moet|moest|mag|mocht|kan)\b",
        QuestionKind.COUNT,
    ),
    (
        r"\bhoe (?:heet|heten|heetten?|luidt|luiden) (?:de|het|een|hun|zijn|haar) (?P<rest>.+)",
        QuestionKind.NAME,
    ),
    (
        r"\bwelke (?:rol|positie|taak|functie) (?:heeft|had|vervult|speelt|krijgt) (?:de|het|een) (?!heer\b|mevrouw\b)",
        QuestionKind.TOPIC,
    ),
    (
        r"\bwelke (?:functie|rol|positie|titel|taak) (?:bekleedt|heeft|had|vervult)\b",
        QuestionKind.PERSON,
    ),
    (
        r"\b(?:hoever|hoe (?:ver|gaat het (?:nu )?met|staat het|stond het|staan .* ervoor|staan .* er .*voor|verloopt|verliep|"
        r"vorder\w*|is het gesteld)|"
        r"wat is de (?:status|stand|voortgang))\b|^(?:status|voortgang|stand van zaken)\b",
        QuestionKind.STATUS,
    ),
    (r"\b(?:waar|waarheen|waarnaartoe|vanwaar)\b(?!\w)", QuestionKind.PLACE),
    (r"\bwie(?:ns)?\b", QuestionKind.PERSON),
    (
        r"\bhoe (?:heet|heten|luidt|noemt|noemen|wordt .{1,40} genoemd)\b|"
        r"\bhoe (?:gaat|gaan|ging|zal|zullen|zou|moet|moeten|mag) .{1,80} heten\b|\bwat is de (?:naam|titel)\b",
        QuestionKind.NAME,
    ),
    (
        r"\b(?:hoe|op welke (?:manier|wijze)|op wat voor (?:manier|wijze)|langs welke weg)\b",
        QuestionKind.MANNER,
    ),
)
KIND_PATTERNS = tuple((re.compile(pattern), kind) for pattern, kind in _KINDS)


def asks_overview(text: str) -> bool:
    """Tell whether a question wants all that is said of something ("wat staat er over X", "X"): no stretch answers it."""
    plain = fold(text)
    return bool(re.search(_OVERVIEW, plain)) or not _ASKS.search(plain)

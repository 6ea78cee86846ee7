"""The kind of a question follows from its words."""

from __future__ import annotations

import pytest

from assistant.answer import QuestionKind, parse_question

KINDS = [
    ("Wie is de projectleider van de brug?", QuestionKind.PERSON),
    ("Kunt u mij zeggen wie het fonds beheert?", QuestionKind.PERSON),
    ("Welke gedeputeerde opende het centrum?", QuestionKind.PERSON),
    ("Wie zijn de partners van het project?", QuestionKind.LIST),
    ("Welke organisatie voert de regeling uit?", QuestionKind.ORGANISATION),
    ("Waar komt het nieuwe station?", QuestionKind.PLACE),
    ("In welke gemeente ligt de campus?", QuestionKind.PLACE),
    ("Wanneer werd het centrum geopend?", QuestionKind.MOMENT),
    ("In welk jaar begon de proef?", QuestionKind.MOMENT),
    ("Hoe lang duurt de proef?", QuestionKind.PERIOD),
    ("Hoe lang is de langste brug?", QuestionKind.COUNT),
    ("Hoe lang is de oude houten brug in Gemert?", QuestionKind.COUNT),
    ("Hoe lang is de brug dicht?", QuestionKind.PERIOD),
    ("Hoe lang wordt de weg afgesloten?", QuestionKind.PERIOD),
    ("Over welke periode gaat het verslag?", QuestionKind.PERIOD),
    ("Hoeveel geld is er voor de fietsbrug?", QuestionKind.AMOUNT),
    ("Welk bedrag krijgt de campus?", QuestionKind.AMOUNT),
    ("Hoeveel studenten begonnen er?", QuestionKind.COUNT),
    ("Welk percentage van de bedrijven exporteert?", QuestionKind.SHARE),
    ("Hoeveel procent exporteert?", QuestionKind.SHARE),
    ("Welke vier thema's zijn gekozen?", QuestionKind.LIST),
    ("Noem de regio's in het project", QuestionKind.LIST),
    ("Wat is een fieldlab?", QuestionKind.DEFINITION),
    ("Waar staat de afkorting GIP voor?", QuestionKind.DEFINITION),
    ("Waarom is het project vertraagd?", QuestionKind.REASON),
    ("Wat is het doel van het netwerk?", QuestionKind.PURPOSE),
    ("Hoe worden bedrijven geholpen?", QuestionKind.MANNER),
    ("Hoe staat het met de brug?", QuestionKind.STATUS),
    ("Hoe vordert de bouw van de brug?", QuestionKind.STATUS),
    ("Is de brug al open?", QuestionKind.YESNO),
    ("Krijgt Gent ook subsidie?", QuestionKind.YESNO),
    ("Welke documenten noemen de brug?", QuestionKind.DOCUMENTS),
    ("Hoe heet het project?", QuestionKind.NAME),
    ("Wat bedoelt men met groei?", QuestionKind.DEFINITION),
    ("Wat zijn proeftuinen?", QuestionKind.DEFINITION),
    ("Wat zijn de partners?", QuestionKind.LIST),
    ("Hoe wordt een proeftuin omschreven?", QuestionKind.DEFINITION),
    ("Wat gebeurde er in 2019 met de brug?", QuestionKind.STATUS),
    ("Wat moet de proef opleveren?", QuestionKind.PURPOSE),
    ("Waar dient het fonds voor?", QuestionKind.PURPOSE),
    ("Wat krijgt een reiziger vergoed voor een rit?", QuestionKind.AMOUNT),
    ("Hoe hoog is de fietspremie?", QuestionKind.AMOUNT),
    ("Hoe blijft de raad op de hoogte van het plan?", QuestionKind.MANNER),
    ("Op welke plaats staat Gent op de ranglijst?", QuestionKind.COUNT),
    ("Welk nachttarief krijgt de tram?", QuestionKind.AMOUNT),
    ("fietsbrug Maas", QuestionKind.TOPIC),
    # "waar" with its preposition at the end asks no place, "waar" with the particle of its verb does
    ("Waar houdt de stuurgroep zich mee bezig?", QuestionKind.TOPIC),
    ("Waar richt het fonds zich op?", QuestionKind.PURPOSE),
    ("Waar wordt bij de proef op gelet?", QuestionKind.TOPIC),
    ("Waar gaat het bij de proef om?", QuestionKind.TOPIC),
    ("Waar let de raad op bij een aanvraag?", QuestionKind.TOPIC),
    ("Waar staat Lier om bekend in het verhaal?", QuestionKind.TOPIC),
    ("Waar moet de bus aan bijdragen?", QuestionKind.TOPIC),
    ("Waar zit het team dat adviseert over verzoeken om steun?", QuestionKind.PLACE),
    ("Noem de partijen waar de raad mee optrekt.", QuestionKind.LIST),
    ("Waar vraagt een school de premie aan?", QuestionKind.PLACE),
    ("Waar ging de werkgroep in mei door?", QuestionKind.PLACE),
    ("Waaraan dankt de haven haar groei?", QuestionKind.REASON),
    ("Hoe kwam het dat de proef stopte?", QuestionKind.REASON),
    ("Hoe omschrijft de raad een dorpsring?", QuestionKind.DEFINITION),
    ("Wat moet de proef voorkomen?", QuestionKind.PURPOSE),
    ("Hoeveel relancegeld gaat er naar de haven?", QuestionKind.AMOUNT),
    ("Hoeveel steekt Lier elk jaar in de haven?", QuestionKind.AMOUNT),
    ("Hoeveel scholen kregen geld uit het fonds?", QuestionKind.COUNT),
    ("Vanaf welke leeftijd telt de premie?", QuestionKind.COUNT),
    ("De hoeveelste editie van het feest was het?", QuestionKind.COUNT),
    # what somebody looks for is a document
    ("Ik zoek het stuk waarin de dorpsring voorkomt.", QuestionKind.DOCUMENTS),
    ("Waar lees ik iets over de dorpsring?", QuestionKind.DOCUMENTS),
    ("Welke circulaires gaan over de dorpsring?", QuestionKind.DOCUMENTS),
    ("In welke beslissingen komt de dorpsring aan bod?", QuestionKind.DOCUMENTS),
    ("Welke besluiten nam de raad in mei?", QuestionKind.LIST),
    ("In welk hoofdstuk staat het plan?", QuestionKind.NAME),
    # clipped: a noun at the head is no verb
    ("Start bouw dorpsring?", QuestionKind.MOMENT),
    ("Kick-off van de proeftuin?", QuestionKind.MOMENT),
    ("Capaciteit van de nieuwe parkeerhubs?", QuestionKind.COUNT),
    ("Kapitaalinjectie havenbedrijf in 2020?", QuestionKind.AMOUNT),
    ("Telefoonnummer gemeente Lier?", QuestionKind.CONTACT),
    ("Inzet op scholen volgens het overzicht?", QuestionKind.TOPIC),
    ("Dorpsringproef?", QuestionKind.DEFINITION),
    # a plural verb before its plural subject; "kun je" with a request, or without
    ("Tellen reisuren mee voor de premie?", QuestionKind.YESNO),
    ("Lag Lier Haven tijdens de storm stil?", QuestionKind.YESNO),
    ("Hoeveelste keer was het feest?", QuestionKind.COUNT),
    ("Kun je ouders de premie geven?", QuestionKind.YESNO),
    ("Kun je zeggen wie de brug bouwt?", QuestionKind.PERSON),
    ("Welke rol heeft de provincie bij het plan?", QuestionKind.TOPIC),
    ("Welke functie heeft Jan Maas?", QuestionKind.PERSON),
    # who says it is no part of the question
    ("Hoe hoog is volgens Jan van den Berg het budget?", QuestionKind.AMOUNT),
    ("Wat is volgens minister Vos het doel van de wet?", QuestionKind.PURPOSE),
    ("Wat is volgens de raad nodig voor de haven?", QuestionKind.TOPIC),
    # keywords: the head of the phrase tells the kind
    ("Oprichtingsjaar van de stichting?", QuestionKind.MOMENT),
    ("Maximale looptijd van een krediet voor winkels?", QuestionKind.PERIOD),
    ("Extra loonkrediet in 2023 voor inspecteurs?", QuestionKind.AMOUNT),
    ("Ontslagleeftijd van rechters sinds de wijziging?", QuestionKind.COUNT),
    ("Groei van de haven in absolute aantallen?", QuestionKind.COUNT),
    ("Plaatsvervanger van de secretaris in het comité?", QuestionKind.PERSON),
    ("Naam van de medewerker die het fonds leidt?", QuestionKind.PERSON),
    ("Drie grootste deelstaten voor de bouw?", QuestionKind.LIST),
    # a verb behind "hoeveel", an adjective without ending, a clause of relation
    ("Met hoeveel steunt Gent het huis van de buurt?", QuestionKind.AMOUNT),
    ("Hoe hoog moet de werkzaamheidsgraad worden?", QuestionKind.SHARE),
    ("Hoe snel moet de gemeente antwoorden?", QuestionKind.PERIOD),
    ("Op welk Brussels plein is het feest?", QuestionKind.PLACE),
    ("In welke plaats staat de fabriek?", QuestionKind.PLACE),
    ("In welk deel van Spanje ligt de fabriek?", QuestionKind.PLACE),
    ("Welk deel van de boeren stopt?", QuestionKind.SHARE),
    ("Welke leidend ambtenaar kreeg ontslag?", QuestionKind.PERSON),
    ("Van welke datum is de brief die zegt waarom de brug dicht is?", QuestionKind.MOMENT),
    ("In welke stad ligt het hospitaal waarvoor subsidie werd gegeven?", QuestionKind.PLACE),
    # an adjective or number before the noun, a verb of money, a change, a verb first, a role, a sort of body or place
    ("Hoe heet de nieuwe directeur van het fieldlab?", QuestionKind.PERSON),
    ("Hoe heet het Duitse bedrijf dat de bussen levert?", QuestionKind.ORGANISATION),
    ("Hoe heten de drie nieuwe partners?", QuestionKind.LIST),
    ("Welke musea deden mee?", QuestionKind.LIST),
    ("Vier pijlers van het programma?", QuestionKind.LIST),
    ("Wat bedraagt de subsidie voor het museum?", QuestionKind.AMOUNT),
    ("Hoeveel bracht de verkoop van de gronden op?", QuestionKind.AMOUNT),
    ("Wat trekt de provincie jaarlijks uit voor cultuur?", QuestionKind.AMOUNT),
    ("Hoe hoog is de kilometervergoeding?", QuestionKind.AMOUNT),
    ("Hoeveel stelt de Vlaamse Regering ter beschikking voor de scholen?", QuestionKind.AMOUNT),
    ("Hoeveel duurder viel de brug uit?", QuestionKind.AMOUNT),
    ("Vanaf welk inkomen vervalt het recht?", QuestionKind.AMOUNT),
    ("Wat krijgen scholen per leerling?", QuestionKind.AMOUNT),
    ("Hoe hoog is het btw-tarief op boeken?", QuestionKind.SHARE),
    ("Welk tarief geldt voor de registratierechten?", QuestionKind.SHARE),
    ("Hoe hoog was het dekkingspercentage?", QuestionKind.SHARE),
    ("Met hoeveel moet de uitstoot dalen?", QuestionKind.SHARE),
    ("Wat was de werkloosheidsgraad in Limburg in 2019?", QuestionKind.SHARE),
    ("Hoe oud moet je zijn om mee te doen?", QuestionKind.COUNT),
    ("Hoe ver ligt de halte van het station?", QuestionKind.COUNT),
    ("Wat is het Data Value Center voor iets?", QuestionKind.DEFINITION),
    ("Derogatie in het mestbeleid, wat is dat?", QuestionKind.DEFINITION),
    ("Wat voor soort instelling is MERLN?", QuestionKind.DEFINITION),
    ("Wat houdt de omschakeling van volume naar waarde in?", QuestionKind.DEFINITION),
    ("Wat moet ik verstaan onder zorgcoördinatie?", QuestionKind.DEFINITION),
    ("Behouden kleinere besturen hun aandeel?", QuestionKind.YESNO),
    ("Telt woon-werkverkeer mee?", QuestionKind.YESNO),
    ("Welke professor leidt het onderzoek?", QuestionKind.PERSON),
    ("Welke inspecteur-generaal tekende de regeling?", QuestionKind.PERSON),
    ("Welke vzw kreeg geld?", QuestionKind.ORGANISATION),
    ("Bij welk station vertrekt de bus?", QuestionKind.PLACE),
    ("Wat verhindert de minister om te antwoorden?", QuestionKind.REASON),
    ("Om welke reden is de subsidie stopgezet?", QuestionKind.REASON),
    ("Hoe kiest de jury wie wint?", QuestionKind.MANNER),
    ("Wat moet het onderzoek duidelijk maken?", QuestionKind.PURPOSE),
    ("Waar is het programma voor bedoeld?", QuestionKind.PURPOSE),
    ("In welke fase zit het project?", QuestionKind.STATUS),
    ("Wat zei minister Heinen over de banken?", QuestionKind.TOPIC),
    ("Van wanneer tot wanneer liep de tentoonstelling?", QuestionKind.PERIOD),
    ("Wat is de einddatum van het project?", QuestionKind.MOMENT),
    ("Welke stukken vraagt de gemeente op bij de aanvrager?", QuestionKind.LIST),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_kind_is_recognised(text: str, kind: QuestionKind) -> None:
    assert parse_question(text).kind is kind


def test_a_stated_number_and_the_asked_noun_are_kept() -> None:
    question = parse_question("Welke vier thema's zijn gekozen?")
    assert (question.number, question.asked) == (4, "thema's")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Hoeveel hybride scholen zijn er?", "scholen"),
        ("Tot hoeveel kan het tekort oplopen?", None),
        ("Hoeveel moet de bus wachten?", None),
        ("Hoeveel keer minder stof zat er in de lucht?", "keer"),
        ("Aantal leerlingen dat zij begeleidde?", "leerlingen"),
        ("Welk bezoekersaantal haalde de beurs?", "bezoekers"),
    ],
)
def test_the_counted_noun_is_no_verb_and_no_adjective(text: str, asked: str | None) -> None:
    question = parse_question(text)
    assert (question.kind, question.asked) == (QuestionKind.COUNT, asked)


def test_interrogatives_and_function_words_are_no_focus_words() -> None:
    words = [token.text for token in parse_question("Wanneer werd het Cybercentrum in Veghel geopend?").words]
    assert words == ["Cybercentrum", "Veghel", "geopend"]


def test_words_that_announce_the_subject_are_no_focus_words() -> None:
    question = parse_question("Wat is er bereikt op het gebied van water, in het kader van het Zandplan?")
    assert [token.text for token in question.words] == ["bereikt", "water", "Zandplan"]


def test_a_long_row_of_participles_behind_a_preposition_is_read_at_once() -> None:
    row = " gegegegeven" * 150
    assert parse_question(f"Waar let men op{row} (en nu)?").kind is QuestionKind.PLACE


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Welk marktaandeel haalt de omroep?", QuestionKind.SHARE),
        ("Wat is het maximale leenbedrag bij het noodfonds?", QuestionKind.AMOUNT),
        ("Wat is het jaarbudget van de stichting?", QuestionKind.AMOUNT),
        ("Welke huurprijs betaalt de stichting?", QuestionKind.AMOUNT),
        ("Welke Peel Deal-bijdrage gaat naar de zorg?", QuestionKind.AMOUNT),
        ("Wat is een leenbedrag?", QuestionKind.DEFINITION),
        ("Welke innovatieprijs kreeg de school?", QuestionKind.NAME),
        ("Wat is de hoogte van de toren?", QuestionKind.COUNT),
        ("Wat is de hoogte van de boete?", QuestionKind.AMOUNT),
        ("Welke capaciteit heeft de stalling?", QuestionKind.COUNT),
        ("Hoeveel bedraagt de werkzaamheidsgraad?", QuestionKind.SHARE),
        ("Hoeveel bedroeg het aantal vissers?", QuestionKind.COUNT),
    ],
)
def test_a_compound_of_a_measure_asks_for_a_value(text: str, kind: QuestionKind) -> None:
    assert parse_question(text).kind is kind


@pytest.mark.parametrize(
    "text", ["Welke a[b heeft de brug?", "Welke pro(ject is gekozen?", "Welk c++ is gebruikt?"]
)
def test_signs_in_the_noun_that_is_asked_for_are_no_pattern(text: str) -> None:
    assert parse_question(text).kind is QuestionKind.NAME


def test_a_question_is_read_once() -> None:
    text = "Welke gemeente bouwt de brug van Lier?"
    assert parse_question(text) is parse_question(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Lancering van de app", QuestionKind.MOMENT),
        ("Productlancering in Lier", QuestionKind.MOMENT),
        ("Balancering van het stroomnet", QuestionKind.TOPIC),
        ("Incapaciteit van het bestuur", QuestionKind.TOPIC),
    ],
)
def test_a_word_that_only_happens_to_end_in_a_noun_is_no_compound_of_it(
    text: str, kind: QuestionKind
) -> None:
    assert parse_question(text).kind is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Hoeveel mag een gezin maximaal lenen?", QuestionKind.AMOUNT),
        ("Hoeveel boeken mag een gezin lenen?", QuestionKind.COUNT),
        ("Hoeveel verbouwsteun kreeg de molen?", QuestionKind.AMOUNT),
        ("Hoeveel steunpunten zijn er?", QuestionKind.COUNT),
        ("Wat krijgt een gids voor een rondleiding?", QuestionKind.AMOUNT),
        ("Wanneer is een vergunning nodig?", QuestionKind.TOPIC),
        ("Wanneer mag een gids zwijgen?", QuestionKind.TOPIC),
        ("Wanneer is de molen klaar?", QuestionKind.MOMENT),
        ("Wat zijn de doelstellingen van het plan?", QuestionKind.PURPOSE),
        ("Waartegen ging de molenaar in beroep?", QuestionKind.TOPIC),
        ("Wat moet verstaan worden onder een wijkpunt?", QuestionKind.DEFINITION),
    ],
)
def test_money_a_condition_and_a_meaning_are_told_apart(text: str, kind: QuestionKind) -> None:
    assert parse_question(text).kind is kind


def test_so_many_aims_are_a_list() -> None:
    question = parse_question("Wat zijn de vier doelstellingen van het plan?")
    assert (question.kind, question.asked, question.number) == (QuestionKind.LIST, "doelstellingen", 4)

"""What the words beside a capitalised word tell: a place, a person, a language, a longer name."""

from __future__ import annotations

import re

from assistant.extract.source import Source

PLACE_WORDS = frozenset(
    "in te uit bij naar rond rondom nabij tussen vanuit richting gemeente gemeenten stad steden provincie provincies "
    "regio gebied omgeving deelstaat deelstaten gewest kanton eiland dorp kern station luchthaven haven campus "
    "arrondissement prefectuur staat land landen binnen buiten langs ten over".split()
)
"""Words before a name that is a place."""
_TITLES = frozenset(
    "heer mevrouw mevr dhr mw dr drs ir ing prof mr minister staatssecretaris gedeputeerde wethouder directeur "
    "voorzitter burgemeester familie baron".split()
)
_PARTICLES = frozenset(
    ("van", "de", "den", "der", "ter", "ten", "te", "vanden", "vander", "op", "aan", "la", "le", "du")
)
_PLACE_OF = frozenset(
    "stad gemeente provincie burgemeester gouverneur college raad universiteit hof land centrum inwoners regio haven "
    "gemeentebestuur gemeenteraad noorden zuiden oosten westen hart rand omgeving grens hoofdstad".split()
)
"""Nouns whose "van" is followed by a place."""
_AFTER_PLACE = frozenset(
    "CS Centraal Centrum Airport Noord Zuid Oost West Brandevoort Zuidas Binnenstad Stad Haven University "
    "Postbus Telefoon Telefoonnummer Tel Fax".split()
)
_SURNAME_PARTICLES = frozenset(("van", "de", "den", "der", "vanden", "vander", "ten", "ter", "op"))
_CAPITAL_PARTICLES = frozenset(("Van", "Vande", "Vanden", "Vander", "Op", "Ter", "Vom", "Von"))
"""With a capital in mid-sentence these begin a surname ("minister Van Gent")."""
_FUNCTION_WORDS = frozenset(
    "en of te is als in op voor naar van door met om wordt worden kan kunnen zijn was waren moet dat die dan aan bij "
    "uit over tot wel niet ook maar werd tweede vreemde spreken spreekt beheersen leren staat "
    "staan heet heeft hebben betekent zegt zeggen".split()
)
_SENTENCE_STARTS = frozenset(
    "De Het Een In Op Voor Van Met Dit Deze Er Ook Wij We Als Bij Om Door Na Uit Naar Dat Die Zij Ze Daarnaast Hierbij "
    "Hiermee Wat Hoe Waar Wie Tot Over Aan Tijdens Sinds Vanaf Onder Tussen Bron Artikel Hoofdstuk Bijlage Tabel Figuur "
    "Vraag Antwoord Datum".split()
)
_EDGES = frozenset(("|", ""))
"""Edges of a cell; a break between paragraphs or a tab is a word without signs."""
_BULLETS = frozenset("-–•*")
_ROW = 16
"""Words from a place to that in the row below, at most."""
_STREET = re.compile("(?:straat|laan|weg|plein|gracht|kade|singel|dijk|pad|markt|dreef|steenweg|hof)$")
"""Ends of a street; with a number behind it, it is no part of the name of a place."""
_LIST_WORDS = frozenset((",", "en", "of", "/", "&", "-", "–", "("))
_LEADS = frozenset("@_.&")
"""Signs that tie the word behind them to an address or a longer name."""
_WRAPPED = 22
"""Characters of a line of running text; a shorter one may be a heading or a cell."""
GIVEN_NAMES = frozenset(
    "Aart Ad Adam Adriaan Agnes Albert Alex Alexander Alfons Alice An Andre André Andrea Andries Angela Anita Anja "
    "Anke Ann Anna Anne Annelies Annemarie Annick Anouk Anton Arie Arjan Arno Arnold Arthur Astrid Axel Barbara Bart "
    "Bas Ben Benjamin Bernard Bert Bianca Bob Boris Boudewijn Bram Brecht Brigitte Bruno Carine Carl Carla Carlo Carola "
    "Caroline Cees Chantal Charlotte Chris Christel Christian Christiaan Christine Claudia Conny Cor Cora Corine Daan "
    "Daniel Daphne David Debby Dennis Diana Dick Diederik Dieter Dimitri Dirk Dominique Dorien Edith Eduard Edwin Eef "
    "Eline Elisabeth Ella Ellen Els Elke Emma Emiel Eric Erica Erik Erwin Esther Eva Evelien Eveline Evert Femke Ferdinand "
    "Filip Fleur Floor Frank Frans Fred Freddy Frederik Frits Gabriel Geert Geertje Gemma Georges Gerard Gerda Gerrit Gert "
    "Gijs Greet Griet Guido Guus Gwendolyn Hanna Hannah Hanneke Hans Harald Harm Harrie Harry Hein Heleen Helena Hendrik "
    "Henk Herman Hilde Hubert Hugo Ilse Ine Inge Ingrid Irene Iris Isabel Ivo Iwan Jaap Jacob Jacques Jan Jana Janine "
    "Janneke Jasper Jean Jef Jelle Jeroen Jessica Jo Joanna Job Jochem Joep Johan Johanna Johannes John Joke Jolanda Jos "
    "José Josephine Joost Joris Joyce Judith Julia Julie Jurgen Jutta Kaat Karel Karen Karin Karl Karolien Kathleen Katja "
    "Katrien Kees Kenneth Kim Klaas Koen Koenraad Kris Kristien Kristof Kurt Lars Laura Laurens Leen Lennert Leo Leon "
    "Liesbeth Lies Lieve Lien Linda Lisa Lode Louis Louise Luc Lucas Ludo Luk Maarten Machteld Manon Marc Marcel Margot "
    "Margriet Maria Marian Marianne Marie Marieke Marijke Marijn Marina Mario Marion Marit Marja Marjan Mark Marleen "
    "Marloes Marlies Martien Martijn Martin Martina Mathias Matthias Matthijs Maurits Max Melissa Merel Mia Michael Michel "
    "Michiel Mieke Miriam Mirjam Mona Monica Monique Nadia Natalie Nathalie Nele Nico Nicole Niels Nienke Nina Noor Olaf "
    "Oscar Pascal Patricia Patrick Paul Paula Peter Petra Philip Philippe Piet Pieter Pim Rachel Raf Ralf Raymond Rebecca "
    "Reinier Remco Renate René Renée Rita Rob Robbe Robert Robin Roel Roeland Rogier Roland Rolf Ronald Roos Rosa Ruben "
    "Rudi Rudy Ruud Sabine Sander Sandra Sara Sarah Saskia Sofie Sophie Stefan Steven Stijn Suzanne Sven Sylvia Tamara Tanja "
    "Tessa Theo Thijs Thomas Tim Tine Tineke Tom Ton Toon Truus Ursula Valerie Veerle Vera Victor Vincent Walter Ward Wendy "
    "Wiebe Willem Wim Wouter Wilma Yasmine Yves Yvonne Zuhal".split()
)
"""Given names of the Netherlands and Flanders; of those that are also places the place is rarer."""


class Surroundings:
    """Questions about the words beside a place, by position in the source."""

    __slots__ = ("source",)

    def __init__(self, source: Source) -> None:
        self.source = source

    def is_attached(self, first: int) -> bool:
        """Tell whether the word is the tail of an address, a handle or a name ("@Eindhoven", "J.Utrecht", "ZORG.Leuven").

        Behind a number or a whole word a stop ends an item or a sentence ("4.Amersfoort").
        """
        plain = self.source.plain
        if first == 0 or plain[first - 1] not in _LEADS or not self.source.glued(first - 1):
            return False
        before = plain[first - 2] if first > 1 else ""
        return plain[first - 1] != "." or before.isupper()

    def is_person(self, first: int) -> bool:
        """Tell whether the place is somebody's surname ("Ton van Mol", "de heer Van Buren")."""
        if first == 0:
            return False
        source = self.source
        before = source.plain[first - 1]
        if before in GIVEN_NAMES and not source.words[first - 1].endswith("\n"):
            return True
        if before in _CAPITAL_PARTICLES and source.word(first - 2)[:1].isalnum():
            return True
        return before.lower() in _SURNAME_PARTICLES and self._is_surname(first)

    def _is_surname(self, first: int) -> bool:
        """Tell whether a man's name or title stands before the particles of a surname."""
        source = self.source
        position = first - 1
        while position > first - 4 and source.word(position).lower() in _PARTICLES:
            position -= 1
        if source.word(position + 1).lower() not in _SURNAME_PARTICLES:
            return False
        owner = source.word(position)
        if owner in GIVEN_NAMES or (len(owner) == 1 and owner.isupper()):
            return True
        if owner == "." and len(source.word(position - 1)) == 1 and source.word(position - 1).isupper():
            return True
        return owner.lower() in _TITLES and source.word(position + 1)[:1].isupper()

    def has_article(self, first: int) -> bool:
        """Tell whether "de" stands before a name of its own: a river ("de Reusel"), not the town."""
        plain = self.source.plain
        return first > 0 and plain[first - 1] in ("de", "De") and plain[first][:1].isupper()

    def begins_longer_name(self, last: int) -> bool:
        """Tell whether a capitalised word follows in the same sentence ("Eindhoven Engine")."""
        source = self.source
        if last >= len(source.words) or last == 0:
            return False
        behind = source.plain[last]
        if not behind[:1].isupper() or behind in _AFTER_PLACE:
            return False
        if source.word(last + 1)[:1].isdecimal() and _STREET.search(behind):
            return False
        space = source.words[last - 1]
        return space[-1].isspace() and ("\n" not in space or self._wraps(last - 1))

    def _wraps(self, index: int) -> bool:
        """Tell whether the line that ends behind a word is so long that the next goes on with it."""
        source = self.source
        start = source.starts[index]
        long = source.text.find("\n", max(0, start - _WRAPPED), start) < 0 <= start - _WRAPPED
        return long and source.word(index + 1) not in _SENTENCE_STARTS

    def is_adjective(self, last: int) -> bool:
        """Tell whether the form that ends before word `last` stands for the place, not for its language ("in het Frans") or a man ("Frans")."""
        source = self.source
        word = source.plain[last - 1]
        bare = word.endswith("sch") or (word.endswith("s") and not word.endswith(("ers", "ars")))
        if not bare:
            return True
        behind = source.word(last)
        if behind == "-" and source.glued(last - 1) and source.glued(last):
            return source.word(last + 1)[:1].isupper()
        if not behind[:1].isalpha() or behind.lower() in _FUNCTION_WORDS:
            return False
        return not (word in GIVEN_NAMES and behind[:1].isupper())

    def is_listed(self, end: int, first: int) -> bool:
        """Tell whether only a list's sign or word stands between a place that ends at `end` and `first`."""
        if not 1 <= first - end <= 2:
            return False
        return _LIST_WORDS.issuperset(self.source.plain[end:first])

    def has_postcode(self, first: int) -> bool:
        """Tell whether a Dutch postal code stands before a name ("3800 EB Amersfoort", "3800EB Amersfoort")."""
        plain = self.source.plain
        letters = plain[first - 1] if first else ""
        if len(letters) == 6:
            return letters[:4].isdecimal() and letters[4:].isupper()
        number = plain[first - 2] if len(letters) == 2 and letters.isupper() and first > 1 else ""
        return len(number) == 4 and number.isdecimal() and number[0] != "0"

    def is_column(self, above: tuple[int, int], first: int, last: int) -> bool:
        """Tell whether words `[first, last)` and the place at words `above` each fill a cell or item of a column."""
        near = first - above[1] <= _ROW
        return near and self._is_cell(first, last) and self._is_cell(*above)

    def _is_cell(self, first: int, last: int) -> bool:
        """Tell whether words `[first, last)` fill a cell of a table, a line or an item of a list."""
        plain, words = self.source.plain, self.source.words
        if last < len(plain) and plain[last] not in _EDGES and "\n" not in words[last - 1]:
            return False
        if first and plain[first - 1] in _BULLETS:
            first -= 1
        return first == 0 or plain[first - 1] in _EDGES or "\n" in words[first - 1]

    def speaks_of_place(self, first: int, last: int, *, surname: bool) -> bool:
        """Tell whether a weak name is a place here: by the word before it, or its capital in mid-sentence.

        Behind an abbreviation it says where that is ("ROC Leiden").
        """
        source = self.source
        before = source.word(first - 1)
        low = before.lower()
        if source.word(last)[:1].isupper() and source.words[last - 1].endswith(" "):
            return False
        if before == "(" and source.word(last) == ")" and not surname:
            return True
        if low in PLACE_WORDS and not source.word(first).isupper():
            return True
        if low == "van" and source.word(first - 2).lower() in _PLACE_OF:
            return True
        if surname:
            return False
        if before.isupper() and len(before) > 1 and not source.plain[first].isupper():
            return source.words[first - 1].endswith(" ")
        return (
            before.isalpha()
            and before.islower()
            and low not in _PARTICLES | _TITLES | {"het", "een", "en", "of"}
        )

"""A part of a document as a question names it: a chapter, an article, a page, a table; and the words that lead in to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

LEADS = "in|uit|volgens|blijkens|aldus|binnen|onder|conform"
"""Words before the part that something is asked from."""
SAYING = r"zegt|zeggen|schrijft|meldt|melden|vermeldt|vermelden|stelt|noemt|noemen|beschrijft|bevat"
"""Words before the part that says something itself."""
THE = r"(?:het|de|dit|dat|deze|die)\s+"
JOINED = r"(?:\s*,\s*|\s+(?:en|of)\s+)"
LAW = r"richtlijn|verordening|wetboek|wet|boek|besluit|regeling|verdrag"
LAW_NAME = r"(?-i:(?:[A-Z][\w-]*(?:wet|wetboek)|Awb|AVG|BW|Wmo|Wgr|Wabo|Wro|Bbl|Bal|Bkl|VWEU)(?![\w-]))"
ARTICLE = "artikel"
PAGE = "pagina"
CAPTIONED = {
    "tabel": ("tabel", "tab."),
    "figuur": ("figuur", "fig."),
    "afbeelding": ("afbeelding", "afb."),
    "grafiek": ("grafiek",),
    "kaart": ("kaart",),
}
"""What has a caption with a number, and how a caption may begin."""
_ONE = {"hoofdstuk": "een hoofdstuk", "paragraaf": "een paragraaf", "bijlage": "een bijlage"}
_ORDERS = {-1: "laatste", -2: "voorlaatste"}


def _show_numbers(numbers: Sequence[str]) -> str:
    """Give numbers in words: "3 of 5", and of a long run the first and the last."""
    ends = [int(one) for one in (numbers[0], numbers[-1]) if one.isdecimal()]
    if len(numbers) > 2 and len(ends) == 2 and ends[1] - ends[0] == len(numbers) - 1:
        return f"{numbers[0]} tot en met {numbers[-1]}"
    return " of ".join(numbers)


@dataclass(frozen=True, slots=True)
class Reference:
    """A part of a document as a question names it, in `text[start:end]`.

    `noun` is what it is called, one of the nouns or of the parts that every report has; `numbers` are its numbers,
    `title` words of its name, `names` what the heading of such a part may say, `orders` its places among the chapters
    (1 the first, -1 the last), `member` the number of the paragraph of an article. `firm` tells that the words can hardly
    mean anything else, `says` that the part is what says something, not where it is said.
    """

    noun: str
    start: int
    end: int
    numbers: tuple[frozenset[str], ...] = ()
    title: str = ""
    names: tuple[str, ...] = ()
    firm: bool = True
    says: bool = False
    orders: tuple[int, ...] = ()
    member: str = ""

    @property
    def shown(self) -> str:
        """The part in words, with an article."""
        if self.orders and min(self.orders) < 0:
            return f"een {' of '.join(_ORDERS.get(one, str(one)) for one in self.orders)} {self.noun}"
        thing = _ONE.get(self.noun, f"een {self.noun}")
        if self.numbers:
            numbered = f"{thing} {_show_numbers([min(number) for number in self.numbers])}"
            return f"{numbered}, lid {self.member}" if self.member else numbered
        return f"{thing} over ‘{self.title}’" if self.title else thing

    @property
    def headed(self) -> bool:
        """Whether it is a part with a heading of its own: no article, page or table."""
        return self.noun not in (ARTICLE, PAGE, *CAPTIONED)

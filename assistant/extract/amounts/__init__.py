"""Sums of money, shares and counts: "€ 10,7 miljoen", "+2,4%", "de helft van", "10.000 banen"."""

from assistant.extract.amounts.finding import find_quantities
from assistant.extract.amounts.numerals import read_amount_number

__all__ = ["find_quantities", "read_amount_number"]

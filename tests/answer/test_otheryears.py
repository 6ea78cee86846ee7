"""A figure that a sentence tells of another year is none of the year that is asked."""

TEXT = "In 2033 begon het werk.\n\nIn 2035 zijn 1.240 woningen aangesloten op het leidingnet van Aalst."


def test_a_figure_of_another_year_lacks_the_asked_one(desk):
    (unit,) = [
        one
        for one in desk.weigh("Hoeveel woningen werden in 2033 aangesloten?", TEXT).units
        if "1.240" in one.text
    ]

    assert "2033" in unit.lacks


def test_the_figure_of_the_asked_year_lacks_nothing(desk):
    unit = desk.best("Hoeveel woningen werden in 2035 aangesloten?", TEXT)

    assert unit is not None
    assert (unit.short_text, unit.lacks) == ("1.240 woningen", ())


def test_what_lasts_is_also_of_later_years(desk):
    text = "De dienst begon in 2035.\n\nSinds 2033 betaalt de gemeente elk jaar 40.000 euro aan het veer."
    units = desk.weigh("Hoeveel betaalde de gemeente in 2035 aan het veer?", text).units
    (unit,) = [one for one in units if "40.000" in one.text]

    assert "2035" not in unit.lacks

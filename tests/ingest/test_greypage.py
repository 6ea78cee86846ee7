"""Pictures made ready for character recognition."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageFilter

from assistant.ingest import greypage
from assistant.ingest.greypage import clean, measure_ink, read_pgm, write_pgm


def make_grain(height: int, width: int) -> np.ndarray:
    return np.random.default_rng(3).integers(0, 256, (height, width), dtype=np.uint8)


def test_a_picture_of_bytes_is_read_as_it_was_written():
    grey = make_grain(5, 7)
    grey[0, :3] = 10, 32, 53  # a newline, a blank and a digit as dots
    picture = write_pgm(grey)
    assert picture.startswith(b"P5\n7 5\n255\n")
    assert (read_pgm(picture) == grey).all()


def test_the_median_is_that_of_the_nine_dots():
    grey = make_grain(40, 30)
    meant = np.asarray(Image.fromarray(grey).filter(ImageFilter.MedianFilter(3)))
    assert (greypage._take_medians(grey)[1:-1, 1:-1] == meant[1:-1, 1:-1]).all()
    assert greypage._take_medians(grey).shape == grey.shape


def test_specks_go_and_strokes_stay():
    grey = np.full((40, 40), 230, dtype=np.uint8)
    grey[10, 10] = 0
    grey[20:24, 5:35] = 20
    found = clean(grey)
    assert found[8:13, 8:13].min() == 230
    assert found[21:23, 8:32].max() < 40


def test_ink_is_what_is_much_darker_than_the_paper():
    grey = np.full((100, 100), 180, dtype=np.uint8)
    assert measure_ink(grey) == 0
    grey[:10] = 60
    grey[50:60] = 150
    assert measure_ink(grey) == pytest.approx(0.1)

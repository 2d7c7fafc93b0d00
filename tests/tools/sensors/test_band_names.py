"""Common names of bands in the spellings that archives and cameras give them."""

import pytest

from tools.sensors.band_names import by_words, without_numbering


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        (("blue", "green", "red", "nir08", "swir16", "swir22"), {"B": 1, "G": 2, "R": 3, "N2": 4, "S1": 5, "S2": 6}),
        (("blue", "green", "red", "nir", "swir_1", "swir_2"), {"B": 1, "G": 2, "R": 3, "N": 4, "S1": 5, "S2": 6}),
        (("Blue", "Green", "Red", "NIR_Narrow", "SWIR1"), {"B": 1, "G": 2, "R": 3, "N2": 4, "S1": 5}),
        (("nbart_red", "nbart_nir_1", "nbart_swir_2", "nbart_swir_3"), {"R": 1, "N": 2, "S1": 3, "S2": 4}),
        (("SR_Red_median", "nir_mean"), {"R": 1, "N": 2}),
        (("Red (668 nm)", "Red edge-717", "NIR 840nm"), {"R": 1, "RE1": 2, "N": 3}),
        (("R", "G", "B", "N"), {"R": 1, "G": 2, "B": 3, "N": 4}),
        (("red", "red"), {"R": 1}),
        (("noise", None), {}),
    ],
)
def test_bands_by_their_common_names(names, numbers):
    assert by_words(names) == numbers


def test_names_that_only_count_tell_nothing():
    assert without_numbering(("Band_1", "Band 2", "band_3", "Band_4")) == (None,) * 4
    assert without_numbering(("B1", "Band_4", None)) == ("B1", "Band_4", None)

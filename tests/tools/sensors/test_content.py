"""Rasters that are no photographs, by their names and units."""

import pytest

from tools.sensors.content import told_content


@pytest.mark.parametrize(
    ("stem", "names", "units", "words"),
    [
        ("dsm_2020-05-01", (None,), (None,), "elevations"),
        ("tile_7", ("Elevation",), (None,), "elevations"),
        ("tile_7", (None,), ("metre",), "elevations"),
        ("scene", ("VV", "VH"), (None, None), "radar backscatter"),
        ("scene", ("Sigma0_VV_db", "x", "y"), (None,) * 3, "radar backscatter"),
        ("S1A_IW_GRDH_1SDV_20210701", (None, None), (None, None), "radar backscatter"),
        ("ndvi_2021", (None,), (None,), "a ready NDVI"),
        ("x", ("NBR",), (None,), "a ready NBR"),
        ("x_2021", (None,), (None,), None),
        ("dsm_colours", (None,) * 3, (None,) * 3, None),
        ("demonstration", (None,), (None,), None),
    ],
)
def test_what_names_and_units_tell(stem, names, units, words):
    found = told_content(stem, names, units)
    assert (found and found.words) == words

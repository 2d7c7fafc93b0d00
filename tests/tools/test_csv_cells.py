"""Text that a spreadsheet would compute stays text; numbers stay numbers."""

from pathlib import Path

import pytest

from tools.csv_cells import cell

FORMULAS = ("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\uff1d1+1", "-")


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_become_text(text):
    assert cell(text) == f"'{text}"
    assert cell(Path("=a.tif")) == "'=a.tif"


@pytest.mark.parametrize("value", [-5, -0.5, None, True, "", "plain", "a=b", "-12.5", "+3", "1e-5", "Straße 5"])
def test_others_stay_as_they_are(value):
    assert cell(value) is value

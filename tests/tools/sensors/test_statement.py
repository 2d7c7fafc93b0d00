"""What a person states about the files."""

import pytest

from tools.errors import StatementError, UnknownSensorError
from tools.sensors.recognition import told_back
from tools.sensors.statement import Statement, read_statement, stated_day


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [("0.0001", 1e-4, 1e-4), ("10000", 1e-4, 1e-4), ("0.0001,2.75e-5", 1e-4, 2.75e-5), (",0.01", None, 0.01)],
)
def test_a_scale_is_one_for_both_dates_or_two(text, before, after):
    stated = Statement(scale=text)
    assert (stated.scale_of("before"), stated.scale_of("after")) == (
        pytest.approx(before) if before else None,
        pytest.approx(after),
    )


@pytest.mark.parametrize(("text", "offset"), [("-0.1", -0.1), ("-1000", -0.1), ("0", 0.0), ("-0.2", -0.2)])
def test_an_offset_is_reflectance_or_in_numbers(text, offset):
    assert Statement(offset=text).offset_of("after", 1e-4) == pytest.approx(offset)


@pytest.mark.parametrize(("text", "baseline"), [("05.09", 5.09), ("N0509", 5.09), ("2.12", 2.12)])
def test_a_baseline_in_its_spellings(text, baseline):
    assert Statement(baseline=text).baseline_of("before") == pytest.approx(baseline)


@pytest.mark.parametrize("fields", [{"scale": "0"}, {"scale": "nan"}, {"scale": "1,2,3"}, {"scale": "x"}])
def test_what_is_no_scale_is_refused(fields):
    with pytest.raises(StatementError, match="--scale"):
        Statement(**fields).scale_of("before")


def test_what_is_no_baseline_and_no_day_is_refused():
    with pytest.raises(StatementError, match="--baseline"):
        Statement(baseline="new").baseline_of("before")
    with pytest.raises(StatementError, match=r"--baseline 123\.4"):
        Statement(baseline="123.4").baseline_of("before")
    with pytest.raises(StatementError, match=r"--date-after 31\.12\.2020 is no day; write it as YYYY-MM-DD"):
        stated_day("--date-after", "31.12.2020")
    assert stated_day("--date-after", None) is None


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("", Statement()),
        ("sentinel-2-l2a", Statement("sentinel-2-l2a")),
        ("sentinel-2-l2a baseline 02.12,05.09", Statement("sentinel-2-l2a", baseline="02.12,05.09")),
        ("bands:red, green, nir; scale=0.0001; offset -0.1", Statement("bands:red,green,nir", "0.0001", "-0.1")),
        ("--scale 10000", Statement(scale="10000")),
    ],
)
def test_a_statement_in_one_line(text, stated):
    assert read_statement(text) == stated


def test_a_line_with_more_in_it_is_refused():
    with pytest.raises(StatementError, match="is not understood"):
        read_statement("sentinel-2-l2a and something")


def test_what_was_stated_is_told_back():
    assert told_back(Statement()) == ""
    assert told_back(Statement("sentinel-2-l2a", baseline="05.09")) == (
        "Bands are read as those of Sentinel-2 Level-2A. Stated: baseline 05.09."
    )
    assert told_back(Statement("bands:red,-,nir", "0.0001")) == "Bands are read as red, -, nir. Stated: scale 0.0001."
    with pytest.raises(StatementError, match="--offset"):
        told_back(Statement(offset="much"))
    with pytest.raises(UnknownSensorError, match="is no name of a band"):
        told_back(Statement("bands:red,purple"))

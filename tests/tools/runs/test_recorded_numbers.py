"""Numbers of a record are rows with typed subjects, and keep the names that records have always had."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.runs.recorded_numbers import OfClass, OfMeasured, OfPair, OfZone, flat, rows
from tools.workspace.measurements import CoverKey, IndexKey, ZonesKey

WORDS = st.text(st.sampled_from("ab.-7 "), max_size=8)
NAMES = st.one_of(
    WORDS,
    st.builds("{}.{}".format, st.sampled_from(["zone", "building", "zones-3", "ndvi-change", "zones-03"]), WORDS),
    st.builds("zone.{}.{}.pixels".format, WORDS, st.sampled_from(["building", "road", "tree"])),
)


@pytest.mark.parametrize(
    ("name", "subject", "quantity"),
    [
        ("caption", OfPair(), "caption"),
        ("valid.area_m2", OfPair("valid"), "area_m2"),
        ("building.appeared", OfClass("building"), "appeared"),
        ("zone.St. Mary.road.objects", OfZone("St. Mary", "road"), "objects"),
        ("ndvi-change.difference.mean", OfMeasured(IndexKey("ndvi", "change"), "difference"), "mean"),
        ("landcover-after.low vegetation.pixels", OfMeasured(CoverKey("after"), "low vegetation"), "pixels"),
        ("zones-6.1 > 2.area_m2", OfMeasured(ZonesKey(6), "1 > 2"), "area_m2"),
        ("something.else", OfPair("something"), "else"),
    ],
)
def test_a_name_is_read_as_its_subject_and_quantity(name, subject, quantity):
    (row,) = rows({name: 7})
    assert (row.subject, row.quantity, row.value) == (subject, quantity, 7)
    assert row.name == name


@given(st.dictionaries(NAMES.filter(lambda name: not name.startswith(".")), st.integers(), max_size=6))
def test_whatever_a_record_holds_is_told_by_the_same_names(named):
    assert flat(rows(named)) == named

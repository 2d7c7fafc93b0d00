"""One source of error, with what the images tell of it."""

from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.catalogue.change_tools import find_objects
from tools.catalogue.judgement_tools import tell_error_source, tell_limits
from tools.explain.error_sources import TEXTS, Doubt, _season_days, error_source
from tools.pairs.registration import Shift


def source(workspace, doubt="season", shift=None, **dates):
    card = workspace.card(workspace.pair())
    before = replace(card.before, date=dates.get("before"))
    after = replace(card.after, date=dates.get("after"))
    return error_source(doubt, replace(card, shift=shift, before=before, after=after), tell_limits(workspace), None)


@pytest.mark.parametrize("doubt", get_args(Doubt))
def test_the_network_is_not_run_for_what_is_about_all(workspace, eyes, doubt):
    told = tell_error_source(workspace, doubt)
    assert (told.doubt, told.object, told.smallest_pixels, told.seen_by) == (doubt, None, 6, "network")
    assert eyes.looks == 0


def test_the_object_in_doubt_is_told(workspace):
    (first, *_) = find_objects(workspace, k=1).objects
    assert tell_error_source(workspace, "appearance", of="last").object.object == first.object
    number = first.object.id
    assert tell_error_source(workspace, "appearance", of=number).object.object.id == number


def test_before_any_object_was_spoken_of_it_is_about_all(workspace):
    assert tell_error_source(workspace, "appearance", of="last").object is None


def test_an_offset_that_is_not_sure_is_not_told(workspace):
    shift = Shift(columns=3.0, rows=4.0, likeness=0.3, sure=True)
    told = source(workspace, shift=shift)
    assert told.offset_pixels == 5.0
    assert told.offset_m == 5.0 * workspace.card(workspace.pair()).resolution_m
    assert source(workspace, shift=replace(shift, sure=False)).offset_pixels is None


@pytest.mark.parametrize(
    ("before", "after", "days"),
    [
        ("2015-08-20", "2017-10-28", 69),
        ("2019-12-31", "2021-01-01", 1),
        ("2015-06-01", "2018-06-01", 0),
        (None, "2018-06-01", None),
    ],
)
def test_days_within_the_year(workspace, before, after, days):
    assert source(workspace, before=before, after=after).season_days == days


@given(before=st.dates(), after=st.dates())
def test_days_within_the_year_are_at_most_half_of_it_and_symmetric(before, after):
    days = _season_days(before.isoformat(), after.isoformat())
    assert days == _season_days(after.isoformat(), before.isoformat())
    assert 0 <= days <= 183


def test_what_coarse_pixels_show_is_told_by_their_bands(workspace):
    card = workspace.card(workspace.pair())
    by_bands = replace(tell_limits(workspace), classes=("any",))
    assert "IR-MAD" in error_source("threshold", card, by_bands, None).text
    assert error_source("season", card, by_bands, None).text == TEXTS["season"]
    assert "IR-MAD" not in error_source("threshold", card, tell_limits(workspace), None).text

"""On which day an image was taken, where its name and its tags speak of it."""

import pytest

from tools.sensors.image_day import day_in, weighed


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("site_20210304", "2021-03-04"),
        ("2019-06-15_ortho", "2019-06-15"),
        ("LC08_L2SP_199026_20200601_20200825_02_T1", "2020-06-01"),
        ("S2A_MSIL2A_20230601T110621_N0509_R137_T30UXC_20230601T150000", "2023-06-01"),
        ("HLS.L30.T10SEG.2020199T184508.v2.0", "2020-07-17"),
        ("MOD09A1.A2019185.h18v04.061", "2019-07-04"),
        ("LT50310312011199PAC01", "2011-07-18"),
        ("tile_20210231_of_20200101", "2020-01-01"),
        ("MOD09A1.A2019366.h18v04", None),
        ("parcel_2019345_x", None),
        ("survey_2019", None),
    ],
)
def test_days_in_names(text, day):
    assert day_in(text) == day


@pytest.mark.parametrize(
    ("stem", "tag", "day", "doubted"),
    [
        ("ortho_2019-06-15", "2024:08:20 10:00:00", "2019-06-15", True),
        ("ortho_2024-08-20", "2019:06:15 10:00:00", "2019-06-15", True),
        ("ortho_2019-06-15", "2019:07:20 10:00:00", "2019-06-15", False),
        ("ortho", "2019:06:15 10:00:00", "2019-06-15", False),
        ("ortho_2019-06-15", "soon", "2019-06-15", False),
        ("ortho", "", None, False),
    ],
)
def test_a_name_and_the_time_of_writing_are_weighed(stem, tag, day, doubted):
    found = weighed(stem, {"TIFFTAG_DATETIME": tag})
    assert found.day == day
    assert (found.note is not None) == doubted


def test_both_days_of_a_contradiction_are_told_with_the_way_out():
    note = weighed("ortho_2019-06-15", {"TIFFTAG_DATETIME": "2024:08:20 10:00:00"}).note
    assert note.startswith("is of 2019-06-15 by its name and of 2024-08-20 by its tag for the time of writing")
    assert "--date-before" in note


def test_a_tag_for_the_moment_of_taking_counts_most():
    tags = {"TIFFTAG_DATETIME": "2024:08:20 10:00:00", "SENSING_TIME": "2020-07-17T18:45:08Z"}
    assert weighed("ortho_2019-06-15", tags).day == "2020-07-17"
    assert weighed("ortho_2019-06-15", tags).note is None

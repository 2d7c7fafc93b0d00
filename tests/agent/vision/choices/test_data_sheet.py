"""The text beside the pictures: bands, a line for each picture that is the picture's own, the form, the options."""

import pytest

from agent.vision.choices.class_lists import EUROSAT
from agent.vision.choices.data_sheet import data_sheet
from agent.vision.choices.options import FORM
from tests.factories.bands import FOREST, stack, write
from tests.factories.seven_bands import both_dates, one_date
from tools.pairs.pair import open_pair
from tools.spectrum.pseudo_image_files import date_pictures, make_views, plain_pictures
from tools.spectrum.reflectance import spectral_date

ASKED = ("Which classes?", EUROSAT, range(1, 11), "Select all that apply.")


def test_the_parts_stand_in_the_papers_order(tmp_path):
    views, found = one_date(tmp_path)
    text = data_sheet(views, found, *ASKED)
    assert text.startswith("The 6 pictures above show the same scene, made from different bands of Sentinel-2")
    starts = (
        "Bands of Sentinel-2",
        "How the pictures",
        "Form of the answer: ",
        "Question: Which",
        "Options:\n(1) Annual",
    )
    places = [text.index(start) for start in starts]
    assert places == sorted(places)
    assert FORM in text
    assert "(1),(3)" in FORM
    assert text.splitlines()[-1].startswith("(10) SeaLake: ")


def test_bands_are_numbered_with_role_resolution_and_wavelength(tmp_path):
    views, found = one_date(tmp_path)
    lines = data_sheet(views, found, *ASKED).splitlines()
    assert "1. B02: blue, 10 m a pixel, centre 492.4 nm" in lines
    assert "4. B08: near infrared, 10 m a pixel, centre 832.8 nm" in lines
    assert "7. B12: longer short-wave infrared, 20 m a pixel, centre 2202.4 nm" in lines
    assert not any(line.startswith("8. ") for line in lines)


def test_each_picture_is_told_by_its_place_and_in_its_own_words(tmp_path):
    views, found = one_date(tmp_path)
    lines = data_sheet(views, found, *ASKED).splitlines()
    told = [line for line in lines if line.startswith("Picture ")]
    assert told == [f"Picture {place}: {view.legend}." for place, view in enumerate(views, 1)]


def test_of_two_dates_each_line_says_which(tmp_path):
    views, found = both_dates(tmp_path)
    text = data_sheet(views, found, *ASKED)
    assert "The 16 pictures above show one scene at two dates" in text
    assert f"Picture 1, the earlier date: {views[0].legend}." in text
    assert f"Picture 7, the later date: {views[6].legend}." in text
    assert f"Picture 13, both dates compared: {views[12].legend}." in text
    assert text.count("Bands of") == 1, "both dates are of one sensor"


def test_dates_of_two_sensors_have_a_table_each(tmp_path):
    landsat = ("B2", "B3", "B4", "B5", "B6", "B7")
    raised = [(one + 0.2) / 2.75e-5 for one in stack(FOREST)]
    files = [
        write(tmp_path / "2020-06-01.tif", stack(FOREST)),
        write(tmp_path / "2021-06-01.tif", raised, landsat, factor=1),
    ]
    pair = open_pair(*files)
    text = data_sheet(plain_pictures(pair), [spectral_date(pair, date) for date in ("before", "after")], *ASKED)
    assert "Bands of Sentinel-2 Level-2A:" in text
    assert "Bands of Landsat 8 and 9:" in text


def test_bands_of_no_known_sensor_are_told_by_their_colours(tmp_path):
    names = ("blue", "green", "red", "nir", "swir16", "swir22")
    pair = open_pair(
        *(write(tmp_path / f"202{n}-06-01.tif", stack(FOREST), names, dtype="float32", factor=1) for n in (0, 1))
    )
    text = data_sheet(plain_pictures(pair, ("before",)), [spectral_date(pair, "before")], *ASKED)
    assert "The picture above shows a scene, made from different bands of an unnamed sensor." in text
    assert "Answer the question below from it." in text
    assert "4. nir: near infrared\n" in text


def test_one_date_has_the_pictures_that_both_dates_have(tmp_path):
    both, _ = both_dates(tmp_path)
    pair = open_pair(*sorted(tmp_path.glob("*.tif")))
    for date, part in (("before", both[:6]), ("after", both[6:12])):
        alone = date_pictures(pair, date)
        assert [view.legend for view in alone] == [view.legend for view in part]
        assert all((one.picture == other.picture).all() for one, other in zip(alone, part, strict=True))
    assert len(make_views(pair)) == 16


@pytest.mark.parametrize("dates", [("before",), ("after",), ("before", "after")])
def test_plain_colours_are_those_that_people_are_shown(tmp_path, dates):
    both_dates(tmp_path)
    pair = open_pair(*sorted(tmp_path.glob("*.tif")))
    views = plain_pictures(pair, dates)
    assert [view.date for view in views] == list(dates)
    for view in views:
        assert (view.picture[::13, ::13][:40, :50] == getattr(pair, view.date)).all()

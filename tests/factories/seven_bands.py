"""A pair on disk with all seven bands that the six pictures need, and how it is read."""

from tests.factories.bands import FOREST, WATER, stack, write
from tools.pairs.pair import open_pair
from tools.spectrum.pseudo_image_files import date_pictures, make_views
from tools.spectrum.reflectance import spectral_date

NAMES = ("B02", "B03", "B04", "B08", "B8A", "B11", "B12")
WOODS = (*FOREST[:4], 0.46, *FOREST[4:])
LAKE = (*WATER[:4], 0.01, *WATER[4:])


def two_dates(folder, before=(WOODS, LAKE), after=(LAKE, LAKE)):
    """Files of both dates; grounds lie side by side."""
    return [
        write(folder / f"{year}-06-01.tif", stack(*grounds), NAMES) for year, grounds in ((2020, before), (2021, after))
    ]


def one_date(folder):
    """The six pictures of the earlier date, and how it is read."""
    pair = open_pair(*two_dates(folder))
    return date_pictures(pair, "before"), [spectral_date(pair, "before")]


def both_dates(folder):
    """The pictures of both dates and of their change, and how they are read."""
    pair = open_pair(*two_dates(folder))
    return make_views(pair), [spectral_date(pair, date) for date in ("before", "after")]


def flooded(folder):
    """A fifth of a wood becomes a lake."""
    return two_dates(folder, (WOODS,) * 5, (LAKE, *(WOODS,) * 4))

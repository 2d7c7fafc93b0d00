"""The tool on land cover over many dates. Its docstring is what a model reads."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from mci_model.prediction import Window
from tools.catalogue.declaration import tool
from tools.errors import SeriesError
from tools.landcover.land_cover import Codes, CoverMaps
from tools.landcover.trajectory.trajectory import (
    CoverTrajectory,
    Pattern,
    Steps,
    class_shares,
    path_of,
    pattern,
    transition_rates,
    years_until,
)
from tools.landcover.transitions.map_errors import ASSUMED_ACCURACY
from tools.landcover.transitions.transitions import TransitionTally
from tools.measurements.cover_maps import cover_of
from tools.notices import notice
from tools.pairs.pair import ImagePair
from tools.series.series import decimal_year
from tools.types import DATES, Date
from tools.workspace.assessments import accuracy_of_maps
from tools.workspace.workspace import Workspace

MOST_PIXELS = 30_000_000
"""Of a map, above which no pattern is told."""
METHOD = (
    "{maps}; neighbouring dates pixel by pixel; distances of Fisher and Rao; years until an end by an absorbing chain "
    "at the mean rates; patches by sides and corners; surrogates by random phases; boxes of powers of two"
)


@tool(
    ability="tell how the land cover developed over many dates",
    example="Describe the trajectory of the land cover over all dates of the series.",
    network="never",
)
def describe_trajectory(
    workspace: Workspace, cover: str | None = None, since: str | None = None, until: str | None = None
) -> CoverTrajectory:
    """Tell how the land cover developed over all dates of the open series: shares, path, rates, ends, pattern.

    Args:
        cover: Class whose pattern is told, such as trees or bare or built-up ground; leave out for the one that changed
            most.
        since: First date that counts, such as 2019 or 2019-05-31; leave out for all.
        until: Last date that counts, likewise.

    Returns:
        Shares of classes at each date; the path of the shares on the simplex (Fisher-Rao steps, arc, chord); the
        fastest transitions a year beside those of label errors alone; years until the class that gained most, beside
        the same of label errors alone; patches, largest patch beside surrogates, box-counting dimension at both ends.
    """
    series = workspace.over_time.series.between(since, until)
    pairs = [workspace.read_dates(*days) for days in pairwise(series.days)]
    maps = [cover_of(workspace, pair, DATES) for pair in pairs]
    names = maps[0].legend.names
    if any(one.legend.names != names for one in maps):
        text = "The dates do not allow the same classes of land cover, since some lack bands; leave those dates out."
        raise SeriesError(notice("trajectory-classes", text))
    between = pairwise(series.days)
    tallies = [_tallied(one, pair, *days) for one, pair, days in zip(maps, pairs, between, strict=True)]
    times = [decimal_year(day) for day in series.days]
    steps = Steps(
        tuple(names), tuple(tally.counts for tally in tallies), tuple(b - a for a, b in pairwise(times))
    ).occurring()
    told, accuracy = class_shares(steps), accuracy_of_maps(workspace.settings, pairs)
    chosen = told[0].name if cover is None else _named(cover, [one.name for one in told])
    right = ASSUMED_ACCURACY if accuracy is None else accuracy
    ends = ((maps[0], pairs[0], DATES[0], series.days[0]), (maps[-1], pairs[-1], DATES[1], series.days[-1]))
    small = series.height * series.width <= MOST_PIXELS
    return CoverTrajectory(
        days=series.days,
        classes=told,
        path=path_of(steps),
        rates=transition_rates(steps, right),
        until=years_until(steps, right),
        accuracy=right,
        assumed=accuracy is None,
        cover=chosen,
        patterns=tuple(_pattern(*end, names.index(chosen) + 1) for end in ends) if small else (),
        years=times[-1] - times[0],
        method=METHOD.format(maps=maps[0].method),
        warnings=tuple(dict.fromkeys(text for one in maps for text in one.warnings)),
    )


def _tallied(maps: CoverMaps, pair: ImagePair, first: str, last: str) -> TransitionTally:
    tally = TransitionTally(len(maps.legend.classes), pair.georeference)
    for window, (before, after) in maps.read(DATES):
        tally.add(window, before, after)
    if not tally.counts.any():
        text = "No pixel has a known class at both {before} and {after}; leave one of these dates out."
        raise SeriesError(notice("trajectory-unknown", text, before=first, after=last))
    return tally


def _named(cover: str, names: list[str]) -> str:
    """The class that is asked for, by its name or a part of it."""
    found = [name for name in names if cover.lower() == name.lower()] or [
        name for name in names if cover.lower() in name.lower()
    ]
    if not found:
        text = 'There is no land cover "{cover}" here; there are {names}.'
        raise SeriesError(notice("trajectory-cover", text, cover=cover, names=", ".join(names)))
    return found[0]


def _pattern(maps: CoverMaps, pair: ImagePair, date: Date, day: str, code: int) -> Pattern:
    whole = np.zeros(pair.size, np.uint8)
    for window, (codes,) in maps.read((date,)):
        _put(whole, window, codes)
    return pattern(whole == code, whole > 0, day)


def _put(whole: Codes, window: Window, codes: Codes) -> None:
    top, left, height, width = window
    whole[top : top + height, left : left + width] = codes

"""Land cover of a conversation's pairs, its change, and zones: each computed once, with map, table and diagram."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.windows import Window as FileWindow

from mci_model.prediction import Window
from tools.atomic_files import atomic_write
from tools.errors import ReflectanceError
from tools.landcover.class_rasters import class_rasters
from tools.landcover.land_cover import Codes, CoverMaps, LandCover, LandUse, Legend, cover_table
from tools.landcover.land_use.land_use import land_use
from tools.landcover.spectral_cover import SpectralCover
from tools.landcover.spectral_zones import SpectralZones
from tools.landcover.transitions.cover_change import Transitions
from tools.landcover.transitions.flow_picture import flow_picture
from tools.landcover.transitions.transition_table import write_table
from tools.landcover.transitions.transitions import tabulate
from tools.measurements.index_maps import index_request
from tools.notices import notice
from tools.outputs.overlay import LegendEntry
from tools.pairs.class_maps import is_class_pair
from tools.pairs.pair import ImagePair
from tools.rasters.cog import map_profile, write_cog
from tools.types import DATES, Colour, Date
from tools.workspace.assessments import accuracy_of_maps
from tools.workspace.measurements import CoverKey, ZonesKey
from tools.workspace.workspace import Workspace

Numbers = npt.NDArray[np.uint8] | npt.NDArray[np.uint16]
WindowSink = Callable[[Window, Numbers], None]
UNCHANGED: Colour = (225, 225, 225)
MAX_COLOUR_ENTRIES = 255
"""Entries of a file's colour table."""


def classify_landcover(workspace: Workspace, pair: ImagePair, date: Date) -> LandCover:
    """Land cover at one date.

    Raises:
        MissingBandsError, ReflectanceError, UnknownSensorError, InputError: bands or legend do not allow it.
        RasterError: a file is damaged.
    """
    key = CoverKey(date)

    def make() -> LandCover:
        maps = cover_of(workspace, pair, (date,))
        results: list[LandCover] = []

        def fill(write_window: WindowSink) -> None:
            results.append(_tabulated(workspace, pair, date, maps, write_window))

        colours = {code: one.colour for code, one in enumerate(maps.legend.classes, 1)}
        _write(workspace, pair, str(key), fill, colours, maps.legend)
        return results[0]

    return workspace.measurements.once(pair.id, key, make)


def land_cover_transitions(workspace: Workspace, pair: ImagePair) -> Transitions:
    """Transitions between the dates; errors as for `classify_landcover`, and PairError where no pixel is known."""
    return _change(workspace, pair, CoverKey("change"), lambda: cover_of(workspace, pair, DATES))


def find_zones(workspace: Workspace, pair: ImagePair, count: int) -> Transitions:
    """Zones of similar spectra and their transitions; errors as for `land_cover_transitions`."""
    return _change(workspace, pair, ZonesKey(count), lambda: SpectralZones(pair, index_request(workspace, pair), count))


def legend_of(workspace: Workspace, pair: ImagePair, date: Date) -> Legend:
    """The legend of a date's land cover; errors as for `classify_landcover`."""
    return cover_of(workspace, pair, (date,)).legend


def cover_of(workspace: Workspace, pair: ImagePair, dates: tuple[Date, ...]) -> CoverMaps:
    """Class maps where the images are class maps, else spectral rules; errors as for `classify_landcover`."""
    settings = workspace.settings
    if settings.legend is not None or is_class_pair(pair):
        return class_rasters(pair, settings.legend, workspace.area_of_interest(pair))
    return SpectralCover(pair, index_request(workspace, pair), dates)


def _tabulated(
    workspace: Workspace, pair: ImagePair, date: Date, maps: CoverMaps, write_window: WindowSink
) -> LandCover:
    tally = cover_table(maps.legend, pair)
    for window, (codes,) in maps.read((date,)):
        write_window(window, codes)
        tally.add(window, codes.astype(np.int64) - 1)
    rows = sorted((row for row in tally.table() if row.pixels), key=lambda row: -row.pixels)
    if not rows:
        text = "No pixel is known here: all is cloud or without data; take other dates."
        raise ReflectanceError(notice("no-known-cover", text))
    known = sum(row.pixels for row in rows)
    uses: tuple[LandUse, ...] = ()
    uses_method = ""
    if isinstance(maps, SpectralCover):
        uses, uses_method = land_use(pair, maps.acquisitions[date], workspace.area_of_interest(pair))
    return LandCover(
        pair.id, date, tuple(rows), 1 - known / (pair.size[0] * pair.size[1]), maps.method,
        f"{pair.id}:landcover-{date}.tif", maps.warnings, uses, uses_method,
    )  # fmt: skip


def _change(
    workspace: Workspace, pair: ImagePair, key: CoverKey | ZonesKey, maps_of: Callable[[], CoverMaps]
) -> Transitions:
    stem = str(key)

    def make() -> Transitions:
        maps, results = maps_of(), list[Transitions]()
        accuracy, layer = accuracy_of_maps(workspace.settings, (pair,)), f"{pair.id}:{stem}.tif"

        def fill(write_window: WindowSink) -> None:
            results.append(tabulate(pair, maps, layer, write_window, accuracy=accuracy))

        _write(workspace, pair, stem, fill, _from_to_colours(maps.legend), maps.legend)
        picture, keep = flow_picture(results[0], maps.legend), workspace.artefacts.keep
        keep(pair.id, "flow", f"{stem}.svg", lambda path: _write_text(path, picture))
        keep(pair.id, "cover_table", f"{stem}.csv", lambda path: write_table(path, results[0]))
        return results[0]

    return workspace.measurements.once(pair.id, key, make)


def _write_text(path: Path, text: str) -> None:
    atomic_write(path, lambda partial: partial.write_text(text, encoding="utf-8"))


def _from_to_colours(legend: Legend) -> dict[int, Colour]:
    """Changed pixels in the colour of their later class, unchanged ones pale."""
    count = len(legend.classes)
    return {
        1 + first * count + second: UNCHANGED if first == second else legend.classes[second].colour
        for first in range(count)
        for second in range(count)
    }


def _code_names(legend: Legend, codes: int) -> list[str]:
    """What each code of a map file stands for, from 1: a class, or one before and one after."""
    if codes == len(legend.names):
        return list(legend.names)
    return [
        f"{first} unchanged" if first == second else f"{first} to {second}"
        for first in legend.names
        for second in legend.names
    ]


def _write(
    workspace: Workspace,
    pair: ImagePair,
    stem: str,
    compute: Callable[[WindowSink], None],
    colours: dict[int, Colour],
    legend: Legend,
) -> None:
    """Let `compute` write the values of a map file, window by window."""
    small = max(colours) <= MAX_COLOUR_ENTRIES
    kind = "uint8" if small else "uint16"
    profile = map_profile(pair.size, pair.georeference) | {"count": 1, "dtype": kind, "nodata": 0}

    def write(path: Path) -> None:
        def fill(file: rasterio.io.DatasetWriter) -> None:
            if small:
                file.write_colormap(1, {0: (0, 0, 0, 0)} | {code: (*colour, 255) for code, colour in colours.items()})
            file.set_band_description(1, stem)
            names = enumerate(_code_names(legend, len(colours)), 1)
            file.update_tags(CLASSES=", ".join(f"{code} {name}" for code, name in names))

            def write_window(window: Window, numbers: Codes | Numbers) -> None:
                place = FileWindow(window.left, window.top, window.width, window.height)
                file.write(numbers.astype(kind), 1, window=place)

            compute(write_window)

        write_cog(path, profile, fill, compress="DEFLATE", overview_resampling="nearest")

    entries = tuple(LegendEntry(one.name, one.colour) for one in legend.classes)
    workspace.artefacts.keep(pair.id, "cover", f"{stem}.tif", write, entries)

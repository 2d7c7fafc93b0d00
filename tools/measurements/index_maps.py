"""Spectral indices of a conversation's pairs: each worked out once, with its map file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import rasterio
from rasterio.windows import Window as FileWindow

from mci_model.prediction import Window
from tools.errors import ReflectanceError, UnknownSensorError
from tools.pairs.pair import ImagePair
from tools.rasters.cog import map_profile, write_cog
from tools.spectrum.index_formulas import Values, formula_of, possible
from tools.spectrum.indices import IndexChange, IndexMap, IndexRequest, Told, map_index, map_index_change
from tools.spectrum.reflectance import spectral_date
from tools.types import DATES, Date
from tools.workspace.measurements import IndexKey
from tools.workspace.workspace import Workspace

Result = TypeVar("Result", IndexMap, IndexChange)
REALS = {"count": 1, "dtype": "float32", "nodata": float("nan")}
"""What a map file of an index holds."""
Measure = Callable[[str, Told], Result]
"""Works out a result, given the id of its map file and who hears the windows of it."""


def compute_index(workspace: Workspace, pair: ImagePair, index: str, date: Date) -> IndexMap:
    """An index at one date; errors as for `tools.spectrum.indices.map_index`."""
    name, asked = formula_of(index).name, wish(workspace, pair)
    key = IndexKey(name, date)
    return _made(workspace, pair, key, lambda layer, tell: map_index(pair, name, date, layer, tell, asked))


def compare_index(workspace: Workspace, pair: ImagePair, index: str) -> IndexChange:
    """The change of an index; errors as for `tools.spectrum.indices.map_index_change`."""
    name, asked = formula_of(index).name, wish(workspace, pair)
    key = IndexKey(name, "change")
    return _made(workspace, pair, key, lambda layer, tell: map_index_change(pair, name, layer, tell, asked))


def possible_indices(workspace: Workspace, pair: ImagePair) -> tuple[str, ...]:
    """Well-known indices that both dates allow; none where nothing tells what their bands are."""
    try:
        dates = [spectral_date(pair, date, workspace.settings.sensor) for date in DATES]
    except (ReflectanceError, UnknownSensorError):
        return ()
    first, second = (possible(date) for date in dates)
    return tuple(name for name in first if name in second)


def wish(workspace: Workspace, pair: ImagePair) -> IndexRequest:
    """What a person told beside the files: sensor, and area of interest."""
    return IndexRequest(workspace.settings.sensor, workspace.area_of_interest(pair))


def _made(workspace: Workspace, pair: ImagePair, key: IndexKey, measure: Measure[Result]) -> Result:
    """The result of that key, worked out while its map file is written."""
    stem = str(key)

    def make() -> Result:
        found: list[Result] = []

        def write(path: Path) -> None:
            def fill(file: rasterio.io.DatasetWriter) -> None:
                def tell(window: Window, values: Values) -> None:
                    file.write(values, 1, window=FileWindow(window.left, window.top, window.width, window.height))

                found.append(measure(f"{pair.id}:{stem}.tif", tell))
                file.set_band_description(1, stem)

            profile = map_profile(pair.size, pair.georeference) | REALS
            write_cog(path, profile, fill, compress="DEFLATE", predictor="YES", overview_resampling="average")

        workspace.artefacts.keep(pair.id, "index", f"{stem}.tif", write)
        return found[0]

    return workspace.measurements.once(pair.id, key, make)

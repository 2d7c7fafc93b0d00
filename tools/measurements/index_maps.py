"""Spectral indices of a conversation's pairs: each computed once, with its map file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import rasterio
from rasterio.windows import Window as FileWindow

from mci_model.prediction import Window
from tools.errors import ReflectanceError, StatementError, UnknownSensorError
from tools.pairs.pair import ImagePair
from tools.rasters.cog import map_profile, write_cog
from tools.spectrum.index_formulas import Values, formula_of, possible
from tools.spectrum.indices import IndexChange, IndexMap, IndexRequest, WindowSink, map_index, map_index_change
from tools.spectrum.reflectance import spectral_date
from tools.types import DATES, Date
from tools.workspace.measurements import IndexKey
from tools.workspace.workspace import Workspace

Result = TypeVar("Result", IndexMap, IndexChange)
INDEX_PROFILE = {"count": 1, "dtype": "float32", "nodata": float("nan")}
"""Profile of an index map file."""
Compute = Callable[[str, WindowSink], Result]
"""Computes a result, given the id of its map file and the function that writes its windows."""


def compute_index(workspace: Workspace, pair: ImagePair, index: str, date: Date) -> IndexMap:
    """An index at one date; errors as for `tools.spectrum.indices.map_index`."""
    name, request = formula_of(index).name, index_request(workspace, pair)
    key = IndexKey(name, date)
    return _computed(
        workspace, pair, key, lambda layer, write_window: map_index(pair, name, date, layer, write_window, request)
    )


def compare_index(workspace: Workspace, pair: ImagePair, index: str) -> IndexChange:
    """The change of an index; errors as for `tools.spectrum.indices.map_index_change`."""
    name, request = formula_of(index).name, index_request(workspace, pair)
    key = IndexKey(name, "change")
    return _computed(
        workspace, pair, key, lambda layer, write_window: map_index_change(pair, name, layer, write_window, request)
    )


def possible_indices(workspace: Workspace, pair: ImagePair) -> tuple[str, ...]:
    """Well-known indices that both dates allow; none where their bands are not recognised."""
    try:
        dates = [spectral_date(pair, date, workspace.settings.statement) for date in DATES]
    except (ReflectanceError, UnknownSensorError, StatementError):
        return ()
    first, second = (possible(date) for date in dates)
    return tuple(name for name in first if name in second)


def index_request(workspace: Workspace, pair: ImagePair) -> IndexRequest:
    """What was stated about the files and the area of interest of the conversation, for indices and land cover."""
    return IndexRequest(workspace.settings.statement, workspace.area_of_interest(pair))


def _computed(workspace: Workspace, pair: ImagePair, key: IndexKey, compute: Compute[Result]) -> Result:
    """The result of that key, computed while its map file is written."""
    stem = str(key)

    def make() -> Result:
        results: list[Result] = []

        def write(path: Path) -> None:
            def fill(file: rasterio.io.DatasetWriter) -> None:
                def write_window(window: Window, values: Values) -> None:
                    file.write(values, 1, window=FileWindow(window.left, window.top, window.width, window.height))

                results.append(compute(f"{pair.id}:{stem}.tif", write_window))
                file.set_band_description(1, stem)

            profile = map_profile(pair.size, pair.georeference) | INDEX_PROFILE
            write_cog(path, profile, fill, compress="DEFLATE", predictor="YES", overview_resampling="average")

        workspace.artefacts.keep(pair.id, "index", f"{stem}.tif", write)
        return results[0]

    return workspace.measurements.once(pair.id, key, make)

"""The map files of a series' changes: what each holds, and how all are written in one pass over the dates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.windows import Window as FileWindow

from mci_model.prediction import Window
from tools.rasters.cog import map_profile, write_cog
from tools.rasters.georeference import Georeference
from tools.series.statistics.changes import Changes

NO_CHANGE, UNKNOWN_DATE = 0, -1
UNKNOWN_COUNT = 65535
DATE_LEGEND = "YYYYMMDD of the first clear date of the new level; 0: no change; -1: unknown, too few clear dates"
Pass = Callable[[Callable[[Window, Changes], None]], None]
"""Goes over all windows and hands each with its changes to the function it is given."""


@dataclass(frozen=True, slots=True)
class Layer:
    """One map file."""

    name: str
    dtype: str
    nodata: float
    legend: str
    values: Callable[[Changes, npt.NDArray[np.int64]], npt.NDArray[np.generic]]
    """(n,) values from changes, and (dates,) days as YYYYMMDD."""


def _dates(name: str) -> Callable[[Changes, npt.NDArray[np.int64]], npt.NDArray[np.generic]]:
    def values(found: Changes, days: npt.NDArray[np.int64]) -> npt.NDArray[np.generic]:
        place = getattr(found, name)
        return np.where(found.known, np.where(place >= 0, days[np.maximum(place, 0)], NO_CHANGE), UNKNOWN_DATE)

    return values


def _reals(name: str) -> Callable[[Changes, npt.NDArray[np.int64]], npt.NDArray[np.generic]]:
    return lambda found, _: np.where(found.known, getattr(found, name), np.nan)


def _counts(name: str) -> Callable[[Changes, npt.NDArray[np.int64]], npt.NDArray[np.generic]]:
    return lambda found, _: np.where(found.known, getattr(found, name), UNKNOWN_COUNT)


NAN = float("nan")
LAYERS = (
    Layer("first_change", "int32", UNKNOWN_DATE, DATE_LEGEND, _dates("first")),
    Layer("largest_change", "int32", UNKNOWN_DATE, DATE_LEGEND, _dates("largest")),
    Layer("last_change", "int32", UNKNOWN_DATE, DATE_LEGEND, _dates("last")),
    Layer("magnitude", "float32", NAN, "of the largest change, later less earlier; 0: no change", _reals("magnitude")),
    Layer("count", "uint16", UNKNOWN_COUNT, "number of changes; 65535: unknown", _counts("count")),
    Layer("clear", "uint16", UNKNOWN_COUNT, "number of clear dates", lambda found, _: found.clear),
    Layer("slope", "float32", NAN, "units of the index a year (Theil-Sen), season taken out", _reals("slope")),
    Layer("p_value", "float32", NAN, "of the trend, two-sided (Mann-Kendall)", _reals("p_value")),
)


def write_layers(
    paths: Sequence[Path],
    size: tuple[int, int],
    georeference: Georeference | None,
    days: Sequence[str],
    tags: dict[str, str],
    go: Pass,
) -> None:
    """Write all layers in one pass, each as a Cloud-Optimised GeoTIFF; none is there before all are.

    Args:
        paths: of `LAYERS`, in their order.
        size: (height, width) in pixels.
        georeference: of the grid.
        days: of the series, ISO 8601.
        tags: what each file tells of the run.
        go: hands out windows with their changes.
    """
    numbers = np.array([int(day.replace("-", "")) for day in days])

    def nested(number: int, open_files: list[rasterio.io.DatasetWriter]) -> None:
        if number == len(LAYERS):
            go(lambda window, found: _write(open_files, window, found, numbers))
            return
        layer = LAYERS[number]
        profile = map_profile(size, georeference) | {"count": 1, "dtype": layer.dtype, "nodata": layer.nodata}

        def fill(file: rasterio.io.DatasetWriter) -> None:
            file.set_band_description(1, layer.name)
            file.update_tags(LEGEND=layer.legend, **tags)
            nested(number + 1, [*open_files, file])

        resampling = "average" if layer.name == "slope" else "nearest"
        write_cog(paths[number], profile, fill, compress="DEFLATE", overview_resampling=resampling)

    nested(0, [])


def _write(
    files: Sequence[rasterio.io.DatasetWriter], window: Window, found: Changes, days: npt.NDArray[np.int64]
) -> None:
    place = FileWindow(window.left, window.top, window.width, window.height)
    for layer, file in zip(LAYERS, files, strict=True):
        values = layer.values(found, days).reshape(window.height, window.width)
        file.write(values.astype(layer.dtype), 1, window=place)

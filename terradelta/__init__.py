"""Change detection between two images of one place, answered in words: what notebooks and scripts import.

Everything is loaded when it is first asked for: importing this package loads no network and no language model.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from langchain_core.language_models import BaseChatModel

    from agent.answer import Answer, Step
    from agent.change_agent import ChangeAgent
    from agent.session import Session
    from mci_model.inference.predictor import load_predictor
    from tools.outputs.arrays import ChangeArrays
    from tools.radar.radar_change import RadarChange
    from tools.types import Progress
    from tools.workspace.run_settings import RunSettings

__all__ = [
    "open",
    "open_series",
    "radar_change",
    "ChangeAgent",
    "Session",
    "Answer",
    "Step",
    "RunSettings",
    "ChangeArrays",
    "load_predictor",
]
__version__ = version("terradelta")

HOMES = {
    "ChangeAgent": "agent.change_agent",
    "Session": "agent.session",
    "Answer": "agent.answer",
    "Step": "agent.answer",
    "RunSettings": "tools.workspace.run_settings",
    "ChangeArrays": "tools.outputs.arrays",
    "load_predictor": "mci_model.inference.predictor",
}
"""Module of each public name that is loaded when it is first asked for."""


def open(
    before: Path | str,
    after: Path | str,
    *,
    folder: Path | str | None = None,
    settings: RunSettings | None = None,
    llm: str | BaseChatModel | None = None,
    weights: Path | str | None = None,
    device: str | None = None,
    backend: str | None = None,
    vision: str | BaseChatModel | None = None,
    progress: Progress | None = None,
) -> Session:
    """Open two images of one place and ask about them.

    Every call loads the network anew; to open many pairs with one network, use `ChangeAgent.load()` and its `open`.

    Args:
        before: the earlier image: GeoTIFF, PNG, JPEG or WebP, or a folder with one file per band.
        after: the later image; it is brought onto the grid of the earlier one.
        folder: where files are written; None: a temporary folder, which `with` or `close` removes.
        settings: how the images are brought together, and which objects count.
        llm: a language model that plans and words, such as "openai:gpt-4.1"; None: the embedded one, offline.
        weights: a .safetensors file to use instead of the embedded weights.
        device: "cpu", "cuda", or None for the best there is.
        backend: what computes the network on a processor, as for `load_predictor`.
        vision: a multimodal model for questions about the look of the images, named as `llm` is.
        progress: called with the number of finished windows, and of all, while the network works.

    Returns:
        A session whose current pair is that of the two images.

    Raises:
        RasterError, PairError: the images cannot be used or compared.
        AreaError: the area of interest or the zones of the settings cannot be used.
        UnknownModelError: the language model cannot be used.

    Examples:
        >>> import terradelta
        >>> with terradelta.open("before.tif", "after.tif") as session:
        ...     answer = session.ask("How many buildings appeared?")
        >>> print(answer.text)  # doctest: +ELLIPSIS
        7 changed buildings: 7 appeared, 0 disappeared...
    """
    from agent.change_agent import ChangeAgent
    from tools.workspace.run_settings import RunSettings

    agent = ChangeAgent.load(llm, weights=weights, device=device, backend=backend, vision=vision)
    return agent.open(before, after, folder, progress, settings or RunSettings())


def open_series(
    images: Sequence[Path | str],
    *,
    folder: Path | str | None = None,
    settings: RunSettings | None = None,
    llm: str | BaseChatModel | None = None,
    weights: Path | str | None = None,
    device: str | None = None,
    backend: str | None = None,
    vision: str | BaseChatModel | None = None,
    progress: Progress | None = None,
) -> Session:
    """Open images of one place at three dates or more and ask when, where and by how much it changed.

    Args:
        images: a list of files, of folders of one date each, or of one folder, one CSV file with the columns path,date,
            or one file with a band a date.
        folder: where files are written; None: a temporary folder, which `with` or `close` removes.
        settings: sensor, area of interest, zones and the like.
        llm: as for `open`.
        weights: as for `open`.
        device: as for `open`.
        backend: as for `open`.
        vision: as for `open`.
        progress: called with the number of finished windows, and of all.

    Returns:
        A session about the series; `session.series_change()` and `session.series_chart()` need no question.

    Raises:
        SeriesError, RasterError: the images make no series.
        AreaError: the area of interest or the zones of the settings cannot be used.
        UnknownModelError: the language model cannot be used.
    """
    from agent.change_agent import ChangeAgent
    from tools.workspace.run_settings import RunSettings

    agent = ChangeAgent.load(llm, weights=weights, device=device, backend=backend, vision=vision)
    return agent.open_series(images, folder, progress, settings or RunSettings())


def radar_change(
    images: Sequence[Path | str],
    folder: Path | str,
    *,
    looks: float | None = None,
    alpha: float = 0.01,
    bands: str | None = None,
    min_area: float | None = None,
    dem: Path | str | None = None,
    unit: str = "auto",
    mixed_orbits: bool = False,
    progress: Progress | None = None,
) -> RadarChange:
    """Map what changed between radar images (Sentinel-1) of two or more dates, also under clouds.

    Two dates are compared by the F test of their ratio, more by the sequential omnibus test (Conradsen et al. 2016).

    Args:
        images: of each date a GeoTIFF of VV, VH or both, power or decibels, or a folder with a file a polarisation; or
            one folder with all dates.
        folder: for the maps and the picture; made where it is missing.
        looks: equivalent number of looks, 4.4 for GRD of 10 m; None: estimated where nothing changed.
        alpha: share of unchanged pixels that may be flagged by chance.
        bands: polarisations of the bands in order, such as "VV,VH"; None: the files tell.
        min_area: square metres (pixels without georeference) below which pieces are left out; None: 20 pixels.
        dem: elevations in metres, so that likely open water is told on flat ground alone.
        unit: "power", "db", or "auto": the values tell.
        mixed_orbits: compare dates of different orbits all the same.
        progress: called with the number of finished windows, and of all.

    Returns:
        Ground that changed, its direction, likely open water, the maps' files, and warnings.

    Raises:
        RasterError, PairError, RadarError: the files cannot be used or compared, or not so.
    """
    from pathlib import Path

    from tools.radar.acquisitions.radar_scene import radar_request
    from tools.radar.map_change import RadarTest
    from tools.radar.map_change import radar_change as changed

    test = RadarTest(looks, alpha, min_area, None if dem is None else Path(dem))
    return changed(images, folder, test, radar_request(bands, unit, mixed_orbits=mixed_orbits), progress)


def __getattr__(name: str) -> Any:
    if name in HOMES:
        return getattr(import_module(HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, "__version__"]

"""Settings of a run beside the two files: co-registration, resampling, area of interest, and object filter."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from tools.change.change_map import ObjectFilter
from tools.errors import StatementError
from tools.notices import notice
from tools.pairs.pair import ImagePair
from tools.polygons.polygon_source import PolygonSource
from tools.sensors.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """Settings of a run; by default the whole overlap is used without registration or filter."""

    align: bool = False
    """Whether a confident co-registration offset of up to three pixels is corrected."""
    resample: float | None = None
    """Pixel size in metres to which both dates are resampled; None: that of the first image."""
    area_of_interest: str | None = None
    """Polygon file, or `left,bottom,right,top` with `@CRS`: only pixels within it count. A file as for `zones`."""
    zones: Path | None = None
    """Polygon file for which change is tabulated; of a layer of it `FILE|layer=NAME`."""
    zone_id: str | None = None
    """The column that names the zones; None: the first that looks like one and names each once."""
    min_area: float | None = None
    """Square metres (pixels without georeference); smaller objects do not count."""
    min_probability: float | None = None
    """Mean over the object, 0-1; less probable objects do not count."""
    any_resolution: bool = False
    """Whether to run the network also where pixels are too coarse for houses."""
    regularise: bool = False
    """Whether outlines of buildings are drawn with right angles."""
    sensor: str | None = None
    """Sensor of the images, and their bands in order, as `tools.sensors.recognition.requested_sensor` reads it."""
    scale: str | None = None
    """Reflectance per number, where the files do not tell it; one for both dates, or two with a comma between."""
    offset: str | None = None
    """Reflectance of the number 0; likewise."""
    baseline: str | None = None
    """Processing baseline of Sentinel-2, from which the offset follows; likewise."""
    date_before: str | None = None
    """ISO 8601 day of the earlier date, where the file tells none or a wrong one."""
    date_after: str | None = None
    """ISO 8601 day of the later date; likewise."""

    pixel_size_m: float | None = None
    """Side of a pixel in metres, assumed for images that are not georeferenced; areas and lengths follow from it."""

    legend: str | None = None
    """The images are class maps, with this legend: the name of a published one, or a file; None: from the images."""
    map_accuracy: float | None = None
    """Share of the pixels, 0-1, that are right on each land-cover map; None: 0.95 is assumed, with a warning."""
    assessment: Path | None = None
    """Folder or file of a map's assessment, made by `terradelta assess areas`: its areas are told with answers."""

    archive: Path | None = None
    """Folder of the archive that is searched; made by `terradelta index add`."""
    remember: bool = False
    """Whether answers are stored as notes in the archive."""

    @property
    def zone_source(self) -> PolygonSource | None:
        """The zones as a file, a layer and a column."""
        return None if self.zones is None else PolygonSource.named(str(self.zones), self.zone_id)

    @property
    def object_filter(self) -> ObjectFilter:
        """Which objects count."""
        return ObjectFilter(self.min_area, self.min_probability)

    @property
    def statement(self) -> Statement:
        """What is stated about the bands and numbers of the files."""
        return Statement(self.sensor, self.scale, self.offset, self.baseline)

    def stating(self, stated: dict[str, Any]) -> RunSettings:
        """These settings with what is stated about certain files, by the names of the settings."""
        size = stated.get("pixel_size_m")
        return replace(self, **stated | ({} if size is None else {"pixel_size_m": pixel_size(size)}))

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; paths as text."""
        return asdict(self) | {
            name: None if path is None else str(path)
            for name, path in (("zones", self.zones), ("assessment", self.assessment), ("archive", self.archive))
        }


def pixel_size(stated: float | str) -> float:
    """A stated pixel size, metres.

    Raises:
        StatementError: it is no positive number.
    """
    try:
        metres = float(stated)
    except ValueError:
        metres = math.nan
    if not 0 < metres < math.inf:
        text = "{stated} is no pixel size; give metres, such as 0.5."
        raise StatementError(notice("no-pixel-size", text, stated=str(stated)))
    return metres


def check_assumption(pair: ImagePair, metres: float) -> None:
    """Refuse to assume a pixel size for images that tell their own.

    Raises:
        StatementError: they are georeferenced.
    """
    if pair.georeference is not None:
        raise StatementError(
            notice(
                "pixel-size-known",
                "Pixels of {metres:g} m cannot be assumed, since the images are georeferenced and tell {own:.3g} m "
                "themselves; leave the pixel size out.",
                metres=metres,
                own=pair.georeference.resolution_m,
            )
        )


AS_IT_LIES = RunSettings()

"""What a person asks for beside the two files: how they are brought together, where is counted, and what counts."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tools.change.change_map import ObjectFilter


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSettings:
    """Settings of a run; the defaults judge the whole overlap as it lies."""

    align: bool = False
    """Whether a later date that surely lies up to three pixels off is moved back."""
    resample: float | None = None
    """Metres a side of the pixels that both dates are brought to; None: as the first image has them."""
    area_of_interest: str | None = None
    """Polygon file, or `left,bottom,right,top` with `@CRS`: only there is counted."""
    zones: Path | None = None
    """Polygon file for which change is tabulated."""
    min_area: float | None = None
    """Square metres (pixels without a place on earth); smaller objects do not count."""
    min_probability: float | None = None
    """Mean over the object, 0-1; less probable objects do not count."""
    any_resolution: bool = False
    """Whether to look also where pixels are too coarse for houses."""
    regularise: bool = False
    """Whether outlines of buildings are drawn with right angles."""
    sensor: str | None = None
    """What took the images, and their bands in order, as `tools.sensors.recognition.requested_sensor` reads it."""

    legend: str | None = None
    """The images are class maps, with this legend: the name of a published one, or a file; None: the images tell."""
    map_accuracy: float | None = None
    """Share of the pixels, 0-1, that are right on each land-cover map; None: 0.95 is assumed, and told."""

    archive: Path | None = None
    """Where changes are searched for, and notes; made by `terradelta index add`."""
    remember: bool = False
    """Whether answers are kept as notes in the archive."""

    @property
    def object_filter(self) -> ObjectFilter:
        """Which objects count."""
        return ObjectFilter(self.min_area, self.min_probability)

    def to_json(self) -> dict[str, Any]:
        """Plain JSON values; paths as text."""
        return asdict(self) | {
            name: None if path is None else str(path)
            for name, path in (("zones", self.zones), ("archive", self.archive))
        }


AS_IT_LIES = RunSettings()

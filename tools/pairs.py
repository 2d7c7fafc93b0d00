"""Two dates of one place, made comparable: one grid, one valid mask, 8-bit colour. Knows no network."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tools.errors import PairError
from tools.georeference import Georeference
from tools.raster_opener import Raster, open_raster

Pixels = npt.NDArray[np.uint8]
STRETCH_PERCENTILES = (1.0, 99.0)


@dataclass(frozen=True)
class ImagePair:
    """Two images of one place on one grid."""

    id: str
    before: Pixels
    """(H, W, 3) RGB 0-255."""
    after: Pixels
    valid: npt.NDArray[np.bool_]
    """(H, W): true where both dates hold data."""
    georeference: Georeference | None
    sources: tuple[Raster, Raster]
    """What the files held, before and after."""
    notes: tuple[str, ...] = ()
    """What was done to make them comparable, and what to beware of."""

    @property
    def size(self) -> tuple[int, int]:
        """(height, width) in pixels."""
        return self.valid.shape[0], self.valid.shape[1]

    @property
    def fingerprint(self) -> str:
        """SHA-256 over both dates' pixels: the same pictures have the same one."""
        return hashlib.sha256(self.before.tobytes() + self.after.tobytes()).hexdigest()


def open_pair(before: Path, after: Path, *, name: str | None = None) -> ImagePair:
    """Read two files as a pair.

    Raises:
        RasterError: one of the files cannot be used.
        PairError: they differ in size, CRS or place, or share no valid pixel.
    """
    first, second = open_raster(before), open_raster(after)
    _check_same_grid(first, second)
    valid = first.valid & second.valid
    if not valid.any():
        raise PairError("The two images have no valid pixel in common; give images that overlap.")
    notes = [*_place_notes(first, second), *_date_notes(first, second)]
    colours, stretched = _to_rgb(first, second, valid)
    notes += stretched
    if np.array_equal(colours[0], colours[1]):
        notes.append("The two images are identical, pixel for pixel: check that the right files were given.")
    georeference = first.georeference or second.georeference
    return ImagePair(name or before.stem, *colours, valid, georeference, (first, second), tuple(notes))


def _check_same_grid(first: Raster, second: Raster) -> None:
    if first.size != second.size:
        sizes = " and ".join(f"{r.name} is {r.size[1]} x {r.size[0]} px" for r in (first, second))
        raise PairError(f"{sizes}; bring both to one grid first, for example with gdalwarp -te and -ts.")
    here, there = first.georeference, second.georeference
    if here is None or there is None or here.same_grid(there):
        return
    if here.crs != there.crs:
        raise PairError(
            f"The images have two CRSs, {_short(here)} and {_short(there)}; "
            "bring one into the other with gdalwarp -t_srs."
        )
    raise PairError(
        "The images cover different ground though their sizes are equal; cut both to one extent with gdalwarp -te."
    )


def _short(grid: Georeference) -> str:
    return grid.crs if len(grid.crs) < 40 else grid.crs[:37] + "..."


def _place_notes(first: Raster, second: Raster) -> list[str]:
    if first.georeference is None and second.georeference is None:
        return ["Neither image tells where it lies, so areas are in pixels and percent, not in square metres."]
    if first.georeference is None or second.georeference is None:
        silent = first.name if first.georeference is None else second.name
        return [f"{silent} does not tell where it lies; it is taken to cover the same ground as the other image."]
    return []


def _date_notes(first: Raster, second: Raster) -> list[str]:
    if first.date and second.date and first.date > second.date:
        return [
            f"The first image is dated {first.date}, later than the second ({second.date}): perhaps they are swapped."
        ]
    return []


def _to_rgb(first: Raster, second: Raster, valid: npt.NDArray[np.bool_]) -> tuple[tuple[Pixels, Pixels], list[str]]:
    """Both dates as 8-bit RGB; deeper values are stretched by one rule for both dates, so that they stay comparable."""
    both = [np.repeat(r.pixels, 3, axis=2) if r.pixels.shape[2] == 1 else r.pixels for r in (first, second)]
    if all(pixels.dtype == np.uint8 for pixels in both):
        before, after = (np.ascontiguousarray(pixels, np.uint8) for pixels in both)
        return (before, after), []
    values = np.concatenate([pixels[valid].astype(np.float64).ravel() for pixels in both])
    low, high = np.percentile(values, STRETCH_PERCENTILES)
    scale = 255.0 / max(high - low, 1e-12)
    stretched = [np.where(valid[..., None], np.nan_to_num((p.astype(np.float64) - low) * scale), 0) for p in both]
    before, after = (np.clip(pixels, 0, 255).astype(np.uint8) for pixels in stretched)
    kinds = " and ".join(sorted({first.dtype, second.dtype}))
    return (before, after), [f"Values are {kinds}; {low:g} to {high:g} were stretched to 0-255, alike for both dates."]

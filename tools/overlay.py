"""Pictures and map files of a change mask: what a person opens. Knows no network and no session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import rasterio
import rasterio.shutil
from rasterio.crs import CRS

from tools.change import CLASS_IDS, ChangeClass, ChangeMask
from tools.pairs import ImagePair, Pixels
from tools.raster_opener import quiet

Colour = tuple[int, int, int]

PALETTE: dict[ChangeClass, Colour] = {"building": (213, 94, 0), "road": (0, 114, 178)}
"""Vermilion and blue of Okabe and Ito (2008), told apart with any kind of colour vision."""
UNKNOWN: Colour = (128, 128, 128)
OPACITY = 0.45


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One line of a legend."""

    label: str
    colour: Colour


def legend(mask: ChangeMask, wanted: tuple[ChangeClass, ...]) -> tuple[LegendEntry, ...]:
    """What the colours of an overlay mean."""
    entries = [LegendEntry(f"changed {name}", PALETTE[name]) for name in wanted]
    if not mask.valid.all():
        entries.append(LegendEntry("no data", UNKNOWN))
    return tuple(entries)


def draw(pair: ImagePair, mask: ChangeMask, wanted: tuple[ChangeClass, ...]) -> Pixels:
    """The later date with the wanted classes tinted and outlined, (H, W, 3) RGB."""
    picture = pair.after.astype(np.float32)
    for name in wanted:
        region = mask.where(name)
        picture[region] = (1 - OPACITY) * picture[region] + OPACITY * np.array(PALETTE[name], np.float32)
        picture[_rim(region)] = PALETTE[name]
    picture[~mask.valid] = UNKNOWN
    return picture.astype(np.uint8)


def _rim(region: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    grown = cv2.dilate(region.astype(np.uint8), np.ones((3, 3), np.uint8))
    return np.asarray((grown > 0) & ~region, bool)


def with_legend(picture: Pixels, entries: tuple[LegendEntry, ...]) -> Pixels:
    """The picture with its legend in a white strip below, at least 320 px wide so that the words fit."""
    width = picture.shape[1]
    line, scale = 24, max(1, -(-320 // width))
    picture = np.repeat(np.repeat(picture, scale, axis=0), scale, axis=1)
    strip = np.full((line * len(entries) + 8, width * scale, 3), 255, np.uint8)
    for row, entry in enumerate(entries):
        top = 6 + row * line
        cv2.rectangle(strip, (8, top), (24, top + 14), entry.colour, -1)
        cv2.putText(strip, entry.label, (34, top + 13), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (20, 20, 20), 1, cv2.LINE_AA)
    return np.concatenate([picture, strip])


def write_png(path: Path, picture: Pixels) -> None:
    """Write (H, W, 3) RGB; the file appears whole or not at all."""
    done, encoded = cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))
    assert done, "PNG takes every 8-bit RGB array"
    _in_one_piece(path, lambda partial: partial.write_bytes(encoded.tobytes()))


def write_geotiff(path: Path, mask: ChangeMask, tags: dict[str, str]) -> None:
    """Write the class ids as an 8-bit Cloud-Optimised GeoTIFF with colour table; 255 is no data."""
    classes = np.where(mask.valid, mask.classes, 255).astype(np.uint8)
    colours = {CLASS_IDS[name]: (*colour, 255) for name, colour in PALETTE.items()} | {0: (255, 255, 255, 255)}
    place = (
        {}
        if mask.georeference is None
        else {
            "crs": CRS.from_user_input(mask.georeference.crs),
            "transform": mask.georeference.transform,
        }
    )

    def write(partial: Path) -> None:
        shape = {"height": classes.shape[0], "width": classes.shape[1], "count": 1, "dtype": "uint8", "nodata": 255}
        with quiet(), rasterio.MemoryFile() as memory:
            with memory.open(driver="GTiff", **shape, **place) as draft:
                draft.write(classes, 1)
                draft.write_colormap(1, colours)
                draft.update_tags(CLASSES="0 unchanged, 1 road, 2 building, 255 no data", **tags)
                draft.set_band_description(1, "class of change")
            with memory.open() as draft:
                rasterio.shutil.copy(draft, partial, driver="COG", compress="DEFLATE")

    _in_one_piece(path, write)


def _in_one_piece(path: Path, write: Callable[[Path], object]) -> None:
    partial = path.with_name(f".{path.name}.partial")
    try:
        write(partial)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)

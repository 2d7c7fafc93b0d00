"""What is known of a sensor, in one declaration: bands, scale and offset, names, clouds, no data. Knows no file.

Bands are named as their makers name them; `key` is spyndex's short name, by which index formulas ask for them.
Wavelengths are spyndex's; scales are those of the products' specifications, named beside each sensor.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import spyndex

COMMON = {
    "A": "coastal", "B": "blue", "G1": "greeni", "G": "green", "Y": "yellow", "R": "red", "RE1": "rededge1",
    "RE2": "rededge2", "RE3": "rededge3", "N": "nir", "N2": "nir08", "WV": "nir09", "S1": "swir16", "S2": "swir22",
}  # fmt: skip
"""Common names by spyndex's short names, as STAC's electro-optical extension has them."""
COLOURS = ("R", "G", "B")


def plain_name(name: str) -> str:
    """A band's name without what makers and programs write differently: B04, b4, Band 4 and SR_B4 are b4."""
    short = re.sub(r"^(?:sr_|toa_|band[\s_-]*)", "", name.strip().lower()).replace(" ", "")
    short = re.sub(r"^(?=\d)", "b", short)
    return re.sub(r"^b0*(?=\d)", "b", short)


@dataclass(frozen=True, slots=True)
class Band:
    """One band of a sensor."""

    name: str
    key: str | None
    """spyndex's short name; None for bands that no index here uses."""
    centre_nm: float | None
    resolution_m: float | None


@dataclass(frozen=True, slots=True)
class CloudBand:
    """A band of a product that tells where the ground is hidden."""

    name: str
    """As files and catalogues call it, in any case of letters."""
    coded_as: Literal["classes", "bits"]
    hidden: tuple[int, ...]
    """Classes that show no ground; or bits, from 0, of which each alone hides it."""
    outside: int
    """What it holds where there is no image, where the file does not declare it."""
    source: str

    def hides(self, values: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
        """Where there is cloud, shadow or no image.

        Args:
            values: (H, W) of that band, as the file holds them.

        Returns:
            (H, W), true where the ground is hidden.
        """
        if self.coded_as == "classes":
            return np.isin(values, self.hidden)
        bits = sum(1 << bit for bit in self.hidden)
        return np.asarray(values.astype(np.uint32) & bits != 0, bool)


@dataclass(frozen=True, slots=True)
class LaterBaseline:
    """Another offset from a processing baseline on, and where a product tells its baseline."""

    first: float
    """Baseline from which the offset holds."""
    offset: float
    """Reflectance of the number 0 from then on."""
    since: str
    """ISO 8601 day before which no file is of such a baseline."""
    in_name: str
    """Pattern of a product's name; its two groups are the baseline's whole and its hundredths."""
    metadata: str
    """Glob of the metadata file in a product's folder."""
    in_metadata: str
    """Pattern in that file; its group is the baseline."""
    stac_property: str
    stac_taken_off: str
    """Property of a STAC item that says the offset was taken off already."""


@dataclass(frozen=True, slots=True)
class FolderNames:
    """How a product's folder names its files, one a band; patterns hold in any case of letters."""

    bands: str
    """Pattern of a band's name at the end of a file's name."""
    suffixes: tuple[str, ...] = ()
    """What may follow the band's name after an underscore, such as its resolution."""
    not_ground: str | None = None
    """Pattern of files that are named like bands and show no reflectance."""
    refused: tuple[str, str] | None = None
    """Pattern of files that must not be read as reflectance, and what they are with the way out."""


Claim = Callable[[Sequence[str]], int]
"""How surely band names are a sensor's own; 0 where they do not tell it from others."""


def no_claim(names: Sequence[str]) -> int:  # noqa: ARG001 - a `Claim`
    """No name tells this sensor from others."""
    return 0


@dataclass(frozen=True, slots=True)
class Sensor:
    """All that is known of a sensor; its bands in the order in which files of it usually hold them."""

    id: str
    name: str
    family: str
    """What its platforms are called together."""
    bands: tuple[Band, ...]
    scale: float
    """Reflectance of one step of the whole numbers that its files hold."""
    offset: float
    """Reflectance of the number 0."""
    source: str
    rank: int = 1000
    """Its place in lists, and among sensors that fit a file equally well: the lowest comes first."""
    claim: Claim = no_claim
    """By a file's band names; where any sensor claims them, only those that do are considered, the surest first."""
    by_count: Literal["no", "likely", "sure"] = "no"
    """Whether a file with as many bands and no names is taken for it; "sure": in pictures, too."""
    dtype: str | None = None
    """Kind of numbers by which it is told from others with as many bands; None: any."""
    dark_band: str | None = None
    """A band that is dark wherever it lies, by which it is told from others with as many bands in another order."""
    clouds: CloudBand | None = None
    later_baseline: LaterBaseline | None = None
    folder: FolderNames | None = None
    nodata: int = 0
    """What its band files hold where there is no image."""

    def named(self, name: str) -> Band | None:
        """The band of a name, however it is written: B4, B04, b04, red."""
        wanted = plain_name(name)
        return next((one for one in self.bands if wanted in (plain_name(one.name), COMMON.get(one.key or ""))), None)

    def number(self, name: str) -> int:
        """Number, from 1, of the band that its maker calls so, in files that hold all bands."""
        return next(number for number, band in enumerate(self.bands, 1) if band.name == name)

    @property
    def colours(self) -> tuple[Band, ...]:
        """Its bands of red, green and blue, as far as it has them."""
        return tuple(band for key in COLOURS for band in self.bands if band.key == key)


def bands_of(platform: str, names: str, resolutions: dict[str, float] | float) -> tuple[Band, ...]:
    """Bands from "NAME:KEY" words, in order, with spyndex's wavelengths of a platform.

    Args:
        platform: as spyndex calls it; empty where it knows none.
        names: makers' names with spyndex's short names, where they have one.
        resolutions: metres a pixel, by makers' names or of all.
    """
    bands = []
    for word in names.split():
        name, _, key = word.partition(":")
        told = getattr(spyndex.bands[key], platform, None) if key else None
        metres = resolutions if isinstance(resolutions, float) else resolutions.get(name)
        bands.append(Band(name, key or None, None if told is None else float(told.wavelength), metres))
    return tuple(bands)

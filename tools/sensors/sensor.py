"""The declaration of a sensor: bands, scale and offset, names, cloud mask, no-data value. Knows no file.

Bands have their makers' names; `key` is spyndex's short name, which index formulas use.
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
    """A band's name without differences of spelling: B04, b4, Band 4 and SR_B4 are b4."""
    short = re.sub(r"^(?:sr_|toa_|sur_refl_|(?:nadir_reflectance_)?band[\s_-]*)", "", name.strip().lower())
    short = short.replace(" ", "")
    short = re.sub(r"^(?=\d)", "b", short)
    return re.sub(r"^b0*(?=\d)", "b", short)


@dataclass(frozen=True, slots=True)
class Band:
    """One band of a sensor."""

    name: str
    key: str | None
    """spyndex's short name; None for bands that no index uses."""
    centre_nm: float | None
    resolution_m: float | None


@dataclass(frozen=True, slots=True)
class CloudBand:
    """A cloud mask band of a product."""

    name: str
    """Its name in files and catalogues, case-insensitive."""
    coded_as: Literal["classes", "bits"]
    hidden: tuple[int, ...]
    """Classes that hide the ground; or bits, from 0, of which each alone marks hidden ground."""
    outside: int
    """Its no-data value, where the file does not declare one."""
    source: str

    def hides(self, values: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
        """Mask of cloud, shadow and missing data.

        Args:
            values: (H, W) of that band, as stored in the file.

        Returns:
            (H, W), true where the ground is hidden.
        """
        if self.coded_as == "classes":
            return np.isin(values, self.hidden)
        bits = sum(1 << bit for bit in self.hidden)
        return np.asarray(values.astype(np.uint32) & bits != 0, bool)


@dataclass(frozen=True, slots=True)
class LaterBaseline:
    """An offset that applies from a processing baseline on, and where a product states its baseline."""

    first: float
    """Baseline from which the offset applies."""
    offset: float
    """Reflectance of the digital number 0 from then on."""
    since: str
    """ISO 8601 day before which no file has such a baseline."""
    in_name: str
    """Pattern of a product's name; its two groups are the baseline's whole and its hundredths."""
    metadata: str
    """Glob of the metadata file in a product's folder."""
    in_metadata: str
    """Pattern in that file; its group is the baseline."""
    stac_property: str
    stac_offset_removed: str
    """Property of a STAC item that says the offset was already removed."""


@dataclass(frozen=True, slots=True)
class FolderNames:
    """File naming of a product folder with one file per band; patterns are case-insensitive."""

    bands: str
    """Pattern of a band's name at the end of a file's name."""
    suffixes: tuple[str, ...] = ()
    """What may follow the band's name after an underscore, such as its resolution."""
    not_ground: str | None = None
    """Pattern of files that have band names but hold no reflectance."""
    refused: tuple[str, str] | None = None
    """Pattern of files that must not be read as reflectance, and the message with the reason and the way out."""


Claim = Callable[[Sequence[str]], int]
"""Score by which a sensor claims band names; 0 where they do not identify it."""


def no_claim(names: Sequence[str]) -> int:  # noqa: ARG001 - a `Claim`
    """No band name identifies this sensor."""
    return 0


@dataclass(frozen=True, slots=True)
class Sensor:
    """A sensor; its bands in the order in which its files usually hold them."""

    id: str
    name: str
    family: str
    """Common name of its platforms."""
    bands: tuple[Band, ...]
    scale: float
    """Reflectance per digital number."""
    offset: float
    """Reflectance of the digital number 0."""
    source: str
    rank: int = 1000
    """Position in lists, and among sensors that match a file equally well: the lowest comes first."""
    claim: Claim = no_claim
    """Claim on a file's band names; where any sensor claims them, only claimants are considered, by score."""
    by_count: Literal["no", "likely", "sure"] = "no"
    """Whether a file with as many unnamed bands is taken for it; "sure": also when choosing colour bands."""
    dtype: str | None = None
    """Data type of its files where it distinguishes them from others with as many bands; None: any."""
    sides_m: tuple[float, float] | None = None
    """Smallest and largest pixel side, metres, of its files, which distinguishes unnamed bands; None: any."""
    in_text: str | None = None
    """Pattern, case-insensitive, of names of files and products and of tags that tell this sensor."""
    dark_band: str | None = None
    """A band that is always dark, which distinguishes it from others with the same bands in another order."""
    clouds: CloudBand | None = None
    later_baseline: LaterBaseline | None = None
    folder: FolderNames | None = None
    nodata: int = 0
    """No-data value of its band files."""

    def named(self, name: str) -> Band | None:
        """The band of a name, in any spelling: B4, B04, b04, red."""
        plain = plain_name(name)
        return next((one for one in self.bands if plain in (plain_name(one.name), COMMON.get(one.key or ""))), None)

    def number(self, name: str) -> int:
        """Number, from 1, of the band with this maker's name, in files that hold all bands."""
        return next(number for number, band in enumerate(self.bands, 1) if band.name == name)

    @property
    def colours(self) -> tuple[Band, ...]:
        """Its bands of red, green and blue, as far as it has them."""
        return tuple(band for key in COLOURS for band in self.bands if band.key == key)


def bands_of(platform: str, names: str, resolutions: dict[str, float] | float) -> tuple[Band, ...]:
    """Bands from "NAME:KEY" words, in order, with spyndex's wavelengths of a platform.

    Args:
        platform: spyndex's name of it; empty where there is none.
        names: makers' names with spyndex's short names, where they have one.
        resolutions: metres per pixel, by makers' names or for all bands.
    """
    bands = []
    for word in names.split():
        name, _, key = word.partition(":")
        known = getattr(spyndex.bands[key], platform, None) if key else None
        metres = resolutions if isinstance(resolutions, float) else resolutions.get(name)
        bands.append(Band(name, key or None, None if known is None else float(known.wavelength), metres))
    return tuple(bands)

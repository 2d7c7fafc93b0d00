"""What a raster holds where it is no photograph: elevations, radar, a ready index. Knows no pixels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tools.notices import notice

ContentKind = Literal["elevation", "radar", "index", "values"]
POLARISATIONS = frozenset({"vv", "vh", "hh", "hv"})
RADAR_WORDS = frozenset({"sar", "grd", "sigma0", "gamma0", "sigma", "backscatter", "palsar", "terrasar", "radarsat"})
RADAR_PRODUCT = re.compile(r"(?<![a-z0-9])s1[a-d]?_(?:iw|ew|sm)|sentinel[ _-]?1(?![0-9])", re.IGNORECASE)
ELEVATION_WORDS = frozenset(
    "dsm dem dtm chm ndsm dhm dgm dom ahn srtm elevation elevations height heights altitude lidar terrain".split()
)
INDEX_WORDS = frozenset(
    "ndvi ndwi mndwi nbr nbr2 ndmi ndbi ndsi evi evi2 savi msavi osavi gndvi ndre vari gli ngrdi bsi awei dnbr".split()
)
LENGTH_UNITS = frozenset({"m", "metre", "metres", "meter", "meters", "ft", "foot", "feet", "us survey foot", "cm"})
MAX_BANDS = 2
"""Bands up to which a file's name and its units tell what its numbers are: values, and perhaps coverage."""
WORDS: dict[str, str] = {
    "elevation": notice("elevations", "elevations"),
    "radar": notice("radar-backscatter", "radar backscatter"),
    "values": notice("no-brightness", "numbers of one kind, no brightness,"),
}


@dataclass(frozen=True, slots=True)
class Content:
    """What a raster holds instead of a photograph."""

    kind: ContentKind
    index: str | None = None
    """Name of a ready index, in lower case."""

    @property
    def words(self) -> str:
        """What it is, in words."""
        if self.index is None:
            return WORDS[self.kind]
        return notice("ready-index", "a ready {index}", index=self.index.upper())


def told_content(stem: str, descriptions: Sequence[str | None], units: Sequence[str | None]) -> Content | None:
    """What names and units tell that a raster holds instead of a photograph; None where they tell nothing.

    Args:
        stem: the file's name without its suffix.
        descriptions: name of each band.
        units: unit of each band's values.
    """
    named = [_tokens(name or "") for name in descriptions]
    if any(POLARISATIONS & tokens for tokens in named):
        return Content("radar")
    if len(descriptions) > MAX_BANDS:
        return None
    words = frozenset().union(_tokens(stem), *named)
    index = next((word for word in sorted(INDEX_WORDS & words)), None)
    if index is not None:
        return Content("index", index)
    if (POLARISATIONS | RADAR_WORDS) & words or RADAR_PRODUCT.search(stem):
        return Content("radar")
    if ELEVATION_WORDS & words or any((unit or "").strip().lower() in LENGTH_UNITS for unit in units):
        return Content("elevation")
    return None


def _tokens(text: str) -> frozenset[str]:
    """Words of a name: `Sigma0_VV_db` is sigma0, vv and db."""
    return frozenset(re.split(r"[^a-z0-9]+", text.lower()))

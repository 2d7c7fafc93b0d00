"""Published thresholds of spectral indices: classes of one date, and of a difference. Knows no pixels."""

from __future__ import annotations

from dataclasses import dataclass

from tools.notices import notice


@dataclass(frozen=True, slots=True)
class IndexClasses:
    """Classes of an index's values, from low to high."""

    limits: tuple[float, ...]
    """Between the classes; a value on a limit belongs to the higher class."""
    names: tuple[str, ...]
    """One more than limits."""
    source: str
    matter: str = ""
    """The land cover that increases with the class."""
    caution: str = ""
    """A warning about the index."""


SOBRINO = "Sobrino et al. 2004, Remote Sensing of Environment 90: soil below 0.2, vegetation above 0.5"
MCFEETERS = "McFeeters 1996, Int. J. Remote Sensing 17: water above 0"
XU = "Xu 2006, Int. J. Remote Sensing 27: water above 0"
ZHA = "Zha et al. 2003, Int. J. Remote Sensing 24: built-up above 0"
WATER_NIR = 0.11
"""Near-infrared reflectance below which a high NDSI means water, and above it snow (Hall et al. 1995)."""
HALL = "Hall et al. 1995, Remote Sensing of Environment 54: snow above 0.4"
STATES: dict[str, IndexClasses] = {
    "ndvi": IndexClasses(
        (0.2, 0.5), ("bare ground or water", "sparse vegetation", "dense vegetation"), SOBRINO, "vegetation"
    ),
    "ndwi": IndexClasses(
        (0.0,),
        ("dry land", "water"),
        MCFEETERS,
        "water",
        notice(
            "ndwi-of-roofs",
            "NDWI takes roofs and bare, hazy ground for water, too (Xu 2006); MNDWI is surer in towns.",
        ),
    ),
    "mndwi": IndexClasses((0.0,), ("dry land", "water"), XU, "water"),
    "ndbi": IndexClasses((0.0,), ("not built-up", "built-up or bare"), ZHA, "built-up or bare ground"),
    "ndsi": IndexClasses((0.4,), ("no snow", "snow"), HALL, "snow"),
}
"""Of one date."""
DIFFERENCES: dict[str, IndexClasses] = {
    "nbr": IndexClasses(
        (-0.25, -0.1, 0.1, 0.27, 0.44, 0.66),
        ("strong regrowth", "weak regrowth", "unburned", "low severity", "moderate-low severity",
         "moderate-high severity", "high severity"),
        "Key and Benson 2006, FIREMON, USDA RMRS-GTR-164-CD: classes of dNBR"),
}  # fmt: skip
"""Of the earlier date less the later one, as dNBR is defined."""

"""Landsat 4 to 9, Collection 2 Level 2."""

from __future__ import annotations

from collections.abc import Sequence

from tools.sensors.sensor import CloudBand, FolderNames, Sensor, bands_of, plain_name

USGS = "USGS, Landsat Collection 2 Level-2 Science Product Guides: 0.0000275 x number - 0.2"
QA_PIXEL = CloudBand(
    "QA_PIXEL",
    "bits",
    # Fill, dilated cloud, high-confidence cirrus (Landsat 8 and 9; unused before), cloud, cloud shadow. Snow (5),
    # clear (6) and water (7) stay visible.
    (0, 1, 2, 3, 4),
    1,
    "USGS Landsat Collection 2 Level-2 Science Product Guides, pixel quality assessment (QA_PIXEL)",
)
ABOUT_30 = (15.0, 31.0)
"""Metres of a pixel; in degrees of longitude they become narrower towards the poles."""
NAMED_NEWER = r"(?<![a-z0-9])L[CO]0?[89](?![0-9])|landsat[ _-]?(?:0?[89]|8-9)(?![0-9])"
NAMED_OLDER = r"(?<![a-z0-9])L[TE]0?[4-7](?![0-9]{2,5}(?:[^0-9]|$))|landsat[ _-]?0?[4-7](?![0-9])"
LEVEL_1 = r"^L[COTE]0\d_L1"
PRODUCT = FolderNames(
    bands=r"SR_B\d{1,2}",
    not_ground=r"_ST_B\d+$",
    refused=(LEVEL_1, "is of Landsat's Level 1, which holds no reflectance; take Level 2."),
)
"""LC08_L2SP_199026_20200601_20200825_02_T1_SR_B4; surface temperature (ST) is in the same folder."""


def _own(names: Sequence[str]) -> bool:
    named = any(name.lower().startswith("sr_") for name in names)
    return named or bool({plain_name(name) for name in names} & {"b5", "b6", "b7"})


def _of_older(names: Sequence[str]) -> bool:
    """Whether the bands are those of Landsat 4 to 7, whose reflectance bands skip number 6."""
    plain = {plain_name(name) for name in names}
    return "b6" not in plain and plain >= {"b5", "b7"}


def _newer(names: Sequence[str]) -> int:
    return 2 * (_own(names) and not _of_older(names))


def _older(names: Sequence[str]) -> int:
    return 2 * (_own(names) and _of_older(names))


SENSORS = (
    Sensor(
        "landsat-8-9", "Landsat 8 and 9", "Landsat",
        bands_of("landsat8", "B1:A B2:B B3:G B4:R B5:N B6:S1 B7:S2", 30.0),
        scale=2.75e-5, offset=-0.2, source=USGS, rank=20, claim=_newer, by_count="likely", dtype="uint16",
        sides_m=ABOUT_30, in_text=NAMED_NEWER,
        clouds=QA_PIXEL, folder=PRODUCT,
    ),
    Sensor(
        "landsat-4-7", "Landsat 4, 5 and 7", "Landsat",
        bands_of("landsat7", "B1:B B2:G B3:R B4:N B5:S1 B7:S2", 30.0),
        scale=2.75e-5, offset=-0.2, source=USGS, rank=21, claim=_older, by_count="likely", dtype="uint16",
        sides_m=ABOUT_30, in_text=NAMED_OLDER,
        clouds=QA_PIXEL, folder=PRODUCT,
    ),
)  # fmt: skip

"""Sentinel-2: Level 1C, in both band orders in use, and Level 2A."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.sensors.sensor import CloudBand, FolderNames, LaterBaseline, Sensor, bands_of, plain_name

ESA = "ESA, Sentinel-2 Products Specification Document: digital numbers / 10,000; from baseline 04.00 on less 1,000"
RESOLUTIONS_M = dict.fromkeys("B02 B03 B04 B08".split(), 10.0) | dict.fromkeys("B05 B06 B07 B8A B11 B12".split(), 20.0)
RESOLUTIONS_M |= dict.fromkeys("B01 B09 B10".split(), 60.0)
B01_TO_B08 = "B01:A B02:B B03:G B04:R B05:RE1 B06:RE2 B07:RE3 B08:N"
SCL = CloudBand(
    "SCL",
    "classes",
    # No data, saturated or defective, cloud shadow, cloud of medium and of high probability, thin cirrus. Visible are
    # dark areas (2), vegetation (4), bare ground (5), water (6), unclassified (7) and snow (11).
    (0, 1, 3, 8, 9, 10),
    0,
    "ESA Sen2Cor, as told in the Sentinel-2 Products Specification Document, Level-2A scene classification",
)
BASELINE = LaterBaseline(
    first=4.0,
    offset=-0.1,
    since="2022-01-25",
    in_name=r"_N(\d{2})(\d{2})_",
    metadata="MTD_MSIL*.xml",
    in_metadata=r"<PROCESSING_BASELINE>\s*(\d{2}\.\d{2})\s*<",
    stac_property="s2:processing_baseline",
    stac_offset_removed="earthsearch:boa_offset_applied",
)
SAFE = FolderNames(bands=r"B\d{1,2}A?", suffixes=("10m", "20m", "60m"), not_ground="^MSK_")
"""T31UDQ_20200601T105031_B02_10m, B8A; masks of single bands are in the same folder."""
NAMED_LEVEL_1 = r"S2[A-D]?_(?:MSI)?L1C|sentinel[ _-]?2.{0,3}l1c"
NAMED = (
    r"(?<![a-z0-9])S2[A-D]?(?![a-z0-9])|sentinel[ _-]?2|(?<![a-z0-9])L[12]C?A?_T\d\d[A-Z]{3}_|"
    r"(?<![a-z0-9])T\d\d[A-Z]{3}_\d{8}T\d{6}"
)
OWN = {"b8", "b8a", "b9", "b11", "b12"}
"""Plain band names that no reflectance band of Landsat has."""


def _own(names: Sequence[str]) -> bool:
    """Whether band names are Sentinel-2's: B4 is red for Landsat 8, too, but B5 is not the same for both."""
    if any(name.lower().startswith("sr_") for name in names):
        return False
    padded = any(re.match(r"b0\d", name.lower()) for name in names)
    return padded or bool(OWN & {plain_name(name) for name in names})


def _level_1(names: Sequence[str]) -> int:
    return 3 * _own(names)


def _level_2(names: Sequence[str]) -> int:
    return 4 * _own(names)


SENSORS = (
    Sensor(
        "sentinel-2-l1c", "Sentinel-2 Level-1C", "Sentinel-2",
        bands_of("sentinel2a", f"{B01_TO_B08} B8A:N2 B09:WV B10 B11:S1 B12:S2", RESOLUTIONS_M),
        scale=1e-4, offset=0.0, source=ESA, rank=10, claim=_level_1, by_count="sure", dark_band="B10",
        in_text=NAMED_LEVEL_1,
        later_baseline=BASELINE, folder=SAFE,
    ),
    Sensor(
        "sentinel-2-l1c-b8a-last", "Sentinel-2 Level-1C, B8A last", "Sentinel-2",
        bands_of("sentinel2a", f"{B01_TO_B08} B09:WV B10 B11:S1 B12:S2 B8A:N2", RESOLUTIONS_M),
        scale=1e-4, offset=0.0, source=ESA, rank=11, by_count="sure", dark_band="B10",
        later_baseline=BASELINE, folder=SAFE,
    ),
    Sensor(
        "sentinel-2-l2a", "Sentinel-2 Level-2A", "Sentinel-2",
        bands_of("sentinel2a", f"{B01_TO_B08} B8A:N2 B09:WV B11:S1 B12:S2", RESOLUTIONS_M),
        scale=1e-4, offset=0.0, source=ESA, rank=12, claim=_level_2, by_count="sure", in_text=NAMED,
        clouds=SCL, later_baseline=BASELINE, folder=SAFE,
    ),
)  # fmt: skip

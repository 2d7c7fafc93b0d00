"""8-bit images, whose values are brightness and not reflectance: NAIP, and plain true colour."""

from __future__ import annotations

from tools.sensors.sensor import Sensor, bands_of

SENSORS = (
    Sensor(
        "naip", "NAIP", "NAIP", bands_of("", "red:R green:G blue:B nir:N", 1.0),
        scale=1 / 255, offset=0.0, source="USDA: 8-bit brightness, not reflectance",
        rank=40, by_count="likely", dtype="uint8",
        sides_m=(0.25, 2.1), in_text=r"(?<![a-z])naip(?![a-z])|(?<![a-z0-9])m_\d{7}_[ns][ew]_\d\d_",
    ),
    Sensor(
        "rgb", "true colour", "true colour", bands_of("", "red:R green:G blue:B", {}),
        scale=1 / 255, offset=0.0, source="8-bit brightness, not reflectance", rank=41, by_count="likely",
        dtype="uint8",
    ),
)  # fmt: skip

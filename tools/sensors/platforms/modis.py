"""MODIS surface reflectance of seven bands (MOD09, MYD09, MCD43A4)."""

from __future__ import annotations

from collections.abc import Sequence

from tools.sensors.sensor import Sensor, bands_of

LAADS = "NASA, MODIS Surface Reflectance User's Guide (MOD09): reflectance x 10,000"


def _own(names: Sequence[str]) -> int:
    return 5 * any(name.strip().lower().startswith(("sur_refl_b", "nadir_reflectance")) for name in names)


SENSORS = (
    Sensor(
        "modis", "MODIS", "MODIS",
        bands_of("", "sur_refl_b01:R sur_refl_b02:N sur_refl_b03:B sur_refl_b04:G sur_refl_b05 sur_refl_b06:S1 "
                 "sur_refl_b07:S2", 500.0),
        scale=1e-4, offset=0.0, source=LAADS, rank=35, claim=_own, by_count="likely", dtype="int16",
        sides_m=(200.0, 1100.0), in_text=r"(?<![a-z0-9])M[OYC]D(?:09|43)|modis", nodata=-28672,
    ),
)  # fmt: skip

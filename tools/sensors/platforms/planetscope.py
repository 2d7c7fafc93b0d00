"""PlanetScope, with four and with eight bands."""

from __future__ import annotations

from tools.sensors.sensor import Sensor, bands_of

PLANET = "Planet, PlanetScope Product Specification: surface reflectance x 10,000"
SENSORS = (
    Sensor(
        "planetscope-8", "PlanetScope, 8 bands", "PlanetScope",
        bands_of(
            "planetscope", "coastal:A blue:B green_i:G1 green:G yellow:Y red:R rededge:RE1 nir:N", 3.0
        ),
        scale=1e-4, offset=0.0, source=PLANET, rank=30, by_count="likely",
    ),
    Sensor(
        "planetscope-4", "PlanetScope, 4 bands", "PlanetScope",
        bands_of("planetscope", "blue:B green:G red:R nir:N", 3.0),
        scale=1e-4, offset=0.0, source=PLANET, rank=31, by_count="likely",
    ),
)  # fmt: skip

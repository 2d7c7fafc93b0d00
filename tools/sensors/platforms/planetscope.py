"""PlanetScope, with four and with eight bands."""

from __future__ import annotations

from tools.sensors.sensor import Sensor, bands_of

PLANET = "Planet, PlanetScope Product Specification: surface reflectance x 10,000"
NAMED = r"planet_?scope|psscene|_3B_(?:udm|analytic|ortho)|(?<![a-z0-9])ps(?:2|b)(?![a-z0-9])"
SIDES_M = (2.9, 3.2)
SENSORS = (
    Sensor(
        "planetscope-8", "PlanetScope, 8 bands", "PlanetScope",
        bands_of(
            "planetscope", "coastal:A blue:B green_i:G1 green:G yellow:Y red:R rededge:RE1 nir:N", 3.0
        ),
        scale=1e-4, offset=0.0, source=PLANET, rank=30, by_count="likely", sides_m=SIDES_M, in_text=NAMED,
    ),
    Sensor(
        "planetscope-4", "PlanetScope, 4 bands", "PlanetScope",
        bands_of("planetscope", "blue:B green:G red:R nir:N", 3.0),
        scale=1e-4, offset=0.0, source=PLANET, rank=31, by_count="likely", sides_m=SIDES_M, in_text=NAMED,
    ),
)  # fmt: skip

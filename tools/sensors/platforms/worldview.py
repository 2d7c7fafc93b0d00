"""WorldView-2 and 3, eight multispectral bands."""

from __future__ import annotations

from tools.sensors.sensor import Sensor, bands_of

MAXAR = "Maxar: reflectance x 10,000 where a product holds surface reflectance"
SENSORS = (
    Sensor(
        "worldview-8", "WorldView-2 and 3, 8 bands", "WorldView",
        bands_of("worldview3", "coastal:A blue:B green:G yellow:Y red:R rededge:RE1 nir1:N nir2:N2", 2.0),
        scale=1e-4, offset=0.0, source=MAXAR, rank=32, by_count="likely", sides_m=(1.1, 2.5),
        in_text=r"worldview|(?<![a-z0-9])WV0?[23](?![0-9])",
    ),
)  # fmt: skip

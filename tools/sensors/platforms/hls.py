"""Harmonised Landsat and Sentinel-2 (HLS) of NASA: both products, and the stack of the six bands that they share."""

from __future__ import annotations

from tools.sensors.sensor import CloudBand, Sensor, bands_of

NASA = "NASA, Harmonized Landsat Sentinel-2 Product User Guide: reflectance x 10,000"
FMASK = CloudBand(
    "Fmask",
    "bits",
    # Cloud, adjacent to cloud or shadow, cloud shadow. Snow (4) and water (5) stay visible.
    (1, 2, 3),
    255,
    "NASA, Harmonized Landsat Sentinel-2 Product User Guide, quality assessment layer",
)
NODATA = -9999
PIXEL_M = (15.0, 31.0)
SENSORS = (
    Sensor(
        "hls-l30", "HLS of Landsat (L30)", "HLS",
        bands_of("landsat8", "B01:A B02:B B03:G B04:R B05:N B06:S1 B07:S2 B09 B10 B11", 30.0),
        scale=1e-4, offset=0.0, source=NASA, rank=24, in_text=r"HLS[ ._-]?L30|HLSL30", clouds=FMASK,
        nodata=NODATA,
    ),
    Sensor(
        "hls-s30", "HLS of Sentinel-2 (S30)", "HLS",
        bands_of("sentinel2a", "B01:A B02:B B03:G B04:R B05:RE1 B06:RE2 B07:RE3 B08:N B8A:N2 B09:WV B10 B11:S1 "
                 "B12:S2", 30.0),
        scale=1e-4, offset=0.0, source=NASA, rank=25, in_text=r"HLS[ ._-]?S30|HLSS30", clouds=FMASK,
        nodata=NODATA,
    ),
    Sensor(
        "hls-6", "HLS, six bands", "HLS",
        bands_of("landsat8", "blue:B green:G red:R nir:N swir1:S1 swir2:S2", 30.0),
        scale=1e-4, offset=0.0, source=NASA, rank=26, by_count="likely", dtype="int16", sides_m=PIXEL_M,
        in_text=r"(?<![a-z0-9])HLS(?![a-z0-9])", nodata=NODATA,
    ),
)  # fmt: skip

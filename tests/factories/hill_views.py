"""Images of one smooth hill on any grid: what is read at a place is known."""

import numpy as np
import rasterio
from affine import Affine
from pyproj import Transformer

LEFT, TOP = 620_000.0, 3_350_000.0


def hill(xs, ys):
    """A smooth picture of the ground, told by metres in UTM zone 14: the truth, wherever it is sampled."""
    red = 128 + 90 * np.sin((xs - LEFT) / 9) * np.cos((ys - TOP) / 13)
    return np.stack([red, 255 - red, 128 + 90 * np.cos((xs - LEFT) / 17)])


def write_view(path, crs, transform, height, width, **profile):
    """What an image on this grid shows of the hill."""
    rows, columns = np.mgrid[:height, :width] + 0.5
    xs, ys = transform.a * columns + transform.b * rows + transform.c, transform.d * columns + transform.e * rows
    xs, ys = Transformer.from_crs(crs, "EPSG:32614", always_xy=True).transform(xs, ys + transform.f)
    shape = {"count": 3, "height": height, "width": width, "dtype": "uint8"} | profile
    with rasterio.open(path, "w", driver="GTiff", crs=crs, transform=transform, **shape) as file:
        file.write(hill(xs, ys).round().astype(np.uint8))
    return path


def degrees(resolution=4e-6):
    """A grid in EPSG:4326 around the middle of the UTM image."""
    longitude, latitude = Transformer.from_crs("EPSG:32614", "EPSG:4326", always_xy=True).transform(LEFT + 50, TOP - 40)
    return Affine(resolution, 0, longitude - 100 * resolution, 0, -resolution, latitude + 80 * resolution)


def assert_same_ground(pair, tolerance=4):
    inner = (slice(2, -2), slice(2, -2))
    known = pair.valid[inner]
    assert known.mean() > 0.85
    off = np.abs(pair.before[inner].astype(int) - pair.after[inner])[known]
    assert np.percentile(off, 99) <= tolerance

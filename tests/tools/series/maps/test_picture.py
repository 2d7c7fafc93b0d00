"""The picture of the maps is one, with the colours of what changed."""

import numpy as np
from PIL import Image

from tests.factories.over_time.series import days, ndvi_folder, seasonal
from tools.series.maps.layers import LAYERS
from tools.series.maps.picture import write_picture
from tools.series.maps.series_map import SeriesRequest, map_series
from tools.series.opening.open_series import open_series

WHEN = days(16)


def test_what_changed_is_coloured_and_what_did_not_is_pale(tmp_path):
    series = open_series([ndvi_folder(tmp_path / "stack", WHEN, seasonal(WHEN, break_on=WHEN[8]))], tmp_path)
    paths = [tmp_path / f"{layer.name}.tif" for layer in LAYERS]
    map_series(series, SeriesRequest(), paths)
    write_picture(tmp_path / "maps.png", paths, series.days, "ndvi")
    pixels = np.asarray(Image.open(tmp_path / "maps.png").convert("RGB")).astype(int)
    pale = (np.abs(pixels - (0xF2, 0xF2, 0xEF)) <= 1).all(axis=2)
    brown = (pixels[..., 0] - pixels[..., 2] > 80) & (pixels[..., 0] < 200)
    assert pale.mean() > 0.1
    assert brown.mean() > 0.01

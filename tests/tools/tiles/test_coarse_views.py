"""The coarse view against the fine one: the same places, only less sharp."""

import cv2
import numpy as np
import pytest
from affine import Affine

from tools.tiles import coarse_views, map_layers
from tools.tiles.map_layers import MapLayers
from tools.workspace.workspace import Workspace

SIDE = 640
GRIDS = {"utm": ("EPSG:32614", Affine(0.5, 0, 620_000, 0, -0.5, 3_350_000)), "pixels": (None, None)}


@pytest.fixture(params=GRIDS)
def pair(request, write_raster, monkeypatch):
    monkeypatch.setattr(coarse_views, "FINE_UP_TO", 256)
    monkeypatch.setattr(coarse_views, "COARSE_SIDE", 128)
    monkeypatch.setattr(map_layers, "is_large", coarse_views.is_large)
    crs, transform = GRIDS[request.param]
    blobs = np.random.default_rng(0).integers(0, 255, (5, 5, 3)).astype(np.uint8)
    picture = cv2.resize(blobs, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC).transpose(2, 0, 1)
    return [write_raster(f"{name}.tif", picture, crs=crs, transform=transform) for name in ("a", "b")]


def decoded(tile):
    return cv2.imdecode(np.frombuffer(tile, np.uint8), cv2.IMREAD_UNCHANGED).astype(int)


def test_a_coarse_tile_shows_the_same_places(pair, tmp_path):
    workspace = Workspace(tmp_path / "work", lambda: None)
    opened = workspace.open(*pair)
    coarse, fine = (MapLayers(workspace, opened, coarse_first=first) for first in (True, False))
    assert not coarse.is_fine("after")
    zoom = coarse.grid.least_zoom + 1
    tiles = [(zoom, column, row) for column, row in places(coarse, zoom)]
    seen = [coarse.tile("after", *tile) for tile in tiles]
    assert not (coarse.folder / "view-after.tif").exists(), "nobody waits for the files of the sharp view"
    sharp = [fine.tile("after", *tile) for tile in tiles]
    both = [(decoded(a), decoded(b)) for a, b in zip(seen, sharp, strict=True) if a and b]
    assert both
    for rough, exact in both:
        shown = (rough[..., 3] > 0) & (exact[..., 3] > 0)
        assert np.abs(rough[shown] - exact[shown])[..., :3].mean() < 12
        assert ((rough[..., 3] > 0) ^ (exact[..., 3] > 0)).mean() < 0.05
    assert coarse.is_fine("after"), "the sharp view is taken once it is there"
    assert coarse.tile("after", *tiles[0]) == sharp[0]


def places(layers, zoom):
    """Tiles of a level that lie over the pair."""
    import morecantile

    if not layers.grid.placed:
        return [(column, row) for column in range(4) for row in range(4)]
    tms = morecantile.tms.get("WebMercatorQuad")
    return [(tile.x, tile.y) for tile in tms.tiles(*layers.grid.bounds, zooms=[zoom])]

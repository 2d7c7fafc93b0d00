"""GeoParquet files as layers."""

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from tools.errors import AreaError
from tools.polygons.polygon_source import PolygonSource
from tools.polygons.reading import read_polygons

TABLE = gpd.GeoDataFrame(
    {"id": ["a", "b", "c"], "size": [1.5, np.nan, 2.0]},
    geometry=[shapely.box(0, 0, 1, 1), None, shapely.Point(1, 1)],
    crs="EPSG:32633",
)


def read(path):
    return read_polygons(PolygonSource(path))


@pytest.mark.parametrize("boxes", [False, True])
def test_shapes_attributes_and_crs_are_read(tmp_path, boxes):
    TABLE.to_parquet(tmp_path / "fields.parquet", write_covering_bbox=boxes)
    layer = read(tmp_path / "fields.parquet")
    assert layer.crs.to_epsg() == 32633
    assert [one.problem for one in layer.features[1:]] == ["has no shape", "is a point, not a polygon"]
    assert layer.features[0].attributes == {"id": "a", "size": 1.5}
    assert layer.features[0].shape.equals(shapely.box(0, 0, 1, 1))


def test_what_is_no_geoparquet_is_refused(tmp_path):
    pd.DataFrame({"id": [1]}).to_parquet(tmp_path / "plain.parquet")
    with pytest.raises(AreaError, match="without the geometries of GeoParquet"):
        read(tmp_path / "plain.parquet")
    TABLE.to_parquet(tmp_path / "cut.parquet")
    whole = (tmp_path / "cut.parquet").read_bytes()
    (tmp_path / "cut.parquet").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(AreaError, match="damaged or was cut short"):
        read(tmp_path / "cut.parquet")

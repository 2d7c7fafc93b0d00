"""Tables that people give: CSV files and vector files with any shapes."""

import geopandas as gpd
import pytest
from shapely.geometry import Point

from tools.errors import AreaError
from tools.polygons.attribute_table import read_table
from tools.polygons.polygon_source import PolygonSource


def read(path, layer=None):
    return tuple(read_table(PolygonSource(path, layer)).features)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_numbers_are_numbers_and_empty_cells_nothing(tmp_path, delimiter):
    path = tmp_path / "a.csv"
    lines = [("id", "value", "name"), ("1", "2.5", "'=1+1"), ("2", "", "b"), ("3", "1e400", "c")]
    path.write_text("\ufeff" + "\n".join(delimiter.join(line) for line in lines), encoding="utf-8")
    rows = [dict(one.attributes) for one in read(path)]
    assert rows[0] == {"id": 1, "value": 2.5, "name": "=1+1"}
    assert rows[1]["value"] is None
    assert rows[2]["value"] is None, "no finite number"


def test_points_are_rows_and_a_layer_is_chosen(tmp_path):
    table = gpd.GeoDataFrame({"id": [1, 2]}, geometry=[Point(0, 0), Point(1, 1)], crs="EPSG:4326")
    for layer in ("first", "second"):
        table.assign(of=layer).to_file(tmp_path / "a.gpkg", layer=layer)
    assert [one.attributes["id"] for one in read(tmp_path / "a.gpkg")] == [1, 2]
    assert read(tmp_path / "a.gpkg", "second")[0].attributes["of"] == "second"
    with pytest.raises(AreaError, match="no layer 'third'"):
        read(tmp_path / "a.gpkg", "third")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(b"", "holds no row"), (b"a,b\n", "holds no row"), (b"\xff\xfe\xff", "not written in UTF-8"), (b"a\n\0", "")],
)
def test_damaged_tables_are_told_or_read(tmp_path, content, complaint):
    (tmp_path / "a.csv").write_bytes(content)
    if complaint:
        with pytest.raises(AreaError, match=complaint):
            read(tmp_path / "a.csv")
    else:
        assert len(read(tmp_path / "a.csv")) == 1


def test_what_is_no_table_is_told(tmp_path):
    (tmp_path / "a.txt").write_text("hello", encoding="utf-8")
    with pytest.raises(AreaError, match="of no known kind"):
        read(tmp_path / "a.txt")
    with pytest.raises(AreaError, match="was not found"):
        read(tmp_path / "b.csv")

"""GeoPackages: tables alone, whatever their names, and nothing that a file might compute."""

import shutil
import sqlite3

import geopandas as gpd
import pytest
import shapely

from tests.factories.polygon_files import CRS, EAST, WEST, table
from tools.errors import AreaError
from tools.polygons.polygon_source import PolygonSource
from tools.polygons.reading import read_polygons

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fid, NULL AS geom FROM n"


def read(path, layer=None):
    return read_polygons(PolygonSource(path, layer))


@pytest.fixture
def package(tmp_path):
    path = tmp_path / "a.gpkg"
    table(WEST, EAST, name=["west", "east"]).to_file(path, layer='odd "name"; --')
    return path


def changed(path, *statements):
    """The package after statements that no trigger of GDAL's may see."""
    with sqlite3.connect(path) as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{name.replace(chr(34), 2 * chr(34))}"')
        for statement in statements:
            database.execute(*statement) if isinstance(statement, tuple) else database.execute(statement)
    database.close()
    return path


def test_any_name_of_a_layer_is_read(package):
    assert [one.attributes["name"] for one in read(package).features] == ["west", "east"]


def with_view(path):
    return changed(
        path,
        f"CREATE VIEW endless AS {ENDLESS}",
        "INSERT INTO gpkg_contents (table_name, data_type, srs_id) VALUES ('endless', 'features', 32614)",
        "INSERT INTO gpkg_geometry_columns VALUES ('endless', 'geom', 'POLYGON', 32614, 0, 0)",
    )


def test_views_are_not_run(package):
    assert len(read(with_view(package)).features) == 2
    with pytest.raises(AreaError, match="has no layer 'endless'"):
        read(package, "endless")
    changed(package, "DELETE FROM gpkg_contents WHERE table_name <> 'endless'")
    with pytest.raises(AreaError, match="its layers are views, which are not run; save them as layers"):
        read(package)


@pytest.mark.parametrize("listing", ["gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"])
def test_a_listing_that_is_a_view_is_none(package, listing):
    changed(package, f"ALTER TABLE {listing} RENAME TO hidden", f"CREATE VIEW {listing} AS {ENDLESS}")
    with pytest.raises(AreaError, match="it is a database, but no GeoPackage"):
        read(package)


def test_computed_columns_are_not_computed(package):
    changed(package, 'ALTER TABLE "odd ""name""; --" ADD COLUMN big GENERATED ALWAYS AS (zeroblob(999999999)) VIRTUAL')
    assert [set(one.attributes) for one in read(package).features] == [{"fid", "name"}] * 2


def test_shapes_that_are_none_say_why(package):
    changed(package, """UPDATE "odd ""name""; --" SET geom = x'0102' WHERE name = 'west'""")
    assert [one.problem for one in read(package).features] == ["has a damaged shape", ""]
    changed(package, """UPDATE "odd ""name""; --" SET geom = NULL, name = NULL""")
    with pytest.raises(AreaError, match="feature 1 has no shape"):
        read(package)


def nested(depth):
    """A shape in collections in collections, as bytes of a GeoPackage."""
    body = b"\x01\x07\x00\x00\x00\x01\x00\x00\x00" * depth + shapely.box(0, 0, 1, 1).wkb
    return b"GP\x00\x01" + bytes(4) + body


@pytest.mark.parametrize(("depth", "problem"), [(3, ""), (500_000, "has a damaged shape")])
def test_collections_are_read_to_a_depth(package, depth, problem):
    changed(package, ("""UPDATE "odd ""name""; --" SET geom = ? WHERE name = 'west'""", (nested(depth),)))
    assert read(package).features[0].problem == problem


def test_counts_beyond_the_bytes_are_damage(package):
    huge = b"GP\x00\x01" + bytes(4) + b"\x01\x03\x00\x00\x00\xff\xff\xff\xff\xff\xff\xff\x7f"
    changed(package, f"""UPDATE "odd ""name""; --" SET geom = x'{huge.hex()}' WHERE name = 'west'""")
    assert read(package).features[0].problem == "has a damaged shape"


def test_other_databases_and_damage_are_told(tmp_path, package):
    with sqlite3.connect(tmp_path / "b.gpkg") as database:
        database.execute("CREATE TABLE a (b)")
    database.close()
    with pytest.raises(AreaError, match=r"b\.gpkg cannot be read as polygons: it is a database, but no GeoPackage\."):
        read(tmp_path / "b.gpkg")
    data = package.read_bytes()
    package.write_bytes(data[:30_000])
    with pytest.raises(AreaError, match="it is damaged, or locked by another program"):
        read(package)


def test_damage_among_the_rows_is_told(tmp_path):
    package = tmp_path / "a.gpkg"
    table(*[WEST] * 2_000, name=["x" * 200] * 2_000).to_file(package)
    page = 4_096
    data = bytearray(package.read_bytes())
    for start in range(40 * page, 60 * page, page):
        data[start : start + 64] = b"\xff" * 64
    package.write_bytes(bytes(data))
    with pytest.raises(AreaError, match="it is damaged, or locked by another program"):
        read(package)


def test_a_package_that_is_open_elsewhere_is_read_and_nothing_is_left_beside_it(tmp_path, package):
    before = package.read_bytes()
    shutil.copy(package, tmp_path / "b.gpkg")
    assert len(read(tmp_path / "b.gpkg").features) == 2
    assert {path.name for path in tmp_path.iterdir()} == {"a.gpkg", "b.gpkg"}
    writer = sqlite3.connect(package)
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("CREATE TABLE later (a)")
    writer.commit()
    assert len(read(package).features) == 2
    writer.close()
    assert before != package.read_bytes()


def test_a_layer_without_crs_is_told(tmp_path):
    shapes = gpd.GeoDataFrame({"name": ["a"]}, geometry=[shapely.box(0, 0, 1, 1)], crs=CRS)
    shapes.to_file(tmp_path / "a.gpkg")
    changed(tmp_path / "a.gpkg", "UPDATE gpkg_geometry_columns SET srs_id = -1")
    assert read(tmp_path / "a.gpkg").crs is None

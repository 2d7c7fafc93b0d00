"""Areas and zones as people send them: layers, slips of the pen, other programs' formats, other CRS."""

import json

import geopandas as gpd
import numpy as np
import pytest
import shapely

from tests.factories.polygon_files import (
    CRS,
    EAST,
    HALF,
    LEFT,
    PAIR,
    TOP,
    WEST,
    feature,
    geojson,
    kml,
    on_ground,
    pixels,
    placemark,
    polygon,
    reprojected,
    shapefile_parts,
    source,
    table,
    zipped,
)
from tools.errors import AreaError
from tools.pairs.areas import read_area_of_interest, read_zones

SPIKE = ((0, 0), (64, 0), (64, 60), (120, 60), (64, 60), (64, 128), (0, 128))
COLLAPSED, BOWTIE = ((80, 50), (100, 50), (90, 50)), ((0, 0), (128, 128), (128, 0), (0, 128))
POINT = {"type": "Point", "coordinates": [LEFT + 5, TOP - 5]}


def zones(path, layer=None, id_column=None):
    found = read_zones(source(path, layer, id_column), PAIR)
    return {area.name: pixels(area) for area in found.areas}, found.left_out


@pytest.fixture
def parcels(tmp_path):
    """A function that writes a GeoPackage with a layer in front of that of the parcels."""

    def write(name, first, title):
        path = tmp_path / name
        first.to_file(path, layer=title, driver="GPKG")
        table(WEST, EAST, name=["west", "east"]).to_file(path, layer="parcels", driver="GPKG")
        return path

    return write


def test_of_layers_the_one_with_polygons_is_taken(parcels):
    points = gpd.GeoDataFrame({"name": ["n0"]}, geometry=[shapely.Point(LEFT + 10, TOP - 10)], crs=CRS)
    path = parcels("project.gpkg", points, "gps_points")
    assert zones(path) == ({"west": HALF, "east": HALF}, ())
    assert pixels(read_area_of_interest(str(path), PAIR)) == 2 * HALF


@pytest.mark.parametrize("word", ["layer", "layername", "LAYERNAME"])
def test_of_several_layers_with_polygons_one_is_asked_for(parcels, word):
    small = table(((0, 0), (20, 0), (20, 20), (0, 20)), name=["n0"])
    path = parcels("project2.gpkg", small, "old_outline")
    asked = r"in several layers: old_outline, parcels; choose one, for example 'project2\.gpkg\|layer=old_outline'"
    for read in (lambda: read_area_of_interest(str(path), PAIR), lambda: zones(path)):
        with pytest.raises(AreaError, match=asked):
            read()
    area = read_area_of_interest(f"{path}|{word}=parcels", PAIR)
    assert (area.name, pixels(area)) == ("project2.gpkg|layer=parcels", 2 * HALF)
    assert zones(path, "old_outline")[0] == {"n0": 40 * 40}
    with pytest.raises(AreaError, match=r"has no layer 'fields'; it has old_outline, parcels"):
        zones(path, "fields")


@pytest.mark.parametrize(
    ("rings", "count"),
    [((SPIKE,), HALF), ((EAST, COLLAPSED), HALF), ((BOWTIE,), HALF), (((*WEST, *WEST[:2]),), HALF)],
    ids=["spike", "collapsed hole", "bowtie", "overrun"],
)
def test_slips_of_the_pen_are_mended(tmp_path, rings, count):
    area = read_area_of_interest(str(geojson(tmp_path / "a.geojson", feature(polygon(*rings)))), PAIR)
    assert pixels(area) == pytest.approx(count, abs=128)
    assert area.notes == ()


def test_of_a_collection_the_polygons_are_kept(tmp_path):
    both = {
        "type": "GeometryCollection",
        "geometries": [POINT, {"type": "GeometryCollection", "geometries": [polygon(WEST)]}],
    }
    path = geojson(tmp_path / "c.geojson", feature(both, name="west"), feature(polygon(SPIKE), name="again"))
    assert zones(path) == ({"west": HALF, "again": HALF}, ())


def test_features_that_are_no_zones_are_named_and_the_numbers_stay(tmp_path):
    tiny, far = ((5.1, 5.1), (5.2, 5.1), (5.2, 5.2), (5.1, 5.2)), tuple((x + 9_000, y) for x, y in WEST)
    shapes = [POINT, polygon(WEST), None, polygon(EAST), polygon(tiny), polygon(far), polygon(tiny)]
    path = geojson(tmp_path / "mixed.geojson", *map(feature, shapes))
    found, left_out = zones(path)
    assert found == {"2": HALF, "4": HALF}
    assert [(one.zones, one.reason) for one in left_out] == [
        (("1",), "is a point, not a polygon"),
        (("3",), "has no shape"),
        (("5", "7"), "is so small or narrow that no pixel's centre lies in it"),
        (("6",), "lies outside the images"),
    ]
    told = [one.told("zone") for one in left_out]
    assert told[0] == "The zone 1 of mixed.geojson is left out: it is a point, not a polygon."
    assert told[2].startswith("2 zones of mixed.geojson are left out, since each is so small")
    area = read_area_of_interest(str(path), PAIR)
    assert area.notes[0] == "The feature 1 of mixed.geojson is left out: it is a point, not a polygon."


def test_of_very_many_features_elsewhere_some_are_named(tmp_path):
    far = [feature(polygon(tuple((x + 9_000, y) for x, y in WEST)), name=f"far {number}") for number in range(40)]
    _, (left_out,) = zones(geojson(tmp_path / "many.geojson", feature(polygon(WEST), name="here"), *far))
    assert (len(left_out.zones), left_out.count) == (12, 40)
    assert left_out.told("zone").endswith("far 11 and 28 more.")


def test_an_area_below_a_pixel_is_told_as_such(tmp_path):
    tiny = ((5.3, 5.3), (5.4, 5.3), (5.4, 5.4), (5.3, 5.4))
    path = geojson(tmp_path / "tiny.geojson", feature(polygon(tiny)))
    for read in (lambda: read_area_of_interest(str(path), PAIR), lambda: zones(path)):
        with pytest.raises(AreaError, match=r"No polygon of tiny\.geojson is large enough: each is so small"):
            read()
    with pytest.raises(AreaError, match="no pixel's centre"):
        read_area_of_interest(f"{LEFT + 0.3},{TOP - 0.45},{LEFT + 0.45},{TOP - 0.3}@{CRS}", PAIR)
    sliver = ((0, 0), (128, 64), (128, 64.2), (0, 0.2))
    found, left_out = zones(geojson(tmp_path / "sliver.geojson", feature(polygon(sliver)), feature(polygon(WEST))))
    assert (found["1"] > 0, left_out) == (True, ())


@pytest.fixture
def sent(tmp_path):
    """The west half in a file of that name."""

    def write(name):
        path = tmp_path / name
        west = table(WEST, name=["west"])
        if path.suffix in (".shp", ".fgb", ".gpkg"):
            west.to_file(path)
        elif path.suffix == ".zip":
            west.to_file(tmp_path / "west.shp")
            zipped(path, *shapefile_parts(tmp_path / "west.shp"), inside="for you/")
        elif path.suffix == ".kml":
            path.write_text(kml(placemark("west", WEST)), encoding="utf-8")
        elif path.suffix == ".kmz":
            (tmp_path / "doc.kml").write_text(kml(placemark("west", WEST)), encoding="utf-8")
            zipped(path, tmp_path / "doc.kml")
        return path

    return write


@pytest.mark.parametrize("name", ["w.kml", "w.kmz", "w.zip", "w.fgb", "w.gpkg", "w.shp"])
def test_files_of_all_programs_hold_the_same_area(sent, name):
    path = sent(name)
    assert zones(path) == ({"west": HALF}, ())
    assert pixels(read_area_of_interest(str(path), PAIR)) == HALF


def test_a_bare_polygon_is_an_area(tmp_path):
    path = tmp_path / "bare.geojson"
    path.write_text(json.dumps({"type": "Polygon", "coordinates": [reprojected(on_ground(WEST), "EPSG:4326")]}))
    assert pixels(read_area_of_interest(str(path), PAIR)) == HALF


@pytest.mark.parametrize(
    ("crs", "turned", "declared", "way_out"),
    [
        ("EPSG:4326", True, None, "with its two coordinates swapped it would: write longitude before latitude"),
        ("EPSG:3857", False, None, r"read as WGS 84 / Pseudo-Mercator \(EPSG:3857\) it would: assign that CRS"),
        (CRS, False, None, r"read as WGS 84 / UTM zone 14N \(EPSG:32614\) it would: assign that CRS"),
        (CRS, True, CRS, "with its two coordinates swapped it would: write x before y"),
        ("EPSG:4326", False, "EPSG:3857", "read as longitude and latitude it would: assign that CRS"),
        ("EPSG:2154", False, None, "its coordinates are no degrees, and it names no other CRS; assign the right one"),
        ("EPSG:2154", False, CRS, "check its CRS and that it is the right place"),
    ],
)
def test_coordinates_of_another_kind_are_told_with_the_way_out(tmp_path, crs, turned, declared, way_out):
    ring = reprojected(on_ground(WEST), crs)
    ring = [corner[::-1] for corner in ring] if turned else ring
    path = geojson(tmp_path / "odd.geojson", feature({"type": "Polygon", "coordinates": [ring]}), crs=declared)
    for read in (lambda: read_area_of_interest(str(path), PAIR), lambda: zones(path)):
        with pytest.raises(AreaError, match=rf"No polygon of odd\.geojson lies in the images; {way_out}"):
            read()


def test_a_box_with_swapped_degrees_is_told_as_such():
    corners = reprojected(on_ground(WEST), "EPSG:4326")
    (left, bottom), (right, top) = np.min(corners, 0), np.max(corners, 0)
    assert pixels(read_area_of_interest(f"{left},{bottom},{right},{top}", PAIR)) == pytest.approx(HALF, abs=400)
    with pytest.raises(AreaError, match="coordinates swapped it would: write longitude before latitude"):
        read_area_of_interest(f"{bottom},{left},{top},{right}", PAIR)
    with pytest.raises(AreaError, match=r"UTM zone 14N \(EPSG:32614\) it would: write @EPSG:32614 after the box"):
        read_area_of_interest(f"{LEFT},{TOP - 50},{LEFT + 50},{TOP}", PAIR)


def test_a_shapefile_without_crs_is_told_with_the_crs_that_fits(sent):
    path = sent("noprj.shp")
    path.with_suffix(".prj").unlink()
    with pytest.raises(
        AreaError, match=r"noprj\.shp does not tell its CRS; read as WGS 84 / UTM zone 14N \(EPSG:32614\) it"
    ):
        zones(path)


def test_attributes_go_with_the_zones(tmp_path):
    rows = [
        feature(polygon(WEST), Parcel_Nr="A-1", owner="Meier", vacant=True),
        feature(polygon(EAST), Parcel_Nr="B-2"),
    ]
    found = read_zones(source(geojson(tmp_path / "p.geojson", *rows)), PAIR).areas
    assert [area.name for area in found] == ["A-1", "B-2"]
    assert [dict(area.attributes) for area in found] == [
        {"Parcel_Nr": "A-1", "owner": "Meier", "vacant": True},
        {"Parcel_Nr": "B-2"},
    ]
    assert list(zones(tmp_path / "p.geojson", id_column="OWNER")[0]) == ["Meier", "feature 2"]


def test_the_column_of_names_can_be_told(tmp_path):
    rows = [feature(polygon(ring), name="x", plot=plot) for ring, plot in ((WEST, 7.0), (EAST, 7.0))]
    path = geojson(tmp_path / "p.geojson", *rows)
    assert list(zones(path)[0]) == ["1", "2"], "no column names each once"
    with pytest.raises(AreaError, match=r"has no column 'nr' to name the zones by; it has name, plot\."):
        zones(path, id_column="nr")
    with pytest.raises(AreaError, match=r"The column plot of p\.geojson names the features 1 and 2 alike \(7\); name"):
        zones(path, id_column="plot")
    rows[1]["properties"]["plot"] = 8
    assert list(zones(geojson(path, *rows), id_column="plot")[0]) == ["7", "8"]

"""Polygon files that want to reach the network or other files, to run without end, or to fill the memory."""

import json
import sqlite3
import threading
import zipfile
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import numpy as np
import pytest
import shapely

from tests.factories.polygon_files import (
    PAIR,
    WEST,
    feature,
    geojson,
    kml,
    pixels,
    placemark,
    polygon,
    source,
    table,
)
from tools.errors import AreaError
from tools.pairs.areas import read_area_of_interest, read_zones
from tools.polygons import file_content
from tools.polygons.repair import meet_too_often


@pytest.fixture
def server():
    """A server on this machine, and the paths that were asked of it."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        do_HEAD = do_GET  # noqa: N815 - the name that the server calls

        def log_message(self, *_):
            """Nothing on stderr."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}", asked
        running.shutdown()
        thread.join()


@pytest.fixture
def refused(tmp_path):
    """A function that reads a file as area and as zones, and returns the sentence of refusal."""

    def read(name, content):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        with pytest.raises(AreaError) as first:
            read_area_of_interest(str(path), PAIR)
        with pytest.raises(AreaError) as second:
            read_zones(source(path), PAIR)
        assert str(first.value) == str(second.value)
        return str(first.value)

    return read


DECOYS = {
    "gdalg": '{{"type": "gdal_streamed_alg", "command_line": "gdal vector convert {url}/a.json --of stream s"}}',
    "wfs": "<OGRWFSDataSource><URL>{url}/wfs</URL></OGRWFSDataSource>",
    "vrt": '<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/vsicurl/{url}/a.json</SrcDataSource>'
    "</OGRVRTLayer></OGRVRTDataSource>",
    "csw": "<GetCapabilities service='CSW'><URL>{url}</URL></GetCapabilities>",
    "address": "{url}/areas.geojson",
    "landing page": '{{"links": [{{"rel": "data", "href": "{url}/collections"}}], "conformsTo": []}}',
    "network link": '<kml xmlns="http://www.opengis.net/kml/2.2"><NetworkLink><Link><href>{url}/a.kml</href></Link></NetworkLink></kml>',
    "entity": '<!DOCTYPE kml [<!ENTITY a SYSTEM "{url}/a">]><kml>&a;</kml>',
}


@pytest.mark.parametrize("kind", DECOYS)
@pytest.mark.parametrize("ending", [".geojson", ".json", ".kml", ".gpkg", ".shp", ".fgb", ".zip"])
def test_what_points_elsewhere_is_not_followed(server, refused, kind, ending):
    address, asked = server
    sentence = refused(f"a{ending}", DECOYS[kind].format(url=address))
    assert sentence.startswith(f"a{ending} ")
    assert asked == []


@pytest.mark.parametrize("kind", ["link", "url", "name"])
def test_a_crs_behind_a_link_is_not_fetched(server, refused, kind):
    address, asked = server
    crs = {
        "type": kind,
        "properties": {"href": f"{address}/crs", "url": f"{address}/crs", "name": f"{address}/crs/EPSG/4326"},
    }
    tree = {"type": "FeatureCollection", "crs": crs, "features": [feature(polygon(WEST))]}
    assert "CRS" in refused("a.geojson", json.dumps(tree))
    assert asked == []


@pytest.mark.parametrize(
    "wkt", ['PARAMETERFILE["x","/etc/passwd"]', "+proj=longlat +nadgrids=/etc/passwd", "A[" * 40_000]
)
def test_definitions_of_a_crs_name_no_files(tmp_path, refused, wkt):
    table(WEST, name=["a"]).to_file(tmp_path / "a.shp")
    (tmp_path / "a.prj").write_text(wkt, encoding="utf-8")
    assert (
        "the CRS" in refused("a.shp", None)
        or "of its CRS" in refused("a.shp", None)
        or "larger" in refused("a.shp", None)
    )


@pytest.mark.parametrize(
    "path", ["/vsicurl/{url}/a.geojson", "/vsizip//vsicurl/{url}/a.zip", "{url}/a.geojson", "a\0.geojson"]
)
def test_names_that_only_gdal_knows_are_no_files(server, path):
    address, asked = server
    with pytest.raises(AreaError, match="was not found"):
        read_area_of_interest(path.format(url=address), PAIR)
    assert asked == []


def test_names_that_no_system_takes_are_told():
    with pytest.raises(AreaError, match="cannot be read: File name too long"):
        read_area_of_interest("x" * 5_000 + ".geojson", PAIR)


@pytest.mark.parametrize("name", ["../a.kml", "/etc/a.kml", "x/../../a.kml", "..\\a.kml"])
def test_archives_that_lead_out_of_themselves_are_refused(tmp_path, refused, name):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(name, kml(placemark("a", WEST)))
    assert "lead out of it" in refused("a.zip", None)


def test_links_in_archives_are_refused(tmp_path, refused):
    with zipfile.ZipFile(tmp_path / "a.kmz", "w") as archive:
        link = zipfile.ZipInfo("doc.kml")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert "it holds links" in refused("a.kmz", None)


def test_archives_that_swell_are_read_up_to_a_limit(tmp_path, refused, monkeypatch):
    with zipfile.ZipFile(tmp_path / "bomb.kmz", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("doc.kml", b"<kml>" + b" " * 150_000_000)
    assert "larger than 100 MB" in refused("bomb.kmz", None)
    with zipfile.ZipFile(tmp_path / "many.zip", "w") as archive:
        for number in range(file_content.MAX_MEMBERS + 1):
            archive.writestr(f"{number}.kml", "")
    assert "more than 10,000 files" in refused("many.zip", None)
    with zipfile.ZipFile(tmp_path / "lzma.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.kml", kml(placemark("a", WEST)))
    assert "compressed in an unusual way" in refused("lzma.zip", None)


def test_an_archive_in_an_archive_is_not_unpacked(tmp_path, refused):
    with zipfile.ZipFile(tmp_path / "inner.zip", "w") as archive:
        archive.writestr("a.kml", kml(placemark("a", WEST)))
    with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
        archive.write(tmp_path / "inner.zip", "inner.zip")
    assert "of no known kind" in refused("outer.zip", None)


def test_a_database_is_read_within_its_limits(tmp_path, refused):
    path = tmp_path / "a.gpkg"
    table(WEST, name=["a"]).to_file(path)
    with closing(sqlite3.connect(path)) as database:
        endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fid, i AS geom FROM n"
        database.execute("DROP TABLE a")
        database.execute(f"CREATE VIEW a AS {endless}")
        database.commit()
    assert "its layers are views, which are not run" in refused("a.gpkg", None)


def test_outlines_in_a_tangle_are_refused_before_they_are_cut(tmp_path):
    dice = np.random.default_rng(1)
    tangle = shapely.Polygon(dice.uniform(0, 100, (3_000, 2)))
    assert meet_too_often([tangle])
    corners = dice.uniform(0, 100, (3_000, 2)).tolist()
    path = geojson(
        tmp_path / "tangle.geojson", feature(polygon(WEST), name="west"), feature(polygon(corners), name="tangle")
    )
    found = read_zones(source(path), PAIR)
    assert [(one.zones, one.reason) for one in found.left_out] == [
        (("tangle",), "crosses itself too often to be repaired")
    ]
    stripes = [
        feature(polygon(((i / 10, 0), (i / 10 + 0.05, 0), (i / 10 + 0.05, 100), (i / 10, 100)))) for i in range(400)
    ]
    across = [
        feature(polygon(((0, i / 10), (100, i / 10), (100, i / 10 + 0.05), (0, i / 10 + 0.05)))) for i in range(400)
    ]
    with pytest.raises(AreaError, match="cross each other too often to be joined; dissolve them in QGIS"):
        read_area_of_interest(str(geojson(tmp_path / "grid.geojson", *stripes, *across)), PAIR)


def test_many_neighbours_do_not_count_as_a_tangle():
    cells = [shapely.box(x, y, x + 1, y + 1) for x in range(60) for y in range(60)]
    assert not meet_too_often(cells)


def test_members_without_a_name_are_passed_over(tmp_path):
    layer = geojson(tmp_path / "areas.geojson", feature(polygon(WEST)))
    with zipfile.ZipFile(tmp_path / "areas.zip", "w") as archive:
        archive.write(layer, layer.name)
        archive.writestr(zipfile.ZipInfo(""), "nothing")
    packed, plain = (read_area_of_interest(str(path), PAIR) for path in (tmp_path / "areas.zip", layer))
    assert pixels(packed) == pixels(plain) > 0

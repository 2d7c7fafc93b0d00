"""KML of Google Earth: folders, holes, several shapes to a placemark, and what it must not do."""

import pytest

from tests.factories.polygon_files import EAST, WEST, kml, placemark, zipped
from tools.errors import AreaError
from tools.polygons.polygon_source import PolygonSource
from tools.polygons.reading import read_polygons

HOLE, SECOND = ((10, 10), (20, 10), (20, 20), (10, 20)), ((30, 30), (40, 30), (40, 40), (30, 40))
DATA = (
    '<ExtendedData><Data name="owner"><value>Meier</value></Data>'
    '<SchemaData><SimpleData name="nr">7</SimpleData></SchemaData></ExtendedData>'
)


def read(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "a.kml"
    path.write_text(text, encoding=encoding)
    return read_polygons(PolygonSource(path)).features


def test_polygons_of_all_folders_are_read_with_their_attributes(tmp_path):
    text = kml(
        f"<Folder><name>north</name>{placemark('a', WEST, HOLE, SECOND, more=DATA)}</Folder>",
        f"<Folder><name>south</name><Folder>{placemark('b', EAST)}</Folder></Folder>",
    )
    first, second = read(tmp_path, text)
    assert first.attributes == {"folder": "north", "name": "a", "owner": "Meier", "nr": "7"}
    assert (len(first.shape.interiors), second.attributes) == (2, {"folder": "south", "name": "b"})


def test_a_placemark_may_have_several_shapes(tmp_path):
    shapes = placemark("x", WEST).split("</name>")[1].split("</Placemark>")[0]
    other = placemark("x", EAST).split("</name>")[1].split("</Placemark>")[0]
    point = "<Point><coordinates>1,2,3</coordinates></Point>"
    text = kml(f"<Placemark><name>all</name><MultiGeometry>{point}{shapes}{other}</MultiGeometry></Placemark>")
    (found,) = read(tmp_path, text)
    assert found.attributes["name"] == "all"
    whole = sum(one.shape.area for one in read(tmp_path, kml(placemark("w", WEST), placemark("e", EAST))))
    assert found.shape.area == pytest.approx(whole)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-8-sig"])
def test_any_unicode_is_read(tmp_path, encoding):
    (found,) = read(tmp_path, kml(placemark("Київ", WEST)).replace('encoding="UTF-8"', ""), encoding)
    assert found.attributes["name"] == "Київ"


def test_a_kmz_with_pictures_is_read(tmp_path):
    (tmp_path / "doc.kml").write_text(kml(placemark("a", WEST)), encoding="utf-8")
    (tmp_path / "icon.png").write_bytes(b"\x89PNG")
    path = zipped(tmp_path / "a.kmz", tmp_path / "icon.png", tmp_path / "doc.kml")
    assert len(read_polygons(PolygonSource(path)).features) == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("<svg></svg>", "it is XML, but no KML"),
        ("<kml><Document>", "it is damaged, or was cut short"),
        ('<!DOCTYPE k [<!ENTITY a "b">]><kml>&a;</kml>', "it declares entities"),
        ('<!DOCTYPE k SYSTEM "http://127.0.0.1:9/a.dtd"><kml></kml>', "it declares entities"),
        ("<kml></kml>", "holds no polygon; draw one"),
        ("<kml><Placemark><name>a</name></Placemark></kml>", "feature 1 has no shape"),
        ("<kml>" * 100_000, "it is damaged, or was cut short"),
        (kml("<Placemark><Point><coordinates>1,2</coordinates></Point></Placemark>"), "feature 1 is a point"),
        (kml(placemark("a", WEST).replace(",", ";")), "coordinates that are no numbers"),
        (kml(placemark("a", WEST).replace("LinearRing", "LinearThing")), "feature 1 has no shape"),
    ],
)
def test_other_xml_is_refused_in_one_sentence(tmp_path, text, sentence):
    with pytest.raises(AreaError, match=sentence):
        read(tmp_path, text)

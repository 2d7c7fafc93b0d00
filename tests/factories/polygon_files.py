"""Polygon files as programs of the field write them, around one grid of 256 x 256 pixels of half a metre."""

import json
import zipfile

import geopandas as gpd
import numpy as np
import shapely
from affine import Affine
from pyproj import Transformer

from mci_model.prediction import Window
from tests.tools.drawn_maps import DrawnPair
from tools.polygons.polygon_source import PolygonSource
from tools.rasters.georeference import Georeference

CRS, LEFT, TOP, SIDE = "EPSG:32614", 621_000, 3_349_000, 128
GRID = Georeference(CRS, Affine(0.5, 0, LEFT, 0, -0.5, TOP), 2 * SIDE, 2 * SIDE)
PAIR = DrawnPair((2 * SIDE, 2 * SIDE), GRID)
WEST, EAST = ((0, 0), (64, 0), (64, 128), (0, 128)), ((64, 0), (128, 0), (128, 128), (64, 128))
"""Halves of the grid, in metres from its corner, downwards."""
HALF = 256 * 128
"""Pixels."""


def on_ground(corners):
    """Metres from the grid's corner as a closed ring of UTM."""
    ring = [[LEFT + x, TOP - y] for x, y in corners]
    return [*ring, ring[0]]


def reprojected(ring, crs):
    to = Transformer.from_crs(CRS, crs, always_xy=True)
    return [list(to.transform(*corner)) for corner in ring]


def polygon(*rings):
    return {"type": "Polygon", "coordinates": [on_ground(ring) for ring in rings]}


def feature(geometry, **properties):
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def geojson(path, *features, crs="urn:ogc:def:crs:EPSG::32614", **more):
    tree = {"type": "FeatureCollection", "features": list(features)} | more
    if crs:
        tree["crs"] = {"type": "name", "properties": {"name": crs}}
    path.write_text(json.dumps(tree), encoding="utf-8")
    return path


def table(*corners, crs=CRS, **columns):
    shapes = [shapely.Polygon(on_ground(one)) for one in corners]
    return gpd.GeoDataFrame(columns, geometry=shapes, crs=CRS).to_crs(crs)


def kml(*placemarks):
    return (
        '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
        f"<name>all</name>{''.join(placemarks)}</Document></kml>"
    )


def placemark(name, *rings, more=""):
    outline, *holes = (
        f"<LinearRing><coordinates>{' '.join(f'{x:.9f},{y:.9f},0' for x, y in ring)}</coordinates></LinearRing>"
        for ring in (reprojected(on_ground(ring), "EPSG:4326") for ring in rings)
    )
    inner = "".join(f"<innerBoundaryIs>{hole}</innerBoundaryIs>" for hole in holes)
    shape = f"<Polygon><outerBoundaryIs>{outline}</outerBoundaryIs>{inner}</Polygon>"
    return f"<Placemark><name>{name}</name>{more}{shape}</Placemark>"


def zipped(path, *files, inside=""):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.write(file, f"{inside}{file.name}")
    return path


def shapefile_parts(path):
    return [
        path.with_suffix(end) for end in (".shp", ".shx", ".dbf", ".prj", ".cpg") if path.with_suffix(end).is_file()
    ]


def source(path, layer=None, id_column=None):
    return PolygonSource(path, layer, id_column)


def pixels(area):
    """How many pixels of the grid lie in an area."""
    return int(np.count_nonzero(area.inside(Window(0, 0, 2 * SIDE, 2 * SIDE))))

"""Parcels on the drawn ground of `tests.factories.ground.land`: a lattice of 20 x 20 px with ids and owners."""

import geopandas as gpd
import shapely

from tests.factories.ground.land import PLACE, SIDE
from tools.workspace.run_settings import RunSettings

EDGE = 20


def on_ground(left, top, right, bottom):
    """A box of pixels, rows counted downwards, in metres."""
    (west, north), (east, south) = PLACE @ (left, top), PLACE @ (right, bottom)
    return shapely.box(west, south, east, north)


def lattice(**more):
    """P00 is the top left one, P01 right of it; `more` are further boxes by id."""
    places = range(SIDE // EDGE)
    boxes = {f"P{row}{column}": (column, row) for row in places for column in places}
    shapes = {name: (c * EDGE, r * EDGE, (c + 1) * EDGE, (r + 1) * EDGE) for name, (c, r) in boxes.items()} | more
    owners = [f"owner {number % 3}" for number in range(len(shapes))]
    columns = {"parcel_id": list(shapes), "owner": owners}
    return gpd.GeoDataFrame(columns, geometry=[on_ground(*box) for box in shapes.values()], crs="EPSG:32614")


def parcel_settings(folder, table=None, **more):
    """Settings whose zones are parcels of a file."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "parcels.gpkg"
    (lattice() if table is None else table).to_file(path, engine="pyogrio")
    return RunSettings(zones=path, zone_id="parcel_id", **more)

"""Change by parcel on drawn ground: a clearing of 24 x 30 px in rows 20-44 and columns 20-50, parcels of 20 x 20 px."""

import geopandas as gpd
import numpy as np
import pytest
import rasterio
import shapely
from PIL import Image

from tests.factories.ground.land import CLEARING, land_space
from tests.factories.ground.parcels import lattice, parcel_settings
from tools.errors import AreaError, NoZonesError, StatementError
from tools.measurements.parcels.parcel_change import ParcelWish, parcel_change
from tools.workspace.workspace import Workspace

TREES = ParcelWish("trees", "lost", "trees lost > 45 %")


def found(folder, wish, table=None, **more):
    made = land_space(folder, CLEARING, settings=parcel_settings(folder, table, **more))
    return made, parcel_change(made, made.pair(), wish)


def test_the_parcels_of_the_clearing_come_first(tmp_path):
    _, told = found(tmp_path, TREES)
    assert (told.kind, told.way, told.parcels) == ("trees", "lost", 64)
    assert [row.parcel for row in told.rows[:3]] == ["P11", "P12", "P21"]
    assert told.rows[0].share == pytest.approx(1.0, abs=0.02)
    half = next(row for row in told.rows if row.parcel == "P12")
    assert half.share == pytest.approx(0.5, abs=0.02)
    assert half.low_share == pytest.approx(half.share - 0.1, abs=0.01)
    assert half.verdict == "open"
    assert (told.holds, told.undecided) == (1, 1)
    assert told.pixels == pytest.approx(720, abs=50)
    assert told.area_m2 == pytest.approx(100 * told.pixels, rel=0.01)
    assert told.rows[0].ndvi_difference < -0.3


def test_shares_are_those_of_the_map_of_transitions(tmp_path):
    """The sum over a lattice that covers the image is what the image as a whole tells."""
    made, told = found(tmp_path, ParcelWish())
    from tools.measurements.cover_maps import land_cover_transitions

    whole = land_cover_transitions(made, made.pair())
    assert (told.kind, told.way) == ("any", "changed")
    assert told.pixels == whole.changed.pixels
    assert told.area_m2 == pytest.approx(whole.changed.area_m2)


def test_ids_and_attributes_are_kept_in_every_file(tmp_path):
    made, told = found(tmp_path, TREES)
    picture, geopackage, parquet = (made.artefacts[one].path for one in told.files)
    for table in (gpd.read_file(geopackage), gpd.read_parquet(parquet)):
        given = lattice()
        assert table["id"].tolist() == given["parcel_id"].tolist()
        assert table["owner"].tolist() == given["owner"].tolist()
        assert table["area"].to_numpy() == pytest.approx(4.0, rel=0.005)
        assert table.geometry.symmetric_difference(given.geometry).area.max() < 1e-6
        assert table.set_index("id").loc["P11", "verdict"] == "yes"
    assert np.asarray(Image.open(picture)).std() > 10


def test_geoparquet_has_the_columns_of_fiboa(tmp_path):
    import pyarrow.parquet as pq

    made, told = found(tmp_path, TREES)
    names = pq.read_schema(made.artefacts[told.files[2]].path).names
    assert {"id", "geometry", "bbox", "area"} <= set(names)


def test_parcels_that_overlap_are_named_and_measured_each_on_its_own(tmp_path):
    _, told = found(tmp_path, TREES, lattice(X=(20, 20, 50, 44)))
    assert told.rows[0].parcel in ("P11", "P12", "X")
    assert any("P11 / X" in note for note in told.warnings)
    over = next(row for row in told.rows if row.parcel == "X")
    assert over.pixels == pytest.approx(720, abs=5)


def test_parcels_outside_and_too_small_are_named(tmp_path):
    _, told = found(tmp_path, TREES, lattice(FAR=(900, 900, 910, 910), DOT=(3.1, 3.1, 3.2, 3.2)))
    assert told.parcels == 64
    assert {name for one in told.left_out for name in one.zones} == {"FAR", "DOT"}


def test_bad_input_is_refused(tmp_path):
    twice = lattice()
    twice.loc[3, "parcel_id"] = "P00"
    with pytest.raises(AreaError, match=r"alike \(P00\)"):
        found(tmp_path / "twice", TREES, twice)
    with pytest.raises(AreaError, match="lies in the images"):
        found(tmp_path / "far", TREES, lattice().set_geometry(lattice().translate(2e5, 0)))
    with pytest.raises(StatementError, match="no rule for parcels"):
        found(tmp_path / "rule", ParcelWish(rule="much lost"))
    with pytest.raises(StatementError, match="do not tell road"):
        found(tmp_path / "kind", ParcelWish("road"))
    made = land_space(tmp_path / "none", CLEARING)
    with pytest.raises(NoZonesError):
        parcel_change(made, made.pair(), TREES)


def test_unknown_ground_is_no_share_and_no_verdict(tmp_path):
    clouds = np.full((160, 160), 4)
    clouds[:20] = 9
    made = land_space(tmp_path, CLEARING, settings=parcel_settings(tmp_path), extra=(None, clouds))
    told = parcel_change(made, made.pair(), ParcelWish("trees", "lost", "trees lost > 1 %", k=64))
    assert told.unmeasured == 8


def test_it_is_told_again_the_same(tmp_path):
    made, told = found(tmp_path, TREES)
    assert parcel_change(made, made.pair(), TREES) == told


def test_photographs_tell_buildings_and_roads_without_limits(tmp_path, sample, eyes):
    """Parcels that share the image out hold all of its changed buildings."""
    with rasterio.open(sample.before) as image:
        west, south, east, north = image.bounds
        crs = image.crs.to_wkt()
    middle = (west + east) / 2
    halves = [shapely.box(west, south, middle, north), shapely.box(middle, south, east, north)]
    table = gpd.GeoDataFrame({"parcel_id": ["W", "E"]}, geometry=halves, crs=crs)
    made = Workspace(tmp_path / "work", lambda: eyes, settings=parcel_settings(tmp_path, table))
    made.open(sample.before, sample.after)
    told = parcel_change(made, made.pair(), ParcelWish("building"))
    assert (told.kind, told.has_limits, told.accuracy) == ("building", False, None)
    assert told.pixels == sample.truth["building_pixels"]
    assert {row.parcel for row in told.rows} == {"W", "E"}
    first = told.rows[0]
    assert (first.low_share, first.high_share) == pytest.approx((first.share, first.share))
    with pytest.raises(StatementError, match="do not tell water"):
        parcel_change(made, made.pair(), ParcelWish("water"))

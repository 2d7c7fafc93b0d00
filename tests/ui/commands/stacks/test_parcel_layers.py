"""`terradelta parcel-layers`: parcels of two years."""

import json

import geopandas as gpd
import pytest

from tests.factories.ground.parcels import lattice
from ui.cli import run
from ui.error_table import BAD_INPUT, DONE


@pytest.fixture
def years(tmp_path):
    """P00 and P01 are joined, P77 is gone, the others stay; the later file is in degrees."""
    before, after = tmp_path / "2020.gpkg", tmp_path / "2021.geojson"
    lattice().to_file(before, engine="pyogrio")
    kept = lattice().iloc[2:-1]
    joined = lattice(JOINED=(0, 0, 40, 20)).iloc[-1:]
    table = gpd.GeoDataFrame({"parcel_id": [*kept["parcel_id"], *joined["parcel_id"]]},
                             geometry=[*kept.geometry, *joined.geometry], crs=kept.crs)  # fmt: skip
    table.to_crs("EPSG:4326").to_file(after, engine="pyogrio")
    return [str(before), str(after), "--id", "parcel_id", "--out", str(tmp_path / "out")]


def test_what_became_of_parcels_is_told_and_written(years, tmp_path, capsys):
    assert run(["parcel-layers", *years]) == DONE
    told = capsys.readouterr().out
    assert "64 parcels before, 62 after" in told
    assert "merged: 2 before, 1 after (P00, P01 -> JOINED)" in told
    assert "gone: 1 before, 0 after (P77)" in told
    assert "unchanged: 61 before, 61 after" in told
    table = gpd.read_file(tmp_path / "out" / "parcel-layers.gpkg")
    merged = table[table["fate"] == "merged"].iloc[0]
    assert (merged["before"], merged["after"]) == ("P00, P01", "JOINED")
    assert merged["area_m2"] == pytest.approx(80_000, rel=0.005)


def test_one_object_of_json(years, capsys):
    assert run(["parcel-layers", *years, "--json"]) == DONE
    assert json.loads(capsys.readouterr().out)["before"] == 64


def test_a_layer_of_another_country_is_refused(years, tmp_path, capsys):
    far = lattice().set_geometry(lattice().translate(3e5, 2e5))
    far.to_file(tmp_path / "far.gpkg", engine="pyogrio")
    assert run(["parcel-layers", years[0], str(tmp_path / "far.gpkg"), *years[2:]]) == BAD_INPUT
    assert "lie in different places" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()

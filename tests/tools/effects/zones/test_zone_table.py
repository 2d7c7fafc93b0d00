import csv

import numpy as np
import pytest

from tools.benchmarks.zones.simulated_programme import Programme, simulated, write_world
from tools.effects.zones.zone_table import Columns, read_zones
from tools.errors import AreaError, ZoneEffectError
from tools.polygons.polygon_source import PolygonSource

COLUMNS = Columns("forest_kept", "programme", {"table": ("road", "slope"), "sequence": ("path_*",)}, id="zone")


@pytest.fixture(scope="module")
def world():
    return simulated(Programme(side=12), 1)


@pytest.fixture
def rows(world):
    sets = {name: values for listed in world.sets.values() for name, values in listed.items()}
    return [
        {"zone": f"Z{number}", "forest_kept": world.outcome[number], "programme": int(world.treated[number])}
        | {name: values[number] for name, values in sets.items()}
        | {"x": world.places[number, 0], "y": world.places[number, 1], "kind": "rural"}
        for number in range(len(world.outcome))
    ]


def written(tmp_path, rows, delimiter=","):
    path = tmp_path / "zones.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        table.writeheader()
        table.writerows(rows)
    return PolygonSource(path)


def test_a_csv_and_a_geopackage_tell_the_same_zones(tmp_path, world, rows):
    write_world(tmp_path / "zones.gpkg", world)
    from_csv = read_zones(written(tmp_path, rows, ";"), COLUMNS)
    from_gpkg = read_zones(PolygonSource(tmp_path / "zones.gpkg"), COLUMNS)
    for one in (from_csv, from_gpkg):
        assert np.allclose(one.outcome, world.outcome)
        assert (one.treated == world.treated).all()
        assert [each.columns for each in one.sets] == [("road", "slope"), ("path_0", "path_1", "path_2", "path_3")]
    assert from_csv.places.tolist() == world.places.tolist()
    assert from_gpkg.shapes[0] is not None
    assert from_gpkg.crs == "EPSG:32632"


@pytest.mark.parametrize(("yes", "no"), [("true", "false"), ("Yes", "No"), ("1", "0"), ("treated", "control")])
def test_treatment_is_written_in_several_ways(tmp_path, world, rows, yes, no):
    told = [row | {"programme": yes if row["programme"] else no} for row in rows]
    assert (read_zones(written(tmp_path, told), COLUMNS).treated == world.treated).all()


def test_zones_that_lack_a_value_are_left_out(tmp_path, rows):
    table = read_zones(written(tmp_path, [rows[0] | {"path_2": ""}, rows[1] | {"forest_kept": ""}, *rows[2:]]), COLUMNS)
    assert (len(table.names), table.left_out) == (len(rows) - 2, 2)
    assert table.names[0] == "Z2"


@pytest.mark.parametrize(
    ("change", "columns", "complaint"),
    [
        ({}, Columns("nothing", "programme", {"a": ("road",)}), "no column nothing; there is zone"),
        ({}, Columns("forest_kept", "programme", {"a": ("roads*",)}), r"no column roads\*"),
        ({}, Columns("forest_kept", "programme", {"a": ("road", "forest_kept")}), "cannot be a covariate"),
        ({}, Columns("forest_kept", "programme", {"a": ("kind",)}), "where a number is needed"),
        ({}, Columns("forest_kept", "programme", {}), "Name 1 to"),
        ({"forest_kept": 1.5}, COLUMNS, "forest_kept is 1.5 in all zones"),
        ({"road": 0, "slope": 1}, COLUMNS, "covariates of table are the same"),
        ({"programme": 1}, COLUMNS, "144 zones were treated and 0 were not"),
        ({"programme": 2}, COLUMNS, "treatment is written 1 or 0"),
        ({"slope": 2.0}, Columns("forest_kept", "programme", {"a": ("road",)}, probability="slope"), "between 0 and 1"),
    ],
)
def test_what_would_be_needed_is_told(tmp_path, rows, change, columns, complaint):
    with pytest.raises(ZoneEffectError, match=complaint):
        read_zones(written(tmp_path, [row | change for row in rows]), columns)


def test_twelve_zones_are_too_few(tmp_path, rows):
    with pytest.raises(ZoneEffectError, match=r"12 zones .* too few .* about 100 or more would be needed"):
        read_zones(written(tmp_path, rows[:12]), COLUMNS)


def test_files_that_are_no_table_are_told(tmp_path):
    (tmp_path / "empty.csv").write_text("a,b\n", encoding="utf-8")
    with pytest.raises(AreaError, match="holds no row"):
        read_zones(PolygonSource(tmp_path / "empty.csv"), COLUMNS)
    with pytest.raises(AreaError, match="was not found"):
        read_zones(PolygonSource(tmp_path / "nowhere.csv"), COLUMNS)

import geopandas as gpd
import pytest

from tools.benchmarks.zones.simulated_programme import Programme, simulated, write_world
from tools.catalogue.evidence.zone_effect_tools import effect_by_zone
from tools.effects.zones.effect_by_zone import usual_columns
from tools.errors import NoZonesError, ZoneEffectError
from tools.polygons.polygon_source import PolygonSource


@pytest.fixture
def zoned(workspace, tmp_path):
    write_world(tmp_path / "zones.gpkg", simulated(Programme(side=16), 1))
    workspace.add_zones(tmp_path / "zones.gpkg")
    return workspace


def test_effects_are_told_with_a_picture_and_a_table(zoned):
    found = effect_by_zone(zoned, outcome="forest_kept")
    assert (found.outcome, found.treatment, found.zones) == ("forest_kept", "programme", 256)
    assert [one.name for one in found.scores if one.learner == "X"] == ["together", "table", "now", "path"]
    for artefact in found.layers:
        assert zoned.artefacts[artefact].path.is_file()
    assert found.names_most[0].startswith("Z")


def test_a_column_that_is_not_known_by_its_name_must_be_named(zoned):
    with pytest.raises(ZoneEffectError, match="named outcome; say which of"):
        effect_by_zone(zoned)


def test_without_zones_there_is_nothing_to_tell(workspace):
    with pytest.raises(NoZonesError):
        effect_by_zone(workspace)


def test_zones_without_covariates_are_told(tmp_path):
    write_world(tmp_path / "zones.gpkg", simulated(Programme(side=12), 1))
    table = gpd.read_file(tmp_path / "zones.gpkg")[["zone", "forest_kept", "programme", "geometry"]]
    table.to_file(tmp_path / "bare.gpkg", layer="zones")
    with pytest.raises(ZoneEffectError, match="covariates known before treatment would be needed"):
        usual_columns(PolygonSource(tmp_path / "bare.gpkg"), "forest_kept", None)

import geopandas as gpd
import pytest

from tests.factories.assessment.assessed_maps import planned, rows_of, write_map
from tools.assessment.labels import LabelBook
from tools.assessment.sampling.make_plan import make_plan
from tools.assessment.sampling.plan import read_plan
from tools.assessment.sampling.sample_files import read_points
from tools.errors import AssessmentError


def test_a_plan_is_written_and_read_back(tmp_path):
    _, folder, plan = planned(tmp_path, seed=4)
    again = read_plan(folder)
    assert again.classes == plan.classes == ("unchanged", "building", "road")
    assert (again.seed, again.map_sha256, again.points) == (4, plan.map_sha256, plan.points)


def test_the_points_are_files_of_gis_programs_that_do_not_tell_the_map(tmp_path):
    _, folder, plan = planned(tmp_path)
    rows = rows_of(folder / "sample.csv")
    assert len(rows) == plan.points
    assert "stratum" not in rows[0]
    for name in ("sample.gpkg", "sample.geojson"):
        table = gpd.read_file(folder / name)
        assert (table.geom_type == "Point").all()
        assert len(table) == plan.points
    assert [point.id for point in read_points(folder / "sample.csv")] == list(range(1, plan.points + 1))


def test_the_same_seed_writes_the_same_files(tmp_path):
    path = write_map(tmp_path / "change.tif")
    for name in ("a", "b"):
        make_plan(path, tmp_path / name, 0.03, seed=2)
    assert (tmp_path / "a" / "sample.csv").read_bytes() == (tmp_path / "b" / "sample.csv").read_bytes()


def test_expected_accuracies_change_the_size(tmp_path):
    path = write_map(tmp_path / "change.tif")
    usual, _ = make_plan(path, tmp_path / "a", 0.03)
    surer, _ = make_plan(path, tmp_path / "b", 0.03, expected={"unchanged": 0.98, "building": 0.9})
    assert surer.computed_points < usual.computed_points
    with pytest.raises(AssessmentError, match="no class 'castle'"):
        make_plan(path, tmp_path / "c", 0.03, expected={"castle": 0.9})
    with pytest.raises(AssessmentError, match="cannot be expected of road"):
        make_plan(path, tmp_path / "c", 0.03, expected={"road": 1.0})


def test_labels_are_never_overwritten_by_another_sample(tmp_path):
    path, folder, plan = planned(tmp_path)
    LabelBook(folder, plan.classes, [1]).give("anna", 1, "road")
    with pytest.raises(AssessmentError, match="holds labels"):
        make_plan(path, folder, 0.03, seed=9)


def test_a_folder_without_a_plan_is_told(tmp_path):
    with pytest.raises(AssessmentError, match=r"plan\.json was not|plan\.json"):
        read_plan(tmp_path)

from dataclasses import replace

import pytest

from tests.factories.assessment.labelled_sample import sample_of
from tests.factories.class_rasters import pair_of_classes, patches
from tools.assessment.assess import assess, read_assessment, write_assessment
from tools.assessment.labels import LabelBook
from tools.assessment.sampling.make_plan import make_plan
from tools.catalogue.evidence.accuracy_tools import adjusted_areas
from tools.errors import AssessmentError
from tools.measurements.cover_maps import land_cover_transitions
from tools.workspace.assessments import accuracy_of_maps, assessed_classes
from tools.workspace.run_settings import RunSettings


def labelled(path, folder, label="building"):
    """Give all points one label, and write the result."""
    book = LabelBook(folder, ("unchanged", "road", "building"), range(1, 1000))
    for point in range(1, 1 + len((folder / "sample.csv").read_text(encoding="utf-8").splitlines()) - 1):
        book.give("anna", point, label)
    write_assessment(folder, assess(path, folder))
    return folder


@pytest.fixture
def assessed(sample, workspace, tmp_path):
    path, folder, _ = sample_of(sample, tmp_path)
    workspace.choose(RunSettings(assessment=labelled(path, folder)))
    return workspace


def test_areas_of_all_classes_or_of_one(assessed):
    found = adjusted_areas(assessed)
    assert {one.name for one in found.classes} == {"unchanged", "building", "road"}
    (building,) = adjusted_areas(assessed, "building").classes
    assert building.adjusted_share == 1, "everything was labelled so"
    assert building.mapped_m2 < building.adjusted_m2
    assert found.people == 1
    assert found.kappa is None


def test_a_class_that_the_map_does_not_have_is_told(assessed):
    with pytest.raises(AssessmentError, match='no class "trees"'):
        adjusted_areas(assessed, "trees")


def test_without_an_assessment_the_way_to_one_is_told(workspace):
    with pytest.raises(AssessmentError, match="No assessment of a map is open"):
        adjusted_areas(workspace)
    workspace.choose(RunSettings(assessment=workspace.folder / "nowhere"))
    with pytest.raises(AssessmentError, match=r"assessment\.json|nowhere"):
        adjusted_areas(workspace)
    assert assessed_classes(workspace.settings) == ()


def test_the_map_of_another_place_is_refused(assessed):
    folder = assessed.settings.assessment
    found = read_assessment(folder)
    left, bottom, right, top = found.grid.bounds
    write_assessment(folder, replace(found, grid=replace(found.grid, bounds=(left + 9e4, bottom, right + 9e4, top))))
    with pytest.raises(AssessmentError, match="lies elsewhere"):
        adjusted_areas(assessed)


def test_another_map_of_the_same_place_is_told(assessed):
    assert not any("other settings" in told for told in adjusted_areas(assessed).warnings)
    assessed.change(assessed.pair())
    assert any("other settings" in told for told in adjusted_areas(assessed).warnings)


def test_the_accuracy_of_an_assessed_class_map_replaces_the_assumed_one(tmp_path):
    before = patches(1, 2, 3)
    after = before.copy()
    after[:8, :8] = 2
    space = pair_of_classes(tmp_path, before, after)
    path = space.pair().sources[0].path
    plan, _ = make_plan(path, tmp_path / "sample", 0.2, least=5)
    book = LabelBook(tmp_path / "sample", plan.classes, range(1, plan.points + 1))
    for point in range(1, plan.points + 1):
        book.give("anna", point, plan.classes[point % 3])
    found = assess(path, tmp_path / "sample")
    write_assessment(tmp_path / "sample", found)
    settings = RunSettings(assessment=tmp_path / "sample")
    space.choose(settings)
    noise = land_cover_transitions(space, space.pair()).noise
    assert (noise.accuracy, noise.assumed) == (pytest.approx(found.overall_accuracy), False)
    assert accuracy_of_maps(RunSettings(map_accuracy=0.7, assessment=settings.assessment), (space.pair(),)) == 0.7


def test_an_assessment_of_another_map_tells_nothing_of_this_one(assessed):
    assert accuracy_of_maps(assessed.settings, (assessed.pair(),)) is None

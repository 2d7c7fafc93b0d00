import numpy as np
import pytest

from tests.factories.assessment.assessed_maps import (
    label_by_truth,
    mapped,
    planned,
    rows_of,
    truth,
    write_map,
    write_rows,
)
from tools.assessment.assess import assess, read_assessment, write_assessment
from tools.assessment.cautions import cautions
from tools.assessment.labels import LabelBook
from tools.errors import AssessmentError


def test_adjusted_areas_are_nearer_to_the_truth_than_the_map(tmp_path):
    path, folder, _ = planned(tmp_path, 0.01, least=300)
    label_by_truth(folder)
    found = assess(path, folder)
    known = mapped() != 255
    for name, value in (("road", 1), ("building", 2)):
        one = found.of(name)
        true = float((truth()[known] == value).mean())
        assert abs(one.adjusted_share - true) < abs(one.mapped_share - true), name
        assert one.low_m2 <= true * sum(each.mapped_m2 for each in found.classes) <= one.high_m2, name
    assert found.of("road").users_accuracy == 1
    assert found.of("building").users_accuracy < 0.9
    assert 0.9 < found.overall_accuracy < 1


def test_the_matrix_counts_each_point_once(tmp_path):
    path, folder, plan = planned(tmp_path)
    label_by_truth(folder)
    found = assess(path, folder / "sample.csv")
    assert np.sum(found.matrix) == found.points == plan.points
    assert [sum(row) for row in found.matrix] == [one.points for one in plan.strata]


@pytest.mark.parametrize("name", ["sample.gpkg", "sample.geojson"])
def test_other_files_of_the_sample_do_as_well(tmp_path, name):
    path, folder, _ = planned(tmp_path)
    rows = rows_of(folder / "sample.csv")
    book = LabelBook(folder, ("unchanged", "road", "building"), [int(row["id"]) for row in rows])
    for row in rows:
        book.give(
            "anna", int(row["id"]), ("unchanged", "road", "building")[truth()[int(row["row"]), int(row["column"])]]
        )
    assert assess(path, folder / name) == assess(path, folder)


def test_labels_may_be_numbers_or_written_otherwise(tmp_path):
    path, folder, _ = planned(tmp_path)
    label_by_truth(folder, names=("UNCHANGED", "1", " Building "))
    assert assess(path, folder).of("road").users_accuracy == 1


def test_several_people_are_held_against_each_other_and_most_decide(tmp_path):
    path, folder, plan = planned(tmp_path)
    for person, but in (("anna", {}), ("ben", {1: "road", 2: "road"}), ("cleo", {1: "cannot tell"})):
        label_by_truth(folder, f"label_{person}", but=but)
    found = assess(path, folder)
    assert found.agreement.labellers == ("anna", "ben", "cleo")
    assert found.agreement.kappa < 1
    assert found.points == plan.points


def test_what_people_disagree_on_counts_half_and_is_told(tmp_path):
    """To leave these points out would make the map look right: they are the ones where it may be wrong."""
    path, folder, plan = planned(tmp_path)
    other = dict.fromkeys(range(1, 21), "building")
    for person, but in (("anna", {}), ("ben", other)):
        label_by_truth(folder, f"label_{person}", but=but)
    both = assess(path, folder)
    rows = rows_of(folder / "sample.csv")
    alone = []
    for person in ("anna", "ben"):
        only = [{**row, "label_anna": row[f"label_{person}"], "label_ben": ""} for row in rows]
        write_rows(folder / "sample.csv", only)
        alone.append(assess(path, folder).overall_accuracy)
    assert both.points == plan.points
    assert both.overall_accuracy == pytest.approx(sum(alone) / 2)
    assert any(f"On {both.disputed_points} points" in told for told in cautions(both))


def test_points_that_do_not_count_are_told(tmp_path):
    path, folder, plan = planned(tmp_path)
    label_by_truth(folder, but={1: "", 2: "?", 3: ""})
    found = assess(path, folder)
    assert (found.unlabelled_points, found.unclear_points) == (2, 1)
    assert found.points == plan.points - 3
    told = cautions(found)
    assert any("2 points of the sample have no label" in one for one in told)
    assert any("All 50 labelled points of the class road are right" in one for one in told)


def test_the_result_is_written_and_read_back(tmp_path):
    path, folder, _ = planned(tmp_path)
    label_by_truth(folder)
    found = assess(path, folder)
    written = write_assessment(folder, found)
    assert [one.name for one in written] == ["areas.csv", "confusion.csv", "assessment.json"]
    again = read_assessment(folder)
    assert (again.map_name, again.matrix, again.points) == (found.map_name, found.matrix, found.points)
    assert again.of("road").adjusted_m2 == pytest.approx(found.of("road").adjusted_m2)
    assert rows_of(folder / "areas.csv")[0]["class"] == "unchanged"


def test_a_sample_of_another_program_is_taken_by_its_coordinates(tmp_path):
    path, folder, _ = planned(tmp_path)
    rows = label_by_truth(folder)
    elsewhere = tmp_path / "theirs"
    elsewhere.mkdir()
    kept = [{name: row[name] for name in ("id", "longitude", "latitude", "label")} for row in rows]
    write_rows(elsewhere / "points.csv", kept)
    assert assess(path, elsewhere / "points.csv").matrix == assess(path, folder).matrix


def test_without_georeference_there_are_shares_alone(tmp_path):
    path, folder, _ = planned(tmp_path, path=write_map(tmp_path / "map.tif", place=False))
    label_by_truth(folder)
    found = assess(path, folder)
    assert found.of("road").adjusted_m2 is None
    assert found.of("road").adjusted_share > 0
    assert any("shares of its pixels" in one for one in cautions(found))


def test_another_map_than_that_of_the_sample_is_refused(tmp_path):
    _, folder, _ = planned(tmp_path)
    label_by_truth(folder)
    other = write_map(tmp_path / "other.tif", truth())
    with pytest.raises(AssessmentError, match=r"drawn from change\.tif"):
        assess(other, folder)


def test_what_is_missing_is_told_with_the_way_out(tmp_path):
    path, folder, _ = planned(tmp_path)
    with pytest.raises(AssessmentError, match="No point is labelled yet"):
        assess(path, folder)
    rows = label_by_truth(folder, but={1: "castle"})
    with pytest.raises(AssessmentError, match=r"Point 1 is labelled 'castle'.*unchanged, building, road"):
        assess(path, folder)
    write_rows(
        folder / "sample.csv",
        [row | {"label": "" if row["label"] == "road" else row["label"]} for row in rows if row["id"] != "1"],
    )
    with pytest.raises(AssessmentError, match=r"Only . point.*road"):
        assess(path, folder)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"x": "0"}, "beside change.tif"),
        ({"id": ""}, "no whole number"),
        ({"id": "2"}, "point 2 twice"),
        ({"x": "", "longitude": "", "row": ""}, "tells no place"),
    ],
)
def test_damaged_samples_are_told(tmp_path, change, complaint):
    path, folder, _ = planned(tmp_path)
    rows = label_by_truth(folder)
    write_rows(folder / "sample.csv", [rows[0] | change, *rows[1:]])
    with pytest.raises(AssessmentError, match=complaint):
        assess(path, folder)


def test_what_the_map_misses_as_a_whole_has_an_area_all_the_same(tmp_path):
    numbers = np.where(mapped() == 1, 0, mapped()).astype(np.uint8)
    path, folder, _ = planned(tmp_path, 0.01, path=write_map(tmp_path / "change.tif", numbers))
    label_by_truth(folder)
    road = assess(path, folder).of("road")
    assert (road.mapped_share, road.users_accuracy, road.producers_accuracy) == (0, None, 0)
    assert road.low_m2 <= 100 * (truth()[:, 4:] == 1).sum() <= road.high_m2

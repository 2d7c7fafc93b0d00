import cv2
import numpy as np
import pytest

from mci_model.evaluation.any_change import plain_difference
from tests.factories.ground.land import CLEARING, POND, SIDE, land_dates, write_land
from tools.benchmarks.any_change_score import evaluate_any_change
from tools.benchmarks.band_change_score import METHODS, holds_bands, score_band_pairs
from tools.errors import DatasetFolderError


def add(folder, name, seed, *changes, side=SIDE):
    for path, date in zip(
        write_land(folder / "made", land_dates(*changes, seed=seed)), ("before", "after"), strict=True
    ):
        path.rename(folder / f"{name}_{date}.tif")
    label = np.zeros((side, side), np.uint8)
    for place, _ in changes:
        label[place] = 255
    cv2.imwrite(str(folder / f"{name}_label.png"), label)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "made").mkdir()
    add(tmp_path, "elsewhere", 0, CLEARING, POND)
    add(tmp_path, "beirut", 1, CLEARING)
    add(tmp_path, "unlabelled", 2, CLEARING)
    (tmp_path / "unlabelled_label.png").unlink()
    return tmp_path


def test_all_ways_to_look_are_judged_and_cities_of_tuning_are_told_apart(folder):
    told = score_band_pairs(folder, plain_difference)
    assert told["pairs"] == told["tuned_on"]["pairs"] == 1
    assert set(told["by_pair"]) == {"elsewhere", "beirut"}
    assert all(told[name] == told["by_pair"]["elsewhere"][name] for name in METHODS)
    assert told["bands"] > 0.98
    assert told["bands_f1"] > 0.8
    assert told["tuned_on"]["bands"] > 0.98


def test_folders_of_bands_and_of_pictures_are_told_apart(folder, tmp_path_factory):
    assert holds_bands(folder)
    assert not holds_bands(tmp_path_factory.mktemp("pictures"))


def test_without_labels_there_is_no_score(folder):
    for label in folder.glob("*_label.png"):
        label.unlink()
    told = score_band_pairs(folder, plain_difference)
    assert (told["pairs"], told["bands"], told["by_pair"]) == (0, None, {})


def test_a_missing_date_and_a_label_of_another_size_are_named(folder):
    cv2.imwrite(str(folder / "beirut_label.png"), np.zeros((9, 9), np.uint8))
    with pytest.raises(DatasetFolderError, match=r"beirut_label.png and its images differ in size \(160 x 160 and"):
        score_band_pairs(folder, plain_difference)
    (folder / "beirut_after.tif").unlink()
    with pytest.raises(DatasetFolderError, match=r"holds beirut_before.tif but no beirut_after.tif"):
        score_band_pairs(folder, plain_difference)


def test_labelled_pairs_alone_can_be_judged(folder):
    class Network:
        sees_ground = True

        def predict(self, before, after):
            ground = type("Ground", (), {"changed": plain_difference(before, after)})
            return type("Told", (), {"ground": ground})

    told = evaluate_any_change(Network(), None, [], [folder])
    assert set(told) == {"auc"}
    assert told["auc"][folder.name]["network"] > 0.9

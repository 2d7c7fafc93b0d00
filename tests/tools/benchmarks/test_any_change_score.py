import cv2
import numpy as np
import pytest

from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES, PairFolder
from mci_model.prediction import Ground
from tools.benchmarks.any_change_score import evaluate_any_change
from tools.errors import UnknownClassError


class Difference:
    """Stands for a network: whatever differs by 30 grey levels changed."""

    sees_ground = True

    def predict(self, before, after):
        changed = (np.abs(before.astype(float) - after).max(axis=2) > 30).astype(np.float32)
        return type("Told", (), {"ground": Ground(changed, np.zeros((2, *changed.shape), np.uint8))})


@pytest.fixture
def data(tmp_path):
    rng = np.random.default_rng(0)
    for part in ("A", "B", "label"):
        (tmp_path / "val" / part).mkdir(parents=True)
        (tmp_path / "changes" / part).mkdir(parents=True)
    for part in ("image", "label"):
        (tmp_path / "cover" / part).mkdir(parents=True)
    ground = rng.integers(100, 110, (256, 256, 3)).astype(np.uint8)
    changed = np.zeros((256, 256), np.uint8)
    changed[50:90, 60:120] = 255
    for number in range(2):
        for part in ("A", "B"):
            cv2.imwrite(str(tmp_path / "val" / part / f"{number}.png"), ground)
        cv2.imwrite(str(tmp_path / "val" / "label" / f"{number}.png"), 0 * changed)
    later = np.where(changed[..., None] > 0, 220, ground).astype(np.uint8)
    for part, values in (("A", ground), ("B", later), ("label", changed)):
        cv2.imwrite(str(tmp_path / "changes" / part / "a.png"), values)
    for number, (label, grey) in enumerate(((2, 230), (6, 10))):
        cv2.imwrite(str(tmp_path / "cover" / "image" / f"{5 * number}.png"), np.full((300, 300, 3), grey, np.uint8))
        cv2.imwrite(str(tmp_path / "cover" / "label" / f"{5 * number}.png"), np.full((300, 300), label, np.uint8))
    captions = {str(number): (UNCHANGED_SENTENCES[0],) * 5 for number in range(2)}
    folder = PairFolder(tmp_path, "val")
    folder.__dict__["captions"] = captions
    return folder, [tmp_path / "cover"], [tmp_path / "changes"]


def test_what_is_planted_is_found_and_what_is_labelled_is_judged(data):
    told = evaluate_any_change(Difference(), *data)
    assert told["planted"]["objects"] > 0
    assert told["planted"]["recall"] > 0.9
    assert told["unchanged"]["pairs"] == 2
    assert told["unchanged"]["regions_a_pair"]["as_taken"] == 0
    scores = told["auc"]["changes"]
    assert scores["network"] == scores["plain_difference"] == 1
    assert scores["ir_mad"] > 0.95


def test_a_network_that_does_not_see_the_ground_is_refused(data):
    blind = Difference()
    blind.sees_ground = False
    with pytest.raises(UnknownClassError, match="weights with ground heads"):
        evaluate_any_change(blind, *data)

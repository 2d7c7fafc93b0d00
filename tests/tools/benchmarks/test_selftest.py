import numpy as np

from agent.wording import sentence
from mci_model.data.planting import plant
from mci_model.prediction import Prediction, Window
from tools.benchmarks.selftest import SIDES_M, false_alarms, selftest
from tools.pairs.pair import open_pair


class Seer:
    """Sees whatever was planted, or everything but, or nothing."""

    def __init__(self, pair, what, each):
        self.labels = [
            plant((pair.before, pair.after)[n % 2], pair.valid, n, each, pair.georeference.resolution_m).label
            for n in range(4)
        ]
        self.what = what

    def predict(self, before, after):
        label = self.labels.pop(0)
        mask = {"all": label, "none": np.zeros_like(label), "wrong": np.zeros_like(label)}[self.what].astype(np.uint8)
        if self.what == "wrong":
            empty = np.argwhere(label == 0)
            row, column = empty[len(empty) // 2]
            mask[row : row + 6, column : column + 6] = 2
            mask[label > 0] = 0
        probabilities = np.eye(3, dtype=np.float32)[mask].transpose(2, 0, 1)
        return Prediction(mask, probabilities, None, "", [], Window(0, 0, *mask.shape), 1.0)


def run(sample, what):
    pair = open_pair(sample.before, sample.after)
    return selftest(pair, Seer(pair, what, each=int(pair.valid.sum()) // 10_000 // len(SIDES_M)))


def test_eyes_that_see_everything_have_full_recall_and_no_false_alarm(sample):
    result = run(sample, "all")
    assert [size.recall for size in result.sizes] == [1.0, 1.0, 1.0]
    assert (result.road_recall, result.false_alarms) == (1.0, 0)
    assert result.false_alarm_unit == "per km2"
    planted = result.sizes[0].planted
    assert f"found {planted} of {planted} small roofs (5 to 8 m wide)" in sentence(result)
    assert sentence(result).endswith("It raised 0 false alarms in 4 looks, 0 per km2.")


def test_blind_eyes_find_nothing_and_seeing_things_raises_alarms(sample):
    blind, dreamer = run(sample, "none"), run(sample, "wrong")
    assert all(size.found == 0 for size in blind.sizes)
    assert blind.false_alarms == 0
    assert dreamer.false_alarms >= 1
    looked = 4 * 256 * 256 * 0.25 / 1e6
    assert abs(dreamer.false_alarm_rate - dreamer.false_alarms / looked) < 0.01 * dreamer.false_alarm_rate


def test_an_object_that_touches_a_planted_one_is_no_false_alarm(sample):
    pair = open_pair(sample.before, sample.after)
    planted = plant(pair.before, pair.valid, 0, 1)
    grown = np.zeros_like(planted.label)
    rows, columns = np.nonzero(planted.label)
    grown[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1] = 2
    assert false_alarms(grown, planted) == 0

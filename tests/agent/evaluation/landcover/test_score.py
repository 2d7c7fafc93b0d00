"""Scores of judges that answer what the test says, against values worked out by hand."""

import json
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
import rasterio

from agent.evaluation.landcover.baseline import Described, baselines, nearest_group
from agent.evaluation.landcover.metrics import figures
from agent.evaluation.landcover.score import ScoreOptions, TokenCount, score
from tools.errors import DatasetFolderError, RasterError, ToolError
from tools.landcover.datasets import LabelledScene, open_scenes
from tools.rasters.gdal_warnings import without_gdal_warnings

CLASSES = ("Forest", "River", "SeaLake")


class DrawnScenes:
    """Scenes of two bands, each band of one level and one deviation; a level of None is a broken image."""

    title, classes, notes = "drawn", CLASSES, ()

    def __init__(self, scenes, *, single=True, training=()):
        self.scenes, self.single, self.training = scenes, single, training
        self.names = tuple(name for name in scenes if name not in training)

    def read(self, name):
        level, truths = self.scenes[name]
        if level is None:
            raise RasterError(f"{name} is damaged.")
        checks = np.indices((4, 4)).sum(axis=0) % 2 * 2.0 - 1
        bands = {"R": (level + 0.01 * checks).astype(np.float32), "N": np.full((4, 4), 1 - level, np.float32)}
        return LabelledScene(name, bands, truths, f"{level:.4f}")


class Judge:
    """Answers by the level of the red band."""

    def __init__(self, answers, stop_at=None):
        self.answers, self.stop_at, self.seen = answers, stop_at, []
        self.read = self.written = 0

    def __call__(self, scene):
        if self.stop_at is not None and len(self.seen) == self.stop_at:
            raise KeyboardInterrupt("Ctrl-C")
        self.seen.append(scene)
        self.read, self.written = self.read + 100, self.written + 3
        answer = self.answers[round(float(scene.bands["R"].mean()), 4)]
        if isinstance(answer, str):
            raise ToolError(answer)
        return answer

    def tokens(self):
        return self.read, self.written


def drawn():
    """Two forests, two rivers, one lake."""
    return DrawnScenes({
        "a": (0.1, ("Forest",)), "b": (0.2, ("Forest",)), "c": (0.5, ("River",)), "d": (0.6, ("River",)),
        "e": (0.9, ("SeaLake",)),
    })  # fmt: skip


ANSWERS = {
    0.1: ("Forest",), 0.2: ("River",), 0.5: ("River",), 0.6: ("River", "SeaLake"), 0.9: "The model would not say.",
}  # fmt: skip
NAMED = ScoreOptions("a judge")


def test_a_single_class_is_right_alone():
    found = score(drawn(), Judge(ANSWERS), NAMED)
    assert (found.images, found.refused, found.asked, found.judge) == (5, 1, 5, "a judge")
    assert found.refusals == {"The model would not say.": 1}
    # Right: a and c. Two classes for one, and none, tell no class: of 3 classes told, 2 are right, of 5 true ones.
    assert found.accuracy == pytest.approx(2 / 5)
    assert found.micro_f1 == pytest.approx(2 * 2 / (3 + 5))
    forest, river, lake = found.per_class.values()
    assert (forest.precision, forest.recall, forest.support) == (1, 0.5, 2)
    assert (river.precision, river.recall, river.f1) == (0.5, 0.5, 0.5)
    assert (lake.precision, lake.recall, lake.f1, lake.support) == (0, 0, 0, 1)
    assert found.macro_f1 == pytest.approx((2 / 3 + 0.5 + 0) / 3)
    assert found.tokens is None


def test_several_classes_are_right_together():
    truths = [("Forest", "River"), ("River",), ("SeaLake",), ("Forest",)]
    answers = [("River", "Forest"), ("River", "SeaLake"), (), ("Forest", "Moon")]
    found = figures(truths, answers, CLASSES, single=False)
    assert found.accuracy == 0.25
    # Told 6 with the moon, of which 4 are right; true are 5.
    assert found.micro_f1 == pytest.approx(2 * 4 / (6 + 5))
    assert found.per_class["Forest"].f1 == 1
    assert found.per_class["SeaLake"].f1 == 0
    assert found.macro_f1 == pytest.approx(2 / 3)
    assert set(found.per_class) == set(CLASSES)


def test_classes_that_do_not_occur_count_nowhere():
    found = figures([("Forest",), ("River",)], [("Forest",), ("Moon",)], CLASSES, single=True)
    assert set(found.per_class) == {"Forest", "River"}
    assert (found.accuracy, found.macro_f1) == (0.5, 0.5)
    assert found.micro_f1 == pytest.approx(2 / 4)
    perfect = figures([("Forest",)], [("Forest", "Forest")], CLASSES, single=True)
    assert (perfect.accuracy, perfect.macro_f1, perfect.micro_f1) == (1, 1, 1)


def test_micro_f1_of_single_answers_is_the_accuracy():
    dice = np.random.default_rng(0)
    truths, answers = ([(CLASSES[place],) for place in dice.integers(0, 3, 50)] for _ in range(2))
    found = figures(truths, answers, CLASSES, single=True)
    assert found.micro_f1 == pytest.approx(found.accuracy)


def test_the_judge_is_shown_nothing_but_the_image():
    judge = Judge(ANSWERS)
    score(drawn(), judge, NAMED)
    assert {scene.names for scene in judge.seen} == {()}
    assert not {scene.name for scene in judge.seen} & {"a", "b", "c", "d", "e"}


def test_a_run_that_was_cut_short_goes_on_where_it_ended(tmp_path):
    cache = tmp_path / "kept" / "answers.jsonl"
    first = Judge(ANSWERS, stop_at=2)
    with pytest.raises(KeyboardInterrupt, match="Ctrl-C"):
        score(drawn(), first, NAMED, cache)
    assert [json.loads(line)["name"] for line in cache.read_text(encoding="utf-8").splitlines()] == ["a", "b"]
    second, told = Judge(ANSWERS), []
    found = score(drawn(), second, NAMED, cache, lambda done, total: told.append((done, total)))
    assert len(second.seen) == found.asked == 3
    assert told == [(place, 5) for place in range(1, 6)]
    assert found == replace(score(drawn(), Judge(ANSWERS), NAMED), asked=3)
    third = Judge(ANSWERS)
    again = score(drawn(), third, NAMED, cache)
    assert len(third.seen) == 1, "a refusal may have been a passing one"
    assert (again.accuracy, again.refused) == (found.accuracy, 1)


def test_changed_images_and_other_judges_are_asked_anew(tmp_path):
    cache = tmp_path / "answers.jsonl"
    score(drawn(), Judge(ANSWERS), NAMED, cache)
    changed = drawn()
    changed.scenes["a"] = (0.11, ("Forest",))
    judge = Judge(ANSWERS | {0.11: ("SeaLake",), 0.9: ("SeaLake",)})
    found = score(changed, judge, NAMED, cache)
    assert len(judge.seen) == 2, "the changed one, and the one that was refused"
    assert found.accuracy == pytest.approx(2 / 5)
    other = Judge(ANSWERS)
    score(drawn(), other, ScoreOptions("another judge"), cache)
    assert len(other.seen) == 5


def test_half_a_line_of_a_killed_run_is_cut_off(tmp_path):
    cache = tmp_path / "answers.jsonl"
    score(drawn(), Judge(ANSWERS), NAMED, cache)
    whole = cache.read_bytes()
    cache.write_bytes(whole[:-40] + "ü".encode()[:1])
    judge = Judge(ANSWERS | {0.9: ("SeaLake",)})
    assert score(drawn(), judge, NAMED, cache).accuracy == pytest.approx(3 / 5)
    assert len(judge.seen) == 1
    assert Counter(json.loads(line)["name"] for line in cache.read_text(encoding="utf-8").splitlines()) == Counter(
        "abcde"
    )


def test_a_file_of_something_else_is_not_written_to(tmp_path):
    for held in ("some notes\nof mine\n", '{"name": "a"}\n', "[1, 2]\n"):
        cache = tmp_path / "notes.txt"
        cache.write_text(held, encoding="utf-8")
        with pytest.raises(DatasetFolderError, match="give another file"):
            score(drawn(), Judge(ANSWERS), NAMED, cache)
        assert cache.read_text(encoding="utf-8") == held


def test_tokens_of_all_runs_are_summed_up(tmp_path):
    cache, answers = tmp_path / "answers.jsonl", ANSWERS | {0.9: ("SeaLake",)}
    for stop_at in (2, None):
        judge = Judge(answers, stop_at)
        try:
            found = score(drawn(), judge, ScoreOptions("a judge", tokens=judge.tokens), cache)
        except KeyboardInterrupt:
            continue
    assert judge.tokens() == (300, 9)
    assert found.tokens == TokenCount(500, 15)


def test_broken_images_are_named_and_count_nowhere():
    scenes = drawn()
    scenes.scenes["b"] = (None, ("Forest",))
    found = score(scenes, Judge(ANSWERS), NAMED)
    assert found.skipped == {"b": "b is damaged."}
    assert (found.images, found.accuracy) == (4, 0.5)
    with pytest.raises(DatasetFolderError, match=r"no scene could be read\. x is damaged\."):
        score(DrawnScenes({"x": (None, ("River",))}), Judge(ANSWERS), NAMED)


def test_a_limit_draws_the_same_scenes_by_dice_every_time():
    drawings = []
    for seed in (1, 1, 2, 3, 4):
        judge = Judge(ANSWERS)
        assert score(drawn(), judge, ScoreOptions("a judge", limit=2, seed=seed)).images == 2
        drawings.append(tuple(scene.sha256 for scene in judge.seen))
    assert drawings[0] == drawings[1]
    assert len(set(drawings)) > 1


def test_one_answer_for_all_is_the_commonest():
    found = score(drawn(), Judge(ANSWERS), NAMED).baseline["constant"]
    # Forest and River are as common; the first by name is taken.
    assert found.from_what == "Forest"
    assert found.accuracy == pytest.approx(2 / 5)
    assert found.macro_f1 == pytest.approx(2 * 2 / (5 + 2) / 3)


def test_the_nearest_mean_leaves_each_image_out():
    # The only lake has no other lake to be told by; all others lie nearest to their like.
    found = score(drawn(), Judge(ANSWERS), NAMED).baseline["nearest_centroid"]
    assert found.from_what == "all the other images"
    assert found.accuracy == pytest.approx(4 / 5)
    alone = score(DrawnScenes({"a": (0.1, ("Forest",))}), Judge(ANSWERS), NAMED).baseline["nearest_centroid"]
    assert alone.accuracy in (0, 1)


def test_means_without_one_row_are_those_of_scikit_learn():
    from sklearn.neighbors import NearestCentroid

    dice = np.random.default_rng(1)
    table, groups = dice.normal(size=(40, 6)), dice.integers(0, 4, 40)
    table += np.eye(4, 6)[groups]
    told = nearest_group(table, groups, None, 4)
    for place in range(40):
        others = np.arange(40) != place
        assert NearestCentroid().fit(table[others], groups[others]).predict(table[[place]]) == told[place]
    fitted = NearestCentroid().fit(table[:30], groups[:30]).predict(table[30:])
    assert np.array_equal(nearest_group(table[30:], groups[30:], (table[:30], groups[:30]), 4), fitted)


def test_a_train_split_is_learnt_from():
    scenes = DrawnScenes(
        {
            "a": (0.1, ("Forest",)), "b": (0.9, ("SeaLake", "River")), "broken": (None, ()),
            "c": (0.15, ("Forest",)), "d": (0.85, ("SeaLake", "River")), "e": (0.8, ("SeaLake",)),
        },
        single=False, training=("a", "b", "broken"),
    )  # fmt: skip
    told = []
    judge = Judge({0.15: ("Forest",), 0.85: (), 0.8: ("SeaLake",)})
    found = score(scenes, judge, NAMED, None, lambda done, total: told.append((done, total)))
    nearest = found.baseline["nearest_centroid"]
    assert nearest.from_what == "2 images of the train split"
    assert nearest.accuracy == pytest.approx(2 / 3)
    assert found.baseline["constant"].from_what == "Forest"
    assert told[-1] == (5, 6)


def test_bands_that_not_all_have_are_left_out_of_the_means():
    spreads = [{"R": (0.1, 0), "N": (9.0, 1)}, {"R": (0.2, 0)}, {"R": (0.8, 0)}, {"R": (0.9, 0), "N": (0.0, 0)}]
    truths = [("Forest",), ("Forest",), ("River",), ("River",)]
    found = baselines(Described(spreads, truths), Described([], []), CLASSES, single=True)
    assert found["nearest_centroid"].accuracy == 1


def test_a_changed_chip_on_disk_is_asked_anew(tmp_path):
    def write(name, level):
        path = tmp_path / "data" / name.split("_")[0] / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shape = {"count": 13, "height": 64, "width": 64, "dtype": "uint16", "driver": "GTiff"}
        with without_gdal_warnings(), rasterio.open(path, "w", **shape) as file:
            file.write(np.full((13, 64, 64), level, np.uint16))

    class Counting:
        asked = 0

        def __call__(self, scene):
            self.asked += 1
            return ("Forest",)

    write("Forest_1.tif", 1000)
    write("River_1.tif", 2000)
    for asked in (2, 0):
        judge = Counting()
        assert score(open_scenes(tmp_path / "data"), judge, NAMED, tmp_path / "kept.jsonl").accuracy == 0.5
        assert judge.asked == asked
    write("River_1.tif", 2001)
    score(open_scenes(tmp_path / "data"), judge, NAMED, tmp_path / "kept.jsonl")
    assert judge.asked == 1


def test_baselines_on_real_chips(shared):
    root = shared / "data" / "eurosat_ms"
    if not root.is_dir():
        pytest.skip("needs the chips of EuroSAT in ../shared/data/eurosat_ms")
    found = score(open_scenes(root), lambda scene: (), NAMED)
    assert (found.images, found.accuracy, found.macro_f1) == (60, 0, 0)
    assert found.baseline["constant"].accuracy == pytest.approx(0.1)
    assert found.baseline["constant"].macro_f1 == pytest.approx(2 * 6 / (60 + 6) / 10)
    assert 0.5 < found.baseline["nearest_centroid"].accuracy < 0.8

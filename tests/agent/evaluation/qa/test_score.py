"""Questions on drawn pairs with a planner that is always right, so that what is left is harness, tools and words."""

import cv2
import numpy as np
import pytest

from agent.evaluation.qa import score as qa_score
from agent.evaluation.qa.oracle_predictor import OraclePredictor
from agent.evaluation.qa.questions import ExamQuestion
from agent.evaluation.qa.score import Examination, baseline, examine, report
from agent.evaluation.qa.typed_answers import agrees
from agent.evaluation.qa.wordings import UNANSWERABLE
from agent.models.embedded import EmbeddedModel
from agent.models.language_models import LanguageModel
from agent.planning.plan import PlannedCall
from mci_model.data.labelled_pairs import PairFolder
from mci_model.errors import DatasetError
from mci_model.settings import BUILDING, ROAD

SIDE = 60


def labels():
    first = np.zeros((SIDE, SIDE), np.uint8)
    first[2:12, 2:12] = first[2:6, 14:19] = BUILDING
    first[42:46, 22:38] = ROAD
    second = np.zeros_like(first)
    second[45:55, 45:55] = BUILDING
    return {"one": first, "two": second, "three": np.zeros_like(first)}


def drawn_pairs(path):
    root = path / "data" / "test"
    for part in ("A", "B", "label"):
        (root / part).mkdir(parents=True)
    dice = np.random.default_rng(0)
    for name, label in labels().items():
        for part in ("A", "B"):
            cv2.imwrite(str(root / part / f"{name}.png"), dice.integers(40, 200, (SIDE, SIDE, 3), np.uint8))
        cv2.imwrite(str(root / "label" / f"{name}.png"), np.array([0, 128, 255], np.uint8)[label])
    return PairFolder(path / "data", "test")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return drawn_pairs(tmp_path_factory.mktemp("pairs"))


@pytest.fixture(scope="module")
def examined(folder):
    """What the right plans reach where a network sees no change."""
    return examine(folder, language_model(right_plan), blind)


def call(tool, **arguments):
    return (PlannedCall(tool, arguments),)


def right_plan(text, _history=()):
    """The plan for a question, by the words of its template."""
    low = text.lower()
    name = "road" if "road" in low or "street" in low else "building" if "building" in low or "house" in low else "any"
    vertical = any(word in low for word in ("top", "upper", "northern"))
    if text in UNANSWERABLE:
        return ()
    if "half" in low:
        first, second = ("north", "south") if vertical else ("west", "east")
        return call("compare_areas", first=first, second=second, object_class=name)
    if "largest" in low or "biggest" in low:
        return call("find_objects", object_class=name, k=1)
    if "percent" in low:
        return call("measure_area", object_class=name, unit="percent")
    if "where" in low or "part of" in low or "field" in low:
        return call("detect_change", classes=[name])
    return call("describe_change") if name == "any" else call("count_objects", object_class=name)


def language_model(plan):
    return LanguageModel(EmbeddedModel(planner=lambda: plan), "scripted")


def blind():
    """A network that sees no change."""
    return OraclePredictor(np.zeros((SIDE, SIDE), np.uint8))


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 1])
def test_true_eyes_and_right_plans_get_everything_right(folder, examined, seed):
    done = examine(folder, language_model(right_plan), blind, seed=seed) if seed else examined
    wrong = [one.to_json() for one in done.outcomes if one.masks == "true_mask" and not one.right]
    assert wrong == []
    told = report(done)
    assert (told["pairs"], told["skipped"]) == (3, {})
    assert told["questions"] == sum(row["questions"] for row in told["by_kind"].values())
    assert told["all"]["true_mask"] == 1
    assert told["count_mae"]["true_mask"] == 0


@pytest.mark.slow
def test_what_the_network_misses_is_counted_against_it(examined):
    told = report(examined)
    # Of the counts, those of no change are right: roads of "two", and both classes of "three".
    count = told["by_kind"]["count"]
    assert (count["questions"], count["true_mask"], count["predicted_mask"]) == (6, 1, 3 / 6)
    assert told["count_mae"]["predicted_mask"] == pytest.approx((2 + 1 + 1) / 6)
    assert told["count_within_one"]["predicted_mask"] == pytest.approx(5 / 6)
    assert told["by_kind"]["largest"]["predicted_mask"] == 0
    assert told["by_kind"]["identical"]["predicted_mask"] == 1


@pytest.mark.slow
def test_change_seen_in_one_image_twice_is_wrong(folder):
    seeing = OraclePredictor(labels()["one"])
    told = report(examine(folder, language_model(right_plan), lambda: seeing))
    assert told["by_kind"]["identical"]["true_mask"] == 1
    assert told["by_kind"]["identical"]["predicted_mask"] == 0


@pytest.mark.slow
def test_counts_that_depend_on_the_order_of_the_images_are_told(folder):
    class Moody(OraclePredictor):
        """Counts less where the first pixel of the earlier image is brighter."""

        def predict_part(self, before, after, *rest):
            whole = self.label.copy()
            if before[0, 0].sum() > after[0, 0].sum():
                whole[:20] = 0
            return OraclePredictor(whole).predict_part(before, after, *rest)

    label = labels()["one"]
    label[label == ROAD] = 0
    told = report(examine(folder, language_model(right_plan), lambda: Moody(label)))
    assert told["by_kind"]["swapped"]["true_mask"] == 1
    assert told["by_kind"]["swapped"]["predicted_mask"] < 1


@pytest.mark.slow
def test_a_wrong_plan_is_wrong_even_with_true_eyes(folder):
    done = examine(folder, language_model(lambda *_: call("inspect_pair")), blind)
    told = report(done)
    assert told["all"]["true_mask"] == 0
    # What cannot be seen is named beside any result, so that some of these are answered truly all the same.
    assert told["by_kind"]["unanswerable"]["true_mask"] < 1
    assert told["count_untold"]["true_mask"] == told["by_kind"]["count"]["questions"]


@pytest.mark.slow
def test_declining_everything_only_answers_what_cannot_be_answered(folder):
    told = report(examine(folder, language_model(lambda *_: ()), blind))
    assert told["by_kind"]["unanswerable"]["true_mask"] == 1
    assert told["by_kind"]["swapped"]["true_mask"] == 0
    assert told["all"]["true_mask"] == 0


@pytest.mark.slow
def test_a_limit_draws_pairs_and_broken_ones_are_named(tmp_path):
    folder = drawn_pairs(tmp_path)
    assert examine(folder, language_model(lambda *_: ()), blind, limit=2).pairs == 2
    (folder.folder / "B" / "two.png").write_bytes(b"no image")
    done = examine(folder, language_model(lambda *_: ()), blind)
    assert done.pairs == 2
    assert "two" in done.skipped["two"]
    assert not any(one.question.pair == "two" for one in done.outcomes)


def test_a_split_without_a_readable_pair_says_so(tmp_path):
    folder = drawn_pairs(tmp_path)
    for name in labels():
        (folder.folder / "B" / f"{name}.png").write_bytes(b"no image")
    with pytest.raises(DatasetError, match="no pair that can be asked about"):
        examine(folder, language_model(right_plan), blind)


def question(kind, form, truth):
    return ExamQuestion("one", kind, form, "building", "?", truth)


def test_the_baseline_is_the_constant_answer_that_fits_most_form_by_form():
    counts = [question("count", "number", truth) for truth in (0, 0, 3)]
    shares = [question("share", "percent", truth) for truth in (10.0, 10.9, 5.0, 40.0)]
    assert baseline(counts) == pytest.approx(2 / 3)
    assert baseline(shares) == pytest.approx(2 / 4)
    assert baseline([*counts, *shares]) == pytest.approx(4 / 7)
    assert baseline([]) is None


@pytest.mark.parametrize(
    ("form", "said", "truth", "agreed"),
    [
        ("number", 7, 7, True),
        ("number", 8, 7, False),
        ("number", None, 0, False),
        ("percent", 5.4, 5.0, True),
        ("percent", 5.6, 5.0, False),
        ("percent", 0.09, 0.0, True),
        ("pixels", 9, 0, False),
        ("pixels", 109, 100, True),
        ("yes_no", False, False, True),
        ("yes_no", 0, False, False),
        ("place", "north", "north-west", False),
    ],
)
def test_counts_and_places_are_exact_and_sizes_nearly(form, said, truth, agreed):
    assert agrees(form, said, truth) is agreed


def test_nothing_asked_gives_an_empty_row():
    assert report_row(Examination()) == {"questions": 0, "true_mask": None, "predicted_mask": None, "baseline": None}


def report_row(done):
    return qa_score._row(done, ["count"])

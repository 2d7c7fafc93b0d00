"""The weights that are shipped: small, honest about their terms, and good enough to be of use."""

import itertools
import json

import cv2
import numpy as np
import pytest

from mci_model import load_predictor
from mci_model.checkpoints.weights import EMBEDDED_WEIGHTS, WeightsCard
from mci_model.data.labelled_pairs import UNCHANGED_SENTENCES, PairFolder
from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from mci_model.evaluation.masks import class_score, confusion
from mci_model.settings import BUILDING
from mci_model.training.samples import FIRST_TRAINING_SEED
from ui import cli

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def predictor():
    return load_predictor()


def test_they_are_small_and_carry_their_terms():
    assert EMBEDDED_WEIGHTS.stat().st_size < 30e6
    assert "academic use only" in WeightsCard.read(EMBEDDED_WEIGHTS).notes["use"]


def test_they_find_what_changed_in_scenes_they_have_never_seen(predictor):
    counts, directions = np.zeros((3, 3), np.int64), []
    for seed in range(12):
        assert seed < FIRST_TRAINING_SEED
        rendered = render(compose(seed))
        prediction = predictor.predict(rendered.before, rendered.after)
        counts += confusion(rendered.label, prediction.mask, has_roads=True)
        gone = rendered.scene.count("buildings", "before") > 0
        marked = (prediction.mask == BUILDING) & (rendered.label == BUILDING)
        if marked.sum() > 50:
            directions.append((float(prediction.appeared[marked].mean()) < 0.5) == gone)
    assert class_score(counts, BUILDING).f1 > 0.7
    assert np.mean(directions) > 0.8


def test_one_image_twice_has_not_changed(predictor):
    image = render(compose(7)).after
    prediction = predictor.predict(image, image)
    assert prediction.caption in UNCHANGED_SENTENCES
    assert prediction.changed < 0.5
    assert (prediction.mask > 0).mean() < 0.002


def test_real_pairs_are_marked_and_described(predictor, shared):
    counts, captions = np.zeros((3, 3), np.int64), set()
    for pair in itertools.islice(PairFolder(shared / "data" / "levir", "test"), 0, 200, 5):
        prediction = predictor.predict(pair.before, pair.after)
        counts += confusion(pair.label, prediction.mask, has_roads=False)
        captions.add(prediction.caption)
    assert class_score(counts, BUILDING).f1 > 0.7
    assert len(captions) > 3, "sentences are about their pair"


def test_evaluate_pairs_prints_the_contracts_object(tmp_path, capsys):
    for part in ("A", "B", "label"):
        (tmp_path / "test" / part).mkdir(parents=True)
    for seed in (3, 4):
        rendered = render(compose(seed))
        for part, image in (
            ("A", rendered.before),
            ("B", rendered.after),
            ("label", (rendered.label == 2) * np.uint8(255)),
        ):
            cv2.imwrite(str(tmp_path / "test" / part / f"{seed}.png"), image)
    (tmp_path / "test" / "captions.json").write_text(json.dumps({"3": ["seven houses are built"]}), encoding="utf-8")
    pytest.importorskip("pycocoevalcap", reason="needs the extra eval")
    assert cli.run(["evaluate", "pairs", str(tmp_path), "--split", "test", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert {"pairs", "captioned", "change", "caption", "baseline", "seconds_per_pair"} <= set(result)
    assert set(result["change"]["building"]) >= {"iou", "f1", "precision", "recall"}
    assert set(result["caption"]) == {"all", "changed", "official"}

"""`terradelta evaluate qa` as a person types it, on a small data set."""

import json

import cv2
import numpy as np
import pytest

from agent.evaluation.qa.oracle_predictor import OraclePredictor
from ui import cli

SIDE = 60


@pytest.fixture
def dataset(tmp_path, monkeypatch):
    """Two pairs, one with a changed building, that the network sees rightly."""
    import mci_model.inference.predictor

    root = tmp_path / "data" / "test"
    for part in ("A", "B", "label"):
        (root / part).mkdir(parents=True)
    label = np.zeros((SIDE, SIDE), np.uint8)
    label[5:15, 5:15] = 255
    for name, drawn in (("one", label), ("two", np.zeros_like(label))):
        for part, grey in (("A", 80), ("B", 120)):
            cv2.imwrite(str(root / part / f"{name}.png"), np.full((SIDE, SIDE, 3), grey, np.uint8))
        cv2.imwrite(str(root / "label" / f"{name}.png"), drawn)
    seeing = OraclePredictor(np.where(label > 0, 2, 0).astype(np.uint8))
    monkeypatch.setattr(mci_model.inference.predictor, "load_predictor", lambda *_, **__: seeing)
    return tmp_path / "data"


def run(capsys, *arguments):
    code = cli.run([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    return code, printed.out, printed.err


@pytest.mark.model
@pytest.mark.slow
def test_json_holds_the_scores_and_the_failures_their_reasons(capsys, dataset, tmp_path):
    failures = tmp_path / "failures.jsonl"
    code, out, _ = run(capsys, "evaluate", "qa", dataset, "--json", "--failures", failures)
    told = json.loads(out)
    assert code == 0
    assert set(told) >= {"pairs", "questions", "by_kind", "all", "count_mae", "seconds"}
    assert told["pairs"] == 2
    assert set(told["by_kind"]["count"]) == {"questions", "true_mask", "predicted_mask", "baseline"}
    # The network sees the building of "one" in "two" as well.
    assert told["by_kind"]["count"]["true_mask"] == 1
    assert told["by_kind"]["count"]["predicted_mask"] == 0.5
    wrong = [json.loads(line) for line in failures.read_text(encoding="utf-8").splitlines()]
    assert any(line["kind"] == "count" and line["pair"] == "two" and line["truth"] == 0 for line in wrong)
    assert not any(line["right"] for line in wrong)


@pytest.mark.model
@pytest.mark.slow
def test_people_get_a_table(capsys, dataset):
    code, out, _ = run(capsys, "evaluate", "qa", dataset, "--limit", "1")
    assert code == 0
    lines = out.splitlines()
    assert lines[0].split() == ["questions", "true", "mask", "predicted", "mask", "baseline"]
    assert [line.split()[0] for line in lines[1:4]] == ["count", "share", "where"]
    assert lines[-1].startswith("1 pairs")


def test_a_missing_split_is_a_sentence(capsys, dataset):
    code, out, err = run(capsys, "evaluate", "qa", dataset, "--split", "nowhere")
    assert (code, out) == (2, "")
    assert "holds the folders A, B and label" in err

"""`terradelta evaluate landcover` as a person types it, with a judge that knows one class."""

import json

import cv2
import numpy as np
import pytest

from tools.errors import ToolError
from ui import cli
from ui.commands.evaluate import landcover as evaluate_landcover
from ui.commands.evaluate.landcover import Asked


@pytest.fixture
def dataset(tmp_path, monkeypatch):
    """Three pictures and a broken one; the judge tells forest, and nothing of what is bright."""
    root = tmp_path / "data"
    for name, grey in (("Forest_1", 40), ("Forest_2", 60), ("River_1", 220)):
        folder = root / name.split("_")[0]
        folder.mkdir(parents=True, exist_ok=True)
        cv2.imwrite(str(folder / f"{name}.jpg"), np.full((64, 64, 3), grey, np.uint8))
    (root / "River" / "River_2.jpg").write_bytes(b"\xff\xd8\xff")

    def judge(scene):
        if scene.bands["R"].mean() > 0.5:
            raise ToolError("Too bright to tell.")
        return ("Forest",)

    used = iter([(count * 1000, count * 10) for count in (0, 1, 1, 2, 2, 3)])
    monkeypatch.setattr(
        evaluate_landcover, "_judge", lambda *_: Asked("one who knows forests", judge, lambda: next(used))
    )
    return root


def run(capsys, *arguments):
    code = cli.run(["evaluate", "landcover", *map(str, arguments)])
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    return code, printed.out, printed.err


def test_json_holds_what_the_contract_says(capsys, dataset):
    code, out, err = run(capsys, dataset, "--json", "--price", "2,10")
    told = json.loads(out)
    assert code == 0
    assert set(told) >= {"images", "accuracy", "macro_f1", "micro_f1", "per_class", "baseline"}
    assert (told["images"], told["accuracy"], told["refused"]) == (3, 0.6667, 1)
    assert told["per_class"]["Forest"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "support": 2}
    assert set(told["baseline"]) == {"constant", "nearest_centroid"}
    assert list(told["skipped"]) == ["River/River_2.jpg"]
    assert "Skipped: River_2.jpg is damaged" in err
    assert "Refused (1): Too bright to tell." in err
    assert told["tokens"] == {"read": 3000, "written": 30}
    assert told["cost"] == pytest.approx(0.0063)


def test_people_get_a_table(capsys, dataset, tmp_path):
    code, out, _ = run(capsys, dataset, "--cache", tmp_path / "kept.jsonl")
    assert code == 0
    lines = out.splitlines()
    assert lines[0].split() == ["judge", "constant", "nearest", "centroid"]
    assert lines[1].split()[:2] == ["accuracy", "0.667"]
    assert "River" in out
    assert lines[-1] == ("one who knows forests on 3 images of EuroSAT; 1 refused; 3000 tokens read, 30 written")
    assert len((tmp_path / "kept.jsonl").read_text(encoding="utf-8").splitlines()) == 3


def test_what_is_wrong_is_a_sentence(capsys, dataset, tmp_path):
    (tmp_path / "empty").mkdir()
    for arguments, reason in (
        ((tmp_path / "empty",), "expected EuroSAT"),
        ((dataset, "--split", "test"), "leave out --split"),
        ((dataset, "--price", "cheap"), "is no price"),
        ((dataset, "--nomenclature", "20"), "20"),
    ):
        code, out, err = run(capsys, *arguments)
        assert (code, out) == (2, "")
        assert reason in err

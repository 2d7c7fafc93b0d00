"""`terradelta evaluate dialogues` as a person types it, on one drawn pair."""

import json
import shutil

import pytest

from ui import cli

CALLS = r"^I cannot send"


@pytest.fixture
def file(tmp_path, sample, eyes, monkeypatch):
    import mci_model.inference.predictor

    monkeypatch.setattr(mci_model.inference.predictor, "load_predictor", lambda *_, **__: eyes)
    for name, image in (("a.tif", sample.before), ("b.tif", sample.after)):
        shutil.copy(image, tmp_path / name)
    turns = [
        {"user": "email it", "must": [CALLS], "any": [], "never": [r"\d"], "note": ""},
        {"user": "how many swimming pools?", "must": ["two pools"], "any": [], "never": [], "note": ""},
    ]
    line = {"id": "one", "pair": {"before": "a.tif", "after": "b.tif", "place": "none"}, "turns": turns}
    (tmp_path / "d.jsonl").write_text(json.dumps(line), encoding="utf-8")
    return tmp_path / "d.jsonl"


def run(capsys, *arguments):
    code = cli.run([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    return code, printed.out, printed.err


def test_json_holds_the_shares_and_a_file_the_answers(capsys, file, tmp_path):
    answers = tmp_path / "answers.jsonl"
    code, out, _ = run(capsys, "evaluate", "dialogues", file, "--json", "--answers", answers)
    assert code == 0
    assert json.loads(out) == {"turns": 2, "right": 0.5, "wrong": 0.0, "evasive": 0.5, "by_dialogue": {"one": 0.5}}
    told = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
    assert [one["judgement"] for one in told] == ["right", "evasive"]
    assert [one["question"] for one in told] == ["email it", "how many swimming pools?"]
    assert all(one["calls"] == [] for one in told)


def test_a_file_that_is_none_is_bad_input_in_one_sentence(capsys, tmp_path):
    file = tmp_path / "d.jsonl"
    file.write_text("{", encoding="utf-8")
    code, out, err = run(capsys, "evaluate", "dialogues", file, "--json")
    assert (code, out) == (2, "")
    assert "d.jsonl is no file of dialogues" in err

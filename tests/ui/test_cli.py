"""The command line as a person types it: what is printed where, and with which exit code."""

import json

import numpy as np
import pytest

from ui import cli, edge


@pytest.fixture(autouse=True)
def knowing(monkeypatch, eyes):
    """Eyes that know the drawn scene: these tests are of the command line."""
    import mci_model.predictor

    monkeypatch.setattr(mci_model.predictor, "load_predictor", lambda *_, **__: eyes)


def run(capsys, *arguments):
    code = cli.run([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    assert "Traceback" not in printed.err
    return code, printed.out, printed.err


def test_ask_prints_the_answer_and_where_the_pictures_are(capsys, sample, tmp_path):
    code, out, err = run(
        capsys, "ask", sample.before, sample.after, "How many buildings appeared?", "--out", tmp_path / "o"
    )
    assert code == 0
    assert out.startswith("7 changed buildings")
    assert str(tmp_path / "o" / "pair1" / "change.tif") in out
    assert err.strip() == ""


def test_json_is_one_object_and_nothing_else(capsys, sample, tmp_path):
    code, out, _ = run(
        capsys, "ask", sample.before, sample.after, "what has changed?", "--json", "--out", tmp_path / "o"
    )
    told = json.loads(out)
    assert code == 0
    assert list(told) == ["answer", "steps", "artefacts", "warnings", "model", "planner"]
    assert told["steps"][0]["tool"] == "describe_change"


@pytest.mark.parametrize(("command", "needle"), [("detect", "3,574 px"), ("describe", "Seven houses are built")])
def test_single_tools_print_their_sentence(capsys, sample, tmp_path, command, needle):
    code, out, _ = run(capsys, command, sample.before, sample.after, "--out", tmp_path / "o")
    assert code == 0
    assert needle in out
    code, out, _ = run(capsys, command, sample.before, sample.after, "--out", tmp_path / "o", "--json")
    assert {"result", "artefacts"} <= set(json.loads(out))


def test_detect_counts_where_and_what_is_asked(capsys, sample, eyes, tmp_path):
    def pixels(*options):
        code, out, _ = run(capsys, "detect", sample.before, sample.after, "--out", tmp_path / "o", "--json", *options)
        assert code == 0
        return {row["object_class"]: row["pixels"] for row in json.loads(out)["result"]["classes"]}

    assert pixels()["building"] == 3574
    assert pixels("--min-probability", "0.99") == {"building": 0, "road": 0}
    assert 0 < pixels("--min-area", "150")["building"] < 3574
    left, bottom, right, top = 623_000, 3_349_872, 623_064, 3_350_000
    west = pixels("--aoi", f"{left},{bottom},{right},{top}@EPSG:32614")
    east = pixels("--aoi", f"{right},{bottom},{right + 64},{top}@EPSG:32614")
    assert west["building"] == (eyes.label[:, :128] == 2).sum()
    assert west["building"] + east["building"] == pytest.approx(3574, abs=12)
    assert eyes.looks == 1, "other choices and areas are counted without looking again"


@pytest.mark.parametrize(
    ("area", "sentence"),
    [
        ("1,2,3", "four numbers"),
        ("10,46,9,47", "empty"),
        ("10,46,11,47", "does not touch"),
        ("0,0,1,1@EPSG:0", "no CRS"),
        ("nowhere.gpkg", "was not found"),
    ],
)
def test_an_area_that_cannot_be_is_refused(capsys, sample, tmp_path, area, sentence):
    code, _, err = run(capsys, "detect", sample.before, sample.after, "--aoi", area, "--out", tmp_path)
    assert code == 2
    assert sentence in err


def test_pixels_of_ten_metres_are_refused_unless_told_otherwise(capsys, write_raster, eyes, tmp_path):
    from affine import Affine

    dice = np.random.default_rng(0)
    coarse = {"transform": Affine(10, 0, 620_000, 0, -10, 3_350_000)}
    files = [write_raster(name, dice.integers(1, 200, (3, 256, 256), dtype=np.uint8), **coarse) for name in "ab"]
    code, _, err = run(capsys, "detect", *files, "--out", tmp_path / "o")
    assert code == 2
    assert "A pixel is 10 m" in err
    assert eyes.looks == 0
    assert run(capsys, "detect", *files, "--out", tmp_path / "o", "--any-resolution")[0] == 0


def test_inspect_needs_no_network(capsys, sample, eyes):
    code, out, _ = run(capsys, "inspect", sample.before, sample.after)
    assert code == 0
    assert "EPSG:32614" in out
    assert eyes.looks == 0


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("ask", "no.tif", "no.tif", "what?"), "no.tif was not found"),
        (("ask", "only.tif"), "Missing argument"),
        (("dance",), "No such command 'dance'"),
        (("ask", "a.tif", "b.tif", "what?", "--llm", "gpt"), "names no language model here"),
        (("weights", "convert", "no.pth", "x.safetensors"), "no.pth was not found"),
        (("weights", "info", "no.safetensors"), "no.safetensors is missing"),
        (("evaluate", "pairs", "nowhere"), "holds the folders A, B and label"),
        (("evaluate", "planner", "nowhere.jsonl"), "could not be read"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_bad_input_is_one_sentence_and_exit_code_two(capsys, tmp_path, monkeypatch, arguments, complaint):
    monkeypatch.chdir(tmp_path)
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert complaint in err
    assert len(err.strip().splitlines()) == 1
    assert not list(tmp_path.iterdir()), "nothing is left behind"


def test_a_folder_that_cannot_be_written_is_a_sentence(capsys, sample, tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    code, _, err = run(capsys, "detect", sample.before, sample.after, "--out", tmp_path / "file" / "o")
    assert code == 2
    assert "could not be read or written" in err


def test_a_bug_is_exit_code_one_and_says_so(capsys, sample, monkeypatch):
    monkeypatch.setattr(cli, "_run_tool", lambda *_: 1 / 0)
    code, _, err = run(capsys, "inspect", sample.before, sample.after)
    assert code == 1
    assert "bug in terradelta (ZeroDivisionError" in err


def test_stopping_is_not_a_bug():
    assert edge.explain(KeyboardInterrupt()).exit_code == 130


def test_identical_images_are_warned_of_on_stderr(capsys, sample, tmp_path, eyes):
    eyes.label = np.zeros_like(eyes.label)
    code, out, err = run(capsys, "ask", sample.before, sample.before, "count buildings", "--out", tmp_path / "o")
    assert code == 0
    assert "No changed building was found." in out
    assert "identical" in err


def test_evaluate_planner_prints_the_contracts_object(capsys, tmp_path):
    line = {"id": "1", "style": "plain", "history": [], "question": "What has changed?",
            "accept": [[{"tool": "describe_change", "arguments": {}}]]}  # fmt: skip
    (tmp_path / "q.jsonl").write_text(json.dumps(line), encoding="utf-8")
    code, out, _ = run(capsys, "evaluate", "planner", tmp_path / "q.jsonl", "--json")
    assert code == 0
    assert list(json.loads(out)) == ["questions", "tool_sequence", "full", "by_style", "seconds"]


def test_ctrl_c_is_told_and_has_a_code_of_its_own(capsys, sample, eyes, monkeypatch, tmp_path):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(eyes, "predict_part", stop)
    code, out, err = run(capsys, "detect", sample.before, sample.after, "--out", tmp_path / "o")
    assert (code, out) == (130, "")
    assert "Stopped; nothing was left half-written." in err
    assert not list(tmp_path.rglob("*partial*"))

"""`terradelta bench` and `bench scene` as a person types them: what is asked for, what is printed where."""

import json

import pytest

from tools.benchmarks.scene_benchmark import Machine, ProcessFigures, SceneBenchmark, scene_figures
from ui import cli


@pytest.fixture
def asked(monkeypatch):
    """What the measures were asked for; nothing is measured."""
    import mci_model.benchmark
    import tools.benchmarks.scene_benchmark

    calls = []

    def networks(repeats):
        calls.append(("networks", repeats))
        return {"embedded": {"mask_ms": 1.23456}, "device": "cpu"}

    def scenes(sides, workers, folder, report):
        calls.append(("scenes", tuple(sides), workers, folder))
        report(1, 2)
        figures = scene_figures(512, (0.0, 1.0), [(0.0, 0.98765432)], 12.0, 3)
        spent = ProcessFigures(6144, 37.7, workers, 3.0, 4.0, 2.0, 2.0, 1.5)
        return SceneBenchmark(Machine(2, "a cpu", "a system", 0.1), (figures,), None, spent)

    monkeypatch.setattr(mci_model.benchmark, "benchmark", networks)
    monkeypatch.setattr(tools.benchmarks.scene_benchmark, "benchmark_scenes", scenes)
    return calls


def run(capsys, *arguments):
    code = cli.run([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_without_a_sub_command_networks_are_measured(capsys, asked):
    code, out, _ = run(capsys, "bench")
    assert code == 0
    assert asked == [("networks", 10)]
    assert json.loads(out) == {"embedded": {"mask_ms": 1.235}, "device": "cpu"}
    assert len(out.splitlines()) > 1


def test_networks_take_their_options(capsys, asked):
    code, out, _ = run(capsys, "bench", "--repeats", 4, "--json")
    assert code == 0
    assert asked == [("networks", 4)]
    assert len(out.splitlines()) == 1


def test_scenes_are_measured_as_asked(capsys, asked, tmp_path):
    options = ("--side", 512, "--side", 1024, "--workers", 3, "--folder", tmp_path, "--json")
    code, out, err = run(capsys, "bench", "scene", *options)
    assert code == 0
    assert asked == [("scenes", (512, 1024), 3, tmp_path)], "and networks are not"
    assert len(out.splitlines()) == 1
    assert err.strip() == ""


def test_scenes_have_defaults_and_print_one_object_with_all_fields(capsys, asked):
    code, out, _ = run(capsys, "bench", "scene")
    told = json.loads(out)
    assert code == 0
    assert asked == [("scenes", (2048, 8192, 20480), 2, None)]
    assert list(told) == ["machine", "scenes", "flatness", "processes"]
    assert list(told["scenes"][0]) == [
        "side", "mpx", "seconds", "mpx_per_s", "seconds_per_mpx", "peak_mib_above_model", "share_outside_model",
        "seconds_after_looking", "objects",
    ]  # fmt: skip
    assert told["scenes"][0]["share_outside_model"] == 0.0123
    assert told["processes"]["speed_up"] == 2.0
    assert len(out.splitlines()) > 1


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("bench", "--repeats", "2"), "3"),
        (("bench", "scene", "--side", "100"), "256"),
        (("bench", "scene", "--workers", "1"), "2"),
        (("bench", "dance"), "dance"),
    ],
)
def test_what_cannot_be_measured_is_refused(capsys, asked, arguments, complaint):
    code, out, err = run(capsys, *arguments)
    assert (code, out, asked) == (2, "", [])
    assert complaint in err
    assert len(err.strip().splitlines()) == 1


@pytest.mark.model
@pytest.mark.slow
def test_the_page_is_measured_and_everyone_served(capsys):
    code, out, _ = run(capsys, "bench", "page", "--visitors", 2, "--side", 512, "--json")
    assert code == 0
    told = json.loads(out)
    assert told["served"] == told["visitors"] == 2
    assert told["tile_side"] == 512
    assert 0 < told["tile_p50_ms"] <= told["tile_p95_ms"]
    assert told["peak_mib"] > 100
    assert [one["objects"] for one in told["maps"]] == [5000, 50000]
    assert all(one["class_tile_ms"] > 0 < one["area_of_interest_ms"] for one in told["maps"])
    assert told["evidence_first_ms"] > 0 < told["evidence_again_ms"]
    assert min(told[name] for name in ("start", "first_page", "first_answer", "tile_first", "all_answers")) > 0

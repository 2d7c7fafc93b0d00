import csv
import json

import numpy as np
import pytest

from tools.benchmarks.effects.effect_simulation import World, simulate_world
from tools.effects.charts import write_counterfactual, write_placebos
from tools.effects.impact import assess_effect
from tools.effects.result import event_effect, write_numbers, write_steps


@pytest.fixture(scope="module")
def found():
    return assess_effect(simulate_world(World(), 0), second=False)


def states(impact):
    return {check.name: check.state for check in impact.checks}


def test_a_clear_effect_is_supported(found):
    assert found.verdict == "supported"
    assert states(found)["second opinion"] == "open"
    assert found.steps.days[found.steps.event] in found.breaks
    assert found.rank_p == pytest.approx(1 / 6)
    assert 0 < found.detectable < 0.1


def test_no_effect_is_not_supported():
    null = assess_effect(simulate_world(World(effect=0.0), 7), second=False)
    assert null.verdict != "supported"
    assert null.reasons


def test_one_control_cannot_be_enough():
    steps = simulate_world(World(), 0)
    for name in steps.controls[1:]:
        steps = steps.without(name)
    found = assess_effect(steps, second=False)
    assert found.verdict == "inconclusive"
    assert states(found)["controls"] == "open"


def test_a_control_that_the_event_reached_is_named():
    steps = simulate_world(World(), 0)
    steps.regressors[steps.event :, 2] -= 0.3
    found = assess_effect(steps, second=False)
    assert states(found)["controls untouched"] == "failed"
    assert found.verdict == "inconclusive"
    assert "control 3" in next(check.text for check in found.checks if check.name == "controls untouched")


def test_a_long_time_after_leaves_no_window_before():
    found = assess_effect(simulate_world(World(after=50), 0), second=False)
    assert states(found)["placebo in time"] == "open"
    assert found.verdict == "inconclusive"


def test_a_break_at_another_time_speaks_against_the_event():
    steps = simulate_world(World(effect=0.0), 0)
    steps.outcome[40:] += 0.3
    found = assess_effect(steps, second=False)
    assert states(found)["date of the break"] == "failed"
    assert steps.days[40] in found.breaks
    assert found.verdict != "supported"


def test_files_hold_what_is_told(found, tmp_path):
    told = event_effect(found, "ndvi", "2018-07-01")
    write_steps(tmp_path / "steps.csv", found)
    write_numbers(tmp_path / "effect.json", told, found)
    with (tmp_path / "steps.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    after = [float(row["effect"]) for row in rows if row["after_event"] == "1" and row["effect"]]
    assert np.mean(after) == pytest.approx(found.effect.mean, abs=1e-5)
    numbers = json.loads((tmp_path / "effect.json").read_text(encoding="utf-8"))
    assert numbers["verdict"] == "supported"
    assert len(numbers["checks"]) == 12


def test_charts_are_drawn(found, tmp_path):
    write_counterfactual(tmp_path / "expected.png", found, "NDVI", "place")
    write_placebos(tmp_path / "placebos.png", found, "NDVI", "place")
    assert {path.name for path in tmp_path.iterdir()} == {"expected.png", "placebos.png"}
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in tmp_path.iterdir())

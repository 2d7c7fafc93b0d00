import pytest

from tools.benchmarks.sample_pairs import SEEDS
from ui.commands.demo import QUESTIONS, run_demo


@pytest.mark.model
def test_the_demo_runs_the_product_and_shows_truth_beside_answers(tmp_path):
    lines = list(run_demo(tmp_path))
    text = "\n".join(lines)
    assert text.count("  ? ") == len(SEEDS) * len(QUESTIONS)
    assert "count_objects, measure_area; planner: embedded; network: embedded" in text
    assert "Truth of this drawn scene: buildings appeared 7" in text
    pictures = [line.split(": ", 1)[1] for line in lines if line.startswith("  overlay: ")]
    assert len(pictures) == len(SEEDS)
    assert len(list(tmp_path.rglob("change-*.png"))) == len(SEEDS)

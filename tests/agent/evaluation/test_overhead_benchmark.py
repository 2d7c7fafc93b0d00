import pytest

from agent.evaluation.overhead_benchmark import QUESTIONS, benchmark_agent


@pytest.mark.model
def test_every_question_is_asked_and_its_seconds_are_shared_out():
    speed = benchmark_agent(repeats=1)
    assert speed.questions == len(QUESTIONS)
    assert 0 < speed.overhead <= speed.worst_overhead
    assert speed.planning > 0
    assert speed.tools > 0
    assert speed.plans == 1, "a question is planned once"
    assert speed.handed_kib == 0, "the embedded model reads typed results"

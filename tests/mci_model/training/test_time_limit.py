"""A training by the clock stops while there is time to write its weights; a clock of our own goes as told."""

from dataclasses import replace

import pytest

from mci_model.errors import DatasetError
from mci_model.training import trainer as training
from mci_model.training.rate_schedule import warmed_cosine, warmed_cosine_of_time
from mci_model.training.recipe import TrainingRecipe
from mci_model.training.time_limit import MARGIN_S, TimeLimit
from tests.factories.trainings import new_trainer


class Clock:
    def __init__(self, now=1000.0):
        self.now = now

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_the_last_step_and_two_writes_are_kept_back(clock):
    limit = TimeLimit(1.0, now=clock)
    assert not limit.is_over
    clock.now += 4
    limit.step_done()
    clock.now += 3
    limit.written(3)
    assert limit.reserve_s == 4 + 2 * 3 + MARGIN_S
    clock.now = 1000 + 60 - 15 - 0.1
    assert not limit.is_over
    assert limit.share == pytest.approx(1, abs=0.01)
    clock.now += 0.2
    assert limit.is_over
    assert limit.share == 1


def test_a_slow_first_step_is_forgotten(clock):
    limit = TimeLimit(10.0, now=clock)
    for seconds in [30, *[1] * 49]:
        clock.now += seconds
        limit.step_done()
    assert limit.reserve_s == 30 + MARGIN_S
    clock.now += 1
    limit.step_done()
    assert limit.reserve_s == 1 + MARGIN_S


def test_writing_is_no_part_of_the_next_step(clock):
    limit = TimeLimit(10.0, now=clock)
    clock.now += 20
    limit.written(20)
    clock.now += 1
    limit.step_done()
    assert limit.reserve_s == 1 + 2 * 20 + MARGIN_S


def test_earlier_starts_count(clock):
    limit = TimeLimit(1.0, spent_s=50, now=clock)
    assert limit.elapsed_s == 50
    clock.now += 6
    assert limit.is_over


def test_rates_rise_by_steps_and_fall_by_time():
    assert warmed_cosine_of_time(0, 0.0, 10, 0.01) == pytest.approx(0.1)
    falling = [warmed_cosine_of_time(100, share / 10, 10, 0.01) for share in range(11)]
    assert falling == sorted(falling, reverse=True)
    assert falling[-1] == pytest.approx(0.01)
    assert falling[5] == pytest.approx(warmed_cosine(50, 100, 1, 0.01))


@pytest.mark.parametrize("minutes", [0.1, -1, float("nan"), float("inf")])
def test_minutes_that_are_no_training_are_refused(minutes):
    with pytest.raises(DatasetError, match=r"cannot be made; give 0\.5 to 10000 minutes"):
        TrainingRecipe.from_json({"data": "x", "minutes": minutes})


def test_more_shapes_than_a_gpu_has_time_for_are_refused():
    shapes = tuple((32 * side, 4, 0.25) for side in range(1, 5))
    with pytest.raises(DatasetError, match=r"4 shapes.*at most 3"):
        TrainingRecipe("x", batches=shapes).check_device("cuda")
    TrainingRecipe("x", batches=shapes).check_device("cpu")
    TrainingRecipe("x", batches=(*shapes[:3], (*shapes[0][:2], 0.1))).check_device("cuda")


@pytest.mark.model
def test_a_training_by_the_clock_ends_with_a_low_rate_and_goes_on_where_it_stopped(
    recipe, tiny_settings, tiny_vocabulary, tmp_path, clock, monkeypatch
):
    monkeypatch.setattr(training, "TimeLimit", lambda minutes, spent=0.0: TimeLimit(minutes, spent, clock))

    def made():
        trainer = new_trainer(replace(recipe, minutes=1.0), tiny_settings, tiny_vocabulary, tmp_path)
        update, rates = trainer._update, []

        def slow(batch):
            losses = update(batch)
            rates.append(trainer.optimiser.param_groups[1]["lr"])
            clock.now += 5
            return losses

        trainer._update = slow
        return trainer, rates

    whole, rates = made()
    whole.run()
    # Ten steps of 5 s, the next one would end with the minute: 5 + 5 are kept back.
    assert whole.step == 10
    assert rates == sorted(rates, reverse=True)
    assert rates[-1] < 0.05 * rates[0]
    again, _ = made()
    again.resume()
    again.run()
    assert again.step == 11, "of the ten seconds that are left, a step takes five"

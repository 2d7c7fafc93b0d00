"""Where steps are found, and that chance is given few."""

import numpy as np

from tools.series.statistics.steps import MIN_SEGMENT, NONE, find_steps


def flat(values):
    count, dates = values.shape
    columns = np.repeat(np.stack([np.ones(dates), np.linspace(-1, 1, dates)], axis=1)[None], count, axis=0)
    return find_steps(values, np.ones(values.shape), columns, 0.05)


def test_noise_alone_has_steps_as_seldom_as_was_asked():
    found = flat(np.random.default_rng(0).normal(size=(2000, 40)))
    assert (found.place != NONE).any(axis=1).mean() <= 0.06


def test_noise_that_depends_on_itself_is_given_few_steps():
    dice = np.random.default_rng(1)
    values = dice.normal(size=(1000, 60))
    for date in range(1, 60):
        values[:, date] += 0.5 * values[:, date - 1]
    assert (flat(values).place != NONE).any(axis=1).mean() <= 0.3, "without the correction it is more than a half"


def test_no_step_begins_within_the_first_or_last_dates():
    values = np.random.default_rng(2).normal(0, 0.01, (50, 30))
    values[:, -1] += 1
    values[:, 0] += 1
    found = flat(values).place
    assert ((found == NONE) | ((found >= MIN_SEGMENT) & (found <= 30 - MIN_SEGMENT))).all()


def test_an_earlier_step_is_placed_anew_beside_a_later_one():
    values = np.random.default_rng(3).normal(0, 0.02, (50, 60))
    values[:, 20:] += 1
    values[:, 30:] -= 0.8
    found = flat(values).place
    assert np.mean([{20, 30} <= set(row.tolist()) for row in found]) > 0.95

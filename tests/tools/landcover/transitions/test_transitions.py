"""Transitions against hand-computed tables, on a small georeferenced pair and one that is not."""

import csv

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from mci_model.prediction import Window
from tests.factories.transitions import ORACLE, PLACE, SIZE, Drawn, laid_out, pair_of, tabulated
from tools.errors import InputError, PairError
from tools.landcover.transitions.intensity import components, gains, intensities, losses, parts, targets
from tools.landcover.transitions.map_errors import corrected, even_errors, noise_floor
from tools.landcover.transitions.transition_table import COLUMNS, write_table
from tools.landcover.transitions.transitions import TransitionTally, tabulate
from tools.rasters.georeference import Georeference

COUNTS = arrays(np.int64, st.integers(1, 6).map(lambda n: (n, n)), elements=st.integers(0, 500))


def cell(found, before, after):
    return next(one for one in found.cells if (one.before, one.after) == (before, after))


def test_every_transition_is_counted_with_its_ground(pair):
    codes = laid_out(ORACLE)
    found, heard = tabulated(pair, codes)
    assert [(one.before, one.after, one.pixels) for one in found.cells][:4] == [
        ("forest", "forest", 50), ("town", "town", 40), ("field", "field", 30), ("forest", "field", 10),
    ]  # fmt: skip
    areas = Georeference("EPSG:32614", PLACE, *SIZE).pixel_areas
    became = (codes["before"] == 1) & (codes["after"] == 2)
    assert cell(found, "forest", "field").area_m2 == pytest.approx(areas[became].sum(), rel=1e-6)
    assert cell(found, "forest", "field").share == pytest.approx(10 / 150)
    assert found.known.pixels == 150
    assert found.unknown_share == pytest.approx(1 - 150 / 320)
    assert found.changed.pixels == 30
    assert found.kept.pixels == 120
    assert found.changed.area_m2 + found.kept.area_m2 == pytest.approx(found.known.area_m2)
    assert heard[0, 0] == 1
    assert set(np.unique(heard)) == {0, *range(1, 10)}
    assert (heard == np.where(codes["before"] > 0, (codes["before"] - 1) * 3 + codes["after"], 0)).all()


def test_classes_tell_gain_loss_and_what_is_unusual(pair):
    found, _ = tabulated(pair, laid_out(ORACLE))
    forest, field, town = found.classes
    assert (forest.before.pixels, forest.after.pixels, forest.kept.pixels) == (65, 53, 50)
    assert (forest.gained.pixels, forest.lost.pixels, forest.net.pixels) == (3, 15, -12)
    assert forest.net.area_m2 == pytest.approx(forest.gained.area_m2 - forest.lost.area_m2)
    assert forest.net.area_m2 < 0
    assert (forest.loss.share, forest.loss.uniform_share) == pytest.approx((15 / 65, 0.2))
    assert forest.loss.active
    assert (forest.gain.share, forest.gain.active) == (pytest.approx(3 / 53), False)
    assert (field.gain.share, field.gain.active) == (pytest.approx(14 / 44), True)
    assert (town.loss.share, town.loss.active) == (pytest.approx(5 / 45), False)
    assert forest.components.quantity_share == pytest.approx(12 / 150)


def test_quantity_exchange_and_shift_are_those_of_the_oracle(pair):
    whole = components(ORACLE)[1]
    assert [round(150 * part) for part in (whole.quantity_share, whole.exchange_share, whole.shift_share)] == [
        12,
        14,
        4,
    ]
    assert [one.tolist() for one in parts(ORACLE)] == [[12, 4, 8], [6, 12, 10], [0, 8, 0]]
    found, _ = tabulated(pair, laid_out(ORACLE))
    assert found.components == whole


def test_targets_exceed_the_even_share_of_their_class():
    found = {(one.before, one.after): one for one in targets(ORACLE, ("forest", "field", "town"))}
    assert set(found) == {("forest", "field"), ("field", "town"), ("field", "forest")}
    town = found["field", "town"]
    assert (town.share, town.uniform_share) == pytest.approx((8 / 40, 13 / 105))
    assert targets(ORACLE, ("forest", "field", "town"))[0].before == "forest", "the most pixels first"
    even = np.array([[8, 1, 1], [1, 8, 1], [1, 1, 8]])
    assert targets(even, ("a", "b", "c")) == ()
    assert not any(one.active for both in intensities(even) for one in both)


@settings(max_examples=60, deadline=None)
@given(COUNTS)
def test_change_is_quantity_and_exchange_and_shift(counts):
    quantity, exchange, shift = parts(counts)
    assert (shift >= 0).all()
    assert (quantity + exchange + shift == gains(counts) + losses(counts)).all()
    total = sum(int(part.sum()) for part in (quantity, exchange, shift))
    assert total == 2 * (counts.sum() - np.trace(counts))
    whole = components(counts)[1]
    changed = (counts.sum() - np.trace(counts)) / max(1, counts.sum())
    assert whole.quantity_share + whole.exchange_share + whole.shift_share == pytest.approx(changed)


@settings(max_examples=60, deadline=None)
@given(COUNTS)
def test_dates_that_are_swapped_swap_gain_and_loss(counts):
    for (gain, loss), (back_gain, back_loss) in zip(intensities(counts), intensities(counts.T), strict=True):
        assert (gain, loss) == (back_loss, back_gain)
    assert components(counts) == components(counts.T)


def test_swapped_dates_transpose_the_table(pair):
    codes = laid_out(ORACLE)
    there, _ = tabulated(pair, codes)
    back, _ = tabulated(pair, {"before": codes["after"], "after": codes["before"]})
    assert {(one.before, one.after): one.pixels for one in there.cells} == {
        (one.after, one.before): one.pixels for one in back.cells
    }
    assert back.classes[0].net.pixels == 12


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 25), st.integers(0, 9_999))
def test_windows_of_any_size_give_the_same_table(pair, side, seed):
    rng = np.random.default_rng(seed)
    codes = {date: rng.integers(0, 4, SIZE, np.uint8) for date in ("before", "after")}
    whole, heard = tabulated(pair, codes, side=100)
    parts_, heard_in_parts = tabulated(pair, codes, side=side)
    assert [(one.before, one.after, one.pixels) for one in whole.cells] == [
        (one.before, one.after, one.pixels) for one in parts_.cells
    ]
    assert [one.area_m2 for one in whole.cells] == pytest.approx([one.area_m2 for one in parts_.cells], rel=1e-6)
    assert (heard == heard_in_parts).all()
    for one in whole.classes:
        rows = sum(each.pixels for each in whole.cells if each.before == one.name)
        columns = sum(each.pixels for each in whole.cells if each.after == one.name)
        assert (one.before.pixels, one.after.pixels) == (rows, columns)
        assert one.before.pixels == one.kept.pixels + one.lost.pixels
        assert one.after.pixels == one.kept.pixels + one.gained.pixels


def test_what_is_known_at_one_date_only_counts_nowhere():
    tally = TransitionTally(2, None)
    before, after = np.array([[1, 2, 0, 2, 0]], np.uint8), np.array([[0, 0, 1, 1, 0]], np.uint8)
    assert tally.add(Window(0, 0, 1, 5), before, after).tolist() == [[0, 0, 0, 3, 0]]
    assert tally.counts.tolist() == [[0, 0], [1, 0]]


def test_codes_of_many_classes_stay_apart():
    tally = TransitionTally(255, None)
    before, after = np.array([[255, 255, 1]], np.uint8), np.array([[255, 254, 0]], np.uint8)
    assert tally.add(Window(0, 0, 1, 3), before, after).tolist() == [[65_025, 65_024, 0]]
    assert tally.counts[254].sum() == 2
    assert tally.areas is None


def test_years_are_told_where_both_dates_are_known(pair, nowhere, tmp_path):
    found, _ = tabulated(pair, laid_out(ORACLE))
    assert found.years == pytest.approx(731 / 365.2425)
    assert found.yearly_share == pytest.approx(0.2 / found.years)
    bare, _ = tabulated(nowhere, laid_out(ORACLE))
    assert (bare.years, bare.yearly_share) == (None, None)
    assert {one.area_m2 for one in bare.cells} == {None}
    assert bare.changed.area_m2 is None
    swapped = pair_of(tmp_path, ("2021-06-01", "2019-06-01"))
    assert tabulated(swapped, laid_out(ORACLE))[0].years is None


def test_an_accuracy_that_nobody_told_is_said_to_be_assumed(pair):
    few = np.array([[95, 2, 1], [0, 50, 2], [0, 0, 50]])
    found, _ = tabulated(pair, laid_out(few))
    assert found.noise.assumed
    assert found.noise.agreement_share == pytest.approx(0.95**2)
    assert found.noise.changed_share == pytest.approx(1 - 0.95**2 - 0.05**2 / 2)
    assert any("95 %" in told and "assumed" in told for told in found.warnings)
    assert any("2.5 % is below twice that" in told and "--map-accuracy" in told for told in found.warnings)
    sure, _ = tabulated(pair, laid_out(few), accuracy=0.999)
    assert not sure.noise.assumed
    assert not any("assumed" in told or "below twice" in told for told in sure.warnings)


def test_the_noise_floor_is_what_errors_would_do():
    rng = np.random.default_rng(5)
    true = rng.choice(4, 400_000, p=[0.6, 0.2, 0.15, 0.05])

    def mapped(accuracy):
        wrong = (true + rng.integers(1, 4, true.size)) % 4
        return np.where(rng.random(true.size) < accuracy, true, wrong)

    first, second = mapped(0.9), mapped(0.8)
    right, changed = noise_floor(np.bincount(first, minlength=4), even_errors(4, 0.9), even_errors(4, 0.8))
    assert changed == pytest.approx((first != second).mean(), abs=3e-3)
    assert right == pytest.approx(((first == true) & (second == true)).mean(), abs=3e-3)
    assert noise_floor(np.array([7]), *[even_errors(1, 0.5)] * 2) == pytest.approx((1.0, 0.0))
    half = noise_floor(np.array([10, 30]), *[even_errors(2, 0.5)] * 2)
    assert half == pytest.approx((0.25, 0.5)), "maps that tell nothing"


def test_errors_of_one_kind_weigh_by_what_truly_is_there():
    # All of the second class and half of the first is mapped as the second: so 30 of 80 mapped mean 60 true.
    half = np.array([[0.5, 0.0], [0.5, 1.0]])
    right, changed = noise_floor(np.array([30, 50]), half, half)
    assert right == pytest.approx(0.75 * 0.25 + 0.25)
    assert changed == pytest.approx(0.75 * 0.5)


def test_change_that_is_mostly_exchange_is_doubted(pair):
    swapped = np.array([[50, 20, 0], [20, 50, 5], [0, 0, 50]])
    found, _ = tabulated(pair, laid_out(swapped), accuracy=0.99)
    assert found.components.exchange_share == pytest.approx(40 / 195)
    assert any("88.9 % of the change is exchange" in told for told in found.warnings)
    moved = np.array([[50, 20, 0], [1, 50, 5], [0, 0, 50]])
    assert not any("exchange" in told for told in tabulated(pair, laid_out(moved), accuracy=0.99)[0].warnings)


def test_errors_of_both_maps_are_taken_out():
    truth = np.array([[900.0, 60, 40], [10, 500, 90], [0, 20, 380]])
    first = np.array([[90, 4, 1], [8, 92, 9], [2, 4, 90]])
    second = np.array([[45, 1, 0], [4, 48, 3], [1, 1, 47]])
    seen = (first / first.sum(0)) @ truth @ (second / second.sum(0)).T
    found = corrected(seen, first, second)
    assert found.counts == pytest.approx(truth, abs=1e-6)
    assert found.clipped_share == pytest.approx(0, abs=1e-9)


def test_what_comes_out_negative_is_cut_and_told(pair):
    table = np.array([[90, 10, 0], [10, 90, 0], [0, 0, 100]])
    seen = np.array([[100, 1, 0], [1, 100, 0], [0, 0, 50]])
    found, _ = tabulated(pair, laid_out(seen), confusion=(table, table))
    assert found.correction.clipped_share > 0.01
    assert found.correction.changed_share == 0
    assert sum(one.share for one in found.correction.cells) == pytest.approx(1)
    assert sum(one.area_m2 for one in found.correction.cells) == pytest.approx(found.known.area_m2)
    assert any("came out negative" in told for told in found.warnings)
    assert found.noise.accuracy is None
    # Two thirds of the pixels are of classes that are right at both dates with 0.81, the rest is always right.
    assert found.noise.agreement_share == pytest.approx((202 * 0.81 + 50) / 252)
    assert found.noise.changed_share == pytest.approx(202 * 0.18 / 252)


@pytest.mark.parametrize(
    ("table", "told"),
    [
        (np.eye(2), "is 2 x 2, but the legend has 3 classes"),
        (np.ones((3, 3)), "cannot be undone"),
        ([[1, 2], [3]], "no table of numbers"),
        (np.diag([5, -1, 5]), "no counts"),
        (np.diag([5, np.nan, 5]), "no counts"),
        (np.diag([5, 0, 5]), "no reference point of class 2"),
    ],
)
@pytest.mark.parametrize("place", [0, 1])
def test_confusion_matrices_that_cannot_be_used_are_refused(pair, table, told, place):
    both = [np.eye(3), np.eye(3)]
    both[place] = table
    with pytest.raises(InputError, match=told) as caught:
        tabulated(pair, laid_out(ORACLE), confusion=tuple(both))
    assert ("earlier", "later")[place] in str(caught.value)


def test_a_class_that_is_neither_mapped_nor_sampled_needs_no_points():
    seen = np.array([[50, 5, 0], [0, 45, 0], [0, 0, 0]])
    found = corrected(seen, np.diag([9, 9, 0]), np.diag([9, 9, 0]))
    assert found.counts == pytest.approx(seen)


@pytest.mark.parametrize("accuracy", [0.0, -0.5, 1.5, 95.0, float("nan")])
def test_an_accuracy_that_is_none_is_refused_before_anything_is_read(pair, accuracy):
    heard = []
    with pytest.raises(InputError, match=r"for example 0\.9"):
        tabulate(pair, Drawn(laid_out(ORACLE)), "x", lambda *warning: heard.append(warning), accuracy=accuracy)
    assert heard == []


def test_dates_without_a_common_pixel_are_refused(pair):
    codes = {"before": np.zeros(SIZE, np.uint8), "after": np.ones(SIZE, np.uint8)}
    with pytest.raises(PairError, match="take other dates"):
        tabulated(pair, codes)


def test_the_table_is_written_with_every_transition(pair, nowhere, tmp_path):
    found, _ = tabulated(pair, laid_out(ORACLE))
    write_table(tmp_path / "change.csv", found)
    with (tmp_path / "change.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == 9
    assert sum(float(row["share"]) for row in rows) == pytest.approx(1)
    assert sum(float(row["area_m2"]) for row in rows) == pytest.approx(found.known.area_m2)
    assert {(row["before"], row["after"]): int(row["pixels"]) for row in rows}["field", "town"] == 8
    write_table(tmp_path / "bare.csv", tabulated(nowhere, laid_out(ORACLE))[0])
    assert "forest,field,10,,0.0666" in (tmp_path / "bare.csv").read_text(encoding="utf-8")

import cv2
import numpy as np
import pytest

from mci_model.data.labelled_pairs import PairFolder
from mci_model.data.scene_renderer import render
from mci_model.data.synthetic_scene import compose
from tools.pairs.pair import open_pair
from tools.pairs.preflight import inspect
from tools.pairs.registration import MAX_CORRECTED, estimate_shift


@pytest.fixture(scope="module")
def scene():
    return render(compose(5, 320)).after


def moved(image, columns, rows):
    matrix = np.array([[1, 0, columns], [0, 1, rows]], np.float32)
    size = (image.shape[1], image.shape[0])
    return np.asarray(cv2.warpAffine(image, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101))


ALL = np.ones((320, 320), bool)


@pytest.mark.parametrize(("columns", "rows"), [(0, 0), (0.5, 0), (3, -2), (3.4, -2.25), (-11, 7)])
def test_a_known_shift_is_found(scene, columns, rows):
    shift = estimate_shift([(scene, moved(scene, columns, rows), ALL)])
    assert (shift.columns, shift.rows) == pytest.approx((columns, rows), abs=0.1)
    assert shift.sure


def test_a_shift_farther_than_is_looked_for_is_not_said_to_be_known(scene):
    assert not estimate_shift([(scene, moved(scene, 40, 10), ALL)]).sure


def test_what_was_built_does_not_hide_it(scene):
    built = moved(scene, -2, 3)
    built[40:260, 60:290] = 180
    shift = estimate_shift([(scene, built, ALL)])
    assert (shift.columns, shift.rows) == pytest.approx((-2, 3), abs=0.2)
    assert shift.sure


def test_parts_vote_together(scene):
    halves = [(slice(0, 160), slice(None)), (slice(160, 320), slice(None))]
    other = moved(scene, 1, 2)
    shift = estimate_shift([(scene[half], other[half], ALL[half]) for half in halves])
    assert (shift.columns, shift.rows) == pytest.approx((1, 2), abs=0.1)


def test_another_light_does_not_hide_it(scene):
    darker = np.clip(moved(scene, 2, 1).astype(float) * 0.6 + 20, 0, 255).astype(np.uint8)
    shift = estimate_shift([(scene, darker, ALL)])
    assert (shift.columns, shift.rows) == pytest.approx((2, 1), abs=0.2)
    assert shift.sure


def test_unrelated_scenes_are_not_said_to_lie_on_each_other(scene):
    noise = np.random.default_rng(0).integers(0, 255, scene.shape, dtype=np.uint8)
    assert not estimate_shift([(scene, noise, ALL)]).sure


def test_where_there_is_nothing_to_compare_nothing_is_said(scene):
    assert estimate_shift([]) is None
    assert estimate_shift([(np.zeros_like(scene), scene, ALL)]) is None
    assert estimate_shift([(scene, scene, np.zeros_like(ALL))]) is None


@pytest.fixture
def write(write_raster, scene):
    return lambda name, columns, rows: write_raster(name, moved(scene, columns, rows).transpose(2, 0, 1).copy())


def test_a_small_shift_is_told_and_moved_back_when_asked(write):
    first, second = write("a.tif", 0, 0), write("b.tif", 2.5, -1.5)
    left = open_pair(first, second)
    assert inspect(left).shift.pixels == pytest.approx(np.hypot(2.5, 1.5), abs=0.1)
    assert not any("co-registration offset" in warning for warning in inspect(left).warnings)
    aligned = open_pair(first, second, align=True)
    inner = (slice(8, -8), slice(8, -8))
    before = [np.abs(pair.before[inner].astype(int) - pair.after[inner]).mean() for pair in (left, aligned)]
    assert before[1] < before[0] / 3
    assert inspect(aligned).shift.pixels < 0.3
    assert any("moved back by 2.49 columns and -1.51 rows" in note for note in aligned.notes)
    assert not aligned.valid[:, -2:].any(), "what the moved image does not reach is unknown"


def test_windows_of_an_aligned_pair_are_parts_of_its_whole(write):
    from mci_model.prediction import Window

    pair = open_pair(write("a.tif", 0, 0), write("b.tif", 2.5, -1.5), align=True)
    with pair.reading() as reader:
        part = reader.read(Window(40, 70, 100, 90))
    assert np.array_equal(part.after, pair.after[40:140, 70:160])
    assert np.array_equal(part.valid, pair.valid[40:140, 70:160])


def test_a_large_shift_is_warned_of_and_left(write):
    first, second = write("a.tif", 0, 0), write("b.tif", 9, 4)
    pair = open_pair(first, second, align=True)
    assert pair.corrected is None
    assert any("too large to be corrected here" in note for note in pair.notes)
    assert pair.shift.pixels > MAX_CORRECTED
    assert any("register the images" in warning for warning in inspect(pair).warnings)


def test_real_pairs_of_other_years_are_told_from_unrelated_ones(shared):
    folder = PairFolder(shared / "data" / "levir", "val")
    pairs = [folder.read(name) for name in folder.names[::40]]
    known = np.ones((256, 256), bool)
    real = [estimate_shift([(pair.before, pair.after, known)]).sure for pair in pairs]
    other = [
        estimate_shift([(pair.before, next_one.after, known)]).sure
        for pair, next_one in zip(pairs, pairs[5:] + pairs[:5], strict=True)
    ]
    assert np.mean(real) > 0.3, "ties between offsets are not accepted, so many real pairs are not"
    assert np.mean(other) < 0.05


def test_an_offset_that_is_sure_follows_a_known_one_on_real_pairs(shared):
    folder, rng = PairFolder(shared / "data" / "levir", "val"), np.random.default_rng(0)
    known, sure = np.ones((256, 256), bool), 0
    for name in folder.names[::25]:
        pair = folder.read(name)
        columns, rows = (int(step) for step in rng.integers(-8, 9, 2))
        there = estimate_shift([(pair.before, pair.after, known)])
        moved = estimate_shift([(pair.before, np.roll(pair.after, (rows, columns), (0, 1)), known)])
        if there.sure and moved.sure:
            sure += 1
            found = moved.columns - there.columns, moved.rows - there.rows
            assert found == pytest.approx((columns, rows), abs=2), name
    assert sure >= 5, "else nothing was held"

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mci_model.checkpoints.road_calibration import RoadCalibration
from mci_model.data.labelled_pairs import PairFolder
from mci_model.errors import ImageShapeError
from mci_model.inference.predictor import Predictor, load_predictor
from mci_model.inference.windows import SIDE, reach, windows
from mci_model.prediction import CHANGED_FROM, Window
from mci_model.settings import BACKGROUND, BUILDING, ROAD
from mci_model.text.time_reversal import mentions_new_buildings


@given(st.integers(1, 2000), st.integers(1, 2000))
@settings(max_examples=60, deadline=None)
def test_windows_cover_every_pixel_and_stay_inside(height, width):
    covered = np.zeros((height, width), bool)
    for window in windows(height, width):
        assert window.height <= SIDE
        assert window.width <= SIDE
        rows, columns = window.slices
        assert rows.stop <= height
        assert columns.stop <= width
        covered[rows, columns] = True
    assert covered.all()


@pytest.mark.parametrize("shape", [(256, 256), (257, 301), (40, 500), (1, 1), (31, 33)])
def test_the_mask_has_the_size_of_the_images(tiny_predictor, shape):
    rng = np.random.default_rng(0)
    before, after = rng.integers(0, 255, (2, *shape, 3), dtype=np.uint8)
    prediction = tiny_predictor.predict(before, after)
    assert prediction.mask.shape == shape
    assert prediction.mask.dtype == np.uint8
    assert prediction.probabilities.shape == (3, *shape)
    assert np.allclose(prediction.probabilities.sum(0), 1, atol=1e-4)
    assert np.array_equal(prediction.probabilities.argmax(0), prediction.mask)
    assert 0 <= prediction.changed <= 1


def test_the_calibration_of_roads_decides_by_what_the_window_is_held_for(tiny_network, tiny_vocabulary):
    rng = np.random.default_rng(3)
    before, after = rng.integers(0, 255, (2, 64, 64, 3), dtype=np.uint8)
    plain = Predictor(tiny_network, tiny_vocabulary, name="tiny", device="cpu").predict(before, after)
    for in_changed, in_unchanged in ((1e6, 1e-6), (1e-6, 1e6)):
        roads = RoadCalibration(in_changed, in_unchanged, 1)
        predictor = Predictor(tiny_network, tiny_vocabulary, name="tiny", device="cpu", roads=roads)
        seen = predictor.predict(before, after)
        likely = (in_changed if plain.changed >= CHANGED_FROM else in_unchanged) > 1
        assert np.array_equal(seen.mask == BUILDING, plain.mask == BUILDING)
        assert (seen.mask[plain.mask != BUILDING] == (ROAD if likely else BACKGROUND)).all()
        assert np.isclose(seen.changed, plain.changed)


def test_a_batch_of_different_sizes_gives_what_each_pair_gives_alone(tiny_predictor):
    rng = np.random.default_rng(1)
    pairs = [
        tuple(rng.integers(0, 255, (2, *shape, 3), dtype=np.uint8)) for shape in ((256, 256), (300, 270), (64, 90))
    ]
    together = tiny_predictor.predict_batch(pairs)
    for prediction, pair in zip(together, pairs, strict=True):
        alone = tiny_predictor.predict(*pair)
        assert np.allclose(prediction.probabilities, alone.probabilities, atol=1e-5)
        assert prediction.caption_ids == alone.caption_ids
        assert prediction.caption_window == alone.caption_window


def test_progress_reaches_the_end(tiny_predictor):
    calls = []
    image = np.zeros((300, 600, 3), np.uint8)
    tiny_predictor.predict(image, image, progress=lambda done, total: calls.append((done, total)))
    assert calls[-1][0] == calls[-1][1] == len(list(windows(300, 600)))


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (np.zeros((8, 8, 3), np.uint8), np.zeros((8, 9, 3), np.uint8), "differ in size"),
        (np.zeros((8, 8), np.uint8), np.zeros((8, 8), np.uint8), "RGB"),
        (np.zeros((8, 8, 3), np.float32), np.zeros((8, 8, 3), np.float32), "uint8"),
        (np.zeros((0, 8, 3), np.uint8), np.zeros((0, 8, 3), np.uint8), "empty"),
    ],
)
def test_wrong_arrays_are_refused(tiny_predictor, before, after, message):
    with pytest.raises(ImageShapeError, match=message):
        tiny_predictor.predict(before, after)


@pytest.mark.slow
@given(core=st.tuples(*[st.integers(1, 400)] * 2), shape=st.tuples(*[st.integers(40, 700)] * 2))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_parts_of_a_scene_equal_the_whole_bit_by_bit(tiny_predictor, core, shape):
    rng = np.random.default_rng(0)
    before, after = rng.integers(0, 255, (2, *shape, 3), dtype=np.uint8)
    whole = tiny_predictor.predict(before, after)
    valid = np.ones(shape, bool)
    alone = tiny_predictor.predict_part(before, after, valid, shape, Window(0, 0, *shape))
    np.testing.assert_allclose(alone.probabilities, whole.probabilities, atol=1e-5)
    looks = set()
    for top in range(0, shape[0], core[0] + 100):
        for left in range(0, shape[1], core[1] + 100):
            part = Window(top, left, min(core[0] + 100, shape[0] - top), min(core[1] + 100, shape[1] - left))
            region = reach(*shape, part).slices
            prediction = tiny_predictor.predict_part(before[region], after[region], valid[region], shape, part)
            assert np.array_equal(prediction.probabilities, alone.probabilities[:, *part.slices])
            assert np.array_equal(prediction.appeared, alone.appeared[part.slices])
            looks |= set(prediction.looks)
    assert sorted(looks) == list(alone.looks), "each window has the same result, whatever part it is processed for"
    changed, most = max(look.changed for look in looks), max(look.much for look in looks)
    assert changed == pytest.approx(whole.changed, abs=1e-5)
    captioned = next(look for look in looks if look.window == whole.caption_window)
    assert captioned.much == pytest.approx(most, abs=1e-5), "of windows that changed as much either may be described"
    rows, columns = captioned.window.slices
    assert tiny_predictor.describe(before[rows, columns], after[rows, columns], changed) == whole.caption


def test_windows_without_data_are_skipped(tiny_predictor):
    image = np.random.default_rng(0).integers(0, 255, (256, 1000, 3), dtype=np.uint8)
    valid = np.zeros((256, 1000), bool)
    whole, done = Window(0, 0, 256, 1000), []
    nothing = tiny_predictor.predict_part(image, image[::-1], valid, (256, 1000), whole)
    assert nothing.looks == ()
    assert (nothing.probabilities[0] == 1).all()
    valid[:, 900:] = True
    prediction = tiny_predictor.predict_part(
        image, image[::-1], valid, (256, 1000), whole, progress=lambda *counts: done.append(counts)
    )
    assert done == [(1, 1)]
    assert [look.window for look in prediction.looks] == [Window(0, 744, 256, 256)]


def test_swapped_dates_change_no_class_and_turn_the_direction(tiny_predictor):
    rng = np.random.default_rng(4)
    before, after = rng.integers(0, 255, (2, 300, 280, 3), dtype=np.uint8)
    given, swapped = tiny_predictor.predict(before, after), tiny_predictor.predict(after, before)
    assert np.array_equal(given.probabilities, swapped.probabilities)
    assert given.changed == swapped.changed
    assert np.allclose(given.appeared, 1 - swapped.appeared, atol=1e-6)
    assert given.appeared.std() > 0


def test_houses_that_disappear_are_captioned_as_gone(shared):
    predictor = load_predictor(device="cpu")
    folder = PairFolder(shared / "data" / "levir", "val")
    built = [pair for pair in map(folder.read, folder.names[::60]) if (pair.label == BUILDING).sum() > 1500][:3]
    assert len(built) == 3
    for pair in built:
        given, swapped = predictor.predict(pair.before, pair.after), predictor.predict(pair.after, pair.before)
        assert swapped.changed == given.changed >= CHANGED_FROM
        assert given.appeared[given.mask == BUILDING].mean() > 0.9
        assert swapped.appeared[swapped.mask == BUILDING].mean() < 0.1
        assert mentions_new_buildings(given.caption)
        assert not mentions_new_buildings(swapped.caption)

"""What never changes a map of change, and what a map never does: whatever the scene, its parts, workers and choices."""

import math
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
import torch
from affine import Affine
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pyproj import Transformer
from scipy import ndimage

from mci_model.checkpoints.weights import save_weights
from mci_model.inference.instances import split_piece
from mci_model.inference.predictor import load_predictor
from mci_model.prediction import Window
from tests.factories.inference.networks import patches, varied_network
from tests.factories.predictors import KnownMaskPredictor
from tests.tools.drawn_maps import DrawnBy, DrawnPair, DrawnScene, drawn_map
from tools.change import make_map as scene_map
from tools.change import objects
from tools.change import summary as change
from tools.change.change_map import MIN_PIXELS, UNKNOWN_OBJECT, ObjectFilter
from tools.change.criteria import Criteria
from tools.change.make_map import make_map
from tools.change.pieces.objects_of_pieces import NAMES
from tools.inference.executors import ProcessExecutor, SerialExecutor
from tools.inference.interpret import SceneCaption, caption, interpret
from tools.inference.parts import STEPS, UNKNOWN, SceneParts
from tools.outputs.map_files import write_classes
from tools.pairs.areas import AreaOfInterest
from tools.pairs.pair import open_pair
from tools.pairs.preflight import inspect
from tools.rasters.blocks import LABEL_BLOCK
from tools.rasters.georeference import Georeference
from tools.workspace.workspace import Workspace

pytestmark = pytest.mark.slow

CRS, LEFT, TOP = "EPSG:32633", 500_000.0, 5_000_000.0
EIGHT = np.ones((3, 3), int)
SAID = SceneCaption("", Window(0, 0, 16, 16), 0.9)
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Without the search for the simplest failure, which would take minutes with a network."""


def write(path, pixels, crs, transform, nodata=0):
    shape = {"height": pixels.shape[1], "width": pixels.shape[2], "count": 3, "dtype": "uint8"}
    place = {"crs": crs, "transform": transform, "nodata": nodata}
    with rasterio.open(path, "w", driver="GTiff", **place, **shape) as file:
        file.write(pixels)
    return path


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """Dates on two grids: the later one in degrees, so that it is warped and leaves the corners out; holes in one."""
    folder, dice = tmp_path_factory.mktemp("dates"), np.random.default_rng(7)
    pixels = patches(dice, 330, 470)
    pixels[:, 150:210, 90:333] = 0
    left = LEFT + 150_000
    before = write(folder / "before.tif", pixels, CRS, Affine(0.5, 0, left, 0, -0.5, TOP))
    longitude, latitude = Transformer.from_crs(CRS, "EPSG:4326", always_xy=True).transform(left, TOP)
    place = Affine(5.8e-6, 0, longitude, 0, -4.2e-6, latitude)
    return open_pair(before, write(folder / "after.tif", patches(dice, 330, 500), "EPSG:4326", place))


@pytest.fixture(scope="module")
def weights(tiny_settings, tiny_vocabulary, tmp_path_factory):
    path = tmp_path_factory.mktemp("weights") / "tiny.safetensors"
    return save_weights(varied_network(tiny_settings), tiny_vocabulary, path, notes={})


@contextmanager
def threads(number):
    """So many threads as torch thinks it has."""
    before = torch.get_num_threads()
    torch.set_num_threads(number)
    yield
    torch.set_num_threads(before)


class Crowd:
    """Works on tasks in an order of its own, with any number of threads."""

    def __init__(self, load, workers, order):
        self.load, self.workers, self.order, self.ending = load, workers, order, None

    def run(self, work, tasks, lost=None):
        shuffled = list(tasks)
        np.random.default_rng(self.order).shuffle(shuffled)
        with ThreadPoolExecutor(self.workers) as pool:
            yield from pool.map(partial(work, self.load()), shuffled)


def told(pair, weights, core, executor):
    """All that a map tells: layers, numbers, table, words."""
    with tempfile.TemporaryDirectory() as folder:
        seen = interpret(SceneParts(pair, "w", Path(folder), core), executor)
        eyes = load_predictor(weights, device="cpu")
        words = caption(seen, lambda: eyes)
        found = make_map(seen, words, eyes, Path(folder) / "objects.tif")
        layers, classes, ids = seen.read(found.whole), found.classes(found.whole), found.ids(found.whole)
    return (layers, classes, ids), replace(found, raster=Path())


def assert_same(one, other):
    for here, there in zip(one[0], other[0], strict=True):
        assert np.array_equal(here, there)
    assert one[1] == other[1]


@pytest.fixture(scope="module")
def whole(pair, weights):
    """The scene looked at in one part, by one worker."""
    with threads(1):
        arrays, found = told(pair, weights, 4096, SerialExecutor(partial(load_predictor, weights, device="cpu")))
    for name in ("building", "road"):
        assert {thing.status for thing in found.of(name)} == {"appeared", "disappeared"}, "a dull scene proves nothing"
    assert 0 < found.unknown_pixels < found.valid_pixels
    assert pair.grid.second is None, "the later date is warped"
    assert found.unknown_pixels > 60 * 243, "the later date lacks ground, too"
    return arrays, found


@given(core=st.integers(120, 400), order=st.integers(0, 99), workers=st.integers(1, 4), torch_threads=st.integers(1, 3))
@settings(max_examples=5, deadline=None, phases=QUICK)
def test_no_part_size_order_or_crowd_changes_a_bit(pair, weights, whole, core, order, workers, torch_threads):
    with threads(torch_threads):
        load = partial(load_predictor, weights, device="cpu")
        assert_same(told(pair, weights, core, Crowd(load, workers, order)), whole)


def test_processes_that_get_a_warped_pair_change_no_bit(pair, weights, whole):
    load = partial(load_predictor, weights, device="cpu")
    assert_same(told(pair, weights, 230, ProcessExecutor(load, 2)), whole)


def scribble(seed, height, width, density, diagonal):
    """Random pieces: near a density of 0.4 they wind through the whole picture; diagonals touch at corners alone."""
    dice = np.random.default_rng(seed)
    label = np.where(dice.random((height, width)) < density, dice.integers(1, 3, (height, width)), 0)
    if diagonal:
        place = np.arange(min(height, width))
        label[place, place], label[place[::-1], place] = 1, 2
    return label.astype(np.uint8)


SCRIBBLES = st.builds(
    scribble, st.integers(0, 10**6), st.integers(2, 45), st.integers(2, 60), st.floats(0.05, 0.95), st.booleans()
)


def pieces(label, sure):
    """(class id, mask) of each road piece and each building, the largest first, then by its first pixel."""
    found = []
    for class_id in (1, 2):
        numbers, _ = ndimage.label(label == class_id, EIGHT)
        for number, box in enumerate(ndimage.find_objects(numbers), 1):
            piece = numbers[box] == number
            if piece.sum() >= MIN_PIXELS:
                parts = split_piece(piece, sure[box].astype(np.float32)) if class_id == 2 else piece.astype(int)
                for part in range(1, parts.max() + 1):
                    mask = np.zeros(label.shape, bool)
                    mask[box] = parts == part
                    found.append((class_id, mask))
    found = [(class_id, mask) for class_id, mask in found if mask.sum() >= MIN_PIXELS]
    return sorted(found, key=lambda piece: (-piece[1].sum(), piece[1].argmax()))


@given(label=SCRIBBLES, block=st.integers(4, 25), seed=st.integers(0, 99))
@settings(max_examples=30, deadline=None)
def test_pieces_joined_across_blocks_are_those_of_scipy(label, block, seed):
    sure = np.random.default_rng(seed).integers(100, STEPS + 1, label.shape).astype(np.uint8)
    grid = Georeference(CRS, Affine(0.5, 0, LEFT, 0, -0.5, TOP), *label.shape)
    layers = np.stack([label, sure, sure, STEPS - sure, *[np.full_like(label, UNKNOWN)] * 3])
    scene = DrawnScene(layers, DrawnPair(label.shape, grid))
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(scene_map, "LABEL_BLOCK", block)
        found = make_map(scene, SAID, DrawnBy(), Path(folder) / "objects.tif")
        ids = found.ids(found.whole)
    expected = np.zeros(label.shape, np.uint32)
    truth = pieces(label, sure / STEPS)
    assert len(found.found) == len(truth)
    for number, (thing, (class_id, mask)) in enumerate(zip(found.found, truth, strict=True), 1):
        expected[mask] = number
        rows, columns = ndimage.find_objects(mask.astype(int))[0]
        assert (thing.id, thing.object_class, thing.pixels) == (number, NAMES[class_id], mask.sum())
        assert thing.box == (rows.start, columns.start, rows.stop, columns.stop)
        row, column = ndimage.center_of_mass(mask)
        assert thing.centre == pytest.approx((column + 0.5, row + 0.5))
        assert thing.probability == pytest.approx(sure[mask].mean() / STEPS)
        assert thing.status == ("appeared" if (STEPS - sure[mask]).mean() >= STEPS / 2 else "disappeared")
        assert thing.area_m2 == pytest.approx(grid.pixel_areas[mask].sum(), rel=1e-9)
    assert np.array_equal(ids, expected)


def test_blocks_as_large_as_they_come_join_the_same_pieces():
    # Without a smaller LABEL_BLOCK put in its place: a scene a little larger than one block in both directions.
    height, width = LABEL_BLOCK + 37, LABEL_BLOCK + 53
    label = np.zeros((height, width), np.uint8)
    label[LABEL_BLOCK - 9 : LABEL_BLOCK + 9, 5:-5] = 2
    label[20:-3, LABEL_BLOCK - 1] = 1
    label[LABEL_BLOCK - 30 : LABEL_BLOCK + 30, LABEL_BLOCK - 40 : LABEL_BLOCK - 2] = 2
    with tempfile.TemporaryDirectory() as folder:
        found = drawn_map(Path(folder), label, georeferenced=False)
        ids = found.ids(found.whole)
    truth = pieces(label, np.ones(label.shape))
    assert [thing.pixels for thing in found.found] == [mask.sum() for _, mask in truth]
    for number, (_, mask) in enumerate(truth, 1):
        assert (ids[mask] == number).all()


SPANS = st.tuples(st.integers(0, 90), st.integers(0, 120), st.integers(1, 90), st.integers(1, 120))
"""Top, left, height and width of what holds no data; may reach beyond the picture."""


def hole(spans, height, width):
    missing = np.zeros((height, width), bool)
    for top, left, tall, wide in spans:
        missing[top : top + tall, left : left + wide] = True
    return missing


@given(label=SCRIBBLES, spans=st.lists(SPANS, max_size=3), box=st.none() | SPANS, block=st.integers(4, 30))
@settings(max_examples=25, deadline=None)
def test_unknown_and_known_together_are_all_that_was_asked(label, spans, box, block):
    known = ~hole(spans, *label.shape)
    asked, inside = None, np.ones(label.shape, bool)
    if box is not None:
        top, left, tall, wide = box
        asked = AreaOfInterest("a box", shapely.box(left, top, left + wide, top + tall))
        inside = hole([box], *label.shape)
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(scene_map, "LABEL_BLOCK", block)
        found = drawn_map(Path(folder), label, valid=known, area_of_interest=asked)
        classes, ids = found.classes(found.whole), found.ids(found.whole)
    assert found.valid_pixels == (known & inside).sum()
    assert found.valid_pixels + found.unknown_pixels == inside.sum()
    assert np.array_equal(classes == UNKNOWN, ~(known & inside))
    assert np.array_equal(ids == UNKNOWN_OBJECT, ~(known & inside))
    changed = sum(thing.pixels for thing in found.found)
    assert changed == np.isin(classes, (1, 2)).sum()
    assert (classes == 0).sum() == found.valid_pixels - changed, "unchanged is only what is known"
    truth = pieces(np.where(known & inside, label, 0), np.ones(label.shape))
    assert [thing.pixels for thing in found.found] == [mask.sum() for _, mask in truth]


@given(earlier=st.lists(SPANS, max_size=2), later=st.lists(SPANS, max_size=2), seed=st.integers(0, 99))
@settings(max_examples=12, deadline=None)
def test_ground_that_either_file_lacks_is_never_unchanged(earlier, later, seed):
    holes = [hole(earlier, 100, 130), hole(later, 100, 130)]
    known = ~(holes[0] | holes[1])
    known[:2, :2] = True  # a pair without any common ground is refused, which is tested elsewhere
    label, dice = scribble(seed, 100, 130, 0.3, diagonal=False), np.random.default_rng(seed)
    with tempfile.TemporaryDirectory() as name:
        paths = []
        for date, missing in zip(("before", "after"), holes, strict=True):
            pixels = patches(dice, 100, 130)
            pixels[:, missing & ~np.pad(np.ones((2, 2), bool), ((0, 98), (0, 128)))] = 0
            paths.append(write(Path(name) / f"{date}.tif", pixels, CRS, Affine(0.5, 0, LEFT, 0, -0.5, TOP)))
        found = change_of(paths, Path(name) / "out", KnownMaskPredictor(label))
        card = inspect(open_pair(*paths))
        write_classes(Path(name) / "change.tif", found, {})
        with rasterio.open(Path(name) / "change.tif") as file:
            classes = file.read(1)
        summary, percent = change.summarise(found, ("road", "building"), ""), change.measure(found, "any", "percent")
    assert np.array_equal(classes == UNKNOWN, ~known)
    assert summary.valid_pixels == known.sum()
    assert summary.unknown_share == pytest.approx(1 - known.mean())
    assert card.nodata_share == pytest.approx(1 - known.mean())
    changed = np.isin(classes, (1, 2)).sum()
    assert sum(row.pixels for row in summary.classes) == changed
    assert percent.value == pytest.approx(100 * changed / known.sum())


class SureEyes(KnownMaskPredictor):
    """Know the truth and how sure to be of each pixel."""

    def __init__(self, label, sure):
        super().__init__(label)
        self.sure = sure

    def predict(self, *images, **how):
        seen = super().predict(*images, **how)
        truth = np.eye(3, dtype=bool)[self.label].transpose(2, 0, 1)
        return replace(seen, probabilities=np.where(truth, self.sure, (1 - self.sure) / 2).astype(np.float32))


class BlindEyes(KnownMaskPredictor):
    """Must never be asked to look."""

    def predict_part(self, *seen):
        pytest.fail("the network was called")

    describe = predict = predict_part


SHAPE = (64, 90)


@pytest.fixture(scope="module")
def dates(tmp_path_factory):
    folder, dice = tmp_path_factory.mktemp("small"), np.random.default_rng(1)
    place = Affine(0.5, 0, LEFT, 0, -0.5, TOP)
    return [write(folder / f"{name}.tif", patches(dice, *SHAPE), CRS, place) for name in ("before", "after")]


CHOICES = st.builds(
    ObjectFilter, st.none() | st.floats(0, 12), st.none() | st.floats(0.4, 1), st.none() | st.floats(4, 40)
)


@given(
    seed=st.integers(0, 10**6),
    density=st.floats(0.15, 0.5),
    choices=st.lists(CHOICES, min_size=1, max_size=3),
    number=st.integers(0, 30),
    least=st.none() | st.floats(0, 9),
)
@settings(max_examples=12, deadline=None)
def test_a_choice_is_a_filter_and_looks_at_nothing(dates, seed, density, choices, number, least):
    label = scribble(seed, *SHAPE, density, diagonal=True)
    sure = 0.4 + 0.6 * ndimage.zoom(np.random.default_rng(seed).random((8, 10)), (8, 9), order=0)
    steps = np.rint(sure.astype(np.float32) * STEPS)
    truth = pieces(label, steps / STEPS)
    with tempfile.TemporaryDirectory() as folder:
        eyes = SureEyes(label, sure)
        found = change_of(dates, folder, eyes)
        assert [thing.pixels for thing in found.objects] == [mask.sum() for _, mask in truth]
        probabilities = [steps[mask].sum() / mask.sum() / STEPS for _, mask in truth]
        edge = found.objects[number % len(found.objects)]
        # The last choice is one that an object just reaches: it counts.
        for choice in [*choices, ObjectFilter(edge.area_m2, edge.probability)]:
            kept = [
                piece
                for thing, piece, probability in zip(found.objects, truth, probabilities, strict=True)
                if (choice.min_area or 0) <= thing.area_m2 <= (choice.max_area or math.inf)
                and probability >= (choice.min_probability or 0)
            ]
            assert_filtered(found.filtered(choice), kept, least)
        assert any(mask.sum() == edge.pixels for _, mask in kept)
        assert eyes.looks == 1
        assert change_of(dates, folder, BlindEyes(label)) == found, "nor does another run in this folder look"


def change_of(dates, folder, eyes):
    space = Workspace(Path(folder), lambda: eyes)
    return space.change(space.open(*dates))


def assert_filtered(found, kept, least):
    """Counts, areas and the map file tell of these pieces and no others."""
    expected = np.zeros(SHAPE, np.uint8)
    for class_id, mask in kept:
        expected[mask] = class_id
    path = found.raster.with_name("change.tif")
    write_classes(path, found, {})
    with rasterio.open(path) as file:
        assert np.array_equal(file.read(1), expected), "what does not count is unchanged, not unknown"
    assert (found.valid_pixels, found.unknown_pixels) == (expected.size, 0)
    areas = found.georeference.pixel_areas
    for name, class_id in (("road", 1), ("building", 2)):
        masks = [mask for kind, mask in kept if kind == class_id]
        assert [thing.pixels for thing in objects.count(found, name).objects] == [mask.sum() for mask in masks]
        area = change.measure(found, name, "m2")
        assert area.value == pytest.approx(areas[expected == class_id].sum(), rel=1e-6)
        assert area.pixels == (expected == class_id).sum()
        larger = objects.count(found, name, Criteria(limits=ObjectFilter(min_area=least)))
        assert larger.count == sum(least is None or areas[mask].sum() >= least for mask in masks)
    summary = change.summarise(found, ("road", "building"), "")
    assert [row.pixels for row in summary.classes] == [(expected == class_id).sum() for class_id in (1, 2)]

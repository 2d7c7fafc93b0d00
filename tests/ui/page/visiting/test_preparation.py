"""What is prepared in the background: written whole, bounded, and ended by Stop and departure."""

import time

import numpy as np
import pytest
from affine import Affine

from agent import ChangeAgent
from agent.models.language_models import choose_language_model
from tests.factories.predictors import KnownMaskPredictor
from ui.page.visiting import preparation
from ui.page.visiting.visitor import Quota
from ui.page.visiting.visitors import Visitors

SIDE = 2304


@pytest.fixture
def visitor(write_raster):
    agent, eyes = ChangeAgent(choose_language_model()), KnownMaskPredictor()
    agent.predictor = lambda: eyes
    visitors = Visitors(agent, Quota(megabytes=200))
    visitor = visitors.enter("one")
    grid = {"crs": "EPSG:32614", "transform": Affine(0.5, 0, 620_000, 0, -0.5, 3_350_000)}
    rows = np.random.default_rng(0).integers(0, 255, (3, SIDE, 1)).astype(np.uint8).repeat(SIDE, axis=2)
    visitor.open(*(write_raster(f"{name}.tif", rows, **grid) for name in "ab"))
    yield visitor
    visitors.close()


def partials(visitor):
    return list(visitor.layers().folder.glob(".*partial*"))


def until(condition):
    end = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_a_large_pair_becomes_sharp_in_the_background(visitor):
    layers = visitor.layers()
    assert not layers.is_fine("before")
    visitor.preparation.begin(layers)
    assert visitor.is_working
    until(lambda: not visitor.preparation.is_working)
    assert layers.is_fine("before")
    assert layers.is_fine("after")
    assert visitor.preparation.told(layers.pair.id) == ""


def test_stop_ends_it_and_nothing_half_written_stays(visitor):
    layers = visitor.layers()
    visitor.preparation.begin(layers)
    until(lambda: partials(visitor))
    visitor.stop()
    until(lambda: not visitor.preparation.is_working)
    assert not layers.is_fine("after")
    assert partials(visitor) == []
    assert visitor.preparation.told(layers.pair.id) == preparation.STOPPED
    visitor.preparation.begin(layers)
    assert not visitor.preparation.is_working, "it is not taken up again by itself"
    visitor.changed()
    assert visitor.preparation.told(layers.pair.id) == ""


def test_departure_ends_it_and_deletes_everything(visitor):
    visitor.preparation.begin(visitor.layers())
    until(lambda: partials(visitor))
    visitor.wipe()
    assert not visitor.preparation.is_working
    assert not visitor.folder.exists()


def test_it_counts_in_the_quota(visitor):
    (visitor.folder / "large.bin").write_bytes(b"0" * 190_000_000)
    layers = visitor.layers()
    visitor.preparation.begin(layers)
    until(lambda: not visitor.preparation.is_working)
    assert "MB are left" in visitor.preparation.told(layers.pair.id)
    assert partials(visitor) == []


def test_who_waits_for_a_place_can_be_stopped(visitor):
    for _ in range(2):
        preparation.AT_ONCE.acquire()
    try:
        visitor.preparation.begin(visitor.layers())
        visitor.stop()
        until(lambda: not visitor.preparation.is_working)
        assert visitor.preparation.told(visitor.layers().pair.id) == preparation.STOPPED
    finally:
        preparation.AT_ONCE.release(2)

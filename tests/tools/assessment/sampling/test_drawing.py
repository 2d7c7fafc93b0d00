import numpy as np
import pytest

from tests.factories.assessment.assessed_maps import mapped, write_map
from tools.assessment.sampling import strata
from tools.assessment.sampling.drawing import draw
from tools.assessment.sampling.strata import stratified


@pytest.fixture
def of(tmp_path):
    return stratified(write_map(tmp_path / "change.tif"))


def test_points_lie_in_their_strata_and_none_twice(of):
    points = draw(of, (40, 30, 20), seed=1)
    drawn = [int(mapped()[point.row, point.column]) for point in points]
    assert [drawn.count(value) for value in (0, 2, 1)] == [40, 30, 20]
    assert len({(point.row, point.column) for point in points}) == 90
    assert [point.id for point in points] == list(range(1, 91))


def test_the_order_tells_no_class(of):
    drawn = [int(mapped()[point.row, point.column]) for point in draw(of, (30, 30, 30), seed=1)]
    assert len(set(drawn[:12])) > 1, "strata are mixed"


def test_one_seed_draws_the_same_points_however_the_map_is_read(of, monkeypatch):
    once = draw(of, (40, 30, 20), seed=7)
    assert draw(of, (40, 30, 20), seed=7) == once
    assert draw(of, (40, 30, 20), seed=8) != once


def test_a_whole_stratum_can_be_drawn(of):
    counts = (2, 2, of.strata[2].pixels)
    roads = [point for point in draw(of, counts, seed=0) if mapped()[point.row, point.column] == 1]
    assert len(roads) == of.strata[2].pixels


def test_places_are_centres_of_pixels(of):
    point = draw(of, (2, 2, 2), seed=0)[0]
    assert (point.x, point.y) == (620_000 + 10 * point.column + 5, 3_350_000 - 10 * point.row - 5)
    assert of.source.georeference.pixel_at(*of.source.georeference.from_degrees(point.longitude, point.latitude)) == (
        point.row,
        point.column,
    )


def test_every_pixel_is_as_likely_as_another(of, monkeypatch):
    """Rows of the road are drawn alike, also where the map is read in several blocks."""
    monkeypatch.setattr(strata, "READ_BLOCK", 32)
    rows = [
        point.row
        for seed in range(60)
        for point in draw(of, (2, 2, 64), seed)
        if mapped()[point.row, point.column] == 1
    ]
    counts = np.bincount(rows)[50:58]
    assert counts.sum() == 60 * 64
    assert (np.abs(counts / counts.sum() - 1 / 8) < 0.02).all()

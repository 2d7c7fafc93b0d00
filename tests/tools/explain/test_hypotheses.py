from dataclasses import replace

import pytest

from tools.catalogue.judgement_tools import explain_change
from tools.explain.hypotheses import NOT_A_FINDING, explain
from tools.pairs.registration import Shift


@pytest.fixture
def found(workspace):
    return workspace.change(workspace.pair())


@pytest.fixture
def card(workspace):
    return replace(workspace.card(workspace.pair()), shift=None)


def causes(found, card, buildings=(), roads=0):
    """Causes for buildings of these statuses and so many roads."""
    house = found.of("building")[0]
    road = replace(house, object_class="road")
    objects = [replace(house, id=n, status=status) for n, status in enumerate(buildings, 1)]
    objects += [replace(road, id=100 + n) for n in range(roads)]
    return [one.cause for one in explain(replace(found, found=tuple(objects)), card).hypotheses]


def test_causes_follow_what_came_and_went(found, card):
    assert causes(found, card) == []
    assert causes(found, card, ["appeared"] * 2) == ["building on single plots"]
    assert causes(found, card, ["appeared"] * 5, 1) == ["a new estate or settlement"]
    assert causes(found, card, ["appeared", "disappeared"])[0].startswith("redevelopment")
    assert causes(found, card, ["disappeared"])[0].startswith("demolition, or destruction by fire")
    assert causes(found, card, roads=2)[0].startswith("road works")


@pytest.mark.parametrize(
    ("cover", "cause"),
    [
        (("vegetation", "bare ground"), "clearing"),
        (("bare ground", "water"), "a new pond"),
        (("water", "bare ground"), "drought"),
        (("buildings", "buildings"), None),
    ],
)
def test_changed_ground_has_causes_of_its_own(found, card, cover, cause):
    region = replace(found.of("building")[0], object_class="any", cover=cover, pixels=5000, area_m2=1250.0)
    ground = replace(found, found=(), other=replace(found, found=(region,)))
    told = explain(ground, card).hypotheses
    assert [one.cause.startswith(cause) for one in told] == [True] if cause else told == ()
    if cause:
        assert told[0].evidence == (f"1 place where {cover[0]} became {cover[1]}, 1,250 m² together",)


def test_evidence_is_measured(workspace, found):
    told = explain_change(workspace)
    appeared = [obj for obj in found.of("building") if obj.status == "appeared"]
    area = sum(obj.area_m2 for obj in appeared)
    assert told.hypotheses[0].evidence[0].startswith(f"{len(appeared)} buildings appeared or changed, {area:,.0f} m²")
    assert told.notice == NOT_A_FINDING


def test_doubts_about_the_images_come_last(workspace, found, card):
    apart = replace(card, shift=Shift(9.0, 0.0, 0.2, sure=True))
    doubtful = replace(found, found=(replace(found.found[0], probability=0.5), *found.found[1:]))
    told = [one.cause for one in explain(doubtful, apart).hypotheses]
    assert told[-1].startswith("light, shadow or season")
    assert told[-2].startswith("no change on the ground")

"""Land that the network saw change, in words: what was lost and gained, by the look of the ground alone."""

from dataclasses import replace

import pytest

from agent.answer import Step
from agent.planning.remark import Against, Whether
from agent.wording.beside.remarks import before_results
from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words
from tools.landcover.transitions.cover_change import Ground
from tools.measurements.land.land_change import CoverPart, LandChange, SeenGround
from tools.measurements.land.seen_land import METHOD

NONE = Ground(0, 0.0, 0.0)


def seen(cover="vegetation", lost=1600, gained=0, unclear=900, probability=0.9):
    losses, gains = Ground(lost, lost / 65536, lost * 0.25), Ground(gained, gained / 65536, gained * 0.25)
    return LandChange(
        "1", cover, None, None, losses, gains,
        Ground(gained - lost, (gained - lost) / 65536, (gained - lost) * 0.25), None, 0.0, METHOD, None, (),
        became=(CoverPart("bare ground", losses),) if lost else (),
        came_from=(CoverPart("bare ground", gains),) if gained else (),
        seen=SeenGround(Ground(unclear, unclear / 65536, unclear * 0.25), probability if lost or gained else None),
    )  # fmt: skip


def verdict(found, remark):
    return before_results([remark], [Step("land_change", {}, found, None, 0.1, 1)], "", ENGLISH)


def test_what_was_lost_is_told_with_what_it_rests_on():
    assert sentence(seen(unclear=0)) == (
        "400 m² of vegetation lost: 400 m² became bare ground. That is by the look of the ground (90 % probable), "
        "since the images have no near infrared."
    )


def test_trees_are_told_as_the_plants_that_they_are_seen_as():
    told = sentence(seen("trees"))
    assert "400 m² of vegetation lost" in told
    assert "Trees are not told from other plants" in told


def test_none_is_no_proof_of_none():
    told = sentence(seen("water", lost=0, unclear=0))
    assert told.startswith("No water was seen to come or go; without near infrared")


def test_where_nobody_can_tell_what_changed_that_comes_first():
    told = sentence(seen("water", lost=0))
    assert told.startswith("Whether water came or went cannot be told: the ground changed on 225 m²")
    assert "No water" not in told


def test_what_was_lost_stands_before_what_nobody_can_tell():
    assert "The ground changed on 225 m² besides" in sentence(seen())


@pytest.mark.parametrize(
    ("found", "way", "said"),
    [
        (seen(), "loss", ["Yes:"]),
        (seen("trees"), "loss", ["Possibly:"]),
        (seen(probability=0.6), "loss", ["Possibly:"]),
        (seen(), "gain", ["No:"]),
        (seen("water", lost=0, unclear=0), "gain", ["No:"]),
        (seen("water", lost=0), "gain", []),
    ],
)
def test_yes_or_no_as_far_as_the_look_tells(found, way, said):
    assert verdict(found, Whether(way)) == said


@pytest.mark.parametrize(("size", "said"), [(300.0, "More than that:"), (500.0, "Less than that:")])
def test_it_is_held_against_a_size(size, said):
    assert verdict(seen(), Against(size)) == [said]


def test_without_a_known_pixel_size_nothing_is_held_against_it():
    bare = replace(seen(), lost=Ground(1600, 0.02, None), gained=Ground(0, 0.0, None))
    assert verdict(bare, Against(300.0))[0].startswith("Whether it is more cannot be told")


@pytest.mark.parametrize("code", ["de", "fr", "es", "zh"])
def test_every_language_has_its_words(code):
    told = sentence(seen("trees"), Words.of(code))
    assert "look of the ground" not in told
    assert "Trees" not in told


def test_of_built_up_ground_the_gain_comes_first():
    told = sentence(seen("built", lost=400, gained=1600))
    assert told.index("400 m² of built-up ground gained") < told.index("100 m² of built-up ground lost")

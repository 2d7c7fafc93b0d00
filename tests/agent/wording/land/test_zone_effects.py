"""Effects over zones, in words."""

from dataclasses import replace

import pytest

from agent.wording import told
from agent.wording.words import CODES, Words
from tools.effects.zones.zone_effects import AverageEffect, Contrast, SetScore, ZoneEffects


def effect(mean, deviation=0.1):
    return AverageEffect(mean, deviation, mean - 1.96 * deviation, mean + 1.96 * deviation)


SCORES = tuple(
    SetScore(name, learner, 6, effect(area), effect(area / 3), differs=area > 0.2)
    for name, learner, area in (("seq", "X", 0.9), ("seq", "T", 0.8), ("img", "X", 0.1), ("img", "T", 0.0))
)
FOUND = ZoneEffects(
    "kept", "programme", 400, 194, 0, 50, effect(0.8), effect(1.9), effect(0.0), SCORES, 0.95, True,
    (Contrast("road", 1.5, -1.0, 2.1),), ("Z1", "Z7"), "effects:t", "effects:c", "method", (),
)  # fmt: skip


def test_where_it_is_larger_and_by_what():
    text = told(FOUND)
    assert "Over 400 zones, of which 194 were treated, programme is estimated to have moved kept by 0.80" in text
    assert "1.90 (1.70 to 2.10) in the third where the covariates seq predict most" in text
    assert "road 1.50 against -1" in text
    assert "Largest predicted effects: Z1, Z7." in text
    assert "seq 0.900 and 0.800; img 0.100 and 0.000" in text


def test_what_cannot_be_told_apart_is_said_and_no_zone_is_named():
    text = told(replace(FOUND, differs=False))
    assert "not shown that it worked better anywhere" in text
    assert "Z1" not in text
    assert "road" not in text


def test_one_set_stands_beside_none():
    assert "side by side" not in told(replace(FOUND, scores=SCORES[:2]))


@pytest.mark.parametrize("code", [code for code in CODES if code != "en"])
@pytest.mark.parametrize("differs", [True, False])
def test_every_language_tells_it_in_its_own_words(code, differs):
    text = told(replace(FOUND, differs=differs), Words.of(code))
    assert not any(word in text for word in ("estimated", "treated", "predict most", "third", "shown", "against"))
    assert "400" in text

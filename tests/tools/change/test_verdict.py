"""Gate and maps are judged together: neither overrules what the other is sure of."""

from dataclasses import replace

import numpy as np
import pytest

from tests.tools.drawn_maps import drawn_map
from tools.change.summary import describe
from tools.change.verdict import verdict


def house(side):
    label = np.zeros((60, 60), np.uint8)
    label[5 : 5 + side, 5 : 5 + side] = 2
    return label


@pytest.mark.parametrize(
    ("side", "probability", "gate", "changed", "agrees"),
    [
        (12, 0.9, 0.95, True, True),
        (12, 0.9, 0.05, True, False),  # the gate does not overrule what is sure
        (12, 0.6, 0.05, False, False),  # improbable
        (5, 0.9, 0.05, False, False),  # small
        (12, 0.6, 0.95, True, True),
        (0, 0.9, 0.95, False, False),  # no change without any on a map
        (0, 0.9, 0.05, False, True),
    ],
)
def test_gate_and_buildings_are_judged_together(tmp_path, side, probability, gate, changed, agrees):
    judged = verdict(replace(drawn_map(tmp_path, house(side), probability=probability), changed=gate))
    assert (judged.changed, judged.agrees) == (changed, agrees)


@pytest.mark.parametrize(("likely", "gate", "changed"), [(0.95, 0.1, True), (0.7, 0.1, False), (0.7, 0.9, True)])
def test_other_ground_counts_by_itself_where_it_is_sure(tmp_path, likely, gate, changed):
    any_change = np.zeros((60, 60))
    any_change[10:40, 10:40] = likely
    seen = replace(drawn_map(tmp_path, house(0), any_change=any_change), changed=gate)
    assert verdict(seen).changed is changed


def test_the_sentence_hedges_what_the_verdict_does_not_hold_for_changed(tmp_path):
    unsure = replace(drawn_map(tmp_path, house(12), probability=0.6), changed=0.05)
    assert describe(unsure).caption == "a building may have appeared in the north-west"
    assert describe(replace(unsure, changed=0.95)).caption == "a building appeared in the north-west"


@pytest.mark.parametrize(
    ("side", "probability", "gate", "told"),
    [(12, 0.9, 0.05, 0.9), (12, 0.9, 0.95, 0.95), (12, 0.6, 0.05, 0.05), (0, 0.9, 0.4, 0.4)],
)
def test_any_change_is_as_probable_as_what_is_sure(tmp_path, side, probability, gate, told):
    seen = replace(drawn_map(tmp_path, house(side), probability=probability), changed=gate)
    assert verdict(seen).probability == pytest.approx(told, abs=0.01)
    assert describe(seen).probability == pytest.approx(told, abs=0.01)

import json
from dataclasses import replace

from mci_model.checkpoints.weights import EMBEDDED_WEIGHTS
from mci_model.train import ROADS_FROM_DRAWINGS, ROADS_FROM_MASKS
from tools.catalogue.judgement_tools import assess_certainty, tell_limits
from tools.explain.certainty import certainty
from tools.notices import Notice


def test_unsure_objects_are_counted_with_their_pixels(workspace):
    found, card = workspace.change(workspace.pair()), workspace.card(workspace.pair())
    doubtful = replace(found.found[0], object_class="road", probability=0.5)
    told = certainty(replace(found, found=(doubtful, *found.found[1:])), card, "Roads are weak.")
    assert (told.objects, told.unsure_objects, told.lowest_probability) == (len(found.found), 1, 0.5)
    assert told.unsure_share == doubtful.pixels / sum(obj.pixels for obj in found.found)
    assert told.warnings[-1] == "Roads are weak."


def test_a_sure_pair_is_told_as_sure(workspace):
    told = assess_certainty(workspace)
    assert (told.probability, told.mask_agrees, told.unsure_objects, told.unsure_share) == (0.97, True, 0, 0.0)


def test_where_nothing_changed_nothing_is_unsure(workspace):
    found, card = workspace.change(workspace.pair()), workspace.card(workspace.pair())
    told = certainty(replace(found, found=(), changed=0.9), card, "Roads are weak.")
    assert (told.objects, told.lowest_probability, told.mask_agrees) == (0, None, False)
    assert "Roads are weak." not in told.warnings


def test_limits_are_those_of_network_and_images(workspace, eyes):
    eyes.road_caution = "Roads are weak."
    told = tell_limits(workspace)
    side = workspace.card(workspace.pair()).resolution_m
    assert told.resolution_m == side
    assert told.smallest_m2 == 6 * side**2
    assert told.tells_direction
    assert told.warnings[-1] == "Roads are weak."
    assert eyes.looks == 0


def test_cautions_of_weights_are_known_so_that_they_can_be_told_in_other_languages(workspace, eyes):
    shipped = json.loads(EMBEDDED_WEIGHTS.with_suffix(".json").read_text(encoding="utf-8"))["notes"]["roads"]
    for caution in (shipped, ROADS_FROM_MASKS, ROADS_FROM_DRAWINGS):
        eyes.road_caution = caution
        last = tell_limits(workspace).warnings[-1]
        assert isinstance(last, Notice)
        assert last == caution

"""What is said of land cover and of its change: all of it stands in the result, doubts included."""

from dataclasses import replace

import numpy as np
import pytest

from agent.answer import Step
from agent.grounding import check
from agent.wording import sentence
from agent.wording.land.land_cover import MAX_CHANGES
from tests.factories.transitions import ORACLE, Drawn, laid_out, pair_of, tabulated
from tools.landcover.land_cover import CoverClass, LandCover, LandUse, Legend
from tools.landcover.published_legends import PUBLISHED
from tools.landcover.transitions.transitions import tabulate
from tools.spectrum.index_tally import ClassArea


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    return pair_of(tmp_path_factory.mktemp("pair"))


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory):
    return pair_of(tmp_path_factory.mktemp("nowhere"), ("one", "two"), place=None)


def faults(tool, result):
    """What the check of a language model's answers finds in our own sentence."""
    return check(sentence(result), [Step(tool, {}, result, None, 0.0)], [], [], list(result.warnings)).faults


def cover(**changes):
    told = {
        "pair": "1", "date": "after",
        "classes": (ClassArea("tree cover", 300, 0.75, 30_000.0), ClassArea("water", 100, 0.25, 10_000.0)),
        "unknown_share": 0.2, "method": "m", "layer": "1:landcover-after.tif", "warnings": ("Roofs look like rock.",),
    }  # fmt: skip
    return LandCover(**(told | changes))


def test_land_cover_is_told_class_by_class_with_what_is_unknown():
    assert sentence(cover()) == (
        "Land cover at the later date: tree cover 3 ha (75 %); water 1 ha (25 %). "
        "The class of 20 % of the pixels is not known. Roofs look like rock."
    )
    bare = cover(date="before", classes=(ClassArea("water", 100, 1.0, None),), unknown_share=0.0, warnings=())
    assert sentence(bare) == "Land cover at the earlier date: water 100 px (100 %)."


def test_what_cells_seem_to_be_used_for_is_told_where_it_is_known():
    found = cover(uses=(LandUse("residential", 9, 0.6), LandUse("forest", 6, 0.4)), uses_method="eyes")
    assert "Its use seems to be: residential 60 %; forest 40 % (eyes)." in sentence(found)
    assert faults("classify_landcover", found) == ()


def test_change_is_told_from_the_largest_down(pair):
    text = sentence(tabulated(pair, laid_out(ORACLE))[0])
    assert text.startswith(
        "Between the two dates 0.30 ha (20 %) changed class, and 1.20 ha (80 %) kept it. From what to what: "
        "forest to field 0.10 ha (6.67 %); field to town 0.08 ha (5.33 %); forest to town 0.05 ha (3.33 %); "
        "town to field 0.04 ha (2.67 %); field to forest 0.02 ha (1.33 %); others are smaller. "
        "That is 9.99 % a year. "
        "In balance: forest -0.12 ha; town +0.08 ha; field +0.04 ha. "
        "The class of 53.1 % of the pixels is not known. "
    )


def test_pixels_stand_in_for_ground_without_a_place(nowhere):
    text = sentence(tabulated(nowhere, laid_out(ORACLE))[0])
    assert "30 px (20 %) changed class, and 120 px (80 %) kept it. From what to what: forest to field 10 px" in text
    assert "In balance: forest -12 px; town +8 px" in text
    assert " ha" not in text
    assert "a year" not in text


def test_every_doubt_is_told(pair):
    found, _ = tabulated(pair, laid_out(np.array([[50, 4, 0], [4, 50, 0], [0, 0, 50]])))
    assert len(found.warnings) == 3
    assert all(warning in sentence(found) for warning in found.warnings)
    assert "The class of 50.6 % of the pixels is not known." in sentence(found)


def test_nothing_changed_is_said_plainly(pair):
    found, _ = tabulated(pair, laid_out(np.diag([100, 50, 10])))
    assert sentence(found).startswith("Between the two dates no pixel changed its class of land cover. The class of")


def test_what_is_left_without_errors_is_told(pair):
    table = np.array([[95, 5, 0], [5, 90, 5], [0, 5, 95]])
    found, _ = tabulated(pair, laid_out(ORACLE), confusion=(table, table))
    share = f"{100 * found.correction.changed_share:.1f}"
    assert f"With the errors of the maps taken out {share} % changed: forest to field" in sentence(found)
    assert sentence(replace(found, correction=None)).count("taken out") == 0


@pytest.mark.parametrize("product", PUBLISHED)
def test_what_is_said_rests_on_the_result(pair, product):
    legend = PUBLISHED[product].legend
    dice = np.random.default_rng(4)
    counts = np.diag(dice.integers(5, 20, len(legend.classes))) + dice.integers(0, 3, (len(legend.classes),) * 2)
    found = tabulate(pair, Drawn(laid_out(counts), legend=legend), "x", lambda *_: None)
    assert sum(cell.changed for cell in found.cells) > MAX_CHANGES
    assert faults("land_cover_transitions", found) == ()
    table = np.eye(len(legend.classes)) * 20 + 1
    found = tabulate(pair, Drawn(laid_out(counts), legend=legend), "x", lambda *_: None, confusion=(table, table))
    assert faults("land_cover_transitions", found) == ()
    rows = tuple(ClassArea(one.name, one.before.pixels, one.before.share, one.before.area_m2) for one in found.classes)
    assert faults("classify_landcover", cover(classes=rows, warnings=())) == ()


def test_a_class_that_a_person_named_oddly_is_told_as_it_is(pair):
    legend = Legend("own", tuple(CoverClass(name, (1, 2, 3)) for name in ("a; b", "100 %", "c.")), "me")
    found = tabulate(pair, Drawn(laid_out(ORACLE), legend=legend), "x", lambda *_: None)
    assert "a; b to 100 % 0.10 ha" in sentence(found)

"""Causes that fit signs of change: each sign has one, those on the most ground come first, and noise needs none."""

import pytest

from tests.factories.bands import BURN, FIELD, S2, SNOW, WATER, WOODS, seen, space, stack, write
from tools.catalogue.judgement_tools import explain_change
from tools.errors import ReflectanceError, ResolutionError
from tools.explain.hypotheses import NOT_A_FINDING
from tools.explain.spectral_hypotheses import CAUSES, MIN_SHARE, explain_signs
from tools.spectrum.change_signs import RULES, ChangeSign, ChangeSigns
from tools.spectrum.index_tally import ClassArea
from tools.workspace.run_settings import RunSettings


def sign(name, share, area_m2=None, pixels=None):
    pixels = round(10_000 * share) if pixels is None else pixels
    return ChangeSign(name, "ndvi", "NDVI fell", ClassArea(name, pixels, share, area_m2), "", None)


def explained(*signs, warnings=()):
    return explain_signs(ChangeSigns("1", signs, "by hand", warnings))


def test_every_sign_has_a_cause_and_what_would_tell_whether_it_holds():
    assert set(CAUSES) == {rule.name for rule in RULES}
    assert all(cause and check for cause, check in CAUSES.values())
    assert len({cause for cause, _ in CAUSES.values()}) == len(CAUSES)


@pytest.mark.parametrize("name", [rule.name for rule in RULES])
def test_a_sign_is_the_evidence_of_its_cause(name):
    (told,) = explained(sign(name, 0.25, 25_000.0)).hypotheses
    assert (told.cause, told.to_check) == CAUSES[name]
    assert told.evidence == (f"{name}: NDVI fell, on 2.5 ha (25.0 %)",)


def test_without_a_place_pixels_are_the_evidence():
    (told,) = explained(sign("burnt", 0.25)).hypotheses
    assert told.evidence == ("burnt: NDVI fell, on 2,500 px (25.0 %)",)


def test_the_most_ground_comes_first():
    found = explained(sign("burnt", 0.1), sign("water lost", 0.5), sign("snow gained", 0.3))
    assert [one.cause for one in found.hypotheses] == [
        CAUSES[name][0] for name in ("water lost", "snow gained", "burnt")
    ]


def test_what_noise_alone_makes_and_what_was_not_measured_needs_no_cause():
    unmeasured = ChangeSign("burnt", None, "NBR fell", None, "it needs more bands", None)
    found = explained(unmeasured, sign("water lost", MIN_SHARE - 1e-4), sign("snow lost", MIN_SHARE))
    assert [one.cause for one in found.hypotheses] == [CAUSES["snow lost"][0]]
    with pytest.raises(ReflectanceError, match=r"Nothing could be measured.*it needs more bands"):
        explained(unmeasured)


def test_causes_are_no_findings_and_warnings_go_with_them():
    found = explained(sign("burnt", 0.5), warnings=("The dates lie 90 days apart in the year.",))
    assert found.notice == f"{NOT_A_FINDING} The dates lie 90 days apart in the year."
    assert (found.pair, found.seen_by) == ("1", "indices")


@pytest.mark.parametrize(
    ("before", "after", "first"),
    [
        ((WOODS,), (WATER,), {"vegetation or forest lost", "water gained"}),
        ((WOODS,), (BURN,), {"burnt", "vegetation or forest lost"}),
        ((WOODS,), (SNOW,), {"snow gained"}),
        ((SNOW,), (WOODS,), {"snow lost"}),
        ((WATER,), (FIELD,), {"water lost"}),
    ],
)
def test_ground_that_changed_brings_its_causes(tmp_path, before, after, first):
    _, signs = seen(tmp_path, before, after)
    causes = {one.cause for one in explain_signs(signs).hypotheses}
    assert {CAUSES[name][0] for name in first} <= causes


def test_a_coarse_pair_is_explained_by_its_bands_without_a_network(tmp_path):
    files = [write(tmp_path / f"202{n}-06-01.tif", stack(*one)) for n, one in enumerate(((WOODS,) * 5, (WATER,) * 5))]
    workspace = space(tmp_path, files)
    found = explain_change(workspace)
    assert found.seen_by == "indices"
    assert [one.cause for one in found.hypotheses] == [
        CAUSES["vegetation or forest lost"][0],
        CAUSES["water gained"][0],
    ]
    assert not list(workspace.artefacts)


def test_only_the_area_of_interest_is_explained(tmp_path):
    grounds = (WOODS,) * 5, (WATER, *(WOODS,) * 4)
    files = [write(tmp_path / f"202{n}-06-01.tif", stack(*one)) for n, one in enumerate(grounds)]
    workspace = space(tmp_path, files)
    assert "(20.0 %)" in explain_change(workspace).hypotheses[0].evidence[0]
    workspace.choose(RunSettings(area_of_interest="620250,3349600,620500,3350000@EPSG:32614"))
    assert explain_change(workspace).hypotheses == ()


def test_where_nothing_tells_the_bands_the_coarse_pixels_are_the_reason(tmp_path):
    files = [write(tmp_path / f"202{n}-06-01.tif", stack(WOODS)[:5], (None,) * 5) for n in (0, 1)]
    with pytest.raises(ResolutionError, match="A pixel is 10 m"):
        explain_change(space(tmp_path, files))


def test_dates_under_clouds_alone_bring_no_cause(tmp_path):
    files = [
        write(tmp_path / f"202{n}-06-01.tif", [*stack(one), stack((9 / 10_000,))[0]], (*S2, "SCL"))
        for n, one in enumerate((WOODS, WATER))
    ]
    with pytest.raises(ReflectanceError, match="no pixel is known"):
        explain_change(space(tmp_path, files))

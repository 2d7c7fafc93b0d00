"""Why land may have changed: causes that fit the measured signs of change, where pixels are too coarse for houses.

The rules are our own reading of the questions of foresters, water and crisis services.
"""

from __future__ import annotations

from tools.errors import ReflectanceError
from tools.explain.hypotheses import NOT_A_FINDING, Evidence, Explanation, Hypothesis
from tools.notices import listed, notice
from tools.spectrum.change_signs import ChangeSign, ChangeSigns
from tools.spectrum.index_tally import ClassArea

MIN_SHARE = 0.01
"""Share of the known pixels below which a sign of change needs no cause, since noise alone makes as much."""
CAUSES: dict[str, tuple[str, str]] = {
    "vegetation or forest lost": (
        "clearing, harvest, drought or the time of the year", "felling permits, crop calendars and rain records"),
    "vegetation gained": ("regrowth, planting or a wetter season", "images of the same month in other years"),
    "water gained": ("a flood, a new reservoir or a high tide", "gauge records of the days of both images"),
    "water lost": ("drought, withdrawal of water or a low tide", "gauge records of the days of both images"),
    "burnt": ("fire, or felling and harvest that look alike", "fire alerts between the dates"),
    "snow gained": ("snowfall before the later date", "weather records"),
    "snow lost": ("melt before the later date", "weather records"),
    "ground built up or laid bare": (
        "construction, mining, ploughing or harvest", "plans and permits, or finer images"),
    "moisture lost": ("drought, harvest or felling", "rain records and crop calendars"),
}  # fmt: skip


def explain_signs(signs: ChangeSigns) -> Explanation:
    """Causes that fit signs of change, those of the largest area first.

    Raises:
        ReflectanceError: no sign could be measured.
    """
    if all(sign.ground is None for sign in signs.signs):
        reasons = listed(tuple(dict.fromkeys(sign.unmeasured for sign in signs.signs)), semicolons=True)
        text = "Nothing could be measured that would need a cause: {reasons}."
        raise ReflectanceError(notice("no-cause", text, reasons=reasons))
    significant = [sign for sign in signs.signs if sign.ground is not None and sign.ground.share >= MIN_SHARE]
    significant.sort(key=lambda sign: -(sign.ground.pixels if sign.ground is not None else 0))
    hypotheses = tuple(_hypothesis(sign) for sign in significant)
    told = " ".join([NOT_A_FINDING, *signs.warnings])
    return Explanation(signs.pair, hypotheses, told, "indices")


def _hypothesis(sign: ChangeSign) -> Hypothesis:
    cause, check = CAUSES[sign.name]
    ground = sign.ground
    assert ground is not None
    values = Evidence(
        "sign", pixels=ground.pixels, area_m2=ground.area_m2, share=ground.share, sign=sign.name, rule=sign.rule
    )
    return Hypothesis(cause, (f"{sign.name}: {sign.rule}, on {_size(ground)}",), check, (values,))


def _size(area: ClassArea) -> str:
    size = f"{area.pixels:,} px" if area.area_m2 is None else f"{area.area_m2 / 1e4:,.1f} ha"
    return f"{size} ({100 * area.share:.1f} %)"

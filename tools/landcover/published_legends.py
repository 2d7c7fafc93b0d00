"""Legends of published land-cover products: which value stands for which class. Knows no pixels."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tools.landcover.land_cover import CoverClass, Legend
from tools.notices import notice
from tools.types import Colour


@dataclass(frozen=True, slots=True)
class Coding:
    """A legend, and the values that files hold for its classes."""

    legend: Legend
    values: Mapping[int, int]
    """From the value in the file to the code, 1 for the first class."""
    unknown: frozenset[int] = frozenset()
    """Values that stand for clouds or no data."""
    file_name: str = ""
    """Pattern of the product's file names; empty where there is none."""
    alone: frozenset[int] = frozenset()
    """Values that no other well-known product has."""
    caution: str = ""
    """Warning for the comparison of two maps of the product."""

    def covers(self, values: Iterable[int]) -> bool:
        """Whether every value has a meaning."""
        return all(value in self.values or value in self.unknown for value in values)


def _coding(
    name: str,
    source: str,
    classes: Sequence[tuple[str, str, tuple[int, ...]]],
    *,
    unknown: Iterable[int] = (),
    file_name: str = "",
    alone: Iterable[int] = (),
    caution: str = "",
) -> Coding:
    """A coding of (name, colour as #rrggbb, values) by class."""
    cover_classes = tuple(CoverClass(title, _colour(colour)) for title, colour, _ in classes)
    values = {value: code for code, (_, _, numbers) in enumerate(classes, start=1) for value in numbers}
    legend = Legend(name, cover_classes, source)
    return Coding(legend, values, frozenset(unknown), file_name, frozenset(alone), caution)


def _colour(text: str) -> Colour:
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return red, green, blue


def _clc(*groups: tuple[int, int]) -> tuple[int, ...]:
    """Three-digit codes of CORINE Land Cover, from two-digit groups and their number of classes."""
    return tuple(10 * group + number for group, count in groups for number in range(1, count + 1))


WORLDCOVER = _coding(
    "ESA WorldCover",
    "Zanaga et al. 2021 and 2022, ESA WorldCover 10 m",
    (
        ("tree cover", "#006400", (10,)),
        ("shrubland", "#ffbb22", (20,)),
        ("grassland", "#ffff4c", (30,)),
        ("cropland", "#f096ff", (40,)),
        ("built-up", "#fa0000", (50,)),
        ("bare or sparse vegetation", "#b4b4b4", (60,)),
        ("snow and ice", "#f0f0f0", (70,)),
        ("permanent water bodies", "#0064c8", (80,)),
        ("herbaceous wetland", "#0096a0", (90,)),
        ("mangroves", "#00cf75", (95,)),
        ("moss and lichen", "#fae6a0", (100,)),
    ),
    unknown=(0,),
    file_name=r"worldcover",
    alone=(95,),
    caution=notice(
        "worldcover-versions",
        "The maps of ESA WorldCover for 2020 and 2021 were made by different versions of its algorithm, so that a part "
        "of what differs between them is no change of the ground.",
    ),
)
ESRI = _coding(
    "Esri land cover",
    "Karra et al. 2021, Esri and Impact Observatory 10 m annual land cover; grass and scrub of its first edition are "
    "rangeland, as they are since",
    (
        ("water", "#419bdf", (1,)),
        ("trees", "#397d49", (2,)),
        ("flooded vegetation", "#7a87c6", (4,)),
        ("crops", "#e49635", (5,)),
        ("built-up area", "#c4281b", (7,)),
        ("bare ground", "#a59b8f", (8,)),
        ("snow or ice", "#a8ebff", (9,)),
        ("rangeland", "#e3e2c3", (11, 3, 6)),
    ),
    unknown=(0, 10),
    file_name=r"esri|\d\d[C-X]_\d{8}-\d{8}",
)
DYNAMIC_WORLD = _coding(
    "Dynamic World",
    "Brown et al. 2022, Dynamic World",
    (
        ("water", "#419bdf", (0,)),
        ("trees", "#397d49", (1,)),
        ("grass", "#88b053", (2,)),
        ("flooded vegetation", "#7a87c6", (3,)),
        ("crops", "#e49635", (4,)),
        ("shrub and scrub", "#dfc35a", (5,)),
        ("built-up area", "#c4281b", (6,)),
        ("bare ground", "#a59b8f", (7,)),
        ("snow and ice", "#b39fe1", (8,)),
    ),
    file_name=r"dynamic[-_ ]?world",
)
CORINE = _coding(
    "CORINE Land Cover, level 1",
    "CORINE Land Cover nomenclature, European Environment Agency; its 44 classes in their five groups",
    (
        ("artificial surfaces", "#e6004d", (*range(1, 12), *_clc((11, 2), (12, 4), (13, 3), (14, 2)))),
        ("agricultural areas", "#ffffa8", (*range(12, 23), *_clc((21, 3), (22, 3), (23, 1), (24, 4)))),
        ("forest and semi-natural areas", "#80ff00", (*range(23, 35), *_clc((31, 3), (32, 4), (33, 5)))),
        ("wetlands", "#a6a6ff", (*range(35, 40), *_clc((41, 2), (42, 3)))),
        ("water bodies", "#00ccf2", (*range(40, 45), *_clc((51, 2), (52, 3)))),
    ),
    unknown=(0, 48, 49, 50, 128, 255, 990, 995, 999),
    file_name=r"clc_?\d{4}|corine",
    caution=notice(
        "corine-areas",
        "Maps of CORINE Land Cover show areas of 25 ha and more; smaller changes are told by its layers of change.",
    ),
)
PUBLISHED = {"worldcover": WORLDCOVER, "esri": ESRI, "dynamic-world": DYNAMIC_WORLD, "corine": CORINE}
"""By their names on the command line."""
COLOURS = {one.name: one.colour for coding in PUBLISHED.values() for one in coding.legend.classes}

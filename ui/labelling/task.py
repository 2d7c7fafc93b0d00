"""What is to be labelled: points, classes and their keys, and the pictures around each point."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tools.assessment.chips import SIDES, ChipCutter
from tools.assessment.labels import CANNOT_TELL, LabelBook
from tools.assessment.sampling.drawing import SamplePoint
from tools.assessment.sampling.plan import Plan, read_plan
from tools.assessment.sampling.sample_files import SAMPLE, read_points
from tools.pairs.pair import ImagePair
from tools.types import DATES, Date

KEYS = "123456789abcdefghijklmnopqrstuvwxyz"
"""Of the classes, in their order; more classes have buttons alone."""


@dataclass(frozen=True)
class LabellingTask:
    """One sample and the two images on which its points are seen."""

    folder: Path
    plan: Plan
    points: Mapping[int, SamplePoint]
    """By number, in the order of labelling."""
    book: LabelBook
    cutter: ChipCutter

    @cached_property
    def view(self) -> dict[str, Any]:
        """What the page is told at its start, but for the people."""
        width = self.cutter.pixels_a_point(self.plan.pixel_m)
        names = sorted(self.plan.classes)  # the order of the plan tells which is the most common
        sources = zip(DATES, self.cutter.pair.sources, strict=True)
        return {
            "sample": self.folder.name,
            "classes": [{"name": name, "key": key} for name, key in zip(names, self._keys(names), strict=True)],
            "cannotTell": CANNOT_TELL,
            "points": list(self.points),
            "images": {date: {"name": source.name, "day": source.date} for date, source in sources},
            "zooms": [{"side": side, "box": min(1.0, width / side)} for side in SIDES],
        }

    @staticmethod
    def _keys(names: list[str]) -> list[str]:
        return [KEYS[place] if place < len(KEYS) else "" for place in range(len(names))]

    @property
    def people(self) -> list[dict[str, Any]]:
        """Who has labelled so far, and how much."""
        return [{"name": name, "count": len(self.book.of(name))} for name in self.book.people]

    def chip(self, point: int, date: Date, zoom: int) -> bytes | None:
        """The picture (PNG) around a point; None where there is no such point."""
        found = self.points.get(point)
        return None if found is None else self.cutter.cut(found, date, SIDES[zoom])


def labelling_task(folder: Path, pair: ImagePair) -> LabellingTask:
    """The sample of a folder, to be labelled on a pair.

    Raises:
        AssessmentError: the folder holds no sample, its labels are damaged, or a point does not lie in the images.
        AreaError: the sample cannot be read.
    """
    plan = read_plan(folder)
    points = {point.id: point for point in read_points(folder / f"{SAMPLE}.csv")}
    cutter = ChipCutter(pair)
    for point in points.values():
        cutter.place(point)
    return LabellingTask(folder, plan, points, LabelBook(folder, plan.classes, points), cutter)

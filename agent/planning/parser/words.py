"""Words of plan lines, by the tool arguments that they stand for. Knows no model and no line."""

from __future__ import annotations

import re
from typing import get_args

from tools.change.summary import SQUARE_METRES
from tools.explain.error_sources import Doubt

CLASSES = ("building", "road", "any")
PARTS = "north north-east east south-east south south-west west north-west centre".split()
COVERS = "water trees vegetation snow bare built burnt".split()
DOUBTS: tuple[str, ...] = get_args(Doubt)
DATES = ("before", "after")
FORMATS = "geotiff geojson gpkg csv kml shapefile xlsx png html pdf record".split()
STATUS = {"new": "appeared", "gone": "disappeared"}
STATISTICS = {
    "mean": "mean_area",
    "median": "median_area",
    "smallest": "smallest_area",
    "largest": "largest_area",
    "total": "total_area",
    "density": "density",
    "per_year": "yearly_count",
    "area_per_year": "yearly_area",
    "length": "length",
    "perimeter": "perimeter",
    "spacing": "spacing",
    "share": "share",
}
AREAS = {**SQUARE_METRES, "px": 1.0}
"""Units of area, m2; of pixels nobody knows the size here, and tools take a limit in pixels as it stands."""
LENGTHS = {"m": 1.0, "km": 1000.0, "ft": 0.3048, "mi": 1609.344}
UNITS = (*AREAS, "percent", *LENGTHS)
ALL = 100
"""Objects that are listed for `k:all`: as many as a call may list."""

SIZE = re.compile(rf"([<>])(\d+(?:\.\d+)?)({'|'.join(AREAS)})")
PROBABILITY = re.compile(r"p([<>])(\d{1,2}(?:\.\d+)?|100)")
NEAR = re.compile(rf"near:(building|road|last|centre|\d+)([<>])(\d+(?:\.\d+)?)({'|'.join(LENGTHS)})")
SIZE_LIMITS = {">": "min_area", "<": "max_area"}
PROBABILITY_LIMITS = {">": "min_probability", "<": "max_probability"}
DISTANCE_LIMITS = {"<": "max_distance", ">": "min_distance"}

BY_DISTANCE = ("nearest", "farthest")
"""Orders by the distance to what `of:` names."""
SAID = ("recap", "thanks", "hello", "help", "method")
"""What is answered without a tool."""
DECLINED = ("unseen", "cannot")
"""What no tool answers, with the words of the question: things that are not detected, and all else."""

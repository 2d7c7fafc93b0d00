"""Types of what tools return, for `answer.result(...)`: one for each kind of measurement."""

from __future__ import annotations

from tools.catalogue.found_pairs import FoundPairs, Memories, OpenedPair
from tools.change.objects import ObjectCount
from tools.change.selection import AreaComparison, FoundObjects
from tools.change.summary import Area, ChangeSummary, Description
from tools.explain.certainty import Certainty, DetectionLimits
from tools.explain.hypotheses import Explanation
from tools.landcover.land_cover import LandCover
from tools.landcover.transitions.cover_change import Transitions
from tools.measurements.zonal import ZonalChange
from tools.pairs.preflight import PairCard
from tools.runs.exports import ExportResult
from tools.spectrum.indices import IndexChange, IndexMap

__all__ = [
    "PairCard",
    "Description",
    "ChangeSummary",
    "ObjectCount",
    "Area",
    "FoundObjects",
    "AreaComparison",
    "ZonalChange",
    "IndexMap",
    "IndexChange",
    "LandCover",
    "Transitions",
    "FoundPairs",
    "OpenedPair",
    "Memories",
    "Explanation",
    "Certainty",
    "DetectionLimits",
    "ExportResult",
]

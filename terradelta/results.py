"""Types of what tools return, for `answer.result(...)`: one for each kind of measurement."""

from __future__ import annotations

from tools.assessment.assessment import AssessedAreas
from tools.catalogue.conversation_tools import AssumedPixels, CurrentPair
from tools.catalogue.found_pairs import FoundPairs, Memories, OpenedPair
from tools.catalogue.over_time.history_tools import ObjectsOverTime
from tools.change.objects import ObjectCount
from tools.change.selection import FoundObjects, ObjectDetails
from tools.change.statistics.comparison import AreaComparison
from tools.change.statistics.distance import ObjectDistance
from tools.change.statistics.object_statistics import ObjectStatistic
from tools.change.summary import Area, ChangeSummary, Description
from tools.effects.result import EventEffect
from tools.effects.zones.zone_effects import ZoneEffects
from tools.explain.certainty import Certainty, DetectionLimits
from tools.explain.error_sources import ErrorSource
from tools.explain.hypotheses import Explanation
from tools.explain.second_opinion import Verification
from tools.landcover.land_cover import LandCover
from tools.landcover.trajectory.trajectory import CoverTrajectory
from tools.landcover.transitions.cover_change import Transitions
from tools.measurements.land.land_change import LandChange
from tools.measurements.land.land_patches import LandPatches
from tools.measurements.parcels.parcel_change import ParcelChange
from tools.measurements.series_changes import PeriodComparison, SeriesChart, SeriesZones
from tools.measurements.zonal import ZonalChange
from tools.pairs.preflight import PairCard
from tools.radar.radar_change import RadarChange
from tools.runs.exports import ExportResult
from tools.runs.written_files import WrittenFiles
from tools.series.maps.series_map import SeriesChange
from tools.spectrum.indices import IndexChange, IndexMap

__all__ = [
    "ZoneEffects",
    "AssessedAreas",
    "ObjectsOverTime",
    "ParcelChange",
    "LandPatches",
    "PairCard",
    "Description",
    "ChangeSummary",
    "ObjectCount",
    "Area",
    "FoundObjects",
    "AreaComparison",
    "ObjectDetails",
    "ObjectStatistic",
    "ObjectDistance",
    "ZonalChange",
    "IndexMap",
    "IndexChange",
    "LandCover",
    "Transitions",
    "LandChange",
    "SeriesChange",
    "SeriesChart",
    "SeriesZones",
    "PeriodComparison",
    "CoverTrajectory",
    "EventEffect",
    "RadarChange",
    "FoundPairs",
    "OpenedPair",
    "Memories",
    "Explanation",
    "Certainty",
    "DetectionLimits",
    "ErrorSource",
    "Verification",
    "ExportResult",
    "WrittenFiles",
    "CurrentPair",
    "AssumedPixels",
]

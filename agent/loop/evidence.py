"""What goes with an answer besides its words: warnings, pictures, and which eyes saw. Read from its steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from agent.answer import Step
from agent.vision.ask_image import Reading
from agent.vision.change_proposals import ChangeReading
from agent.vision.cover_proposals import LandCoverReading
from tools.catalogue.found_pairs import FoundPairs
from tools.change.objects import ObjectCount
from tools.change.selection import AreaComparison, FoundObjects, PlacedObject
from tools.change.summary import Area, ChangeSummary, Description
from tools.explain.certainty import Certainty
from tools.explain.hypotheses import Explanation
from tools.landcover.land_cover import LandCover
from tools.landcover.transitions.cover_change import Transitions
from tools.measurements.zonal import ZonalChange
from tools.outputs.artefacts import Artefact
from tools.runs.exports import ExportResult
from tools.runs.formats.pictures import show
from tools.spectrum.indices import IndexChange, IndexMap
from tools.workspace.workspace import Workspace

WITHOUT_EYES = (
    "inspect_pair", "compute_index", "compare_index", "classify_landcover", "land_cover_transitions", "find_zones",
    "find_changes", "find_places", "open_found", "recall",
)  # fmt: skip
"""Tools that need no network."""
Layered = IndexMap | IndexChange | LandCover | Transitions
"""Results with a map file of their own."""
Picturable = Area | Description | ObjectCount | ZonalChange | FoundObjects | AreaComparison | Explanation | Certainty


def warnings(workspace: Workspace, steps: Sequence[Step]) -> list[str]:
    """What to beware of in the pairs that the steps looked at."""
    names = dict.fromkeys(getattr(step.result, "pair", None) for step in steps)
    pairs = [workspace.pair(name) for name in names if name is not None]
    found = [warning for pair in pairs for warning in workspace.card(pair).warnings]
    if any(_tells_of_roads(step.result) for step in steps) and (caution := workspace.predictor.road_caution):
        found.append(caution)
    return found


def pictures(workspace: Workspace, steps: Sequence[Step]) -> tuple[Artefact, ...]:
    """The files that show what the steps told of change, drawn now if no step has drawn them."""
    overlays: dict[str, list[str]] = {}
    for step in steps:
        if isinstance(step.result, ChangeSummary):
            overlays.setdefault(step.result.pair, []).append(step.result.overlay)
        elif isinstance(step.result, Picturable) and _needs_eyes(workspace, step):
            overlays.setdefault(step.result.pair, [])
    shown: list[Artefact] = []
    for name, drawn in overlays.items():
        wanted = drawn or [show(workspace, workspace.pair(name)).id]
        files = workspace.artefacts.of(name)
        shown += [artefact for artefact in files if artefact.kind != "overlay" or artefact.id in wanted]
    for layer in dict.fromkeys(layer for step in steps for layer in _layers(step.result)):
        shown += _with_tables(workspace, layer)
    return tuple(dict.fromkeys(shown))


def _layers(result: Any) -> tuple[str, ...]:
    """Artefact ids of the map files that a result has of its own."""
    if isinstance(result, Layered):
        return (result.layer,)
    if isinstance(result, FoundPairs):
        return tuple(card.thumbnail for card in result.cards)
    if isinstance(result, LandCoverReading):
        return (result.cover.layer,)
    if isinstance(result, ChangeReading):
        return tuple(one.layer for one in result.proposals if one.layer is not None)
    return ()


def _with_tables(workspace: Workspace, layer: str) -> list[Artefact]:
    """A map file, and the table and the picture of the same name."""
    if layer not in workspace.artefacts:
        return []
    made = workspace.artefacts[layer]
    if made.kind == "thumbnail":
        return [made]
    return [one for one in workspace.artefacts.of(made.pair) if one.path.stem == made.path.stem]


def eyes(workspace: Workspace, steps: Sequence[Step]) -> str:
    """The weights' name and the start of their SHA-256, or that none were needed."""
    if not any(_needs_eyes(workspace, step) for step in steps):
        return "not used"
    return f"{workspace.predictor.name} {workspace.predictor.sha256[:12]}".strip()


def _needs_eyes(workspace: Workspace, step: Step) -> bool:
    if step.tool in WITHOUT_EYES or step.error is not None or isinstance(step.result, ChangeReading):
        return False
    if isinstance(step.result, ExportResult | Reading):
        return workspace.known_change(workspace.pair(step.result.pair)) is not None
    return not (isinstance(step.result, Explanation) and step.result.seen_by == "indices")


def _tells_of_roads(result: Any) -> bool:
    """Whether changed roads enter a result, or were asked for: that none was found may be a miss."""
    if isinstance(result, ChangeSummary):
        roads = [row for row in result.classes if row.object_class == "road"]
        return any(row.pixels > 0 for row in roads) or len(roads) == len(result.classes)
    if isinstance(result, (ObjectCount, FoundObjects)):
        things = [one.object if isinstance(one, PlacedObject) else one for one in result.objects]
        return result.object_class == "road" or any(thing.object_class == "road" for thing in things)
    if isinstance(result, Area):
        return result.object_class == "road" or (result.object_class == "any" and result.pixels > 0)
    if isinstance(result, Explanation):
        return any("road" in told for one in result.hypotheses for told in one.evidence)
    return isinstance(result, AreaComparison) and result.object_class != "building"

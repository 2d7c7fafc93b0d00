"""What goes with an answer besides its words: warnings, pictures, and which weights were used. Read from its steps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, runtime_checkable

from agent.answer import Step
from tools.catalogue import CATALOGUE
from tools.change.summary import ChangeSummary
from tools.explain.certainty import road_caution
from tools.outputs.artefacts import Artefact
from tools.pairs.preflight import PairCard
from tools.runs.formats.pictures import show
from tools.workspace.workspace import Workspace


@runtime_checkable
class Layered(Protocol):
    """A result with map files or pictures of its own."""

    @property
    def layers(self) -> tuple[str, ...]:
        """Their artefact ids."""


def warnings(workspace: Workspace, steps: Sequence[Step]) -> list[str]:
    """Warnings about the pairs that the steps used: those about photographs where a step looked at them as such."""
    names = dict.fromkeys(getattr(step.result, "pair", None) for step in steps)
    pairs = [workspace.pair(name) for name in names if name is not None]
    seen = {step.result.pair for step in steps if hasattr(step.result, "pair") and looks_at_pictures(workspace, step)}
    pair_warnings = [
        warning
        for pair in pairs
        for warning in workspace.warnings(pair)
        if pair.id in seen or warning not in workspace.card(pair).picture_warnings
    ]
    roads = [
        step.result
        for step in steps
        if getattr(step.result, "tells_of_roads", False) and rests_on_network(workspace, step)
    ]
    return [*pair_warnings, *road_caution(roads, workspace.predictor.road_caution)] if roads else pair_warnings


def pictures(workspace: Workspace, steps: Sequence[Step]) -> tuple[Artefact, ...]:
    """The files that show the change that the steps report, drawn now if no step has drawn them."""
    overlays: dict[str, list[str]] = {}
    for step in steps:
        if isinstance(step.result, ChangeSummary):
            overlays.setdefault(step.result.pair, []).append(step.result.overlay)
        elif _shows_change(step) and _rests_on_map(workspace, step):
            overlays.setdefault(step.result.pair, [])
    shown: list[Artefact] = []
    for name, drawn in overlays.items():
        overlay_ids = drawn or [show(workspace, workspace.pair(name)).id]
        files = workspace.artefacts.of(name)
        shown += [artefact for artefact in files if artefact.kind != "overlay" or artefact.id in overlay_ids]
    for layer in dict.fromkeys(layer for step in steps for layer in _layers(step.result)):
        shown += _with_tables(workspace, layer)
    return tuple(dict.fromkeys(shown))


def _shows_change(step: Step) -> bool:
    declared = CATALOGUE.get(step.tool)
    return declared is not None and declared.shows_change and step.error is None


def _layers(result: Any) -> tuple[str, ...]:
    """Artefact ids of the map files that a result has of its own."""
    return result.layers if isinstance(result, Layered) else ()


def _with_tables(workspace: Workspace, layer: str) -> list[Artefact]:
    """A map file, and the table and the picture of the same name."""
    if layer not in workspace.artefacts:
        return []
    made = workspace.artefacts[layer]
    if made.kind == "thumbnail":
        return [made]
    return [one for one in workspace.artefacts.of(made.pair) if one.path.stem == made.path.stem]


def weights_used(workspace: Workspace, steps: Sequence[Step]) -> str:
    """The weights' name and the start of their SHA-256, or that none were needed."""
    if not any(rests_on_network(workspace, step) for step in steps):
        return "not used"
    return f"{workspace.predictor.name} {workspace.predictor.sha256[:12]}".strip()


def looks_at_pictures(workspace: Workspace, step: Step) -> bool:
    """Whether a step took the images as photographs: by the network, or as the preflight card does."""
    return isinstance(step.result, PairCard) or rests_on_network(workspace, step)


def rests_on_network(workspace: Workspace, step: Step) -> bool:
    """Whether the network's map of change was read for a step, and not one that the bands told."""
    if not _rests_on_map(workspace, step):
        return False
    name = getattr(step.result, "pair", None)
    known = None if name is None else workspace.known_change(workspace.pair(name))
    return known is None or known.seen_by == "network"


def _rests_on_map(workspace: Workspace, step: Step) -> bool:
    """Whether a map of change was read for a step, as the tool's declaration or its result tells."""
    declared = CATALOGUE.get(step.tool)
    use = "as far as known" if declared is None else declared.network
    if step.error is not None or use == "never":
        return False
    if use == "as far as known":
        return workspace.known_change(workspace.pair(step.result.pair)) is not None
    return bool(getattr(step.result, "rests_on_network", True))

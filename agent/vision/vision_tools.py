"""Tools that also ask a multimodal model, where there is one: what it proposes is checked against measurements.

A model that fails takes nothing away: measurements are returned all the same, with what went wrong.
"""

from __future__ import annotations

from dataclasses import replace

from agent.vision.ask_image import Vision, ask_image
from agent.vision.change_proposals import ChangeReading, read_change
from agent.vision.cover_proposals import LandCoverReading, read_land_cover
from tools.catalogue import CATALOGUE, ToolFunction, judgement_tools, land_tools
from tools.errors import ToolError
from tools.explain.hypotheses import Explanation
from tools.landcover.land_cover import LandCover
from tools.measurements.cover_maps import legend_of
from tools.measurements.index_maps import possible_indices
from tools.notices import reason_of
from tools.pairs.class_maps import is_class_pair
from tools.spectrum.change_signs import RULES
from tools.types import Date
from tools.workspace.workspace import Workspace

SIGN_INDICES = {name for rule in RULES for name in rule.indices}
"""Indices that measure a sign of change; without any of them, a model's proposals could not be tested."""


def tools_with_vision(vision: Vision) -> dict[str, ToolFunction]:
    """Tools of the catalogue, by name, that also ask a multimodal model."""

    def classify_landcover(workspace: Workspace, date: Date, pair: str | None = None) -> LandCover | LandCoverReading:
        return _classified(workspace, vision, date, pair)

    def explain_change(workspace: Workspace, pair: str | None = None) -> Explanation | ChangeReading:
        return _explained(workspace, vision, pair)

    functions: dict[str, ToolFunction] = {"classify_landcover": classify_landcover, "explain_change": explain_change}
    for name, function in functions.items():
        function.__doc__ = CATALOGUE.named(name).function.__doc__
    return functions


def _classified(workspace: Workspace, vision: Vision, date: Date, name: str | None) -> LandCover | LandCoverReading:
    cover, pair = land_tools.classify_landcover(workspace, date, name), workspace.pair(name)
    if workspace.settings.legend is not None or is_class_pair(pair):
        return cover
    try:
        return read_land_cover(workspace, vision, cover, legend_of(workspace, pair, date))
    except ToolError as error:
        return replace(cover, warnings=(*cover.warnings, reason_of(error)))


def _explained(workspace: Workspace, vision: Vision, name: str | None) -> Explanation | ChangeReading:
    """Signs of change that a model names, where the bands allow to measure any; else what the network saw."""
    pair = workspace.pair(name)
    if not set(possible_indices(workspace, pair)) & SIGN_INDICES:
        return judgement_tools.explain_change(workspace, name)
    try:
        return read_change(workspace, vision, pair)
    except ToolError as error:
        explanation = judgement_tools.explain_change(workspace, name)
        return replace(explanation, notice=f"{explanation.notice} {error}")


VISION_TOOLS: tuple[ToolFunction, ...] = (_classified, _explained, ask_image)
"""What is called where there is a multimodal model, with what it returns in its annotation."""

"""The functions that a planner may call, each declared where it is defined; the order here is that of the catalogue."""

from tools.catalogue import (  # isort: skip
    change_tools,
    object_tools,
    statistics_tools,
    land_tools,
    archive_tools,
    judgement_tools,
    export_tools,
    conversation_tools,
)
from tools.catalogue.evidence import accuracy_tools, zone_effect_tools  # isort: skip
from tools.catalogue.over_time import effect_tools, history_tools, series_tools, trajectory_tools  # isort: skip
from tools.catalogue.declaration import CATALOGUE, DEFAULT_K, ToolDeclaration, ToolFunction, tool

__all__ = [
    "CATALOGUE",
    "DEFAULT_K",
    "ToolDeclaration",
    "ToolFunction",
    "tool",
    "accuracy_tools",
    "archive_tools",
    "conversation_tools",
    "change_tools",
    "effect_tools",
    "export_tools",
    "history_tools",
    "judgement_tools",
    "land_tools",
    "object_tools",
    "series_tools",
    "statistics_tools",
    "trajectory_tools",
    "zone_effect_tools",
]

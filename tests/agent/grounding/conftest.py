"""Results of real tools on the drawn scene 3, whose seven new buildings are known: what lies are held against."""

from __future__ import annotations

import pytest

from agent.answer import Step
from tests.factories.predictors import KnownMaskPredictor
from tools.catalogue import CATALOGUE
from tools.workspace.workspace import Workspace

CALLS = {
    "card": ("inspect_pair", {}),
    "sentence": ("describe_change", {}),
    "map": ("detect_change", {}),
    "buildings": ("count_objects", {"object_class": "building"}),
    "roads": ("count_objects", {"object_class": "road"}),
    "area": ("measure_area", {"object_class": "building", "unit": "m2"}),
    "hectares": ("measure_area", {"object_class": "any", "unit": "ha"}),
    "list": ("find_objects", {}),
    "north": ("find_objects", {"within": "north"}),
    "halves": ("compare_areas", {"first": "north", "second": "south"}),
    "causes": ("explain_change", {}),
    "certainty": ("assess_certainty", {}),
    "limits": ("tell_limits", {}),
    "file": ("export_result", {"format": "csv"}),
}


@pytest.fixture(scope="session")
def told(tmp_path_factory, sample):
    """Steps by a short name, numbered from 1 in the order of CALLS."""
    workspace = Workspace(tmp_path_factory.mktemp("grounding"), KnownMaskPredictor)
    workspace.open(sample.before, sample.after)
    return {
        name: Step(tool, arguments, CATALOGUE.named(tool).function(workspace, **arguments), None, 0.1, number)
        for number, (name, (tool, arguments)) in enumerate(CALLS.items(), 1)
    }


@pytest.fixture
def counted(told):
    """Both classes counted, buildings measured: the usual turn."""
    return [told["buildings"], told["roads"], told["area"]]

"""Results that may be read back: all that tools return, and nothing else."""

from dataclasses import is_dataclass

import pytest

from agent.loop.result_types import result_types
from agent.loop.toolbox import toolbox
from agent.vision.ask_image import ImageReading, Vision
from agent.vision.change_proposals import ChangeReading
from agent.vision.cover_proposals import LandCoverReading
from agent.vision.vision_tools import VISION_TOOLS, tools_with_vision
from tests.factories.language_models.scripted import ScriptedModel
from tools.change.change_map import ChangedObject
from tools.change.objects import ObjectCount
from tools.landcover.land_cover import LandCover


def test_every_tool_has_its_result_among_them(workspace):
    vision = Vision(ScriptedModel(lines=[], seen=[], offered=[]), "blind")
    found = result_types()
    assert all(is_dataclass(kind) and kind.__name__ == name for name, kind in found.items())
    assert {ObjectCount, LandCover, ImageReading, ChangeReading, LandCoverReading} <= set(found.values())
    assert set(result_types(tools_with_vision(vision).values()).values()) <= set(found.values())
    assert len(toolbox(workspace, vision)) == len(toolbox(workspace)) + 1, "ask_image is the only tool that is added"
    assert len(VISION_TOOLS) == len(tools_with_vision(vision)) + 1


def test_what_no_tool_returns_is_not_among_them():
    assert ChangedObject not in result_types().values()


def test_a_tool_must_say_by_a_dataclass_what_it_returns():
    def careless() -> dict[str, int]:
        raise NotImplementedError

    with pytest.raises(TypeError, match="careless returns dict"):
        result_types([careless])


def test_two_results_of_one_name_are_told_apart():
    from dataclasses import make_dataclass

    first, second = make_dataclass("Twin", []), make_dataclass("Twin", [])

    def one(): ...

    def other(): ...

    one.__annotations__, other.__annotations__ = {"return": first}, {"return": second}
    with pytest.raises(TypeError, match="Two results are called Twin"):
        result_types([one, other])

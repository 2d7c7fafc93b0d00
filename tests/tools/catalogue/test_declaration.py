"""What a tool is stands beside its function, and everything else follows from there."""

import dataclasses
import inspect
import typing

import pytest

from tools.catalogue import CATALOGUE, tool
from tools.catalogue.declaration import INJECTED, Catalogue, ToolDeclaration
from tools.workspace.workspace import Workspace


@pytest.fixture
def declared():
    """A function declared as a tool, taken out of the catalogue afterwards."""
    names = []

    def declare(function, **told):
        usual = {"ability": "do it", "example": "Do it.", "network": "never"}
        names.append(function.__name__)
        return tool(**usual | told)(function)

    yield declare
    for name in names:
        CATALOGUE.remove(name)


def test_a_declared_function_is_in_the_catalogue_and_stays_what_it_is(declared):
    def tell_slope(workspace: Workspace, date: str, pair: str | None = None) -> float:
        """Tell how steep the ground is.

        Args:
            date: Which date.
            pair: Which pair.

        Returns:
            Mean slope in degrees,
            and its spread.
        """

    assert declared(tell_slope, archive=True) is tell_slope
    assert list(CATALOGUE)[-1] is tell_slope
    told = CATALOGUE.named("tell_slope")
    assert (told.parameters, told.defaults, told.result) == (("date", "pair"), {"pair": None}, float)
    assert (told.summary, told.holds) == ("Tell how steep the ground is.", "Mean slope in degrees, and its spread.")
    assert told.takes_pair
    assert told.archive


def test_a_name_is_given_once():
    with pytest.raises(ValueError, match="two tools called inspect_pair"):
        CATALOGUE.add(CATALOGUE.named("inspect_pair"))


def test_the_workspace_is_the_first_parameter():
    def tell_height(pair: str) -> float: ...

    with pytest.raises(ValueError, match="first parameter of tell_height must be workspace"):
        Catalogue().add(ToolDeclaration(tell_height, "", "", "never", False, False, False, ()))


def test_what_is_not_declared_is_not_there():
    assert CATALOGUE.get("rm") is None
    with pytest.raises(KeyError):
        CATALOGUE.named("rm")


@pytest.mark.parametrize("told", CATALOGUE.declarations, ids=lambda told: told.name)
def test_each_tool_tells_all_that_others_derive_from_it(told):
    assert told.summary.endswith(".")
    assert "\n" not in told.summary
    assert told.holds.endswith(".")
    assert told.example.endswith((".", "?"))
    assert dataclasses.is_dataclass(told.result)
    hints = typing.get_type_hints(told.function)
    assert set(hints) == {INJECTED, "return", *told.parameters}
    documented = inspect.getdoc(told.function)
    assert all(f"    {name}: " in documented for name in told.parameters)


def test_abilities_are_said_once_each():
    told = [one.ability for one in CATALOGUE.declarations if one.ability]
    assert len(set(told)) == len(told) > 8

"""What one tool is, declared beside its function. What it takes and returns is read from its signature and docstring.

A function decorated with `@tool(...)` is in the catalogue; nothing else has to name it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeVar, get_type_hints, overload

ToolFunction = Callable[..., Any]
Decorated = TypeVar("Decorated", bound=ToolFunction)
NetworkUse = Literal["always", "never", "as far as known"]
"""Whether a tool rests on the change-interpretation network; `as far as known`: if it has seen the pair already."""
DEFAULT_K = 5
"""How many results are shown where no number is said."""
INJECTED = "workspace"
"""The first parameter of every tool, which no planner sees or chooses."""


@dataclass(frozen=True)
class ToolDeclaration:
    """A tool of the catalogue."""

    function: ToolFunction
    ability: str
    """What it does, as the end of "I can ...", for the list of abilities; empty where another's says it."""
    example: str
    """A question that it answers: the planner's tests ask it."""
    network: NetworkUse
    shows_change: bool
    """Whether the picture of the change belongs to its answer."""
    archive: bool
    """Whether it reads the archive of pairs."""
    current_pair_only: bool
    """Whether a planner leaves `pair` out even where a question names one."""
    phrases: tuple[str, ...]
    """Words by which a question for it is recognised, for tools that the trained planner was not taught."""

    @property
    def name(self) -> str:
        """By which it is called."""
        return str(self.function.__name__)

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """Names of the arguments that a planner may give, in order."""
        return tuple(name for name in inspect.signature(self.function).parameters if name != INJECTED)

    @cached_property
    def defaults(self) -> dict[str, Any]:
        """Values of the arguments that may be left out."""
        given = inspect.signature(self.function).parameters.values()
        return {one.name: one.default for one in given if one.default is not inspect.Parameter.empty}

    @cached_property
    def result(self) -> Any:
        """The type that it returns."""
        return get_type_hints(self.function)["return"]

    @property
    def takes_pair(self) -> bool:
        """Whether a planner may name another pair than the current one."""
        return "pair" in self.parameters and not self.current_pair_only

    @property
    def summary(self) -> str:
        """What it does, in a sentence: the first paragraph of its docstring."""
        return (inspect.getdoc(self.function) or "").split("\n\n")[0]

    @property
    def holds(self) -> str:
        """What its result holds: the docstring's part on what it returns."""
        _, _, returned = (inspect.getdoc(self.function) or "").partition("Returns:\n")
        return " ".join(returned.split())


class Catalogue(Sequence[ToolFunction]):
    """The tools, in the order in which they were declared."""

    def __init__(self) -> None:
        self._declared: dict[str, ToolDeclaration] = {}

    def add(self, declared: ToolDeclaration) -> None:
        """Take in a tool.

        Raises:
            ValueError: another tool has this name, or what it must say is missing.
        """
        if declared.name in self._declared:
            raise ValueError(f"There are two tools called {declared.name}; give one another name.")
        if next(iter(inspect.signature(declared.function).parameters), None) != INJECTED:
            raise ValueError(f"The first parameter of {declared.name} must be {INJECTED}, which is injected.")
        self._declared[declared.name] = declared

    def remove(self, name: str) -> None:
        """Leave a tool out from now on."""
        del self._declared[name]

    def get(self, name: str) -> ToolDeclaration | None:
        """The tool of that name, or None."""
        return self._declared.get(name)

    def named(self, name: str) -> ToolDeclaration:
        """The tool of that name.

        Raises:
            KeyError: there is none.
        """
        return self._declared[name]

    @property
    def declarations(self) -> tuple[ToolDeclaration, ...]:
        """All tools with what was declared of them."""
        return tuple(self._declared.values())

    @overload
    def __getitem__(self, place: int) -> ToolFunction: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[ToolFunction]: ...
    def __getitem__(self, place: int | slice) -> ToolFunction | Sequence[ToolFunction]:
        return [one.function for one in self.declarations][place]

    def __len__(self) -> int:
        return len(self._declared)

    def __iter__(self) -> Iterator[ToolFunction]:
        return (one.function for one in self.declarations)


CATALOGUE = Catalogue()


def tool(
    *,
    ability: str,
    example: str,
    network: NetworkUse,
    shows_change: bool = False,
    archive: bool = False,
    current_pair_only: bool = False,
    phrases: tuple[str, ...] = (),
) -> Callable[[Decorated], Decorated]:
    """Put the decorated function into the catalogue; see `ToolDeclaration` for what is told of it."""

    def declare(function: Decorated) -> Decorated:
        CATALOGUE.add(
            ToolDeclaration(function, ability, example, network, shows_change, archive, current_pair_only, phrases)
        )
        return function

    return declare

"""Which typed results may be read back from a file: those that tools return by their annotations, and no others."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, create_model

from agent.vision.vision_tools import VISION_TOOLS
from tools.catalogue import CATALOGUE, ToolFunction

JSON = ConfigDict(extra="forbid", ser_json_inf_nan="constants")
"""Nothing but the fields; numbers that are not finite are kept as such."""


def result_types(functions: Iterable[ToolFunction] = (*CATALOGUE, *VISION_TOOLS)) -> dict[str, type]:
    """The dataclasses that the functions return, by name.

    Raises:
        TypeError: a function does not return a dataclass by its annotation, or two of them have one name.
    """
    types: dict[str, type] = {}
    for function in functions:
        returned = get_type_hints(function)["return"]
        for kind in get_args(returned) if get_origin(returned) in (Union, UnionType) else (returned,):
            if not (isinstance(kind, type) and dataclasses.is_dataclass(kind)):
                raise TypeError(f"{function.__name__} returns {kind}; annotate it with a dataclass.")
            if types.setdefault(kind.__name__, kind) is not kind:
                raise TypeError(f"Two results are called {kind.__name__}; rename one, since files tell them by name.")
    return types


def tagged_results() -> Any:
    """A pydantic type: any of the results, as an object with its `type` and its `value`."""
    kinds = [_tagged_type(name, kind) for name, kind in result_types().items()]
    return Annotated[Union[tuple(kinds)], Field(discriminator="type")]  # noqa: UP007 - made of a list


def _tagged_type(name: str, kind: type) -> type[BaseModel]:
    fields: dict[str, Any] = {"type": (Literal[name], ...), "value": (kind, ...)}
    return create_model(f"Kept{name}", __config__=JSON, **fields)


def tagged(result: Any) -> dict[str, Any] | None:
    """A result as `tagged_results` reads it; None for a call that was refused."""
    return None if result is None else {"type": type(result).__name__, "value": result}

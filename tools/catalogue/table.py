"""The table of the tools in docs/tools.md, made from their declarations.

    python -m tools.catalogue.table docs/tools.md

A test holds the file against what this writes.
"""

from __future__ import annotations

import inspect
import re
import sys
import types
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from tools.atomic_files import atomic_write
from tools.catalogue import CATALOGUE, ToolDeclaration

BEGIN, END = "<!-- tools: begin -->", "<!-- tools: end -->"
"""Between these lines of a document the table stands."""
MAX_VALUES = 8
"""Values of a closed list that are written out."""


def table() -> str:
    """The table as Markdown, one line a tool."""
    rows = [f"| `{one.name}` | {_arguments(one)} | {one.holds} |" for one in CATALOGUE.declarations]
    return "\n".join(["| tool | arguments | result holds |", "|---|---|---|", *rows])


def rewritten(document: str) -> str:
    """A document with the table between its marks.

    Raises:
        ValueError: the marks are missing.
    """
    if BEGIN not in document or END not in document:
        raise ValueError(f"The document has no lines {BEGIN} and {END} for the table to stand between.")
    return re.sub(rf"{BEGIN}.*?{END}", lambda _: f"{BEGIN}\n{table()}\n{END}", document, flags=re.DOTALL)


def _arguments(declared: ToolDeclaration) -> str:
    hints = get_type_hints(declared.function, include_extras=True)
    given = inspect.signature(declared.function).parameters
    return ", ".join(_argument(name, hints[name], given[name].default) for name in declared.parameters)


def _argument(name: str, hint: Any, default: Any) -> str:
    optional = default is not inspect.Parameter.empty
    values = list(dict.fromkeys(_values(hint)))
    if len(values) > MAX_VALUES:
        values = [*values[:MAX_VALUES], "..."]
    shown = [f"`{value}`" if value != "..." else value for value in values]
    usual = [f"default `{default}`"] if optional and default is not None else []
    told = "; ".join(filter(None, [", ".join(shown), *usual]))
    return f"`{name}{'?' if optional else ''}`" + (f" ({told})" if told else "")


def _values(hint: Any) -> list[str]:
    """Values of the closed lists in a type."""
    origin = get_origin(hint)
    if origin is Literal:
        return [str(value) for value in get_args(hint)]
    if origin is Annotated:
        return _values(get_args(hint)[0])
    if origin in (Union, types.UnionType, list, tuple):
        return [value for part in get_args(hint) for value in _values(part)]
    return []


def main() -> None:
    """Rewrite the documents that are named."""
    for name in sys.argv[1:]:
        path = Path(name)
        text = rewritten(path.read_text(encoding="utf-8"))
        atomic_write(path, lambda partial, text=text: partial.write_text(text, encoding="utf-8"))  # type: ignore[misc]


if __name__ == "__main__":
    main()

"""Rebuild the reference of the Python API from the docstrings, so that it says what the code says.

python -m terradelta.api_docs --file docs/api.md
"""

from __future__ import annotations

import argparse
import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, get_overloads, get_type_hints

import terradelta
from tools.catalogue import CATALOGUE

HEAD = """# Python API

<!-- Made from the docstrings by `python -m terradelta.api_docs`: change those, and run it again. -->

`import terradelta` gives all names below; nothing heavy is loaded before it is needed. The examples run in the tests,
on the sample pair that `tools.benchmarks.sample_pairs.write_sample(folder, seed=3)` draws. A notebook that uses them:
[notebook.ipynb](notebook.ipynb).
"""
RESULTS = """## Results of the tools

`answer.result(TYPE)` returns what a tool measured; the types are imported from `terradelta.results`. What each field
holds stands in the docstrings of the types, and what each tool does in [tools.md](tools.md).

| tool | type | fields |
|---|---|---|
"""
SECTION = re.compile(r"^(Args|Returns|Raises|Examples):$")
ENTRY = re.compile(r"^(\w[\w, ]*): (.*)$", re.DOTALL)
MAX_LINE = 100
"""Characters of a signature on one line; longer ones have a line per parameter."""


def main() -> None:
    """Read the command line and write the reference."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", type=Path, default=Path("docs/api.md"))
    parser.parse_args().file.write_text(reference(), encoding="utf-8")


def reference() -> str:
    """The whole reference, in Markdown."""
    parts = [HEAD]
    for name in terradelta.__all__:
        public = getattr(terradelta, name)
        parts += (
            _of_class(name, public) if inspect.isclass(public) else _of_function(f"terradelta.{name}", public, "##")
        )
    return "\n".join([*parts, RESULTS + _results()])


def _results() -> str:
    """One row per tool that returns a result."""
    kinds = [(function.__name__, get_type_hints(function)["return"]) for function in CATALOGUE]
    named = [(tool, kind, ", ".join(f"`{field.name}`" for field in fields(kind))) for tool, kind in kinds]
    return "".join(f"| `{tool}` | `{kind.__name__}` | {held} |\n" for tool, kind, held in named)


def _of_class(name: str, public: type[Any]) -> Iterator[str]:
    """Its docstring, its fields, and its public members."""
    yield f"## {name}\n\n{_docstring(public)}"
    if is_dataclass(public):
        yield "".join(f"- `{field}` (`{kind}`){text}\n" for field, kind, text in _fields(public))
    for member, value in [item for base in public.__mro__ for item in vars(base).items()]:
        if member.startswith("_") or not inspect.getdoc(value):
            continue
        if isinstance(value, property):
            kind = inspect.signature(value.fget).return_annotation if value.fget else "Any"
            yield f"### {name}.{member}\n\n`{kind}`: {_docstring(value)}"
        elif inspect.isroutine(value):
            yield from _of_function(f"{name}.{member}", getattr(public, member), "###")


def _of_function(name: str, function: Callable[..., Any], level: str) -> Iterator[str]:
    variants = get_overloads(function) or [function]
    signatures = "\n".join(_signature(name, variant) for variant in variants)
    yield f"{level} {name}\n\n```python\n{signatures}\n```\n\n{_docstring(function)}"


def _signature(name: str, function: Callable[..., Any]) -> str:
    """As it stands in the code, without `self`."""
    declared = inspect.signature(function)
    shown, starred = list[str](), False
    for parameter in declared.parameters.values():
        if parameter.name in ("self", "cls"):
            continue
        if parameter.kind is parameter.KEYWORD_ONLY and not starred:
            shown, starred = [*shown, "*"], True
        default = "" if parameter.default is parameter.empty else f" = {_default(parameter.default)}"
        shown.append(f"{parameter.name}: {parameter.annotation}{default}")
    line = f"{name}({', '.join(shown)}) -> {declared.return_annotation}"
    if len(line) <= MAX_LINE:
        return line
    return f"{name}(\n" + "".join(f"    {one},\n" for one in shown) + f") -> {declared.return_annotation}"


def _default(value: Any) -> str:
    return f"{type(value).__name__}()" if is_dataclass(value) else repr(value)


def _fields(public: type[Any]) -> Iterator[tuple[str, str, str]]:
    """Name, type and docstring of each field, the docstring being the text that follows it in the code."""
    body = ast.parse(textwrap.dedent(inspect.getsource(public))).body[0]
    assert isinstance(body, ast.ClassDef)
    for here, after in zip(body.body, [*body.body[1:], None], strict=True):
        if not (isinstance(here, ast.AnnAssign) and isinstance(here.target, ast.Name)):
            continue
        docstring = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
        text = " ".join(str(docstring).split())
        yield here.target.id, ast.unparse(here.annotation), f": {text}" if text else ""


def _docstring(public: Any) -> str:
    """A Google docstring as Markdown: its sections as lists, its examples as code."""
    sections: dict[str, list[str]] = {"": []}
    current = sections[""]
    for line in (inspect.getdoc(public) or "").splitlines():
        if (head := SECTION.match(line)) is not None:
            current = sections.setdefault(head[1], [])
        else:
            current.append(line)
    return "\n".join(_section(head, "\n".join(lines).strip("\n")) for head, lines in sections.items())


def _section(head: str, text: str) -> str:
    if not head:
        return f"{text}\n"
    plain = textwrap.dedent(text)
    if head == "Examples":
        return f"```python\n{plain}\n```\n"
    entries = [" ".join(entry.split()) for entry in re.split(r"\n(?=\S)", plain)]
    listed = [ENTRY.sub(r"`\1`: \2", entry) if head != "Returns" else entry for entry in entries]
    return f"{head}:\n\n" + "".join(f"- {entry}\n" for entry in listed)


if __name__ == "__main__":
    main()

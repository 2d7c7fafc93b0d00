"""Every command and code block of the README and of docs/usage.md does what it says."""

import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
USAGE = (ROOT / "docs" / "usage.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)
MAX_LINES = 120


@pytest.mark.model
def test_python_blocks_run(tmp_path, monkeypatch, sample, capsys):
    blocks = [code for language, code in BLOCKS if language == "python"]
    assert blocks
    for name in ("before.tif", "after.tif"):
        (tmp_path / name).write_bytes((sample.before.parent / name).read_bytes())
    monkeypatch.chdir(tmp_path)
    for code in blocks:
        exec(compile(code, "README.md", "exec"), {})  # the README's own code, on the sample pair
    assert capsys.readouterr().out


def commands():
    lines = [
        line.split("  #")[0].strip()
        for language, code in [*BLOCKS, *re.findall(r"```(\w+)\n(.*?)```", USAGE, re.DOTALL)]
        if language == "bash"
        for line in code.splitlines()
    ]
    return [line for line in lines if line.startswith("terradelta ")]


@pytest.mark.parametrize("line", commands())
def test_commands_exist_with_these_options(line, capsys):
    from typer.main import get_command

    from ui.cli import app

    words = [word for word in shlex.split(line)[1:] if word not in ("|", ">")]
    command, rest = get_command(app), words
    while hasattr(command, "commands"):
        command, rest = command.commands[rest[0]], rest[1:]
    options = {name for parameter in command.params for name in parameter.opts}
    assert {word for word in rest if word.startswith("--")} <= options


def test_the_tree_names_what_is_there():
    tree = next(code for language, code in BLOCKS if language == "text" and "mci_model/" in code)
    folder = None
    for line in tree.splitlines():
        name = line.split("#")[0].strip()
        if not name or name.startswith("..."):
            continue
        if line.startswith(" "):
            assert (ROOT / folder / name).exists(), f"{folder}{name}"
        else:
            folder = name
            assert (ROOT / name).exists(), name


def test_make_targets_exist():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^make (\w+)", "\n".join(code for _, code in BLOCKS), re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_it_is_short_enough_to_be_read():
    assert len(README.splitlines()) <= MAX_LINES


def test_links_lead_somewhere():
    for name in (
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        *sorted((ROOT / "docs").glob("*.md")),
    ):
        path = ROOT / name
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
            assert (path.parent / link).exists(), f"{path.name}: {link}"


def test_the_architecture_names_each_room():
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = {
        str(path.parent.relative_to(ROOT))
        for floor in ("terradelta", "ui", "agent", "tools", "mci_model")
        for path in (ROOT / floor).rglob("__init__.py")
    }
    assert set(re.findall(r"^\| `([\w/]+)` \|", text, re.MULTILINE)) == rooms

"""Every command of docs/radar.md is run on the drawn flood and prints what stands there, the conversation among them.

`python -m tests.agent.test_radar_document docs/radar.md` writes the outputs anew.
"""

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

import pytest

from tools.benchmarks.radar import radar_scenes
from ui.cli import run

DOCUMENT = Path(__file__).parents[2] / "docs" / "radar.md"
BLOCK = re.compile(r"```console\n\$ (?P<command>.*)\n(?P<output>(?:.*\n)*?)```")
PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
NUMBER = re.compile(r"\d[\d,.]*")
TURNS = 5


def output(command):
    """What a command prints, with warnings behind."""
    told, warned = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(warned):
        run(shlex.split(command)[1:])
    lines = [line for line in warned.getvalue().splitlines() if line.startswith(("Warning", "terradelta:"))]
    return told.getvalue() + "".join(f"{line}\n" for line in lines)


def written(document):
    """The document with what its commands print now, in the folder that is the current one."""
    radar_scenes.write_flood(Path("drawn"))
    radar_scenes.write_series(Path("drawn/series"))
    return BLOCK.sub(lambda block: f"```console\n$ {block['command']}\n{output(block['command'])}```", document)


def numbers(text):
    return [float(one.strip(",.").replace(",", "") or 0) for one in NUMBER.findall(text.replace("-", " "))]


@pytest.mark.model
def test_the_commands_print_what_stands_there(tmp_path, monkeypatch):
    document = DOCUMENT.read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    now = written(document)
    for then, again in zip(BLOCK.finditer(document), BLOCK.finditer(now), strict=True):
        assert NUMBER.sub("#", again["output"]) == NUMBER.sub("#", then["output"])
        assert all(
            abs(one - other) <= 0.02 * max(one, other)
            for one, other in zip(numbers(again["output"]), numbers(then["output"]), strict=True)
        ), again["command"]


def test_the_conversation_has_five_turns_and_the_truth():
    turns = [block for block in BLOCK.finditer(DOCUMENT.read_text(encoding="utf-8")) if " ask " in block["command"]]
    assert len(turns) == TURNS
    flood, water = (turns[place]["output"] for place in (1, 2))
    hectares = [float(re.search(r"(?:cover|covers) ([\d.]+) ha", told)[1]) for told in (flood, water)]
    assert abs(hectares[0] - 163.84) < 4
    assert abs(hectares[1] - 163.84 - 40.95) < 4
    assert "no photograph" in turns[-1]["output"]
    assert "terradelta radar" in turns[-1]["output"]


def test_python_blocks_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    radar_scenes.write_flood(Path("drawn"))
    (code,) = PYTHON.findall(DOCUMENT.read_text(encoding="utf-8"))
    exec(compile(code, "radar.md", "exec"), {})  # the document's own code
    assert re.match(r"16\d ha became likely open water; looks 4\.\d\nflood/radar-water\.tif\n", capsys.readouterr().out)


if __name__ == "__main__":
    path = Path(sys.argv[1]).absolute()
    with tempfile.TemporaryDirectory() as place:
        os.chdir(place)
        text = written(path.read_text(encoding="utf-8"))
    path.write_text(text, encoding="utf-8")

"""Commands and code of docs/series.md print what stands below them, on the stack that it names."""

import re
import shlex
from pathlib import Path

import pytest

from tools.benchmarks.series.series_simulation import Simulation, write_stack
from ui import cli

DOCUMENT = (Path(__file__).parents[1] / "docs" / "series.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"```bash\n(terradelta [^\n]*)\n```\n\n```text\n(.*?)\n```", DOCUMENT, re.DOTALL)


@pytest.fixture
def stack(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return write_stack(tmp_path / "stack", 48, Simulation(dates=48), 3)


def test_the_document_shows_what_commands_print():
    assert len(SHOWN) == 4


@pytest.mark.parametrize(("command", "printed"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_prints_what_stands_below_it(command, printed, stack, capsys):
    assert cli.run(shlex.split(command)[1:]) == 0
    assert capsys.readouterr().out.strip("\n") == printed


def test_the_python_code_runs(stack, capsys):
    (code,) = re.findall(r"```python\n(.*?)```", DOCUMENT, re.DOTALL)
    exec(compile(code, "docs/series.md", "exec"), {})
    assert capsys.readouterr().out.startswith("2019-10-20 0.25\nNDVI at 48 dates")


def test_its_pictures_are_there():
    for name in re.findall(r"\]\((\S+\.png)\)", DOCUMENT):
        assert (Path(__file__).parents[1] / "docs" / name).is_file()

"""Commands and code of docs/assessment.md print what stands below them, on the map that it names."""

import re
import shlex
from pathlib import Path

import pytest

from tools.benchmarks.assessment.erring_map import main
from ui import cli

DOCUMENT = (Path(__file__).parents[1] / "docs" / "assessment.md").read_text(encoding="utf-8")
PLAN, AREAS = re.findall(r"```console\n\$ (terradelta [^\n]*)\n(.*?)\n```", DOCUMENT, re.DOTALL)


@pytest.fixture
def drawn(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    main(Path("drawn"))


def printed(shown, capsys):
    assert cli.run(shlex.split(shown[0])[1:]) == 0
    return capsys.readouterr().out.strip("\n")


def test_commands_and_code_print_what_stands_below_them(drawn, capsys):
    assert printed(PLAN, capsys) == PLAN[1]
    main(Path("drawn"))
    assert printed(AREAS, capsys) == AREAS[1]
    (code,) = re.findall(r"```python\n(.*?)```", DOCUMENT, re.DOTALL)
    exec(compile(code, "docs/assessment.md", "exec"), {})
    assert capsys.readouterr().out == "78.8 ha, standard error 8.0 ha\n"


def test_its_pictures_are_there():
    names = re.findall(r"\]\((\S+\.png)\)", DOCUMENT)
    assert names
    for name in names:
        assert (Path(__file__).parents[1] / "docs" / name).is_file()

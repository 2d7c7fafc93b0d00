"""The command of docs/effect-zones.md prints what stands below it, on the programme that it names."""

import re
import shlex
from pathlib import Path

from tools.benchmarks.zones.simulated_programme import main
from ui import cli

DOCUMENT = (Path(__file__).parents[1] / "docs" / "effect-zones.md").read_text(encoding="utf-8")


def test_the_command_prints_what_stands_below_it(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    main(Path("drawn"))
    ((command, printed),) = re.findall(r"```console\n\$ (terradelta [^\n]*)\n(.*?)\n```", DOCUMENT, re.DOTALL)
    assert cli.run(shlex.split(command)[1:]) == 0
    assert capsys.readouterr().out.strip("\n") == printed


def test_its_pictures_are_there():
    for name in re.findall(r"\]\((\S+\.png)\)", DOCUMENT):
        assert (Path(__file__).parents[1] / "docs" / name).is_file()

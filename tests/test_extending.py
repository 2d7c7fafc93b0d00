"""The tables of docs/extending.md are those of the declarations; `python -m tests.test_extending` writes them anew."""

import re
from pathlib import Path

import pytest

from agent.models.provider_registry import PROVIDERS
from mci_model.architecture.trunk_registry import TRUNKS
from tools.runs.format_registry import FORMATS
from tools.sensors.registry import SENSORS

DOCUMENT = Path(__file__).parents[1] / "docs" / "extending.md"


def _sensors():
    yield "sensor", "bands", "reflectance", "clouds", "file names"
    for one in SENSORS.values():
        bands = " ".join(band.name for band in one.bands)
        scale = f"{one.scale:.3g} x number" + (f" - {-one.offset:g}" if one.offset else "")
        clouds, folder = one.clouds, one.folder
        yield f"`{one.id}`", bands, scale, clouds and f"`{clouds.name}`", folder and f"`{folder.bands}`"


def _formats():
    yield "format", "file", "what it holds", "media type", "asked for", "in every run"
    for one in FORMATS.values():
        yield f"`{one.name}`", one.file, one.holds, one.media_type, one.asked and "yes", one.in_run and "yes"


def _providers():
    yield "provider", "`pip install`", "key", "example"
    for one in PROVIDERS.values():
        keys = " or ".join(f"`{key}`" for key in one.keys)
        yield one.id, f"`terradelta[{one.extra}]`", keys, f"`--llm {one.id}:{one.example}`"


def _networks():
    yield "network", "trunk", "channels at strides 4, 8, 16, 32", "sentences kept alive"
    for one in TRUNKS.values():
        yield one.network, f"`{one.name}`", " ".join(map(str, one.settings.widths)), one.settings.beams


TABLES = {"sensors": _sensors, "formats": _formats, "providers": _providers, "networks": _networks}


def _table(name):
    head, *rows = TABLES[name]()
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(str(cell or '') for cell in line)} |" for line in lines)


def _marked(name):
    begin, end = f"<!-- {name}: begin -->\n", f"<!-- {name}: end -->"
    return re.compile(f"({re.escape(begin)})(.*?)({re.escape(end)})", re.DOTALL)


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_those_of_the_declarations(name):
    found = _marked(name).search(DOCUMENT.read_text(encoding="utf-8"))
    assert found[2] == f"{_table(name)}\n"


def test_the_files_that_are_named_exist():
    named = re.findall(r"`((?:tools|agent|mci_model|tests)/[\w/.]+\.py)`", DOCUMENT.read_text(encoding="utf-8"))
    paths = [path for path in named if not path.endswith("NAME.py")]
    assert len(paths) > 10
    assert not [path for path in paths if not (DOCUMENT.parents[1] / path).is_file()]


if __name__ == "__main__":
    text = DOCUMENT.read_text(encoding="utf-8")
    for name in TABLES:
        text = _marked(name).sub(lambda found, name=name: f"{found[1]}{_table(name)}\n{found[3]}", text)
    DOCUMENT.write_text(text, encoding="utf-8")

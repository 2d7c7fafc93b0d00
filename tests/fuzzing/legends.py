"""Legends of class maps: JSON and CSV tables."""

from __future__ import annotations

from pathlib import Path

from tests.fuzzing.mutations import dice, encoded, json_bytes, mutate_bytes
from tools.errors import ToolError
from tools.landcover.legends import coding_of

TABLE = {"1": "water", "2": "forest", "3": "forest", "10": "houses", "-4": "", "255": None}
ROWS = 'value,name\n1,water\n2,forest\n3,\n+4,"fields, fallow"\n'


def mutated(seed: int, folder: Path) -> Path:
    """A legend in `folder`, a function of the seed."""
    rng = dice("legends", seed)
    if rng.random() < 0.6:
        path = folder / "legend.json"
        path.write_bytes(json_bytes(rng, TABLE))
        return path
    path = folder / "legend.csv"
    content = encoded(rng, ROWS) if rng.random() < 0.2 else ROWS.encode()
    path.write_bytes(mutate_bytes(rng, content))
    return path


def attempt(path: Path) -> None:
    """Read it as `--legend` does."""
    try:
        coding_of(str(path))
    except ToolError:
        return

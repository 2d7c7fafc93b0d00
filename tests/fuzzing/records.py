"""Records of runs, read for `rerun` and `report`."""

from __future__ import annotations

import json
import tempfile
from functools import cache
from pathlib import Path

from mci_model.errors import ModelError
from tests.factories.predictors import KnownMaskPredictor
from tests.fuzzing.mutations import dice, json_bytes
from tools.benchmarks.sample_pairs import write_sample
from tools.errors import ToolError
from tools.runs.record import read_record
from tools.runs.report import write_report
from tools.runs.rerun import rerun
from tools.runs.run import run
from tools.workspace.workspace import Workspace

OTHER = "1" * 64
"""SHA-256 of the weights that a record is repeated with."""


def mutated(seed: int, folder: Path) -> Path:
    """A record in `folder`, a function of the seed; the files that it names lie where it left them."""
    rng = dice("records", seed)
    content = json.loads((_sound_run() / "pair1" / "record.json").read_text(encoding="utf-8"))
    for file in (*content["inputs"], *content["outputs"]):
        file["path"] = str((_sound_run() / "pair1" / file["path"]).resolve())
    if rng.random() < 0.1:
        content["weights_sha256"] = OTHER  # those that it is repeated with
    path = folder / "record.json"
    path.write_bytes(json_bytes(rng, content))
    return path


def attempt(path: Path) -> None:
    """Read it, make its report, and repeat it; mostly with other weights than its own, so that this takes no time."""
    for use in (_report, _repeat):
        try:
            use(path)
        except (ToolError, ModelError):
            continue


def _report(path: Path) -> None:
    read_record(path).to_json()
    write_report(path, path.with_name("report.html"))


def _repeat(path: Path) -> None:
    other = KnownMaskPredictor()
    other.sha256 = OTHER
    rerun(path, path.parent / "again", lambda: other)  # type: ignore[arg-type,return-value]


@cache
def _sound_run() -> Path:
    """The folder of a run of a drawn pair; it lasts as long as the process."""
    folder = Path(tempfile.mkdtemp(prefix="fuzzed-run-"))
    sample = write_sample(folder / "images", seed=3)
    run(Workspace(folder / "out", KnownMaskPredictor), sample.before, sample.after)  # type: ignore[arg-type]
    return folder / "out"

"""`python -m tests.kill_chain --kills 30`: a batch killed again and again ends with what it writes in one go.

Exits 1 where a file differs in anything but the times at which it was made.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.benchmarks.sample_pairs import write_sample

COMMAND = (sys.executable, "-c", "from ui.cli import main; main()")
TIMES = {"made", "modified_ns", "seconds"}
GIVEN_UP_S = 600.0
LONGEST = 1.2
"""Before a kill, of the time of one go: every chain comes to its end."""


def main() -> int:
    """Run the chains, compare, report; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.kill_chain", description=__doc__)
    parser.add_argument("--kills", type=int, default=30, help="at least so many (default: %(default)s)")
    parser.add_argument("--pairs", type=int, default=16, help="of the batch (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=0, help="of the moments (default: %(default)s)")
    asked = parser.parse_args()
    rng, kills, chains, unequal = random.Random(asked.seed), 0, 0, set[str]()
    with tempfile.TemporaryDirectory(prefix="terradelta-kills-") as name:
        folder = Path(name)
        _write_manifest(folder, asked.pairs)
        whole = folder / "whole"
        began = time.monotonic()
        if _start(folder, whole).wait(GIVEN_UP_S):
            print("The batch fails without a kill.", file=sys.stderr)
            return 1
        longest = LONGEST * (time.monotonic() - began)
        while kills < asked.kills:
            out, chains = folder / f"chain{chains}", chains + 1
            kills += _killed_until_done(folder, out, rng, longest)
            unequal |= {f"{out.name}: {path}" for path in differences(whole, out)}
    print(f"{kills} kills in {chains} chains; {len(unequal)} files differ from those of one go")
    for path in sorted(unequal):
        print(f"  {path}")
    return 1 if unequal else 0


def _write_manifest(folder: Path, pairs: int) -> None:
    with (folder / "pairs.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "before", "after"))
        for seed in range(pairs):
            sample = write_sample(folder / f"sample{seed}", seed)
            rows.writerow((f"p{seed}", sample.before, sample.after))


def _start(folder: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [*COMMAND, "batch", str(folder / "pairs.csv"), "--out", str(out), "--workers", "2"]
    return subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _killed_until_done(folder: Path, out: Path, rng: random.Random, longest: float) -> int:
    """How often it was killed before it ended by itself."""
    kills = 0
    while True:
        process = _start(folder, out)
        try:
            process.wait(rng.uniform(longest / 10, longest))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            kills += 1
        else:
            return kills


def differences(whole: Path, chain: Path) -> Iterator[str]:
    """Files that one folder lacks, or that hold something else."""
    names = [{str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()} for root in (whole, chain)]
    yield from sorted(names[0] ^ names[1])
    for name in sorted(names[0] & names[1]):
        if _without_times(whole / name) != _without_times(chain / name):
            yield name


def _without_times(path: Path) -> Any:
    """What a file holds, without the times of its making."""
    if path.suffix == ".gpkg":
        with sqlite3.connect(path) as database:
            lines = list(database.iterdump())
        return [line for line in lines if not (line.startswith("INSERT") and "gpkg_contents" in line)]
    if path.name == "record.json":
        return _timeless(json.loads(path.read_text(encoding="utf-8")))
    if path.name == "summary.csv":
        with path.open(encoding="utf-8", newline="") as file:
            rows = [{key: value for key, value in row.items() if key not in TIMES} for row in csv.DictReader(file)]
        return [row | {"status": row["status"].replace("kept", "done")} for row in rows]  # kept of an earlier start
    return path.read_bytes()


def _timeless(value: Any) -> Any:
    if isinstance(value, dict):
        is_database = str(value.get("path", value.get("name", ""))).endswith(".gpkg")
        left_out = TIMES | ({"sha256"} if is_database else set())  # a GeoPackage tells when it was made
        return {key: _timeless(one) for key, one in value.items() if key not in left_out}
    return [_timeless(one) for one in value] if isinstance(value, list) else value


if __name__ == "__main__":
    sys.exit(main())

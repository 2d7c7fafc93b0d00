"""`python -m tests.fuzzing --inputs 100000`: mutated inputs of every kind; exits 1 where one is not read or refused."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import defaultdict

from tests.fuzzing.running import Finding, attempted, fuzz, kinds

MAX_SHOWN = 5
"""Seeds that are told of one error."""


def main() -> int:
    """Read the command line, run, report; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000, help="of all kinds together (default: %(default)s)")
    parser.add_argument("--kinds", nargs="+", choices=kinds(), default=kinds(), help="default: all")
    parser.add_argument("--seed", type=int, default=0, help="the first one; others follow it (default: %(default)s)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes (default: %(default)s)")
    parser.add_argument(
        "--repeat", nargs=2, metavar=("KIND", "SEED"), help="one input in this process; what it did is printed"
    )
    asked = parser.parse_args()
    if asked.repeat:
        print(attempted(asked.repeat[0], int(asked.repeat[1])))
        return 0
    each = -(-asked.inputs // len(asked.kinds))
    inputs = ((kind, seed) for kind in asked.kinds for seed in range(asked.seed, asked.seed + each))
    began, found = time.monotonic(), defaultdict[str, list[Finding]](list)
    for finding in fuzz(inputs, asked.workers):
        found[finding.kind].append(finding)
        print(f"{finding.kind} {finding.seed}: {finding.what} {finding.text}", file=sys.stderr)
    for kind in asked.kinds:
        print(f"{kind}: {each:,} inputs, {len(found[kind]):,} neither read nor refused")
        _tell(found[kind])
    print(f"{time.monotonic() - began:.0f} s")
    return 1 if any(found.values()) else 0


def _tell(findings: list[Finding]) -> None:
    """Each error with how often it came and the seeds that repeat it."""
    alike = defaultdict[str, list[int]](list)
    for finding in findings:
        alike[finding.what].append(finding.seed)
    for what, seeds in sorted(alike.items(), key=lambda item: -len(item[1])):
        shown = " ".join(map(str, sorted(seeds)[:MAX_SHOWN]))
        print(f"  {len(seeds):,} x {what}; seeds {shown}{' ...' if len(seeds) > MAX_SHOWN else ''}")


if __name__ == "__main__":
    sys.exit(main())

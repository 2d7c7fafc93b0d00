"""Calibrate the error of measured areas on a split that the network was not trained on.

    python -m mci_model.calibrate --data DATA/levir --split val [--weights WEIGHTS.safetensors]

Writes the intervals onto the weights' card. Check them on another split with `terradelta evaluate pairs`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from mci_model.checkpoints.area_calibration import coverage, fit
from mci_model.checkpoints.weights import EMBEDDED_WEIGHTS, write_area
from mci_model.data.labelled_pairs import PairFolder
from mci_model.evaluation.pairs import evaluate_pairs
from mci_model.inference.predictor import load_predictor


def main() -> None:
    """Read the command line, predict every pair of the split, and write the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--split", default="val")
    parser.add_argument("--weights", type=Path, default=EMBEDDED_WEIGHTS)
    args = parser.parse_args()
    tally = evaluate_pairs(load_predictor(args.weights), PairFolder(args.data, args.split))
    area = fit(tally.marked, tally.labelled)
    write_area(args.weights, area)
    print(
        f"{area.pairs} pairs; intervals of level {area.level} hold {coverage(area, tally.marked, tally.labelled):.3f}"
    )


if __name__ == "__main__":
    main()

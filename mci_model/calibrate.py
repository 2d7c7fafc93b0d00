"""Calibrate the decision on roads, then the errors of areas and counts, on a split that the network was not trained on.

    python -m mci_model.calibrate --data DATA/levir --split val [--weights WEIGHTS.safetensors]

Writes all onto the weights' card. Check them on another split with `terradelta evaluate pairs`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from mci_model.checkpoints import object_calibration, road_calibration
from mci_model.checkpoints.area_calibration import coverage, fit
from mci_model.checkpoints.object_calibration import held
from mci_model.checkpoints.road_calibration import RoadCalibration
from mci_model.checkpoints.weights import EMBEDDED_WEIGHTS, write_calibration
from mci_model.data.labelled_pairs import PairFolder
from mci_model.evaluation.pairs import evaluate_pairs
from mci_model.inference.predictor import Predictor, load_predictor


def calibrate_roads(predictor: Predictor, folder: PairFolder) -> RoadCalibration | None:
    """The calibration of roads on the pairs that people call unchanged; None where there are none.

    Args:
        predictor: its own calibration of roads is taken away.
        folder: pairs with captions.
    """
    predictor.roads, unchanged = None, []
    for name in folder.names:
        pair = folder.read(name)
        if pair.captions and not pair.changed:
            prediction = predictor.predict(pair.before, pair.after, beams=1)
            unchanged.append(road_calibration.road_pixels(prediction.probabilities, prediction.changed))
    return road_calibration.fit(unchanged) if unchanged else None


def main() -> None:
    """Read the command line, predict every pair of the split, and write the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--split", default="val")
    parser.add_argument("--weights", type=Path, default=EMBEDDED_WEIGHTS)
    args = parser.parse_args()
    predictor, folder = load_predictor(args.weights), PairFolder(args.data, args.split)
    if predictor.tells_gate and (roads := calibrate_roads(predictor, folder)):
        write_calibration(args.weights, roads=roads)
        predictor.roads = roads
        print(f"roads: odds times {roads.in_changed:g} in changed pairs, times {roads.in_unchanged:.3g} in others")
    tally = evaluate_pairs(predictor, folder, swapped=False)
    area = fit(tally.marked, tally.labelled)
    true = [match.true for match in tally.objects]
    objects = object_calibration.fit(tally.marked_objects, true)
    write_calibration(args.weights, area=area, objects=objects)
    print(
        f"{area.pairs} pairs; intervals of level {area.level} hold {coverage(area, tally.marked, tally.labelled):.3f}"
    )
    share = held(objects, tally.marked_objects, true)
    print(f"counts: {share:.3f} within their bounds; weights of buildings {objects.weights}")


if __name__ == "__main__":
    main()

"""Rebuild the tables of the model card from an evaluation, so that no figure in it is typed by hand.

    python -m mci_model.model_card --data DATA/levir --roads DATA/roads --card docs/model-card.md

The text between the two markers of the card is replaced; everything else stays.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mci_model.data.hybrids import RoadImages
from mci_model.data.labelled_pairs import PairFolder
from mci_model.errors import DatasetError
from mci_model.evaluation.pairs import evaluate_pairs, report
from mci_model.evaluation.roads import evaluate_roads
from mci_model.inference.predictor import load_predictor

BEGIN, END = "<!-- scores: begin -->", "<!-- scores: end -->"
CAPTION_SCORES = ("bleu_1", "bleu_4", "meteor", "rouge_l", "cider_d", "s_m")
Report = Mapping[str, Any]


def main() -> None:
    """Read the command line, evaluate, and write the card."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, type=Path)
    parser.add_argument("--splits", nargs="+", default=["val", "test"])
    parser.add_argument("--roads", type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--card", type=Path, default=Path("docs/model-card.md"))
    args = parser.parse_args()
    predictor = load_predictor(args.weights)
    reports = {}
    for split in args.splits:
        folder = PairFolder(args.data, split)
        print(f"judging {split}: {len(folder)} pairs", file=sys.stderr)
        reports[split] = report(evaluate_pairs(predictor, folder), folder, predictor)
    roads = evaluate_roads(predictor, RoadImages(args.roads, held_out=True)) if args.roads else None
    write_card(args.card, tables(reports, roads))


def write_card(card: Path, scores: str) -> None:
    """Put `scores` between the markers of the card.

    Raises:
        DatasetError: the card lacks a marker.
    """
    text = card.read_text(encoding="utf-8")
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise DatasetError(f"{card.name} lacks the lines {BEGIN} and {END}, between which the scores go.")
    partial = card.with_suffix(".partial")
    partial.write_text(f"{head}{BEGIN}\n{scores}\n{END}{tail}", encoding="utf-8")
    partial.replace(card)


def tables(reports: Mapping[str, Report], roads: Report | None) -> str:
    """All tables of the card, in Markdown.

    Args:
        reports: by split, as `evaluation.pairs.report` gives them.
        roads: as `evaluate_roads` gives them; None where roads were not evaluated.
    """
    parts = [
        _masks(reports),
        _objects(reports),
        _by_quality(reports),
        _calibration(reports),
        _captions(reports),
        _spoken_roads(reports),
    ]
    if roads is not None:
        parts.append(_roads(roads))
    return "\n\n".join(part for part in parts if part)


def _masks(reports: Mapping[str, Report]) -> str:
    rows = []
    for split, scores in reports.items():
        building = scores["change"]["building"]
        low, high = building["interval"]["f1"]
        rows.append(
            [
                split,
                scores["pairs"],
                building["iou"],
                f"{building['f1']:.3f} ({low:.3f} to {high:.3f})",
                building["precision"],
                building["recall"],
                scores["change"]["changed_accuracy"],
                scores["baseline"]["change"]["changed_accuracy"],
            ]
        )
    headers = ("split", "pairs", "IoU", "F1 (95 %)", "precision", "recall", "gate right", "constant gate")
    return "Building change:\n\n" + _table(headers, rows)


def _objects(reports: Mapping[str, Report]) -> str:
    rows = []
    for split, scores in reports.items():
        found, swap = scores["change"]["building"]["objects"], scores["swap"]
        rows.append([split, found["true"], found["predicted"], found["f1"], found["count_error"], found["count_close"]])
        rows[-1].append(swap["same_count"])
    headers = ("split", "labelled", "found", "F1 at IoU 0.5", "count off by", "count close", "as many when swapped")
    return "Buildings one by one; a count is close within one or 15 %:\n\n" + _table(headers, rows)


def _by_quality(reports: Mapping[str, Report]) -> str:
    rows = [
        [split, quality, score["pairs"], score["iou"], score["f1"]]
        for split, scores in reports.items()
        for quality, score in (scores["change"].get("by_quality") or {}).items()
    ]
    return "By quality of the images:\n\n" + _table(("split", "quality", "pairs", "IoU", "F1"), rows) if rows else ""


def _calibration(reports: Mapping[str, Report]) -> str:
    rows = []
    for split, scores in reports.items():
        errors, area = scores["change"]["calibration_error"], scores["change"].get("area_interval")
        coverage = f"{area['coverage']:.3f} (asked {area['level']:g})" if area else None
        rows.append([split, *errors.values(), coverage])
    names = next(iter(reports.values()))["change"]["calibration_error"]
    headers = ("split", *(name.replace("_", " ") for name in names), "area intervals that hold the truth")
    return "Expected calibration error, and areas:\n\n" + _table(headers, rows)


def _captions(reports: Mapping[str, Report]) -> str:
    rows = [row for split, scores in reports.items() if scores["caption"] for row in _caption_rows(split, scores)]
    headers = ("pairs", *CAPTION_SCORES)
    return "Captions, on words:\n\n" + _table(headers, rows) if rows else ""


def _caption_rows(split: str, scores: Report) -> Iterator[list[object]]:
    for group in ("all", "changed", "unchanged"):
        for suffix, source in (("", scores["caption"]), (", constant sentence", scores["baseline"]["caption"])):
            if source.get(group):
                yield [f"{split}, {group}{suffix}", *(source[group][name] for name in CAPTION_SCORES)]


def _spoken_roads(reports: Mapping[str, Report]) -> str:
    rows = [
        [
            split,
            told["said"],
            told["marked_where_said"],
            told["pairs"] - told["said"],
            told["marked_where_unchanged"],
            told["auc"],
        ]
        for split, scores in reports.items()
        if (told := scores["road_by_captions"])
    ]
    said, unchanged = "most speak of a road: pairs", "unchanged: pairs"
    headers = ("split", said, "with roads marked", unchanged, "with roads marked", "AUC of the mean probability")
    return "Roads on real pairs, by what people say of them:\n\n" + _table(headers, rows) if rows else ""


def _roads(roads: Report) -> str:
    low, high = roads["road"]["interval"]["f1"]
    row = [
        roads["pairs"],
        roads["images"],
        roads["road"]["iou"],
        f"{roads['road']['f1']:.3f} ({low:.3f} to {high:.3f})",
    ]
    row += [roads["road"]["precision"], roads["road"]["recall"], roads["baseline"]["road"]["f1"]]
    headers = ("pairs", "images", "IoU", "F1 (95 %)", "precision", "recall", "road everywhere: F1")
    return "Changed roads, on pairs made of images that the training held out:\n\n" + _table(headers, [row])


def _table(headers: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [headers, ["---"] * len(headers), *([_cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: object) -> str:
    return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()

"""The command `terradelta evaluate retrieval`: how well sentences find changes, and changes sentences."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any, Optional

import typer

from ui.options import Json
from ui.progress import progress_bar

BESIDE = {"archive": "as an archive is searched", "other_words": "in other words"}
MEASURES = ("p@1", "r@1", "r@5", "r@10", "mrr@10", "ndcg@10", "median_rank")


def retrieval(
    dataset: Annotated[
        Path, typer.Argument(help="Folder in the LEVIR-MCI or SPLIT/{A,B,label} layout.", show_default=False)
    ],
    split: Annotated[str, typer.Option(help="Which split.")] = "test",
    weights: Annotated[Optional[Path], typer.Option(help="Another change embedding than the embedded one.")] = None,  # noqa: UP045
    as_json: Json = False,  # noqa: FBT002 - typer's options are boolean arguments
) -> None:
    """Score text search over changes by RSICRC's protocol, beside BM25 over generated captions and chance."""
    from mci_model import load_predictor
    from mci_model.data.labelled_pairs import PairFolder
    from mci_model.evaluation.retrieval.retrieval import evaluate_retrieval
    from mci_model.retrieval import load_embedder
    from tools.archive.search.scores import archive_scores

    folder, predictor = PairFolder(dataset, split), load_predictor()
    with progress_bar("judging") as progress:
        embedder, searches = load_embedder(weights, predictor), {"archive": archive_scores}
        result, skipped = evaluate_retrieval(embedder, predictor, folder, progress, searches)
    for reason in skipped.values():
        print(f"Skipped: {reason}", file=sys.stderr)
    if as_json:
        print(json.dumps(json.loads(json.dumps(result), parse_float=lambda text: round(float(text), 4))))
    else:
        print(table(result))


def table(result: dict[str, Any]) -> str:
    """One line a direction, group and method."""
    lines = [f"{'':<34}" + "".join(f"{measure:>12}" for measure in MEASURES)]
    baseline = result["baseline"]
    for way in ("text_to_pair", "pair_to_text"):
        for group, scores in result[way].items():
            lines.append(_line(f"{way.replace('_', ' ')}, {group}", scores))
            lines.append(_line("  BM25 over captions", baseline["bm25_captions"][way][group]))
            lines.append(_line("  chance", baseline["chance"][way][group]))
            if way == "text_to_pair":
                lines += [_line(f"  {label}", result["beside"][name][group]) for name, label in BESIDE.items()]
                low, high = result["r@10_interval"][group]
                lines.append(
                    f"  R@10 of the vectors lies by 95 % between {low:.3f} and {high:.3f} (bootstrap over queries)"
                )
    right = result["direction_accuracy"]
    lines.append(f"direction right: {'-' if right is None else format(right, '.3f')}")
    return "\n".join(lines)


def _line(name: str, scores: dict[str, float]) -> str:
    return f"{name:<34}" + "".join(f"{scores[measure]:>12.3f}" for measure in MEASURES)

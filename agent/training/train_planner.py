"""Train the embedded planner's intents; two minutes on two cores.

    python -m agent.training.train_planner [--each 300] [--seed 0]

Writes agent/planning/learned/intents.safetensors. Needs the extra `train` for nothing but scikit-learn's solver.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from sklearn.linear_model import LogisticRegression

from agent.planning.learned.intents import NONE, WEIGHTS, features
from agent.planning.learned.question_bank import questions
from agent.planning.learned.training_examples import training_examples

EXAMPLES = 14_000
"""Of the training examples of the small language model; those of one task are used."""


def _of_one_task(seed: int, count: int) -> Iterator[tuple[str, str]]:
    """(question, intent) of training examples with one task or none, in all languages."""
    for example in training_examples(seed + 11, count):
        if example.kind in ("single", "none", "afterwards") and len(example.plan) < 2:
            yield example.question, example.plan[0].tool if example.plan else NONE


def train(seed: int, each: int, path: Path) -> float:
    """Fit one linear layer on generated questions and write it; its accuracy on questions of another seed."""
    texts, intents = zip(*questions(seed, each), *_of_one_task(seed, EXAMPLES), strict=True)
    fitted = LogisticRegression(C=10.0, max_iter=400).fit(features(list(texts)), list(intents))
    tensors = {"weight": np.ascontiguousarray(fitted.coef_, np.float16), "bias": fitted.intercept_.astype(np.float32)}
    partial = path.with_suffix(".partial")
    save_file(tensors, partial, metadata={"intents": json.dumps(fitted.classes_.tolist())})
    partial.replace(path)
    unseen, truth = zip(*questions(seed + 1, 40), strict=True)
    return float(fitted.score(features(list(unseen)), list(truth)))


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    accuracy = train(args.seed, args.each, WEIGHTS)
    print(f"{WEIGHTS.name}: {accuracy:.3f} on generated questions of another seed")


if __name__ == "__main__":
    main()

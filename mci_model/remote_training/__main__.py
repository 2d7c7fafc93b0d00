"""Train on another machine, one with a GPU, say, which takes and gives only so many bytes at a time.

    python -m mci_model.remote_training pack --data DATA/levir/train --roads DATA/roads --vocabulary vocab.json
        --initial runs/third/embedded.safetensors --config gpu.json --out runs/pack

writes runs/pack/pack_1.tgz, pack_2.tgz, ..., each below 60 MB, with code, data and initial weights. There, after
`tar -xzf pack_N.tgz -C work` for each of them:

    cd work; python -m mci_model.remote_training train --minutes 9 --workers 15 --out results

trains, and writes weights, card and log as parts below 12 MB. Back here:

    python -m mci_model.remote_training join results runs/fourth
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from mci_model.checkpoints.conversion import read_vocabulary
from mci_model.errors import ModelError
from mci_model.hardware import keep_freed_memory
from mci_model.remote_training.archives import VOCABULARY, needed_files, pack, unpacked_recipe
from mci_model.remote_training.parts import cut, join
from mci_model.train import add_recipe_arguments, add_speed_arguments, recipe_of, train

MB = 1_000_000
RUN = "run"
BROUGHT_BACK = ("*.safetensors", "*.json", "log.csv")


def main(words: list[str] | None = None) -> None:
    """Read the command line and do one of the three steps."""
    args = _arguments(words)
    steps = {"pack": _pack, "train": _train, "join": _join}
    try:
        written = steps[args.step](args)
    except ModelError as error:
        sys.exit(str(error))
    for path in written:
        print(f"{path} {path.stat().st_size / MB:.1f} MB")


def _arguments(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(dest="step", required=True)
    packing = steps.add_parser("pack", help="write the archives that travel there")
    add_recipe_arguments(packing)
    packing.add_argument("--out", required=True, type=Path)
    packing.add_argument("--wheels", type=Path, help="folder of packages that the other machine lacks")
    packing.add_argument("--limit-mb", type=float, default=60, help="of an archive")
    training = steps.add_parser("train", help="train there, and write the results in parts")
    training.add_argument("--folder", type=Path, default=Path(), help="where the archives were unpacked")
    training.add_argument("--out", required=True, type=Path)
    training.add_argument("--limit-mb", type=float, default=12, help="of a part")
    add_speed_arguments(training)
    joining = steps.add_parser("join", help="join the parts here, and check them")
    joining.add_argument("parts", type=Path)
    joining.add_argument("out", type=Path)
    return parser.parse_args(words)


def _pack(args: argparse.Namespace) -> list[Path]:
    recipe = recipe_of(args)
    files = needed_files(recipe, args.vocabulary, args.wheels)
    return pack(files, recipe, args.out, int(args.limit_mb * MB))


def _train(args: argparse.Namespace) -> list[Path]:
    """Train for the given minutes; whatever ends it, what it has written comes back."""
    keep_freed_memory()
    folder = args.folder.absolute()
    recipe = unpacked_recipe(folder)
    if args.minutes is not None:
        recipe = replace(recipe, minutes=args.minutes)
    run = folder / RUN
    try:
        train(recipe, read_vocabulary(folder / VOCABULARY), run, args.workers)
    finally:
        files = [path for pattern in BROUGHT_BACK for path in sorted(run.glob(pattern))]
        written = cut(files, args.out, int(args.limit_mb * MB))
    return written


def _join(args: argparse.Namespace) -> list[Path]:
    return join(args.parts, args.out)


if __name__ == "__main__":
    main()

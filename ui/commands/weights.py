"""`terradelta weights`: convert the official checkpoint, tell what weights are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Optional

import typer

app = typer.Typer(help="Convert and inspect weights.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def convert(
    checkpoint: Annotated[Path, typer.Argument(help="The official MCI_model.pth, as published.", show_default=False)],
    out: Annotated[Path, typer.Argument(help="Where to write the .safetensors file.", show_default=False)],
    vocabulary: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads this form on every version
        typer.Option(help="Its vocab.json; default: the official 468 words."),
    ] = None,
) -> None:
    """Convert the official Change-Agent checkpoint; a card with settings and vocabulary is written beside it."""
    from mci_model.checkpoints.conversion import convert_official

    written = convert_official(checkpoint, out, vocabulary)
    print(f"{written} and {written.with_suffix('.json').name} are written.")


@app.command()
def info(
    weights: Annotated[
        Optional[Path],  # noqa: UP045 - typer reads this form on every version
        typer.Argument(help="A .safetensors file; default: the embedded weights.", show_default=False),
    ] = None,
) -> None:
    """Print what weights hold, as JSON."""
    from mci_model.checkpoints.conversion import describe_weights

    print(json.dumps(describe_weights(weights), indent=1))

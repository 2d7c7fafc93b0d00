"""Both dates as pictures, and the later one with what changed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from tools.change.change_map import ALL_CLASSES, ObjectClass
from tools.outputs.artefacts import Artefact
from tools.outputs.overlay import draw, legend, with_legend
from tools.pairs.pair import ImagePair
from tools.pairs.preview import preview
from tools.rasters.png import write_png
from tools.runs.file_format import FileFormat
from tools.runs.formats.maps import GEOTIFF
from tools.types import Pixels
from tools.workspace.workspace import Workspace

Pictures = Callable[[], tuple[Pixels, Pixels]]


def previews(workspace: Workspace, pair: ImagePair, pictures: Pictures | None = None) -> tuple[Artefact, Artefact]:
    """Both dates as pictures; `pictures` gives them where they are read already."""
    both, keep = pictures or cache(lambda: preview(pair)), workspace.artefacts.keep
    return (
        keep(pair.id, "before", "before.png", lambda path: write_png(path, both()[0]), filtered=False),
        keep(pair.id, "after", "after.png", lambda path: write_png(path, both()[1]), filtered=False),
    )


def show(workspace: Workspace, pair: ImagePair, classes: tuple[ObjectClass, ...] | None = None) -> Artefact:
    """Write the change of some classes, or of all, as picture and as map file; return the picture's artefact."""
    change_map = workspace.told_change(pair)
    stem = "-".join(("change", *sorted(classes or (ALL_CLASSES if change_map.seen_by == "network" else ("any",)))))
    classes = classes or change_map.classes_told
    entries = legend(change_map, classes)
    both = cache(lambda: preview(pair))  # large scenes are read completely for it
    previews(workspace, pair, both)
    GEOTIFF.write(workspace, pair)

    def draw_it(path: Path) -> None:
        write_png(path, with_legend(draw(both()[1], change_map, classes), entries))

    return workspace.artefacts.keep(pair.id, "overlay", f"{stem}.png", draw_it, entries)


FORMATS = (
    FileFormat(
        "png", "change-building-road.png", "the later image with what changed", "image/png", maker=show, rank=30
    ),
)

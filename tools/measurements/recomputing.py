"""The numbers of an answer computed anew: from the files, without anything kept, and by another code path.

calls of the last answer -> a workspace of its own, the network by torch instead of the fastest backend
    -> the same calls -> numbers beside numbers; areas of objects by their outlines on the ellipsoid, too
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pyproj import Geod

from mci_model.change_predictor import ChangePredictor, HasReference
from tools.change.summary import SQUARE_METRES, Area
from tools.errors import NothingMeasuredError, ToolError
from tools.explain.second_opinion import OUTLINES, NumberCheck, Verification, check, compared, numbers, verification
from tools.notices import notice
from tools.workspace.call_log import Call
from tools.workspace.workspace import Workspace

Run = Callable[[Workspace, Call], Any]
"""Makes a call on a workspace."""
NO_MEASURES = frozenset(
    "export_result list_files select_pair swap_dates assume_pixel_size open_found open_dates recall find_changes "
    "find_places find_similar ask_image tell_limits tell_error_source".split()
)
"""Tools that measure nothing, write files or change what is open."""
GEOD = Geod(ellps="WGS84")
LONLAT = 4326
"""EPSG code of longitude and latitude on WGS 84."""


def recomputed(space: Workspace, calls: Sequence[Call], run: Run) -> Verification:
    """The numbers of some calls beside the same calls made anew.

    Args:
        space: of the conversation; nothing in it changes.
        calls: with their results.
        run: makes a call.

    Raises:
        NothingMeasuredError: none of the calls measured anything.
    """
    measured = [call for call in calls if call.tool not in NO_MEASURES and any(numbers(call.result))]
    if not measured:
        raise NothingMeasuredError(
            notice("nothing-measured", "Nothing was measured yet that could be computed anew; ask for a number first.")
        )
    others = [call.tool for call in calls if call not in measured]
    with TemporaryDirectory(prefix="terradelta-verify-") as folder:
        again = _Again(space, Path(folder), run)
        checks = [one for call in measured for one in again.checks(call)]
        told_by = space.predictor.backend if again.by else ""
        return verification(space.current, checks, told_by, again.by, others)


class _Again:
    """A workspace of its own on the same files, with the same settings."""

    def __init__(self, space: Workspace, folder: Path, run: Run) -> None:
        self._run, self.by = run, ""

        def reference() -> ChangePredictor:
            eyes = space.predictor
            eyes = eyes.reference() if isinstance(eyes, HasReference) else eyes
            self.by = eyes.backend
            return eyes

        self.workspace = Workspace(folder, reference, space.progress, settings=space.settings)
        if space.over_time.is_open:
            self.workspace.open_series(space.over_time.paths)
        for pair in space.pairs:
            self.workspace.open(pair.sources[0].path, pair.sources[1].path)
        if space.current is not None:
            self.workspace.pairs.select(space.current)
        self.workspace.focus.restore(space.focus.to_json())

    def checks(self, call: Call) -> Iterator[NumberCheck]:
        """The numbers of a call beside those of the same call, and its area beside that of outlines."""
        try:
            again = self._run(self.workspace, call)
        except ToolError:  # what cannot be computed anew is not borne out
            yield from compared(call.tool, call.result, None)
            return
        yield from compared(call.tool, call.result, again)
        told = _square_metres(call.result)
        if told is not None and (area := self._of_outlines(call)) is not None:
            yield check(call.tool, OUTLINES, told, area)

    def _of_outlines(self, call: Call) -> float | None:
        """Square metres on the ellipsoid of the outlines of the objects that a call is about; None without a CRS."""
        space, arguments = self.workspace, {**call.arguments}
        arguments.pop("unit", None)
        pair = space.pair(arguments.get("pair"))
        table = space.outlines(pair)
        if table.crs is None or space.settings.regularise or space.bands_tell(pair):
            return None
        counted = self._run(space, Call("count_objects", arguments, None))
        chosen = table[table["id"].isin([one.id for one in counted.objects])]
        shapes = chosen.to_crs(LONLAT).geometry
        return float(sum(abs(GEOD.geometry_area_perimeter(shape)[0]) for shape in shapes))


def _square_metres(result: Any) -> float | None:
    """The area that a result tells, where it is one of objects and known on the ground."""
    match result:
        case Area(value=value, unit=unit) if unit in SQUARE_METRES and result.assumed_pixel_m is None:
            return value * SQUARE_METRES[unit]
        case _:
            return None

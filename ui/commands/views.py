"""The command `terradelta views`: bands that no eye sees, as pictures with legends."""

from __future__ import annotations

import json
from pathlib import Path

from ui import options


def views(
    before: options.Image,
    after: options.Image,
    out: options.Out = options.FOLDER / "views",
    sensor: options.Sensor = None,
    scale: options.Scale = None,
    offset: options.Offset = None,
    baseline: options.Baseline = None,
    as_json: options.Json = False,
) -> None:
    """Write a multispectral pair as pictures: true and false colour, vegetation, water, moisture, and their change."""
    from tools.pairs.pair import open_pair
    from tools.rasters.band_folder import one_file
    from tools.sensors.statement import Statement
    from tools.spectrum.pseudo_image_files import write_views

    files = [one_file(path, out / "bands") for path in (before, after)]
    paths = write_views(open_pair(*files), Path(out), Statement(sensor, scale, offset, baseline))
    if as_json:
        print(json.dumps({"files": [str(path) for path in paths]}))
        return
    print("\n".join(str(path) for path in paths))

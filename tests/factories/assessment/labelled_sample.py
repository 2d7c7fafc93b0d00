"""The sample pair with a map of its true change, a sample of that map, and the labelling page served for it."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import contextmanager

import numpy as np
import rasterio

from mci_model.prediction import Window
from tools.assessment.sampling.make_plan import make_plan
from tools.pairs.pair import open_pair
from tools.rasters.gdal_warnings import without_gdal_warnings
from ui.labelling.server import labelling_server
from ui.labelling.task import labelling_task

CLASSES = "0 unchanged, 1 road, 2 building"


def sample_of(sample, folder):
    """Map and folder of a small sample of the pair's change: where both dates differ much, all is called building."""
    pair = open_pair(sample.before, sample.after)
    with pair.reading() as reader:
        part = reader.read(Window(0, 0, *pair.size))
    apart = np.abs(part.before.astype(int) - part.after).max(axis=-1) > 60
    numbers = np.where(apart, 2, 0).astype(np.uint8)
    numbers[:8] = 1
    grid, path = pair.georeference, folder / "change.tif"
    told = {"count": 1, "height": grid.height, "width": grid.width, "dtype": "uint8", "crs": grid.crs}
    with without_gdal_warnings(), rasterio.open(path, "w", driver="GTiff", transform=grid.transform, **told) as file:
        file.write(numbers, 1)
        file.update_tags(CLASSES=CLASSES)
    make_plan(path, folder / "sample", 0.2, least=3, seed=1)
    return path, folder / "sample", pair


@contextmanager
def labelling(folder, pair):
    """The page for a sample; its address and the task."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    task = labelling_task(folder, pair)
    server = labelling_server(task, port)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.05)
    try:
        yield f"http://127.0.0.1:{port}", task
    finally:
        server.should_exit = True
        thread.join(30)

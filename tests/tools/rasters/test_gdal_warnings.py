"""What is ordinary is not warned of, whichever thread asks, and other warnings come back."""

import threading
import warnings

import numpy as np
import rasterio
from rasterio.errors import NotGeoreferencedWarning

from tools.rasters.gdal_warnings import IGNORED, without_gdal_warnings


def test_what_is_quiet_for_one_thread_stays_quiet_when_another_is_done(tmp_path):
    shape = {"width": 16, "height": 16, "count": 1, "dtype": "uint8"}
    with without_gdal_warnings(), rasterio.open(tmp_path / "a.tif", "w", driver="GTiff", **shape) as file:
        file.write(np.ones((1, 16, 16), np.uint8))
    entered, leave, told = threading.Event(), threading.Event(), []

    def second():
        with without_gdal_warnings():
            entered.set()
            leave.wait()
            try:
                rasterio.open(tmp_path / "a.tif").close()
            except NotGeoreferencedWarning as warning:  # an error, as all warnings of the tests
                told.append(warning)

    worker = threading.Thread(target=second)
    with without_gdal_warnings():
        worker.start()
        entered.wait()
    leave.set()
    worker.join()
    assert not told


def test_afterwards_the_filters_are_what_they_were():
    with warnings.catch_warnings():
        warnings.resetwarnings()  # whatever the test run itself ignores
        before = list(warnings.filters)
        with without_gdal_warnings(), without_gdal_warnings():
            assert warnings.filters != before
        assert warnings.filters == before


def test_filters_that_another_library_took_away_are_set_again():
    with without_gdal_warnings():
        warnings.filters.remove(IGNORED)
        with without_gdal_warnings():
            assert IGNORED in warnings.filters

"""Land cover of two dates that is known pixel by pixel, and the table of what became what."""

from dataclasses import dataclass

import numpy as np
import rasterio
from affine import Affine

from tools.landcover.land_cover import CoverClass, Legend
from tools.landcover.transitions.transitions import tabulate
from tools.pairs.pair import open_pair
from tools.rasters.blocks import blocks
from tools.rasters.gdal_warnings import without_gdal_warnings

SIZE = (16, 20)
PLACE = Affine(10, 0, 620_000, 0, -10, 3_350_000)
ORACLE = np.array([[50, 10, 5], [2, 30, 8], [1, 4, 40]])
"""Known to have 12 of quantity, 14 of exchange, 4 of shift."""
LEGEND = Legend("test", tuple(CoverClass(name, (9, 9, 9)) for name in ("forest", "field", "town")), "nobody")


@dataclass
class Drawn:
    """Land cover that is known."""

    codes: dict
    legend: Legend = LEGEND
    method: str = "drawn"
    warnings: tuple = ()
    side: int = 7

    def read(self, dates):
        for window in blocks(self.codes["before"].shape, self.side):
            yield window, tuple(self.codes[date][window.slices] for date in dates)


def laid_out(counts, size=SIZE):
    """Codes of both dates in which each transition occurs so often; the rest is not known."""
    before, after = np.zeros(size, np.uint8), np.zeros(size, np.uint8)
    one, other = np.divmod(np.repeat(np.arange(counts.size), counts.ravel()), len(counts))
    before.ravel()[: one.size], after.ravel()[: one.size] = one + 1, other + 1
    return {"before": before, "after": after}


def pair_of(folder, dates=("2019-06-01", "2021-06-01"), place=PLACE, size=SIZE):
    files = []
    for number, date in enumerate(dates):
        path = folder / f"{number}-{date}.tif"
        shape = {"height": size[0], "width": size[1], "count": 1, "dtype": "uint8"}
        told = {} if place is None else {"crs": "EPSG:32614", "transform": place}
        with without_gdal_warnings(), rasterio.open(path, "w", driver="GTiff", **shape, **told) as file:
            file.write(np.arange(size[0] * size[1], dtype=np.uint8).reshape(1, *size) % 7)
        files.append(path)
    with without_gdal_warnings():
        return open_pair(*files)


def tabulated(pair, codes, side=7, **asked):
    heard = np.full(SIZE, 999, np.uint16)

    def tell(window, codes):
        heard[window.slices] = codes

    return tabulate(pair, Drawn(codes, side=side), "p:change.tif", tell, **asked), heard

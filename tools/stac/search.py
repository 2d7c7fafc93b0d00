"""Scenes of a STAC API: searched, ranked, and checked before a pixel is read. Knows no output grid, writes no file.

Only hosts on a list are contacted: for the API, its result pages, redirects, and images.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pystac
import rasterio
import requests
from affine import Affine
from pystac.errors import STACError, STACTypeError
from pystac_client import Client
from pystac_client.exceptions import APIError
from pystac_client.warnings import PystacClientWarning
from rasterio.errors import RasterioError

from tools.errors import ImageryError, RefusedHostError
from tools.rasters.gdal_warnings import without_gdal_warnings
from tools.sensors.registry import stac_offset
from tools.spectrum.cloud_mask import CloudMask, cloud_mask
from tools.stac.hosts import KNOWN_HOSTS, AllowedHosts, GuardedIO

Box = tuple[float, float, float, float]
"""(west, south, east, north) in degrees."""

PUBLIC_BUCKETS = {name.partition(".")[0]: name for name in KNOWN_HOSTS if name.endswith(".s3.us-west-2.amazonaws.com")}
"""s3:// buckets that are open to everyone, and the known host that serves each."""
TOKENS = {"planetarycomputer.microsoft.com": "https://planetarycomputer.microsoft.com/api/sas/v1/token/{collection}"}
"""APIs whose images need a token, which is issued without a key."""
TOKEN_HOSTS = (".blob.core.windows.net",)
"""Suffixes of the hosts that such a token is for; it is sent to no other host."""
TIFF_STARTS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
TIMEOUT = (10.0, 60.0)
"""Seconds to wait for a connection, and for an answer."""
MAX_ITEMS = 500
DEFAULT_CLOUD = 50.0
"""Percent of cloud assumed in ranking where a scene states none."""
EXTENSIONS = (
    "https://stac-extensions.github.io/projection/v2.0.0/schema.json",
    "https://stac-extensions.github.io/raster/v1.1.0/schema.json",
)
"""Identifiers, never contacted, of the extensions from which the loader takes georeference and data types."""
INVALID_STAC_ERRORS = (
    STACError,
    STACTypeError,
    PystacClientWarning,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    NotImplementedError,
)
"""What pystac raises, warnings included, on responses that are not valid STAC: it does not validate JSON."""


@dataclass(frozen=True, slots=True)
class CatalogueItem:
    """One item of the catalogue: a single acquisition."""

    item: pystac.Item
    moment: datetime
    cloud: float | None
    """Percent of the whole scene, from the catalogue."""
    rank: float
    """Ranking score, lower is better: days from the requested day as a share of those allowed, plus cloud share."""

    @property
    def id(self) -> str:
        """Its id in the catalogue."""
        return str(self.item.id)


@dataclass(frozen=True, slots=True)
class Header:
    """The header of an image file."""

    dtype: str
    nodata: float | None
    crs: str
    """As well-known text."""
    transform: Affine
    shape: tuple[int, int]
    """(height, width) in pixels."""
    bands: int


@dataclass(frozen=True, slots=True)
class CheckedItem:
    """A scene whose images exist, are GeoTIFFs, and are on allowed hosts."""

    id: str
    item: pystac.Item
    """For the loader: it has only the checked images, and nothing else from the catalogue."""
    header: Header
    """Of the first requested band."""
    bands: tuple[str, ...]
    """The loader's names of the bands, in the requested order."""
    mask: CloudMask | None
    mask_band: str | None
    offset: int
    """Offset to subtract from its values."""


class Catalogue:
    """One STAC API."""

    def __init__(self, api: str, hosts: AllowedHosts) -> None:
        """Open it.

        Raises:
            RefusedHostError: its host is not on the list.
            ImageryError: it does not answer, or not as a STAC API.
        """
        hosts.check(api)
        self.hosts, self.host = hosts, urlsplit(api).hostname or ""
        self._session, self._tokens = hosts.session(), dict[str, str]()
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", PystacClientWarning)
                self._client = Client.open(api, stac_io=GuardedIO(hosts), timeout=TIMEOUT)
        except (APIError, *INVALID_STAC_ERRORS) as error:
            raise self._failed(error) from error

    def scenes(self, collection: str, box: Box, target: date, days: tuple[date, date]) -> list[CatalogueItem]:
        """All scenes that touch a box between two days, both included, the best for the target day first.

        Days are local solar days.

        Raises:
            RefusedHostError: the API redirects to a host that is not on the list.
            ImageryError: it fails or its response is not valid STAC.
        """
        first, last = days
        when = f"{first - timedelta(1)}T00:00:00Z/{last + timedelta(1)}T23:59:59Z"
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore", PystacClientWarning)
                search = self._client.search(
                    collections=[collection], bbox=list(box), datetime=when, max_items=MAX_ITEMS, limit=100
                )
                scenes = [_scene(item, box, target, days) for item in search.items()]
        except (APIError, *INVALID_STAC_ERRORS) as error:
            raise self._failed(error) from error
        return sorted((scene for scene in scenes if scene), key=lambda scene: (scene.rank, scene.id))

    def _failed(self, error: Exception) -> ImageryError:
        """The error for an API that failed; a refused host, which pystac wraps, is passed on unchanged."""
        if isinstance(error.__context__, RefusedHostError):
            return error.__context__
        code = getattr(error, "status_code", None)
        if isinstance(error, APIError) and code is None:
            return ImageryError(f"{self.host} cannot be reached; check the network and --api, or try again later.")
        what = f"with error {code}" if code else "with something that is no STAC"
        return ImageryError(f"{self.host} answered {what}; check --api and --collection, or try again later.")

    def check(self, scene: CatalogueItem, bands: Sequence[str]) -> CheckedItem:
        """Check the headers of the images of a scene.

        Raises:
            RefusedHostError: one lies on a host that is not on the list.
            ImageryError: one is missing, cannot be read or is no GeoTIFF, or the bands are of several kinds.
        """
        positions = [_band_position(scene.item, band) for band in bands]
        mask = cloud_mask(scene.item.assets)
        names = dict.fromkeys([name for name, _ in positions] + ([mask.asset] if mask else []))
        keys = {name: f"asset{number}" for number, name in enumerate(names)}
        checked_item = pystac.Item(scene.id, None, None, scene.moment, {}, stac_extensions=list(EXTENSIONS))
        headers = {}
        for name, key in keys.items():
            href = self._probed(scene, name)
            headers[name] = _header(href, f"Image {name} of {scene.id}")
            outside = mask.band.outside if mask and name == mask.asset else 0
            checked_item.add_asset(key, _asset(href, headers[name], outside))
        kinds = sorted({headers[name].dtype for name, _ in positions})
        if len(kinds) > 1:
            raise ImageryError(f"The bands of {scene.id} hold {' and '.join(kinds)}; choose --bands of one kind.")
        return CheckedItem(
            id=scene.id,
            item=checked_item,
            header=headers[positions[0][0]],
            bands=tuple(f"{keys[name]}.{number}" for name, number in positions),
            mask=mask,
            mask_band=f"{keys[mask.asset]}.1" if mask else None,
            offset=stac_offset(scene.item.properties) if kinds == ["uint16"] else 0,
        )

    def _probed(self, scene: CatalogueItem, name: str) -> str:
        """The final address of an image after allowed redirects, if its first bytes are those of a TIFF."""
        href = self._address(scene, name)
        self.hosts.check(href)
        host = urlsplit(href).hostname
        try:
            with self._session.get(
                href, headers={"Range": "bytes=0-15"}, stream=True, timeout=TIMEOUT, allow_redirects=True
            ) as answer:
                if not answer.ok:
                    raise ImageryError(
                        f"Image {name} of {scene.id} is not to be had from {host} (error {answer.status_code}); "
                        "try another --collection or --api, or later."
                    )
                start = next(answer.iter_content(16), b"")
        except requests.RequestException as error:
            raise ImageryError(f"{host} cannot be reached for image {name} of {scene.id}; try again later.") from error
        if not start.startswith(TIFF_STARTS):
            raise ImageryError(f"Image {name} of {scene.id} is no GeoTIFF, the only kind that is fetched.")
        return str(answer.url)

    def _address(self, scene: CatalogueItem, name: str) -> str:
        href = str(scene.item.assets[name].get_absolute_href() or scene.item.assets[name].href)
        bucket, _, key = href.removeprefix("s3://").partition("/")
        if href.startswith("s3://") and bucket in PUBLIC_BUCKETS:
            href = f"https://{PUBLIC_BUCKETS[bucket]}/{key}"
        if self.host in TOKENS and "?" not in href and (urlsplit(href).hostname or "").endswith(TOKEN_HOSTS):
            self.hosts.check(href)
            href = f"{href}?{self._token(str(scene.item.collection_id))}"
        return href

    def _token(self, collection: str) -> str:
        if collection not in self._tokens:
            try:
                answer = self._session.get(TOKENS[self.host].format(collection=collection), timeout=TIMEOUT)
                self._tokens[collection] = str(answer.json()["token"])
            except (requests.RequestException, *INVALID_STAC_ERRORS) as error:
                raise ImageryError(f"{self.host} gives no token for its images; try again later.") from error
        return self._tokens[collection]


def reading_env(href: str) -> Any:
    """A GDAL environment that may read one checked address: no sidecar files, with timeouts, no .netrc."""
    return rasterio.Env(
        CPL_VSIL_CURL_ALLOWED_FILENAME=f"/vsicurl/{href}",  # tools/__init__.py blocks all others
        GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR",
        GDAL_PAM_ENABLED="NO",
        GDAL_HTTP_CONNECTTIMEOUT=10,
        GDAL_HTTP_TIMEOUT=60,
        GDAL_HTTP_MAX_RETRY=2,
        GDAL_HTTP_RETRY_DELAY=1,
        GDAL_HTTP_NETRC="NO",
    )


def _header(href: str, what: str) -> Header:
    try:
        with without_gdal_warnings(), reading_env(href), rasterio.open(href, sharing=False) as file:
            crs = "" if file.crs is None else file.crs.to_wkt()
            header = Header(file.dtypes[0], file.nodata, crs, file.transform, file.shape, file.count)
    except RasterioError as error:
        raise ImageryError(f"{what} is damaged and cannot be read; try another --collection or --api.") from error
    if not crs:
        raise ImageryError(f"{what} tells no place on earth, so it cannot be cut out; try another --collection.")
    return header


def _asset(href: str, header: Header, outside: int) -> pystac.Asset:
    """An asset with the fields the loader needs; `outside` is the no-data value if the header declares none."""
    band = {"data_type": header.dtype, "nodata": outside if header.nodata is None else header.nodata}
    fields = {
        "proj:wkt2": header.crs,
        "proj:shape": list(header.shape),
        "proj:transform": list(header.transform),
        "raster:bands": [band] * header.bands,
    }
    return pystac.Asset(href, media_type=pystac.MediaType.COG, roles=["data"], extra_fields=fields)


def _scene(item: pystac.Item, box: Box, target: date, days: tuple[date, date]) -> CatalogueItem | None:
    """A scene with its rank; None where it has no time, or is outside the days."""
    moment = item.datetime or item.common_metadata.start_datetime
    if moment is None:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    moment += timedelta(hours=(box[0] + box[2]) / 2 / 15)
    if not days[0] <= moment.date() <= days[1]:
        return None
    cover = item.properties.get("eo:cloud_cover")
    cloud = None if cover is None else float(cover)
    allowed = max(1, (target - days[0]).days, (days[1] - target).days)
    distance = abs((moment.date() - target).days) / allowed
    return CatalogueItem(item, moment, cloud, distance + (DEFAULT_CLOUD if cloud is None else cloud) / 100)


def _band_position(item: pystac.Item, band: str) -> tuple[str, int]:
    """(asset, number from 1) of a band, by the asset's name or else by the bands that assets list."""
    if band in item.assets:
        return band, 1
    matches = [
        (len(listed), name, number)
        for name, asset in item.assets.items()
        if not {"thumbnail", "overview", "visual"} & set(asset.roles or ())
        for listed in [asset.extra_fields.get("eo:bands") or asset.extra_fields.get("bands") or []]
        for number, one in enumerate(listed, 1)
        if band.lower() in _names(one.get(key) for key in ("name", "common_name", "eo:common_name"))
    ]
    if not matches:
        known = ", ".join(name for name, asset in item.assets.items() if "data" in (asset.roles or ())) or "none"
        raise ImageryError(f"{item.id} has no band {band!r}; choose with --bands from: {known}.")
    _, name, number = min(matches)
    return name, number


def _names(values: Iterable[Any]) -> set[str]:
    return {str(name).lower() for name in values if name}

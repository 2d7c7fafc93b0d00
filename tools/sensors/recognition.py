"""Recognises sensor and bands: by a person's statement, by names, by colours and at last by number. Knows no pixels.

What a file tells outranks what its number of bands suggests, and what was only suggested is told in a note.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tools.errors import UnknownSensorError
from tools.notices import conjoined, notice
from tools.sensors.band_names import by_words, without_numbering, word_of
from tools.sensors.registry import SENSORS, named_in, of_count
from tools.sensors.sensor import COLOURS, COMMON, Band, Sensor, no_claim
from tools.sensors.statement import WORDS, Statement
from tools.types import DATES

STATED = "bands"
"""What stands in a sensor's place where a person names the bands alone."""
SKIPPED = frozenset({"-", "x", "none", "alpha", "mask"})
"""Words for a band that is passed over."""
COLOUR_KEYS = {"red": "R", "green": "G", "blue": "B", "nir": "N", "rededge": "RE1", "coastal": "A", "swir": "S1"}
"""spyndex's short names by GDAL's colour interpretations."""
TELLING_BANDS = 6
"""Number of bands from which it suggests a sensor also where nothing tells how large the pixels are."""
NAMED = notice(
    "name-bands", "if that is wrong, name them in their order: --sensor {sensor}:green,red,rededge,nir.", sensor=STATED
)
WAYS_OUT = notice(
    "state-bands",
    "say it with --sensor, a known one ({sensors}) or the bands in their order ({stated}:green,red,rededge,nir)",
    sensors=", ".join(SENSORS),
    stated=STATED,
)


@dataclass(frozen=True, slots=True)
class KnownBands:
    """Which bands a file holds."""

    sensor: Sensor | None
    """None where bands have names or colours, but not those of a known sensor."""
    numbers: dict[str, int]
    """Band numbers in the file, from 1, by spyndex's short names."""
    recognised_by: str
    """How they were recognised, as a phrase."""
    note: str | None = None
    """What was assumed, as a sentence; None where the file or a person told it."""


@dataclass(frozen=True)
class FileFacts:
    """What a file tells of its bands, beside their values."""

    descriptions: tuple[str | None, ...]
    """Name of each band."""
    colours: tuple[str, ...]
    """GDAL's colour interpretation of each band, in lower case."""
    dtype: str
    side_m: float | None
    """Metres of a pixel; None without georeference."""
    texts: tuple[str, ...]
    """The file's name and the tags in which a product may be named."""
    is_coverage: Callable[[int], bool]
    """Whether the band of this number tells nothing but coverage, as an alpha band does."""
    means: Callable[[tuple[int, ...]], Sequence[float]]
    """Mean of each of these bands; asked where only an always dark band identifies the order."""


def requested_sensor(text: str) -> tuple[Sensor | None, tuple[Band, ...]]:
    """The sensor that a person named, and its bands in the file's order.

    Args:
        text: "landsat-8-9", "sentinel-2-l2a:B02,B03,B04,B08" or "bands:red,green,blue,-,nir".

    Raises:
        UnknownSensorError: there is no such sensor, or it has no such band.
    """
    name, _, listed = text.partition(":")
    words = [word.strip() for word in listed.split(",")]
    if name.strip().lower() == STATED:
        return None, tuple(_stated_band(word) for word in words)
    sensor = SENSORS.get(name.strip().lower())
    if sensor is None:
        raise UnknownSensorError(
            notice(
                "no-sensor",
                "There is no sensor {name} here; choose from {sensors}, or name the bands: {stated}:green,red,nir.",
                name=repr(name),
                sensors=", ".join(SENSORS),
                stated=STATED,
            )
        )
    if not listed:
        return sensor, sensor.bands
    return sensor, tuple(_band_of(sensor, word, listed) for word in words)


def told_back(statement: Statement) -> str:
    """What a person stated, in a sentence; empty where nothing was.

    Raises:
        UnknownSensorError, StatementError: it cannot be so.
    """
    told = []
    if statement.sensor is not None:
        sensor, bands = requested_sensor(statement.sensor)
        told.append(f"those of {sensor.name}" if sensor is not None else ", ".join(band.name for band in bands))
    numbers = [(word, getattr(statement, word)) for word in WORDS if getattr(statement, word) is not None]
    for date in DATES if numbers else ():
        statement.offset_of(date, statement.scale_of(date) or 1.0)
        statement.baseline_of(date)
    bands_told = f"Bands are read as {told[0]}." if told else ""
    numbers_told = f"Stated: {', '.join(f'{word} {text}' for word, text in numbers)}." if numbers else ""
    return f"{bands_told} {numbers_told}".strip()


def _band_of(sensor: Sensor, word: str, listed: str) -> Band:
    if word.lower() in SKIPPED:
        return Band(word, None, None, None)
    band = sensor.named(word)
    if band is None:
        names = ", ".join(band.name for band in sensor.bands)
        text = "{listed} names a band that {sensor} has not; it has {names}."
        raise UnknownSensorError(
            notice("no-band-of-sensor", text, listed=repr(listed), sensor=sensor.name, names=names)
        )
    return band


def _stated_band(word: str) -> Band:
    key = next(iter(by_words([word])), None)
    if key is None and word.lower() not in SKIPPED:
        text = "{word} is no name of a band; use {names}, and - for a band that is passed over."
        raise UnknownSensorError(notice("no-band-name", text, word=repr(word), names=", ".join(COMMON.values())))
    return Band(word, key, None, None)


def recognised(facts: FileFacts) -> KnownBands | None:
    """The bands that a file tells, or that their number suggests; None where nothing does."""
    names = without_numbering(facts.descriptions)
    colours, hinted = _by_colours(facts), named_in(facts.texts)
    named = by_names(names, hinted)
    if named is not None:
        lacking = {} if colours is None else {key: at for key, at in colours.numbers.items() if key in COLOURS}
        added = lacking if not set(COLOURS) & set(named.numbers) and named.sensor is None else {}
        return with_near_infrared(replace(named, numbers=added | named.numbers))
    return _by_product(facts, hinted) or colours or _by_count(facts)


def by_names(descriptions: Sequence[str | None], hinted: Sequence[Sensor] = ()) -> KnownBands | None:
    """Bands by their names in the file; None where these are not recognised, or fit several sensors.

    Args:
        descriptions: name of each band.
        hinted: sensors that the file's name or tags tell.
    """
    names = [name for name in descriptions if name]
    if not names:
        return None
    common, hinted = by_words(descriptions), _agreeing(hinted, names)
    fits = [(one, numbers_of(one, descriptions)) for one in hinted or _candidates(names)]
    most = max((len(named) for _, named in fits), default=0)
    best = [(one, named) for one, named in fits if len(named) == most]
    if most and (hinted or most > len(common)):
        sensor, named = best[0]
        if all(_keys(one, found) == _keys(sensor, named) for one, found in best) or hinted or _claimed(names):
            told = "its name and its band names are" if hinted else "its band names are"
            return KnownBands(sensor, _keys(sensor, named), f"{told} those of {sensor.name}")
        return None
    return KnownBands(None, common, "its bands are named by their colours") if common else None


def numbers_of(sensor: Sensor, descriptions: Sequence[str | None]) -> dict[str, int]:
    """Band numbers from 1 by the sensor's own names, of the names that it knows."""
    matches = [None if name is None else sensor.named(name) or sensor.named(word_of(name)) for name in descriptions]
    return {band.name: at for at, band in reversed(list(enumerate(matches, 1))) if band is not None}


def _keys(sensor: Sensor, named: dict[str, int]) -> dict[str, int]:
    """Band numbers by spyndex's short names, in the file's order."""
    keys = {band.name: band.key for band in sensor.bands}
    return {key: at for name, at in sorted(named.items(), key=lambda item: item[1]) if (key := keys[name])}


def with_near_infrared(bands: KnownBands) -> KnownBands:
    """The bands with the narrow near infrared as the near infrared, where a file holds no other."""
    if "N" in bands.numbers or "N2" not in bands.numbers:
        return bands
    numbers = bands.numbers | {"N": bands.numbers["N2"]}
    told = f"{bands.recognised_by}; the near infrared is the narrow one"
    return replace(bands, numbers=numbers, recognised_by=told)


def _agreeing(hinted: Sequence[Sensor], names: Sequence[str]) -> tuple[Sensor, ...]:
    """Of the sensors that a file's name tells, those whose family its band names do not contradict."""
    families = {one.family for one in SENSORS.values() if one.claim(names)}
    return tuple(one for one in hinted if not families or one.claim is no_claim or one.family in families)


def _claimed(names: Sequence[str]) -> bool:
    return any(sensor.claim(names) for sensor in SENSORS.values())


def _candidates(names: Sequence[str]) -> tuple[Sensor, ...]:
    """Sensors that claim these band names, the most certain first; all, where none does."""
    claims = {sensor.id: sensor.claim(names) for sensor in SENSORS.values()}
    claimed = sorted((sensor for sensor in SENSORS.values() if claims[sensor.id]), key=lambda one: -claims[one.id])
    return tuple(claimed or SENSORS.values())


def in_order(bands: Sequence[Band]) -> dict[str, int]:
    """Band numbers of bands that are stored in this order."""
    return {band.key: at for at, band in enumerate(bands, 1) if band.key}


def _data_bands(facts: FileFacts) -> tuple[int, ...]:
    """Numbers of the bands that hold more than coverage, which the last band may hold without being marked."""
    suspect = [at for at, colour in enumerate(facts.colours, 1) if colour == "alpha" or at == len(facts.colours) > 3]
    coverage = {at for at in suspect if facts.is_coverage(at)}
    return tuple(at for at in range(1, 1 + len(facts.colours)) if at not in coverage)


def _by_colours(facts: FileFacts) -> KnownBands | None:
    """Bands by the file's colour interpretation; one more band is taken for near infrared, which is told."""
    numbers = {key: facts.colours.index(name) + 1 for name, key in COLOUR_KEYS.items() if name in facts.colours}
    if not all(key in numbers for key in COLOURS):
        return None
    others = [at for at in _data_bands(facts) if at not in numbers.values()]
    known = KnownBands(None, numbers, "the file's colour interpretation tells its bands")
    if len(others) != 1 or "N" in numbers:
        return replace(known, note=_unused(others) if others and "N" not in numbers else None)
    is_alpha = facts.colours[others[0] - 1] == "alpha"
    return replace(known, numbers=numbers | {"N": others[0]}, note=_taken_for_infrared(others[0], is_alpha=is_alpha))


def _unused(others: Sequence[int]) -> str:
    told = [*filter(None, [", ".join(map(str, others[:-1]))]), str(others[-1])]
    return notice(
        "bands-unused", "Bands {listed} have no names and are not used; {named}", listed=conjoined(told), named=NAMED
    )


def _taken_for_infrared(band: int, *, is_alpha: bool) -> str:
    if is_alpha:
        return notice(
            "alpha-as-infrared",
            "Band {band} is marked as alpha, but holds more than coverage and is taken for near infrared, beside red, "
            "green and blue; {named}",
            band=band,
            named=NAMED,
        )
    return notice(
        "band-as-infrared",
        "Band {band} has no name and is taken for near infrared, beside red, green and blue; {named}",
        band=band,
        named=NAMED,
    )


def _by_product(facts: FileFacts, hinted: Sequence[Sensor]) -> KnownBands | None:
    """Unnamed bands of a product that the file's name or tags tell, where their number is that of its bands."""
    data = _data_bands(facts)
    sensor = next((one for one in hinted if len(one.bands) == len(data)), None)
    if sensor is None:
        return None
    note = notice(
        "bands-by-product",
        "The bands have no names; they are read in the order of {sensor}, of which the file's name tells.",
        sensor=sensor.name,
    )
    return KnownBands(sensor, _at(sensor, data), f"its name tells {sensor.name}", note)


def _by_count(facts: FileFacts) -> KnownBands | None:
    """Bands that number, data type and size of the pixels suggest, with a note."""
    data = _data_bands(facts)
    sensor = by_count(
        len(data), facts.dtype, facts.side_m, lambda bands: facts.means(tuple(data[n - 1] for n in bands))
    )
    if sensor is None:
        return None
    brightness = sensor.dtype == "uint8" and len(data) == len(COLOURS)
    note = notice(
        "bands-by-count",
        "Nothing names the {count} bands; by their number they are taken for those of {sensor}, in its order; {named}",
        count=len(data),
        sensor=sensor.name,
        named=NAMED,
    )
    by = f"{len(data)} bands are usual for {sensor.name}"
    return KnownBands(sensor, _at(sensor, data), by, None if brightness else note)


def _at(sensor: Sensor, data: Sequence[int]) -> dict[str, int]:
    return {key: data[place - 1] for key, place in in_order(sensor.bands).items()}


def by_count(
    bands: int, dtype: str, side_m: float | None, means: Callable[[tuple[int, ...]], Sequence[float]]
) -> Sensor | None:
    """The likely sensor of a file without band names; None where nothing suggests a single one.

    Args:
        bands: number of bands that hold more than coverage.
        dtype: data type, which distinguishes some sensors with equal band counts.
        side_m: metres of a pixel, which distinguishes others; None without georeference.
        means: returns the mean of each of these bands; used where only an always dark band identifies the order.
    """
    fitting = [one for one in of_count(bands) if _may_be(one, dtype, side_m)]
    ordered = {one.number(one.dark_band): one for one in reversed(fitting) if one.dark_band is not None}
    if len(ordered) < 2:
        return fitting[0] if len({tuple(in_order(one.bands)) for one in fitting}) == 1 else None
    numbers = tuple(sorted(ordered))
    dark = dict(zip(numbers, means(numbers), strict=True))
    return min((one for one in fitting if one.dark_band), key=lambda one: dark[one.number(str(one.dark_band))])


def _may_be(sensor: Sensor, dtype: str, side_m: float | None) -> bool:
    """Whether data type and pixel size are those of a sensor's files; reals may be scaled values of any."""
    typed = sensor.dtype in (None, dtype) or (dtype.startswith("float") and sensor.dtype != "uint8")
    if sensor.sides_m is None:
        return typed
    if side_m is None:
        return typed and len(sensor.bands) >= TELLING_BANDS
    return typed and sensor.sides_m[0] <= side_m <= sensor.sides_m[1]

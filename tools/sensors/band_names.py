"""Common names of bands in all their spellings, as spyndex's short names. Names no sensor."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tools.sensors.sensor import COMMON

OTHER_NAMES = {
    "r": "R", "g": "G", "b": "B", "n": "N", "nir": "N", "nearinfrared": "N", "nearir": "N", "infrared": "N",
    "nir1": "N", "nirbroad": "N", "broadnir": "N", "widenir": "N", "nirwide": "N", "nir2": "N2", "nir8a": "N2",
    "nirnarrow": "N2", "narrownir": "N2", "nnir": "N2", "swir1": "S1", "swir2": "S2", "shortwaveinfrared1": "S1",
    "shortwaveinfrared2": "S2", "swir1600": "S1", "swir2200": "S2", "re": "RE1", "rededge": "RE1", "redge": "RE1",
    "re1": "RE1", "re2": "RE2", "re3": "RE3", "rededge704": "RE1", "rededge705": "RE1", "rededge717": "RE1",
    "rededge740": "RE2", "rededge783": "RE3", "coastalaerosol": "A", "aerosol": "A", "ultrablue": "A",
    "coastalblue": "A", "deepblue": "A", "blue444": "A", "green531": "G1", "greeni": "G1", "watervapour": "WV",
    "watervapor": "WV",
}  # fmt: skip
"""Names in use besides those of STAC; `nir2`, the narrower near infrared, is also that of WorldView."""
KEYS = {re.sub(r"[\s_-]", "", name): key for key, name in COMMON.items()} | OTHER_NAMES
PREFIX = re.compile(r"^(?:(?:sr|toa|boa|nbart?|band|refl(?:ectance)?|surface[\s_-]?reflectance|srefl)[\s_.:-]+)+")
SUFFIX = re.compile(r"(?:[\s_.-]+(?:mean|median|min|max|mosaic|composite|p\d+|reflectance|sr|toa|boa|band))+$")
BRACKETS = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*$")
NANOMETRES = re.compile(r"[\s_-]+\d+(?:\.\d+)?\s*(?:nm|um|µm|nanometers)$")
GENERIC = re.compile(r"^band[\s_-]*0*(\d+)$")


def word_of(name: str) -> str:
    """A band's common name without its surroundings: `nbart_red_median`, `Red (650 nm)` and `SR_Red` are red."""
    plain = NANOMETRES.sub("", BRACKETS.sub("", name.strip().lower()))
    return re.sub(r"[\s_.-]", "", SUFFIX.sub("", PREFIX.sub("", plain)))


def by_words(names: Sequence[str | None]) -> dict[str, int]:
    """Band numbers from 1 by spyndex's short names, of the bands that have common names; the first of two alike."""
    words = [word_of(name or "") for name in names]
    keys = [KEYS.get(word) for word in words]
    if "swir3" in words and "swir2" in words and "swir1" not in words:
        # Digital Earth Australia numbers Sentinel-2's bands at 1.6 and 2.2 um 2 and 3.
        keys = [{"swir2": "S1", "swir3": "S2"}.get(word, key) for word, key in zip(words, keys, strict=True)]
    return {key: at for at, key in reversed(list(enumerate(keys, 1))) if key is not None}


def without_numbering(names: Sequence[str | None]) -> tuple[str | None, ...]:
    """The names, but those that only count the bands (`Band_1` of band 1), which tell nothing."""
    return tuple(
        None if name and (match := GENERIC.match(name.strip().lower())) and int(match[1]) == at else name
        for at, name in enumerate(names, 1)
    )

"""The words in which people name classes, units, dates, formats and indices. Knows no plan."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

CLASSES: dict[str, str] = {
    "building": "building buildings house houses home homes villa villas structure structures dwelling dwellings roof"
    " roofs rooftop rooftops construction constructions warehouse warehouses shed sheds barn barns cottage cottages"
    " apartment apartments block blocks built-up builtup edifice edifices residence residences housing hut huts"
    " footprint footprints property properties premises bungalow bungalows factory factories hangar hangars",
    "road": "road roads street streets lane lanes highway highways path paths asphalt pavement paved tarmac motorway"
    " motorways track tracks driveway driveways avenue avenues carriageway route routes thoroughfare roadway roadways"
    " tarmacked boulevard",
}
UNITS: dict[str, str] = {
    "ha": "ha hectare hectares",
    "km2": "km2 km² sqkm square-kilometres square-kilometers square-kilometre square-kilometer",
    "m2": "m2 m² sqm square-metres square-meters square-metre square-meter squaremeters squaremetres",
    "percent": "percent percentage % pct share proportion fraction ratio",
    "px": "px pixel pixels",
}
DATES: dict[str, str] = {
    "before": "before first earlier older old oldest initial original originally previous pre pre-event past"
    " t1 1 start starting beginning prior former earliest",
    "after": "after second later newer new newest recent latest post post-event current final t2 2 last present"
    " today subsequent",
}
FORMATS: dict[str, str] = {
    "geotiff": "geotiff geotif tif tiff cog raster",
    "geojson": "geojson",
    "gpkg": "gpkg geopackage",
    "csv": "csv spreadsheet excel table",
    "png": "png picture image map screenshot",
    "html": "html webpage",
    "pdf": "pdf report",
    "record": "json record log",
}
INDICES: dict[str, str] = {
    "ndvi": "ndvi vegetation green greenness greener",
    "ndwi": "ndwi water wetter wetness",
    "ndbi": "ndbi built-up builtup urban",
    "nbr": "nbr burn burnt burned fire",
    "evi": "evi",
    "savi": "savi soil soil-adjusted",
    "ndmi": "ndmi moisture",
    "ndsi": "ndsi snow",
    "mndwi": "mndwi",
}
NUMBERS = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True)
) | {
    "fifteen": 15,
    "twenty": 20,
    "dozen": 12,
}

OTHER_NUMBERS: dict[str, int] = {
    word: number
    for line in (
        "dos tres cuatro cinco seis siete ocho nueve diez",
        "deux trois quatre cinq six sept huit neuf dix",
        "两 三 四 五 六 七 八 九 十",
    )
    for number, word in enumerate(line.split(), 2)
}
"""Counts in Spanish, French and Chinese."""


def words(text: str) -> list[str]:
    """Lower-case words; `square metres` becomes one word."""
    joined = re.sub(r"\b(square|sq\.?)\s+(kilo)?(m(?:et(?:er|re)s?)?)\b", r"square-\2metres", text.lower())
    joined = joined.replace("built up", "built-up").replace("geo tiff", "geotiff").replace("geo json", "geojson")
    return re.findall(r"%|[\w²'-]+", joined)


def find(table: dict[str, str], text: str, *, fuzzy: bool = True) -> list[str]:
    """Keys of `table` whose words occur in `text`, in the text's order; misspelt ones too unless `fuzzy` is off."""
    index = {word: key for key, line in table.items() for word in line.split()}
    found: list[str] = []
    for word in words(text):
        key = index.get(word) or (_misspelt(word, index) if fuzzy else None)
        if key and key not in found:
            found.append(key)
    return found


def _misspelt(word: str, index: dict[str, str]) -> str | None:
    if len(word) < 5 or word in ORDINARY:
        return None
    long_words = [known for known in index if len(known) >= 4 and known[0] == word[0]]
    slips = 1 if len(word) < 8 else 2
    match = process.extractOne(word, long_words, scorer=DamerauLevenshtein.distance, score_cutoff=slips)
    return index[match[0]] if match else None


ORDINARY = frozenset(
    (
        "there where these those three whole while white horse mouse homely roadmap image images second seconds"
        " board broad brand track trace place places plane planes learn large larger charge change changes"
        " changed different building's state states start stars former format forms"
    ).split()
)
"""Correct words that lie near a listed one and are not misspellings of it."""


def number(text: str) -> int | None:
    """The first count in `text`, in digits or in words."""
    for word in words(text):
        if word.isdigit():
            return int(word)
        if word in NUMBERS:
            return NUMBERS[word]
    return None


def contains(text: str, phrases: Iterable[str]) -> bool:
    """Whether any of the phrases occurs as whole words."""
    return any(re.search(rf"\b{re.escape(phrase)}\b", text, re.IGNORECASE) for phrase in phrases)

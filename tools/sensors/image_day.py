"""The day on which an image was taken, weighed from its tags and its name. Knows no pixels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tools.notices import notice

IN_NAME = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[-_.]?(?P<month>0[1-9]|1[0-2])[-_.]?(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"
)
DAY_OF_YEAR = re.compile(
    r"(?:(?<![0-9A-Za-z])A|L[COTEM]\d\d{6}|(?<!\d)(?=\d{7}T\d{4}))(?P<year>(?:19|20)\d\d)(?P<ordinal>[0-3]\d\d)(?!\d)"
)
"""A2019185 as MODIS has it, 2020199T184508 as HLS has it, LT50310312011199 as Landsat had it before collections."""
TAKEN_TAGS = ("ACQUISITIONDATETIME", "ACQUISITION_DATE", "DATE_ACQUIRED", "SENSING_TIME", "EXIF_DATETIMEORIGINAL")
"""Tags that state when an image was taken, in upper case."""
WRITTEN_TAG = "TIFFTAG_DATETIME"
"""When a file was written, by the standard; many products state there when the image was taken."""
DOUBT = "no rate a year is told"
"""What the note on a contradiction holds in any case."""
MAX_APART = 45
"""Days up to which a file's name and its writing are taken to speak of one time."""


@dataclass(frozen=True, slots=True)
class ImageDay:
    """When an image was taken."""

    day: str | None
    """ISO 8601; None where nothing states it."""
    note: str | None = None
    """What contradicts it, as a sentence without the file's name in front."""


def weighed(stem: str, tags: Mapping[str, str]) -> ImageDay:
    """The day of an image.

    A tag for it counts most. Of a name and a time of writing that contradict each other the earlier one counts, since
    no file is written before its image is taken; what was weighed is told.

    Args:
        stem: the file's name without its suffix.
        tags: of the file.
    """
    upper = {name.upper(): value for name, value in tags.items()}
    taken = next((day for name in TAKEN_TAGS if (day := _in_tag(upper.get(name, "")))), None)
    if taken is not None:
        return ImageDay(taken.isoformat())
    named, written = _in_text(stem), _in_tag(upper.get(WRITTEN_TAG, ""))
    known = [one for one in (named, written) if one is not None]
    if named is None or written is None or abs((named - written).days) <= MAX_APART:
        return ImageDay(known[0].isoformat() if known else None)
    first, last = (day.isoformat() for day in (min(known), max(known)))
    if first == named.isoformat():
        return ImageDay(
            first,
            notice(
                "day-by-name",
                "is of {first} by its name and of {last} by its tag for the time of writing; it is taken to be of "
                "{first}, and no rate a year is told: state the days with --date-before and --date-after.",
                first=first,
                last=last,
            ),
        )
    return ImageDay(
        first,
        notice(
            "day-by-tag",
            "is of {first} by its tag for the time of writing and of {last} by its name; it is taken to be of "
            "{first}, and no rate a year is told: state the days with --date-before and --date-after.",
            first=first,
            last=last,
        ),
    )


def day_in(text: str) -> str | None:
    """The first day that a text states, ISO 8601; None where there is none."""
    found = _in_text(text)
    return None if found is None else found.isoformat()


def _in_text(text: str) -> date | None:
    return next(_days(text), None)


def _days(text: str) -> Iterator[date]:
    """Days in a text that exist in the calendar."""
    for match in IN_NAME.finditer(text):
        try:
            yield date(*(int(match[part]) for part in ("year", "month", "day")))
        except ValueError:
            continue
    for match in DAY_OF_YEAR.finditer(text):
        first = date(int(match["year"]), 1, 1)
        day = first + timedelta(int(match["ordinal"]) - 1)
        if day.year == first.year:
            yield day


def _in_tag(stamp: str) -> date | None:
    """The day at the beginning of a tag: 2020:07:01 10:00:00, 2020-07-01T10:00:00Z."""
    try:
        return datetime.strptime(stamp.strip()[:10].replace(":", "-"), "%Y-%m-%d").date()
    except ValueError:
        return None

"""Changes over many dates, in words."""

from __future__ import annotations

from collections.abc import Sequence

from agent.wording.sentence import sentence
from agent.wording.words import ENGLISH, Words, capitalised
from tools.measurements.series_changes import PeriodComparison, SeriesChart, SeriesZones
from tools.series.maps.series_map import SeriesChange
from tools.series.maps.tally import SIGNIFICANT, ChangedOn
from tools.series.places.place_changes import Break, PlaceChanges
from tools.series.places.place_series import WHOLE

MAX_DATES, MAX_ZONES, MAX_SUSPECT = 3, 5, 5
MOSTLY = 0.8
"""Share of the changed ground from which all of it is told to have fallen, or risen."""
FEWEST = 0.05
"""Of what changed on the date of most change, below which another date is not told."""
SMALLEST_P = 0.001
NEARLY_ALL = 0.999


@sentence.register
def _(found: SeriesChange, words: Words = ENGLISH) -> str:
    span = {"index": found.index.upper(), "first": found.days[0], "last": found.days[-1]}
    if not found.changed_share:
        text = words.say("series-none", count=len(found.days), limit=words.decimal(found.min_change), **span)
    else:
        share = words.share(found.changed_share)
        size = "" if found.changed_area_m2 is None else words.say("summary-ground", size=_land(found, words))
        text = words.say("series-changed", count=len(found.days), share=share, ground=size, **span)
    told = [text, *_dates(found, words), _trend(found.whole, words), *_shares(found, words)]
    return words.paragraph(
        [*told, *_suspect(found.suspect_dates, words), *_known(found, words), *words.notices(found.warnings)]
    )


def _land(found: SeriesChange, words: Words) -> str:
    return words.land(0, found.changed_area_m2)


def _dates(found: SeriesChange, words: Words) -> list[str]:
    """When most changed, and when the first change was."""
    least = FEWEST * found.most_changed[0].changed_share if found.most_changed else 0.0
    most = [one for one in found.most_changed[:MAX_DATES] if one.changed_share >= least]
    if not most or found.first_day is None:
        return []
    listed = words.conjoined([_on(one, words) for one in most])
    return [words.say("series-dates", dates=listed, first=found.first_day)]


def _on(one: ChangedOn, words: Words) -> str:
    way = "lower" if one.lower_share >= MOSTLY else "higher" if one.lower_share <= 1 - MOSTLY else "both"
    return words.say("series-on", day=one.day, share=words.share(one.changed_share), way=way)


def _trend(one: PlaceChanges, words: Words) -> str:
    """The trend of a place with its limits; that there is none where chance would do."""
    if one.slope is None or one.slope_low is None or one.slope_high is None or one.p_value is None:
        return words.say("series-trend-unknown", count=one.clear_dates)
    way = "none" if one.p_value >= SIGNIFICANT else "falls" if one.slope < 0 else "rises"
    limits = {
        "low": words.decimal(one.slope_low, 3, signed=True),
        "high": words.decimal(one.slope_high, 3, signed=True),
    }
    chance = words.say("series-p-under") if one.p_value < SMALLEST_P else words.decimal(one.p_value, 3)
    slope = words.decimal(one.slope, 3, signed=True) if way == "none" else words.decimal(abs(one.slope), 3)
    return words.say("series-trend", way=way, slope=slope, chance=chance, **limits)


def _shares(found: SeriesChange, words: Words) -> list[str]:
    if not found.falling_share and not found.rising_share:
        return []
    shares = {"falling": words.share(found.falling_share), "rising": words.share(found.rising_share)}
    return [words.say("series-shares", **shares)]


def _suspect(days: Sequence[str], words: Words) -> list[str]:
    if not days:
        return []
    named = words.listed(days[:MAX_SUSPECT])
    return [words.say("series-suspect", count=len(days), days=named)]


def _known(found: SeriesChange, words: Words) -> list[str]:
    if found.known_share > NEARLY_ALL:
        return []
    return [words.say("series-unknown", share=words.share(round(1 - found.known_share, 6)))]


@sentence.register
def _(found: SeriesChart, words: Words = ENGLISH) -> str:
    changes = found.changes
    start = {"index": found.index.upper(), "place": _place(found.place, words)}
    if not found.days:
        return words.paragraph(
            [words.say("series-chart-empty", count=changes.clear_dates, **start), *words.notices(found.warnings)]
        )
    text = words.say("series-chart", count=changes.clear_dates, first=found.days[0], last=found.days[-1], **start)
    breaks = [_break(one, words) for one in changes.breaks]
    told = words.say("series-breaks", breaks=words.conjoined(breaks)) if breaks else words.say("series-no-break")
    suspect = _suspect(changes.suspect_dates, words)
    return words.paragraph([text, told, _trend(changes, words), *suspect, *words.notices(found.warnings)])


def _place(place: str, words: Words) -> str:
    return words.say("series-whole") if place == WHOLE else place


def _break(one: Break, words: Words) -> str:
    way = "fell" if one.magnitude < 0 else "rose"
    return words.say("series-break", way=way, size=words.decimal(abs(one.magnitude)), day=one.day, since=one.since_day)


@sentence.register
def _(found: SeriesZones, words: Words = ENGLISH) -> str:
    changed = [row for row in found.rows if row.breaks]
    text = words.say("series-zones", index=found.index.upper(), zones=len(found.rows), changed=len(changed))
    told = [words.say("series-zone", zone=row.place, told=_break(row.breaks[0], words)) for row in changed[:MAX_ZONES]]
    order = [words.say("series-zones-first", zones=words.listed(told, "list-semicolon"))] if told else []
    falling = [row for row in found.rows if _is_falling(row)]
    worst = min(falling, key=lambda row: row.slope or 0.0, default=None)
    trend = []
    if worst is not None and worst.slope is not None:
        slope = words.decimal(worst.slope, 3, signed=True)
        trend = [words.say("series-zones-falling", count=len(falling), zone=worst.place, slope=slope)]
    return words.paragraph([text, *order, *trend, *words.notices(found.warnings)])


def _is_falling(row: PlaceChanges) -> bool:
    return row.slope is not None and row.slope < 0 and row.p_value is not None and row.p_value < SIGNIFICANT


@sentence.register
def _(found: PeriodComparison, words: Words = ENGLISH) -> str:
    periods = [
        words.say(
            "series-period", mean=words.decimal(one.mean, 3), since=one.since, until=one.until, count=one.clear_dates
        )
        for one in (found.first, found.second)
    ]
    text = words.say(
        "series-periods",
        index=found.index.upper(),
        place=_place(found.place, words),
        first=periods[0],
        second=periods[1],
    )
    limits = {"low": words.decimal(found.low, 3, signed=True), "high": words.decimal(found.high, 3, signed=True)}
    way = ("falls" if found.difference < 0 else "rises") if found.sure else "none"
    size = words.decimal(abs(found.difference), 3) if found.sure else words.decimal(found.difference, 3, signed=True)
    told = words.say("series-difference", way=way, difference=size, **limits)
    return words.paragraph([capitalised(text), told, *words.notices(found.warnings)])

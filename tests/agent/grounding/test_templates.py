"""Template sentences of random results pass, and fail as soon as one of their numbers is another one."""

import math
import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from agent import wording
from agent.answer import Step
from agent.grounding import check
from mci_model.prediction import Window
from tools.catalogue.conversation_tools import CurrentPair
from tools.change.change_map import NO_FILTER, ChangedObject, ObjectFilter
from tools.change.objects import ObjectCount
from tools.change.places import RING, SIDES, FieldShare, part_in_words
from tools.change.selection import Beside, FoundObjects, PlacedObject
from tools.change.statistics.comparison import AreaComparison, PartChange
from tools.change.statistics.distance import NumberedObject, ObjectDistance
from tools.change.statistics.object_statistics import STATISTICS, ObjectStatistic
from tools.change.summary import Area, ChangeSummary, ClassChange, Description
from tools.change.zones import ZoneClass, ZoneRow
from tools.explain.certainty import UNSEEN, Certainty, DetectionLimits
from tools.explain.hypotheses import NOT_A_FINDING, Explanation, Hypothesis
from tools.json_values import to_json
from tools.measurements.zonal import ZonalChange
from tools.pairs.preflight import DateCard, PairCard
from tools.pairs.registration import Shift
from tools.runs.exports import ExportResult
from tools.runs.format_registry import FORMATS
from tools.runs.written_files import WrittenFile, WrittenFiles
from tools.spectrum.index_classes import DIFFERENCES, STATES
from tools.spectrum.index_tally import ClassArea, Spread
from tools.spectrum.indices import IndexChange, IndexMap

METHOD = "sum of pixel areas, geodesic on WGS 84, specks below 6 px left out"
CAPTIONS = (
    "a building appeared at the top",
    "14 buildings appeared, mostly in the northern half; 2 roads disappeared, both in the south-east",
    "12 buildings appeared, mostly in the north; 2 buildings appeared, both at the top; 3 roads disappeared, all in "
    "the top left; 1,204 px of water became vegetation, mostly on the right (77 % probable)",
    "2 buildings appeared, in different parts of the image; 0.80 ha of vegetation became bare ground in the "
    "south (83 % probable); the ground changed elsewhere, too",
    "1,204 px of vegetation may have become built-up ground, spread over the image (62 % probable); no changed "
    "building or road was found",
    "a road may have changed on the left",
    "no changed building or road was found, and no other change",
    "no changed building or road was found; other change was not looked for",
    "no changed building or road that counts was found, and no other change",
)
WORDS = ("seven houses are built", "a road is removed", "the scene is the same as before", "some trees are cut")
NUMBER = re.compile(r"(?<![\w.,:-])\d[\d,]*(?:\.\d+)?(?:e-?\d+)?(?![\w:,-]*[\w:])")

shares = st.just(0.0) | st.floats(1e-6, 1)
classes = st.sampled_from(("building", "road"))
kinds = st.sampled_from(("building", "road", "any"))
statuses = st.sampled_from(("appeared", "disappeared", "any"))
pixels = st.integers(6, 10**7)
many_pixels = st.integers(200, 10**7)
"""More than the size of specks, which a sentence on them may name by any bound near it."""
areas = st.none() | st.floats(0.5, 1e7)
counts = st.integers(0, 5000)
limits_of_objects = st.just(NO_FILTER) | st.builds(
    ObjectFilter,
    st.none() | st.integers(1, 5000).map(float),
    st.none() | st.integers(1, 99).map(lambda one: one / 100),
    st.none() | st.integers(1, 5000).map(float),
)  # fmt: skip
NORTH = {"condition": f"in {part_in_words('north')}", "within": "north"}
conditions = st.sampled_from(({"condition": ""}, NORTH))


@st.composite
def narrowed(draw, count, conditions=conditions):
    """Fields of a result that tell which objects counted."""
    limits = draw(limits_of_objects)
    of = None if limits.keeps_all else count + draw(st.integers(0, 50))
    unit = draw(st.sampled_from(("m2", "px")))
    assumed = draw(st.none() | st.sampled_from((0.3, 0.5, 2.0)))
    where = draw(conditions)
    if "within" in where and (unit == "px" or assumed is not None):
        where = where | {"condition": f"in {part_in_words('north', georeferenced=False)}"}
    return where | {"filter": limits, "filter_unit": unit, "of": of, "assumed_pixel_m": assumed}


places = st.sampled_from((*RING, *SIDES, "centre"))
parts = st.sampled_from((*RING, "centre"))


@st.composite
def fields(draw):
    named = draw(st.lists(places, min_size=1, max_size=4, unique=True))
    sizes = sorted((draw(st.integers(1, 100)) for _ in named), reverse=True)
    return tuple(FieldShare(place, size / sum(sizes)) for place, size in zip(named, sizes, strict=True))


@st.composite
def summaries(draw):
    def row(name):
        if draw(st.booleans()):
            return ClassChange(name, 0, 0.0, 0.0, ())
        return ClassChange(name, draw(pixels), draw(shares), draw(areas), draw(fields()))

    return ChangeSummary("1", (row("building"), row("road")), 10**7, draw(shares), METHOD, "o")


@st.composite
def object_counts(draw):
    status, appeared, gone = draw(statuses), draw(counts), draw(counts)
    appeared, gone = (0 if status == "disappeared" else appeared), (0 if status == "appeared" else gone)
    count, told = appeared + gone, status != "any" or draw(st.booleans())
    size = draw(areas) if count else None
    narrow = draw(narrowed(count))
    whole = narrow["filter"].keeps_all and "within" not in narrow
    bounds = draw(st.none() | st.just((count // 2, 2 * count + 1))) if whole else None
    return ObjectCount(
        "1", draw(kinds), status, count, appeared if told else None, gone if told else None,
        None if size is None else size / 2, size, draw(places) if count else None, METHOD, (),
        interval=bounds, interval_level=bounds and 0.9,
        doubtful=draw(st.none() | st.integers(1, count)) if bounds and count else None, **narrow,
    )  # fmt: skip


@st.composite
def measured(draw):
    unit, size = draw(st.sampled_from(("m2", "ha", "km2", "percent", "px", "acre", "ft2", "mi2"))), draw(many_pixels)
    value = {"px": float(size), "percent": 100 * draw(shares)}.get(unit, draw(st.floats(0.02, 1e6)))
    count = draw(st.integers(0, 50))
    narrow = draw(narrowed(count))
    whole = narrow["filter"].keeps_all and "within" not in narrow  # bounds are calibrated for all of a pair
    ends = draw(st.none() | st.just((value / 2, value * 2))) if whole else None
    return Area(
        "1", draw(kinds), value, unit, size, draw(shares), ends, ends and 0.9, METHOD, draw(statuses), count=count,
        **narrow,
    )  # fmt: skip


@st.composite
def statistics(draw):
    statistic, count = draw(st.sampled_from(STATISTICS)), draw(st.integers(0, 50))
    units = {
        "density": ("per_ha", "per_km2", "per_mpx"), "yearly_count": ("per_year",),
        **dict.fromkeys(("length", "perimeter", "spacing"), ("m", "km", "ft", "mi", "length_px")),
    }.get(statistic, ("m2", "ha", "acre", "px"))  # fmt: skip
    value = draw(st.floats(0.02, 1e5)) if count else None
    return ObjectStatistic(
        "1", draw(classes), statistic, value, draw(st.sampled_from(units)), count, METHOD,
        draw(st.floats(0.02, 1e6)) if statistic == "perimeter" else None,
        draw(st.floats(0.1, 30)) if statistic.startswith("yearly") else None, draw(statuses), **draw(narrowed(count)),
    )  # fmt: skip


@st.composite
def distances(draw):
    pair = tuple(NumberedObject(number, draw(kinds)) for number in draw(st.sampled_from([(1, 2), (7, 31)])))
    apart, unit = draw(st.just(0.0) | st.floats(0.02, 5000)), draw(st.sampled_from(("m", "length_px")))
    return ObjectDistance("1", pair, apart, draw(st.floats(0.02, 5000)), unit, METHOD)


@st.composite
def found_objects(draw):
    listed = []
    for number in range(1, draw(st.integers(0, 4)) + 1):
        lonlat = draw(st.none() | st.tuples(st.floats(-180, 180), st.floats(-90, 90)))
        status, size = draw(statuses), draw(areas)
        changed = ChangedObject(
            number, draw(classes), status, draw(pixels), size, (1.5, 2.5), lonlat, (0, 0, 3, 4), draw(shares), False
        )
        listed.append(PlacedObject(draw(places), changed))
    south = {"condition": "south of building 3", "beside": Beside("south", "building", 3)}
    beside = st.sampled_from(({"condition": ""}, NORTH, south))
    more = draw(st.integers(0, 90)) if listed else 0
    return FoundObjects(
        pair="1", object_class="any", status="any", order="largest", count=len(listed) + more,
        pixels=draw(pixels) if listed else 0, share=draw(shares), area_m2=draw(areas) if listed else 0.0,
        method=METHOD, objects=tuple(listed), **draw(narrowed(len(listed) + more, beside)),
    )  # fmt: skip


@st.composite
def comparisons(draw):
    def row(part):
        return PartChange(part, part_in_words(part), draw(counts), None, None, draw(pixels), draw(areas))

    one, other = draw(st.lists(parts, min_size=2, max_size=2, unique=True))
    rows = (row(one), row(other))
    more = None if rows[0].pixels == rows[1].pixels else max(rows, key=lambda row: row.pixels).part
    return AreaComparison("1", draw(kinds), rows, more, METHOD)


@st.composite
def cards(draw):
    date = st.none() | st.dates().map(str)
    sides = st.integers(32, 99_999)
    both = [
        DateCard(name, draw(sides), draw(sides), draw(st.integers(1, 16)), "uint8", draw(date), draw(shares))
        for name in ("a.tif", "b.tif")
    ]
    metres = draw(st.floats(0.05, 30))
    crs = draw(st.sampled_from((None, "EPSG:32614")))
    shift = draw(st.none() | st.builds(Shift, st.floats(-24, 24), st.floats(-24, 24), st.just(0.2), st.booleans()))
    warnings = draw(
        st.sampled_from(
            ((), (f"A pixel is {metres:.2g} m on the ground; the network learnt from 0.5 m, so expect misses.",))
        )
    )
    return PairCard("1", *both, crs, None, metres, 5e5, draw(shares), 0.0, "8-bit colour", shift, False, warnings)


@st.composite
def explanations(draw):
    new, size = draw(st.integers(1, 90)), draw(st.integers(1, 10**6))
    told = f"{new:,} building{'s' if new > 1 else ''} appeared or changed, {size:,} m2 together"
    gone = f"{new:,} building{'s' if new > 1 else ''} disappeared, {size:,} m2 together"
    every = (
        Hypothesis("a new estate or settlement", (told,), "the development plan"),
        Hypothesis("redevelopment: buildings made room for others", (told, gone), "building permits"),
        Hypothesis(
            "demolition, or destruction by fire, flood, storm or an earthquake", (gone,),
            "reports of events between the dates, and demolition permits",
        ),
        Hypothesis(
            "road works: a road was built, widened or resurfaced",
            ("1 road changed, 80 px together", "no building changed"),
            "the road authority's plans",
        ),
        Hypothesis("light, shadow or season rather than change", ("2 objects less than 70% probable",), "the images"),
    )  # fmt: skip
    return Explanation("1", tuple(draw(st.lists(st.sampled_from(every), max_size=2, unique=True))), NOT_A_FINDING)


@st.composite
def certainties(draw):
    objects = draw(counts)
    unsure = draw(st.integers(0, objects))
    return Certainty("1", draw(shares), draw(st.booleans()), objects, unsure, 0.7, draw(shares), None, draw(shares), ())


@st.composite
def limits(draw):
    side = draw(st.none() | st.floats(0.05, 5))
    ground = None if side is None else 6 * side**2
    allowed = draw(st.sampled_from(((), ("ndvi", "nbr"))))
    told = draw(st.booleans())
    return DetectionLimits("1", ("building", "road"), told, 6, ground, (0.3, 1.0), side, UNSEEN, allowed, ())


@st.composite
def zonal(draw):
    names = draw(st.lists(st.sampled_from(("north field", "Parcel 12", "7", "23", "b")), max_size=5, unique=True))
    rows = []
    for name in names:
        cells = tuple(
            ZoneClass(kind, size := draw(st.just(0) | pixels), size and draw(shares), draw(areas) if size else 0.0, 1)
            for kind in ("building", "road")
        )
        rows.append(ZoneRow(name, cells, 10**7, None, 0, draw(shares)))
    return ZonalChange("1", "1:zones", tuple(rows), METHOD, "1:table")


descriptions = st.builds(
    Description, st.just("1"), st.sampled_from(CAPTIONS), st.booleans(), shares,
    st.none() | st.just(Window(0, 256, 256, 512)), st.booleans(), st.none(), st.none() | st.sampled_from(WORDS),
)  # fmt: skip
exports = st.sampled_from([ExportResult("1", "csv", "1:csv", "objects.csv", one.holds) for one in FORMATS.values()])


@st.composite
def spreads(draw):
    low, median, high = sorted(draw(st.floats(-1, 1)) for _ in range(3))
    return Spread(draw(st.floats(-1, 1)), draw(st.floats(0, 1)), low, median, high)


@st.composite
def index_classes(draw):
    water = ("less water", "in the same class", "more water")
    names = draw(st.sampled_from([STATES["ndvi"].names, DIFFERENCES["nbr"].names, water, ()]))
    return tuple(ClassArea(name, draw(st.just(0) | pixels), draw(shares), draw(areas)) for name in names)


index_maps = st.builds(
    IndexMap, st.just("1"), st.sampled_from(("ndvi", "nbr")), st.just("index"), st.sampled_from(("before", "after")),
    spreads(), shares, index_classes(), st.just(METHOD), st.just("l"), st.just(()),
)  # fmt: skip
index_changes = st.builds(
    IndexChange, st.just("1"), st.sampled_from(("ndvi", "ndwi")), st.just("index"), spreads(), spreads(), spreads(),
    shares, index_classes(), st.just(METHOD), st.just("l"), st.just(()),
)  # fmt: skip
currents = st.builds(
    CurrentPair, st.sampled_from(("1", "2", "31")), st.just("a_2019.tif"), st.just("b.tif"), st.booleans()
)
written_files = st.lists(
    st.sampled_from([WrittenFile(one.file, one.name, one.holds, f"1:{one.name}", "1") for one in FORMATS.values()]),
    max_size=3,
).map(lambda files: WrittenFiles("", tuple(files)))
results = st.one_of(
    currents, written_files,
    index_maps, index_changes, summaries(), object_counts(), measured(), found_objects(), comparisons(), cards(),
    explanations(), certainties(), limits(), zonal(), descriptions, exports, statistics(), distances(),
)  # fmt: skip


def as_step(result, number):
    return Step("tool", {}, result, None, 0.1, number)


@settings(max_examples=150, deadline=None)
@given(st.lists(results, min_size=1, max_size=2))
def test_template_answers_have_no_faults(found):
    steps = [as_step(result, number) for number, result in enumerate(found, 1)]
    text = wording.answer(steps)
    assert check(text, steps, [], [], []).faults == (), text


def test_the_place_of_one_result_stands_beside_a_comparison_that_tells_another():
    parts = (PartChange("south", "the southern half", 0, None, None, 7, None),
             PartChange("north", "the northern half", 0, None, None, 6, None))  # fmt: skip
    compared = AreaComparison("1", "building", parts, "south", METHOD)
    described = Description("1", CAPTIONS[2], False, 0.0, None, False, None, None)
    steps = [as_step(compared, 1), as_step(described, 2)]
    assert check(wording.answer(steps), steps, [], [], []).faults == ()
    assert check("Most buildings appeared in the north.", steps, [], [], []).faults != ()


def numbers(value):
    """Every number of a result, wherever it stands."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [float(len(value)), *(number for entry in value for number in numbers(entry))]
    if isinstance(value, str):
        return [float(found.replace(",", "")) for found in NUMBER.findall(value)]
    return [] if value is None or isinstance(value, bool) else [float(value)]


def is_near(told, value):
    return any(abs(abs(told) - abs(value * scale)) <= 0.06 * abs(told) + 1.1 for scale in (1, 100, 1e-2, 1e-4, 1e-6))


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        index_changes, summaries(), object_counts(), measured(), found_objects(), comparisons(), certainties(), cards()
    ),
    st.data(),
)
def test_one_changed_number_is_a_fault(result, data):
    step = as_step(result, 1)
    text = wording.sentence(result).replace("WGS 84", "WGS")
    places_of = list(NUMBER.finditer(text))
    assume(places_of)
    chosen = data.draw(st.sampled_from(places_of))
    new = math.ceil(float(chosen.group().replace(",", "")) * data.draw(st.floats(1.2, 40))) + data.draw(
        st.integers(3, 97)
    )
    known = [*numbers(to_json(result)), *((getattr(result, "shift", None) and [result.shift.pixels]) or [])]
    assume(not any(is_near(new, value) for value in known))
    lie = f"{text[: chosen.start()]}{new:,}{text[chosen.end() :]}"
    assert check(lie, [step], [], [], []).faults, lie


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_checked(text):
    checked = check(text, [as_step(Area("1", "any", 5.0, "m2", 20, 0.1, None, None, METHOD), 1)], [], [], [])
    assert isinstance(checked.faults, tuple)


def test_a_text_that_claims_nothing_stays_as_it_is():
    for text in (wording.ABILITIES, "I cannot compute spectral indices in this version.", ""):
        assert check(text, [], [], [], []) == check(text, [as_step(None, 1)], [], [], [])
        assert check(text, [], [], [], []).text == text
        assert check(text, [], [], [], []).faults == ()


@pytest.mark.parametrize(
    ("honest", "lie"),
    [
        ("12 buildings appeared, mostly in the north.", "12 buildings appeared, mostly in the south."),
        ("12 buildings appeared, mostly in the north.", "15 buildings appeared, mostly in the north."),
        ("3 roads disappeared, all in the top left.", "3 roads appeared, all in the top left."),
        ("vegetation, mostly on the right (77 % probable).", "vegetation, mostly on the right (97 % probable)."),
    ],
)
def test_a_caption_bears_out_its_own_clauses_and_no_others(honest, lie):
    described = Description("1", CAPTIONS[2], changed=True, probability=0.9, part=None, mask_agrees=True)
    text = wording.sentence(described)
    assert honest in text
    assert check(text, [as_step(described, 1)], [], [], []).faults == ()
    assert check(text.replace(honest, lie), [as_step(described, 1)], [], [], []).faults

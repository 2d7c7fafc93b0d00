"""Results in the languages of the catalogues: no sentence falls back to English, and grammar holds."""

import re
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from agent import wording
from agent.answer import Step
from agent.planning.remark import Courtesy, Impossible, NotUsed, OfOneDate, Recap, Unseen
from agent.wording import sentence
from agent.wording import words as catalogue
from agent.wording.beside.remarks import after_results, before_results
from agent.wording.description import shown_in_words
from agent.wording.words import CODES, ENGLISH, Words
from tests.factories.transitions import ORACLE, laid_out, pair_of, tabulated
from tools.benchmarks.selftest import SelfTest, SizeRecall
from tools.catalogue.conversation_tools import AssumedPixels, CurrentPair
from tools.catalogue.found_pairs import Card, FoundPairs, Memories, OpenedPair, Remembered
from tools.change.change_map import ChangedObject, ObjectFilter
from tools.change.objects import ObjectCount
from tools.change.other_change import OtherChange, OtherRegion
from tools.change.places import FieldShare
from tools.change.selection import Beside, FoundObjects, ObjectDetails, PlacedObject
from tools.change.sentences.clauses import Clause, Shown, Whereabouts
from tools.change.sentences.map_sentence import told
from tools.change.statistics.comparison import AreaComparison, PartChange
from tools.change.statistics.distance import NumberedObject, ObjectDistance
from tools.change.statistics.object_statistics import ObjectStatistic, Statistic
from tools.change.summary import Area, ChangeSummary, ClassChange, Description
from tools.change.zones import ZoneClass, ZoneRow
from tools.explain.certainty import UNSEEN, Certainty, DetectionLimits
from tools.explain.hypotheses import NOT_A_FINDING, Evidence, Explanation, Hypothesis
from tools.landcover.land_cover import LandCover
from tools.landcover.transitions.cover_change import Ground
from tools.measurements.land.land_change import LandChange
from tools.measurements.zonal import ZonalChange
from tools.pairs.preflight import DateCard, PairCard
from tools.runs.batch import BatchResult
from tools.runs.exports import ExportResult
from tools.runs.format_registry import FORMATS
from tools.runs.written_files import HOLDS, SOME, WrittenFile, WrittenFiles
from tools.spectrum.index_tally import ClassArea, Spread
from tools.spectrum.indices import IndexChange, IndexMap

OTHERS = [code for code in CODES if code != "en"]
GERMAN, FRENCH, SPANISH, CHINESE = (Words.of(code) for code in ("de", "fr", "es", "zh"))
HOUSE = ChangedObject(7, "building", "appeared", 80, 20.0, (5.0, 6.0), (11.5, 48.25), (1, 2, 9, 8), 0.934, False)
COUNT = ObjectCount("1", "building", "any", 3, 2, 1, 50.0, 12_345.6, "north-west", "m", ())
FOUND = FoundObjects(
    "1", "road", "any", "in the northern half", "surest", 2, 130, 0.01, 32.5, "m",
    (PlacedObject("north", replace(HOUSE, object_class="road", cover=("vegetation", "water"))),),
    within="north", beside=Beside("north-east", "building", 3),
)  # fmt: skip
REGIONS = (
    OtherRegion(1, "north", "vegetation", "water", 1200, 300.4, 0.93),
    OtherRegion(2, "top left", "trees", "trees", 800, 20_000.0, 0.71),
    OtherRegion(3, "east", "water", "bare or built-up ground", 90, 9000.0, 0.8, 0.4),
)
OTHER = OtherChange(9, 2090, 0.1, 29_300.0, (), REGIONS)
ROWS = (
    ClassChange("building", 0, 0.0, 0.0, ()),
    ClassChange("road", 10, 0.1, 2.5, (FieldShare("north", 0.6), FieldShare("top left", 0.3))),
    ClassChange("any", 2090, 0.1, None, ()),
)
SHOWN = Shown(
    (
        Clause("building", "appeared", 3, 10, None, 0.5, Whereabouts("mostly", "the northern half")),
        Clause("road", "any", 1, 10, None, 0.5, Whereabouts("alone", "top")),
        Clause("road", "disappeared", 2, 10, None, 0.5, Whereabouts("both", "top left")),
        Clause("any", "any", 2, 10, 30_000.0, 0.5, Whereabouts("spread"), "vegetation", "built-up ground"),
        Clause("any", "any", 2, 10, None, 0.995, Whereabouts("all", "centre")),
    ),
    elsewhere=True, sure=True, ground_told=True, counts_all=True,
)  # fmt: skip
NOTHING = replace(SHOWN, clauses=(), elsewhere=False)
DATE = DateCard("a.tif", 1200, 900, 3, "uint8", "2020-01-02", 0.0)
CARD = PairCard("1", DATE, DATE, "EPSG:32614", None, 0.5, 5e5, 0.9, 0.0, "8-bit colour", None, False, ())
SPREAD = Spread(0.41, 0.1, 0.2, 0.4, 0.6)
CLASSES = (ClassArea("less vegetation", 300, 0.75, 30_000.0), ClassArea("in the same class", 100, 0.25, None))
EVIDENCE = (
    Evidence("objects", "building", "appeared", 9, 700, 175.0),
    Evidence("cover", count=1, pixels=70, before="vegetation", after="water"),
    Evidence("sign", pixels=70, area_m2=None, share=0.123, sign="burnt"),
    Evidence("unsure", unsure_objects=2, unsure_below=0.7),
    Evidence("shift", shift_pixels=2.34),
    Evidence("no_building", "building"),
)
CAUSE = Hypothesis("a new estate or settlement", ("x",) * len(EVIDENCE), "the development plan", EVIDENCE)
ZONE = ZoneRow("a", (ZoneClass("building", 10, 0.1, 2.5, 1), ZoneClass("any", 5, 0.1, None, 1)), 1000, None, 0, 0.4)
SCORED = Card(
    1, "a house is built", 0.871, 0.9, 0.8, 20.0, None, 80, 10, (11.5, 48.25), "a.tif", "b.tif",
    ("2020-01-02", None), "found:1",
)  # fmt: skip
RESULTS = [
    COUNT, replace(COUNT, count=1, object_class="road", status="appeared"), replace(COUNT, count=0), FOUND,
    replace(FOUND, count=0, objects=()), CARD, replace(CARD, crs=None),
    Area("1", "road", 0.0123, "ha", 492, 0.05, (0.01, 1200.5), 0.9, "sum of pixel areas"),
    Area("1", "any", 5.0, "percent", 492, 0.05, None, None, "pixel count"),
    ChangeSummary("1", ROWS, 100, 0.25, "m", "x", OTHER), ChangeSummary("1", ROWS, 100, 0.0, "m", "x", None),
    ChangeSummary("1", ROWS[2:], 100, 0.25, "m", "x", replace(OTHER, seen_by="bands")),
    *(Description("1", "", True, 0.9, None, False, None, "a house", 0, shown) for shown in (SHOWN, NOTHING)),
    Description("1", "", False, 0.1, (0, 9, 9, 9), False, None, "a house", 0, replace(NOTHING, ground_told=False)),
    Explanation("1", (CAUSE,), NOT_A_FINDING), Explanation("1", (), NOT_A_FINDING),
    Certainty("1", 0.97, True, 10, 2, 0.7, 0.05, 0.55, 0.125, ()),
    DetectionLimits("1", ("building", "road", "any"), True, 6, 1.5, (0.3, 1.0), 0.5, UNSEEN, ("ndvi",), ()),
    AreaComparison(
        "1", "building",
        (
            PartChange("north", "the northern half", 3, 3, 0, 300, 75.0),
            PartChange("south-east", "the lower right quarter", 1, 1, 0, 100, None),
        ),
        "north", "m",
    ),
    IndexMap("1", "ndvi", "n", "before", SPREAD, 0.1, CLASSES, "m", "l", ()),
    IndexChange("1", "ndvi", "n", SPREAD, replace(SPREAD, mean=0.9), SPREAD, 0.1, CLASSES, "m", "l", ()),
    LandCover("1", "after", (ClassArea("tree cover", 300, 0.75, 30_000.0),), 0.2, "m", "l", ()),
    ZonalChange("1", "zones:x", (ZONE,) * 7, "m", "t"),
    ZonalChange("1", "zones:x", (replace(ZONE, classes=()),), "m", "t"),
    *(ExportResult("1", name, "1:x", "x.y", one.holds) for name, one in FORMATS.items()),
    BatchResult(2, 3, 1, 4, ("x",), Path("out"), 2.0),
    SelfTest("1", (SizeRecall("small", (3, 8), 10, 7, 0.7),), 0.5, 2, 1.5, "per km2", 3),
    FoundPairs("houses", (SCORED,), 120, ()), OpenedPair("2", 1, "c", "a.tif", "b.tif", (0, 256), (0, 256)),
    Memories("q", (Remembered("t", "s", "2020-01-02", 0.5),), ()), Memories("q", (), ()), FoundPairs("x", (), 1, ()),
]  # fmt: skip


@pytest.fixture
def strict(monkeypatch):
    """Without a way back to English."""
    said = catalogue._said

    def only(code, message, values):
        text = said(code, message, values)
        assert text is not None, f"{code}: {message} with {sorted(values)}"
        return text

    monkeypatch.setattr(catalogue, "_said", only)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("result", RESULTS, ids=lambda result: type(result).__name__)
def test_each_result_is_told_in_each_language(strict, code, result):
    text = sentence(result, Words.of(code))
    assert text
    assert code == "en" or text != sentence(result)


@pytest.mark.parametrize("code", CODES)
def test_transitions_are_told_in_each_language(strict, code, tmp_path):
    text = sentence(tabulated(pair_of(tmp_path), laid_out(ORACLE))[0], Words.of(code))
    assert code == "en" or "Between the two dates" not in text


@pytest.mark.parametrize("facts", [SHOWN, replace(SHOWN, sure=False), NOTHING, replace(NOTHING, ground_told=False)])
@pytest.mark.parametrize("counts_all", [True, False])
def test_the_english_messages_make_the_caption(facts, counts_all):
    facts = replace(facts, counts_all=counts_all)
    assert "; ".join(shown_in_words(facts, ENGLISH)) == told(facts)


def test_gender_and_number_of_counts():
    assert sentence(COUNT, FRENCH).startswith("3 bâtiments modifiés\u00a0: 2 apparus, 1 disparu (médiane 50 m²")
    road = replace(COUNT, object_class="road", count=1, appeared=1, disappeared=0)
    assert sentence(road, FRENCH).startswith("1 route modifiée\u00a0: 1 apparue, 0 disparue")
    assert sentence(road, SPANISH).startswith("1 carretera cambiada: 1 aparecida, 0 desaparecidas")
    assert sentence(road, GERMAN).startswith("1 veränderte Straße: 1 neu, 0 verschwunden")
    assert sentence(replace(COUNT, count=1), GERMAN).startswith("1 verändertes Gebäude")
    assert "3栋" in sentence(COUNT, CHINESE)
    assert "1条" in sentence(road, CHINESE)


def test_conditions_are_told_in_the_language():
    text = sentence(replace(FOUND, within="whole", beside=None), GERMAN)
    assert text.startswith("2 veränderte Straßen; die sicherste davon: Straße 7")
    assert "in der nördlichen Hälfte nordöstlich von Gebäude 3, zusammen" in sentence(FOUND, GERMAN)
    listed = sentence(replace(FOUND, objects=2 * FOUND.objects), GERMAN)
    assert "von Gebäude 3, zusammen 32,5 m², die sichersten zuerst: " in listed
    assert "Straße 7 (20 m², im Norden, neu, bei 48.25000, 11.50000, 93 % wahrscheinlich: " in text


def test_an_answer_keeps_its_markers_and_the_reasons_of_tools():
    steps = [Step("count_objects", {}, COUNT, None, 0.0, 3), Step("measure_area", {}, None, "No pair is open.", 0.0, 4)]
    text = wording.answer(steps, ["ask_image"], FRENCH)
    assert " [3] " in text
    assert "Je ne peux pas\u00a0: No pair is open." in text
    assert text.endswith("je ne peux pas répondre à des questions libres sur l\u2019aspect d\u2019une image.")
    assert wording.answer([], [], GERMAN).startswith("Ich vergleiche zwei Bilder eines Ortes")
    assert wording.answer([], []) == wording.ABILITIES


WATER = LandChange(
    "1", "water", Ground(900, 0.1, 225.0), Ground(700, 0.08, 175.0), Ground(300, 0.03, 75.0), Ground(100, 0.01, 25.0),
    Ground(-200, -0.02, -50.0), Ground(150, 0.02, 37.5), 0.2, "m", None, (),
)  # fmt: skip
BURNT = replace(WATER, cover="burnt", before=None, after=None, net=WATER.gained, noise=None)
SAME = replace(WATER, lost=Ground(0, 0.0, 0.0), gained=Ground(0, 0.0, 0.0), net=Ground(0, 0.0, 0.0))
NONE = replace(SAME, before=SAME.lost, after=SAME.lost)
STATISTIC = ObjectStatistic("1", "building", "mean_area", 212.5, "m2", 14, "m", 812.0, 1.0)
NUMBERED = NumberedObject(3, "building"), NumberedObject(5, "road")
WRITTEN = tuple(
    WrittenFile("x.y", "csv", f"{holds}{some}", "1:x", "1")
    for holds in (*HOLDS.values(), *(one.holds for one in FORMATS.values()))
    for some in ("", SOME)
)
UNITS = ("per_ha", "per_km2", "per_acre", "per_mi2", "per_mpx")
LENGTHS = ("m", "km", "ft", "mi", "length_px")
BESIDE = [
    *(replace(STATISTIC, statistic=name, object_class=kind, years=years) for name in get_args(Statistic)
      for kind in ("building", "road", "any") for years in (1.0, 2.5)),
    *(replace(STATISTIC, statistic="density", unit=unit) for unit in UNITS),
    *(replace(STATISTIC, object_class="road", statistic="length", unit=unit) for unit in LENGTHS),
    replace(STATISTIC, statistic="spacing", value=None, count=1), replace(STATISTIC, count=0),
    *(ObjectDistance("1", NUMBERED, gap, 30.0, "m", "m") for gap in (12.5, 0.0)),
    *(replace(WATER, cover=cover) for cover in ("water", "trees", "vegetation", "snow", "bare")),
    replace(WATER, net=WATER.gained), SAME, NONE, BURNT, replace(BURNT, gained=Ground(0, 0.0, 0.0)),
    WrittenFiles("1", WRITTEN), WrittenFiles("1", ()), WrittenFiles(None, (*WRITTEN, replace(WRITTEN[0], pair="2"))),
    *(CurrentPair("2", "a.tif", "b.tif", swapped) for swapped in (True, False)), AssumedPixels("1", 0.5),
    *(ObjectDetails("1", PlacedObject("north", replace(HOUSE, object_class=kind)), 1, count)
      for kind in ("building", "road", "any") for count in (1, 9)),
    *(replace(FOUND, order=order, object_class=kind) for order in ("largest", "smallest", "surest", "unsurest")
      for kind in ("building", "road")),
    ExportResult("1", "csv", "1:csv", "x.y", FORMATS["csv"].holds, ObjectFilter(100.0, 0.9, 900.0)),
]  # fmt: skip
REMARKS = (
    *(Impossible(act) for act in ("mail", "print")), *(Courtesy(act) for act in ("thanks", "hello")), Recap(),
    *(OfOneDate(name) for name in ("building", "road", "any")), Unseen(("xx", "yy")), NotUsed(("xx", "yy")),
)  # fmt: skip
VERDICTS = ("yes", "no", "possibly", "hardly")
CORRECTIONS = ("not-so-many", "not-more", "not-fewer")
ENGLISH_WORDS = re.compile(
    r"(?<![\w-])(the|and|of|is|are|was|were|with|that|which|from|at|to|by|no|not|only|those|them|each|it|its|I)(?![\w-])"
)
WORDS_OF_ITS_OWN = {"es": {"no"}, "de": {"was"}}


def english(text, code):
    return set(ENGLISH_WORDS.findall(text)) - WORDS_OF_ITS_OWN.get(code, set())


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("result", BESIDE, ids=lambda result: type(result).__name__)
def test_no_result_is_told_half_in_english(strict, code, result):
    text = sentence(result, Words.of(code))
    assert english(text, code) == set(), text


@pytest.mark.parametrize("code", OTHERS)
def test_nothing_beside_results_is_told_in_english(strict, code):
    words = Words.of(code)
    told = [*before_results(REMARKS, [], "", words), *before_results(REMARKS, [], "xx", words)]
    told += [*after_results(REMARKS, words), *(words.say(one) for one in VERDICTS), wording.abilities(words)]
    told += [words.say(one, number="9") for one in CORRECTIONS] + [words.say("assumed", size="0,5 m")]
    assert len(told) > 20
    assert english(" ".join(told), code) == set(), told


def test_a_language_that_lacks_a_message_is_noticed():
    assert english(sentence(STATISTIC), "de") == {"is"}

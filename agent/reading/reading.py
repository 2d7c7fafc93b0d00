"""A question read part by part: what is to be done, of what, filtered how, in which unit, and what was left unread."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from agent.language.english import ENGLISH
from agent.language.language import Language
from agent.language.questions.question_words import QuestionWords
from agent.reading import parts
from agent.reading.amounts import in_digits
from agent.reading.claims import Claim, claim_of
from agent.reading.nearness import Near, near_of
from agent.reading.scanner import Scanner
from agent.reading.thresholds import NO_LIMITS, NUMBER, Thresholds, size_of, thresholds, to_number

YEAR = r"(?P<year>(?:19|20)\d\d)"
EARLY = ("method", "errors", "smallest_seen", "unknowable")
"""Acts of which other parts would take words away."""
MARKED_FIRST = ("refers", "all", "built")
"""Words that acts use up, too."""
MAX_CHARS = 600
"""Longer questions are not read part by part; what dialogues ask is far shorter."""
UNREAD_TABLES = ("dates", "compass", "picture_sides", "indices")
"""Words that others read."""
HOW_MANY_UNITS = re.compile(
    r"\bhow many (?:\w+ )?(?:m|met|ha|acre|km|kilo|sq|squ|px|pixel|f|per|mile|hect)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one question says; what it does not say is empty."""

    text: str
    acts: tuple[str, ...] = ()
    """Keys of `QuestionWords.acts`, in the order of the words."""
    statistics: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    built_up: bool = False
    """Whether built-up ground is named, which counts among the covers as `bare`; houses, where these are seen."""
    excluded: tuple[str, ...] = ()
    """Classes that are to be left out."""
    unseen: tuple[str, ...] = ()
    """Nouns of what no tool detects."""
    limits: Thresholds = NO_LIMITS
    status: str | None = None
    way: str | None = None
    """`loss` or `gain` of land."""
    order: str | None = None
    count: int | None = None
    """How many objects are to be listed."""
    rank: int = 1
    """Of the first object in the order: 2 for the second largest."""
    cues: frozenset[str] = frozenset()
    """Keys of `QuestionWords.cues` that occur."""
    doubts: tuple[str, ...] = ()
    """Keys of `QuestionWords.doubts` that occur."""
    side: str | None = None
    """A side of the picture, by compass, where words without other senses name one."""
    each: bool = False
    """Whether a number of each object is asked for."""
    leaves_out: bool = False
    """Whether the part of the image that is named is left out."""
    unit: str | None = None
    """As tools call it."""
    length_unit: str | None = None
    size: float | None = None
    """A size without a word that limits, m2: "now 2 ha instead"."""
    formats: tuple[str, ...] = ()
    claim: Claim | None = None
    pixel_size: float | None = None
    """Metres that are to be assumed."""
    object_ids: tuple[int, ...] = ()
    """Numbers of objects that are named: "building 3"."""
    near: Near | None = None
    """A distance to something that is to limit what counts."""
    numbers: tuple[float, ...] = ()
    """That are none of the above."""
    years: tuple[int, ...] = ()
    marks: frozenset[str] = frozenset()
    """Keys of `QuestionWords.words` whose words occur, and `opens` where the question begins with one that goes on."""
    asks_whether: bool = False
    """Whether it is answered yes or no."""
    language: str = "en"
    rest: int = 0
    """Number of words that were not read, those without a meaning of their own among them."""
    unread: tuple[str, ...] = ()
    """Words that carry meaning and were not read."""

    @property
    def ground_unit(self) -> str | None:
        """The unit of area on the ground that is named; None for a share, for pixels, and without one."""
        return None if self.unit in ("percent", "px") else self.unit

    @property
    def asks_to_verify(self) -> bool:
        """Whether numbers are to be computed anew: "verify these numbers, please"; not "verify that 25 were built"."""
        about = self.classes or self.covers or self.limits or self.statistics or self.formats or self.claim is not None
        return "verify" in self.acts and not about and not self.asks_whether and len(self.unread) <= MOST_BESIDE

    @property
    def holds_total(self) -> bool:
        """Whether a size is what all of them together are held against: "do they exceed 1 ha together?"."""
        sized = (self.limits.min_area is None) != (self.limits.max_area is None)
        asked = self.asks_whether or set(self.acts) <= {"confirm", "doubt"}
        return "together" in self.cues and sized and asked and "only" not in self.marks


MOST_BESIDE = 2
"""Unread words beside a wish to have numbers verified."""


def read(question: str, language: Language = ENGLISH) -> Reading:
    """A question in one language, part by part; each part is taken out of it, so that no word is read twice."""
    words = language.questions
    if words is None or len(question) > MAX_CHARS:
        return Reading(question, language=language.code)
    scanner = Scanner(in_digits(question, language), spaced=language.spaced)
    said: dict[str, Any] = {"cues": frozenset(k for k, one in words.cues.items() if scanner.holds(f"(?:{one})"))}
    said["doubts"] = tuple(name for name, one in words.doubts.items() if scanner.holds(f"(?:{one})"))
    said["side"] = next((name for name, one in words.sides.items() if scanner.holds(f"(?:{one})")), None)
    said |= {"each": scanner.holds(f"(?:{words.each})")}
    said["leaves_out"] = parts.is_denied_part(scanner, words, language)
    early = parts.keys(scanner, {name: words.acts[name] for name in EARLY})
    said |= _beginning(scanner, words) | _numbers(scanner, words, language) | _subject(scanner, words, language)
    said |= _manner(scanner, words)
    said["acts"] = (*early, *said["acts"])
    if "errors" in early and not said["object_ids"]:  # "could building 3 be a mistake?" is read as a whole
        whole = Scanner(in_digits(question, language), spaced=language.spaced)
        said["object_ids"] = parts.object_ids_of(whole, words, language)
    said |= _of_claim(said)
    if "regrown" in said["cues"]:
        said["covers"], said["way"] = said["covers"] or ("vegetation",), "gain"
    if said["unit"] and HOW_MANY_UNITS.search(question):
        said["acts"] = tuple("area" if act == "count" else act for act in said["acts"])
    if "length" in said["statistics"] and said["length_unit"] is None:
        said["length_unit"] = _length_unit(question, words, language)
    said["marks"] |= said.pop("opening") | said.pop("carried")
    said["unseen"] = parts.unseen_of(scanner, language)
    said["numbers"] = tuple(to_number(match["n"]) for match in scanner.take(NUMBER.format(name="n")))
    for table in UNREAD_TABLES:
        parts.nouns_of(scanner, parts.of(language, table))
    said["rest"] = len(scanner.rest())
    return Reading(text=question, language=language.code, unread=parts.unread_of(scanner, language), **said)


def _of_claim(said: Mapping[str, Any]) -> dict[str, Any]:
    """Acts of a question that asserts something and asks if it is true, and of one that counts by its noun."""
    acts = said["acts"]
    asserts = said["covers"] or said["status"] or {"built", "built_up"} & (said["marks"] | said["carried"])
    if "true" in said["cues"] and asserts:
        acts = ("confirm", *(act for act in acts if act not in ("doubt", "confirm")))
        return {"acts": acts, "asks_whether": True}
    if "counted" in said["cues"] and "count" not in acts:
        return {"acts": ("count", *(act for act in acts if act != "area" or not said["limits"]))}
    return {}


def _beginning(scanner: Scanner, words: QuestionWords) -> dict[str, Any]:
    """Whether the question is answered yes or no, and whether it goes on from another."""
    edge = r"(?!\w)" if scanner.spaced else ""
    goes_on = f"{words.words['goes_on']}|{words.acts['hello']}|{words.acts['thanks']}"
    asks = re.match(rf"\W*(?:(?:{goes_on})\W+)*{words.auxiliary}{edge}", scanner.text) is not None
    opens = re.match(rf"\W*(?:{goes_on}){edge}", scanner.text) is not None
    return {"asks_whether": asks, "opening": frozenset({"opens"} if opens else ())}


def _numbers(scanner: Scanner, words: QuestionWords, language: Language) -> dict[str, Any]:
    """What is said by numbers: limits, objects, claims, how many to list, years."""
    units = (*language.units, *(() if language is ENGLISH else ENGLISH.units))
    asks = re.match(rf"\W*{words.auxiliary}", scanner.text) is not None
    said: dict[str, Any] = {"pixel_size": parts.pixel_size_of(scanner, words)}
    said["near"] = near_of(scanner, words, parts.of(language, "classes"), language.unseen.split())
    said["object_ids"] = parts.object_ids_of(scanner, words, language)
    ranked = parts.rank_of(scanner, words)
    said["order"], said["count"] = parts.order_of(scanner, words, language) if ranked is None else (ranked[0], None)
    said["rank"] = 1 if ranked is None else ranked[1]
    said["claim"] = claim_of(scanner, words, language, asks=asks)
    if said["order"] and said["claim"] is not None and not asks and said["claim"].number:
        said["count"], said["claim"] = said["count"] or said["claim"].number, None  # "las dos casas más grandes"
    said["limits"] = thresholds(scanner, words, units)
    said["size"] = size_of(scanner, units)
    said["years"] = tuple(int(match["year"]) for match in scanner.take(YEAR))
    return said


def _subject(scanner: Scanner, words: QuestionWords, language: Language) -> dict[str, Any]:
    """What the question is about, and what is to be done with it."""
    per_object = parts.is_per_object(scanner, language)
    built_up = ("built",) if scanner.take(f"(?:{words.built_up})") else ()
    said: dict[str, Any] = {"excluded": parts.excluded_of(scanner, words, parts.of(language, "classes"))}
    said["classes"] = parts.nouns_of(scanner, parts.of(language, "classes"))
    said["marks"] = frozenset(name for name in MARKED_FIRST if scanner.holds(f"(?:{words.words[name]})"))
    said["statistics"] = parts.statistics_of(scanner, words, per_object=per_object)
    said["built_up"] = bool(built_up)
    left_out = parts.excluded_covers(scanner, words)
    land = parts.keys(scanner, words.covers)
    covers = tuple(dict.fromkeys(land or built_up))  # "the fields south of the village" are about fields
    said["covers"] = tuple(one for one in covers if one not in left_out) or covers  # "no woods left?" is about woods
    said["acts"] = parts.keys(scanner, words.acts)
    return said | {"formats": parts.formats_of(scanner, language)} | _units(scanner, words, language)


def _length_unit(question: str, words: QuestionWords, language: Language) -> str | None:
    """The unit within words for a length that were taken as a whole: "how many km of road"."""
    found = _units(Scanner(question, spaced=language.spaced), words, language)["length_unit"]
    return None if found is None else str(found)


def _units(scanner: Scanner, words: QuestionWords, language: Language) -> dict[str, Any]:
    units = (*language.units, *(() if language is ENGLISH else ENGLISH.units))
    area, length = parts.units_of(scanner, units, words)
    return {"unit": area, "length_unit": length}


def _manner(scanner: Scanner, words: QuestionWords) -> dict[str, Any]:
    """How things changed, and the words that carry the question on."""
    gone, came = bool(scanner.take(f"(?:{words.gone})")), bool(scanner.take(f"(?:{words.came})"))
    way = next(iter(parts.keys(scanner, words.ways)), None)
    carried = frozenset(name for name, pattern in words.words.items() if scanner.take(f"(?:{pattern})"))
    status = "disappeared" if gone and not came else "appeared" if came and not gone else None
    return {"status": status, "way": way or ("loss" if gone else "gain" if came else None), "carried": carried}

"""The kinds of what an answer says beside its results: yes or no, claims held against them, what cannot be told."""

from __future__ import annotations

from dataclasses import dataclass

from agent.reading.claims import Claim
from agent.reading.thresholds import Thresholds


@dataclass(frozen=True, slots=True)
class Whether:
    """The question is answered yes or no by its first result."""

    way: str | None = None
    """`loss` or `gain` of land, where one was asked about."""
    gross: bool = False
    """Whether any loss or gain counts, also where the other way outweighs it: "was any wood lost?"."""
    unsure: bool = False
    """Whether more is asked than the measure can show: more water alone is no flood."""
    denied: bool = False
    """Whether it is said that there is none: "not a single house was torn down, true?"."""


@dataclass(frozen=True, slots=True)
class Converted:
    """Whether any of the land that was lost became this kind."""

    into: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Whether the first of two results is more (`gain`) or less (`loss`) than the second."""

    way: str


@dataclass(frozen=True, slots=True)
class Against:
    """Whether the measured ground is more than a size that the question names."""

    square_metres: float


@dataclass(frozen=True, slots=True)
class Every:
    """Whether all objects keep a limit, by the first in the order of what it limits."""

    limits: Thresholds


@dataclass(frozen=True, slots=True)
class NoPixelSize:
    """A unit of the ground was asked for, which only images with a known pixel size have."""


@dataclass(frozen=True, slots=True)
class LandOfOneDate:
    """The question asks how much land there is at one date."""


@dataclass(frozen=True, slots=True)
class BuiltUp:
    """The question is about built-up ground, which bands do not tell from other bare ground."""


@dataclass(frozen=True, slots=True)
class NoThirds:
    """A part of the image is named that is not measured, such as a third; the half that holds it is."""


@dataclass(frozen=True, slots=True)
class PartUnknown:
    """One part of the question is beyond all images, such as heights or owners."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """What no tool answers or does, in words of the question."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MostIn:
    """In which of several parts there is most."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How much more the one of two results is."""


@dataclass(frozen=True, slots=True)
class Balance:
    """Whether there are more objects than before: what appeared less what disappeared."""


@dataclass(frozen=True, slots=True)
class Method:
    """How the last number came about."""


@dataclass(frozen=True, slots=True)
class Asserted:
    """A number of objects that the question asserts."""

    claim: Claim


@dataclass(frozen=True, slots=True)
class Unseen:
    """Things that no tool detects."""

    nouns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Impossible:
    """Something that the program does not do."""

    act: str
    """`mail` or `print`."""


@dataclass(frozen=True, slots=True)
class Courtesy:
    """Thanks or a greeting alone."""

    act: str


@dataclass(frozen=True, slots=True)
class Recap:
    """A summary of what was found so far."""


@dataclass(frozen=True, slots=True)
class OfOneDate:
    """All objects of one date were asked for, where changed ones alone are known."""

    object_class: str


@dataclass(frozen=True, slots=True)
class LimitsIn:
    """Sizes were stated in pixels, or in a unit of area; where results count in the other one, that has to be told."""

    pixels: bool


@dataclass(frozen=True, slots=True)
class When:
    """A moment is asked for, which two dates do not tell."""


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """A question that no tool answers."""


@dataclass(frozen=True, slots=True)
class NotUsed:
    """Words that carry meaning, and that the plan makes no use of."""

    words: tuple[str, ...]


Remark = (
    Whether
    | Compared
    | Converted
    | Against
    | Balance
    | Difference
    | Every
    | NoPixelSize
    | LandOfOneDate
    | BuiltUp
    | MostIn
    | Beyond
    | PartUnknown
    | NoThirds
    | Method
    | Asserted
    | Unseen
    | Impossible
    | Courtesy
    | Recap
    | OfOneDate
    | OutOfScope
    | When
    | LimitsIn
    | NotUsed
)

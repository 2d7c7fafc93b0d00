"""The wordings of questions in one language, as one value: patterns that are searched in lower-case text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Patterns = Mapping[str, str]
"""Regular expressions, without a group that is kept, by what they ask for."""


@dataclass(frozen=True, kw_only=True)
class PixelWords:
    """How the ground size of a pixel is stated: "assume half a metre a pixel"."""

    pixel: str
    half: str
    """Before a unit, its article among it."""
    centimetres: str
    metres: str
    assumes: str
    """Before the size."""
    per: str
    """Between the size and the pixel."""


@dataclass(frozen=True, kw_only=True)
class QuestionWords:
    """How questions are worded."""

    acts: Patterns
    """By what is to be done; those that could be taken for others come first."""
    statistics: Patterns
    """By the number about many objects that is asked for."""
    orders: Patterns
    """By which objects come first."""
    covers: Patterns
    """Land cover, by the tools' name of it."""
    ways: Patterns
    """`loss` and `gain` of land."""
    gone: str
    """Of buildings and roads that disappeared."""
    came: str
    """Of those that appeared."""
    words: Patterns
    """Words that carry a question on: `refers`, `only`, `corrects`, `forgets`, `discards` (what was limited is left out), `sure_only` (what is unsure is left out), `goes_on`, `all`, `big`, `none`,
    `stands`, `middle`."""
    auxiliary: str
    """What a question begins with that is answered yes or no."""
    least: str
    """Before a number that is a minimum."""
    most: str
    """Before a number that is a maximum."""
    than: str
    """What may stand between these and the number."""
    and_up: str
    """Behind a minimum."""
    and_down: str
    """Behind a maximum."""
    between: tuple[str, str]
    """Before the lower of two numbers, and between them."""
    sure: str
    """Words for probability."""
    stop: str
    """Words, apart by blanks, that carry no meaning of their own for a plan."""
    near: Mapping[str, tuple[str, ...]]
    """A distance to something that limits what counts, `within` and `beyond` it, or without a number, `beside`, or orders it,
    `nearest` and `farthest`; <n> stands for the distance, <art> for an article, <to> for the thing."""
    articles: str
    """What may stand before a noun."""
    it: str
    """The object that was spoken of."""
    cues: Patterns
    """What tells questions apart that other words do not, searched in the whole question: `adjusted` (areas that a map's errors are taken out of), `map_accuracy` (how right a map is), `zone_effect` (where a programme was most effective), `next` (the nearest), `both`,
    `sized` and `less` (compares sizes), `balance` (more or fewer than before), `stood` (how many there were), `drier`,
    `which_way`, `most`, `rest` (all but what was spoken of), `against` (holds a measure against a size), `together` (of all of them), `by_zone` (zones of a file), `from_to` (a table of what became what), `into` (one kind of land that was lost to another), `taken` (when images were), `changes` (of any class), `either` (which of two ways), `not_only`, `them` (what was spoken of), `denied`,
    `nothing` (it is said that none of something is there), `all_ground`, `one_date`, `came_from` (what was there before), `whole` (the whole image), `scene` (the image
    itself), `still_there`, `unsure` (what a gain of water alone does not show), `quarters`,
    `gross` (any loss or gain, whatever outweighs it), `flood`, `share` (of the image), `share_changed` (of all that changed), `map_too` (besides a file), `every`, `regrown` (vegetation), `true` (whether something
    is), `hit` (of changes), `thirds` (parts that are not measured), `patches` (pieces of land), `parcels` (of a land register or a farm), `ranked` (which of several, or a list), `clearing` (of woods), `several` (the largest ones, not the largest one), `single_trees` (a number of trees), `this_place` (what the images show as a whole), `one_by_one` (begins with a wish for things one by one), `or`, `counted` (a number of objects, where their noun is part of it)."""
    doubts: Patterns
    """What is doubted, by the sources of error that `tell_error_source` tells of, searched in the whole question."""
    sides: Patterns
    """Sides of the picture by compass, in words without other senses."""
    another: str
    """Another object of the same class."""
    ordinals: Mapping[str, int]
    """What stands before an order for what follows the first: "second (largest)"."""
    built_up: str
    """Built-up ground, which names no single building."""
    share: str
    """Words for a share of the image."""
    each: str
    """Words for one number of each object."""
    denied: str
    """What stands before a part of the image that is left out."""
    introduces: str
    """What a sentence begins with that tells who asks, and asks nothing: "I work for"."""
    pixel_size: PixelWords
    trails: str
    """Behind a limit, and part of what is done by it."""
    goes_to: tuple[str, str]
    """Before the name of a pair that is to be gone to, and for a pair."""
    trained: str
    """Of tasks that the trained planner knows well."""
    archived: str = ""
    """Of searches of an archive, where other words of the language for one mean something else, too: "archivo"."""
    beyond: str = ""
    """Words, apart by blanks, for what no image tells: costs, damage, people."""
    spoken: Patterns = field(default_factory=dict)
    """What is said shortened, and how it is written: "nem" for "einem"."""
    not_units: str = ""
    """Words, apart by blanks, that are units behind a number or "in" alone: Spanish "ha" is "has", too."""

"""Captions as other people would word them, for teaching. Knows no image and no torch.

The words of `evaluation.other_words` are left out, so that it shows what was never taught.
"""

from __future__ import annotations

import re

import numpy as np

WORDINGS: dict[str, tuple[str, ...]] = {
    "houses": ("dwellings", "family houses", "cottages", "residential houses", "properties", "housing units"),
    "house": ("dwelling", "cottage", "family house", "property"),
    "villas": ("mansions", "large houses", "detached houses", "country houses"),
    "villa": ("mansion", "large house", "detached house"),
    "buildings": ("edifices", "blocks", "facilities", "constructions"),
    "building": ("edifice", "block", "facility", "construction"),
    "roads": ("highways", "lanes", "avenues", "roadways"),
    "road": ("highway", "lane", "avenue", "roadway"),
    "trees": ("wood", "tree cover", "greenery"),
    "woods": ("wood", "wooded land", "tree stands", "forested land"),
    "forest": ("wood", "wooded land", "jungle", "forested land", "timberland"),
    "bareland": ("bare ground", "barren land", "open ground", "dirt", "bare earth", "exposed ground"),
    "desert": ("barren ground", "arid land", "sandy ground"),
    "built": ("erected", "raised", "established", "developed", "made"),
    "constructed": ("erected", "raised", "established", "completed"),
    "removed": ("cleared", "eliminated", "gone", "cut away", "wiped out"),
    "demolished": ("torn down", "razed", "pulled down"),
    "appear": ("show up", "are added", "come up", "have come into being", "can be seen now"),
    "appears": ("shows up", "is added", "comes up", "has come into being", "can be seen now"),
    "appeared": ("shown up", "been added", "come up"),
    "disappear": ("vanish", "are lost", "are gone"),
    "disappears": ("vanishes", "is lost", "is gone"),
    "many": ("lots of", "a large number of", "plenty of"),
    "several": ("a few", "some", "a couple of"),
    "some": ("a few", "a number of", "certain"),
    "large": ("big", "huge", "great"),
    "small": ("little", "minor"),
    "parking lot": ("car park", "parking area", "parking space"),
    "grass": ("turf", "grassy ground", "lawns"),
    "meadow": ("grassland", "pasture", "grassy field"),
    "vegetation": ("greenery", "plant cover"),
    "plants": ("greenery", "plant growth"),
    "pool": ("basin", "pond"),
    "lake": ("pond", "body of water"),
    "path": ("trail", "track", "walkway"),
    "beside": ("next to", "alongside", "by"),
    "along": ("alongside", "beside", "next to"),
    "around": ("surrounding", "near"),
    "corner": ("part", "end"),
    "top": ("northern part", "upper part"),
    "bottom": ("southern part", "lower part"),
    "replace": ("take the place of", "supersede"),
    "replaced by": ("turned into", "exchanged for"),
    "neatly": ("in an orderly way", "tidily"),
    "residential area": ("neighbourhood", "housing estate", "settlement"),
    "crossroad": ("road junction", "crossing of roads"),
}
"""Words of LEVIR-CC's captions, and what else people say."""
_KNOWN = re.compile(rf"\b({'|'.join(sorted(WORDINGS, key=len, reverse=True))})\b")


def reworded(sentence: str, rng: np.random.Generator, share: float) -> str:
    """The sentence with about a `share` of its known words replaced, each by one of its other wordings."""

    def other(word: re.Match[str]) -> str:
        wordings = WORDINGS[word[0]]
        return wordings[rng.integers(len(wordings))] if rng.random() < share else word[0]

    return _KNOWN.sub(other, sentence)

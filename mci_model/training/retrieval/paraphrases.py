"""Paraphrases of captions, for training. Knows no image and no torch.

The words of `evaluation.retrieval.other_words` are left out, so that it evaluates on unseen words.
"""

from __future__ import annotations

import re

import numpy as np

SYNONYMS: dict[str, tuple[str, ...]] = {
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
"""Words of LEVIR-CC's captions and their synonyms."""
_PATTERN = re.compile(rf"\b({'|'.join(sorted(SYNONYMS, key=len, reverse=True))})\b")


def paraphrase(sentence: str, rng: np.random.Generator, share: float) -> str:
    """The sentence with about a `share` of its listed words replaced by one of their synonyms."""

    def replacement(word: re.Match[str]) -> str:
        synonyms = SYNONYMS[word[0]]
        return synonyms[rng.integers(len(synonyms))] if rng.random() < share else word[0]

    return _PATTERN.sub(replacement, sentence)

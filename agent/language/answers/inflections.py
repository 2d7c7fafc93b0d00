"""Endings by which words of a language bend, so that a word is known by any form of it. Knows no table of words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

MIN_STEM = 4
"""Letters of a stem, at least; shorter ones are shared by words of other senses."""


def stem_of(word: str, endings: Iterable[str]) -> str:
    """A word without its longest ending; empty where too little is left.

    Args:
        word: in lower case.
        endings: the longest first.
    """
    ending = next((one for one in endings if word.endswith(one) and len(word) - len(one) >= MIN_STEM), "")
    stem = word.removesuffix(ending) if ending else word
    return stem if len(stem) >= MIN_STEM else ""


def by_stem(glosses: Mapping[tuple[str, ...], str], endings: Iterable[str]) -> dict[str, str]:
    """English words by the stem of single words; stems of words of several senses are left out."""
    ordered, senses = list(endings), dict[str, set[str]]()
    for phrase, gloss in glosses.items():
        stem = stem_of(phrase[0], ordered) if len(phrase) == 1 else ""
        if stem:
            senses.setdefault(stem, set()).add(gloss)
    return {stem: min(of, key=len) for stem, of in senses.items() if _agree(of)}


def _agree(glosses: Iterable[str]) -> bool:
    """Whether senses of a stem differ in nothing that is checked: they are one, or all of looking and telling."""
    bare = {_singular(gloss) for gloss in glosses}
    return len(bare) == 1 or bare <= LOOKING


LOOKING = frozenset(
    "found detect detects recognise see show shows tell say list count measure measures measured visible determine"
    " verify estimate compare compared explain give report".split()
) | {""}


def _singular(gloss: str) -> str:
    return gloss.removesuffix("s")

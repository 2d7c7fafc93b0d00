"""The conditions under which objects were counted or listed, in words that follow their name."""

from __future__ import annotations

from agent.wording.words import Words
from tools.change.selection import FoundObjects


def conditions(
    words: Words,
    *,
    min_area: str = "",
    max_area: str = "",
    min_probability: float | None = None,
    within: str = "",
) -> str:
    """Conditions with a blank before each: " of at least 100 m² in the northern half".

    Args:
        words: of the language.
        min_area: the smallest size with its unit; empty for any.
        max_area: the largest one.
        min_probability: 0-1.
        within: a part of the image by its English name.
    """
    told = [words.say("filter-min-area", size=min_area)] if min_area else []
    told += [words.say("filter-max-area", size=max_area)] if max_area else []
    if min_probability is not None:
        told.append(words.say("filter-min-probability", probability=words.share(min_probability)))
    told += [words.say("filter-within", place=words.within(within))] if within else []
    return "".join(words.say("filter", condition=one) for one in told)


def where(found: FoundObjects, words: Words) -> str:
    """Where objects were looked for, with a blank before it; empty for anywhere."""
    if words.code == "en":
        return f" {found.condition}" if found.condition else ""
    told = conditions(words, within=found.within)
    if found.beside is not None:
        side = found.beside
        told += words.say(
            "filter", condition=words.say("beside", direction=side.direction, kind=side.object_class, id=str(side.id))
        )
    return told

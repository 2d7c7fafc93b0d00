"""One sentence on all that the maps of a pair show, and on nothing else: buildings, roads, other ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools.change.change_map import ALL_CLASSES, ChangeClass, ChangedObject, ChangeMap, Status
from tools.change.sentences.whereabouts import whereabouts
from tools.number_format import counted, ground_size, percent

STATUSES: tuple[Status, ...] = ("appeared", "disappeared", "any")
MAX_KINDS = 2
"""Kinds of other change that are told one by one, the largest first; one where buildings or roads changed."""
COVER_WORDS = {"buildings": "built-up ground"}
"""Names of land cover that would be taken for what the map of buildings tells."""
NOTHING = "no changed building or road was found"
NOTHING_COUNTS = "no changed building or road that counts was found"
"""Where a smallest size or probability is asked for."""
NOR_OTHER, NOT_LOOKED = ", and no other change", "; other change was not looked for"


def map_sentence(change_map: ChangeMap, *, sure: bool = True) -> str:
    """What the maps show, in one sentence without capital and full stop.

    Args:
        change_map: of buildings and roads, with that of other change where the network tells it.
        sure: whether it is told as what is, rather than as what may be.
    """
    things = [clause for name in ALL_CLASSES for clause in _of_class(change_map, name, sure=sure)]
    kinds = 1 if things else MAX_KINDS
    ground = [] if change_map.other is None else list(_of_ground(change_map.other, kinds, sure=sure))
    if things:
        return "; ".join([*things, *ground])
    nothing = NOTHING if change_map.object_filter.keeps_all else NOTHING_COUNTS
    if ground:
        return "; ".join([*ground, nothing])
    return nothing + (NOT_LOOKED if change_map.other is None else NOR_OTHER)


def _of_class(change_map: ChangeMap, name: ChangeClass, *, sure: bool) -> Iterator[str]:
    """One clause for what appeared, and one for what disappeared."""
    for status in STATUSES:
        objects = [obj for obj in change_map.of(name) if obj.status == status]
        if objects:
            many = f"a {name}" if len(objects) == 1 else counted(len(objects), name)
            verb = "changed" if status == "any" else status
            where = whereabouts(change_map, objects, by_number=name == "building")
            yield f"{many} {verb if sure else f'may have {verb}'}{where}"


def _of_ground(other: ChangeMap, told: int, *, sure: bool) -> Iterator[str]:
    """One clause for each kind of other change, the largest first, and one for the rest."""
    kinds: dict[tuple[str, str], list[ChangedObject]] = {}
    for obj in other.objects:
        before, after = (COVER_WORDS.get(name, name) for name in obj.cover or ("", ""))
        kinds.setdefault(("", "") if before == after else (before, after), []).append(obj)
    largest = sorted(kinds.items(), key=lambda kind: -sum(obj.pixels for obj in kind[1]))
    for (before, after), regions in largest[:told]:
        became, changed = ("became", "changed") if sure else ("may have become", "may have changed")
        size = _size(other, regions)
        change = f"{size} of {before} {became} {after}" if before else f"the ground {changed} on {size}"
        yield f"{change}{whereabouts(other, regions, by_number=False)} ({percent(_probability(regions))} probable)"
    if largest[told:]:
        yield f"the ground {'changed' if sure else 'may have changed'} elsewhere, too"


def _size(other: ChangeMap, regions: Sequence[ChangedObject]) -> str:
    return ground_size(sum(obj.pixels for obj in regions), other.ground(regions))


def _probability(regions: Sequence[ChangedObject]) -> float:
    """Mean over all pixels."""
    return sum(obj.probability * obj.pixels for obj in regions) / sum(obj.pixels for obj in regions)

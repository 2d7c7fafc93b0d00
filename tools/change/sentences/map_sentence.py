"""One sentence on all that the maps of a pair show, and on nothing else: buildings, roads, other ground."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools.change.change_map import ALL_CLASSES, ChangeClass, ChangedObject, ChangeMap, Status
from tools.change.sentences.clauses import Clause, Shown
from tools.change.sentences.whereabouts import in_words, whereabouts
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
    return told(shown(change_map, sure=sure))


def shown(change_map: ChangeMap, *, sure: bool = True) -> Shown:
    """What that sentence tells, as values."""
    things = [clause for name in ALL_CLASSES for clause in _of_class(change_map, name)]
    most = 1 if things else MAX_KINDS
    ground = [] if change_map.other is None else list(_of_ground(change_map.other))
    return Shown(
        clauses=(*things, *ground[:most]),
        elsewhere=len(ground) > most,
        sure=sure,
        ground_told=change_map.other is not None,
        counts_all=change_map.object_filter.keeps_all,
    )


def told(facts: Shown) -> str:
    """The sentence."""
    things = [_things(one, sure=facts.sure) for one in facts.clauses if one.object_class != "any"]
    ground = [_ground(one, sure=facts.sure) for one in facts.clauses if one.object_class == "any"]
    ground += [f"the ground {'changed' if facts.sure else 'may have changed'} elsewhere, too"] * facts.elsewhere
    if things:
        return "; ".join([*things, *ground])
    nothing = NOTHING if facts.counts_all else NOTHING_COUNTS
    if ground:
        return "; ".join([*ground, nothing])
    return nothing + (NOR_OTHER if facts.ground_told else NOT_LOOKED)


def _of_class(change_map: ChangeMap, name: ChangeClass) -> Iterator[Clause]:
    """One clause for what appeared, and one for what disappeared."""
    for status in STATUSES:
        objects = [obj for obj in change_map.of(name) if obj.status == status]
        if objects:
            where = whereabouts(change_map, objects, by_number=name == "building")
            yield Clause(name, status, len(objects), *_measured(change_map, objects), where)


def _of_ground(other: ChangeMap) -> Iterator[Clause]:
    """One clause for each kind of other change, the largest first."""
    kinds: dict[tuple[str, str], list[ChangedObject]] = {}
    for obj in other.objects:
        before, after = (COVER_WORDS.get(name, name) for name in obj.cover or ("", ""))
        kinds.setdefault(("", "") if before == after else (before, after), []).append(obj)
    for (before, after), regions in sorted(kinds.items(), key=lambda kind: -sum(obj.pixels for obj in kind[1])):
        where = whereabouts(other, regions, by_number=False)
        yield Clause("any", "any", len(regions), *_measured(other, regions), where, before, after)


def _measured(change_map: ChangeMap, objects: Sequence[ChangedObject]) -> tuple[int, float | None, float]:
    """Pixels, area and probability of all of them."""
    pixels = sum(obj.pixels for obj in objects)
    return pixels, change_map.ground(objects), sum(obj.probability * obj.pixels for obj in objects) / max(1, pixels)


def _things(one: Clause, *, sure: bool) -> str:
    many = f"a {one.object_class}" if one.count == 1 else counted(one.count, one.object_class)
    verb = "changed" if one.status == "any" else one.status
    return f"{many} {verb if sure else f'may have {verb}'}{in_words(one.where)}"


def _ground(one: Clause, *, sure: bool) -> str:
    became, changed = ("became", "changed") if sure else ("may have become", "may have changed")
    size = ground_size(one.pixels, one.area_m2)
    change = f"{size} of {one.before} {became} {one.after}" if one.before else f"the ground {changed} on {size}"
    return f"{change}{in_words(one.where)} ({percent(one.probability)} probable)"

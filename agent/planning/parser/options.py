"""Filters and options of a plan line, word by word, as arguments of a tool."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from agent.planning.parser import words

Arguments = dict[str, Any]
Reader = Callable[[str], Arguments | None]
"""The arguments that a word stands for; None for a word of another kind."""


def _among(prefix: str, name: str, allowed: tuple[str, ...] | list[str]) -> Reader:
    known = {f"{prefix}{value}": value for value in allowed}
    return lambda word: {name: known[word]} if word in known else None


def _status(word: str) -> Arguments | None:
    return {"status": words.STATUS[word]} if word in words.STATUS else None


def _size(word: str) -> Arguments | None:
    match = words.SIZE.fullmatch(word)
    return match and {words.SIZE_LIMITS[match[1]]: round(float(match[2]) * words.AREAS[match[3]], 6)}


def _probability(word: str) -> Arguments | None:
    match = words.PROBABILITY.fullmatch(word)
    return match and {words.PROBABILITY_LIMITS[match[1]]: float(match[2]) / 100}


def _near(word: str) -> Arguments | None:
    match = words.NEAR.fullmatch(word)
    if match is None:
        return None
    metres = float(match[3]) * words.LENGTHS[match[4]]
    return {"distance_to": number_or(match[1]), words.DISTANCE_LIMITS[match[2]]: metres}


def _count(word: str) -> Arguments | None:
    if word == "k:all":
        return {"k": words.ALL}
    return {"k": int(word[2:])} if word.startswith("k:") and word[2:].isdigit() else None


def _rank(word: str) -> Arguments | None:
    return {"rank": int(word[5:])} if word.startswith("rank:") and word[5:].isdigit() else None


def _of(word: str) -> Arguments | None:
    value = word.removeprefix("of:")
    known = value in ("last", "building", "road", "centre") or value.isdigit()
    return {"of": number_or(value)} if known and value != word else None


def number_or(word: str) -> int | str:
    """An object's number, or what else tells it."""
    return int(word) if word.isdigit() else word


READERS: Mapping[str, Reader] = {
    "class": _among("", "object_class", words.CLASSES),
    "status": _status,
    "within": _among("", "within", words.PARTS),
    "size": _size,
    "probability": _probability,
    "near": _near,
    "unit": _among("", "unit", words.UNITS),
    "k": _count,
    "order": _among("by:", "order", "largest smallest surest unsurest nearest farthest".split()),
    "rank": _rank,
    "extent": _among("extent:", "extent", ["length", "perimeter"]),
    "direction": _among("dir:", "direction", words.PARTS[:8]),
    "of": _of,
    "way": _among("way:", "way", ["lost", "gained"]),
    "tell": _among("tell:", "tell", ["where", "became", "rate"]),
    "cover": _among("cover:", "cover", words.COVERS),
    "pair": lambda word: {"pair": word[5:]} if word.startswith("pair:") and len(word) > 5 else None,
}
"""By option, how its word is read."""


def read(word: str, options: tuple[str, ...]) -> Arguments | None:
    """The arguments of a word, which must be one of these options; None where it is none."""
    return next((found for option in options if (found := READERS[option](word)) is not None), None)


def written(arguments: Mapping[str, Any], options: tuple[str, ...]) -> list[str]:
    """The words of these options, in their order; arguments that hold no value are left out."""
    return [word for option in options for word in WRITERS[option](arguments)]


def number(value: float) -> str:
    """Without an exponent and without needless decimals."""
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _plain(name: str, prefix: str = "", silent: tuple[Any, ...] = ()) -> Callable[[Mapping[str, Any]], list[str]]:
    def write(arguments: Mapping[str, Any]) -> list[str]:
        value = arguments.get(name)
        return [] if value is None or value in silent else [f"{prefix}{value}"]

    return write


def _limits(
    names: Mapping[str, str], word: Callable[[str, float, Mapping[str, Any]], str]
) -> Callable[[Mapping[str, Any]], list[str]]:
    def write(arguments: Mapping[str, Any]) -> list[str]:
        given = [(sign, arguments.get(name)) for sign, name in names.items()]
        return [word(sign, float(value), arguments) for sign, value in given if value is not None]

    return write


SHORT = {value: key for key, value in words.STATUS.items()}
WRITERS: Mapping[str, Callable[[Mapping[str, Any]], list[str]]] = {
    "class": _plain("object_class", silent=("any",)),
    "status": lambda given: [SHORT[given["status"]]] if given.get("status", "any") != "any" else [],
    "within": _plain("within", silent=("whole",)),
    "size": _limits(words.SIZE_LIMITS, lambda sign, value, _: f"{sign}{number(value)}m2"),
    "probability": _limits(words.PROBABILITY_LIMITS, lambda sign, value, _: f"p{sign}{number(100 * value)}"),
    "near": _limits(
        words.DISTANCE_LIMITS, lambda sign, value, given: f"near:{given.get('distance_to')}{sign}{number(value)}m"
    ),
    "unit": _plain("unit"),
    "k": lambda given: [] if given.get("k") is None else [f"k:{'all' if given['k'] == words.ALL else given['k']}"],
    "order": _plain("order", "by:", ("largest",)),
    "rank": _plain("rank", "rank:", (1,)),
    "extent": _plain("extent", "extent:"),
    "direction": _plain("direction", "dir:"),
    "of": lambda given: _plain("distance_to" if given.get("order") in words.BY_DISTANCE else "of", "of:")(given),
    "way": _plain("way", "way:", ("both", "lost")),
    "tell": _plain("tell", "tell:", ("balance",)),
    "cover": _plain("cover", "cover:"),
    "pair": _plain("pair", "pair:"),
}
"""By option, the words for the arguments of a call."""

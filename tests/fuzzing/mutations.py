"""Mutations of bytes and of JSON that the kinds share; every one is a function of its dice alone."""

from __future__ import annotations

import copy
import json
import struct
from random import Random
from typing import Any

EDGES = (
    0,
    1,
    2,
    7,
    127,
    128,
    255,
    256,
    32767,
    65535,
    2**31 - 1,
    2**31,
    2**32 - 1,
    2**53,
    2**63,
    2**64 - 1,
    -1,
    -(2**31),
)
"""Whole numbers at which programs go wrong."""
ODD_TEXTS = (
    "", " ", "\0", "a\0b", "\n", "../../etc/passwd", "/dev/zero", "file:///etc/passwd", "/vsizip/a.zip", "x" * 5000,
    "é" * 300, "\u202egnp.fit", "\ufeff", "NaN", "-1", "1e999", "=1+1", "{{7*7}}", "<script>", "日本", "con", "'", '"',
)  # fmt: skip
ODD_VALUES: tuple[Any, ...] = (
    None, True, False, 0, -1, 1.5, 10**30, -(10**400), float("nan"), float("inf"), -1e308, [], {}, [[]], {"": {}},
    [None], ["a", 1], {"a": 1}, *ODD_TEXTS,
)  # fmt: skip


def dice(kind: str, seed: int) -> Random:
    """The dice of one input: the same for the same kind and seed, in any process."""
    return Random(f"{kind} {seed}")


def mutate_bytes(rng: Random, content: bytes) -> bytes:
    """Bytes changed, removed, doubled, cut off or put in at a few places."""
    changed = bytearray(content)
    for _ in range(rng.choice((1, 1, 1, 2, 4, 16))):
        if not changed:
            break
        _mutate_once(rng, changed)
    return bytes(changed)


def _mutate_once(rng: Random, changed: bytearray) -> None:
    place, length = rng.randrange(len(changed)), rng.choice((1, 2, 4, 8, 64, 1000))
    how = rng.randrange(7)
    if how == 0:
        changed[place] ^= 1 << rng.randrange(8)
    elif how == 1:
        changed[place] = rng.choice((0, 1, 127, 128, 255))
    elif how == 2:
        del changed[place:]
    elif how == 3:
        del changed[place : place + length]
    elif how == 4:
        changed[place:place] = changed[place : place + length]
    elif how == 5:
        changed[place : place + length] = bytes(rng.choice((0, 255)) for _ in range(min(length, len(changed) - place)))
    else:
        number = struct.pack(rng.choice("<>") + "I", rng.choice(EDGES) % 2**32)
        changed[place : place + 4] = number


def mutate_json(rng: Random, value: Any) -> Any:
    """A copy of a JSON value with one to three places of another kind, missing, doubled or renamed."""
    box = [copy.deepcopy(value)]
    for _ in range(rng.choice((1, 1, 1, 2, 3))):
        places = list(_places(box))
        _change_at(rng, *rng.choice(places))
    return box[0]


def _places(value: Any) -> list[tuple[Any, Any]]:
    """(container, key) of every value inside."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    found = [(value, key) for key in keys]
    return found + [place for key in keys for place in _places(value[key])]


def _change_at(rng: Random, container: Any, key: Any) -> None:
    how = rng.randrange(8)
    if how < 4:
        container[key] = copy.deepcopy(rng.choice(ODD_VALUES))
    elif how == 4 and isinstance(container, dict):
        container[rng.choice(ODD_TEXTS)] = container.pop(key)
    elif how == 5 and isinstance(container, dict):
        del container[key]
    elif how == 6:
        container[key] = [copy.deepcopy(container[key])] * rng.choice((0, 1, 2))
    else:
        container[key] = _near(rng, container[key])


def _near(rng: Random, value: Any) -> Any:
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, float)):
        return rng.choice(
            (value + 1, -value, value * 1000, rng.choice(EDGES), value * 0.5 if abs(value) < 1e9 else 0.5)
        )
    if isinstance(value, str):
        return rng.choice((value[: len(value) // 2], value * 2, value + "\ud800", value.upper(), rng.choice(ODD_TEXTS)))
    if isinstance(value, list):
        return value[:-1] if rng.random() < 0.5 else value * 2
    return {str(key): inner for key, inner in (value or {}).items()}


def json_bytes(rng: Random, value: Any) -> bytes:
    """A JSON value, mutated in content or in its bytes, in an odd encoding now and then."""
    how = rng.randrange(20)
    if how == 0:
        return odd_json(rng)
    if how < 4:
        return mutate_bytes(rng, json.dumps(value).encode())
    text = json.dumps(mutate_json(rng, value), ensure_ascii=rng.random() < 0.7)
    return encoded(rng, text) if how < 7 else text.encode("utf-8", "surrogatepass")


def encoded(rng: Random, text: str) -> bytes:
    """Text in another encoding than plain UTF-8."""
    name = rng.choice(("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "latin-1", "cp1252", "shift-jis"))
    return text.encode(name, "replace" if not name.startswith("utf") else "surrogatepass")


def odd_json(rng: Random) -> bytes:
    """What is JSON by the letter, or nearly, and no file that a program writes."""
    deep = rng.choice((100, 201, 1_000, 100_000))
    return rng.choice(
        (
            b"", b"{}", b"[]", b"null", b"0", b'"text"', b"NaN", b"-Infinity", b"\xff\xfe", b"\xef\xbb\xbf", b"\0" * 64,
            b"[" * deep, b"[" * deep + b"]" * deep, b'{"a":' * deep + b"1" + b"}" * deep, b"1" * 5_000, b"1e999999",
            b'{"a":1,"a":2}', b'"\\ud800"', b'{"\\udc00":1}', b"[1,]", b"{'a':1}", b"true", b" " * 10_000,
        )
    )  # fmt: skip

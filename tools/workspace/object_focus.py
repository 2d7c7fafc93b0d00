"""The object of each pair that was mentioned last, to resolve "it" in a question."""

from __future__ import annotations

from collections.abc import Mapping


class ObjectFocus:
    """Object ids by pair."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of(self, pair: str) -> int | None:
        """The object of a pair that was mentioned last; None where none was."""
        return self._numbers.get(pair)

    def note(self, pair: str, number: int) -> None:
        """Note that an object was mentioned."""
        self._numbers[pair] = number

    def clear(self) -> None:
        """Forget all, because the filter has changed."""
        self._numbers.clear()

    def restore(self, numbers: Mapping[str, int]) -> None:
        """Restore the result of `to_json`."""
        self._numbers = dict(numbers)

    def to_json(self) -> dict[str, int]:
        """Object ids by pair, to store a conversation."""
        return dict(self._numbers)

"""Which object of each pair was spoken of last, so that "it" means something."""

from __future__ import annotations

from collections.abc import Mapping


class ObjectFocus:
    """Numbers of objects by pair."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def of(self, pair: str) -> int | None:
        """The object of a pair that was spoken of last; None where none was."""
        return self._numbers.get(pair)

    def note(self, pair: str, number: int) -> None:
        """An object was spoken of."""
        self._numbers[pair] = number

    def clear(self) -> None:
        """Forget all: other objects count."""
        self._numbers.clear()

    def restore(self, numbers: Mapping[str, int]) -> None:
        """Take up what `to_json` gave."""
        self._numbers = dict(numbers)

    def to_json(self) -> dict[str, int]:
        """Numbers by pair, for a conversation that is kept."""
        return dict(self._numbers)

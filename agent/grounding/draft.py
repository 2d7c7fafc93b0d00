"""A text while it is written: sentence by sentence, each shown only once it has passed the check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from agent.answer import Step
from agent.grounding.checker import check
from agent.grounding.text.sentences import END


class CheckedDraft:
    """Holds a text back up to the end of its last sound sentence; after an unsound one nothing more is shown."""

    def __init__(self, earlier: Sequence[Step], questions: Sequence[str]) -> None:
        self._earlier, self._questions = earlier, questions
        self._held, self._is_over = "", False

    def add(self, text: str, steps: Sequence[Step]) -> Iterator[str]:
        """Hear more of it; returns the sentences that may be shown now.

        Args:
            text: the next words.
            steps: the tool calls of this turn so far.
        """
        self._held += text
        while not self._is_over and (end := END.search(self._held)) and end.end() < len(self._held):
            sentence, self._held = self._held[: end.end()], self._held[end.end() :]
            self._is_over = bool(check(sentence, steps, self._earlier, self._questions, []).faults)
            if not self._is_over:
                yield sentence

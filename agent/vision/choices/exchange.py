"""A talk with a multimodal model in which each answer is a choice, or is asked for once more. Knows no options."""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

from agent.models.provider_registry import provider_errors
from agent.plain_text import plain
from agent.vision.ask_image import Vision
from agent.vision.choices.options import FORM, Fault
from agent.vision.choices.token_usage import Price, Spent, spent
from tools.errors import ToolError
from tools.rasters.png import png
from tools.spectrum.pseudo_images import PseudoImage

UNREADABLE = (ValueError, TypeError, LookupError)
"""What LangChain raises where a server answers with something else than its protocol has."""
MAX_CHARS = 1200
"""Of an answer that is stored, or shown to its model again."""
NO_TEXT = "(no text)"
REPAIR = "Your answer cannot be read. {fault} Answer again with " + FORM + "."
Reader = Callable[[str], tuple[int, ...] | Fault]


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn of the exchange."""

    by: Literal["asked", "answered"]
    text: str
    pictures: int


class Exchange:
    """One talk."""

    def __init__(self, vision: Vision, instructions: str, price: Price | None = None) -> None:
        self.vision, self.price = vision, price
        self.turns: list[Turn] = []
        self._messages: list[BaseMessage] = [SystemMessage(instructions)]
        self._answers: list[AIMessage] = []

    @property
    def spent(self) -> Spent:
        """Usage of the exchange so far."""
        return spent(self._answers, self.price)

    def choose(self, text: str, read: Reader, views: Sequence[PseudoImage] = ()) -> tuple[int, ...]:
        """Ask, and read the choice; an answer that cannot be read is asked for once more.

        Args:
            text: what is asked; it comes after the pictures.
            read: reads an answer.
            views: pictures to show.

        Raises:
            ToolError: the model does not answer, or not in the required form, even when asked again.
        """
        choice = self._ask(text, read, views)
        if isinstance(choice, Fault):
            choice = self._ask(REPAIR.format(fault=choice.text), read, ())
        if isinstance(choice, Fault):
            raise ToolError(
                f"The multimodal model {self.vision.name} did not answer in the form that it was told twice "
                f"({choice.text.rstrip('.')}); ask again, or choose another model."
            )
        return choice

    def _ask(self, text: str, read: Reader, views: Sequence[PseudoImage]) -> tuple[int, ...] | Fault:
        content: list[str | dict[Any, Any]] = [*(_picture(view) for view in views), {"type": "text", "text": text}]
        self._messages.append(HumanMessage(content))
        self.turns.append(Turn("asked", text, len(views)))
        answer = self._answer()
        # Makers differ in what they take back of their own answers (an empty one, hidden thoughts): all take text.
        answered = plain(answer.text, most=MAX_CHARS) or NO_TEXT
        self._messages.append(AIMessage(answered))
        self.turns.append(Turn("answered", answered, 0))
        return read(answer.text)

    def _answer(self) -> AIMessage:
        model = f"The multimodal model {self.vision.name}"
        try:
            answer = self.vision.model.invoke(self._messages)
        except provider_errors() as error:
            what = "did not answer in time" if "timeout" in type(error).__name__.lower() else "did not answer"
            raise ToolError(
                f"{model} {what} ({type(error).__name__}); check its server, its name and its key, or try again later."
            ) from error
        except UNREADABLE as error:
            raise ToolError(
                f"{model} answered with something that is no chat answer ({type(error).__name__}); check its address."
            ) from error
        self._answers.append(answer)
        return answer


def _picture(view: PseudoImage) -> dict[str, str]:
    return {"type": "image", "base64": base64.b64encode(png(view.picture)).decode(), "mime_type": "image/png"}

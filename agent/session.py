"""One conversation: its pairs, its questions, their results, and how a question becomes an answer.

question -> language model plans -> tools run -> language model words -> text checked against results -> Answer
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from langchain.agents.middleware.model_call_limit import ModelCallLimitExceededError
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage, HumanMessage, RemoveMessage

from agent import tracing, wording
from agent.answer import MARKER, Answer, Draft, PairFiles, Step
from agent.errors import MemoryFileError, ModelUnavailableError, TimeLimitError
from agent.grounding import Checked, CheckedDraft, check
from agent.loop import evidence
from agent.loop.conversation_store import Conversation, Memory
from agent.loop.graph import SECONDS, Deadline, build_graph
from agent.loop.toolbox import reporting_invalid_arguments, toolbox
from agent.models.embedded import PLAN, EmbeddedModel, to_steps, words_of
from agent.models.language_models import LanguageModel, choose_language_model
from agent.models.provider_registry import provider_errors
from agent.open_workspace import OpenWorkspace
from agent.plain_text import plain
from tools.catalogue.remembering import keep_answer
from tools.errors import ToolError
from tools.measurements.radar_maps import is_radar
from tools.notices import notice, reason_of
from tools.pairs.pair import ImagePair
from tools.workspace.assessments import assessed_classes
from tools.workspace.call_log import Call
from tools.workspace.workspace import Workspace

if TYPE_CHECKING:
    from langgraph.graph.state import CompiledStateGraph

    from agent.vision.ask_image import Vision

GAVE_UP: tuple[type[Exception], ...] = (TimeLimitError, ModelUnavailableError, ModelCallLimitExceededError)
"""A language model that answers, but not in time, not usefully, or without an end."""
MAX_QUESTION_CHARS = 4000
"""Characters of a question that are read."""
MEND = (
    "Your answer cannot be shown, because: {faults} Write it again, with nothing but what the tools returned. "
    "Do not speak of this note."
)


class Session(OpenWorkspace):
    """One conversation; `with` closes it at the end."""

    def __init__(
        self,
        language_model: LanguageModel,
        workspace: Workspace,
        vision: Vision | None = None,
        seconds: float = SECONDS,
        *,
        temporary: bool = False,
    ) -> None:
        """Begin one.

        Args:
            language_model: plans and words the answers.
            workspace: holds the image pairs of the conversation.
            vision: multimodal model for questions about the look of the images.
            seconds: how long a language model may take for a question.
            temporary: whether the workspace's folder was made for this conversation alone, and is removed with it.
        """
        super().__init__(workspace, temporary=temporary)
        self.language_model, self.vision = language_model, vision
        self._deadline = Deadline(seconds)
        self._messages: list[BaseMessage] = []
        self._steps: list[Step] = []
        self._warned: set[str] = set()
        self._memory = Memory(workspace.folder)
        self._graphs: dict[str, CompiledStateGraph[Any, Any, Any, Any]] = {}

    def ask(self, question: str) -> Answer:
        """Answer a question about the pairs of this session.

        Args:
            question: in English; with less certainty also in Spanish, French, German or Chinese.

        Raises:
            SessionClosedError: the session was closed.

        Examples:
            >>> import terradelta
            >>> with terradelta.open("before.tif", "after.tif") as session:
            ...     answer = session.ask("How many buildings appeared, and how large are they?")
            >>> for step in answer.steps:
            ...     print(step.number, step.tool, step.arguments["object_class"])
            1 count_objects building
            2 measure_area building
        """
        *_, last = self.follow(question)
        assert isinstance(last, Answer)
        return last

    def follow(self, question: str) -> Iterator[Draft | Step | Answer]:
        """Answer a question: each step when it is done, a model's words as they come, and the answer at the end.

        A language model that does not answer, or not in time, is replaced by the embedded model; the answer's
        warnings say so.

        Raises:
            SessionClosedError: the session was closed.
        """
        self._check_open()
        self.workspace.calls.begin()
        sent = [*self._messages, HumanMessage(plain(question.strip(), most=MAX_QUESTION_CHARS) or "?")]
        language_model, warnings = self.language_model, list[str]()
        with tracing.stretch("question", brain=language_model.name) as self._stretch:
            try:
                received, text, doubts = yield from self._answered(language_model, sent)
                warnings += doubts
            except provider_errors() + GAVE_UP as error:
                warnings.append(_fallback_warning(language_model, error))
                language_model = choose_language_model()
                received, text, doubts = yield from self._answered(language_model, sent)
                warnings += doubts
        steps = to_steps(received, 1 + len(self._steps))
        warned = evidence.warnings(self.workspace, steps)
        warnings = [*sorted(warned, key=self._warned.__contains__), *warnings]  # what is new comes first
        self._steps += steps
        planned = {name: value for name, value in received[-1].additional_kwargs.items() if name == PLAN}
        self._messages = [*sent, *received[:-1], AIMessage(text, additional_kwargs=planned)]
        self._warned.update(warnings)
        warnings += [*self._saved(), *self._noted(question, text, steps)]
        shown = evidence.pictures(self.workspace, steps)
        weights = evidence.weights_used(self.workspace, steps)
        pairs = tuple(PairFiles(pair.id, *(source.name for source in pair.sources)) for pair in self.workspace.pairs)
        told = tuple(words_of(sent).notices(warnings))
        fields = (question, text, tuple(steps), shown, told, weights, language_model.name, pairs)
        yield Answer(*fields, self.workspace.settings)

    @property
    def steps(self) -> tuple[Step, ...]:
        """All calls of the conversation with their results, numbered as answers name them."""
        return tuple(self._steps)

    def restore(self, conversation: Conversation) -> None:
        """Continue a stored conversation.

        Raises:
            RasterError, PairError: an image of it cannot be used any more.
        """
        if conversation.series:
            self.workspace.open_series(conversation.series)
        for before, after in conversation.pairs:
            self.workspace.open(before, after)
        if conversation.current is not None:
            self.workspace.pairs.select(conversation.current)
        self.workspace.focus.restore(conversation.focus)
        self._messages, self._steps = list(conversation.messages), list(conversation.steps)
        for step in (one for one in self._steps if one.error is None):
            self.workspace.calls.note(Call(step.tool, step.arguments, step.result))

    def _answered(
        self, language_model: LanguageModel, sent: list[BaseMessage]
    ) -> Generator[Draft | Step, None, tuple[list[BaseMessage], str, list[str]]]:
        """A model's checked answer; one that fails the check is requested once more.

        Of one that fails again the sound sentences stay, and templates tell what the others were to tell.

        Returns the new messages, the text to show, and doubts about it.
        """
        self._deadline.start()
        received = yield from self._run(language_model, sent)
        if language_model.embedded:
            return (
                received,
                received[-1].text,
                language_model.model.notes() if isinstance(language_model.model, EmbeddedModel) else [],
            )
        checked = self._checked(sent, received)
        if checked.faults:
            yield Draft("", anew=True)
            mended = [*sent, *received, HumanMessage(MEND.format(faults=" ".join(checked.faults)))]
            again = yield from self._run(language_model, mended, done=received)
            received = [*received[:-1], *again]
            checked = self._checked(sent, received)
        if not checked.faults:
            return received, checked.text, []
        steps = to_steps(received, 1 + len(self._steps))
        if not steps and not MARKER.search(checked.sound):  # nothing of it rests on a result, not even an earlier one
            raise ModelUnavailableError("It called no tool, and nothing that it said of the images is known.")
        text = _with_templates(checked.sound, steps, words_of(sent))
        return received, text, [_withheld(checked.faults)]

    def _run(
        self, language_model: LanguageModel, sent: list[BaseMessage], done: Sequence[BaseMessage] = ()
    ) -> Generator[Draft | Step, None, list[BaseMessage]]:
        """Run a language model on messages; returns the new ones."""
        received, first = list[BaseMessage](), 1 + len(self._steps) + len(to_steps(done))
        draft = CheckedDraft(self._steps, _asked(sent))
        stream: Iterator[Any] = self._graph(language_model).stream(
            {"messages": sent}, stream_mode=["updates", "messages"]
        )
        for kind, event in tracing.within(stream, self._stretch):
            if kind == "messages":
                if not language_model.embedded:
                    self._deadline.check()
                if isinstance(event[0], AIMessageChunk) and event[0].text:
                    yield from map(Draft, draft.add(event[0].text, to_steps([*done, *received], 1 + len(self._steps))))
                continue
            before = len(to_steps(received))
            received = _with_update(received, event, len(sent))
            yield from to_steps(received, first)[before:]
        return received

    def _graph(self, language_model: LanguageModel) -> CompiledStateGraph[Any, Any, Any, Any]:
        if language_model.name not in self._graphs:
            space = self.workspace
            tools = toolbox(space, self.vision, as_text=not language_model.embedded)
            tools = reporting_invalid_arguments(tools)
            if isinstance(language_model.model, EmbeddedModel):
                known = {
                    "searching": self._searching,
                    "over_time": lambda: space.over_time.is_open,
                    "sees_ground": lambda: space.predictor.sees_ground,
                    "by_bands": lambda name: self._holds(space.bands_tell, name),
                    "by_radar": lambda name: self._holds(is_radar, name),
                    "assessed": lambda: assessed_classes(space.settings),
                }
                language_model = replace(language_model, model=language_model.model.model_copy(update=known))
            self._graphs[language_model.name] = build_graph(language_model, tools, self._deadline)
        return self._graphs[language_model.name]

    def _holds(self, asks: Callable[[ImagePair], bool], name: str | None) -> bool:
        """Whether something is so of a pair; not where there is none of that name."""
        try:
            return asks(self.workspace.pair(name))
        except ToolError:
            return False

    def _searching(self) -> bool:
        space = self.workspace
        return space.current is None and not space.over_time.is_open and space.settings.archive is not None

    def _checked(self, sent: Sequence[BaseMessage], received: Sequence[BaseMessage]) -> Checked:
        """A model's text with markers, and what is wrong with it."""
        last = received[-1] if received else None
        text = last.text.strip() if isinstance(last, AIMessage) and not last.tool_calls else ""
        if not text:
            return Checked("", ("It holds no text.",))
        steps = to_steps(received, 1 + len(self._steps))
        new = [warning for warning in evidence.warnings(self.workspace, steps) if warning not in self._warned]
        return check(text, steps, self._steps, _asked(sent), new)

    def _noted(self, question: str, text: str, steps: Sequence[Step]) -> list[str]:
        """Store an answer as a note of the archive, where the settings ask for it; returns warnings."""
        space = self.workspace
        if not space.settings.remember or not any(step.error is None for step in steps):
            return []
        try:
            keep_answer(space, question, text)
        except ToolError as error:
            return [notice("note-lost", "This answer could not be kept as a note: {reason}", reason=reason_of(error))]
        return []

    def _saved(self) -> list[str]:
        """Store the conversation; returns warnings, since the answer stands all the same."""
        space = self.workspace
        pairs = tuple((pair.sources[0].path, pair.sources[1].path) for pair in space.pairs)
        state = Conversation(
            pairs, space.current, space.settings, space.focus.to_json(), tuple(self._messages), tuple(self._steps),
            space.over_time.paths,
        )  # fmt: skip
        try:
            self._memory.keep(state)
        except (MemoryFileError, OSError) as error:
            text = "This conversation could not be kept for later: {reason}"
            return [notice("conversation-lost", text, reason=str(error))]
        return []


def _asked(messages: Sequence[BaseMessage]) -> list[str]:
    """All questions of a conversation."""
    return [message.text for message in messages if isinstance(message, HumanMessage)]


def _withheld(faults: Sequence[str]) -> str:
    text = "Sentences of the language model were not shown ({faults}); what they were to tell is by template."
    return notice("withheld", text, faults=" ".join(faults))


def _with_templates(sound: str, steps: Sequence[Step], words: wording.Words) -> str:
    """Sentences that passed, and by template what the steps hold of which none of them tells."""
    cited = {step.number for step in steps if f"[{step.number}]" in sound}
    untold = [step for step in steps if step.number not in cited]
    return " ".join(filter(None, [sound, wording.answer(untold, words=words) if untold or not sound else ""]))


def _fallback_warning(language_model: LanguageModel, error: Exception) -> str:
    name, status = language_model.name, getattr(error, "status_code", None)
    if isinstance(error, TimeLimitError):
        text = "The language model {name} took too long; the embedded planner answered."
        return notice("model-too-slow", text, name=name)
    if isinstance(error, GAVE_UP):
        text = "The language model {name} gave no usable answer; the embedded planner answered."
        return notice("model-gave-up", text, name=name)
    failure = notice("did-not-answer", "did not answer ({kind})", kind=type(error).__name__)
    if status:
        failure = notice("refused-with", "refused with status {status}", status=str(status))
    text = "The language model {name} {failure}; check its server, its name and its key. The embedded planner answered."
    return notice("model-failed", text, name=name, failure=failure)


def _with_update(received: list[BaseMessage], update: dict[str, Any], sent: int) -> list[BaseMessage]:
    """The messages received so far with those of one step of the graph.

    A step that repairs the history, after a call that was no JSON, gives it anew as a whole.

    Args:
        received: so far.
        update: of one step of the graph.
        sent: how many messages were sent, with which a whole history begins.
    """
    for part in update.values():
        messages: list[BaseMessage] = (part or {}).get("messages", [])
        whole = any(isinstance(message, RemoveMessage) for message in messages)
        kept = [message for message in messages if not isinstance(message, RemoveMessage)]
        received = kept[sent:] if whole else received + kept
    return received

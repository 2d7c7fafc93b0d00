"""The agent a person opens: a predictor and a language model, loaded at first use, and the sessions that share them."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from langchain_core.language_models import BaseChatModel

from agent.loop.conversation_store import Memory
from agent.models.embedded import shipped_planner
from agent.models.language_models import LanguageModel, choose_language_model
from agent.session import Session
from agent.vision.ask_image import Vision, choose_vision
from mci_model.loading import LOADING
from tools.errors import ArchiveError
from tools.notices import reason_of
from tools.types import Progress
from tools.workspace.run_settings import AS_IT_LIES, RunSettings
from tools.workspace.workspace import Workspace

if TYPE_CHECKING:
    from mci_model.change_predictor import ChangePredictor
    from tools.archive import ChangeEmbedder


class ChangeAgent:
    """A predictor and a language model, loaded when first needed; open sessions with it."""

    def __init__(
        self,
        language_model: LanguageModel,
        weights: Path | None = None,
        device: str | None = None,
        vision: Vision | None = None,
        backend: str | None = None,
    ) -> None:
        self.language_model, self.vision = language_model, vision

        @cache
        def loaded() -> ChangePredictor:
            from mci_model import load_predictor

            return load_predictor(weights, device=device, backend=backend)

        def predictor() -> ChangePredictor:
            with LOADING:
                return loaded()

        self.predictor = predictor

        @cache
        def embedding() -> ChangeEmbedder:
            from mci_model.errors import WeightsError
            from mci_model.retrieval import load_embedder

            try:
                return load_embedder(predictor=self.predictor())
            except WeightsError as error:
                raise ArchiveError(reason_of(error)) from error

        def embedder() -> ChangeEmbedder:
            with LOADING:
                return embedding()

        self.embedder: Callable[[], ChangeEmbedder] = embedder
        """Turns changes and sentences into vectors; loaded when an archive is first searched."""

    @classmethod
    def load(
        cls,
        llm: str | BaseChatModel | None = None,
        *,
        weights: Path | str | None = None,
        device: str | None = None,
        vision: str | BaseChatModel | None = None,
        backend: str | None = None,
    ) -> ChangeAgent:
        """An agent with the embedded language model and predictor, or with others.

        Args:
            llm: see `agent.models.language_models.choose_language_model`.
            weights: a .safetensors file to predict with instead of the embedded weights.
            device: "cpu", "cuda", or None for the best there is.
            vision: a multimodal model for questions about the look of the images, named as `llm` is; None: `llm`, if
                it says that it reads images.
            backend: what computes the network on a processor, as for `load_predictor`.

        Raises:
            UnknownModelError: the language model cannot be used.
        """
        language_model = choose_language_model(llm)
        path = None if weights is None else Path(weights)
        return cls(language_model, path, device, choose_vision(vision, language_model), backend)

    def warm_up(self) -> None:
        """Load the predictor and the embedded model now, so that the first question need not wait for them.

        Raises:
            ModelError, AgentError: they cannot be loaded.
        """
        self.predictor()
        if self.language_model.embedded:
            shipped_planner()("What has changed?", [])

    def session(
        self,
        folder: Path | str | None = None,
        progress: Progress | None = None,
        settings: RunSettings = AS_IT_LIES,
    ) -> Session:
        """A conversation without images yet.

        Args:
            folder: where its files go; None: a new temporary folder, which `with` or `close` removes.
            progress: called with the number of finished windows, and of all, while the network works.
            settings: how pairs are brought together, and which objects count.
        """
        chosen = Path(tempfile.mkdtemp(prefix="terradelta-")) if folder is None else Path(folder)
        workspace = Workspace(chosen, self.predictor, progress, settings=settings, embedder=lambda: self.embedder())
        return Session(self.language_model, workspace, self.vision, temporary=folder is None)

    def open(
        self,
        before: Path | str,
        after: Path | str,
        folder: Path | str | None = None,
        progress: Progress | None = None,
        settings: RunSettings = AS_IT_LIES,
    ) -> Session:
        """A conversation about two images, brought together and counted as the settings have it.

        Args:
            before: the earlier image, or a folder with one file per band.
            after: the later image; it is brought onto the grid of the earlier one.
            folder: where files go; None: a new temporary folder, which `with` or `close` removes.
            progress: called with the number of finished windows, and of all, while the network works.
            settings: how the images are brought together, and which objects count.

        Raises:
            RasterError, PairError: the images cannot be used or compared.
            AreaError: the area of interest or the zones of the settings cannot be used.

        Examples:
            >>> from terradelta import ChangeAgent, RunSettings
            >>> agent = ChangeAgent.load()
            >>> counts = []
            >>> for smallest in (None, 125.0):
            ...     with agent.open("before.tif", "after.tif", settings=RunSettings(min_area=smallest)) as session:
            ...         counts.append(int((session.objects()["class"] == "building").sum()))
            >>> counts
            [7, 5]
        """
        with ExitStack() as on_failure:
            session = on_failure.enter_context(self.session(folder, progress, settings))
            session.workspace.open(Path(before), Path(after))
            on_failure.pop_all()
        return session

    def open_series(
        self,
        images: Sequence[Path | str],
        folder: Path | str | None = None,
        progress: Progress | None = None,
        settings: RunSettings = AS_IT_LIES,
    ) -> Session:
        """A conversation about three dates or more; two of them can be made a pair by asking for it.

        Args:
            images: a folder, a CSV file of path,date, a file with a band a date, or files and folders of a date each.
            folder: where files go; None: a new temporary folder, which `with` or `close` removes.
            progress: called with the number of finished windows, and of all.
            settings: sensor, area of interest, zones and the like.

        Raises:
            SeriesError, RasterError: the images make no series.
            AreaError: the area of interest or the zones of the settings cannot be used.
        """
        with ExitStack() as on_failure:
            session = on_failure.enter_context(self.session(folder, progress, settings))
            session.workspace.open_series([Path(image) for image in images])
            on_failure.pop_all()
        return session

    def resume(self, folder: Path | str, progress: Progress | None = None) -> Session:
        """The conversation that was held in `folder`, with its pairs, settings, questions and results.

        Raises:
            MemoryFileError: none was held there, or its file is damaged.
            RasterError, PairError: an image of it cannot be used any more.
        """
        stored = Memory(Path(folder)).load()
        session = self.session(folder, progress, stored.settings)
        session.restore(stored)
        return session

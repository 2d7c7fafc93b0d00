"""ONNX Runtime on the processor: one core a window, and threads that sleep while they wait."""

from __future__ import annotations

from mci_model.inference.backends.backend import Array, Runtime, RunWindow
from mci_model.inference.backends.exported import INPUTS

ERRORS_ONLY = 3


def load(model: bytes, threads: int) -> RunWindow:  # noqa: ARG001 - each calling thread computes its own window
    """Prepare an exported network."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = ERRORS_ONLY
    for scope in ("intra_op", "inter_op"):
        options.add_session_config_entry(f"session.{scope}.allow_spinning", "0")
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]

    def run(*dates: Array) -> dict[str, Array]:
        outputs = session.run(names, dict(zip(INPUTS, dates, strict=True)))
        return dict(zip(names, outputs, strict=True))

    return run


def errors() -> tuple[type[Exception], ...]:
    """Of loading and running; they have no common root of their own."""
    from onnxruntime.capi import onnxruntime_pybind11_state as state

    return (
        RuntimeError,
        state.Fail,
        state.InvalidArgument,
        state.InvalidGraph,
        state.InvalidProtobuf,
        state.NotImplemented,
        state.RuntimeException,
    )


RUNTIME = Runtime("onnxruntime", "onnx", load, errors)

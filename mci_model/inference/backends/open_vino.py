"""OpenVINO on the processor: one core a window, in float32; needs the extra [openvino]."""

from __future__ import annotations

import sys
import threading

import numpy as np

from mci_model.inference.backends.backend import Array, Runtime, RunWindow
from mci_model.inference.backends.exported import OUTPUTS
from mci_model.inference.backends.first_call import FirstCall

FIRST = FirstCall()
"""Two first inferences at once can wait for each other for ever: one holds a guard of the library and waits for the
interpreter, the other holds the interpreter and waits for the guard."""


def load(model: bytes, threads: int) -> RunWindow:
    """Prepare an exported network."""
    # Importing OpenVINO reports its use to its makers. Where this package of its own is missing, it does not, and what
    # this program works on is nobody's business.
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
    import openvino

    settings = {
        "NUM_STREAMS": threads,
        "INFERENCE_NUM_THREADS": threads,
        "INFERENCE_PRECISION_HINT": "f32",
        "ENABLE_CPU_PINNING": False,
    }
    core = openvino.Core()
    compiled = core.compile_model(core.read_model(model), "CPU", settings)
    # An output that is also computed on has several names.
    names = [next(name for name in OUTPUTS if name in output.names) for output in compiled.outputs]
    own = threading.local()

    def run(*dates: Array) -> dict[str, Array]:
        if not hasattr(own, "request"):
            own.request = compiled.create_infer_request()
        outputs = FIRST.run(lambda: own.request.infer(list(dates)))
        return {name: np.array(outputs[index]) for index, name in enumerate(names)}

    return run


RUNTIME = Runtime("openvino", "openvino", load, lambda: (RuntimeError,))

"""What several tests of tools share."""

import os
import signal
import subprocess
import sys
from contextlib import suppress

import pytest

from tests.tools.killing import PROJECT


@pytest.fixture
def begin():
    """Starts Python with a process group of its own, of which nothing is left when the test ends."""
    begun = []
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}

    def start(code, *arguments):
        command = [sys.executable, "-c", code, *map(str, arguments)]
        begun.append(subprocess.Popen(command, cwd=PROJECT, start_new_session=True, **silent))
        return begun[-1]

    yield start
    for process in begun:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()

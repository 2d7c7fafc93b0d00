"""Processes that tests kill outright; `begin` in conftest.py starts them."""

import signal
import time
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def kill(process, when):
    """Wait for a moment, then kill the process: it alone, and without a word."""
    while not when():
        assert process.poll() is None, "it ended by itself"
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    assert process.wait() == -signal.SIGKILL

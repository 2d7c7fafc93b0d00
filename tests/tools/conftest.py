"""What several tests of tools share."""

import os
import signal
import subprocess
import sys
from contextlib import suppress

import numpy as np
import pytest
from affine import Affine

from tests.factories.bands import COLUMNS, FIELD, FOREST, ROWS, WATER, files_of, stack, write
from tests.factories.predictors import KnownMaskPredictor, no_predictor
from tests.tools.killing import PROJECT
from tools.workspace.workspace import Workspace


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


@pytest.fixture
def two(tmp_path):
    """Forest and water; later a part of the forest is a field."""
    before = write(tmp_path / "2020-06-01.tif", stack(FOREST, FOREST, FOREST, WATER, WATER))
    after = write(tmp_path / "2021-06-01.tif", stack(FIELD, FOREST, FOREST, WATER, WATER))
    return before, after


@pytest.fixture
def coarse(tmp_path):
    """A pair of ten metres a pixel, on which no house can be seen."""
    space = Workspace(tmp_path / "out", no_predictor)
    space.open(*files_of(tmp_path))
    return space


@pytest.fixture
def fine(tmp_path):
    """A pair of half a metre a pixel with a new house, and bands that no eye sees."""
    label = np.zeros((ROWS, COLUMNS), np.uint8)
    label[4:14, 4:14] = 2
    eyes = KnownMaskPredictor(label)
    space = Workspace(tmp_path / "out", lambda: eyes)
    space.open(*files_of(tmp_path, transform=Affine(0.5, 0, 620_000, 0, -0.5, 3_350_000)))
    return space, eyes

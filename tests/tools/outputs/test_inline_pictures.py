"""Pictures inside a document are small, and missing ones are left out."""

import base64

import cv2
import numpy as np
import pytest

from tools.outputs.inline_pictures import INLINE_SIDE, data_uri
from tools.rasters.png import write_png


def shown(uri):
    head, data = uri.split(",")
    assert head == "data:image/jpeg;base64"
    return cv2.imdecode(np.frombuffer(base64.b64decode(data), np.uint8), cv2.IMREAD_COLOR_RGB)


def test_large_pictures_are_shown_smaller_in_the_same_colours(tmp_path):
    picture = np.zeros((600, 1500, 3), np.uint8)
    picture[:, :750] = (213, 94, 0)
    write_png(tmp_path / "large.png", picture)
    seen = shown(data_uri(tmp_path / "large.png"))
    assert seen.shape == (205, INLINE_SIDE, 3)
    assert np.allclose(seen[100, 100], (213, 94, 0), atol=6)
    assert np.allclose(seen[100, 400], 0, atol=6)


def test_small_pictures_keep_their_size(tmp_path):
    write_png(tmp_path / "small.png", np.full((30, 40, 3), 90, np.uint8))
    assert shown(data_uri(tmp_path / "small.png")).shape == (30, 40, 3)


@pytest.mark.parametrize("content", [None, b"", b"no picture"])
def test_what_is_no_picture_is_none(tmp_path, content):
    if content is not None:
        (tmp_path / "x.png").write_bytes(content)
    assert data_uri(tmp_path / "x.png") is None

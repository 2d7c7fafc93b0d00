"""Picture files as data URIs of bounded size, for self-contained documents."""

from __future__ import annotations

import base64
from pathlib import Path

import cv2
import numpy as np

INLINE_SIDE = 512
"""Pixels of the longer side; larger pictures are scaled down."""
JPEG_QUALITY = 85


def data_uri(path: Path) -> str | None:
    """A picture of at most INLINE_SIDE pixels a side as a JPEG data URI; None where there is no readable picture.

    An answer may be shown after its files were removed, so a missing file is no error.
    """
    data = np.frombuffer(path.read_bytes() if path.is_file() else b"", np.uint8)
    picture = cv2.imdecode(data, cv2.IMREAD_COLOR) if data.size else None
    if picture is None:
        return None
    scale = INLINE_SIDE / max(picture.shape[:2])
    if scale < 1:
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    encoded_ok, encoded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    assert encoded_ok, "JPEG takes every 8-bit colour array"
    return f"data:image/jpeg;base64,{base64.b64encode(encoded.tobytes()).decode('ascii')}"

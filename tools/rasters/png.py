"""Arrays as PNG files."""

from __future__ import annotations

from pathlib import Path

import cv2

from tools.atomic_files import atomic_write
from tools.types import Pixels


def write_png(path: Path, picture: Pixels) -> None:
    """Write (H, W, 3) RGB; the file is replaced atomically."""
    encoded = png(picture)
    atomic_write(path, lambda partial: partial.write_bytes(encoded))


def png(picture: Pixels) -> bytes:
    """(H, W, 3) RGB as PNG."""
    done, encoded = cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))
    assert done, "PNG takes every 8-bit RGB array"
    return encoded.tobytes()

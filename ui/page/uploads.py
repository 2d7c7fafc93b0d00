"""Images on their way in: each goes straight into its visitor's own folder, under a name and a size that are checked.

No path comes back from the browser: it says "before" or "after", and the server knows what it has received.
"""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import AsyncIterator
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Literal

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from tools.errors import RasterError
from tools.rasters.checked_decoding import MEGAPIXELS, check_decodable
from ui.error_table import explain
from ui.errors import QuotaError, UploadError
from ui.page.guard.gate import COOKIE
from ui.page.visiting.visitor import Visitor
from ui.page.visiting.visitors import Visitors

FILE_TYPES = (".tif", ".tiff", ".png", ".jpg", ".jpeg", ".webp")
MAX_UPLOAD = 500_000_000
"""Bytes of one image."""
MAX_NAME = 120
"""Characters of a file name that are kept."""
MAX_AT_ONCE = 2
"""Uploads of one visitor."""
MAX_DECODED = 4
"""Images that are checked at once."""
PICTURE_MEGAPIXELS = 64.0
"""Of PNG, JPEG and WebP, of which no part can be read by itself."""

router = APIRouter()


@router.put("/upload/{date}")
async def upload(request: Request, date: Literal["before", "after"], name: str) -> Response:
    """Take an image in as that of a date; what is wrong with it becomes a sentence."""
    visitors: Visitors = request.app.state.visitors
    try:
        visitor = await run_in_threadpool(visitors.enter, request.cookies[COOKIE])
        kept = await receive(visitor, name, request.headers.get("content-length"), request.stream())
        await to_thread.run_sync(_check, kept, limiter=_decoders())
    except ClientDisconnect:  # nobody is left to be answered
        return Response(status_code=400)
    except Exception as error:  # noqa: BLE001 - the edge: the page shows a sentence and lives on
        return JSONResponse({"detail": explain(error).sentence}, 413 if isinstance(error, QuotaError) else 400)
    visitor.waiting[date] = kept
    return JSONResponse({"name": kept.name})


def _check(kept: Path) -> None:
    """Decode an image in a process of its own before it is opened in this one; what is refused is deleted."""
    most = MEGAPIXELS if kept.suffix.startswith(".tif") else PICTURE_MEGAPIXELS
    try:
        check_decodable(kept, megapixels=most)
    except RasterError:
        shutil.rmtree(kept.parent, ignore_errors=True)
        raise


@cache
def _decoders() -> CapacityLimiter:
    """How many are decoded at once; made within the event loop."""
    return CapacityLimiter(MAX_DECODED)


async def receive(visitor: Visitor, name: str, announced: str | None, parts: AsyncIterator[bytes]) -> Path:
    """Write an upload into the visitor's folder; what cannot be finished leaves nothing behind.

    Args:
        visitor: whose folder.
        name: of the file on the visitor's machine.
        announced: bytes that the browser says will come; None where it does not say.
        parts: the bytes.

    Raises:
        UploadError: no image of a kind that is read here, or too large.
        QuotaError: it does not fit.
    """
    safe = safe_name(name)
    most = min(MAX_UPLOAD, await run_in_threadpool(visitor.room))
    _check_size(int(announced) if announced and announced.isdecimal() else 0, most)
    if visitor.uploads >= MAX_AT_ONCE:
        raise UploadError("Two images are on their way already; wait for them.")
    folder: Path = visitor.folder / "uploads" / secrets.token_hex(8)
    visitor.uploads += 1
    try:
        folder.mkdir(parents=True)
        await _write(folder / safe, parts, most)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    finally:
        visitor.uploads -= 1
    return folder / safe


def safe_name(name: str) -> str:
    """The last part of a file's name, of plain characters.

    Raises:
        UploadError: its ending is that of no image.
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    stem, dot, ending = last.rpartition(".")
    if f"{dot}{ending}".lower() not in FILE_TYPES:
        raise UploadError(f"Images are files that end with {', '.join(FILE_TYPES)}; choose one of them.")
    plain = re.sub(r"[^\w .()+,=@-]", "_", stem).strip(" .-") or "image"
    return f"{plain[:MAX_NAME]}.{ending.lower()}"


async def _write(path: Path, parts: AsyncIterator[bytes], most: int) -> None:
    size = 0
    with path.open("wb") as file:
        async for part in parts:
            size += len(part)
            _check_size(size, most)
            file.write(part)
    if not size:
        raise UploadError("The file is empty; choose another.")


def _check_size(size: int, most: int) -> None:
    if size > MAX_UPLOAD:
        raise UploadError(f"An image may have {MAX_UPLOAD / 1e6:,.0f} MB here; cut out a smaller part of it.")
    if size > most:
        raise QuotaError("Your files would take more room than there is for one visitor; delete your data first.")

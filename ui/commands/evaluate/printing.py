"""How scores are printed: as JSON, rounded, in one line or indented."""

from __future__ import annotations

import json
from typing import Any


def print_result(result: dict[str, Any], *, as_json: bool) -> None:
    """Print scores; on one line where another program reads them."""
    rounded = json.loads(json.dumps(result), parse_float=lambda text: round(float(text), 4))
    print(json.dumps(rounded, indent=None if as_json else 1))

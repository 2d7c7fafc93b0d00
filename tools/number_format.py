"""Numbers as people write them. Knows no result."""

from __future__ import annotations

HECTARE_M2 = 10_000


def percent(probability: float) -> str:
    """A probability in whole percent, never 0 or 100 %."""
    if probability > 0.99:
        return "over 99 %"
    return "under 1 %" if probability < 0.01 else f"{100 * probability:.0f} %"


def quantity(value: float | None) -> str:
    """A number as people write it: with thousands separators and significant decimals."""
    if value is None:
        return "unknown"
    size = abs(value)
    if size >= 100 or float(value).is_integer():
        return f"{value:,.0f}"
    return f"{value:,.1f}" if size >= 10 else f"{value:,.2f}" if size >= 0.01 or size == 0 else f"{value:.2g}"


def significant(value: float, digits: int) -> str:
    """A number of a table or drawing: with at most `digits` significant digits where it has a fraction."""
    whole = float(value).is_integer() or abs(value) >= 10 ** (digits - 1)
    return f"{value:,.0f}" if whole else f"{value:.{digits}g}"


def counted(count: int, kind: str) -> str:
    """A count with its noun: "1,204 cells"."""
    return f"{count:,} {plural(kind, count)}"


def plural(kind: str, count: int) -> str:
    """A noun for this count: "house that appeared" becomes "houses that appeared"."""
    if count == 1:
        return kind
    head, _, rest = kind.partition(" that ")
    return f"{head}s that {rest}" if rest else f"{head}s"


def ground_size(pixels: int, area_m2: float | None) -> str:
    """An area as people speak of land: in hectares from one on; in pixels where it is not known on the ground."""
    if area_m2 is None:
        return f"{quantity(pixels)} px"
    large = area_m2 >= HECTARE_M2
    return f"{quantity(area_m2 / HECTARE_M2)} ha" if large else f"{quantity(area_m2)} m²"


def assumption(pixel_size_m: float) -> str:
    """That areas and lengths rest on a pixel size which a person assumes: "assuming 0.5 m pixels"."""
    return f"assuming {pixel_size_m:g} m pixels"

"""Numbers as people write them. Knows no result."""

from __future__ import annotations


def percent(probability: float) -> str:
    """A probability as people say it: whole percent, and never quite certain."""
    if probability > 0.99:
        return "over 99 %"
    return "under 1 %" if probability < 0.01 else f"{100 * probability:.0f} %"


def quantity(value: float | None) -> str:
    """A number as people write it: thousands apart, as many decimals as matter."""
    if value is None:
        return "unknown"
    size = abs(value)
    if size >= 100 or float(value).is_integer():
        return f"{value:,.0f}"
    return f"{value:,.1f}" if size >= 10 else f"{value:,.2f}" if size >= 0.01 or size == 0 else f"{value:.2g}"


def significant(value: float, digits: int) -> str:
    """A number of a table or drawing: thousands apart, no more than `digits` digits that stand for a fraction."""
    whole = float(value).is_integer() or abs(value) >= 10 ** (digits - 1)
    return f"{value:,.0f}" if whole else f"{value:.{digits}g}"


def counted(count: int, kind: str) -> str:
    """So many of a kind: "1,204 cells"."""
    return f"{count:,} {plural(kind, count)}"


def plural(kind: str, count: int) -> str:
    """A kind of thing, as many times: "house that appeared" becomes "houses that appeared"."""
    if count == 1:
        return kind
    head, _, rest = kind.partition(" that ")
    return f"{head}s that {rest}" if rest else f"{head}s"

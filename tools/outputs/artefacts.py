"""Files made for a person, known to tools and models by their ids alone. Knows nothing of their content."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.outputs.overlay import LegendEntry

MULTIPLE = (
    "zone_map", "zone_table", "index", "cover", "cover_table", "flow", "series", "series_chart", "series_table",
    "effect_chart", "effect_table",
)  # fmt: skip
"""Kinds of which a pair may have several files."""


@dataclass(frozen=True, slots=True)
class Artefact:
    """One file."""

    id: str
    kind: str
    """A format of `tools.runs.format_registry`, or another kind of file that a tool writes."""
    pair: str
    """Id of the pair it shows; empty for zones, which belong to none."""
    path: Path
    legend: tuple[LegendEntry, ...] = ()
    filtered: bool = True
    """Whether it depends on the object filter."""


class ArtefactStore:
    """The artefacts of one conversation, each written once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._all: dict[str, Artefact] = {}

    def __iter__(self) -> Iterator[Artefact]:
        return iter(self._all.values())

    def __getitem__(self, artefact_id: str) -> Artefact:
        return self._all[artefact_id]

    def __contains__(self, artefact_id: object) -> bool:
        return artefact_id in self._all

    def keep(
        self,
        pair: str,
        kind: str,
        name: str,
        write: Callable[[Path], None],
        legend: tuple[LegendEntry, ...] = (),
        *,
        filtered: bool = True,
    ) -> Artefact:
        """Let `write` write the file `name` of a pair, unless it exists."""
        artefact_id = f"{pair}:{_key(kind, name)}"
        if artefact_id not in self._all:
            path = self.folder / (f"pair{pair}" if pair[:1].isdigit() else pair) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            write(path)
            self.add(Artefact(artefact_id, kind, pair, path, legend, filtered))
        return self._all[artefact_id]

    def add(self, artefact: Artefact) -> Artefact:
        """Add a file that exists."""
        self._all[artefact.id] = artefact
        return artefact

    def of(self, pair: str) -> tuple[Artefact, ...]:
        """The artefacts of a pair."""
        return tuple(artefact for artefact in self if artefact.pair == pair)

    def drop_filtered(self) -> None:
        """Remove the files that depend on the object filter."""
        for artefact in [artefact for artefact in self if artefact.filtered]:
            artefact.path.unlink(missing_ok=True)
            del self._all[artefact.id]


def _key(kind: str, name: str) -> str:
    """The key of an artefact within its pair: its kind, or its name where there may be several of a kind."""
    if kind == "overlay":
        return Path(name).stem
    return name if kind in MULTIPLE else kind

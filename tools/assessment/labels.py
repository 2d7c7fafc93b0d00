"""Labels that people give the points of a sample: one file a person, whole after each label; and read back."""

from __future__ import annotations

import csv
import re
import threading
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

from tools.assessment.agreement import Labels
from tools.assessment.sampling.sample_files import SampleRow
from tools.atomic_files import atomic_write
from tools.csv_cells import cell
from tools.errors import AssessmentError

LABELS = "labels"
"""Folder of the labels, beside the sample."""
COLUMNS = ("id", "label", "labelled_at")
CANNOT_TELL = "cannot tell"
"""The label of a point whose class a person cannot see; it counts for no class."""
UNSURE = frozenset({CANNOT_TELL, "unsure", "unclear", "?"})
NAME = re.compile(r"[^\W_][\w-]{0,39}")
"""Of people: their files are named by it."""
MAX_BYTES = 20_000_000


def check_name(person: str) -> str:
    """A person's name, which is also that of a file.

    Raises:
        AssessmentError: it is none.
    """
    if not NAME.fullmatch(person):
        raise AssessmentError("A name has up to 40 letters, digits, - and _, and begins with a letter or digit.")
    return person


class LabelBook:
    """The labels of all people of one sample. One process writes; each label is on disk before the next is taken."""

    def __init__(self, folder: Path, classes: Iterable[str], points: Iterable[int]) -> None:
        """Hold what was labelled so far.

        Args:
            folder: of the sample.
            classes: that may be given.
            points: numbers of the sample's points.

        Raises:
            AssessmentError: a file of labels is damaged, or names other points or classes.
        """
        self.folder = folder / LABELS
        self.classes, self.points = tuple(classes), frozenset(points)
        self._lock = threading.Lock()
        self._rows = {path.stem: self._read(path) for path in sorted(self.folder.glob("*.csv"))}

    @property
    def people(self) -> tuple[str, ...]:
        """Who has labelled so far."""
        return tuple(person for person, rows in self._rows.items() if rows)

    def of(self, person: str) -> dict[int, str]:
        """A person's labels, by point, in the order in which they were given."""
        return {point: label for point, (label, _) in self._rows.get(person, {}).items()}

    def give(self, person: str, point: int, label: str | None) -> None:
        """Write a label, or take it back with None.

        Raises:
            AssessmentError: that is no name, no point of the sample, or no class.
        """
        check_name(person)
        if point not in self.points:
            raise AssessmentError(f"The sample has no point {point}; reload the page.")
        if label is not None and label not in (*self.classes, CANNOT_TELL):
            raise AssessmentError(f"There is no such class; there is {', '.join(self.classes)}.")
        with self._lock:
            rows = {one: row for one, row in self._rows.get(person, {}).items() if one != point}
            if label is not None:
                rows[point] = label, datetime.now(UTC).isoformat(timespec="seconds")
            self._write(person, rows)
            self._rows[person] = rows

    def _write(self, person: str, rows: Mapping[int, tuple[str, str]]) -> None:
        text = StringIO()
        table = csv.writer(text, lineterminator="\n")
        table.writerow(COLUMNS)
        table.writerows((point, cell(label), at) for point, (label, at) in rows.items())
        path = self.folder / f"{person}.csv"
        atomic_write(path, lambda partial: partial.write_text(text.getvalue(), encoding="utf-8"))

    def _read(self, path: Path) -> dict[int, tuple[str, str]]:
        try:
            if path.stat().st_size > MAX_BYTES:
                raise AssessmentError(f"{path.name} is larger than labels are; give the file that was written.")
            table = list(csv.DictReader(StringIO(path.read_text(encoding="utf-8-sig"))))
            rows = {
                int(row["id"]): ((row["label"] or "").removeprefix("'"), row.get("labelled_at") or "") for row in table
            }
        except (OSError, ValueError, KeyError, TypeError, csv.Error) as error:
            raise AssessmentError(
                f"{path.name} is no file of labels; it needs the columns id and label in UTF-8."
            ) from error
        for point, (label, _) in rows.items():
            if point not in self.points:
                raise AssessmentError(f"{path.name} labels the point {point}, which the sample does not have.")
            _class_of(label, self.classes, {}, f"Point {point} of {path.name}")
        return rows


def labels_of(
    rows: Iterable[SampleRow], folder: Path, classes: Mapping[str, Iterable[int]]
) -> dict[str, dict[int, str]]:
    """Everyone's labels: those in the sample's own columns, and those in the files beside it.

    Args:
        rows: of the sample.
        folder: where it lies.
        classes: of the map, with the values that stand for each, which may be written for it.

    Returns:
        Labels by point, by person; `CANNOT_TELL` among them.

    Raises:
        AssessmentError: a label is no class of the map, a file of labels is damaged, or nothing is labelled.
    """
    listed = list(rows)
    by_value = {str(value): name for name, values in classes.items() for value in values}
    found: dict[str, dict[int, str]] = {}
    for row in listed:
        for person, label in row.labels.items():
            name = _class_of(label, classes, by_value, f"Point {row.id}")
            found.setdefault(person, {})[row.id] = name
    book = LabelBook(folder, classes, [row.id for row in listed])
    for person in book.people:
        given = {
            point: _class_of(label, classes, by_value, f"Point {point}") for point, label in book.of(person).items()
        }
        found[person if person not in found else f"{person} (file)"] = given
    if not found:
        raise AssessmentError(
            "No point is labelled yet; label them with terradelta assess label, or in a column named label."
        )
    return found


def _class_of(label: str, classes: Iterable[str], by_value: Mapping[str, str], where: str) -> str:
    """The class that a person has written."""
    plain = " ".join(label.split()).lower()
    if plain in UNSURE:
        return CANNOT_TELL
    by_name = {name.lower(): name for name in classes}
    name = by_name.get(plain) or by_value.get(plain)
    if name is None:
        shown = ascii(label[:40])
        raise AssessmentError(f"{where} is labelled {shown}, which is no class of the map; write {', '.join(classes)}.")
    return name


def told(by_person: Mapping[str, Labels]) -> tuple[dict[str, dict[int, str]], int]:
    """The labels that name a class, by person, and at how many points no one could tell one."""
    named = {
        person: {point: label for point, label in labels.items() if label != CANNOT_TELL}
        for person, labels in by_person.items()
    }
    known = {point for labels in named.values() for point in labels}
    everything = {point for labels in by_person.values() for point in labels}
    return named, len(everything - known)

"""What people mean by a line, from the files meanings*.jsonl."""

from __future__ import annotations

import pytest

from tests.unit.dates.meanings import ROWS, Row, read_row


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row['language']} {row['typed']}") for row in ROWS])
def test_line_means_what_people_mean(row: Row) -> None:
    """A line is read as people mean it, or asked about where it has several meanings."""
    found, words = read_row(row)
    right = row["right"]
    assert isinstance(right, list)
    assert found in right
    named = [name for name in ("rule", "title", "place", "leftover") if name in row]
    assert {name: words.get(name) for name in named} == {name: row[name] for name in named}

"""Update the list of decisions in docs/adr/README.md: `python scripts/adr_index.py`."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "docs/adr"


def filled(text: str) -> str:
    """Return the index with one line for each record: its number and title."""
    head = text.partition("\n- [")[0].rstrip()
    records = sorted(FOLDER.glob("0*.md"))
    return "\n".join([head, "", *(_line(record) for record in records), ""])


def _line(record: Path) -> str:
    title = record.read_text(encoding="utf-8").split("\n", 1)[0].partition(". ")[2]
    return f"- [{record.name[:4]}]({record.name}): {title}"


if __name__ == "__main__":
    index = FOLDER / "README.md"
    index.write_text(filled(index.read_text(encoding="utf-8")), encoding="utf-8")

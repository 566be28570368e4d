"""Files that the bot writes itself: calendars, pages, tables and exports."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from bots.core.inbound import Attachment
from bots.core.refusal import Refusal
from bots.turn.turn import Turn

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What begins a formula in a spreadsheet: https://owasp.org/www-community/attacks/CSV_Injection"""


def text_file(name: str, mime: str, text: str, alt: str) -> Attachment:
    """Return a file of this text. `alt` describes it."""
    return Attachment(name=name, mime=mime, size=len(text.encode()), data=text, alt=alt)


def check_size(file: Attachment, turn: Turn, refusal: str) -> None:
    """Raise Refusal where the platform takes no files, or none of this size."""
    if file.size > turn.capabilities.upload_bytes:
        raise Refusal(refusal)


def table(rows: Iterable[Sequence[str]]) -> str:
    """Return rows for a spreadsheet (RFC 4180). A cell that it would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    csv.writer(out).writerows([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row] for row in rows)
    return out.getvalue()

"""What acknowledges a press is short enough for Telegram's notice, which goes away by itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from adapters.telegram.outbound.callback_answers import TOAST_LENGTH
from bots.i18n import languages, texts

ROOT = Path(__file__).parents[3]
ACKNOWLEDGED = re.compile(r'acknowledge\(\s*"([a-z0-9-]+)"(?!\s*,\s*toast=)|toast="([a-z0-9-]+)"')
NAMES = ("title", "place", "name", "room", "short", "choice", "community", "network", "greeter")
ARGS = dict.fromkeys(NAMES, "Lyon Croix") | {"number": "12", "count": "2", "at": "Fri, 27 Nov, 19:00"}


def acknowledgements() -> list[str]:
    """Return the ids of the texts that acknowledge a press."""
    sources = [file.read_text(encoding="utf-8") for file in (ROOT / "bots").rglob("*.py")]
    return sorted({one or other for source in sources for one, other in ACKNOWLEDGED.findall(source)})


@pytest.mark.parametrize("locale", languages.codes())
def test_acknowledgements_fit_a_notice(locale: str) -> None:
    """No acknowledgement is cut; a longer one has its short form in `platforms/telegram.ftl`."""
    ids = acknowledgements()
    shown = {text_id: texts.words(locale, text_id, ARGS, vocabulary="telegram") for text_id in ids}
    assert len(ids) > 8
    assert {text_id: text for text_id, text in shown.items() if len(text) > TOAST_LENGTH} == {}

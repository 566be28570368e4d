"""Polls as people type them on phones, with their meaning, in every language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bots.commands import localization, parsing
from bots.commands.declaration import Args
from bots.core.refusal import Refusal
from bots.dates.deadline import parse_when
from bots.dates.errors import CalendarProblem
from bots.features.polls import wording
from bots.features.polls.command_reader import UNSURE
from bots.features.polls.commands import POLL

ZONE = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
Phrasing = Mapping[str, object]


def phrasings(name: str) -> list[tuple[str, Phrasing]]:
    """Return the language and the meaning of each line in the files of this name."""
    found = []
    for file in sorted(Path(__file__).parent.glob(f"{name}-*.jsonl")):
        lines = file.read_text(encoding="utf-8").splitlines()
        found += [(file.stem.removeprefix(f"{name}-"), json.loads(line)) for line in lines]
    return found


def understood(say: str, locale: str) -> dict[str, object]:
    """Return what the bot makes of a line, in the form of the data files."""
    try:
        args = localization.normalize_choices(POLL, parsing.parse_and_check(POLL, say, locale), locale)
    except Refusal as refusal:
        return {"refuse": refusal.argument or refusal.text_id}
    missing = parsing.first_missing(POLL, args)
    question = {"question": plain(args.text("question"))} if "question" in args.values else {}
    if missing is not None:
        return {**question, "ask": missing.name}
    try:
        close = closing(args, locale)
    except CalendarProblem as problem:
        return {"refuse": problem.text_id.removeprefix("date-")}
    choices = args.optional_text("choices")
    found: dict[str, object] = {**question, "options": [plain(option) for option in args.words("options")]}
    found |= {"close": close} if close else {}
    found |= {"choices": wording.max_choices(choices, len(args.words("options")))} if choices else {}
    return found | ({} if UNSURE in args.values else {"sure": True})


def closing(args: Args, locale: str) -> str:
    """Return the local time at which the poll closes, or nothing."""
    text = args.optional_text("close")
    if not text:
        return ""
    at = parse_when(text, locale=locale, zone=ZONE, now=NOW).astimezone(ZONE)
    return at.replace(tzinfo=None).isoformat(timespec="minutes")


def plain(text: str) -> str:
    return text.casefold().strip("¿?.:! \u00a0\u202f")


def meaning(phrasing: Phrasing) -> dict[str, object]:
    """Return the meaning that a data file gives, in the form of `understood`."""
    wanted = {name: value for name, value in phrasing.items() if name != "say"}
    if "question" in wanted:
        wanted["question"] = plain(str(wanted["question"]))
    if "options" in wanted:
        options = wanted["options"]
        assert isinstance(options, list)
        wanted["options"] = [plain(str(option)) for option in options]
    return wanted


@pytest.mark.parametrize(("locale", "phrasing"), phrasings("phrasings"))
def test_poll_is_understood(locale: str, phrasing: Phrasing) -> None:
    """The bot reads a poll as its author meant it, and is sure of what is written without doubt."""
    wanted, found = meaning(phrasing), understood(str(phrasing["say"]), locale)
    if "sure" not in wanted:
        found.pop("sure", None)
    assert found == wanted

"""Work on people's text grows in proportion to its length, whatever they type."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from adapters.discord.inbound import message_text
from adapters.discord.rendering import markdown as discord_markdown
from adapters.matrix.api import content as matrix_content
from adapters.matrix.rendering import formatted as matrix_formatted
from adapters.matrix.rendering import html as matrix_html
from adapters.sandbox.rendering import html as sandbox_html
from adapters.telegram.api.chats import Chat
from adapters.telegram.api.messages import Entity, Message
from adapters.telegram.inbound import command_parsing as telegram_commands
from adapters.telegram.rendering import escape as telegram_escape
from adapters.telegram.rendering import html as telegram_html
from bots.commands import parsing
from bots.commands.declaration import Command, index_by_name
from bots.commands.localization import match_choice
from bots.commands.lookup import find_command
from bots.core import invalid_characters, richtext, sanitize, truncation
from bots.core.refusal import Refusal
from bots.core.richtext import Bold, Code, Quote, Rich, Text
from bots.dates import deadline, durations, event_line, leads, reschedule, time_zones
from bots.dates.absence import is_absence
from bots.dates.errors import CalendarProblem
from bots.features.communities import rules as community_rules
from bots.features.communities import settings as community_settings
from bots.features.events import capacity_phrase, guest_words
from bots.features.events import rules as event_rules
from bots.features.onboarding import phrases
from bots.features.onboarding import rules as onboarding_rules
from bots.features.polls import date_list, option_lists, option_names, wording
from bots.features.registry import FEATURES
from bots.features.rituals import reading as ritual_reading
from bots.i18n import answers, attendance, inquiries, texts

CHAT = Chat(1, "group")
SPOILERS = tuple(Entity("spoiler", at, 1) for at in range(0, 100, 2))
ZONE = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
SIZES = (200, 3_000)
FACTOR = 4
TOLERANCE = 2.5
"""Work at FACTOR times the length may be FACTOR x TOLERANCE times as much: quadratic work is 16 times as much."""
TRIES = 3
NOTICEABLE_SECONDS = 0.02
"""Below this, the clock's own noise is as large as the work."""
COMMANDS = tuple(command for feature in FEATURES for command, _ in feature.commands)
SHAPES = {(*(arg.kind for arg in command.args), command.reader): command for command in COMMANDS}
"""One command of each shape: commands with the same kinds of arguments are parsed alike."""
KINDS = {arg.kind: arg for command in COMMANDS for arg in command.args}
"""One argument of each kind: answers for the same kind are parsed alike."""

HOSTILE = {
    "blanks": ("a", " ", "x"),
    "line breaks": ("", "\n", "x"),
    "blanks in an open guillemet": ("«", " ", "x"),
    "no-break blanks in an open guillemet": ("«", "\u00a0", "x"),
    "open guillemets": ("", "«", "x"),
    "open guillemets and blanks": ("", "« ", "x"),
    "straight quotes": ("", '"', "x"),
    "curly quotes": ("", "“", "x"),
    "named quotes": ("", 'a="', "x"),
    "letters": ("", "a", "="),
    "names": ("", "a_", "="),
    "equal signs": ("", "a=", ""),
    "commas": ("", ",", "x"),
    "blanks and commas": ("", " ,", "x"),
    "semicolons and blanks": ("", "; ", "x"),
    "question marks": ("a", "?", "x"),
    "bullets": ("", "\n- ", "x"),
    "digits": ("", "1", "x"),
    "decimals": ("", "1,5 ", "x"),
    "times": ("", "1:1", ":"),
    "lengths": ("", "1h ", "x"),
    "glued lengths": ("", "1h", "x"),
    "dates": ("", "1/1/", "x"),
    "weekdays": ("", "monday ", "x"),
    "prepositions": ("", "at in on ", "x"),
    "at signs": ("", "@", " "),
    "asterisks": ("", "*", "x"),
    "bold openings": ("", "**a", ""),
    "italic openings": ("", "_a ", ""),
    "backticks": ("", "`a", ""),
    "angle brackets": ("", "<", ">"),
    "tags": ("", "<b><li>", "x"),
    "an open tag": ("<", "a", ""),
    "closed tags": ("", "<p>a</p></b>", "x"),
    "attributes": ("<a ", "href=\"", ">"),
    "emoji marks": ("<", ":a", ""),
    "command marks": ("", "</a", ""),
    "quoted lines": ("> <a> x", "\n> ", "x"),
    "addresses": ("https://", "a.", ""),
    "many addresses": ("", "https://a.b/", ""),
    "closing of addresses": ("https://a.b/", ".", ""),
    "brackets": ("", "[(", "])"),
    "backslashes": ("", "\\", "x"),
    "combining marks": ("a", "\u0301", "x"),
    "ligatures": ("", "\ufdfa", "x"),
    "flags": ("", "\U0001f1eb", "x"),
    "joined emoji": ("", "\U0001f469\u200d", "x"),
    "bidi controls": ("", "\u202e", "x"),
    "lone surrogates": ("", "\ud83d", "x"),
    "private characters": ("", "\ue000", "x"),
}  # fmt: skip


def rich_text(text: str) -> Rich:
    """Return the text as a highlight shows it, with some of it emphasized."""
    return (Bold((Text(text[:40]),)), Quote((*texts.rich("en", "error-ours"), Text(text), Code(text))))


def parse_every_command(text: str) -> None:
    for command in SHAPES.values():
        with suppress(Refusal):
            parsing.parse_and_check(command, text)


def parse_every_answer(text: str) -> None:
    for arg in KINDS.values():
        parsing.parse_answer(arg, text)


def check_every_argument(text: str) -> None:
    for check in {arg.check for command in COMMANDS for arg in command.args if arg.check}:
        with suppress(Refusal):
            check(text)


NAMES: dict[str, Command] = dict(index_by_name(COMMANDS))
ENTRY_POINTS: dict[str, Callable[[str], object]] = {
    "the name of a command": lambda text: find_command(text, NAMES),
    "the arguments of a command": parse_every_command,
    "the checks of arguments": check_every_argument,
    "the answer to a question": parse_every_answer,
    "a choice": lambda text: match_choice(text, "choice", ("yes", "no")),
    "yes and no": lambda text: answers.match(text, "yes", "no", "cancel"),
    "an event's line": lambda text: event_line.parse_event(text, locale="fr", zone=ZONE, now=NOW),
    "a deadline": lambda text: deadline.parse_when(text, locale="de", zone=ZONE, now=NOW),
    "an event's new time": lambda text: reschedule.parse_reschedule(
        text, start=NOW, end=None, locale="en", zone=ZONE, now=NOW
    ),
    "a length of time": durations.parse_offset,
    "lengths of time": leads.parse_leads,
    "numbers in words": durations.digits_for_words,
    "a time zone": time_zones.find_zone,
    "suggested time zones": lambda text: time_zones.suggest_zones(text, 25),
    "a community's name": community_rules.name,
    "a setting": lambda text: community_settings.match_setting(text, text, community_settings.COMMUNITY_SETTINGS, "en"),
    "a poll's question": wording.question,
    "a poll's options": lambda text: wording.options([text, *text.split()]),
    "a list of options": option_lists.split_options,
    "options by name": lambda text: option_names.numbered(text, [text[:100], "garden"]),
    "a list of dates": date_list.split_dates,
    "a poll of dates": date_list.read_dates,
    "the places of an event": capacity_phrase.cut,
    "the guests of a reply": guest_words.cut,
    "words about coming": attendance.read,
    "clear words about coming": attendance.is_clear,
    "words about coming to something named": attendance.may_name,
    "a day on which somebody cannot come": is_absence,
    "a question in everyday words": inquiries.read,
    "a ritual": lambda text: ritual_reading.read(text, "en", ZONE, NOW),
    "an event's number": lambda text: event_rules.split_number(text, text),
    "an event's reason": event_rules.parse_reason,
    "a welcome to everybody": lambda text: phrases.welcomes_everybody(text, text[: len(text) // 2]),
    "a yes to the rules": phrases.accepts,
    "quiet hours": community_settings.COMMUNITY_SETTINGS["quiet-hours"].parse,
    "a newcomer's name": lambda text: onboarding_rules._contains_name(text, text[: len(text) // 2]),
    "a sentence's arguments": lambda text: texts.rich("en", "command-unknown-bare", {"given": text}),
    "controls": sanitize.strip_controls,
    "truncation": lambda text: sanitize.truncate(text, len(text) // 2),
    "a display name": sanitize.display_name,
    "invalid_characters": invalid_characters.replace_invalid,
    "a plain text": lambda text: richtext.plain(rich_text(text)),
    "rich truncation": lambda text: truncation.truncate_rich(rich_text(text), len(text) // 2),
    "a web address": truncation.is_web_address,
    "Discord's markdown": lambda text: discord_markdown.truncated_markdown(rich_text(text)),
    "Discord's marks": lambda text: message_text._MARK.sub("", text),
    "Telegram's commands": telegram_commands.is_command,
    "Telegram's spoilers": lambda text: Message(1, 1, CHAT, text=text, entities=SPOILERS).covered_text,
    "Telegram's mentions": telegram_escape.neutralize_mentions,
    "Telegram's HTML": lambda text: telegram_html.to_html(telegram_html.truncate_rich(rich_text(text), 4096)),
    "Matrix's replies": lambda text: matrix_content.own_words(text, {"m.relates_to": {"m.in_reply_to": {}}}),
    "Matrix's edits": lambda text: matrix_content.own_words(text, {}, edited=True),
    "Matrix's HTML": lambda text: matrix_html.html(rich_text(text)),
    "Matrix's plain body": lambda text: matrix_html.plain(rich_text(text)),
    "Matrix's formatted messages": matrix_formatted.parse,
    "the page's HTML": lambda text: sandbox_html.to_html(rich_text(text)),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("entry_point", ENTRY_POINTS)
def test_growth(entry_point: str) -> None:
    """Four times the text takes about four times the work, for every kind of hostile text."""
    work = ENTRY_POINTS[entry_point]
    grown = {kind: growth for kind, parts in HOSTILE.items() if (growth := measure_growth(work, *parts)) is not None}
    assert not grown


def measure_growth(work: Callable[[str], object], head: str, unit: str, tail: str) -> float | None:
    """Return how many times the work grew, when that is clearly more than the text did; in each of three tries.

    Short texts come first: of work that is much worse than linear, long ones would never end.
    """
    for size in SIZES:
        short, long = (head + unit * (size * factor // len(unit)) + tail for factor in (1, FACTOR))
        tries: list[float] = []
        while len(tries) < TRIES and (growth := measure_once(work, short, long)) is not None:
            tries.append(growth)
        if len(tries) == TRIES:
            return min(tries)
    return None


def measure_once(work: Callable[[str], object], short: str, long: str) -> float | None:
    """Return how many times the work grew, when that is clearly more than the text did."""
    before, after = cpu_seconds(work, short), cpu_seconds(work, long)
    return after / before if after > max(before * FACTOR * TOLERANCE, NOTICEABLE_SECONDS) else None


def cpu_seconds(work: Callable[[str], object], text: str) -> float:
    """Return the time that this thread computed, which other processes do not change."""
    gc.disable()
    begun = time.thread_time()
    with suppress(Refusal, CalendarProblem, UnicodeError, KeyError):
        work(text)
    seconds = time.thread_time() - begun
    gc.enable()
    return seconds

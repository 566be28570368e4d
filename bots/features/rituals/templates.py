"""`ritual`: read somebody's own line, or offer templates in the room's language, with a button each."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.outbound import CHOICE_EMOJI, Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Code, Rich, Text, join, plain
from bots.dialogs import invocation
from bots.features.rituals import commands, drafts, reading, setting
from bots.turn.turn import Turn

BUTTON = "ritualtemplate"
TEMPLATES = ("goals", "thanks", "newcomers", "host")
"""The text `ritual-template-<name>` is what somebody could type, `ritual-template-name-<name>` what it is called."""
_ROTATING = frozenset({"host"})


async def create(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `ritual [words and rule]`: show the ritual and ask first. Without words, show the templates."""
    typed = args.optional_text("what")
    if not typed:
        offer(turn)
    else:
        await _ask(typed, args, turn)


async def _ask(line: str, args: Args, turn: Turn) -> None:
    await drafts.check_room(turn)
    context = turn.room_context
    plan = reading.read(line, context.locale, context.zone, turn.occurred_at)
    await drafts.ask(setting.of_plan(plan, args), turn)


def offer(turn: Turn) -> None:
    """Show the templates, and how to type a ritual of one's own."""
    lines = [turn.text("ritual-templates"), *(_line(name, emoji, turn) for name, emoji in _numbered())]
    buttons = tuple(
        Button(f"{BUTTON}:{name}", turn.label(f"ritual-template-name-{name}"), emoji) for name, emoji in _numbered()
    )
    turn.answer_content(Content(text=join([*lines, turn.text("ritual-templates-own")]), buttons=buttons))


def _numbered() -> list[tuple[str, str]]:
    return list(zip(TEMPLATES, CHOICE_EMOJI, strict=False))


def _line(name: str, emoji: str, turn: Turn) -> Rich:
    return (Text(f"{emoji} "), Code(plain(turn.text(f"ritual-template-{name}"))))


async def press(press: ButtonPressed, turn: Turn) -> None:
    """Show the ritual of a template, and ask whether to begin it."""
    await invocation.check_allowed(commands.RITUAL, turn)
    if press.subject not in TEMPLATES:
        raise Refusal("button-unknown")
    settings = Args({"host": "volunteers"} if press.subject in _ROTATING else {})
    await _ask(plain(turn.text(f"ritual-template-{press.subject}")), settings, turn)

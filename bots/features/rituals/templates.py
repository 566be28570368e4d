"""`ritual`: read somebody's own line, or offer templates in the room's language, with a button each."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.outbound import CHOICE_EMOJI, Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Code, Rich, Text, join, plain
from bots.dialogs import invocation, prompts
from bots.features.rituals import commands, drafts, reading, setting
from bots.turn.turn import Turn

BUTTON = "ritualtemplate"
TEMPLATES = ("goals", "thanks", "newcomers", "host")
"""The text `ritual-template-<name>` is what somebody could type, `ritual-template-name-<name>` what it is called."""
_ROTATING = frozenset({"host"})


async def create(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `ritual [words and rule]`: show the ritual and ask first. Without words, show the templates.

    The next message is the answer: the number of a template, or a ritual of one's own.
    """
    typed = args.optional_text("what")
    if not typed:
        offer(turn)
        await prompts.expect(call, commands.RITUAL.name, commands.RITUAL.args[0], args.values, turn)
    elif (chosen := _chosen(typed, turn)) is not None:
        await _ask_template(chosen, turn)
    else:
        await _ask(typed, args, turn)


def _chosen(typed: str, turn: Turn) -> str | None:
    """Return the template that somebody typed by its number or its name."""
    said = typed.strip(" .)").casefold()
    names = {turn.label(f"ritual-template-name-{name}").casefold(): name for name in TEMPLATES}
    numbers = {str(number): name for number, name in enumerate(TEMPLATES, 1)} | {e: n for n, e in _numbered()}
    return numbers.get(said) or names.get(said)


async def _ask_template(name: str, turn: Turn) -> None:
    settings = Args({"host": "volunteers"} if name in _ROTATING else {})
    await _ask(plain(turn.text(f"ritual-template-{name}")), settings, turn)


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
    turn.answer_content(Content(text=join([*lines, turn.text("ritual-templates-own")]), buttons=buttons, asks=True))


def _numbered() -> list[tuple[str, str]]:
    return list(zip(TEMPLATES, CHOICE_EMOJI, strict=False))


def _line(name: str, emoji: str, turn: Turn) -> Rich:
    return (Text(f"{emoji} "), Code(plain(turn.text(f"ritual-template-{name}"))))


async def press(press: ButtonPressed, turn: Turn) -> None:
    """Show the ritual of a template, and ask whether to begin it."""
    await invocation.check_allowed(commands.RITUAL, turn)
    if press.subject not in TEMPLATES:
        raise Refusal("button-unknown")
    await _ask_template(press.subject, turn)

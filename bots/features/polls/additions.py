"""Open lists: members add options to a poll; its author or a connector can remove them.

Ballots, buttons and reactions refer to an option by its number. A new option gets the next number. The number of a
removed option is never reused, so that no vote moves to another option.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping

from msgspec import structs

from bots.commands.declaration import Args
from bots.commands.folding import fold
from bots.core.confusables import look_alike
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.integers import parse_int
from bots.core.outbound import CHOICE_EMOJI, Button
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.richtext import Rich
from bots.core.sanitize import is_invisible, normalize_emoji
from bots.dialogs import forms, invocation, prompts
from bots.dialogs.yes_no import YesNo
from bots.features.polls import (
    choices,
    commands,
    date_options,
    eligibility,
    lookup,
    option_names,
    rules,
    settings,
    visibility,
    wording,
)
from bots.features.polls.limits import MAX_ADDED, MAX_OPTIONS
from bots.turn.authorization import check_right
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import Poll, PollAddition, PollState

_AROUND = " .!?\"'“”«»„"


def is_full(poll: Poll) -> bool:
    """Return whether all numbers are used up, those of removed options included."""
    return len(rules.labels(poll)) >= MAX_OPTIONS


def buttons(poll: Poll, turn: Turn) -> tuple[Button, ...]:
    """Return the button that asks for an option, where the platform has buttons."""
    if not settings.of(poll).additions or is_full(poll) or not turn.capabilities.buttons:
        return ()
    return (Button(f"polladd:{poll.id}", turn.label("poll-add"), "➕"),)


def lines(poll: Poll, turn: Turn) -> list[Rich]:
    """Return how to add an option, and that one was removed."""
    given, told = settings.of(poll), list[Rich]()
    if given.removed_at is not None:
        told.append(turn.text("poll-option-was-removed", at=given.removed_at))
    if given.additions:
        told.append(turn.text("poll-how-full" if is_full(poll) else "poll-how-add", number=poll.number))
    return told


async def press_add(press: ButtonPressed, turn: Turn) -> None:
    """Ask for an option: in a form, or as the person's next message."""
    poll = await visibility.known_poll(press.subject, turn)
    await _check(poll, turn)
    given = Args({"number": str(poll.number)})
    if turn.capabilities.forms and press.token is not None:
        forms.show(commands.POLL_ADD, given, turn)
        return
    call = structs.replace(invocation.resumed_command(press, "poll add", {}), reply_to=press.message)
    option = next(arg for arg in commands.POLL_ADD.args if arg.name == "option")
    await prompts.expect(call, "poll add", option, {}, turn)
    prompts.ask(option, turn, "ask-poll-add-option")


async def add(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll add [number] option`. Votes stay as they are. Raises Refusal."""
    poll = await lookup.find_poll(call, args.optional_text("number"), turn, shown=True)
    await _check(poll, turn)
    given, texts, left = settings.of(poll), rules.labels(poll), rules.standing(poll)
    label, dates = wording.option(args.text("option")), given.dates
    if dates:
        label, date = date_options.read_one(label, turn)
        dates = (*dates, date)
    _check_new(poll, label)
    takes_all = poll.max_choices > 1 and poll.max_choices >= len(left)
    poll.max_choices += 1 if takes_all else 0
    poll.options = json.dumps([*texts, label])
    poll.settings = settings.as_json(structs.replace(given, dates=dates, emoji=_one_more(given.emoji)))
    row = PollAddition(poll_id=poll.id, position=len(texts), member_id=turn.member_id, at=turn.now)
    await turn.uow.add(row)
    turn.refresh_card(f"poll:{poll.id}")
    turn.answer("poll-option-added", number=poll.number, option=label)


async def _check(poll: Poll, turn: Turn) -> None:
    """Raise Refusal unless the acting member may add an option now."""
    rules.check_open(poll)
    await eligibility.check(poll, turn)
    if not settings.of(poll).additions:
        raise Refusal("poll-not-open-list", number=poll.number)
    if is_full(poll):
        raise Refusal("poll-list-full", number=poll.number, limit=MAX_OPTIONS)
    if await polls.additions_by(turn.uow, poll.id, turn.member_id) >= MAX_ADDED:
        raise Refusal("poll-added-enough", number=poll.number, limit=MAX_ADDED)


def _check_new(poll: Poll, label: str) -> None:
    """Raise Refusal("poll-option-there") for an option that the poll has, or for which a reader would take it.

    Capitals, accents, letters of other alphabets and what nobody sees make no other option; marks do: "C", "C++".
    """
    new = fold(label).strip(_AROUND)
    for _, emoji, other in rules.standing(poll):
        alike = look_alike(label, other) or look_alike(label.casefold(), other.casefold())
        double = alike and _punctuation(label) == _punctuation(other)
        if double or fold(other).strip(_AROUND) == new:
            raise Refusal("poll-option-there", option=other, emoji=emoji)


def _punctuation(label: str) -> list[str]:
    """Return what is neither a letter, a digit, a mark on one, nor invisible."""
    return [mark for mark in label if unicodedata.category(mark)[0] in "PS" and not is_invisible(mark)]


def _one_more(emojis: tuple[str, ...]) -> tuple[str, ...]:
    """Return own emoji of a poll with one more, that it does not have yet."""
    taken = set(map(normalize_emoji, emojis))
    return (*emojis, next(one for one in CHOICE_EMOJI if normalize_emoji(one) not in taken)) if emojis else ()


async def ask_to_remove(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll remove [number] option`: say what is lost, and ask. Raises Refusal."""
    poll = await lookup.find_poll(call, args.optional_text("number"), turn)
    await _check_remover(poll, turn)
    index = _index(poll, args.text("option"))
    question = turn.answer_text("poll-remove-sure", number=poll.number, option=rules.labels(poll)[index])
    await REMOVE.ask(str(poll.id), question, turn, {"option": str(index)})


async def _check_remover(poll: Poll, turn: Turn) -> None:
    """Raise Refusal unless the acting member may take options out of the poll, and two would be left."""
    rules.check_open(poll)
    if poll.created_by != turn.member_id:
        await check_right(Right.CONNECTOR, "poll remove", turn)
    if not settings.of(poll).additions:
        raise Refusal("poll-not-open-list", number=poll.number)
    if len(rules.standing(poll)) <= wording.FEWEST:
        raise Refusal("poll-remove-few", number=poll.number)


def _index(poll: Poll, text: str) -> int:
    """Return the option that somebody names by its words, its emoji or its number. Raises Refusal."""
    left, typed = rules.standing(poll), normalize_emoji(text.strip())
    signed = next((index for index, emoji, _ in left if normalize_emoji(emoji) == typed), None)
    if signed is not None:
        return signed
    number = parse_int(option_names.numbered(text.strip(), rules.labels(poll)))
    if number is None or number - 1 not in [index for index, _, _ in left]:
        names = tuple(label for _, _, label in left)
        raise Refusal("poll-option-unknown", argument="option", given=text, options=names)
    return number - 1


async def _remove(subject: str, kept: Mapping[str, str], turn: Turn) -> None:
    """Take an option out of a poll. Its words go, and votes for it no longer count."""
    poll = await turn.held_row(Poll, subject)
    if poll.state == PollState.DELETED:
        raise Refusal("button-unknown")
    await _check_remover(poll, turn)
    index, texts = choices.parse_choice(poll, kept["option"]), rules.labels(poll)
    left = len(rules.standing(poll)) - 1
    poll.options = json.dumps(["" if at == index else text for at, text in enumerate(texts)])
    poll.max_choices = min(poll.max_choices, left)
    poll.settings = settings.as_json(structs.replace(settings.of(poll), removed_at=turn.now))
    turn.refresh_card(f"poll:{poll.id}", rewrite=True)
    turn.answer("poll-option-removed", number=poll.number, option=texts[index])


REMOVE = YesNo(kind="polldrop", yes="poll-remove-yes", no="poll-delete-no", command=commands.POLL_REMOVE, act=_remove)

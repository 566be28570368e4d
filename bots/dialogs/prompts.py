"""Prompts: the question for one argument, with a button for each of its choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bots.commands import localization
from bots.commands.declaration import Arg
from bots.core.card_id import ANSWER_VERB
from bots.core.inbound import CommandInvoked
from bots.core.outbound import CHOICE_EMOJI, Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Code, Text, join
from bots.i18n import answers, languages
from bots.turn.turn import Turn

TAKES_CANCEL = "takes-cancel"
"""A key of a dialog's state: the word `cancel` is an answer, and does not end the question."""
COMMAND_DIALOG = "command"
"""The kind of the dialog that asks for a command's arguments."""


async def expect(
    call: CommandInvoked, command: str, arg: Arg, values: Mapping[str, object], turn: Turn, *,
    typed: Sequence[str] = (), refused: int = 0, suggested: Sequence[str] = (),
) -> None:  # fmt: skip
    """Take the person's next message, or the press of a prompt's button, as the value of this argument.

    `typed`: what they typed for it so far, for a form. `refused`: how many answers in a row could not be used.
    `suggested`: the values that a yes may stand for.
    """
    state = {
        "values": values, "asking": arg.name, "message": call.message, "reply_to": call.reply_to,
        "typed": list(typed), "refused": refused, "suggested": list(suggested),
    }  # fmt: skip
    await turn.open_dialog(COMMAND_DIALOG, command, state, user=call.person.user, room=call.room)


def suggestions(refusal: Refusal) -> tuple[str, ...]:
    """Return what a refusal suggests ("Did you mean Europe/Paris?"), unless the command itself remembers it."""
    nearest = refusal.text_args.get("nearest")
    found = nearest if isinstance(nearest, tuple) else (nearest,)
    return () if "nearest" in refusal.remember else tuple(one for one in found if isinstance(one, str) and one)


def accepted(text: str, state: Mapping[str, object], turn: Turn) -> str | None:
    """Return what an answer says: after a suggestion, a yes says what was suggested. After several, ask which: None."""
    suggested = state.get("suggested")
    if not isinstance(suggested, list) or not suggested or not answers.match(text, "yes"):
        return text
    if len(suggested) == 1:
        return str(suggested[0])
    turn.answer("suggestion-which", commands=join([(Code(str(one)),) for one in suggested], (Text(", "),)))
    return None


def ask(arg: Arg, turn: Turn, text_id: str, /, **args: object) -> None:
    """Ask the acting person for an argument. Their next message, or a press of a button, is the answer."""
    if arg.kind == "locale":
        args["languages"] = languages.described()
    buttons = tuple(
        Button(f"{ANSWER_VERB}:{arg.name}:{value}", label, emoji)
        for (value, label), emoji in zip(localization.choices(arg, turn.answer_locale), CHOICE_EMOJI, strict=False)
    )
    turn.answer_content(Content(text=turn.answer_text(text_id, **args), buttons=buttons, asks=True))

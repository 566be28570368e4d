"""Prompts: the question for one argument, with a button for each of its choices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bots.commands import localization
from bots.commands.declaration import Arg
from bots.core.inbound import CommandInvoked
from bots.core.outbound import CHOICE_EMOJI, Button, Content
from bots.core.refusal import Refusal
from bots.i18n import answers, languages
from bots.turn.turn import Turn

ANSWER_VERB = "answer"
COMMAND_VERB = "do"
"""Verb of a button that stands for a command; the subject is its name."""
"""The verb of a button that answers a prompt: `answer:<argument>:<choice>`."""


TAKES_CANCEL = "takes-cancel"
"""A key of a dialog's state: the word `cancel` is an answer, and does not end the question."""
COMMAND_DIALOG = "command"
"""The kind of the dialog that asks for a command's arguments."""


async def expect(
    call: CommandInvoked, command: str, arg: Arg, values: Mapping[str, object], turn: Turn, *,
    typed: Sequence[str] = (), refused: int = 0, suggested: str = "",
) -> None:  # fmt: skip
    """Take the person's next message, or the press of a prompt's button, as the value of this argument.

    `typed`: what they typed for it so far, for a form. `refused`: how many answers in a row could not be used.
    `suggested`: the value that a yes stands for.
    """
    state = {
        "values": values, "asking": arg.name, "message": call.message, "reply_to": call.reply_to,
        "typed": list(typed), "refused": refused, "suggested": suggested,
    }  # fmt: skip
    await turn.open_dialog(COMMAND_DIALOG, command, state, user=call.person.user, room=call.room)


def suggestion(refusal: Refusal) -> str:
    """Return what a refusal suggests ("Did you mean Europe/Paris?"), if it is one value and the command remembers none.

    A yes stands for it then.
    """
    nearest = refusal.text_args.get("nearest")
    only = nearest[0] if isinstance(nearest, tuple) and len(nearest) == 1 else nearest
    return only if isinstance(only, str) and not refusal.remember else ""


def accepted(text: str, state: Mapping[str, object]) -> str:
    """Return what an answer says: after a suggestion, a yes says what was suggested."""
    suggested = state.get("suggested")
    return suggested if isinstance(suggested, str) and suggested and answers.match(text, "yes") else text


def ask(arg: Arg, turn: Turn, text_id: str, /, **args: object) -> None:
    """Ask the acting person for an argument. Their next message, or a press of a button, is the answer."""
    if arg.kind == "locale":
        args["languages"] = languages.described()
    buttons = tuple(
        Button(f"{ANSWER_VERB}:{arg.name}:{value}", label, emoji)
        for (value, label), emoji in zip(localization.choices(arg, turn.answer_locale), CHOICE_EMOJI, strict=False)
    )
    turn.answer_content(Content(text=turn.answer_text(text_id, **args), buttons=buttons, asks=True))

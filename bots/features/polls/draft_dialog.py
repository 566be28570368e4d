"""The draft of a poll: the state of a dialog with its author, so that it has no row and no number."""

from __future__ import annotations

import json
from datetime import timedelta

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed
from bots.core.refusal import Refusal
from bots.dialogs import forms
from bots.features.polls import asked_rules, commands
from bots.features.polls.command_reader import UNSURE
from bots.features.polls.proposals import Proposal
from bots.turn.turn import OUTLIVES_COMMANDS, Turn
from storage.queries import dialogs
from storage.tables import Dialog

DIALOG = "poll-draft"
CARD_KIND = "polldraft"
LISTENS, REWRITES, ASKS, UNREADABLE = "listens_until", "rewrites", "asks", "unreadable"
"""Keys of the dialog's state: until when the next message may be yes or no; whether it is the corrected poll; the rule
that the next message says; how many messages did not say it."""
MAX_UNREADABLE = 3
"""After this many, the next message is an ordinary one."""
_LISTENING_TIME = timedelta(hours=1)
"""How long typed words answer the preview. Its buttons work for as long as the dialog is open."""


async def keep(
    proposal: Proposal, subject: str, turn: Turn, *, listens: bool, rewrites: bool = False, asks: str = "",
    unreadable: int = 0,
) -> None:  # fmt: skip
    """Keep a draft. `asks`: the rule that somebody says next, after so many `unreadable` answers."""
    until = (turn.now + _LISTENING_TIME).isoformat() if listens else ""
    beside = proposal.as_args()
    if asks:  # A form with one field changes the draft, which its author sees again.
        beside = Args({**asked_rules.beside(proposal, asks).values, UNSURE: "yes"})
    state = {
        "draft": proposal.as_state(), LISTENS: until, REWRITES: rewrites, OUTLIVES_COMMANDS: True,
        ASKS: asks, UNREADABLE: unreadable, forms.BESIDE: forms.beside(commands.POLL, beside),
    }  # fmt: skip
    await turn.open_dialog(DIALOG, subject, state, user=turn.person_event().person.user)


async def current(turn: Turn) -> Dialog | None:
    """Return the dialog with the acting person's draft."""
    value = turn.person_event()
    dialog = await dialogs.dialog_at(turn.uow, value.account, value.room, value.person.user)
    return dialog if dialog is not None and dialog.kind == DIALOG and dialog.expires_at >= turn.now else None


async def pressed(press: ButtonPressed, turn: Turn) -> Proposal:
    """Return the draft of the pressed button. Raises Refusal("poll-draft-gone")."""
    dialog = await current(turn)
    if dialog is None or dialog.subject != press.subject:
        raise Refusal("poll-draft-gone")
    return proposal_of(dialog)


def proposal_of(dialog: Dialog) -> Proposal:
    """Return the draft that a dialog keeps."""
    return Proposal.from_state(json.loads(dialog.state)["draft"])

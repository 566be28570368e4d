"""Submitted forms of commands, and the button that shows such a form again."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.card_id import FORM_VERB, CardId
from bots.core.inbound import ButtonPressed, CommandInvoked, FormSubmitted
from bots.core.refusal import Refusal
from bots.dialogs import forms, invocation, prompts
from bots.routing.router import Router
from bots.turn.turn import Turn
from storage.attempts import attempt
from storage.queries import dialogs
from storage.tables import Dialog


async def submit(form: FormSubmitted, turn: Turn, router: Router) -> None:
    """Run the command of a submitted form. If it is refused, say why and keep the fields for the next try."""
    name = CardId.parse(form.form).subject
    if name not in router.commands:
        raise Refusal("button-unknown")
    dialog = await dialogs.dialog_at(turn.uow, form.account, form.room, form.person.user)
    beside = {arg: value for arg, value in _kept(dialog, name).values.items() if arg not in form.fields}
    try:
        async with attempt(turn.uow):
            await turn.close_dialog(user=form.person.user, room=form.room)
            await invocation.invoke(_as_command(form, name, form.fields), turn, router, beside=Args(beside))
    except Refusal as refusal:
        await forms.keep(router.commands[name][0], Args({**beside, **form.fields}), turn)
        why = turn.answer_text(refusal.text_id, **refusal.text_args)
        turn.answer_content(forms.with_button(router.commands[name][0], why, turn))


async def show_requested(press: ButtonPressed, turn: Turn, router: Router) -> None:
    """Show the form that a button asks for, with the fields that the person filled in before."""
    if press.subject not in router.commands or not turn.capabilities.forms:
        raise Refusal("button-unknown")
    command, _ = router.commands[press.subject]
    await invocation.check_allowed(command, turn)
    dialog = await dialogs.dialog_at(turn.uow, press.account, press.room, press.person.user)
    forms.show(command, _kept(dialog, press.subject), turn)


def _kept(dialog: Dialog | None, command: str) -> Args:
    """Return what the person gave for this command before: typed, in a form that was refused, or beside one."""
    state = json.loads(dialog.state) if dialog is not None else {}
    if dialog is not None and forms.BESIDE in state and state[forms.BESIDE]["command"] == command:
        state = state[forms.BESIDE]
    elif dialog is None or dialog.subject != command or dialog.kind not in (FORM_VERB, prompts.COMMAND_DIALOG):
        return Args()
    values = {name: tuple(value) if isinstance(value, list) else value for name, value in state["values"].items()}
    return Args({**values, **({state["asking"]: tuple(state["typed"])} if state.get("typed") else {})})


def _as_command(value: FormSubmitted, name: str, options: Mapping[str, str]) -> CommandInvoked:
    return CommandInvoked(
        key=value.key, account=value.account, room=value.room, at=value.at, person=value.person, line=name,
        options=dict(options),
    )  # fmt: skip

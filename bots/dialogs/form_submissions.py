"""Forms as they come back: filled in, or asked for once more."""

from __future__ import annotations

import json
from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked, FormSubmitted
from bots.core.refusal import Refusal
from bots.dialogs import forms, invocation
from bots.i18n import texts
from bots.routing.router import Router
from bots.turn.turn import Turn
from storage.queries import dialogs


async def submitted(form: FormSubmitted, turn: Turn, router: Router) -> None:
    """A command's form was filled in. What won't do is said, and what was typed is kept for the next try."""
    name = form.form.partition(":")[2]
    if name not in router.commands:
        raise Refusal("button-unknown")
    try:
        async with turn.uow.savepoint():
            await turn.close_dialog(user=form.person.user, room=form.room)
            await invocation.invoke(_as_command(form, name, form.fields), turn, router)
    except Refusal as refusal:
        await turn.expect(forms.FORM, name, {"values": dict(form.fields)}, user=form.person.user, room=form.room)
        locale = turn.own_locale
        why = texts.rich(locale, refusal.text_id, turn.shown(refusal.args_of_text, locale))
        turn.answer_content(forms.with_button(router.commands[name][0], why, turn))


async def wanted(press: ButtonPressed, turn: Turn, router: Router) -> None:
    """The button that asks for a form, with what was typed before."""
    if press.subject not in router.commands or not turn.capabilities.forms:
        raise Refusal("button-unknown")
    command, _ = router.commands[press.subject]
    await invocation.check_allowed(command, _as_command(press, command.name, {}), turn)
    dialog = await dialogs.dialog_at(turn.uow, press.account, press.room, press.person.user)
    kept = json.loads(dialog.state)["values"] if dialog is not None and dialog.kind == forms.FORM else {}
    forms.show(command, Args(kept), turn)


def _as_command(value: FormSubmitted | ButtonPressed, name: str, options: Mapping[str, str]) -> CommandInvoked:
    return CommandInvoked(
        key=value.key, account=value.account, room=value.room, at=value.at, person=value.person, line=name,
        options=dict(options),
    )  # fmt: skip

"""Questions before something that others notice, or that nobody can take back. A button or a typed yes does it."""

from __future__ import annotations

from collections.abc import Mapping

from bots.core.card_id import ButtonId
from bots.core.inbound import ButtonPressed, MessagePosted
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich
from bots.i18n import answers
from bots.routing.feature import AnswerHandler, PressHandler
from bots.turn.turn import DECISION_LIFE, Turn
from storage.queries import dialogs

DIALOG = "confirm"
KEEP_VERB = "keep"
"""The verb of the button that leaves everything as it is: `keep:<user>`."""


async def ask(text: Rich, button: Button, turn: Turn) -> None:
    """Ask the acting person. `button` does it, and so does their `yes`."""
    user = turn.person_event().person.user
    keep = Button(f"{KEEP_VERB}:", turn.label("confirm-no"), "❌")
    await turn.open_dialog(DIALOG, button.id, {}, user=user, life=DECISION_LIFE)
    turn.answer_content(Content(text=text, buttons=(button, keep), asks=True))


def closing(handler: PressHandler) -> PressHandler:
    """Return the handler of a button that also closes the question to the person who presses it."""

    async def press(value: ButtonPressed, turn: Turn) -> None:
        await handler(value, turn)
        await _close(value, turn)

    return press


def only_asked(handler: PressHandler) -> PressHandler:
    """Return the handler of a button that only the person may press whom the question with this button is for.

    So for a button whose subject lies outside of the room: some platforms let people press any id.
    """

    async def press(value: ButtonPressed, turn: Turn) -> None:
        dialog = await dialogs.dialog_at(turn.uow, value.account, value.room, value.person.user)
        asked = dialog is not None and (dialog.kind, dialog.subject) == (DIALOG, value.button)
        if dialog is None or not asked or dialog.expires_at < turn.occurred_at:
            raise Refusal("answer-not-asked")
        await closing(handler)(value, turn)

    return press


async def _close(press: ButtonPressed, turn: Turn) -> bool:
    """Close the question to the acting person. Return False if they were not asked."""
    dialog = await dialogs.dialog_at(turn.uow, press.account, press.room, press.person.user)
    return dialog is not None and dialog.kind == DIALOG and await turn.close_dialog(user=press.person.user)


async def press_keep(press: ButtonPressed, turn: Turn) -> None:
    """Leave everything as it is. Raises Refusal("answer-not-asked") for people who were not asked."""
    if not await _close(press, turn):
        raise Refusal("answer-not-asked")
    turn.answer("dialog-cancelled")


def answer_handler(presses: Mapping[str, PressHandler]) -> AnswerHandler:
    """Return the handler of a typed answer. `presses` are the buttons of the questions, by verb."""

    async def answer(message: MessagePosted, subject: str, state: Mapping[str, object], turn: Turn) -> bool:
        said = answers.match(message.text, "yes", "no")
        if said is None:
            return await _hint(message, subject, state, turn)
        await turn.close_dialog(user=message.person.user)
        if said == "no":
            turn.answer("dialog-cancelled")
        else:
            await presses[ButtonId.parse(subject).verb](_as_press(message, subject), turn)
        return True

    return answer


async def _hint(message: MessagePosted, subject: str, state: Mapping[str, object], turn: Turn) -> bool:
    """Say once what to type, where there are no buttons. Another message after that is an ordinary one."""
    await turn.close_dialog(user=message.person.user)
    if not state.get("hinted") and not turn.capabilities.buttons:
        await turn.open_dialog(DIALOG, subject, {"hinted": True}, user=message.person.user, life=DECISION_LIFE)
        turn.answer("confirm-hint")
    return False


def _as_press(message: MessagePosted, button: str) -> ButtonPressed:
    return ButtonPressed(
        key=message.key, account=message.account, room=message.room, at=message.at, person=message.person, button=button
    )

"""Reach one person about an event: in private where possible, otherwise in the room by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bots.core.outbound import Button, Content
from bots.core.richtext import Mention, Rich
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import event_places, members, ownership
from storage.tables import Event, Identity, Member, RoomState

Buttons = Sequence[tuple[str, str, str]]
"""The id, the text of the label and the emoji of each button."""


@dataclass(frozen=True)
class Contact:
    """A person, and the turn for a room of the event's holder on their platform."""

    there: Turn
    identity: Identity
    locale: str | None

    @property
    def own(self) -> Turn:
        """The turn for that room in the person's language."""
        return self.there.in_language(self.locale) if self.locale else self.there

    @property
    def is_quiet(self) -> bool:
        """Whether nobody is called now, so that nothing makes a sound."""
        return quiet_until(self.there.room_context.place, self.there.now) is not None

    def tell(
        self, text_id: str, args: Mapping[str, object], *, key: str, buttons: Buttons = (), fallback: bool = True
    ) -> None:
        """Send a text in the person's language, without a sound in quiet hours.

        `fallback`: if a private message can't reach them, post it in the room.
        """
        own, here = self.own.text(text_id, **args), self.there.text(text_id, **args)
        self.send(own, here, key=key, buttons=buttons, silent=self.is_quiet, fallback=fallback)

    def send(
        self, text: Rich, here: Rich, *, key: str, buttons: Buttons = (), silent: bool = False, fallback: bool = True
    ) -> None:
        """Send a text in private. If that can't reach the person, and `fallback`, post `here` in the room to them."""
        user = self.identity.user
        named = (Mention(user, self.there.name(self.identity.name)), *self.there.text("addressed"), *here)
        public = Content(text=named, buttons=_labelled(buttons, self.there), mentions=(user,), silent=silent)
        private = Content(text=text, buttons=_labelled(buttons, self.own), silent=silent)
        self.there.send_direct(user, private, fallback=public if fallback else None, key=key)


def _labelled(buttons: Buttons, turn: Turn) -> tuple[Button, ...]:
    return tuple(Button(button, turn.label(text_id), emoji) for button, text_id, emoji in buttons)


async def contact_of(member: int, event: Event, turn: Turn) -> Contact | None:
    """Return how to reach a member: on the platform of the event's room if they are there, else on another one."""
    first = await turn.in_room_of(event)
    found = sorted(await members.identities(turn.uow, member), key=lambda one: (one.room_id is None, one.id))
    if first is None or not found:
        return None
    person = await turn.uow.get(Member, member)
    locale = person.locale if person is not None else None
    answered = await event_places.room_of_answer(turn.uow, event.id, member) if event.spread_to is not None else None
    for identity in found:
        if answered is not None and answered.state == RoomState.ACTIVE and identity.platform == answered.platform:
            return Contact(await turn.for_room(answered), identity, locale)
    for identity in found:
        if identity.platform == first.room.platform:
            return Contact(first, identity, locale)
    for room in await ownership.rooms_of(turn.uow, event):
        for identity in found:
            if identity.platform == room.platform and room.state == RoomState.ACTIVE:
                return Contact(await turn.for_room(room), identity, locale)
    return None

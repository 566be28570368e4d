"""People on the Telegram stand-in for the contract tests, with rooms and messages under the adapter's ids."""

from __future__ import annotations

from collections.abc import Sequence

from tests.standins.telegram.messages import Message
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram
from tests.standins.telegram.pressing import REACTIONS
from tests.standins.telegram.shown import Shown
from tests.standins.telegram.talking import Where
from tests.standins.telegram.users import BotAccount

ANY_REACTION = "👌"


class Eyes:
    """Finds chats and messages by the adapter's ids."""

    def __init__(self, telegram: Telegram, bot: BotAccount) -> None:
        self.telegram = telegram
        self.bot = bot

    def where(self, room: str) -> Where:
        """Return the chat of a room; for a private chat, as the person sees it."""
        chat = int(room.partition("/")[0])
        return chat if chat < 0 else self.bot

    def number(self, message: str) -> int:
        """Return the message's number in its chat."""
        return self._polls()[message].id if message.startswith("poll:") else int(message.rpartition(":")[2])

    def _polls(self) -> dict[str, Message]:
        store = self.telegram.store
        with store.lock:
            every = [one for chat in store.chats.values() for one in chat.messages.values()]
        return {f"poll:{one.poll.id}": one for one in every if one.poll is not None}

    def seen(self, room: str, message: str) -> Shown:
        """Return the message in its current state."""
        return self.telegram.message(int(room.partition("/")[0]), self.number(message))


class TelegramPerson:
    """A person with a Telegram client."""

    def __init__(self, person: Person, eyes: Eyes) -> None:
        self.person = person
        self.user = str(person.user)
        self.name = person.name
        self._eyes = eyes

    async def say(self, room: str, text: str, *, reply_to: str | None = None) -> str:
        """Post a message and return its id."""
        thread = room.partition("/")[2]
        to = self._eyes.number(reply_to) if reply_to else None
        where = self._eyes.where(room)
        said = self.person.say(where, text, reply_to=to, thread=int(thread) if thread else None)
        return f"{room.partition('/')[0]}:{said}"

    async def edit(self, room: str, message: str, text: str) -> None:
        """Edit the person's own message."""
        self.person.edit(self._eyes.where(room), self._eyes.number(message), text)

    async def withdraw(self, room: str, message: str) -> None:
        """Delete the person's own message; bots get no update."""
        self.person.delete(self._eyes.where(room), self._eyes.number(message))

    async def react(self, room: str, message: str, emoji: str) -> str | None:
        """Press the button with that emoji; without one, react with an emoji that Telegram allows."""
        seen, number = self._eyes.seen(room, message), self._eyes.number(message)
        if seen.keyboard:
            self.person.press(self._eyes.where(room), number, emoji)
        else:
            self.person.react(self._eyes.where(room), number, emoji if emoji in REACTIONS else ANY_REACTION)
        return None

    async def unreact(self, room: str, message: str, emoji: str, reaction: str | None) -> None:
        """Remove the person's reactions."""
        self.person.unreact(self._eyes.where(room), self._eyes.number(message))

    async def vote(self, room: str, poll: str, labels: Sequence[str]) -> None:
        """Vote in a native poll."""
        self.person.vote(self._eyes.where(room), self._eyes.number(poll), *labels)

    async def enter(self, room: str) -> None:
        """Join a group; do nothing for a private chat."""
        where = self._eyes.where(room)
        if isinstance(where, int):
            self.person.join(where)

    async def leave(self, room: str) -> None:
        """Leave a group."""
        self.person.leave(int(room))

    async def invite_bot(self) -> str:
        """Open a group and add the bot."""
        room = self._eyes.telegram.supergroup("Garden", self.person)
        self.person.add_bot(room, self._eyes.bot)
        return str(room)

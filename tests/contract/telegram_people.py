"""People on the Telegram stand-in, as the contract test names them: rooms and messages by the door's ids."""

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
    """Finds on the platform what the door's ids name."""

    def __init__(self, telegram: Telegram, bot: BotAccount) -> None:
        self.telegram = telegram
        self.bot = bot

    def where(self, room: str) -> Where:
        """The chat of a room; a private talk is the bot's, seen by the person."""
        chat = int(room.partition("/")[0])
        return chat if chat < 0 else self.bot

    def number(self, message: str) -> int:
        """The message's number in its chat."""
        return self._polls()[message].id if message.startswith("poll:") else int(message.rpartition(":")[2])

    def _polls(self) -> dict[str, Message]:
        world = self.telegram.world
        with world.lock:
            every = [one for chat in world.chats.values() for one in chat.messages.values()]
        return {f"poll:{one.poll.id}": one for one in every if one.poll is not None}

    def seen(self, room: str, message: str) -> Shown:
        """The message as it stands."""
        return self.telegram.message(int(room.partition("/")[0]), self.number(message))


class TelegramPerson:
    """Somebody with a Telegram client."""

    def __init__(self, person: Person, eyes: Eyes) -> None:
        self.person = person
        self.user = str(person.user)
        self.name = person.name
        self._eyes = eyes

    async def say(self, room: str, text: str, *, reply_to: str | None = None) -> str:
        """Post a message; its id."""
        thread = room.partition("/")[2]
        to = self._eyes.number(reply_to) if reply_to else None
        where = self._eyes.where(room)
        said = self.person.say(where, text, reply_to=to, thread=int(thread) if thread else None)
        return f"{room.partition('/')[0]}:{said}"

    async def edit(self, room: str, message: str, text: str) -> None:
        """Change one's message."""
        self.person.edit(self._eyes.where(room), self._eyes.number(message), text)

    async def withdraw(self, room: str, message: str) -> None:
        """Take one's message back: no bot hears of it."""
        self.person.delete(self._eyes.where(room), self._eyes.number(message))

    async def react(self, room: str, message: str, emoji: str) -> str | None:
        """Press the button with that emoji where there is one; else react, with what Telegram has of reactions."""
        seen, number = self._eyes.seen(room, message), self._eyes.number(message)
        if seen.keyboard:
            self.person.press(self._eyes.where(room), number, emoji)
        else:
            self.person.react(self._eyes.where(room), number, emoji if emoji in REACTIONS else ANY_REACTION)
        return None

    async def unreact(self, room: str, message: str, emoji: str, reaction: str | None) -> None:
        """Take one's reactions back."""
        self.person.unreact(self._eyes.where(room), self._eyes.number(message))

    async def vote(self, room: str, poll: str, labels: Sequence[str]) -> None:
        """Vote in a native poll."""
        self.person.vote(self._eyes.where(room), self._eyes.number(poll), *labels)

    async def enter(self, room: str) -> None:
        """Join a group; a private talk is open."""
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

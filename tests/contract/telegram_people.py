"""People on the Telegram stand-in, with rooms and messages under the adapter's ids."""

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


class MessageFinder:
    """Finds chats and messages by the adapter's ids."""

    def __init__(self, telegram: Telegram, bot: BotAccount) -> None:
        self.telegram = telegram
        self.bot = bot

    def find_chat(self, room: str) -> Where:
        """Return the chat of a room; for a private chat, as the person sees it."""
        chat = int(room.partition("/")[0])
        return chat if chat < 0 else self.bot

    def find_message(self, message: str) -> int:
        """Return the message's find_message in its chat."""
        return self._polls()[message].id if message.startswith("poll:") else int(message.rpartition(":")[2])

    def _polls(self) -> dict[str, Message]:
        store = self.telegram.store
        with store.lock:
            every = [one for chat in store.chats.values() for one in chat.messages.values()]
        return {f"poll:{one.poll.id}": one for one in every if one.poll is not None}

    def seen(self, room: str, message: str) -> Shown:
        """Return the message in its current state."""
        return self.telegram.message(int(room.partition("/")[0]), self.find_message(message))


class TelegramPerson:
    """A person with a Telegram client."""

    def __init__(self, person: Person, finder: MessageFinder) -> None:
        self.person = person
        self.user = str(person.user)
        self.name = person.name
        self._finder = finder

    async def say(self, room: str, text: str, *, reply_to: str | None = None) -> str:
        """Post a message and return its id."""
        thread = room.partition("/")[2]
        to = self._finder.find_message(reply_to) if reply_to else None
        find_chat = self._finder.find_chat(room)
        said = self.person.say(find_chat, text, reply_to=to, thread=int(thread) if thread else None)
        return f"{room.partition('/')[0]}:{said}"

    async def edit(self, room: str, message: str, text: str) -> None:
        """Edit the person's own message."""
        self.person.edit(self._finder.find_chat(room), self._finder.find_message(message), text)

    async def withdraw(self, room: str, message: str) -> None:
        """Delete the person's own message; bots get no update."""
        self.person.delete(self._finder.find_chat(room), self._finder.find_message(message))

    async def react(self, room: str, message: str, emoji: str) -> str | None:
        """Press the button with that emoji, or react with an emoji that Telegram allows."""
        seen, find_message = self._finder.seen(room, message), self._finder.find_message(message)
        if seen.keyboard:
            self.person.press(self._finder.find_chat(room), find_message, emoji)
        else:
            self.person.react(self._finder.find_chat(room), find_message, emoji if emoji in REACTIONS else ANY_REACTION)
        return None

    async def unreact(self, room: str, message: str, emoji: str, reaction: str | None) -> None:
        """Remove the person's reactions."""
        self.person.unreact(self._finder.find_chat(room), self._finder.find_message(message))

    async def vote(self, room: str, poll: str, labels: Sequence[str]) -> None:
        """Vote in a native poll."""
        self.person.vote(self._finder.find_chat(room), self._finder.find_message(poll), *labels)

    async def enter(self, room: str) -> None:
        """Join a group; do nothing for a private chat."""
        find_chat = self._finder.find_chat(room)
        if isinstance(find_chat, int):
            self.person.join(find_chat)

    async def leave(self, room: str) -> None:
        """Leave a group."""
        self.person.leave(int(room))

    async def invite_bot(self) -> str:
        """Open a group and add the bot."""
        room = self._finder.telegram.supergroup("Garden", self.person)
        self.person.add_bot(room, self._finder.bot)
        return str(room)

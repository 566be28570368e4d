"""The platform's data, protected by one lock, and the updates about its changes."""

from __future__ import annotations

import itertools
import secrets
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bots.ports import Clock
from tests.standins.telegram import checks, markup
from tests.standins.telegram.chats import Chat, Member
from tests.standins.telegram.inbox import UpdateQueue
from tests.standins.telegram.messages import File, Message, Poll
from tests.standins.telegram.refusal import Impossible
from tests.standins.telegram.users import BotAccount, Json, User

QUERY_SECONDS = 900.0
_LARGE = 4_382_000_000_000_000_000
REQUEST_SECONDS = 300.0
"""The time in which a bot may write to a requester: https://core.telegram.org/bots/api#chatjoinrequest"""


@dataclass
class Query:
    """A press of a button. `answer` is the bot's answer."""

    id: str
    bot: BotAccount
    user: User
    message: Message
    at: float
    answer: Json | None = None


class Store:
    """Users, chats, messages, files, polls and presses."""

    def __init__(self, clock: Clock, *, checked: bool = True) -> None:
        self.clock = clock
        self.checked = checked
        self.lock = threading.RLock()
        self.problems: list[str] = []
        self.users: dict[int, User] = {}
        self.bots: dict[str, BotAccount] = {}
        self.chats: dict[int, Chat] = {}
        self.private: dict[tuple[int, int], Chat] = {}
        self.polls: dict[str, Message] = {}
        self.files: dict[str, File] = {}
        self.queries: dict[str, Query] = {}
        self.moves_told = True
        self._ids = itertools.count(101)
        self._message_ids = itertools.count(1)
        self._chat_ids = itertools.count(4_000_000_001)
        self._supergroup_ids = itertools.count(1_900_000_001)
        self._serials = itertools.count(1)

    def now(self) -> float:
        """Return seconds since the epoch by the given clock."""
        return self.clock.now().timestamp()

    def serial(self) -> str:
        """Return a unique number."""
        return str(next(self._serials))

    def large_id(self) -> str:
        """Return a unique number as long as ids of presses and polls."""
        return str(_LARGE + next(self._serials))

    # People and chats

    def add_user(self, made: User) -> User:
        """Add a user."""
        self.users[made.id] = made
        return made

    def new_user_id(self) -> int:
        """Return a user id that needs more than 32 bits."""
        return 5_000_000_000 + next(self._ids)

    def add_bot(self, username: str, name: str, *, privacy: bool) -> BotAccount:
        """Add a bot, as BotFather does."""
        number = 7_000_000_000 + next(self._ids)
        made = BotAccount(number, name, username=username, is_bot=True, privacy=privacy)
        made.token = f"{number}:{secrets.token_urlsafe(24)[:32]}"
        made.queue = UpdateQueue(secrets.randbelow(500_000_000) + 100_000_000)
        self.bots[made.token] = made
        self.add_user(made)
        return made

    def add_chat(self, kind: str, title: str, **more: Any) -> Chat:
        """Add a group (small ids), supergroup or channel (ids that begin with -100)."""
        number = -next(self._chat_ids) if kind == "group" else -1_000_000_000_000 - next(self._supergroup_ids)
        made = Chat(number, kind, title, **more)
        self.chats[number] = made
        return made

    def private_chat(self, user: User, bot: BotAccount) -> Chat:
        """Return the private chat of a user and a bot."""
        if (user.id, bot.id) not in self.private:
            self.private[(user.id, bot.id)] = Chat(user.id, "private", private=(user, bot))
        return self.private[(user.id, bot.id)]

    def chat_of(self, chat: int | BotAccount, user: User) -> Chat:
        """Return the chat that the person means."""
        if isinstance(chat, BotAccount):
            return self.private_chat(user, chat)
        if chat in self.chats:
            return self.chats[chat]
        raise Impossible(f"there is no chat {chat}")

    def next_message_id(self, chat: Chat) -> int:
        """Return the next message id, of the supergroup or channel, or else of the account."""
        if chat.kind in {"supergroup", "channel"}:
            chat.last_message += 1
            return chat.last_message
        return next(self._message_ids)

    def keep_file(self, data: bytes, folder: str, name: str, mime: str) -> File:
        """Store a file under a new id."""
        number = self.serial()
        ending = name.rpartition(".")[2] if "." in name else "jpg"
        made = File(f"file-{number}-{secrets.token_hex(8)}", f"unique-{number}", data,
                    f"{folder}/file_{number}.{ending}", name, mime)  # fmt: skip
        self.files[made.id] = made
        return made

    # Updates

    def tell(self, bot: BotAccount, kind: str, content: Json) -> int | None:
        """Queue an update for a bot, if the bot allows its kind."""
        if self.checked and (wrong := checks.wrong_update({"update_id": 1, kind: content})):
            self.problems.append(f"update {kind}: {wrong}\n{content}")
        return bot.queue.add(kind, content, self.now())

    def message_in(self, message: Message) -> None:
        """Store a message in its chat, and queue its update for the bots that may see it."""
        message.chat.messages[message.id] = message
        if message.poll is not None:
            self.polls[message.poll.id] = message
        if isinstance(message.sender, BotAccount):
            message.chat.last_bot = message.sender.id
        else:
            self.tell_of(message, "message")

    def tell_of(self, message: Message, kind: str) -> None:
        """Queue an update about a message, or about its change with `edited_message`."""
        if message.chat.kind == "channel":
            kind = kind.replace("message", "channel_post")
        for bot in message.chat.bots():
            if message.sender is not bot and sees(bot, message):
                if message.sender is not None:
                    bot.met.add(message.sender.id)
                self.tell(bot, kind, message.json())

    def member_changed(self, chat: Chat, actor: User, old: Member, new: Member, **more: Any) -> None:
        """Store a membership, and queue its update for the bot concerned and for admin bots."""
        if chat.private is None:
            chat.members[new.user.id] = new
        told = {
            "chat": chat.json(), "from": actor.json(), "date": more.pop("date", int(self.now())),
            "old_chat_member": old.json(), "new_chat_member": new.json(), **more,
        }  # fmt: skip
        if isinstance(new.user, BotAccount):
            self.tell(new.user, "my_chat_member", told)
        for bot in chat.bots():
            if bot is not new.user and chat.member(bot).admin:
                self.tell(bot, "chat_member", told)

    def poll_changed(self, poll: Poll) -> None:
        """Queue an update about the state of a bot's own poll."""
        if poll.owner is not None:
            self.tell(poll.owner, "poll", poll.json())

    # Texts

    def words(self, text: str, entities: Iterable[Json], bots: Iterable[BotAccount], field: str = "text") -> Json:
        """Return the body of a text. A link to a person whom the bot never met is dropped."""
        text, known = markup.trimmed(text, list(entities))
        found = []
        for entity in markup.found_in(text, known):
            if isinstance(entity.get("user"), int):
                user = self.users.get(entity["user"])
                if user is None or not any(user.id in bot.met for bot in bots):
                    continue
                entity = entity | {"user": user.json()}
            found.append(entity)
        return {field: text} | ({("entities" if field == "text" else f"{field}_entities"): found} if found else {})


def sees(bot: BotAccount, message: Message) -> bool:
    """Whether a bot gets a person's message: https://core.telegram.org/bots/features#privacy-mode"""
    if message.sender is not None and message.sender.id != bot.id and isinstance(message.sender, BotAccount):
        return False
    chat = message.chat
    if message.service or chat.kind in {"private", "channel"} or not bot.privacy or chat.member(bot).admin:
        return True
    if message.reply_to is not None and message.reply_to.sender is bot:
        return True
    return any(_meant(bot, message, entity) for entity in message.entities)


def _meant(bot: BotAccount, message: Message, entity: Json) -> bool:
    """Whether a message has a command for this bot or mentions it."""
    words = markup.part(message.text, entity)
    if entity["type"] == "mention":
        return words.lower() == f"@{bot.username}".lower()
    if entity["type"] == "bot_command" and entity["offset"] == 0:
        _, _, whose = words.partition("@")
        return whose.lower() == (bot.username or "").lower() if whose else _last_to_speak(bot, message.chat)
    return False


def _last_to_speak(bot: BotAccount, chat: Chat) -> bool:
    return len(chat.bots()) == 1 or chat.last_bot in (0, bot.id)

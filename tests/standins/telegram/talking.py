"""People post messages and files."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any
from urllib.parse import parse_qs, urlparse

from tests.standins.telegram import markup, posting
from tests.standins.telegram.chats import Chat
from tests.standins.telegram.messages import Message, Poll
from tests.standins.telegram.refusal import Impossible
from tests.standins.telegram.store import Store
from tests.standins.telegram.users import ANONYMOUS, CHANNEL_BOT, SERVICE, BotAccount, Json, User

Where = int | BotAccount
"""A chat's id, or the bot whose private chat is meant."""


class Acting:
    """A person who acts in a chat, which may be named by its id or by the bot of a private chat."""

    def __init__(self, store: Store, account: User) -> None:
        self.store = store
        self.account = account
        self.user = account.id
        self.name = account.full_name
        self.username = account.username

    def chat(self, chat: Where) -> Chat:
        """Return the chat."""
        return self.store.chat_of(chat, self.account)

    def message(self, chat: Where, message: int) -> Message:
        """Return the message. Raises Impossible if there is none."""
        found = self.chat(chat).messages.get(message)
        if found is None:
            raise Impossible(f"there is no message {message} in {chat}")
        return found


class Talking(Acting):
    """A person's messages, files and albums."""

    def say(
        self, chat: Where, text: str, *, reply_to: int | None = None, thread: int | None = None,
        anonymous: bool = False, as_channel: int | None = None, mentions: Sequence[Acting] = (),
        via: BotAccount | None = None,
    ) -> int:  # fmt: skip
        """Post a message and return its id. `mentions` links people without a username by their name in the text.

        `via`: an inline bot made the words.
        """
        with self.store.lock:
            known = [_linked(text, one) for one in mentions]
            body = self.store.words(text, known, _everybody(self.store))
            return self._post(chat, body, reply_to, thread, anonymous=anonymous, as_channel=as_channel, via=via).id

    def _post(
        self, chat: Where, body: Json, reply_to: int | None = None, thread: int | None = None, *,
        anonymous: bool = False, as_channel: int | None = None, **more: Any,
    ) -> Message:  # fmt: skip
        place = self.chat(chat)
        self._may_speak(place, thread)
        answered = self.message(chat, reply_to) if reply_to is not None else None
        sender: User = self.account
        if place.private is not None:
            place.private[1].opened.add(self.user)
        if anonymous:
            sender = ANONYMOUS
            more |= {"sender_chat": place, "signature": place.member(self.account).title}
        elif as_channel is not None:
            sender = CHANNEL_BOT
            more |= {"sender_chat": self.chat(as_channel)}
        return posting.post(self.store, place, sender, body, thread=thread, reply_to=answered, **more)

    def _may_speak(self, chat: Chat, thread: int | None) -> None:
        if not chat.present(self.account):
            raise Impossible(f"{self.name} is not in {chat.title}")
        if chat.moved_to is not None:
            raise Impossible(f"{chat.title} is a supergroup now: {chat.moved_to}")
        topic = chat.topics.get(thread) if thread else None
        if thread and chat.forum and (topic is None or topic.deleted):
            raise Impossible(f"there is no topic {thread}")
        if topic is not None and topic.closed and not chat.member(self.account).admin:
            raise Impossible(f"{topic.name} is closed")

    def start(self, bot: BotAccount, payload: str = "") -> int:
        """Press Start, with the payload of a deep link if given."""
        with self.store.lock:
            self.unblock(bot)
            return self.say(bot, f"/start {payload}".strip())

    @abstractmethod
    def unblock(self, bot: BotAccount) -> None:
        """Unblock the bot."""

    def follow(self, url: str) -> int:
        """Follow a deep link of a bot and press Start."""
        parts = urlparse(url)
        bot = next((one for one in self.store.bots.values() if one.username == parts.path.strip("/")), None)
        if parts.netloc not in {"t.me", "telegram.me"} or bot is None:
            raise Impossible(f"{url} leads to no bot")
        return self.start(bot, parse_qs(parts.query).get("start", [""])[0])

    def edit(self, chat: Where, message: int, text: str) -> None:
        """Edit the person's own message."""
        with self.store.lock:
            mine = self._mine(chat, message)
            field = "text" if "text" in mine.body else "caption"
            for name in (field, "entities", "caption_entities"):
                mine.body.pop(name, None)
            mine.body |= self.store.words(text, (), _everybody(self.store), field)
            mine.edit_date = int(self.store.now())
            mine.edits += 1
            self.store.tell_of(mine, "edited_message")

    def delete(self, chat: Where, message: int) -> None:
        """Delete a message, without an update for bots. An admin may delete any."""
        with self.store.lock:
            found = self.message(chat, message)
            if found.sender is not self.account and not found.chat.member(self.account).admin:
                raise Impossible("that is somebody else's message")
            found.gone = True

    def _mine(self, chat: Where, message: int) -> Message:
        found = self.message(chat, message)
        if found.sender is not self.account or found.gone:
            raise Impossible("that is no message of theirs")
        return found

    # Files

    def photo(self, chat: Where, data: bytes = b"a photo", **more: Any) -> int:
        """Post a photo (caption=, reply_to=, thread=)."""
        return self._file(chat, "photo", data, more)

    def document(self, chat: Where, data: bytes = b"a document", **more: Any) -> int:
        """Post a file (name=, mime= too)."""
        return self._file(chat, "document", data, {"name": "notes.txt", "mime": "text/plain"} | more)

    def voice(self, chat: Where, data: bytes = b"a voice", **more: Any) -> int:
        """Post a voice message."""
        return self._file(chat, "voice", data, more)

    def video(self, chat: Where, data: bytes = b"a video", **more: Any) -> int:
        """Post a video."""
        return self._file(chat, "video", data, more)

    def sticker(self, chat: Where, data: bytes = b"a sticker", **more: Any) -> int:
        """Post a sticker."""
        return self._file(chat, "sticker", data, more)

    def album(self, chat: Where, items: Sequence[tuple[str, bytes]], *, caption: str = "", **more: Any) -> list[int]:
        """Post an album of one message per file, with the caption at the first."""
        with self.store.lock:
            album = self.store.serial()
            words = [caption, *[""] * (len(items) - 1)]
            return [
                self._file(chat, kind, data, {"caption": text, "album": album, **more})
                for (kind, data), text in zip(items, words, strict=True)
            ]

    def _file(self, chat: Where, kind: str, data: bytes, more: dict[str, Any]) -> int:
        with self.store.lock:
            caption = str(more.pop("caption", ""))
            body, file = posting.media_body(self.store, kind, data, more.pop("name", ""), more.pop("mime", ""))
            if caption:
                body |= self.store.words(caption, (), _everybody(self.store), "caption")
            return self._post(chat, body, files=(file,), **more).id

    # Forwards, polls and channels

    def forward(self, chat: Where, message: int, to: Where) -> int:
        """Forward a message. A forwarded poll is the same poll."""
        with self.store.lock:
            found = self.message(chat, message)
            if found.protected:
                raise Impossible("the message may not be forwarded")
            origin: Json = {"type": "hidden_user", "date": found.date, "sender_user_name": "Somebody"}
            if found.sender is not None:
                origin = {"type": "user", "date": found.date, "sender_user": found.sender.json()}
            return self._post(to, dict(found.body), origin=origin, files=found.files, poll=found.poll).id

    def poll(self, chat: Where, question: str, options: Sequence[str]) -> int:
        """Post a native poll of the person's own."""
        with self.store.lock:
            made = Poll(self.store.serial(), question, list(options))
            return self._post(chat, {}, poll=made).id

    def publish(self, channel: int, text: str) -> int:
        """Post in the person's own channel, which forwards the post to its discussion group."""
        with self.store.lock:
            place = self.chat(channel)
            words = self.store.words(text, (), _everybody(self.store))
            made = posting.post(self.store, place, None, words, sender_chat=place)
            if place.linked is not None:
                told = {"type": "channel", "date": made.date, "chat": place.json(), "message_id": made.id}
                posting.post(
                    self.store, place.linked, SERVICE, dict(words), sender_chat=place, origin=told, automatic=True
                )
            return made.id


def _everybody(store: Store) -> list[BotAccount]:
    return list(store.bots.values())


def _linked(text: str, one: Acting) -> Json:
    start = text.find(one.name)
    if start < 0:
        raise Impossible(f"{one.name} does not stand in {text!r}")
    for bot in one.store.bots.values():
        bot.met.add(one.user)
    return {"type": "text_mention", "offset": markup.units(text[:start]), "length": markup.units(one.name),
            "user": one.user}  # fmt: skip

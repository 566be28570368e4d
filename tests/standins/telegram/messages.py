"""Messages and native polls: https://core.telegram.org/bots/api#message"""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.standins.telegram.chats import Chat
from tests.standins.telegram.users import BotAccount, Json, User


@dataclass(eq=False)
class File:
    """A stored file with a permanent unique id and a file id for each bot."""

    id: str
    unique: str
    data: bytes
    path: str
    name: str = ""
    mime: str = ""

    def json(self) -> Json:
        """Return the fields that every file object has."""
        return {"file_id": self.id, "file_unique_id": self.unique, "file_size": len(self.data)}


@dataclass(eq=False)
class Poll:
    """A native poll. `votes` has the chosen options (by index) of each voter."""

    id: str
    question: str
    options: list[str]
    anonymous: bool = True
    multiple: bool = False
    closed: bool = False
    owner: BotAccount | None = None
    votes: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def json(self) -> Json:
        """Return the Poll object."""
        counts = [sum(n in chosen for chosen in self.votes.values()) for n in range(len(self.options))]
        options = [
            {"persistent_id": str(n), "text": text, "voter_count": count}
            for n, (text, count) in enumerate(zip(self.options, counts, strict=True))
        ]
        return {
            "id": self.id, "question": self.question, "options": options, "total_voter_count": len(self.votes),
            "is_closed": self.closed, "is_anonymous": self.anonymous, "type": "regular",
            "allows_multiple_answers": self.multiple, "allows_revoting": True, "members_only": False,
        }  # fmt: skip


@dataclass(eq=False)
class Message:
    """A message. `body` has the fields of its kind in the Message object (text, photo, …)."""

    id: int
    chat: Chat
    date: int
    body: Json
    sender: User | None = None
    sender_chat: Chat | None = None
    signature: str | None = None
    thread: int | None = None
    topic: bool = False
    reply_to: Message | None = None
    markup: Json | None = None
    album: str | None = None
    origin: Json | None = None
    automatic: bool = False
    protected: bool = False
    silent: bool = False
    via: User | None = None
    poll: Poll | None = None
    files: tuple[File, ...] = ()
    edit_date: int | None = None
    edits: int = 0
    gone: bool = False
    service: bool = False
    reactions: dict[int, tuple[str, ...]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The text or caption."""
        return str(self.body.get("text", self.body.get("caption", "")))

    @property
    def entities(self) -> list[Json]:
        """The entities of the text or caption."""
        found: list[Json] = self.body.get("entities") or self.body.get("caption_entities") or []
        return found

    def inline(self) -> Json | None:
        """The inline keyboard."""
        return self.markup if self.markup and "inline_keyboard" in self.markup else None

    def json(self, *, nested: bool = False) -> Json:
        """Return the Message object. A `nested` one, which is replied to, does not contain its own reply."""
        told: Json = {"message_id": self.id, "chat": self.chat.json(), "date": self.date, **self.body}
        optional = {
            "from": self.sender and self.sender.json(),
            "sender_chat": self.sender_chat and self.sender_chat.json(),
            "author_signature": self.signature,
            "edit_date": self.edit_date,
            "message_thread_id": self.thread,
            "is_topic_message": self.topic or None,
            "forward_origin": self.origin,
            "is_automatic_forward": self.automatic or None,
            "has_protected_content": self.protected or None,
            "via_bot": self.via and self.via.json(),
            "media_group_id": self.album,
            "reply_markup": self.inline(),
            "poll": self.poll and self.poll.json(),
            "reply_to_message": self._replied(nested),
        }
        return told | {name: value for name, value in optional.items() if value is not None}

    def _replied(self, nested: bool) -> Json | None:
        """Return the replied message, which is the topic's first message if there is no other."""
        if nested:
            return None
        if self.reply_to is not None:
            return None if self.reply_to.gone else self.reply_to.json(nested=True)
        if self.topic and self.thread in self.chat.topics and self.thread != self.id:
            return self.chat.topics[self.thread].created.json(nested=True)
        return None

    def inaccessible(self) -> Json:
        """Return the InaccessibleMessage object of an old or deleted message."""
        return {"chat": self.chat.json(), "message_id": self.id, "date": 0}

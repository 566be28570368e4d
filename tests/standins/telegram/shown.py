"""Messages as clients show them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tests.standins.telegram import markup
from tests.standins.telegram.messages import Message, Poll
from tests.standins.telegram.users import BotAccount, Json

_MEDIA = ("photo", "document", "voice", "video", "sticker", "audio")


@dataclass(frozen=True)
class Button:
    """A button below a message."""

    text: str
    data: str = ""
    url: str = ""


@dataclass(frozen=True)
class ShownPoll:
    """A native poll with its counts."""

    question: str
    options: dict[str, int]
    open: bool
    anonymous: bool
    multiple: bool


@dataclass(frozen=True)
class Toast:
    """The answer to a press."""

    text: str
    alert: bool = False
    url: str = ""


@dataclass(frozen=True)
class Shown:
    """A message with `author` (a user id, or 0), `pings` (the notified people) and `entities` (type, text)."""

    id: int
    chat: int
    text: str
    author: int
    name: str
    by_bot: bool
    date: int
    reply_to: int | None
    thread: int | None
    pings: tuple[int, ...]
    keyboard: tuple[tuple[Button, ...], ...]
    poll: ShownPoll | None
    media: tuple[str, ...]
    files: tuple[bytes, ...]
    file_names: tuple[str, ...]
    album: str | None
    edits: int
    gone: bool
    force_reply: bool
    selective: bool
    entities: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str], ...]
    reactions: dict[str, int]
    service: bool
    silent: bool

    @property
    def labels(self) -> list[str]:
        """The labels of all buttons, in order."""
        return [button.text for row in self.keyboard for button in row]

    def button(self, label: str) -> Button:
        """Return the button whose label is or contains this."""
        buttons = [button for row in self.keyboard for button in row]
        found = [one for one in buttons if one.text == label] or [one for one in buttons if label in one.text]
        assert found, f"there is no button {label!r} but {self.labels}"
        return found[0]


def shown(message: Message) -> Shown:
    """Return a message in its current state."""
    given = message.markup or {}
    return Shown(
        id=message.id, chat=message.chat.id, text=_text(message), author=message.sender.id if message.sender else 0,
        name=_name(message), by_bot=isinstance(message.sender, BotAccount), date=message.date,
        reply_to=message.reply_to.id if message.reply_to else None, thread=message.thread if message.topic else None,
        pings=tuple(_pings(message)), keyboard=_keyboard(message), poll=_poll(message.poll),
        media=tuple(kind for kind in _MEDIA if kind in message.body), files=tuple(one.data for one in message.files),
        file_names=tuple(one.name for one in message.files), album=message.album, edits=message.edits,
        gone=message.gone, force_reply="force_reply" in given, selective=bool(given.get("selective")),
        entities=tuple((one["type"], markup.part(message.text, one)) for one in message.entities),
        links=tuple((markup.part(message.text, one), one["url"]) for one in message.entities if "url" in one),
        reactions=dict(Counter(one for given in message.reactions.values() for one in given)), service=message.service,
        silent=message.silent,
    )  # fmt: skip


def _text(message: Message) -> str:
    return message.poll.question if message.poll else message.text


def _name(message: Message) -> str:
    if message.sender_chat is not None:
        return str(message.sender_chat.title)
    return message.sender.full_name if message.sender else ""


def _pings(message: Message) -> list[int]:
    """Return the people whom the message notifies, by a link or a known @name in the chat."""
    found = []
    for one in message.entities:
        if one["type"] == "text_mention":
            found.append(int(one["user"]["id"]))
        elif one["type"] == "mention":
            name = markup.part(message.text, one)[1:].lower()
            members = message.chat.members.values()
            found += [m.user.id for m in members if m.present and (m.user.username or "").lower() == name]
    return found


def _keyboard(message: Message) -> tuple[tuple[Button, ...], ...]:
    rows: list[list[Json]] = (message.inline() or {"inline_keyboard": []})["inline_keyboard"]
    return tuple(tuple(Button(b["text"], b.get("callback_data", ""), b.get("url", "")) for b in row) for row in rows)


def _poll(poll: Poll | None) -> ShownPoll | None:
    if poll is None:
        return None
    options = {one["text"]: int(one["voter_count"]) for one in poll.json()["options"]}
    return ShownPoll(poll.question, options, not poll.closed, poll.anonymous, poll.multiple)

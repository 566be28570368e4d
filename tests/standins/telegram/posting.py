"""Post messages of any sender."""

from __future__ import annotations

from typing import Any

from tests.standins.telegram.chats import Chat
from tests.standins.telegram.messages import File, Message
from tests.standins.telegram.store import Store
from tests.standins.telegram.users import Json, User

MEDIA_FOLDERS = {
    "photo": "photos", "document": "documents", "voice": "voice", "video": "videos", "sticker": "stickers",
    "audio": "music",
}  # fmt: skip
MIMES = {
    "photo": "image/jpeg", "document": "application/octet-stream", "voice": "audio/ogg", "video": "video/mp4",
    "sticker": "image/webp", "audio": "audio/mpeg",
}  # fmt: skip


def post(
    store: Store, chat: Chat, sender: User | None, body: Json, *, thread: int | None = None,
    reply_to: Message | None = None, **more: Any,
) -> Message:  # fmt: skip
    """Post a message, and queue its update for the bots that may see it."""
    number = store.next_message_id(chat)
    date = more.pop("date", int(store.now()))
    thread, topic = _place(chat, thread, reply_to)
    made = Message(
        number, chat, date, body, sender, thread=thread, topic=topic, reply_to=reply_to, **more
    )  # fmt: skip
    store.message_in(made)
    return made


def _place(chat: Chat, thread: int | None, reply_to: Message | None) -> tuple[int | None, bool]:
    """Return the thread: the topic in a forum, or the root of a reply in another supergroup."""
    if chat.forum:
        found = thread or (reply_to.thread if reply_to else None)
        return found, found is not None
    if chat.kind == "supergroup" and reply_to is not None:
        return reply_to.thread or reply_to.id, False
    return None, False


def service(store: Store, chat: Chat, sender: User | None, body: Json, **more: Any) -> Message:
    """Post a service message."""
    return post(store, chat, sender, body, service=True, **more)


def media_body(store: Store, kind: str, data: bytes, name: str, mime: str) -> tuple[Json, File]:
    """Store a file, and return its part of the Message object."""
    file = store.keep_file(data, MEDIA_FOLDERS[kind], name, mime or MIMES[kind])
    return shown_file(kind, file), file


def shown_file(kind: str, file: File) -> Json:
    """Return the part of the Message object for a stored file."""
    told = file.json()
    if kind == "photo":
        small = told | {"file_id": f"{told['file_id']}-s", "file_unique_id": f"{told['file_unique_id']}-s"}
        return {"photo": [small | {"width": 90, "height": 60}, told | {"width": 1280, "height": 853}]}
    if kind == "voice":
        return {"voice": told | {"duration": 3, "mime_type": file.mime}}
    if kind == "video":
        return {"video": told | {"duration": 3, "width": 640, "height": 360, "mime_type": file.mime}}
    if kind == "audio":
        return {"audio": told | {"duration": 3, "mime_type": file.mime}}
    if kind == "sticker":
        about: Json = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return {"sticker": told | about | {"emoji": "👋", "set_name": "Greetings"}}
    named = {"file_name": file.name} if file.name else {}
    return {"document": told | named | {"mime_type": file.mime}}

"""Methods that send messages: https://core.telegram.org/bots/api#sendmessage"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.standins.telegram import posting
from tests.standins.telegram.call import Call
from tests.standins.telegram.chats import Chat
from tests.standins.telegram.checks import Upload
from tests.standins.telegram.messages import File, Message, Poll
from tests.standins.telegram.refusal import Refusal, bad
from tests.standins.telegram.users import Json

GENERAL = 1
UPLOAD_BYTES = 50 * 1024 * 1024
PHOTO_BYTES = 10 * 1024 * 1024
_RIGHTS = {
    "text": ("can_send_messages", "text messages"), "photo": ("can_send_photos", "photos"),
    "document": ("can_send_documents", "documents"), "voice": ("can_send_voice_notes", "voice notes"),
    "video": ("can_send_videos", "videos"), "poll": ("can_send_polls", "polls"),
    "sticker": ("can_send_other_messages", "stickers"),
}  # fmt: skip


def send(call: Call, kind: str, body: Json, chat: Chat | None = None, **more: Any) -> Message:
    """Post the bot's message as the parameters say. Raises Refusal."""
    chat = chat or call.chat()
    _may_send(call, chat, kind)
    thread = _thread(call, chat)
    reply_to = _reply(call, chat)
    markup = call.markup()
    return posting.post(
        call.store, chat, call.bot, body, thread=thread, reply_to=reply_to, markup=markup,
        protected=bool(call.get("protect_content")), silent=bool(call.get("disable_notification")), **more
    )  # fmt: skip


def _may_send(call: Call, chat: Chat, kind: str) -> None:
    right, name = _RIGHTS[kind]
    member = chat.member(call.bot)
    if chat.kind == "channel" and not (member.admin and member.may("can_post_messages")):
        raise bad("need administrator rights in the channel chat")
    if member.status == "restricted" and not (member.may(right) and member.may("can_send_messages")):
        raise bad(f"not enough rights to send {name} to the chat")


def _thread(call: Call, chat: Chat) -> int | None:
    """Return the thread id, which General lacks: https://core.telegram.org/bots/api#sendmessage"""
    thread, member = call.get("message_thread_id"), chat.member(call.bot)
    anywhere = member.admin and member.may("can_manage_topics")
    if not chat.forum or thread is None:
        if chat.general_closed and not anywhere:
            raise bad("TOPIC_CLOSED")
        return None
    topic = chat.topics.get(thread)
    if thread == GENERAL or topic is None or topic.deleted:
        raise bad("message thread not found")
    if topic.closed and not anywhere:
        raise bad("TOPIC_CLOSED")
    return int(thread)


def _reply(call: Call, chat: Chat) -> Message | None:
    given = call.get("reply_parameters") or {}
    number = given.get("message_id", call.get("reply_to_message_id"))
    if number is None:
        return None
    found = chat.messages.get(number)
    if (found is None or found.gone) and not given.get("allow_sending_without_reply"):
        raise bad("message to be replied not found")
    return None if found is None or found.gone else found


def send_message(call: Call) -> Json:
    """Perform sendMessage."""
    chat = call.chat()
    return send(call, "text", call.words(str(call.params["text"])), chat).json()


def send_file(kind: str) -> Callable[[Call], Json]:
    """Return the handler of sendPhoto or a similar method."""

    def sent(call: Call) -> Json:
        chat = call.chat()
        body, file = media(call, kind, call.get(kind))
        return send(call, kind, body | call.caption(), chat, files=(file,)).json()

    return sent


def media(call: Call, kind: str, given: object) -> tuple[Json, File]:
    """Return an uploaded file, or a stored one by its id. Raises Refusal."""
    if isinstance(given, str) and given.startswith("attach://"):
        given = call.get(given.removeprefix("attach://"))
    if isinstance(given, Upload):
        _small_enough(kind, len(given.data))
        name, mime = (given.name, given.mime) if kind == "document" else ("", "")
        return posting.media_body(call.store, kind, given.data, name, mime)
    known = call.store.files.get(str(given).removesuffix("-s"))
    if known is None:
        raise bad("wrong file identifier/HTTP URL specified")
    return posting.shown_file(kind, known), known


def _small_enough(kind: str, size: int) -> None:
    """Check the sizes of https://core.telegram.org/bots/api#sending-files"""
    if size == 0:
        raise bad("file must be non-empty")
    if size > UPLOAD_BYTES:
        raise Refusal(413, "Request Entity Too Large")
    if kind == "photo" and size > PHOTO_BYTES:
        raise bad(f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_BYTES} bytes")


def send_media_group(call: Call) -> list[Json]:
    """Perform sendMediaGroup with 2 to 10 items."""
    chat = call.chat()
    items = call.params["media"]
    if not 2 <= len(items) <= 10:
        raise bad("wrong number of media specified; an album has 2 to 10")
    kinds = {item["type"] for item in items}
    if len(kinds) > 1 and not kinds <= {"photo", "video"}:
        raise bad("can't use the media of the specified type in the album")
    if sum(len(given.data) for given in call.params.values() if isinstance(given, Upload)) > UPLOAD_BYTES:
        raise Refusal(413, "Request Entity Too Large")
    album = call.store.serial()
    made = []
    for item in items:
        part = Call(call.store, call.bot, call.params | {"parse_mode": None} | item)
        body, file = media(part, item["type"], item["media"])
        made.append((item["type"], body | part.caption(), file))
    return [send(call, kind, body, chat, files=(file,), album=album).json() for kind, body, file in made]


def send_poll(call: Call) -> Json:
    """Perform sendPoll, which is anonymous by default."""
    chat = call.chat()
    options = [one if isinstance(one, str) else one["text"] for one in call.params["options"]]
    question = str(call.params["question"])
    if not 1 <= len(question) <= 300:
        raise bad("poll question length must not exceed 300" if question else "poll question must be non-empty")
    if not 2 <= len(options) <= 12:
        raise bad(f"poll {'must have at least 2 option' if len(options) < 2 else 'can have no more than 12 options'}")
    if any(not 1 <= len(one) <= 100 for one in options):
        raise bad("poll options length must not exceed 100")
    anonymous = call.get("is_anonymous") is not False
    if chat.kind == "channel" and not anonymous:
        raise bad("non-anonymous polls can't be sent to channel chats")
    poll = Poll(
        call.store.large_id(), question, options, anonymous, bool(call.get("allows_multiple_answers")),
        bool(call.get("is_closed")), call.bot,
    )  # fmt: skip
    return send(call, "poll", {}, chat, poll=poll).json()


METHODS: dict[str, Callable[[Call], Any]] = {
    "sendMessage": send_message,
    "sendPhoto": send_file("photo"),
    "sendDocument": send_file("document"),
    "sendVoice": send_file("voice"),
    "sendVideo": send_file("video"),
    "sendSticker": send_file("sticker"),
    "sendMediaGroup": send_media_group,
    "sendPoll": send_poll,
}

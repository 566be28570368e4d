"""Methods that change messages: https://core.telegram.org/bots/api#updating-messages"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.standins.telegram import sending
from tests.standins.telegram.call import CAPTION_LENGTH, Call
from tests.standins.telegram.chats import Chat
from tests.standins.telegram.messages import Message
from tests.standins.telegram.pressing import REACTIONS
from tests.standins.telegram.refusal import bad
from tests.standins.telegram.store import QUERY_SECONDS
from tests.standins.telegram.users import Json

_SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current"
    " content and reply markup of the message"
)
_DELETABLE_SECONDS = 48 * 3600
_TOAST_LENGTH = 200


def edit_text(call: Call) -> Json:
    """Perform editMessageText, which removes the keyboard unless it is given again."""
    found = _mine(call)
    if "text" not in found.body:
        raise bad("there is no text in the message to edit")
    return _changed(call, found, call.words(str(call.params["text"])))


def edit_caption(call: Call) -> Json:
    """Perform editMessageCaption."""
    found = _mine(call)
    if not found.files:
        raise bad("there is no caption in the message to edit")
    text = str(call.get("caption") or "")
    return _changed(call, found, call.words(text, "caption", CAPTION_LENGTH) if text else {})


def edit_media(call: Call) -> Json:
    """Perform editMessageMedia: replace a file and its caption. In an album the kinds stay together.
    https://core.telegram.org/bots/api#editmessagemedia"""
    found, item = _mine(call), call.params["media"]
    if found.poll is not None or "voice" in found.body or "sticker" in found.body:
        raise bad("message can't be edited")
    if found.album is not None and (item["type"] in _SEEN) != any(kind in found.body for kind in _SEEN):
        raise bad("can't use the media of the specified type in the album")
    part = Call(call.store, call.bot, call.params | {"parse_mode": None} | item)
    body, file = sending.media(part, item["type"], item["media"])
    found.body, found.files = body, (file,)
    return _changed(call, found, part.caption())


_SEEN = ("photo", "video")


def edit_markup(call: Call) -> Json:
    """Perform editMessageReplyMarkup."""
    found = _mine(call)
    kept = {name: value for name, value in found.body.items() if name in _WORDS}
    return _changed(call, found, kept)


_WORDS = ("text", "entities", "caption", "caption_entities")


def _mine(call: Call) -> Message:
    found = call.message(call.chat(), "message to edit")
    if found.sender is not call.bot:
        raise bad("message can't be edited")
    return found


def _changed(call: Call, found: Message, words: Json) -> Json:
    markup = call.markup()
    old = {name: value for name, value in found.body.items() if name in _WORDS}
    if old == words and found.inline() == markup:
        raise bad(_SAME)
    found.body = {name: value for name, value in found.body.items() if name not in _WORDS} | words
    found.markup = markup
    found.edits += 1
    found.edit_date = int(call.store.now())
    return found.json()


def delete(call: Call) -> bool:
    """Perform deleteMessage: https://core.telegram.org/bots/api#deletemessage"""
    chat = call.chat()
    _delete(call, chat, call.message(chat, "message to delete"))
    return True


def delete_many(call: Call) -> bool:
    """Perform deleteMessages, which skips unknown messages."""
    chat = call.chat()
    for number in call.params["message_ids"]:
        found = chat.messages.get(number)
        if found is not None and not found.gone:
            _delete(call, chat, found)
    return True


def _delete(call: Call, chat: Chat, found: Message) -> None:
    member = chat.member(call.bot)
    moderates = member.admin and member.may("can_delete_messages")
    mine = found.sender is call.bot or chat.private is not None
    if not moderates and not mine:
        raise bad("message can't be deleted")
    if not moderates and found.date < call.store.now() - _DELETABLE_SECONDS:
        raise bad("message can't be deleted for everyone")
    found.gone = True


def stop_poll(call: Call) -> Json:
    """Perform stopPoll. The bot gets an update about it."""
    found = call.message(call.chat(), "message with poll to stop")
    if found.poll is None or found.sender is not call.bot:
        raise bad("poll can't be stopped")
    if found.poll.closed:
        raise bad("poll has already been closed")
    found.poll.closed = True
    found.markup = call.markup()
    call.store.poll_changed(found.poll)
    return found.poll.json()


def react(call: Call) -> bool:
    """Perform setMessageReaction: one reaction that Telegram has."""
    found = call.message(call.chat(), "message to react")
    emoji = tuple(str(one.get("emoji", "")) for one in call.get("reaction") or ())
    if len(emoji) > 1:
        raise bad("REACTIONS_TOO_MANY")
    if not set(emoji) <= REACTIONS:
        raise bad("REACTION_INVALID")
    found.reactions.pop(call.bot.id, None)
    if emoji:
        found.reactions[call.bot.id] = emoji
    return True


def answer_query(call: Call) -> bool:
    """Perform answerCallbackQuery. The person sees the first answer."""
    query = call.store.queries.get(call.params["callback_query_id"])
    if query is None or query.bot is not call.bot or query.at < call.store.now() - QUERY_SECONDS:
        raise bad("query is too old and response timeout expired or query ID is invalid")
    if len(str(call.get("text") or "")) > _TOAST_LENGTH:
        raise bad("MESSAGE_TOO_LONG")
    if query.answer is None:
        query.answer = dict(call.params)
    return True


METHODS: dict[str, Callable[[Call], Any]] = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageMedia": edit_media,
    "editMessageReplyMarkup": edit_markup,
    "deleteMessage": delete,
    "deleteMessages": delete_many,
    "stopPoll": stop_poll,
    "setMessageReaction": react,
    "answerCallbackQuery": answer_query,
}

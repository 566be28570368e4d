"""A call of a method with its bot and parameters, and the checks that many methods share.

Descriptions of refusals are those of telegram-bot-api (Client.cpp: check_chat_access, fail_query_with_error).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.standins.telegram import markup
from tests.standins.telegram.chats import Chat
from tests.standins.telegram.messages import Message
from tests.standins.telegram.refusal import Refusal, bad, forbidden
from tests.standins.telegram.store import REQUEST_SECONDS, Store
from tests.standins.telegram.users import BotAccount, Json

TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024
_BUTTONS = 100
_DATA_BYTES = 64
_ACTIONS = ("url", "callback_data", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
            "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay")  # fmt: skip


@dataclass(frozen=True)
class Call:
    """The calling bot and its parameters."""

    store: Store
    bot: BotAccount
    params: dict[str, Any]

    def get(self, name: str) -> Any:
        """Return a parameter, or None."""
        return self.params.get(name)

    def chat(self, *, write: bool = True) -> Chat:
        """Return the chat, in which the bot must be a member (and may write if asked). Raises Refusal."""
        given = self.params["chat_id"]
        if isinstance(given, str):
            found = next((one for one in self.store.chats.values() if f"@{one.username}" == given), None)
            if found is None:
                raise bad("chat not found")
            given = found.id
        if given > 0:
            return self._private(given, write)
        chat = self.store.chats.get(given)
        if chat is None or self.bot.id not in chat.members:
            raise bad("chat not found")
        if chat.moved_to is not None:
            raise Refusal(
                400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.moved_to
            )
        if not chat.present(self.bot):
            kicked = chat.member(self.bot).status == "kicked"
            raise forbidden(f"bot {'was kicked from' if kicked else 'is not a member of'} the {chat.kind} chat")
        return chat

    def _private(self, user: int, write: bool) -> Chat:
        """Refuse a private chat that the person has not started, except soon after a join request."""
        person = self.store.users.get(user)
        if person is None or (user not in self.bot.met and user not in self.bot.opened and not self._asked(user)):
            raise bad("chat not found")
        if write and person.is_bot:
            raise forbidden("bot can't send messages to bots")
        if write and user in self.bot.blocked:
            raise forbidden("bot was blocked by the user")
        if write and user not in self.bot.opened and not self._asked(user):
            raise forbidden("bot can't initiate conversation with a user")
        return self.store.private_chat(person, self.bot)

    def _asked(self, user: int) -> bool:
        earliest = self.store.now() - REQUEST_SECONDS
        return any(who == user and at > earliest for (_, who), at in self.bot.requests.items())

    def needs(self, chat: Chat, right: str) -> None:
        """Refuse the call unless the bot is an admin with this right."""
        member = chat.member(self.bot)
        if not member.admin or not member.may(right):
            raise bad("not enough rights")

    def message(self, chat: Chat, what: str, number: int | None = None) -> Message:
        """Return the named message. Raises Refusal."""
        found = chat.messages.get(self.params["message_id"] if number is None else number)
        if found is None or found.gone:
            raise bad(f"{what} not found")
        return found

    def words(self, text: str, field: str = "text", limit: int = TEXT_LENGTH) -> Json:
        """Return the body of a text message. Raises Refusal."""
        entities = self.get("entities" if field == "text" else f"{field}_entities") or []
        mode = str(self.get("parse_mode") or "").lower()
        if mode == "html":
            try:
                text, entities = markup.read_html(text)
            except markup.Unparsable as error:
                raise bad(f"can't parse entities: {error}") from None
        elif mode:
            raise bad("unsupported parse_mode" if "markdown" not in mode else "the stand-in reads HTML only")
        if len(text) > limit:
            raise bad("message is too long" if field == "text" else "message caption is too long")
        body = self.store.words(text, entities, [self.bot], field)
        if field == "text" and not body["text"]:
            raise bad("message text is empty")
        return body

    def caption(self) -> Json:
        """Return the caption of a file, if any. Raises Refusal."""
        text = self.get("caption")
        return self.words(str(text), "caption", CAPTION_LENGTH) if text else {}

    def markup(self) -> Json | None:
        """Return the reply markup. Raises Refusal for an invalid keyboard."""
        given: Json | None = self.get("reply_markup")
        rows = (given or {}).get("inline_keyboard")
        if rows is None:
            return given
        if sum(len(row) for row in rows) > _BUTTONS:
            raise bad("reply markup is too long")
        for row in rows:
            for button in row:
                _check(button)
        kept = [row for row in rows if row]
        return {"inline_keyboard": kept} if kept else None


def _check(button: Json) -> None:
    actions = [name for name in _ACTIONS if name in button]
    if not button["text"].strip():
        raise bad("can't parse inline keyboard button: button text must be non-empty")
    if len(actions) != 1:
        raise bad("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= _DATA_BYTES:
        raise bad("BUTTON_DATA_INVALID")
    if "url" in button and "." not in button["url"] and not button["url"].startswith("tg://"):
        raise bad("BUTTON_URL_INVALID")

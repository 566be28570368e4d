"""Methods about chats, members, commands, names and files: https://core.telegram.org/bots/api#getchat"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.standins.telegram import moving
from tests.standins.telegram.call import Call
from tests.standins.telegram.chats import Chat
from tests.standins.telegram.refusal import bad
from tests.standins.telegram.users import BotAccount, Json, User

DOWNLOAD_BYTES = 20 * 1024 * 1024
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")


def get_me(call: Call) -> Json:
    """Answer getMe."""
    return call.bot.me()


def get_chat(call: Call) -> Json:
    """Answer getChat."""
    return call.chat(write=False).full()


def get_member(call: Call) -> Json:
    """Answer getChatMember. A stranger has the status "left"."""
    chat = call.chat(write=False)
    user = call.store.users.get(call.params["user_id"])
    if user is None:
        raise bad("PARTICIPANT_ID_INVALID")
    return chat.member(user).json()


def get_administrators(call: Call) -> list[Json]:
    """Answer getChatAdministrators, without other bots."""
    chat = call.chat(write=False)
    if chat.private:
        raise bad("there are no administrators in the private chat")
    bots = call.get("return_bots")
    admins = [one for one in chat.members.values() if one.admin]
    return [one.json() for one in admins if bots or not one.user.is_bot or one.user is call.bot]


def count_members(call: Call) -> int:
    """Answer getChatMemberCount."""
    return sum(one.present for one in call.chat(write=False).members.values())


def leave(call: Call) -> bool:
    """Perform leaveChat."""
    moving.gone(call.store, call.chat(), call.bot, call.bot, "left")
    return True


def approve(call: Call) -> bool:
    """Perform approveChatJoinRequest."""
    chat, user = _requested(call)
    moving.admit(call.store, chat, user, call.bot)
    return True


def decline(call: Call) -> bool:
    """Perform declineChatJoinRequest."""
    chat, user = _requested(call)
    for bot in call.store.bots.values():
        bot.requests.pop((chat.id, user.id), None)
    return True


def _requested(call: Call) -> tuple[Chat, User]:
    chat = call.chat()
    call.needs(chat, "can_invite_users")
    user = call.store.users.get(call.params["user_id"])
    if user is not None and chat.present(user):
        raise bad("USER_ALREADY_PARTICIPANT")
    if user is None or (chat.id, user.id) not in call.bot.requests:
        raise bad("HIDE_REQUESTER_MISSING")
    return chat, user


def typing(call: Call) -> bool:
    """Perform sendChatAction."""
    call.chat()
    return True


def pin(call: Call) -> bool:
    """Perform pinChatMessage."""
    chat = call.chat()
    call.message(chat, "message to pin")
    if chat.private is None:
        call.needs(chat, "can_pin_messages")
    return True


def get_file(call: Call) -> Json:
    """Answer getFile. The path is under /file/bot<token>/."""
    known = call.store.files.get(str(call.params["file_id"]).removesuffix("-s"))
    if known is None:
        raise bad("wrong file_id or the file is temporarily unavailable")
    if len(known.data) > DOWNLOAD_BYTES:
        raise bad("file is too big")
    return known.json() | {"file_path": known.path}


# Commands and names


def scope_key(scope: Json | None) -> str:
    """Return a scope as text, such as chat_member:-100:5."""
    given = scope or {"type": "default"}
    return ":".join(str(given[name]) for name in ("type", "chat_id", "user_id") if name in given)


def set_commands(call: Call) -> bool:
    """Perform setMyCommands: https://core.telegram.org/bots/api#botcommand"""
    commands = call.params["commands"]
    if len(commands) > 100:
        raise bad("BOT_COMMANDS_TOO_MUCH")
    for one in commands:
        if not _COMMAND.fullmatch(one["command"].removeprefix("/")):
            raise bad("BOT_COMMAND_INVALID")
        if not 1 <= len(one["description"]) <= 256:
            raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
    _in_scope(call)
    call.bot.commands[(scope_key(call.get("scope")), _language(call))] = commands
    return True


def _in_scope(call: Call) -> None:
    chat = (call.get("scope") or {}).get("chat_id")
    if chat is not None:
        Call(call.store, call.bot, {"chat_id": chat}).chat(write=False)


def _language(call: Call) -> str:
    language = str(call.get("language_code") or "")
    if language and not re.fullmatch(r"[a-z]{2}", language):
        raise bad("LANG_CODE_INVALID")
    return language


def get_commands(call: Call) -> list[Json]:
    """Answer getMyCommands for exactly this scope and language."""
    return call.bot.commands.get((scope_key(call.get("scope")), _language(call)), [])


def delete_commands(call: Call) -> bool:
    """Perform deleteMyCommands."""
    call.bot.commands.pop((scope_key(call.get("scope")), _language(call)), None)
    return True


def set_name(call: Call) -> bool:
    """Perform setMyName."""
    name = str(call.get("name") or "")
    if len(name) > 64:
        raise bad("BOT_TITLE_INVALID")
    call.bot.names[_language(call)] = name
    return True


def get_name(call: Call) -> Json:
    """Answer getMyName."""
    names = call.bot.names
    return {"name": names.get(_language(call)) or names.get("") or call.bot.first_name}


def menu(bot: BotAccount, user: User, chat: Chat) -> dict[str, str]:
    """Return a client's menu: the first scope that has commands, in the person's language or in none.

    https://core.telegram.org/bots/api#determining-list-of-commands
    """
    scopes = [f"chat:{chat.id}", "all_private_chats", "default"]
    if chat.private is None:
        admin = chat.member(user).admin
        scopes = [
            f"chat_member:{chat.id}:{user.id}", *([f"chat_administrators:{chat.id}"] if admin else []),
            f"chat:{chat.id}", *(["all_chat_administrators"] if admin else []), "all_group_chats", "default",
        ]  # fmt: skip
    for scope in scopes:
        for language in (user.language or "", ""):
            if commands := bot.commands.get((scope, language)):
                return {one["command"].removeprefix("/"): one["description"] for one in commands}
    return {}


METHODS: dict[str, Callable[[Call], Any]] = {
    "getMe": get_me,
    "getChat": get_chat,
    "getChatMember": get_member,
    "getChatAdministrators": get_administrators,
    "getChatMemberCount": count_members,
    "leaveChat": leave,
    "approveChatJoinRequest": approve,
    "declineChatJoinRequest": decline,
    "sendChatAction": typing,
    "pinChatMessage": pin,
    "getFile": get_file,
    "setMyCommands": set_commands,
    "getMyCommands": get_commands,
    "deleteMyCommands": delete_commands,
    "setMyName": set_name,
    "getMyName": get_name,
}

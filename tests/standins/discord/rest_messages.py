"""Messages, reactions and polls over REST: https://discord.com/developers/docs/resources/message"""

from __future__ import annotations

from urllib.parse import unquote

from tests.standins.discord import payloads, rights
from tests.standins.discord.asked import Asked, Refusal, Routes, invalid, unknown
from tests.standins.discord.contents import fill
from tests.standins.discord.records import DM, EPHEMERAL, FORUM, Channel, Json, Message


def create(asked: Asked) -> Json:
    """Post a message. A repeated nonce with enforce_nonce returns the earlier message."""
    channel, body = asked.channel(), asked.json
    _may_post(asked, channel)
    nonce = body.get("nonce")
    if nonce is not None and len(str(nonce)) > 25:
        raise invalid("nonce", "Must be 25 or fewer in length.")
    if nonce is not None and body.get("enforce_nonce"):
        before = asked.talk.said_before(str(nonce))
        if before is not None:
            return _shown(asked, before)
    message = Message(asked.store.new_id(), channel, asked.store.bot, nonce=None if nonce is None else str(nonce))
    _refer(asked, message, body)
    fill(asked, message, body, new=True)
    message.flags &= ~EPHEMERAL
    if nonce is not None:
        asked.talk.remember(str(nonce), message)
    asked.talk.post(message, body.get("allowed_mentions"))
    return {**_shown(asked, message), **({"nonce": message.nonce} if message.nonce else {})}


def _may_post(asked: Asked, channel: Channel) -> None:
    if channel.kind == DM:
        assert channel.recipient is not None
        shared = any(channel.recipient.id in guild.members for guild in asked.store.guilds.values())
        if channel.recipient.closed or not shared:
            raise Refusal(403, 50007, "Cannot send messages to this user")
        return
    if channel.kind == FORUM:
        raise Refusal(400, 50008, "Cannot send messages in a non-text channel")
    asked.channel(rights.SEND_IN_THREADS if channel.is_thread else rights.SEND_MESSAGES)
    if asked.files:
        asked.channel(rights.ATTACH_FILES)
    if asked.json.get("poll"):
        asked.channel(rights.SEND_POLLS)
    if channel.archived:
        if channel.locked:
            raise Refusal(400, 50083, "Thread is archived")
        channel.archived = False
        asked.store.update_channel(channel)


def _refer(asked: Asked, message: Message, body: Json) -> None:
    """Set the reply's target. The bot needs the right to read the history."""
    reference = body.get("message_reference")
    if not reference:
        return
    if not asked.store.may(asked.store.bot, message.channel, rights.READ_HISTORY):
        raise Refusal(403, 160002, "Cannot reply without permission to read message history")
    number = int(reference["message_id"])
    if number not in message.channel.messages:
        if reference.get("fail_if_not_exists", True):
            raise invalid("message_reference", "Unknown message")
        return
    place = {"channel_id": str(message.channel.id), "message_id": str(number), "type": 0}
    message.reference = place | ({"guild_id": str(message.channel.guild.id)} if message.channel.guild else {})
    message.kind = 19


def _awake(asked: Asked) -> Channel:
    """Refuse changes in an archived thread: https://discord.com/developers/docs/topics/threads"""
    channel = asked.channel()
    if channel.archived:
        raise Refusal(400, 50083, "Thread is archived")
    return channel


def _shown(asked: Asked, message: Message) -> Json:
    return payloads.message(message, asked.store.bot)


def edit(asked: Asked) -> Json:
    """Edit the bot's own message."""
    message = asked.message(_awake(asked))
    if message.author is not asked.store.bot:
        raise Refusal(403, 50005, "Cannot edit a message authored by another user")
    fill(asked, message, asked.json, new=False)
    asked.talk.ping(message, asked.json.get("allowed_mentions"))
    asked.talk.change(message)
    return _shown(asked, message)


def delete(asked: Asked) -> None:
    """Delete the bot's own message, or another one with the right to manage messages."""
    message = asked.message(_awake(asked))
    if message.author is not asked.store.bot:
        asked.channel(rights.MANAGE_MESSAGES)
    asked.talk.withdraw(message)


def fetch(asked: Asked) -> Json:
    """Return one message."""
    return _shown(asked, asked.message(asked.channel(rights.READ_HISTORY)))


def history(asked: Asked) -> list[Json]:
    """Return up to 100 messages, newest first, and none without the right to read them."""
    channel, query = asked.channel(), asked.query
    if not asked.store.may(asked.store.bot, channel, rights.READ_HISTORY):
        return []
    limit, found = asked.limit(50, 100), sorted(channel.messages)
    if "after" in query:
        chosen = [number for number in found if number > int(query["after"])][:limit]
    elif "around" in query:
        older = [number for number in found if number < int(query["around"])][-(limit // 2) :]
        chosen = [*older, *[number for number in found if number >= int(query["around"])][: limit - len(older)]]
    else:
        before = int(query.get("before", 1 << 63))
        chosen = [number for number in found if number < before][-limit:]
    return [_shown(asked, channel.messages[number]) for number in reversed(chosen)]


def react(asked: Asked) -> None:
    """Add a reaction. The bot needs the right to read the history, and another one for a new emoji."""
    channel = asked.channel(rights.READ_HISTORY)
    message, emoji = asked.message(channel), unquote(asked.args["emoji"])
    if not message.reactions.get(emoji):
        asked.channel(rights.ADD_REACTIONS)
    if len(message.reactions) >= 20 and emoji not in message.reactions:
        raise Refusal(400, 30010, "Maximum number of reactions reached (20)")
    asked.talk.react(message, asked.store.bot, emoji)


def unreact(asked: Asked) -> None:
    """Remove the bot's reaction, or another one with the right to manage messages."""
    channel = asked.channel()
    who = asked.args["user"]
    user = asked.store.bot if who == "@me" else asked.store.users[int(who)]
    if user is not asked.store.bot:
        asked.channel(rights.MANAGE_MESSAGES)
    asked.talk.unreact(asked.message(channel), user, unquote(asked.args["emoji"]))


def clear(asked: Asked) -> None:
    """Remove all reactions, or all with one emoji."""
    emoji = asked.args.get("emoji")
    message = asked.message(asked.channel(rights.MANAGE_MESSAGES))
    asked.talk.clear_reactions(message, unquote(emoji) if emoji else None)


def reacted(asked: Asked) -> list[Json]:
    """Return the people who reacted with an emoji, sorted by id."""
    message = asked.message(asked.channel(rights.READ_HISTORY))
    held = message.supers if asked.query.get("type") == "1" else message.reactions
    return _page(asked, sorted(held.get(unquote(asked.args["emoji"]), {})))


def voted(asked: Asked) -> Json:
    """Return the voters of an answer, sorted by id."""
    message = asked.message(asked.channel())
    if message.poll is None or int(asked.args["answer"]) not in message.poll.votes:
        raise unknown("Message")
    return {"users": _page(asked, sorted(message.poll.votes[int(asked.args["answer"])]))}


def _page(asked: Asked, numbers: list[int]) -> list[Json]:
    later = [number for number in numbers if number > int(asked.query.get("after", 0))]
    return [payloads.user(asked.store.users[number]) for number in later[: asked.limit(25, 100)]]


def end_poll(asked: Asked) -> Json:
    """End the bot's own poll, once."""
    message = asked.message(_awake(asked))
    if message.author is not asked.store.bot or message.poll is None:
        raise Refusal(403, 50005, "Cannot edit a message authored by another user")
    if message.poll.finalized:
        raise Refusal(400, 520001, "Poll expired")
    asked.talk.end_poll(message)
    return _shown(asked, message)


def typing(asked: Asked) -> None:
    """Accept the typing indicator."""
    asked.channel(rights.SEND_MESSAGES)


_MESSAGES = "/channels/{channel}/messages"
_ONE = _MESSAGES + "/{message}"
_REACTIONS = _ONE + "/reactions"
ROUTES: Routes = {
    ("POST", _MESSAGES): create,
    ("GET", _MESSAGES): history,
    ("GET", _ONE): fetch,
    ("PATCH", _ONE): edit,
    ("DELETE", _ONE): delete,
    ("PUT", _REACTIONS + "/{emoji}/@me"): react,
    ("DELETE", _REACTIONS + "/{emoji}/{user}"): unreact,
    ("GET", _REACTIONS + "/{emoji}"): reacted,
    ("DELETE", _REACTIONS): clear,
    ("DELETE", _REACTIONS + "/{emoji}"): clear,
    ("GET", "/channels/{channel}/polls/{message}/answers/{answer}"): voted,
    ("POST", "/channels/{channel}/polls/{message}/expire"): end_poll,
    ("POST", "/channels/{channel}/typing"): typing,
}

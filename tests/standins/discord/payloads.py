"""Records as Discord's JSON: https://discord.com/developers/docs/resources"""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import blake2s
from typing import Any

from tests.standins.discord.records import (
    CATEGORY,
    DM,
    FORUM,
    Channel,
    Gathering,
    Interaction,
    Json,
    Member,
    Message,
    Poll,
    Role,
    User,
)

_DISCORD_EPOCH_MS = 1_420_070_400_000


def moment(snowflake: int) -> datetime:
    """Return when the object with this id was created."""
    return datetime.fromtimestamp(((snowflake >> 22) + _DISCORD_EPOCH_MS) / 1000, UTC)


def user(one: User) -> Json:
    """Return a user."""
    return {
        "id": str(one.id),
        "username": one.name.lower(),
        "global_name": one.name,
        "discriminator": "0",
        "avatar": None,
        "bot": one.bot,
        "public_flags": 0,
    }


def member(one: Member, *, with_user: bool = True) -> Json:
    """Return a member, with or without the user."""
    found = {
        "roles": [str(role) for role in one.roles],
        "joined_at": one.joined_at.isoformat(timespec="milliseconds"),
        "nick": one.nick,
        "avatar": None,
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": one.pending,
        "communication_disabled_until": None,
    }
    return {**found, "user": user(one.user)} if with_user else found


def role(one: Role) -> Json:
    """Return a role."""
    return {
        "id": str(one.id),
        "name": one.name,
        "permissions": str(one.permissions),
        "position": one.position,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": one.bot is not None,
        "mentionable": False,
        "flags": 0,
        **({"tags": {"bot_id": str(one.bot)}} if one.bot is not None else {}),
    }


def channel(one: Channel) -> Json:
    """Return a channel of any kind."""
    last = str(next(reversed(one.messages))) if one.messages else None
    found: Json = {"id": str(one.id), "type": one.kind, "last_message_id": last, "flags": 0}
    if one.kind == DM:
        assert one.recipient is not None
        return {**found, "recipients": [user(one.recipient)]}
    assert one.guild is not None
    found |= {"guild_id": str(one.guild.id), "name": one.name, "nsfw": False, "rate_limit_per_user": 0}
    found["parent_id"] = str(one.parent.id) if one.parent else None
    return found | (_thread(one) if one.is_thread else _fixed(one))


def _fixed(one: Channel) -> Json:
    found: Json = {"position": 0, "topic": None}
    found["permission_overwrites"] = [
        {"id": str(over.id), "type": over.kind, "allow": str(over.allow), "deny": str(over.deny)}
        for over in one.overwrites
    ]
    if one.kind == FORUM:
        found |= {"available_tags": [], "default_reaction_emoji": None, "default_sort_order": None}
    if one.kind == CATEGORY:
        del found["topic"]
    return found


def _thread(one: Channel) -> Json:
    made = moment(one.id).isoformat()
    return {
        "owner_id": str(one.owner.id if one.owner else 0),
        "message_count": len(one.messages),
        "member_count": len(one.joined),
        "total_message_sent": len(one.messages),
        "thread_metadata": {
            "archived": one.archived,
            "locked": one.locked,
            "auto_archive_duration": 4320,
            "archive_timestamp": made,
            "create_timestamp": made,
        },
    }


def emoji(text: str) -> Json:
    """Return an emoji, which is written name:id if it is custom."""
    name, _, number = text.partition(":")
    return {"id": number or None, "name": name}


def message(one: Message, bot: User, *, depth: int = 1) -> Json:
    """Return a message as the bot gets it."""
    found: Json = {
        "id": str(one.id),
        "channel_id": str(one.channel.id),
        "type": one.kind,
        "author": user(one.author),
        "content": one.content,
        "timestamp": moment(one.id).isoformat(),
        "edited_timestamp": one.edited_at.isoformat() if one.edited_at else None,
        "tts": False,
        "pinned": False,
        "flags": one.flags,
        "mention_everyone": one.everyone,
        "mentions": [user(each) for each in one.mentions],
        "mention_roles": [str(each) for each in one.mention_roles],
        "attachments": one.attachments,
        "embeds": one.embeds,
        "components": one.components,
    }
    signs = [text for text in {**one.reactions, **one.supers} if one.reactions.get(text) or one.supers.get(text)]
    reactions = [_reaction(text, one.reactions.get(text, {}), one.supers.get(text, {}), bot) for text in signs]
    found |= {"reactions": reactions} if reactions else {}
    found |= {"poll": poll(one.poll, bot)} if one.poll else {}
    found |= {"webhook_id": str(one.application), "application_id": str(one.application)} if one.application else {}
    found |= _cause(one.cause) if one.cause else {}
    return found | (_reference(one, bot, depth) if one.reference else {}) | one.changed


def _reference(one: Message, bot: User, depth: int) -> Json:
    assert one.reference is not None
    answered = one.channel.messages.get(int(one.reference["message_id"]))
    found: Json = {"message_reference": one.reference}
    if depth and one.kind == 19:
        found["referenced_message"] = message(answered, bot, depth=0) if answered else None
    return found


def _cause(one: Interaction) -> Json:
    found: Json = {"id": str(one.id), "type": one.kind, "user": user(one.user), "authorizing_integration_owners": {}}
    if one.kind == 2:
        old = {"id": str(one.id), "type": 2, "name": one.data["name"], "user": user(one.user)}
        return {"interaction_metadata": {**found, "command_type": 1}, "interaction": old}
    if one.kind == 3 and one.message:
        found["interacted_message_id"] = str(one.message.id)
    if one.kind == 5:
        found["triggering_interaction_metadata"] = {**found, "type": 2}
    return {"interaction_metadata": found}


def _reaction(text: str, users: dict[int, User], supers: dict[int, User], bot: User) -> Json:
    return {
        "emoji": emoji(text),
        "count": len(users) + len(supers),
        "count_details": {"normal": len(users), "burst": len(supers)},
        "me": bot.id in users,
        "me_burst": False,
        "burst_colors": [],
    }


def poll(one: Poll, bot: User) -> Json:
    """Return a native poll."""
    counts: list[dict[str, Any]] = [
        {"id": number, "count": len(users), "me_voted": bot.id in users} for number, users in one.votes.items()
    ]
    return {
        "question": {"text": one.question},
        "answers": one.answers,
        "expiry": one.ends_at.isoformat(),
        "allow_multiselect": one.many,
        "layout_type": 1,
        "results": {"is_finalized": one.finalized, "answer_counts": counts},
    }


def gathering(one: Gathering) -> Json:
    """Return a scheduled event."""
    return {
        "id": str(one.id),
        "guild_id": str(one.guild.id),
        "channel_id": str(one.channel) if one.channel else None,
        "creator_id": str(one.creator.id),
        "creator": user(one.creator),
        "name": one.name,
        "description": one.description,
        "scheduled_start_time": one.starts_at.isoformat(),
        "scheduled_end_time": one.ends_at.isoformat() if one.ends_at else None,
        "privacy_level": 2,
        "status": one.state,
        "entity_type": one.kind,
        "entity_id": None,
        "entity_metadata": {"location": one.place} if one.kind == 3 else None,
        "user_count": len(one.interested),
        "image": None if one.image is None else blake2s(one.image, digest_size=16).hexdigest(),
        "recurrence_rule": one.recurrence,
    }

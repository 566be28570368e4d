"""Servers as Discord's JSON: https://discord.com/developers/docs/resources/guild"""

from __future__ import annotations

from tests.standins.discord import rights
from tests.standins.discord.payloads import channel, gathering, member, role
from tests.standins.discord.records import Guild, Json, User


def guild(one: Guild) -> Json:
    """Return a server as REST does. GUILD_CREATE has more fields."""
    return {
        "id": str(one.id),
        "name": one.name,
        "owner_id": str(one.owner.id),
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "banner": None,
        "description": None,
        "afk_channel_id": None,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 1,
        "explicit_content_filter": 0,
        "mfa_level": 0,
        "nsfw_level": 0,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "premium_progress_bar_enabled": False,
        "preferred_locale": one.locale,
        "features": list(one.features),
        "roles": [role(each) for each in one.roles.values()],
        "emojis": [],
        "stickers": [],
        "system_channel_id": None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "public_updates_channel_id": None,
        "vanity_url_code": None,
        "application_id": None,
        "max_members": 500_000,
    }


def guild_create(one: Guild, bot: User, *, known: bool) -> Json:
    """Return the GUILD_CREATE event. `known` means that the bot was there before."""
    return {
        **guild(one),
        **({"unavailable": False} if known else {}),
        "joined_at": one.members[bot.id].joined_at.isoformat(timespec="milliseconds"),
        "large": len(one.members) > 250,
        "member_count": len(one.members),
        "members": [member(one.members[bot.id])],
        "presences": [],
        "voice_states": [],
        "stage_instances": [],
        "soundboard_sounds": [],
        "channels": [channel(each) for each in one.channels.values()],
        "threads": [
            channel(each)
            for each in one.threads.values()
            if not each.archived and one.permissions(bot, each) & rights.VIEW_CHANNEL
        ],
        "guild_scheduled_events": [gathering(each) for each in one.gatherings.values() if each.state < 3],
    }

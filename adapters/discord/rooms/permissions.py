"""What the bot may do in a channel, and what does not work without it.

https://discord.com/developers/docs/topics/permissions
"""

from __future__ import annotations

import discord

from adapters.discord.api.errors import NEEDED
from adapters.discord.rooms.people import Place
from bots.core.inbound import Missing
from bots.i18n import texts

_INVITATION = (
    "https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={rights}"
)
_IN_THREADS = ("send_messages_in_threads", "Send Messages in Threads", "send")


def asked() -> discord.Permissions:
    """The rights that the invitation asks for."""
    return discord.Permissions(**dict.fromkeys(NEEDED, True), send_messages_in_threads=True)


def invitation(application: int) -> str:
    """The link that brings the bot into a server."""
    return _INVITATION.format(application=application, rights=asked().value)


def words() -> list[tuple[str, str]]:
    """Each right as Discord calls it, and what it is for in the core's words (`rights-breaks-…`)."""
    wanted = [*NEEDED.values(), _IN_THREADS[1:]]
    return [(word, texts.words("en", f"rights-breaks-{breaks}")) for word, breaks in wanted]


def missing(place: Place) -> tuple[Missing, ...]:
    """The rights that the bot lacks there; none that is known where a thread's channel is not."""
    rights = _rights(place)
    if rights is None:
        return ()
    wanted = dict(NEEDED)
    if isinstance(place, discord.Thread):
        del wanted["send_messages"]
        wanted[_IN_THREADS[0]] = _IN_THREADS[1:]
    return tuple(Missing(word, breaks) for name, (word, breaks) in wanted.items() if not _held(rights, name))


def may(place: Place | None, name: str) -> bool:
    """Whether the bot holds a right there; in a private talk, and where it is not known, it is taken to."""
    rights = _rights(place) if place is not None else None
    return rights is None or _held(rights, name)


def _rights(place: Place) -> discord.Permissions | None:
    try:
        return place.permissions_for(place.guild.me)
    except discord.ClientException:  # the thread's channel is not known
        return None


def _held(rights: discord.Permissions, name: str) -> bool:
    """Who may manage events may create them."""
    return bool(getattr(rights, name)) or (name == "create_events" and rights.manage_events)


def lacking(place: object, *breaks: str) -> str | None:
    """Discord's word for the right whose lack explains a refusal; the ones named in `breaks` are looked at first."""
    if not isinstance(place, Place):
        return None
    found = missing(place)
    named = [one.name for slug in ("read", *breaks) for one in found if one.breaks == slug]
    return next(iter(named), None)

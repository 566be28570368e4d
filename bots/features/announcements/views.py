"""What a community sees of an announcement."""

from __future__ import annotations

from collections.abc import Mapping

from bots.core.outbound import Button, Content
from bots.core.richtext import Break, Quote, Rich, Text, with_spoilers
from bots.core.truncation import truncate_rich
from bots.features.announcements import lookup, network_tree
from bots.i18n import languages
from bots.turn.turn import Turn
from storage.queries import announcements, recipients
from storage.tables import Announcement, AnnouncementState, Network, Recipient

ANSWER_EMOJI = "✉️"
_EXCERPT_LENGTH = 80


def text_for(texts: Mapping[str, str], announcement: Announcement, locale: str) -> str:
    """Return the words in a language if there are any in it, otherwise the main ones."""
    return texts.get(languages.supported(locale)) or texts.get(announcement.locale) or ""


def quote(words: str) -> Quote:
    """Return what somebody typed as it was typed."""
    return Quote(with_spoilers(words))


async def excerpt(announcement: Announcement, turn: Turn) -> Rich:
    """Return the beginning of an announcement, in the room's language if it has one."""
    texts = await announcements.texts_of(turn.uow, announcement.id)
    words = " ".join(text_for(texts, announcement, turn.room_context.locale).split())
    return truncate_rich((Text(words),), _EXCERPT_LENGTH)


async def head(announcement: Announcement, turn: Turn) -> Rich:
    """Return who announces, and through which network it came if that is not the community's own."""
    network = await turn.uow.get(Network, announcement.network_id)
    assert network is not None, "an announcement has a network"
    nearer = turn.room_context.networks
    if not nearer or any(one.id == network.id for one in nearer):
        return turn.text("announce-card", network=network.name)
    return turn.text("announce-card-through", network=network.name, through=nearer[0].name)


async def render_copy(subject: str, turn: Turn) -> Content | None:
    """Render an announcement for a community's room. Communities that left the network see no new words."""
    announcement = await turn.uow.get(Announcement, int(subject))
    if announcement is None or announcement.state != AnnouncementState.SENT:
        return None
    community = turn.room_context.community
    row = await recipients.of_community(turn.uow, announcement.id, community.id) if community is not None else None
    if row is None or not await network_tree.belongs(row, announcement, turn):
        network = await turn.uow.get(Network, announcement.network_id)
        return Content(text=turn.text("announce-changed-afar", network=network.name if network is not None else "–"))
    return await content(announcement, row, turn)


async def content(announcement: Announcement, row: Recipient, turn: Turn) -> Content:
    """Return an announcement as the turn's community shows it."""
    return Content(text=await _body(announcement, row, turn), buttons=(_answer_button(announcement, turn),))


async def _body(announcement: Announcement, row: Recipient, turn: Turn) -> Rich:
    versions = await announcements.versions_of(turn.uow, announcement.id)
    version = versions.get(languages.supported(turn.room_context.locale)) or versions[announcement.locale]
    line = (*turn.text("announce-card-line", community=turn.community.name, line=row.line), Break()) if row.line else ()
    is_changed = row.shown_at is not None and version.written_at > row.shown_at
    changed = (*turn.text("announce-card-changed"), Break()) if is_changed else ()
    foot = turn.text("announce-card-footer")
    return (*await head(announcement, turn), Break(), quote(version.text), Break(), *line, *changed, *foot)


def _answer_button(announcement: Announcement, turn: Turn) -> Button:
    return Button(f"annanswer:{announcement.id}", turn.label("announce-answer-button"), ANSWER_EMOJI)


def copy_of(announcement: Announcement) -> str:
    """Return the id of the card that communities see."""
    return f"{lookup.COPY}:{announcement.id}"


def draft_of(announcement: Announcement) -> str:
    """Return the id of the card that its author sees."""
    return f"{lookup.DRAFT}:{announcement.id}"


def ask_of(row: Recipient) -> str:
    """Return the id of the card that asks a community's connectors."""
    return f"{lookup.ASK}:{row.id}"

"""`announce list` and `announce show`: what was announced, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, Text, join
from bots.core.sanitize import display_name, truncate
from bots.features.announcements import audience, lookup, previews, views
from bots.routing.feature import Listing
from bots.turn.turn import Turn
from storage.queries import announcement_reactions, announcements, recipients
from storage.queries.announcement_reactions import Counts
from storage.tables import Announcement, AnnouncementState, Community, Network, Recipient, RecipientState, RoomRole

MAX_LISTED = 100
MAX_NAMES = 30
"""How many communities one line of a report names."""
_MAX_ANSWERS = 10
_ANSWER_LENGTH = 200
_ORDER = (
    RecipientState.SHOWN, RecipientState.ASKED, RecipientState.WAITING, RecipientState.DECLINED, RecipientState.FAILED,
    RecipientState.DEAF, RecipientState.OFF, RecipientState.HOMELESS, RecipientState.LEFT,
)  # fmt: skip


async def list_all(turn: Turn) -> Listing:
    """Return what a network announced, in a community's room what reached it. Raises Refusal."""
    community = turn.room_context.community
    if community is not None:
        return await _list_received(community, turn)
    network = lookup.own_network(turn)
    found = await announcements.listed(turn.uow, network.id, MAX_LISTED)
    if not found:
        raise Refusal("announce-none", network=network.name)
    lines = [await _line(one, turn) for one in found]
    foot = turn.text("announce-list-footer", number=str(found[0].number))
    return Listing(turn.text("announce-list-title", network=network.name), lines, foot)


async def _line(one: Announcement, turn: Turn) -> Rich:
    at = one.sent_at or one.due_at or one.created_at
    shown = turn.moment(at, named_zone=one.state == AnnouncementState.SCHEDULED)
    about = await views.excerpt(one, turn)
    return turn.text(f"announce-line-{one.state}", number=str(one.number), at=shown, about=about)


async def _list_received(community: Community, turn: Turn) -> Listing:
    lines: list[Rich] = []
    for row in await recipients.received_by(turn.uow, community.id, MAX_LISTED):
        announcement = await turn.uow.get(Announcement, row.announcement_id)
        network = await turn.uow.get(Network, announcement.network_id) if announcement is not None else None
        if announcement is not None and network is not None and announcement.state == AnnouncementState.SENT:
            lines.append(
                turn.text(
                    "announce-received", number=str(announcement.number), network=network.name,
                    state=turn.text(f"announce-state-{row.state}"), about=await views.excerpt(announcement, turn),
                )
            )  # fmt: skip
    if not lines:
        raise Refusal("announce-here-none", community=community.name)
    title = turn.text("announce-received-title", community=community.name)
    return Listing(title, lines, turn.text("announce-received-footer"))


async def show(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `announce show [NUMBER]`: the preview of a draft, the report about what was sent.

    The report is for coordinators: it goes to the circle, or in private to who asks.
    """
    found = await lookup.find(call, args, turn)
    if found.state in (AnnouncementState.DRAFT, AnnouncementState.SCHEDULED):
        await previews.show(found, turn)
        return
    if found.state != AnnouncementState.SENT:
        raise Refusal(f"announce-is-{found.state}", number=str(found.number))
    if turn.answers_privately or turn.room.role == RoomRole.CIRCLE:
        here = turn.in_language(turn.answer_locale)
        turn.answer_content(Content(text=await report(found, here)))
        return
    content = Content(text=await report(found, turn))
    turn.send_direct(call.person.user, content, fallback=Content(text=turn.text("announce-report-unreachable")))
    turn.answer("announce-report-private", number=str(found.number))


async def report(found: Announcement, turn: Turn) -> Rich:
    """Return who displayed an announcement, who didn't and why, and what people made of it."""
    counts = await recipients.count_by_state(turn.uow, found.id)
    who = await audience.describe(audience.decode(found.audience), [found.network_id], turn)
    lines = [
        turn.text(
            "announce-report-title", number=str(found.number), at=found.sent_at, about=await views.excerpt(found, turn),
            audience=who,
        )
    ]  # fmt: skip
    for state in _ORDER:
        if counts.get(state):
            lines.append(await _places(found, state, counts[state], turn))
    return join([*lines, *await _reactions(found, turn), *await _answers(found, turn)])


async def _places(found: Announcement, state: RecipientState, count: int, turn: Turn) -> Rich:
    rows = await recipients.in_state(turn.uow, found.id, [state], limit=MAX_NAMES)
    there = await recipients.in_present_rooms(turn.uow, [row for row, _ in rows])
    names: list[Rich] = [_place(row, community, turn, gone=row.id not in there) for row, community in rows]
    if count > len(rows):
        names.append(turn.text("announce-more", count=count - len(rows)))
    return turn.text(f"announce-report-{state}", count=count, names=join(names, (Text(", "),)))


def _place(row: Recipient, community: Community, turn: Turn, *, gone: bool) -> Rich:
    """Return a community's name, with the reason or the time, or that the bot left the room that shows it."""
    if row.state == RecipientState.SHOWN and gone:
        return turn.text("announce-place-gone", community=community.name)
    if row.state == RecipientState.DECLINED and row.decided_by is None:
        return turn.text("announce-place-silent", community=community.name)
    if row.state == RecipientState.DECLINED and row.reason:
        return turn.text("announce-place-reason", community=community.name, reason=row.reason)
    if row.state in (RecipientState.WAITING, RecipientState.ASKED) and row.due_at is not None:
        at = turn.moment(row.due_at, style="short")
        return turn.text("announce-place-until", community=community.name, at=at)
    return (Text(community.name),)


async def _reactions(found: Announcement, turn: Turn) -> Sequence[Rich]:
    emojis = (views.ANSWER_EMOJI, views.ANSWER_EMOJI.rstrip("\ufe0f"))
    seen = await announcement_reactions.reactions_to(turn.uow, views.copy_of(found), but=emojis)
    if seen.people == 0:
        return []
    if seen.people is None:
        return [turn.text("announce-reactions-few")]
    lines = [turn.text("announce-reactions", count=seen.people, emojis=_emojis(seen.counts))]
    return lines + [
        turn.text("announce-reactions-of", community=name, emojis=_emojis(counts)) for name, counts in seen.by_community
    ]


def _emojis(counts: Counts) -> str:
    return " · ".join(f"{emoji} {count}" for emoji, count in counts)


async def _answers(found: Announcement, turn: Turn) -> Sequence[Rich]:
    total = await announcements.count_answers(turn.uow, found.id)
    if not total:
        return []
    lines = [turn.text("announce-answers", count=total)]
    for answer, community in await announcements.answers_to(turn.uow, found.id, _MAX_ANSWERS):
        who = display_name(answer.name) if answer.name else turn.label("announce-somebody")
        text = truncate(" ".join(answer.text.split()), _ANSWER_LENGTH)
        lines.append(turn.text("announce-answer-line", who=who, community=community.name, text=text))
    return lines

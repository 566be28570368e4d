"""Copies of highlights in other rooms: publication, changes and withdrawal."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.inbound import ButtonPressed, MessageDeleted, MessageEdited, TimerFired
from bots.core.outbound import Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.features.highlights import albums, collecting, relaying, rules, views
from bots.turn import cards, rounds
from bots.turn.authorization import held_rights
from bots.turn.notices import CommunityLeftNetwork, CommunityRemoved, RoomLeftCommunity
from bots.turn.quiet import quiet_until
from bots.turn.turn import Turn
from storage.queries import communities, erasure, highlights, placements
from storage.tables import Community, Highlight, HighlightState, Room

COPY_TIMER = "highlight-copy"
"""Posts one copy, after quiet hours."""
COPIES_TIMER = "highlight-copies"
"""Posts the next copies, when there are very many."""


async def publish(timer: TimerFired, turn: Turn) -> None:
    """Post copies after the hold-back, or wait until the network has a room for them."""
    highlight = await turn.uow.get(Highlight, int(timer.subject))
    community = await turn.uow.get(Community, highlight.community_id) if highlight else None
    if highlight is None or community is None or highlight.state != HighlightState.HELD:
        return
    end = quiet_until(community, turn.now)
    if end is not None:
        turn.schedule("highlight-publish", timer.subject, end)
        return
    network_id = community.network_id if community.relaying else None
    rooms: Sequence[Room] = ()
    homes: Sequence[Room] = ()
    if network_id is not None:
        rooms = await communities.highlights_rooms(turn.uow, network_id)
        homes = await _next_homes(highlight, network_id, 0, turn)
    if network_id is not None and not rooms and not homes and turn.now < highlight.created_at + rules.MAX_WAIT:
        turn.schedule("highlight-publish", timer.subject, turn.now + rules.RETRY_INTERVAL)
        return
    if rooms or homes:
        highlight.state, highlight.published_at = HighlightState.PUBLISHED, turn.now
    else:
        rules.erase(highlight, HighlightState.WITHDRAWN)
    for room in rooms:
        await _post_copy(highlight, await turn.for_room(room))
    await _post_copies(highlight, homes, turn)
    turn.refresh_card(f"highlightnote:{highlight.id}")


async def _next_homes(highlight: Highlight, network_id: int, after: int, turn: Turn) -> Sequence[Room]:
    """Return the next homes of other communities that receive the network's highlights."""
    return await communities.homes_receiving_highlights(
        turn.uow, network_id, but=highlight.community_id, after=after, limit=rounds.SIZE
    )


async def _post_copies(highlight: Highlight, homes: Sequence[Room], turn: Turn) -> None:
    """Post a copy in each of these homes. If there may be more of them, they follow in the next transaction."""
    for room in homes:
        await _post_copy(highlight, await turn.for_room(room))
    if len(homes) == rounds.SIZE:
        turn.schedule(COPIES_TIMER, f"{highlight.id}/{homes[-1].id}", turn.now)


async def post_more_copies(timer: TimerFired, turn: Turn) -> None:
    """Go on with the homes behind the last one."""
    number, _, after = timer.subject.partition("/")
    found = await _still_relayed(int(number), turn)
    if found is not None:
        highlight, network_id = found
        await _post_copies(highlight, await _next_homes(highlight, network_id, int(after), turn), turn)


async def _still_relayed(number: int, turn: Turn) -> tuple[Highlight, int] | None:
    """Return a published highlight with its network, unless it or its community takes no part any longer."""
    highlight = await turn.uow.get(Highlight, number)
    community = await turn.uow.get(Community, highlight.community_id) if highlight is not None else None
    if highlight is None or community is None or highlight.state != HighlightState.PUBLISHED:
        return None
    if community.network_id is None or not community.relaying:
        return None
    return highlight, community.network_id


async def _post_copy(highlight: Highlight, there: Turn) -> None:
    """Post a copy; where quiet hours are, at their end."""
    end = quiet_until(there.room_context.community, there.now)
    if end is not None:
        there.schedule(COPY_TIMER, f"{highlight.id}/{there.room.id}", end)
        return
    card = f"highlight:{highlight.id}"
    await cards.post(views.render_copy, card, there, key=f"{card}@{there.room.id}", silent=True)


async def copy_after_quiet(timer: TimerFired, turn: Turn) -> None:
    """Post a copy that waited for the end of a community's quiet hours, if that community still receives it."""
    number, _, room_id = timer.subject.partition("/")
    found = await _still_relayed(int(number), turn)
    if found is None:
        return
    highlight, network_id = found
    homes = await communities.homes_receiving_highlights(
        turn.uow, network_id, but=highlight.community_id, after=int(room_id) - 1, limit=1
    )
    for room in homes:
        if room.id == int(room_id):
            await _post_copy(highlight, await turn.for_room(room))


async def follow_edit(value: MessageEdited, turn: Turn) -> None:
    """Change the copies if the author edited the original. An edit restarts the hold-back.

    Nothing new leaves a community that no longer relays, or relays to another network by now: take the copies back,
    which show what the author has removed.
    Ignore edits that somebody else claims to have made.
    """
    highlight = await albums.highlight_of(value, turn)
    if highlight is not None and highlight.state == HighlightState.FETCHING and turn.capabilities.fetch:
        collecting.fetch(highlight, turn)  # what is on its way may be the old text
    if highlight is None or highlight.author_user != value.person.user or highlight.state not in rules.FOLLOWS_ORIGINAL:
        return
    community = turn.room_context.community
    network_id = community.network_id if community is not None and community.relaying else None
    if network_id is None or await highlights.is_shown_outside(turn.uow, highlight, network_id):
        await withdraw(highlight, turn)
        return
    text = await albums.text_after(value, turn)
    rules.store_words(highlight, text, value.formatted if text == value.text else ())
    if highlight.state == HighlightState.HELD:
        collecting.start_hold_back(highlight, turn)
    collecting.refresh_cards(highlight, turn)


async def follow_deletion(value: MessageDeleted, turn: Turn) -> None:
    """Forget a deleted message, and delete its copies."""
    await highlights.delete_cached_message(turn.uow, value.account, value.room, value.message)
    highlight = await highlights.of_message(turn.uow, value.account, value.room, value.message)
    if highlight is not None:
        await withdraw(highlight, turn)


async def withdraw(highlight: Highlight, turn: Turn) -> None:
    """Delete the copies and all we have of the message, and don't publish it again."""
    rules.erase(highlight, HighlightState.WITHDRAWN)
    await highlights.delete_cached_message(turn.uow, highlight.account, highlight.room, highlight.message)
    turn.cancel_timer("highlight-publish", str(highlight.id))
    await _take_back_copies(highlight, turn)
    turn.refresh_card(f"highlightnote:{highlight.id}", rewrite=True)
    if highlight.digest:
        turn.refresh_card(highlight.digest, rewrite=True)


async def _take_back_copies(highlight: Highlight, turn: Turn) -> None:
    """Delete the copies, those too that are on their way: they arrive without the words, if at all."""
    copy, note = f"highlight:{highlight.id}", f"highlightnote:{highlight.id}"
    idempotent = [account for account, can in turn.capabilities_by_account.items() if can.idempotent]
    await erasure.erase(turn.uow, [copy, note], turn.now, idempotent)
    unsent = {(post.account, post.room) for post in await erasure.unsent_posts(turn.uow, copy)}
    for room in (await communities.rooms_by_address(turn.uow, unsent)).values():
        there = await turn.for_room(room)
        await cards.rewrite_unsent(copy, Content(text=there.text("highlight-stopped")), there)
    await turn.withdraw_card(copy)


async def stop_relaying(notice: CommunityLeftNetwork, turn: Turn) -> None:
    """Stop relaying. The community agreed to relay to the network that it left, not to another one."""
    await switch_off(notice.community, turn)


async def withdraw_all(notice: CommunityRemoved, turn: Turn) -> None:
    """Take back everything that the community shared."""
    for highlight in await highlights.published(turn.uow, notice.community.id):
        await withdraw(highlight, turn)


async def stop_in_left_room(notice: RoomLeftCommunity, turn: Turn) -> None:
    """Withdraw what is not published yet of a room that leaves the community, and stop caching its messages."""
    if not turn.capabilities.fetch:
        turn.cache_messages(turn.room, on=False)
        await highlights.delete_cached_messages(turn.uow, turn.room.account, turn.room.room)
    for highlight in await highlights.unpublished(turn.uow, notice.community.id):
        if highlight.room_id == turn.room.id:
            await withdraw(highlight, turn)


async def switch_off(community: Community, turn: Turn) -> None:
    """Stop relaying, and withdraw everything that is not published yet."""
    community.relaying, community.relaying_since = False, None
    await relaying.cache_rooms(community, turn, on=False)
    for highlight in await highlights.unpublished(turn.uow, community.id):
        await withdraw(highlight, turn)


def _refresh_cards(highlight: Highlight, turn: Turn) -> None:
    turn.refresh_card(f"highlight:{highlight.id}")
    turn.refresh_card(f"highlightnote:{highlight.id}")


async def press_stop(press: ButtonPressed, turn: Turn) -> None:
    """Withdraw the highlight."""
    highlight = await turn.row_of_id(Highlight, press.subject)
    await check_may_stop(highlight, turn)
    if highlight.state in (HighlightState.HELD, HighlightState.PUBLISHED):
        await withdraw(highlight, turn)
        turn.acknowledge("highlight-stopped-by-you")


async def check_may_stop(highlight: Highlight, turn: Turn) -> None:
    """Raise Refusal("highlight-stop-not-yours") unless the person may stop the highlight.

    The author may. Connectors may in the highlight's community, coordinators in the network's room that shows a copy.
    """
    rights = await held_rights(turn)
    if turn.room.community_id == highlight.community_id:
        may = Right.CONNECTOR in rights
    else:
        may = Right.COORDINATOR in rights and await _is_shown(highlight, turn.room, turn)
    if highlight.author_id != turn.member_id and not may:
        raise Refusal("highlight-stop-not-yours")


async def _is_shown(highlight: Highlight, room: Room, turn: Turn) -> bool:
    copies = await placements.placements_of(turn.uow, [f"highlight:{highlight.id}"])
    return any((copy.account, copy.room) == (room.account, room.room) for copy in copies)


async def press_show_name(press: ButtonPressed, turn: Turn) -> None:
    """Show the author's name with this highlight, as the author agrees."""
    highlight = await turn.row_of_id(Highlight, press.subject)
    if highlight.author_id != turn.member_id:
        raise Refusal("highlight-name-not-yours")
    highlight.named = True
    _refresh_cards(highlight, turn)
    turn.acknowledge("highlight-named")


async def release_show_name(press: ButtonPressed, turn: Turn) -> None:
    """Hide the author's name again."""
    highlight = await turn.row_of_id(Highlight, press.subject)
    if highlight.author_id == turn.member_id and highlight.named:
        highlight.named = False
        _refresh_cards(highlight, turn)

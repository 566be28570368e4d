"""The commands: switch relaying, nominate, keep here, consent."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.integers import whole
from bots.core.refusal import Refusal
from bots.features.highlights import collecting, publishing, relaying
from bots.turn import room_context
from bots.turn.turn import Turn
from storage.queries import communities, highlights
from storage.tables import Community, Highlight, Member


def _community(turn: Turn) -> Community:
    if turn.scene.community is None:
        raise Refusal("room-not-set-up", command="relay")
    return turn.scene.community


async def relay(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`relay on|off|status`: nothing leaves the room before it was switched on, and the room is told."""
    community = _community(turn)
    switch = args.maybe("switch") or "status"
    if switch == "on":
        await _switch_on(community, turn)
    elif switch == "off":
        await publishing.switch_off(community, turn)
        turn.answer("relay-now-off")
    else:
        turn.answer("relay-is-on" if community.relaying else "relay-is-off", **relaying.terms(community, turn))


async def _switch_on(community: Community, turn: Turn) -> None:
    """Each room whose messages may travel is told so."""
    if turn.scene.network is None:
        raise Refusal("relay-needs-network")
    if not community.relaying:
        community.relaying, community.relaying_since = True, turn.now
    await relaying.keep(community, turn, on=True)
    for room in await communities.rooms_of(turn.uow, community.id or 0):
        relaying.tell(community, turn.at(await room_context.of_room(turn.uow, room)))


async def nominate(call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """`highlight`, as a reply to the message that is worth telling."""
    community = _community(turn)
    if not community.relaying:
        raise Refusal("highlight-relaying-off")
    if call.reply_to is None:
        raise Refusal("highlight-no-reply")
    highlight = await highlights.of_message(turn.uow, call.account, call.room, call.reply_to)
    if highlight is None:
        await collecting.consider(call.reply_to, turn, nominated_by=turn.member, quoted=call.quoted)
        turn.acknowledge("highlight-nominated")
    else:
        await _nominate_again(highlight, turn)


async def _nominate_again(highlight: Highlight, turn: Turn) -> None:
    if highlight.state == "counting":
        highlight.nominated_by = turn.member
        await collecting.hold(highlight, turn)
    elif highlight.state == "fetching":
        highlight.nominated_by = turn.member
    else:
        raise Refusal(f"highlight-is-{highlight.state}")


async def stop(call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """`highlight stop`, as a reply to the source, to what was said about it, or to a copy: it is taken back."""
    if call.reply_to is None:
        raise Refusal("highlight-stop-no-reply")
    highlight = await _meant(call, call.reply_to, turn)
    if highlight is None or highlight.state not in ("held", "published", "counting", "fetching"):
        raise Refusal("highlight-stop-nothing")
    await publishing.check_may_stop(highlight, call, turn)
    await publishing.take_back(highlight, turn)
    at_home = turn.room.community_id == highlight.community_id
    turn.answer("highlight-stopped-by-you" if at_home else "highlight-stopped-from-afar")


async def _meant(call: CommandInvoked, message: str, turn: Turn) -> Highlight | None:
    """The highlight that a message is, or that a card of ours is about."""
    kind, subject = await turn.replied_to(call)
    if kind in ("highlight", "highlightnote"):
        return await turn.uow.get(Highlight, whole(subject))
    return await highlights.of_message(turn.uow, call.account, call.room, message)


async def consent(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`me relay named|unnamed|off`: how messages of mine may travel. Off also takes back those that did."""
    member = await turn.uow.get(Member, turn.member)
    assert member is not None
    member.relay = args.text("consent")
    for highlight in await highlights.by_author(turn.uow, turn.member, ("held", "published", "counting")):
        if member.relay == "off":
            await publishing.take_back(highlight, turn)
        else:
            highlight.named = highlight.named and member.relay == "named"
            turn.refresh(f"highlight:{highlight.id}")
    turn.answer(f"me-relay-{member.relay}")

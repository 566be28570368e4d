"""`network blocks`: blocks that communities of one network share, where both sides agreed.

Other communities take a block over in pages, each in a transaction of its own.
"""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked, TimerFired
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.features.communities import private_notices
from bots.turn.notices import MemberBlocked, PlaceLeftNetwork
from bots.turn.turn import Turn
from storage.queries import blocks, members, memberships
from storage.tables import Block, BlockPolicy, BlockState, Community, Network, Role

SHARE_TIMER = "block-share"
"""Its subject: the block, the network, and the community after which it goes on."""
_PAGE = 16


async def policy_command(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `network blocks [share on|off | accept on|off|ask]`: show or change what is agreed.

    Raises Refusal("blocks-share-choice") for `share ask`.
    """
    what, chosen, community = args.optional_text("what"), args.optional_text("policy"), turn.community
    if what is not None and chosen is None:
        raise Refusal("blocks-policy-missing", argument="policy")
    if what == "share" and chosen == BlockPolicy.ASK:
        raise Refusal("blocks-share-choice", argument="policy", given=chosen)
    if what == "share":
        community.shares_blocks = chosen == BlockPolicy.ON
    elif what == "accept":
        community.accepts_blocks = BlockPolicy(chosen or BlockPolicy.OFF)
    accepts = turn.answer_text(f"choice-{community.accepts_blocks}")
    turn.answer("blocks-policy", shares=community.shares_blocks, accepts=accepts)


def begin(row: Block, community: Community, turn: Turn) -> None:
    """Offer a new block to the other communities of the networks, if its community shares its blocks."""
    if community.shares_blocks:
        for network in turn.room_context.networks:
            turn.schedule(SHARE_TIMER, f"{row.id}:{network.id}:0", turn.now)


async def share(timer: TimerFired, turn: Turn) -> None:
    """Let the next communities take a block over, or ask them; then go on with those after."""
    number, network_id, after = map(int, timer.subject.split(":"))
    row, network = await turn.uow.get(Block, number), await turn.uow.get(Network, network_id)
    community = await turn.uow.get(Community, row.community_id) if row is not None else None
    over = row is None or row.state != BlockState.ACTIVE or (row.until is not None and row.until <= turn.now)
    if row is None or network is None or community is None or over or not community.shares_blocks:
        return
    if all(one.id != network.id for _, one in await memberships.above(turn.uow, community)):
        return
    page = await blocks.takers(turn.uow, row, network.id, after=after, limit=_PAGE)
    for taker in page:
        await _hand_over(row, network, taker, turn)
    if len(page) == _PAGE:
        turn.schedule(SHARE_TIMER, f"{row.id}:{network.id}:{page[-1].id}", turn.now)


async def _hand_over(row: Block, network: Network, taker: Community, turn: Turn) -> None:
    """Let one community take a block over, or ask its connectors. Nobody blocks their own connectors."""
    if Role.CONNECTOR in await members.roles(turn.uow, row.member_id, community=taker.id):
        return
    asks = taker.accepts_blocks == BlockPolicy.ASK
    copy = Block(
        community_id=taker.id, member_id=row.member_id, reason=row.reason, until=row.until, origin_id=row.id,
        network_id=network.id, created_at=turn.now, state=BlockState.OFFERED if asks else BlockState.ACTIVE,
    )  # fmt: skip
    await turn.uow.add(copy)
    await private_notices.ask_connectors(private_notices.OFFER_CARD, render, copy, taker, turn)
    if not asks:
        await turn.notify(MemberBlocked(taker, row.member_id))


async def origin_of(row: Block, turn: Turn) -> Community | None:
    """Return the community whose block another one repeats."""
    origin = await turn.uow.get(Block, row.origin_id)
    return await turn.uow.get(Community, origin.community_id) if origin is not None else None


async def render(subject: str, turn: Turn) -> Content | None:
    """Render for a connector what another community shares, or what became of it."""
    row = await turn.uow.get(Block, int(subject))
    origin = await origin_of(row, turn) if row is not None else None
    community = await turn.uow.get(Community, row.community_id) if row is not None else None
    if row is None or community is None or origin is None:
        return None
    turn, state = turn.in_language(community.locale), row.state
    args = {
        "name": await private_notices.name_of(row.member_id, turn), "community": community.name, "origin": origin.name,
        "reasoned": bool(row.reason), "reason": row.reason,
    }  # fmt: skip
    take = Button(f"blocktake:{row.id}", turn.label("blockoffer-take"), "✅")
    leave = Button(f"blockleave:{row.id}", turn.label("blockoffer-leave"), "❌")
    lift = Button(f"blocklift:{row.id}", turn.label("appeal-lift"), "↩️")
    buttons = {BlockState.OFFERED: (take, leave), BlockState.ACTIVE: (lift,)}.get(state, ())
    return Content(text=turn.text(f"blockoffer-{state}", **args), buttons=buttons)


async def lift_unshared(notice: PlaceLeftNetwork, turn: Turn) -> None:
    """Lift what was shared in a network, when one of the two communities left it."""
    if isinstance(notice.place, Community):
        await blocks.lift_unshared(turn.uow, notice.place.id, turn.now)
        turn.uow.forget("blocks")

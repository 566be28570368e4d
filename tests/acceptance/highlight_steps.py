"""Steps that the dialogues about highlights and digests share."""

from __future__ import annotations

from bots.features.digests import rules
from storage.tables import Network
from tests.stage import Stage

NET = "#network"


async def create_relaying_community(stage: Stage, **settings: object) -> None:
    """Create a community that relays to a network; three reactions make a highlight."""
    network = await stage.network(locale="en")
    await stage.community(network=network.id, **settings)  # type: ignore[arg-type]  # keywords pass through
    await stage.say("@carla", "!relay on")


async def create_network_with_digest(stage: Stage, zone: str = "UTC", locale: str = "en") -> Network:
    """Create a network with a digest timer, and a community that relays to it."""
    network = await stage.network(zone=zone, locale=locale)
    async with stage.database.transaction() as uow:
        row = await uow.get(Network, network.id)
        assert row is not None
        due = rules.next_due(row, stage.clock.now())
        assert due is not None
        await stage.set_timer(uow, "digest", str(row.id), due)
    await stage.community(network=network.id)
    await stage.say("@carla", "!relay on")
    return network


async def like(stage: Stage, message: str, *users: str) -> None:
    """React to a message as each of these people; without names, as three of them."""
    for user in users or ("@b", "@c", "@d"):
        await stage.react(user, message, "❤️")


async def post_liked_message(stage: Stage, text: str = "We planted 40 trees!", by: tuple[str, ...] = ()) -> str:
    """Post a message as Anna and let members react to it. Return its id."""
    message = await stage.say("@anna", text)
    await like(stage, message, *by)
    return message


async def nominate_message(stage: Stage, text: str) -> None:
    """Post a message as a member, nominate it, and wait until its hold-back is over."""
    message = await stage.say("@anna", text)
    await stage.say("@carla", "!highlight", reply_to=message)
    await stage.forward(minutes=10)

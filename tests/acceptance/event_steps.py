"""What the dialogues about events have in common."""

from bots.testing import Shown
from storage.tables import Room, RoomRole
from tests.stage import Stage

ASK = "!event Potluck friday 7pm at the garden"


def said(message: Shown) -> str:
    """The text with plain spaces."""
    return message.text.replace("\u202f", " ").replace("\u00a0", " ")


def cards(stage: Stage, room: str = "#lyon") -> list[Shown]:
    """The bot's messages that ask who comes, or did."""
    start = ("Event ", "Événement ", "🚫 Cancelled", "🚫 Annulé")
    return stage.matching(lambda message: message.text.startswith(start), room)


async def planned(stage: Stage, line: str = ASK, by: str = "@carla", room: str = "#lyon") -> Shown:
    """A connector types an event and says yes; returns its card."""
    await stage.say(by, line, room)
    await stage.say(by, "yes", room)
    return cards(stage, room)[-1]


async def gathering(stage: Stage, line: str = ASK, **settings: object) -> Shown:
    """The same in a new community."""
    await stage.community(**settings)  # type: ignore[arg-type]  # keywords pass through
    return await planned(stage, line)


async def answers(stage: Stage, card: Shown, **given: str) -> None:
    """Members answer by reaction or button, in this order; then the card has been drawn."""
    for user, emoji in given.items():
        act = stage.press if stage.capabilities.buttons else stage.react
        await act(f"@{user}", card, emoji)
    await stage.forward(seconds=5)


async def events_room(stage: Stage, community: int | None, room: str = "#events") -> None:
    """A second room of the community, for its events."""
    async with stage.database.transaction() as uow:
        await uow.add(
            Room(
                account="memory", platform="memory", room=room, name="Events", role=RoomRole.EVENTS,
                community_id=community,
                created_at=stage.clock.now(),
            )
        )  # fmt: skip

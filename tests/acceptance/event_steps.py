"""Steps and helpers that the event dialogues share."""

from bots.testing import Shown
from storage.tables import Room, RoomRole
from tests.stage import Stage

EVENT_LINE = "!event Potluck friday 7pm at the garden"


def plain_text(message: Shown) -> str:
    """Return the text of a message with plain spaces."""
    return message.text.replace("\u202f", " ").replace("\u00a0", " ")


def event_cards(stage: Stage, room: str = "#lyon") -> list[Shown]:
    """Return the bot's event cards in a room, oldest first."""
    start = ("Event ", "Événement ", "Termin ", "Evento ", "🚫 Cancelled", "🚫 Annulé")
    return stage.matching(lambda message: message.text.startswith(start), room)


async def announce_event(stage: Stage, line: str = EVENT_LINE, by: str = "@carla", room: str = "#lyon") -> Shown:
    """Type an event line as a connector and confirm it. Return the event's card."""
    await stage.say(by, line, room)
    await stage.say(by, "yes", room)
    return event_cards(stage, room)[-1]


async def set_up_event(stage: Stage, line: str = EVENT_LINE, **settings: object) -> Shown:
    """Create a community and announce an event in it. Return the event's card."""
    await stage.community(**settings)  # type: ignore[arg-type]  # keywords pass through
    return await announce_event(stage, line)


async def rsvp(stage: Stage, card: Shown, **given: str) -> None:
    """Answer an invitation by reaction or button, one member after the other, and wait for the updated card."""
    for user, emoji in given.items():
        act = stage.press if stage.capabilities.buttons else stage.react
        await act(f"@{user}", card, emoji)
    await stage.forward(seconds=5)


async def add_events_room(stage: Stage, community: int | None, room: str = "#events") -> None:
    """Add a second room to a community, for its events."""
    async with stage.database.transaction() as uow:
        await uow.add(
            Room(
                account="memory", platform="memory", room=room, name="Events", role=RoomRole.EVENTS,
                community_id=community,
                created_at=stage.clock.now(),
            )
        )  # fmt: skip


def reminder_messages(stage: Stage, room: str = "#lyon") -> list[Shown]:
    """Return the bot's reminders in a room, oldest first."""
    return stage.matching(lambda message: message.text[0] in "⏰🔔", room)


def first_lines(stage: Stage, room: str = "#lyon") -> list[str]:
    """Return the first line of each reminder."""
    return [plain_text(message).split("\n")[0] for message in reminder_messages(stage, room)]

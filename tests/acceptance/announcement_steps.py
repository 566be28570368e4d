"""Steps that the dialogues about announcements share."""

from __future__ import annotations

from dataclasses import dataclass

from storage.tables import Community, Network
from tests.stage import Stage

NET, LYON, YORK, BONN = "#network", "#lyon", "#york", "#bonn"
WORDS = "The shed opens on Monday"


@dataclass(frozen=True)
class Towns:
    """A network, and its communities by their rooms."""

    network: Network
    by_room: dict[str, Community]


async def three_towns(stage: Stage, **settings: object) -> Towns:
    """Create a network of Lyon (French), York (English) and Bonn (German), without quiet hours; `settings` of Bonn."""
    network, by_room = await stage.network(), dict[str, Community]()
    towns = (("Lyon", "fr", "@carla"), ("York", "en", "@yan"), ("Bonn", "de", "@bea"))
    for name, locale, connector in towns:
        more = settings if name == "Bonn" else {}
        by_room[f"#{name.lower()}"] = await stage.community(
            f"#{name.lower()}", name=name, locale=locale, connector=connector, network=network.id,
            **{"quiet_hours": "", **more},  # type: ignore[arg-type]  # keywords pass through
        )  # fmt: skip
    return Towns(network, by_room)


async def announce(stage: Stage, line: str = f'"{WORDS}"', *, coordinator: str = "@nora", room: str = NET) -> None:
    """Type an announcement, and press the button that sends or schedules it."""
    await stage.say(coordinator, f"!announce {line}", room)
    await stage.press(coordinator, stage.last(room), "✅")
    await stage.forward(seconds=5)

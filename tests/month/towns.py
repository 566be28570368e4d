"""The communities and networks of the month, and how they are founded and joined by what people type."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tests.month.world import Chat, World


@dataclass(frozen=True)
class Town:
    """A community: its platform, language and zone, its connector and its members."""

    name: str
    platform: str
    locale: str
    zone: str
    connector: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Circle:
    """A network: its platform, language and zone, its coordinator, and the names of its communities."""

    name: str
    platform: str
    locale: str
    zone: str
    coordinator: str
    towns: tuple[str, ...]


TOWNS = (
    Town("Lyon", "discord", "fr", "Europe/Paris", "carla", ("amine", "brice", "chloé", "denise", "ewen")),
    Town("Lille", "telegram", "fr", "Europe/Paris", "fanny", ("gaspard", "hugo", "inès", "jade", "karim")),
    Town("Nice", "matrix", "fr", "Europe/Paris", "léna", ("marius", "nour", "océane", "paul", "rose")),
    Town("Sevilla", "telegram", "es", "Europe/Madrid", "alba", ("bruno", "curro", "diana", "elena", "fermín")),
    Town("Gijón", "matrix", "es", "Europe/Madrid", "gala", ("hector", "irene", "jimena", "kike", "laia")),
    Town("Valencia", "discord", "es", "Europe/Madrid", "marta", ("noel", "olga", "pau", "quim", "rita")),
    Town("Leipzig", "matrix", "de", "Europe/Berlin", "anke", ("björn", "cem", "doris", "emil", "frieda")),
    Town("Graz", "telegram", "de", "Europe/Vienna", "gerda", ("hannes", "ida", "jakob", "klara", "lukas")),
    Town("Basel", "discord", "de", "Europe/Zurich", "maja", ("nico", "otto", "petra", "reto", "sina")),
    Town("Leeds", "discord", "en", "Europe/London", "abby", ("barney", "cath", "dev", "ellie", "finn")),
    Town("Cork", "matrix", "en", "Europe/Dublin", "grace", ("hugh", "isla", "jack", "keira", "liam")),
    Town("Halifax", "telegram", "en", "America/Halifax", "mo", ("nell", "oscar", "poppy", "quinn", "ruby")),
)
CIRCLES = (
    Circle("Francophonie", "discord", "fr", "Europe/Paris", "sabine", ("Lyon", "Lille", "Nice")),
    Circle("Iberia", "telegram", "es", "Europe/Madrid", "teresa", ("Sevilla", "Gijón", "Valencia")),
    Circle("Dreiland", "matrix", "de", "Europe/Berlin", "ulrike", ("Leipzig", "Graz", "Basel")),
    Circle("Isles", "discord", "en", "Europe/London", "violet", ("Leeds", "Cork", "Halifax")),
)
COMMONS = Circle("Commons", "matrix", "en", "Europe/London", "wanda", tuple(circle.name for circle in CIRCLES))
_CODE = r"\b([a-z2-9]{8})\. "


async def found(world: World, town: Town) -> Chat:
    """Invite the bot to a room, and make it the home of a community."""
    chat = await _open(world, town, town.connector)
    await chat.say(town.connector, f"!setup {town.name} {town.locale} {town.zone}")
    for member in town.members:
        chat.platform.members[chat.room].append(f"@{member}")
    return chat


async def start(world: World, circle: Circle) -> Chat:
    """Invite the bot to a room, and start a network there."""
    chat = await _open(world, circle, circle.coordinator)
    await chat.say(circle.coordinator, f"!network create {circle.name} {circle.locale} {circle.zone}")
    return chat


async def _open(world: World, place: Town | Circle, who: str) -> Chat:
    chat = world.chat(place.platform, place.name.lower(), place.name, place.zone)
    user = chat.user(who)
    chat.platform.admins.add((chat.room, user))
    chat.platform.invite_bot(chat.room, user, name=place.name)
    await world.settle()
    return chat


async def move(world: World, town: Town, old: Chat, room: str) -> Chat:
    """Make another room the community's home, and leave the old one."""
    chat = await _open(world, Town(room, town.platform, town.locale, town.zone, town.connector, ()), town.connector)
    await chat.say(town.connector, f"!room join {town.name}")
    await chat.say(town.connector, "!room role home")
    await old.say(town.connector, "!room leave")
    return chat


def code_of(chat: Chat, pattern: str = _CODE) -> str:
    """Return the code that the bot sent somebody in private. Transcripts show the same one each time."""
    found = re.search(pattern, chat.sees(pattern).text)
    assert found is not None
    chat.world.secrets.append(found[1])
    return found[1]

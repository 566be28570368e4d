"""Several people in one command: "Anna, Bob", "@anna @bob"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import structs

from bots.commands.declaration import Args
from bots.core.confusables import look_alike
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.dialogs.people import find_person, find_surely
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Identity

MOST_PEOPLE = 10
_BETWEEN = re.compile(r"\s*[,;\n]\s*|\s+(?=@)")
_SIGNS = re.compile(r"[\s,;&@]+")


async def find_people(
    command: str, call: CommandInvoked, args: Args, turn: Turn, pool: Sequence[Identity]
) -> Sequence[Identity]:
    """Return the people whom the command means; nobody when the bot asks who is meant.

    Raises Refusal("person-unknown"), and Refusal("person-one-by-one") where one of several is not clear.
    """
    given = args.text("person").strip()
    parts = [part for part in _BETWEEN.split(given) if part]
    if mentioned := await _mentioned(given, call, turn):
        return mentioned
    if len(parts) < 2 or any(look_alike(one.name, given) for one in pool):
        person = await find_person(command, call, args, turn, pool)
        return [] if person is None else [person]
    if len(parts) > MOST_PEOPLE:
        raise Refusal("person-one-by-one", argument="person", given=given)
    found = [await _sure(part, call, turn, pool) for part in parts]
    return list({one.member_id: one for one in found}.values())


async def _mentioned(given: str, call: CommandInvoked, turn: Turn) -> Sequence[Identity]:
    """Return the mentioned people if they are several, and the text is nothing but their names or ids.

    A reply may mention the author that it answers, who is not in the text.
    """
    if not 1 < len(call.mentions) <= MOST_PEOPLE:
        return []
    known = [await members.identity_by_user(turn.uow, turn.room.platform, user) for user in call.mentions]
    found = [one for one in known if one is not None]
    for one in sorted(found, key=lambda one: -len(one.name)):
        said = one.user if one.user in given else one.name
        if not said or said not in given:
            return []
        given = given.replace(said, "", 1)
    return found if len(found) == len(call.mentions) and not _SIGNS.sub("", given) else []


async def _sure(part: str, call: CommandInvoked, turn: Turn, pool: Sequence[Identity]) -> Identity:
    """Return the person whom one part means beyond doubt."""
    person = await find_surely(structs.replace(call, mentions=()), part, "", turn, pool)
    if person is None:
        raise Refusal("person-one-by-one", argument="person", given=part)
    return person

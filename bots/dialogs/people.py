"""Find the person that somebody typed: by id, by mention, or by a name that only one of the people here has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import regex

from bots.commands.declaration import Arg, Args
from bots.core.card_id import ANSWER_VERB
from bots.core.confusables import look_alike, skeleton
from bots.core.inbound import CommandInvoked
from bots.core.integers import parse_int
from bots.core.outbound import CHOICE_EMOJI, Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Code, Rich, Text, join
from bots.core.sanitize import display_name
from bots.dialogs import prompts
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Identity, Room

PERSON = Arg(name="person", kind="person")
MAX_CHOICES = 5
_ROW = regex.compile(r"#(\d{1,15})")
"""What a button of the choice answers: the row of an identity."""
_OFFERED = "offered"
"""What the dialog remembers beside the answer: the rows to choose from."""


async def find_person(
    command: str, call: CommandInvoked, args: Args, turn: Turn, pool: Sequence[Identity]
) -> Identity | None:
    """Return the person whom the command means. `pool`: the people here. Raises Refusal("person-unknown").

    Everybody chooses their own display name, so a name gives nobody a right by itself. When it is not clear who is
    meant, ask, and return None.
    """
    given = args.text("person").strip()
    found = await find_surely(call, given, args.optional_text(_OFFERED) or "", turn, pool)
    if found is not None:
        return found
    candidates = _of_name(given, pool) or await _candidates(given, pool, turn)
    if not candidates:
        raise Refusal("person-unknown", argument="person", given=given)
    kept = {name: value for name, value in args.values.items() if name != PERSON.name}
    await _ask_which(command, call, given, kept, candidates, turn)
    return None


async def find_surely(
    call: CommandInvoked, given: str, offered: str, turn: Turn, pool: Sequence[Identity]
) -> Identity | None:
    """Return the person with this id, whom the command mentions, or who alone bears exactly this name here."""
    found = await _by_id(given, offered, turn) or await _by_mention(call, given, turn)
    same = _of_name(given, pool)
    exact = len(same) == 1 and same[0].name.casefold() == given.casefold()
    return found or (same[0] if exact else None)


def _of_name(given: str, pool: Sequence[Identity]) -> Sequence[Identity]:
    """Return the people here whose name looks like what was typed."""
    return [] if _resembles_id(given) else [one for one in pool if look_alike(one.name, given)]


async def _by_id(given: str, offered: str, turn: Turn) -> Identity | None:
    """Return the person with this id. On platforms whose ids are unmistakable we need not have met them.

    The row of an identity is only an answer if the question `offered` it: nobody may read our people one by one.
    """
    row = _ROW.fullmatch(given)
    if row is not None and given in offered.split():
        chosen = await turn.uow.get(Identity, parse_int(row[1]))
        return chosen if chosen is not None and chosen.platform == turn.room.platform else None
    known = await members.identity_by_user(turn.uow, turn.room.platform, given)
    pattern = turn.capabilities.user_pattern
    if known is None and pattern and regex.fullmatch(pattern, given) is not None:
        return await _enroll(given, given, turn)
    return known


async def _by_mention(call: CommandInvoked, given: str, turn: Turn) -> Identity | None:
    """Return the only person whom the command mentions.

    Some clients mention the author of the message that a command replies to: there the mention must fit the words.
    """
    if len(call.mentions) != 1:
        return None
    user = call.mentions[0]
    known = await members.identity_by_user(turn.uow, turn.room.platform, user)
    fits = user in given or (known is not None and look_alike(known.name, given.removeprefix("@")))
    if call.reply_to is not None and not fits:
        return None
    return known or await _enroll(user, given, turn)


async def _enroll(user: str, name: str, turn: Turn) -> Identity | None:
    key = (turn.room.platform, user)
    await members.enroll(turn.uow, {key: name.removeprefix("@")}, turn.now)
    return await members.identity_by_user(turn.uow, *key)


def _resembles_id(given: str) -> bool:
    """Return whether somebody typed an id, or half of one: a display name may imitate it."""
    return given.startswith("@") or ":" in given or given.isdigit()


async def _candidates(given: str, pool: Sequence[Identity], turn: Turn) -> Sequence[Identity]:
    """Return the people here whose name contains what was typed, and people of this name from elsewhere."""
    part = skeleton(given)
    here = [one for one in pool if part and part in skeleton(one.name)]
    elsewhere = await members.identities_by_name(turn.uow, turn.room.platform, given.removeprefix("@"))
    return list({one.id: one for one in (*here, *elsewhere)}.values())[:MAX_CHOICES]


async def _ask_which(
    command: str,
    call: CommandInvoked,
    given: str,
    kept: Mapping[str, object],
    candidates: Sequence[Identity],
    turn: Turn,
) -> None:
    """Offer the candidates, each with their id and the room in which they were seen. `kept`: the other arguments."""
    lines = [turn.answer_text("person-which", given=given)]
    for emoji, one in zip(CHOICE_EMOJI, candidates, strict=False):
        lines.append((Text(f"{emoji} "), *await _describe(one, turn)))
    buttons = tuple(
        Button(f"{ANSWER_VERB}:{PERSON.name}:#{one.id}", display_name(one.name), emoji)
        for emoji, one in zip(CHOICE_EMOJI, candidates, strict=False)
    )
    offered = " ".join(f"#{one.id}" for one in candidates)
    await prompts.expect(call, command, PERSON, {**kept, _OFFERED: offered}, turn)
    turn.answer_content(Content(text=join(lines), buttons=buttons, asks=True))


async def _describe(one: Identity, turn: Turn) -> Rich:
    """Return a person's name, id and room. Rooms of others are not named."""
    room = await turn.uow.get(Room, one.room_id) if one.room_id is not None else None
    owner = turn.place.id
    here = room is not None and owner == (room.community_id if turn.room_context.community else room.network_id)
    name, user = Text(display_name(one.name)), Code(one.user)
    if room is None or not here:
        return turn.answer_text("person-elsewhere", name=name, user=user)
    return turn.answer_text("person-here", name=name, user=user, room=display_name(room.name or room.room))

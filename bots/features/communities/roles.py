"""Connectors, greeters, and what is known of me."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.core.sanitize import name as safe_name
from bots.features.communities import rules
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Community, Identity, Member

Handler = Callable[[CommandInvoked, Args, Turn], Awaitable[None]]


async def _find(call: CommandInvoked, args: Args, turn: Turn) -> Identity:
    """The person meant: mentioned, named by platform id, or by a shown name that one person bears."""
    given, platform = args.text("person").strip(), call.person.platform
    user = call.mentions[0] if call.mentions else given
    found = await members.by_user(turn.uow, platform, user)
    if found is None and call.mentions:
        await members.enroll(turn.uow, {(platform, user): given.removeprefix("@")}, turn.now)
        found = await members.by_user(turn.uow, platform, user)
    return found or _only(await members.by_name(turn.uow, platform, given.removeprefix("@")), given)


def _only(named: Sequence[Identity], given: str) -> Identity:
    """The one who bears the name. Raises Refusal("person-unknown" | "person-several")."""
    if len(named) > 1:
        raise Refusal("person-several", argument="person", given=given, users=tuple(who.user for who in named))
    if not named:
        raise Refusal("person-unknown", argument="person", given=given)
    return named[0]


def _community(turn: Turn) -> Community:
    assert turn.scene.community is not None, "declared with needs='community'"
    return turn.scene.community


def adder(role: str) -> Handler:
    """The handler of `<role> add`."""

    async def add(call: CommandInvoked, args: Args, turn: Turn) -> None:
        who = await _find(call, args, turn)
        new = await members.name_animator(turn.uow, who.member_id, role, community=_community(turn).id)
        turn.answer(f"{role}-added" if new else f"{role}-already", name=safe_name(who.name))

    return add


def remover(role: str) -> Handler:
    """The handler of `<role> remove`; the last connector stays."""

    async def remove(call: CommandInvoked, args: Args, turn: Turn) -> None:
        who = await _find(call, args, turn)
        holders = await members.animators(turn.uow, role, community=_community(turn).id)
        held = [holder for holder in holders if holder.member_id == who.member_id]
        if not held:
            raise Refusal(f"{role}-not", name=safe_name(who.name))
        if role == "connector" and len(holders) == 1:
            raise Refusal("connector-last", name=safe_name(who.name))
        await turn.uow.delete(held[0])
        turn.answer(f"{role}-removed", name=safe_name(who.name))

    return remove


def lister(role: str) -> Handler:
    """The handler of `<role> list`."""

    async def show(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
        holders = await members.animators(turn.uow, role, community=_community(turn).id)
        found = await members.platform_users(turn.uow, [holder.member_id for holder in holders], turn.room.platform)
        if found:
            turn.answer(f"{role}-list", count=len(found), names=_names(found))
        else:
            turn.answer(f"{role}-none")

    return show


def _names(found: Sequence[Identity]) -> tuple[str, ...]:
    return tuple(safe_name(who.name) for who in found)


async def me(call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """What the bot knows of the person who asks."""
    member = await turn.uow.get(Member, turn.member)
    assert member is not None, "whoever asks is a member"
    roles = await members.roles(
        turn.uow,
        turn.member,
        turn.scene.community.id if turn.scene.community else None,
        turn.scene.network.id if turn.scene.network else None,
    )
    accounts = tuple(who.user for who in await members.identities(turn.uow, turn.member))
    turn.answer(
        "me-shown",
        name=safe_name(call.person.name),
        accounts=accounts,
        language=member.locale or turn.scene.locale,
        relay=turn.label(f"me-relay-word-{member.relay}"),
        roles=tuple(turn.label(f"role-{role}") for role in sorted(roles)) or (turn.label("role-member"),),
    )


async def my_language(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """The language of what only I read."""
    member = await turn.uow.get(Member, turn.member)
    assert member is not None, "whoever asks is a member"
    member.locale = rules.locale(args.text("locale"))
    turn.answer(f"me-language-{member.locale}")

"""Connectors and greeters; `me` and `me language`."""

from __future__ import annotations

from collections.abc import Sequence

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.sanitize import display_name
from bots.features.communities import rules
from bots.i18n import texts
from bots.routing.feature import CommandHandler
from bots.turn.authorization import held_roles
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Identity, Role


async def _find_person(call: CommandInvoked, args: Args, turn: Turn) -> Identity:
    """Return the person whom the command mentions, or names by their platform id or a unique display name."""
    given, platform = args.text("person").strip(), call.person.platform
    user = call.mentions[0] if call.mentions else given
    identity = await members.identity_by_user(turn.uow, platform, user)
    if identity is None and call.mentions:
        await members.enroll(turn.uow, {(platform, user): given.removeprefix("@")}, turn.now)
        identity = await members.identity_by_user(turn.uow, platform, user)
    return identity or _only(await members.identities_by_name(turn.uow, platform, given.removeprefix("@")), given)


def _only(matches: Sequence[Identity], given: str) -> Identity:
    """Return the only match. Raises Refusal("person-unknown" | "person-several")."""
    if len(matches) > 1:
        users = tuple(identity.user for identity in matches)
        raise Refusal("person-several", argument="person", given=given, users=users)
    if not matches:
        raise Refusal("person-unknown", argument="person", given=given)
    return matches[0]


def add_command(role: Role) -> CommandHandler:
    """Return the handler of `<role> add`."""

    async def add(call: CommandInvoked, args: Args, turn: Turn) -> None:
        person = await _find_person(call, args, turn)
        added = await members.assign_role(turn.uow, person.member_id, role, community=turn.community.id)
        turn.answer(f"{role}-added" if added else f"{role}-already", name=display_name(person.name))

    return add


def remove_command(role: Role) -> CommandHandler:
    """Return the handler of `<role> remove`. It refuses to remove the last connector."""

    async def remove(call: CommandInvoked, args: Args, turn: Turn) -> None:
        person = await _find_person(call, args, turn)
        assignments = await members.role_assignments(turn.uow, role, community=turn.community.id)
        assignment = next((each for each in assignments if each.member_id == person.member_id), None)
        if assignment is None:
            raise Refusal(f"{role}-not", name=display_name(person.name))
        if role == Role.CONNECTOR and len(assignments) == 1:
            raise Refusal("connector-last", name=display_name(person.name))
        await turn.uow.delete(assignment)
        turn.answer(f"{role}-removed", name=display_name(person.name))

    return remove


def list_command(role: Role) -> CommandHandler:
    """Return the handler of `<role> list`."""

    async def show(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
        assignments = await members.role_assignments(turn.uow, role, community=turn.community.id)
        holders = [assignment.member_id for assignment in assignments]
        identities = await members.identities_on_platform(turn.uow, holders, turn.room.platform)
        if identities:
            names = tuple(display_name(identity.name) for identity in identities)
            turn.answer(f"{role}-list", count=len(identities), names=names)
        else:
            turn.answer(f"{role}-none")

    return show


async def show_me(call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Answer with everything the bot stores about the person."""
    member = await turn.acting_member()
    roles = await held_roles(turn)
    accounts = tuple(identity.user for identity in await members.identities(turn.uow, turn.member_id))
    turn.answer(
        "me-shown",
        name=display_name(call.person.name),
        accounts=accounts,
        language=member.locale or turn.room_context.locale,
        relay=turn.label(f"me-relay-word-{member.relay}"),
        roles=tuple(turn.label(f"role-{role}") for role in sorted(roles)) or (turn.label("role-member"),),
    )


async def set_my_language(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Set the language of private answers to the person."""
    member = await turn.acting_member()
    member.locale = rules.locale(args.text("locale"))
    turn.answer_content(Content(text=texts.rich(member.locale, "me-language-set")))

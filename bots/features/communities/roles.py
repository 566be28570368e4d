"""Connectors and greeters; `me` and `me language`."""

from __future__ import annotations

from typing import TypedDict

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.core.sanitize import display_name
from bots.dialogs.people import find_person
from bots.features.communities import rules
from bots.features.communities.several_people import find_people
from bots.i18n import languages, texts
from bots.routing.feature import CommandHandler
from bots.turn.authorization import held_roles
from bots.turn.mentions import mention
from bots.turn.notices import LanguageChosen
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Network, Role


class _Owner(TypedDict):
    community: int | None
    network: int | None


def _role_here(role: Role, turn: Turn) -> tuple[Role, _Owner]:
    """Return the role in the room's community; in a network's room its coordinators do what connectors do elsewhere."""
    if role == Role.CONNECTOR and isinstance(turn.place, Network):
        return Role.COORDINATOR, _Owner(community=None, network=turn.place.id)
    return role, _Owner(community=turn.community.id, network=None)


def add_command(role: Role) -> CommandHandler:
    """Return the handler of `<role> add`."""

    async def add(call: CommandInvoked, args: Args, turn: Turn) -> None:
        pool = await members.identities_in_place(turn.uow, turn.place, turn.room.platform)
        lines, (here, owner) = list[Rich](), _role_here(role, turn)
        for person in await find_people(f"{role} add", call, args, turn, pool):
            turn.describe_act(subject=person.member_id)
            added = await members.assign_role(turn.uow, person.member_id, here, **owner)
            if here == Role.CONNECTOR:
                turn.note_connector(person.user)
            lines.append(turn.answer_text(f"{here}-added" if added else f"{here}-already", name=mention(person)))
        if lines:
            turn.answer_content(Content(text=join(lines)))

    return add


def remove_command(role: Role) -> CommandHandler:
    """Return the handler of `<role> remove`. It refuses to remove the last connector or coordinator."""

    async def remove(call: CommandInvoked, args: Args, turn: Turn) -> None:
        here, owner = _role_here(role, turn)
        assignments = await members.role_assignments(turn.uow, here, **owner)
        holders = [assignment.member_id for assignment in assignments]
        pool = await members.identities_on_platform(turn.uow, holders, turn.room.platform)
        person = await find_person(f"{role} remove", call, args, turn, pool)
        if person is None:
            return
        assignment = next((each for each in assignments if each.member_id == person.member_id), None)
        if assignment is None:
            raise Refusal(f"{here}-not", name=mention(person))
        if role == Role.CONNECTOR and len(assignments) == 1:
            raise Refusal(f"{here}-last", name=mention(person))
        await turn.uow.delete(assignment)
        turn.describe_act(subject=person.member_id)
        turn.answer(f"{here}-removed", name=mention(person))

    return remove


def list_command(role: Role) -> CommandHandler:
    """Return the handler of `<role> list`."""

    async def show(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
        here, owner = _role_here(role, turn)
        identities = await members.role_holders(turn.uow, turn.room.platform, here, **owner)
        if identities:
            names = tuple(display_name(identity.name) for identity in identities)
            turn.answer(f"{here}-list", count=len(identities), names=names)
        else:
            turn.answer(f"{here}-none")

    return show


async def show_me(call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Answer with everything the bot stores about the person."""
    member = await turn.acting_member()
    roles = await held_roles(turn)
    accounts = tuple(identity.user for identity in await members.identities(turn.uow, turn.member_id))
    shown = turn.answer_text(
        "me-shown",
        name=display_name(call.person.name),
        accounts=accounts,
        language=languages.language(languages.supported(member.locale or turn.room_context.locale)).name,
        relay=turn.label(f"me-relay-word-{member.relay}"),
        roles=tuple(turn.label(f"role-{role}") for role in sorted(roles)) or (turn.label("role-member"),),
    )
    own = turn.answer_text("me-shown-zone", zone=member.zone) if member.zone else ()
    digest = turn.answer_text(f"me-shown-digest-{member.digest_every}") if member.digest_identity else ()
    turn.answer_content(Content(text=(*shown, *own, *digest)))


async def set_my_language(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Set the language of private answers to the person."""
    member = await turn.acting_member()
    member.locale = rules.locale(args.text("locale"))
    turn.answer_content(Content(text=texts.rich(member.locale, "me-language-set")))
    await turn.notify(LanguageChosen())

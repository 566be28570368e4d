"""`config`: the settings of a community, or of a network in its own room."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Code, Rich, Text, join
from bots.core.sanitize import cut
from bots.dialogs.invocation import held_roles
from bots.features.communities import rules
from bots.features.digests.rules import next_due
from bots.turn.turn import Turn
from storage.tables import Community, Network


async def config(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`config` shows the settings, `config KEY` one, `config KEY VALUE` sets it."""
    owner, settings = await _owner(call, turn)
    typed, value = args.maybe("key"), args.maybe("value")
    if typed is None:
        turn.answer_content(Content(text=_all(owner, settings, turn)))
        return
    key = rules.key(typed, settings, turn.scene.locale)
    setting = settings[key]
    if value is not None:
        setattr(owner, setting.column, setting.read(value))
        if isinstance(owner, Network) and setting.column in {"zone", "digest_hour"}:
            turn.schedule("digest", str(owner.id), next_due(owner, turn.now))
    said = "config-one" if value is None else _done(owner, setting)
    turn.answer(said, key=rules.called(key, turn.scene.locale), value=_value(owner, setting, turn))


async def _owner(call: CommandInvoked, turn: Turn) -> tuple[Community | Network, Mapping[str, rules.Setting]]:
    """Whose settings these are: a network's in its highlights room, for coordinators; else the community's."""
    place = turn.scene
    if place.community is not None:
        return place.community, rules.COMMUNITY
    assert place.network is not None, "declared with needs='owned'"
    roles = await held_roles(turn)
    if "coordinator" not in roles and not call.person.admin:
        raise Refusal("right-coordinator", command="config")
    return place.network, rules.NETWORK


def _done(owner: Community | Network, setting: rules.Setting) -> str:
    if isinstance(owner, Community) and setting.column == "zone":
        return "config-zone-set"
    return "config-set"


def _value(owner: Community | Network, setting: rules.Setting, turn: Turn) -> str:
    return rules.shown(getattr(owner, setting.column), turn.scene.locale)


def _all(owner: Community | Network, settings: Mapping[str, rules.Setting], turn: Turn) -> Rich:
    lines: list[Rich] = [turn.text("config-title", name=owner.name)]
    for key, setting in settings.items():
        value = cut(" ".join(_value(owner, setting, turn).split()), 60)
        lines.append((Code(rules.called(key, turn.scene.locale)), Text(f": {value}")))
    lines.append(turn.text("config-foot"))
    return join(lines)

"""`config`: the settings of a community, or of a network in the network's room."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.permissions import Right
from bots.core.richtext import Code, Rich, Text, join
from bots.core.sanitize import truncate
from bots.features.communities import names, rules
from bots.features.communities.rules import Setting
from bots.turn.authorization import held_roles, lacking_right
from bots.turn.notices import NetworkSettingChanged
from bots.turn.turn import Turn
from storage.tables import Community, Network, Role

_LISTED_VALUE_LENGTH = 60


async def configure(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `config` (list the settings), `config KEY` (show one) and `config KEY VALUE` (change it)."""
    owner, settings = await _owner(call, turn)
    typed, value = args.optional_text("key"), args.optional_text("value")
    if typed is None:
        turn.answer_content(Content(text=_list_settings(owner, settings, turn)))
        return
    key = rules.match_setting(typed, settings, turn.room_context.locale)
    setting = settings[key]
    if value is not None:
        parsed = setting.parse(value)
        if setting.column == "name":
            await _check_name(str(parsed), owner, turn)
        setattr(owner, setting.column, parsed)
        if isinstance(owner, Network):
            await turn.notify(NetworkSettingChanged(owner, setting.column))
    text_id = "config-one" if value is None else setting.confirmation
    turn.answer(text_id, key=rules.setting_label(key, turn.room_context.locale), value=_value(owner, setting, turn))


async def _owner(call: CommandInvoked, turn: Turn) -> tuple[Community | Network, Mapping[str, Setting]]:
    """Return the room's community; in a network's room the network, which only its coordinators may configure."""
    if turn.room_context.community is not None:
        return turn.community, rules.COMMUNITY_SETTINGS
    if Role.COORDINATOR not in await held_roles(turn) and not call.person.admin:
        raise await lacking_right(Right.COORDINATOR, "config", turn)
    return turn.network, rules.NETWORK_SETTINGS


async def _check_name(name: str, owner: Community | Network, turn: Turn) -> None:
    """Raise Refusal if readers may take the name for the bot, the network, or a sister community."""
    names.check_not_ours(name, "value")
    if turn.room_context.network is not None:
        await names.check_free(name, owner, turn.network, turn, "value")


def _value(owner: Community | Network, setting: Setting, turn: Turn) -> str:
    return rules.format_value(getattr(owner, setting.column), turn.room_context.locale)


def _list_settings(owner: Community | Network, settings: Mapping[str, Setting], turn: Turn) -> Rich:
    lines: list[Rich] = [turn.text("config-title", name=owner.name)]
    for key, setting in settings.items():
        value = truncate(" ".join(_value(owner, setting, turn).split()), _LISTED_VALUE_LENGTH)
        lines.append((Code(rules.setting_label(key, turn.room_context.locale)), Text(f": {value}")))
    lines.append(turn.text("config-foot"))
    return join(lines)

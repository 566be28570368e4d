"""`alerts`: which matters of its communities a network's coordinators hear of, and after how long."""

from __future__ import annotations

from bots.commands import localization
from bots.commands.declaration import Arg, Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.features.coordination import alert_rules
from bots.i18n import answers, texts
from bots.turn import network_parts
from bots.turn.turn import Turn
from storage.queries import alerts
from storage.tables import AlertKind, AlertRule, Network

_MOST_NAMED = 20
_KINDS = Arg(name="value", choices=tuple(AlertKind))


async def configure(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `alerts`, `alerts on|off`, `alerts on|off KIND`, `alerts on|off NAME`, `alerts KIND on|off`,
    `alerts KIND LENGTH`.

    Raises Refusal.
    """
    network, what, value = turn.network, args.optional_text("what"), args.optional_text("value")
    kind = localization.find_choice(value, _KINDS) if value is not None and what in ("on", "off") else None
    if what is not None and kind is not None:
        await _change(AlertKind(kind), what, network, turn)
    elif what in ("on", "off"):
        await _switch(what == "on", value, network, turn)
    elif what is not None and value is not None:
        await _change(AlertKind(what), value, network, turn)
    turn.answer_content(Content(text=await _show(network, turn)))


async def _switch(on: bool, names: str | None, network: Network, turn: Turn) -> None:
    """Switch all alerts, or those about some communities. Raises Refusal("alerts-of-network"), or for unknown names."""
    if names is None:
        for each in AlertKind:
            (await _stored(each, network, turn)).enabled = on
        return
    for part, membership in await network_parts.named(names, network, turn, argument="value"):
        if isinstance(part, Network):
            raise Refusal("alerts-of-network", argument="value", given=part.name)
        membership.alerts = on


async def _change(kind: AlertKind, value: str, network: Network, turn: Turn) -> None:
    switch = answers.match(value, "on", "yes", "off", "no")
    label = texts.words(turn.answer_locale, f"choice-{kind}")
    minutes = alert_rules.parse_after(kind, value, label) if switch is None else None
    rule = await _stored(kind, network, turn)
    rule.enabled = switch not in ("off", "no")
    rule.after_minutes = minutes if minutes is not None else rule.after_minutes


async def _stored(kind: AlertKind, network: Network, turn: Turn) -> AlertRule:
    """Return a network's rule for a kind, with a row of its own."""
    present = (await alerts.rules_of(turn.uow, network.id)).get(kind)
    return present or await turn.uow.add(alert_rules.rule_of(network.id, kind, {}))


async def _show(network: Network, turn: Turn) -> Rich:
    rules = await alerts.rules_of(turn.uow, network.id)
    lines = [turn.answer_text("alerts-title", network=network.name)]
    for kind in AlertKind:
        rule = alert_rules.rule_of(network.id, kind, rules)
        text_id = f"alerts-line-{kind}" if rule.enabled else "alerts-line-off"
        label = texts.words(turn.answer_locale, f"choice-{kind}")
        lines.append(turn.answer_text(text_id, kind=label, span=_span(rule, turn)))
    untold = [community.name for community in await alerts.untold(turn.uow, network.id)]
    if untold:
        more = texts.words(turn.answer_locale, "network-parts-more", {"count": len(untold) - _MOST_NAMED})
        names = ", ".join([*untold[:_MOST_NAMED], more] if len(untold) > _MOST_NAMED else untold)
        lines.append(turn.answer_text("alerts-line-untold", names=names))
    return join([*lines, turn.answer_text("alerts-footer")])


def _span(rule: AlertRule, turn: Turn) -> str:
    days, minutes = divmod(rule.after_minutes, 24 * 60)
    parts = {"lead-days": days, "lead-hours": minutes // 60, "lead-minutes": minutes % 60}
    return " ".join(texts.words(turn.answer_locale, name, {"count": count}) for name, count in parts.items() if count)

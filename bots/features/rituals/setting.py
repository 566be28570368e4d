"""`ritual set`: whether volunteers host the rounds, and when a ritual goes silent."""

from __future__ import annotations

from dataclasses import replace

from bots.commands import localization
from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.integers import parse_int
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.features.rituals import hosts, lookup
from bots.features.rituals.reading import Plan
from bots.i18n import answers
from bots.turn.turn import Turn
from storage.queries import rituals
from storage.tables import Ritual

MAX_ROUNDS = 20
_HOSTS = ("volunteers", "nobody")


async def set_ritual(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `ritual set [number] host=… silence=…`. Without values, say what is set and how to change it."""
    ritual = await lookup.find(args, turn)
    if args.optional_text("changes"):
        raise Refusal("ritual-set-how", number=str(ritual.number))
    before = ritual.rotates
    set_values(ritual, args)
    if ritual.rotates != before:
        await hosts.draw_again(await rituals.newest_round(turn.uow, ritual.id), ritual, turn)
    own = turn.in_language(turn.answer_locale)
    parts = [own.text("ritual-set-now", number=str(ritual.number), title=lookup.title(ritual)), lines(ritual, own)]
    if not any(name in args.values for name in ("host", "silence")):
        parts.append(own.text("ritual-set-how", number=str(ritual.number)))
    turn.answer_content(Content(text=join(parts)))


def set_values(ritual: Ritual, args: Args) -> None:
    """Store typed values. Raises Refusal("ritual-host-unreadable" | "ritual-silence-unreadable")."""
    host, silence = args.optional_text("host"), args.optional_text("silence")
    if host is not None:
        ritual.rotates = _rotates(host)
    if silence is not None:
        ritual.silent_after = _rounds(silence)


def of_plan(plan: Plan, args: Args) -> Plan:
    """Return a plan with typed values. Raises Refusal("ritual-host-unreadable" | "ritual-silence-unreadable")."""
    host, silence = args.optional_text("host"), args.optional_text("silence")
    rotates = plan.rotates if host is None else _rotates(host)
    return replace(plan, rotates=rotates, silent_after=plan.silent_after if silence is None else _rounds(silence))


def _rotates(text: str) -> bool:
    chosen = localization.match_choice(text, "choice", _HOSTS)
    answer = answers.match(text, "yes", "on", "no", "none", "off")
    if chosen is None and answer is None:
        raise Refusal("ritual-host-unreadable", argument="host", given=text)
    return chosen == "volunteers" or answer in ("yes", "on")


def _rounds(text: str) -> int:
    if localization.match_choice(text, "choice", ("never",)) or answers.match(text, "no", "none", "off"):
        return 0
    rounds = parse_int(text.strip()) or 0
    if not 1 <= rounds <= MAX_ROUNDS:
        raise Refusal("ritual-silence-unreadable", argument="silence", given=text, limit=MAX_ROUNDS)
    return rounds


def lines(ritual: Ritual, turn: Turn) -> Rich:
    """Return what is set, a line each."""
    silence = "ritual-silence-after" if ritual.silent_after else "ritual-silence-never"
    host = "ritual-rotates" if ritual.rotates else "ritual-rotates-not"
    return join([turn.text(host), turn.text(silence, count=ritual.silent_after)])

"""`poll edit 3 quorum=5`: other rules for an open poll. Once people have voted, only those that decide nothing."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import structs

from bots.commands.declaration import Args
from bots.core.refusal import Refusal
from bots.features.polls import settings_reading
from bots.features.polls.settings import Settings
from storage.tables import PollKind

_AT_ANY_TIME = ("reasons", "remind", "early", "additions")
"""What may change while people vote: it changes no ballot's meaning."""
_BEFORE_VOTES = ("anonymous", "hidden", "quorum", "threshold", "emoji")
NAMES = (*_BEFORE_VOTES, *_AT_ANY_TIME)
"""The arguments that change the rules of a poll."""
_FREE_FIELDS = ("reasons", "remind_minutes", "early", "additions")
FIELDS = ("anonymous", "hidden", "quorum", "threshold", "emoji", *_FREE_FIELDS)
"""The settings that may change, and the emojis, which go with the options."""
_KEPT_FIELDS = ("dates", "removed_at", "repeats")


def merge(old: Settings, args: Args, kind: PollKind, count: int) -> Settings:
    """Return the settings with those that the arguments name; `count`: of the options. Raises Refusal about one."""
    typed = {name: args.text(name) for name in NAMES if name in args.values}
    if not typed:
        return old
    if old.anonymous and typed.get("anonymous") == "no":
        raise Refusal("poll-anonymous-stays", argument="anonymous")
    values = _with_signs(settings_reading.as_values(old), count)
    for name, text in typed.items():
        if settings_reading.is_none(text):
            values.pop(name, None)
        else:
            values[name] = text
    read = settings_reading.read(Args(values), kind, count)
    return structs.replace(read, **{name: getattr(old, name) for name in _KEPT_FIELDS})


def _with_signs(values: Mapping[str, str], count: int) -> dict[str, str]:
    """Return the values, without own emoji of another number of options."""
    return {name: text for name, text in values.items() if name != "emoji" or len(text.split()) == count}


def check(old: Settings, new: Settings, number: int) -> None:
    """Raise Refusal("poll-edit-rules-voted") if a rule changes after people voted under it."""
    free = {name: getattr(new, name) for name in (*_FREE_FIELDS, *_KEPT_FIELDS)}
    if structs.replace(old, **free) != new:
        raise Refusal("poll-edit-rules-voted", number=number)

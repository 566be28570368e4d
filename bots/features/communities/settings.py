"""The settings of communities and networks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from bots.commands import localization, synonyms
from bots.commands.checks import known_zone
from bots.commands.folding import fold
from bots.core.refusal import Refusal
from bots.core.similarity import suggestions
from bots.dates import durations, leads, public_holidays
from bots.features.communities import history, rules
from bots.features.communities.highlight_settings import (
    ANY,
    parse_age,
    parse_carry,
    parse_emoji,
    parse_threshold,
    show_age,
    show_carry,
    show_emoji,
    show_threshold,
)
from bots.features.communities.setting_values import (
    Choice,
    parse_choice,
    parse_holidays,
    parse_name,
    parse_quiet_hours,
    parse_reminders,
    parse_review,
    parse_switch,
    parse_text,
)
from bots.features.communities.typed_numbers import number
from bots.i18n import answers, languages, texts
from bots.turn.lead_text import describe_lead
from storage.tables import AfterEvents, AnnouncementStyle, ConsentStyle, DigestEvery, PollStyle, Unanswered

_MAX_NAME_WORDS = 3
_SIGNS = " :=：\u00a0\u202f"
"""Between a setting and its value: `rules: be kind`, `rules = be kind`."""
_EMPTYING = frozenset({"remove", "delete", "cancel"})
_LIKELY_TYPO = 80
"""If only one name is at least so similar, of a hundred, the person meant it."""


@dataclass(frozen=True)
class Setting:
    """A setting: its column, the parser of its values (raises Refusal), and the text that confirms a change.

    `topic`: its topic in the help. `unit`: the text `unit-<unit>` shows the value with it.
    `values`: the choices; with `free`, people may type others. `show` makes a value's text from it and a language.
    """

    column: str
    parse: Callable[[str], object]
    confirmation: str = "config-set"
    topic: str = "community"
    unit: str = ""
    values: tuple[str, ...] = ()
    show: Callable[[object, str], str] | None = None
    free: bool = False


_SWITCH = ("on", "off")


def _choice(column: str, choices: type[Choice], *, topic: str) -> Setting:
    return Setting(column, partial(parse_choice, choices), topic=topic, values=tuple(map(str, choices)))


_HISTORY = Setting(
    history.COLUMN, history.parse, topic="community", values=(history.ALWAYS,), show=history.show, free=True
)
_DIGEST = _choice("digest_every", DigestEvery, topic="network")
_DIGEST_HOUR = Setting("digest_hour", number(0, 23, "hour"), topic="network", unit="hour")

# A new setting is a column of the table and one line here. Each language names it in `setting-<key>` and explains it in
# `about-<key>`.
COMMUNITY_SETTINGS: Mapping[str, Setting] = {
    "name": Setting("name", parse_name),
    "locale": Setting("locale", rules.locale, values=languages.codes()),
    "zone": Setting("zone", known_zone, confirmation="config-zone-set"),
    "welcome": Setting("welcome", parse_text, topic="newcomers"),
    "rules": Setting("rules", parse_text, topic="newcomers"),
    "question": Setting("question", parse_text, topic="newcomers"),
    "greeting-seconds": Setting("greeting_seconds", number(0, 3600, "seconds"), topic="newcomers", unit="seconds"),
    "greeter-minutes": Setting("greeter_minutes", number(1, 10080, "minutes"), topic="newcomers", unit="minutes"),
    "quiet-hours": Setting("quiet_hours", parse_quiet_hours, topic="community"),
    "reminders": Setting("reminders", parse_reminders, topic="events"),
    "after-events": _choice("after_events", AfterEvents, topic="events"),
    "holidays": Setting("holidays", parse_holidays, topic="events"),
    "next-date": Setting("next_date_days", number(0, 60, "days"), topic="events", unit="days"),
    "poll-style": _choice("poll_style", PollStyle, topic="community"),
    "poll-chart": Setting("poll_chart", parse_switch, topic="community", values=_SWITCH),
    "history": _HISTORY,
    "consent": _choice("consent", ConsentStyle, topic="network"),
    "threshold": Setting("threshold", parse_threshold, topic="network", show=show_threshold),
    "highlight-age": Setting(
        "highlight_age_minutes", parse_age, topic="network", values=(ANY,), show=show_age, free=True
    ),
    "highlight-emoji": Setting(
        "highlight_emoji", parse_emoji, topic="network", values=(ANY,), show=show_emoji, free=True
    ),
    "hold-back": Setting("hold_back_minutes", number(0, 1440, "minutes"), topic="network", unit="minutes"),
    "digest": _DIGEST,
    "digest-hour": _DIGEST_HOUR,
    "announcements": _choice("announcements", AnnouncementStyle, topic="network"),
    "unanswered": _choice("unanswered", Unanswered, topic="network"),
    "listening": Setting("receives_highlights", parse_switch, topic="network", values=_SWITCH),
}
NETWORK_SETTINGS: Mapping[str, Setting] = {
    "name": Setting("name", parse_name),
    "locale": Setting("locale", rules.locale, values=languages.codes()),
    "zone": Setting("zone", known_zone),
    "quiet-hours": Setting("quiet_hours", parse_quiet_hours, topic="community"),
    "reminders": Setting("reminders", parse_reminders, topic="events"),
    "poll-style": _choice("poll_style", PollStyle, topic="community"),
    "poll-chart": Setting("poll_chart", parse_switch, topic="community", values=_SWITCH),
    "history": _HISTORY,
    "digest": _DIGEST,
    "digest-hour": _DIGEST_HOUR,
    "digest-review": Setting("digest_review", parse_review, topic="network"),
    "digest-waits": Setting("digest_waits", parse_switch, topic="network", values=_SWITCH),
    "auto-pick": Setting("carry_people", parse_carry, topic="network", values=("never",), show=show_carry, free=True),
    "answer-hours": Setting("answer_hours", number(1, 168, "hours"), topic="network", unit="hours"),
}


def format_value(setting: Setting, value: object, locale: str) -> str:
    """Return a setting's value as people read it, with its unit."""
    if setting.show is not None:
        return setting.show(value, locale)
    if isinstance(value, bool):
        return texts.words(locale, "choice-on" if value else "choice-off")
    if isinstance(value, StrEnum):
        return texts.words(locale, f"choice-{value}")
    if setting.unit:
        return texts.words(locale, f"unit-{setting.unit}", {"count": value})
    if setting.column == "locale":
        return languages.language(languages.supported(str(value))).name
    if setting.column == "digest_review" and value:
        return describe_lead(durations.Offset(*divmod(int(str(value)), 1440)), locale)
    if setting.column == "reminders" and value:
        return ", ".join(describe_lead(offset, locale) for offset in leads.parse_leads(str(value)))
    if setting.column == "holidays" and value:
        return public_holidays.name_of(str(value), locale)
    return str(value or "") or texts.words(locale, "config-none")


def value_label(setting: Setting, value: str, locale: str) -> str:
    """Return the label of a choice, for a button."""
    if setting.column == "locale":
        return languages.language(value).name
    return texts.words(locale, f"choice-{value}")


def setting_label(key: str, locale: str) -> str:
    """Return a setting's key in this language."""
    return texts.words(locale, f"setting-{key}")


def match_setting(
    typed: str, value: str | None, settings: Mapping[str, Setting], locale: str
) -> tuple[str, str | None]:
    """Return the key of the setting that somebody typed, and its value.

    The name may have more words than one ("quiet hours 22-7"). Raises Refusal("config-unknown") with the nearest ones.
    """
    if switched := _switched(typed, value, settings):
        return switched
    words = (value or "").split(maxsplit=_MAX_NAME_WORDS)
    for more in range(min(len(words), _MAX_NAME_WORDS - 1), -1, -1):
        if (key := _find_setting(" ".join((typed, *words[:more])), settings)) is not None:
            rest = (value or "").split(maxsplit=more)[more:] if more else [value] if value else []
            return key, (rest[0].lstrip(_SIGNS) or None) if rest else None
    labels = tuple(setting_label(key, locale) for key in settings)
    rated = suggestions(typed.strip().lower(), {label: label for label in labels}, limit=2)
    sure = rated[0][1] >= _LIKELY_TYPO > rated[-1][1]
    nearest = tuple(label for label, _ in (rated[:1] if sure else rated))
    raise Refusal("config-unknown", argument="key", given=typed, nearest=nearest, keys=labels)


def _switched(typed: str, value: str | None, settings: Mapping[str, Setting]) -> tuple[str, str | None] | None:
    """Return the setting in "turn off reminders", "sin recordatorios" or "change the rules", and its value."""
    words = f"{typed} {value or ''}".split()
    for size in (2, 1):
        verb, named = " ".join(words[:size]), synonyms.without_small_words(" ".join(words[size:]))
        key = _find_setting(named, settings) if named and len(words) <= size + _MAX_NAME_WORDS else None
        if key is not None and (kind := answers.match(verb, "on", "off", "none", "no")):
            return key, kind if kind == "on" else "off"
        meant = synonyms.verbs().get(fold(verb[: rules.MAX_NAME_LENGTH]), ())
        if key is not None and meant:
            return (key, "off") if meant[0] in _EMPTYING else (key, None)
    return None


def _find_setting(said: str, settings: Mapping[str, Setting]) -> str | None:
    """Return the key of the setting of this name in any language, or of another word for it."""
    said = said.rstrip(_SIGNS)
    key = localization.match_choice("-".join(said.split()), "setting", settings)
    meant = (line.partition(" ") for line in synonyms.meanings().get(fold(said[: rules.MAX_NAME_LENGTH]), ()))
    return key or next((name for root, _, name in meant if root == "config" and name in settings), None)

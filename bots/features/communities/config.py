"""`config`: the settings of a community, or of a network in the network's room."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum

from bots.commands import synonyms, topics
from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted
from bots.core.outbound import CHOICE_EMOJI, Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Bold, Code, Rich, Text, join
from bots.core.sanitize import truncate
from bots.dialogs import forms, invocation, prompts
from bots.dialogs.asides import is_question
from bots.features.communities import highlight_settings, history, names
from bots.features.communities.commands import CONFIG, VALUE
from bots.features.communities.configured_place import configured_place
from bots.features.communities.settings import (
    COMMUNITY_SETTINGS,
    NETWORK_SETTINGS,
    Setting,
    format_value,
    match_setting,
    setting_label,
    value_label,
)
from bots.i18n import answers, texts
from bots.turn.notices import CommunitySettingChanged, NetworkSettingChanged
from bots.turn.turn import Turn
from storage.queries import communities
from storage.tables import Community, Network

VERB = "config"
"""The verb of the buttons: `config:<key>` shows a setting, `config:<key>:<value>` sets it."""
DIALOG = "config-value"
"""The dialog after one setting is shown: the next message may be its new value. Its subject: the setting."""
_NOW = timedelta(minutes=10)
"""How long "type the new value now" holds: later words are talk, and would become a rule or a welcome."""
CHANGE = "change"
"""In the place of a value: ask for one."""
_EXAMPLES = {"threshold": "5", "digest-hour": "20"}
"""A setting of communities and one of networks, each with a value to show how to change it."""
_LISTED_VALUE_LENGTH = 60
_FORM_VALUE_LENGTH = 2000


async def configure(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `config` (list the settings), `config KEY` (explain one) and `config KEY VALUE` (change it)."""
    owner, settings = await _owner(turn)
    typed, value = args.optional_text("key"), args.optional_text("value")
    if typed is None:
        turn.answer_content(_list_settings(owner, settings, turn))
        return
    key, value = match_setting(typed, value, settings, turn.room_context.locale)
    if value is None:
        turn.answer_content(_explain(owner, key, settings[key], turn))
        await turn.open_dialog(DIALOG, key, {}, user=turn.person_event().person.user, life=_NOW)
    else:
        await _change(owner, key, settings[key], value, turn)


async def answer(message: MessagePosted, subject: str, _state: Mapping[str, object], turn: Turn) -> bool:
    """Take the message after `config KEY` as its new value. Small talk, and what can't be a value, is no answer."""
    owner, settings = await _owner(turn)
    setting = settings.get(subject)
    small_talk = is_question(message) or answers.match(message.text, "yes", "no", "hello", "thanks")
    if setting is not None and small_talk and not setting.values:
        return False
    await turn.close_dialog(user=message.person.user, room=message.room)
    if setting is None or not _is_value(message.text, setting):
        return False
    await invocation.check_allowed(CONFIG, turn)
    await _change(owner, subject, setting, message.text, turn)
    return True


def _is_value(text: str, setting: Setting) -> bool:
    try:
        setting.parse(text)
    except Refusal:
        return False
    return bool(text.strip())


async def press(pressed: ButtonPressed, turn: Turn) -> None:
    """Show a setting, set it, or ask for its new value."""
    await invocation.check_allowed(CONFIG, turn)
    owner, settings = await _owner(turn)
    key, value = pressed.subject, pressed.choice
    if key not in settings:
        raise Refusal("button-unknown")
    if not value:
        turn.answer_content(_explain(owner, key, settings[key], turn))
    elif value == CHANGE:
        await _ask(owner, key, settings[key], pressed, turn)
    else:
        await _change(owner, key, settings[key], value, turn)


async def _ask(owner: Community | Network, key: str, setting: Setting, pressed: ButtonPressed, turn: Turn) -> None:
    """Ask for a setting's new value, in a form if the platform has forms."""
    label = setting_label(key, turn.room_context.locale)
    if turn.capabilities.forms:
        kept = _value(owner, setting, turn) if setting.show is not None else str(getattr(owner, setting.column))
        present = kept[:_FORM_VALUE_LENGTH]
        forms.show(CONFIG, Args({"key": label, "value": present} if present else {"key": label}), turn)
        return
    state = {"values": {"key": label}, "asking": VALUE.name, "message": None, "reply_to": None}
    await turn.open_dialog(prompts.COMMAND_DIALOG, CONFIG.name, state, user=pressed.person.user)
    prompts.ask(VALUE, turn, "ask-config-value", key=label, about=_about_line(key, turn))


async def _change(owner: Community | Network, key: str, setting: Setting, value: str, turn: Turn) -> None:
    parsed = _parse(key, setting, value, turn.room_context.locale)
    if setting.column == "name":
        await _check_name(str(parsed), owner, turn)
    if setting.column == "digest_review" and parsed:
        await _check_circle(owner, turn)
    if setting.column == history.COLUMN and await history.ask(owner, int(str(parsed)), turn):
        return
    before = _typed(owner, setting, turn)
    highlight_settings.assign(owner, setting.column, parsed)
    if isinstance(owner, Network):
        await turn.notify(NetworkSettingChanged(owner, setting.column))
    else:
        await turn.notify(CommunitySettingChanged(owner, setting.column))
    label = setting_label(key, turn.room_context.locale)
    done = turn.answer_text(setting.confirmation, key=label, value=_value(owner, setting, turn))
    changed = before != _typed(owner, setting, turn)
    back = "config-back" if len(before) <= _LISTED_VALUE_LENGTH and "\n" not in before else "config-back-text"
    lines = [done, turn.answer_text(back, key=label, value=before)] if changed else [done]
    turn.answer_content(Content(text=join(lines)))


def _parse(key: str, setting: Setting, value: str, locale: str) -> object:
    """Return a setting's value. Raises Refusal about the argument `value`, so that the next message is the answer."""
    try:
        return setting.parse(value)
    except Refusal as refusal:
        polite = synonyms.without_small_words(value)
        if polite and polite != value:
            return _parse(key, setting, polite, locale)
        shown = {"choices": tuple(value_label(setting, one, locale) for one in setting.values)}
        asked = Refusal(refusal.text_id, argument=VALUE.name, **{**refusal.text_args, **shown})
        raise asked.remembering({"key": key}) from None


async def _owner(turn: Turn) -> tuple[Community | Network, Mapping[str, Setting]]:
    """Return the place that the room configures, with its settings."""
    place = await configured_place(turn)
    return place, COMMUNITY_SETTINGS if isinstance(place, Community) else NETWORK_SETTINGS


async def _check_name(name: str, owner: Community | Network, turn: Turn) -> None:
    """Raise Refusal if readers may take the name for the bot, the network, or a sister community."""
    names.check_not_ours(name, "value")
    if turn.room_context.network is not None:
        await names.check_free(name, owner, turn.network, turn, "value")


async def _check_circle(owner: Community | Network, turn: Turn) -> None:
    """Raise Refusal("digest-review-needs-circle") where only the room of a digest itself could show it before."""
    if not await communities.circle_rooms(turn.uow, owner.id):
        raise Refusal("digest-review-needs-circle", network=owner.name)


def _value(owner: Community | Network, setting: Setting, turn: Turn) -> str:
    return format_value(setting, highlight_settings.value_of(owner, setting.column), turn.room_context.locale)


def _typed(owner: Community | Network, setting: Setting, turn: Turn) -> str:
    """Return a setting's value as one types it: for a form, and to bring it back."""
    locale, value = turn.room_context.locale, highlight_settings.value_of(owner, setting.column)
    shown = format_value(setting, value, locale)
    if setting.show is not None or isinstance(value, bool | StrEnum) or _means(shown, setting, value):
        return shown
    return str("" if value is None else value) or texts.words(locale, "config-empty")


def _means(typed: str, setting: Setting, value: object) -> bool:
    """Return whether a value as people read it is understood again: "1 day before, 1 hour before"."""
    try:
        return setting.parse(typed) == value
    except Refusal:
        return False


def _about(key: str, turn: Turn) -> Rich:
    """Return what a setting is for, as the end of a sentence."""
    of_network = f"about-network-{key}" if turn.room_context.community is None else ""
    name = of_network if of_network and texts.has(of_network, turn.room_context.locale) else f"about-{key}"
    return turn.text(name) if texts.has(name, turn.room_context.locale) else ()


def _about_line(key: str, turn: Turn) -> Rich:
    """Return what a setting is for, as a sentence."""
    match _about(key, turn):
        case (Text(value=first), *others):
            return (Text(f"{first[:1].upper()}{first[1:]}"), *others, Text("."))
        case about:
            return about


def _list_settings(owner: Community | Network, settings: Mapping[str, Setting], turn: Turn) -> Content:
    """Return all settings by topic, each with its value and what it is for, and a button for each."""
    lines: list[Rich] = [turn.text("config-title", name=owner.name)]
    keys: list[str] = []
    for topic in topics.TOPICS:
        listed = [key for key, setting in settings.items() if setting.topic == topic]
        lines += [(Bold(turn.text(f"topic-{topic}")),)] if listed else []
        lines += [_line(owner, key, settings[key], turn) for key in listed]
        keys += listed
    example = next(key for key in _EXAMPLES if key in settings)
    label = setting_label(example, turn.room_context.locale)
    lines.append(turn.text("config-footer", key=label, value=_EXAMPLES[example]))
    buttons = [
        Button(f"{VERB}:{key}", setting_label(key, turn.room_context.locale), emoji)
        for key, emoji in zip(keys, CHOICE_EMOJI, strict=False)
    ]
    return _content(join(lines), buttons, turn)


def _line(owner: Community | Network, key: str, setting: Setting, turn: Turn) -> Rich:
    value = truncate(" ".join(_value(owner, setting, turn).split()), _LISTED_VALUE_LENGTH)
    about = _about(key, turn)
    label = Code(setting_label(key, turn.room_context.locale))
    return (label, *turn.text("config-value", value=value), *((Text(" – "), *about) if about else ()))


def _explain(owner: Community | Network, key: str, setting: Setting, turn: Turn) -> Content:
    """Return one setting with what it is for, how to change it, and buttons for that."""
    locale = turn.room_context.locale
    label = setting_label(key, locale)
    text = turn.text("config-one", key=label, value=_value(owner, setting, turn), about=_about_line(key, turn))
    labels = [(value, value_label(setting, value, locale)) for value in setting.values]
    choices = labels if labels and not setting.free else [*labels, (CHANGE, turn.label("config-change"))]
    buttons = [
        Button(f"{VERB}:{key}:{value}", shown, emoji)
        for (value, shown), emoji in zip(choices, CHOICE_EMOJI, strict=False)
    ]
    return _content(text, buttons, turn)


def _content(text: Rich, buttons: list[Button], turn: Turn) -> Content:
    """Return a content with buttons where the platform has them. A reaction for each setting would only be noise."""
    return Content(text=text, buttons=tuple(buttons) if turn.capabilities.buttons else ())

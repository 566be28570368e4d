"""Responses to interactions: https://discord.com/developers/docs/interactions/receiving-and-responding"""

from __future__ import annotations

import time

from tests.standins.discord import payloads
from tests.standins.discord.asked import Asked, Refusal, Routes, invalid, unknown
from tests.standins.discord.contents import check_components, fill
from tests.standins.discord.records import EPHEMERAL, LOADING, Interaction, Json, Message

MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, SUGGEST, FORM = 4, 5, 6, 7, 8, 9
_ALLOWED = {2: (MESSAGE, DEFERRED, FORM), 3: (MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, FORM), 4: (SUGGEST,)}
_FROM_FORM = (MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE)


def callback(asked: Asked) -> Json | None:
    """Accept the first response, once and within three seconds."""
    one = asked.store.interactions.get(int(asked.args["interaction"]))
    if one is None or one.token != asked.args["token"] or (one.too_late and not one.acknowledged.is_set()):
        raise unknown("Interaction")
    if one.acknowledged.is_set():
        raise Refusal(400, 40060, "Interaction has already been acknowledged.")
    kind, data = asked.json["type"], asked.json.get("data") or {}
    if kind not in _ALLOWED.get(one.kind, _FROM_FORM) or (kind in (DEFERRED_UPDATE, UPDATE) and one.message is None):
        raise invalid("type", "Interaction response type is not valid for this interaction")
    _perform(asked, one, kind, data)
    one.answer, one.answered_at = kind, time.monotonic()
    one.acknowledged.set()
    return _told(asked, one) if asked.query.get("with_response") in ("true", "True", "1") else None


def _perform(asked: Asked, one: Interaction, kind: int, data: Json) -> None:
    match kind:
        case 4 | 5:
            one.original = _answer(asked, one, data, waiting=kind == DEFERRED)
        case 7:
            assert one.message is not None
            fill(asked, one.message, data, new=False)
            asked.talk.change(one.message)
        case 8:
            one.suggestions = _suggestions(data.get("choices", []))
        case 9:
            one.form = _form(data)


def _answer(asked: Asked, one: Interaction, data: Json, *, waiting: bool, new: bool = True) -> Message:
    """Post a message in the channel, or for one person only."""
    made = Message(asked.store.new_id(), one.channel, asked.store.bot, application=asked.store.application, cause=one)
    made.kind = 20 if one.kind == 2 and new else 0
    made.reader = one.user if (data.get("flags") or 0) & EPHEMERAL else None
    if waiting:
        made.flags = LOADING | (data.get("flags") or 0) & EPHEMERAL
    else:
        fill(asked, made, data, new=True)
    return asked.talk.post(made, data.get("allowed_mentions"))


def _suggestions(choices: list[Json]) -> list[Json]:
    if len(choices) > 25:
        raise invalid("data.choices", "Must be 25 or fewer in length.")
    for choice in choices:
        if not 1 <= len(choice["name"]) <= 100 or len(str(choice["value"])) > 100:
            raise invalid("data.choices", "Must be between 1 and 100 in length.")
    return choices


def _form(data: Json) -> Json:
    if not 1 <= len(data["title"]) <= 45 or not 1 <= len(data["custom_id"]) <= 100:
        raise invalid("data.title", "Must be between 1 and 45 in length.")
    if not 1 <= len(data["components"]) <= 5:
        raise invalid("data.components", "Must be between 1 and 5 in length.")
    check_components(data["components"], v2=True)
    return data


def _told(asked: Asked, one: Interaction) -> Json:
    made = one.original
    about: Json = {"id": str(one.id), "type": one.kind}
    if made is not None:
        about |= {
            "response_message_id": str(made.id),
            "response_message_loading": bool(made.flags & LOADING),
            "response_message_ephemeral": bool(made.flags & EPHEMERAL),
        }
    resource: Json = {"type": one.answer}
    shown = one.message if one.answer == UPDATE else made
    if shown is not None:
        resource["message"] = payloads.message(shown, asked.store.bot)
    return {"interaction": about, "resource": resource}


def _by_token(asked: Asked) -> Interaction:
    """Return the interaction of a webhook token that has not expired."""
    found = asked.store.tokens.get(asked.args["token"])
    if found is None or int(asked.args["application"]) != asked.store.application:
        raise unknown("Webhook")
    if found.token_dead:
        raise Refusal(401, 50027, "Invalid Webhook Token")
    if not found.acknowledged.is_set():
        raise unknown("Webhook")
    return found


def follow_up(asked: Asked) -> Json:
    """Post a follow-up message. The first one after a deferral replaces the waiting message."""
    one = _by_token(asked)
    if one.original is not None and one.original.flags & LOADING:
        return _settle(asked, one.original, asked.json)
    made = _answer(asked, one, asked.json, waiting=False, new=False)
    one.followups.append(made)
    return payloads.message(made, asked.store.bot)


def _settle(asked: Asked, message: Message, body: Json) -> Json:
    fill(asked, message, {key: value for key, value in body.items() if key != "flags"}, new=False)
    message.flags &= ~LOADING
    asked.talk.ping(message, body.get("allowed_mentions"))
    asked.talk.change(message)
    return payloads.message(message, asked.store.bot)


def _message(asked: Asked, one: Interaction) -> Message:
    """Return the message of the path."""
    name = asked.args["message"]
    original = one.message if one.answer in (DEFERRED_UPDATE, UPDATE) else one.original
    if name == "@original" and original is not None:
        return original
    for message in (one.original, one.message, *one.followups):
        if message is not None and str(message.id) == name:
            return message
    raise unknown("Message")


def fetch(asked: Asked) -> Json:
    """Return the response."""
    return payloads.message(_message(asked, _by_token(asked)), asked.store.bot)


def edit(asked: Asked) -> Json:
    """Edit the response, or show the waiting one."""
    return _settle(asked, _message(asked, _by_token(asked)), asked.json)


def delete(asked: Asked) -> None:
    """Delete the response."""
    one = _by_token(asked)
    message = _message(asked, one)
    asked.talk.withdraw(message)
    one.original = None if message is one.original else one.original
    one.followups = [each for each in one.followups if each is not message]


_HOOK = "/webhooks/{application}/{token}"
ROUTES: Routes = {
    ("POST", "/interactions/{interaction}/{token}/callback"): callback,
    ("POST", _HOOK): follow_up,
    ("GET", _HOOK + "/messages/{message}"): fetch,
    ("PATCH", _HOOK + "/messages/{message}"): edit,
    ("DELETE", _HOOK + "/messages/{message}"): delete,
}

"""The reactions that the bot adds to its messages, so that people need only press them.

Clients count the bot's reaction like anybody's. So the bot removes its reaction once somebody else has reacted alike,
and adds it again when nobody has any longer. It removes all of them once the message has no buttons.
"""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import quote

import structlog

from adapters.matrix.api.content import relation
from adapters.matrix.outbound.requests import RequestSender
from bots.core.outbound import Content
from bots.core.sanitize import normalize_emoji
from bots.ports import Later

log = structlog.get_logger()
_MOST_REMEMBERED = 2_000
_PAGE = 200
"""The oldest reactions to a message: the bot's own come first."""


@dataclass
class _Reactions:
    """The reactions to a message: the bot's own ids by emoji, and the emoji of everybody else.

    `offered`: the emoji that the bot has added so far, whether or not it took them back.
    """

    own: dict[str, str] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)
    offered: set[str] = field(default_factory=set)


class OfferedReactions:
    """Adds and removes the bot's own reactions for one account. It remembers those to recent messages."""

    def __init__(self, requests: RequestSender) -> None:
        self._requests = requests
        self._remembered: OrderedDict[str, _Reactions] = OrderedDict()

    async def add(self, room: str, message: str, content: Content, tx: str) -> Later | None:
        """Add a reaction for each button of a new message. Return the failure that a later try may mend."""
        return await self._add(room, message, _offered(content), self._remember(message), tx)

    async def update(self, room: str, message: str, content: Content, tx: str) -> Later | None:
        """Add and take back reactions after an edit. While the homeserver limits the account, only what is needed."""
        wanted, known = _offered(content), self._remembered.get(message)
        if known is not None and self._is_good_enough(known, wanted):
            return None
        found = await self._find(room, message)
        if isinstance(found, Later):
            return found
        reactions = self._remember(message, found)
        missing = [emoji for emoji in wanted if normalize_emoji(emoji) not in reactions.others]
        for number, emoji in enumerate([emoji for emoji in reactions.own if emoji not in missing]):
            failed = await self._requests.redact(room, reactions.own[emoji], f"{tx}.x{number}")
            if isinstance(failed, Later):
                return failed
            reactions.own.pop(emoji)
        return await self._add(room, message, missing, reactions, tx)

    def _is_good_enough(self, known: _Reactions, wanted: Sequence[str]) -> bool:
        """Return whether nothing needs to change, or nothing important enough to send while the account is limited."""
        if not wanted:
            return not known.own and not known.offered
        return self._requests.limit.is_careful and known.offered.issuperset(wanted)

    async def _add(
        self, room: str, message: str, wanted: Sequence[str], reactions: _Reactions, tx: str
    ) -> Later | None:
        """Add the missing reactions. Without permission, leave them out: the text still names them."""
        for number, emoji in enumerate(wanted):
            if emoji in reactions.own:
                continue
            annotation = {"rel_type": "m.annotation", "event_id": message, "key": emoji}
            sent = await self._requests.send_event(room, "m.reaction", {"m.relates_to": annotation}, f"{tx}.r{number}")
            if isinstance(sent, Later):
                return sent
            if isinstance(sent, str):
                reactions.own[emoji] = sent
            elif "M_DUPLICATE_ANNOTATION" not in sent.detail:
                log.warning("matrix-reaction-refused", room=room, why=sent.detail)
                return None
            reactions.offered.add(emoji)
        return None

    def _remember(self, message: str, found: _Reactions | None = None) -> _Reactions:
        """Return the reactions to a message, and forget those to the oldest messages."""
        reactions = self._remembered.setdefault(message, _Reactions())
        if found is not None:
            reactions.own, reactions.others = found.own, found.others
            reactions.offered |= found.own.keys()
        self._remembered.move_to_end(message)
        while len(self._remembered) > _MOST_REMEMBERED:
            self._remembered.popitem(last=False)
        return reactions

    async def _find(self, room: str, message: str) -> _Reactions | Later | None:
        """Return who reacted to a message and how, as far as one page tells; None if the homeserver can't say.

        https://spec.matrix.org/v1.11/client-server-api/#get_matrixclientv1roomsroomidrelationseventidreltype
        """
        path = f"rooms/{quote(room, safe='')}/relations/{quote(message, safe='')}/m.annotation?dir=f&limit={_PAGE}"
        status, body = await self._requests.client.request("GET", path, version="v1")
        if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return Later(0.0, f"the homeserver answers {status}")
        if status != HTTPStatus.OK:
            return None
        found = _Reactions()
        for event in _chunk(body):
            content = event.get("content")
            emoji = relation(content).get("key") if isinstance(content, dict) else None
            if not isinstance(emoji, str):
                continue  # somebody took it back
            if event.get("sender") == self._requests.state.me:
                found.own[emoji] = str(event.get("event_id"))
            else:
                found.others.add(normalize_emoji(emoji))
        return found


def _offered(content: Content) -> list[str]:
    """Return the emoji that people are to press."""
    if not content.offers_reactions:
        return []
    return [button.emoji for button in content.buttons if not button.url]


def _chunk(body: str) -> list[dict[str, object]]:
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return []
    chunk = answer.get("chunk") if isinstance(answer, dict) else None
    return [event for event in chunk if isinstance(event, dict)] if isinstance(chunk, list) else []

"""Responses with the keys of many devices, without the keys that nio can't read.

nio rejects the whole response, so that we would have nobody's keys.
https://spec.matrix.org/v1.11/client-server-api/#key-and-signature-security
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from nio.responses import ErrorResponse, KeysClaimResponse, KeysQueryResponse

_Read = Callable[[dict[str, Any]], object]


class FilteredKeysQuery(KeysQueryResponse):
    """The devices of users, and their keys."""

    @classmethod
    def from_dict(cls, parsed_dict: dict[str, Any]) -> KeysQueryResponse | ErrorResponse:
        """Parse the response without unreadable devices."""
        read = KeysQueryResponse.from_dict
        found: KeysQueryResponse | ErrorResponse = read(_without_unreadable(parsed_dict, "device_keys", read))
        return found


class FilteredKeysClaim(KeysClaimResponse):
    """One-time keys of devices."""

    @classmethod
    def from_dict(cls, parsed_dict: dict[str, Any], room_id: str = "") -> KeysClaimResponse | ErrorResponse:
        """Parse the response without unreadable devices. nio needs the room to parse an error."""
        read = partial(KeysClaimResponse.from_dict, room_id=room_id)
        found: KeysClaimResponse | ErrorResponse = read(_without_unreadable(parsed_dict, "one_time_keys", read))
        return found


FILTERED_RESPONSES: dict[type, type] = {KeysQueryResponse: FilteredKeysQuery, KeysClaimResponse: FilteredKeysClaim}


def _without_unreadable(answer: dict[str, Any], what: str, read: _Read) -> dict[str, Any]:
    """Return the answer without unreadable devices, but with all users that we asked about."""
    users = answer.get(what)
    if not isinstance(users, dict) or not isinstance(read(answer), ErrorResponse):
        return answer

    def readable(user: str, device: str, keys: object) -> bool:
        return not isinstance(read({what: {user: {device: keys}}}), ErrorResponse)

    found = {user: devices if isinstance(devices, dict) else {} for user, devices in users.items()}
    return {
        what: {
            user: {device: keys for device, keys in devices.items() if readable(user, device, keys)}
            for user, devices in found.items()
        }
    }

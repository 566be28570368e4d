"""Fallback keys, which nio does not make."""

from __future__ import annotations

from typing import Any

from nio.crypto.olm_machine import Olm


def new_fallback_key(olm: Olm) -> dict[str, Any]:
    """Create a fallback key, and sign it.

    It serves when all one-time keys are taken.
    https://spec.matrix.org/v1.11/client-server-api/#one-time-and-fallback-keys
    """
    account = olm.account._account
    account.generate_fallback_key()  # type: ignore[attr-defined]  # vodozemac's annotations lack it
    made = {}
    for number, public in account.fallback_key.items():  # type: ignore[attr-defined]  # as above
        key: dict[str, Any] = {"key": public.to_base64(), "fallback": True}
        signature = olm.sign_json(key)
        made[f"signed_curve25519:{number}"] = {
            **key, "signatures": {olm.user_id: {f"ed25519:{olm.device_id}": signature}},
        }  # fmt: skip
    return made

"""The platforms that the sandbox imitates: one account each, with the capabilities of the real platform."""

from __future__ import annotations

from bots.ports import Capabilities, CommandNames

PLATFORM = "web"
"""One name for all accounts, because a person is the same in every room of the sandbox."""

PROFILES: dict[str, Capabilities] = {
    "web-matrix": Capabilities(
        platform=PLATFORM, prefix="!", buttons=False, native_polls=True,
        idempotent=True, upload_bytes=1_000_000, message_length=16_000, edit_interval=0.4,
    ),
    "web-discord": Capabilities(
        platform=PLATFORM, prefix="/", buttons=True, private_answers=True,
        native_polls=True, forms=True, idempotent=True, upload_bytes=1_000_000, message_length=2_000, edit_interval=0.4,
    ),
    "web-telegram": Capabilities(
        platform=PLATFORM, prefix="/", joiner="_", command_names=CommandNames.LOCAL_ASCII, buttons=True, toasts=True,
        native_polls=True, idempotent=True, upload_bytes=1_000_000, message_length=4_096, edit_interval=0.4,
        fetch=False, reports_deletions=False,
    ),
}  # fmt: skip
"""Discord's own app shows commands in the reader's language, and so does the page.

Edits may come faster than on the real platforms: the sandbox has no rate limit, and visitors watch the page live."""

NAMES = {"web-matrix": "Matrix", "web-discord": "Discord", "web-telegram": "Telegram"}
"""The platform that an account imitates."""

WITH_LISTS = frozenset({"web-discord"})
"""The accounts whose platform shows a menu as one list to choose from."""

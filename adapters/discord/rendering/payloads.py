"""What the core wants shown, as Discord's message objects.

https://discord.com/developers/docs/resources/message#create-message
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2s

import structlog

from adapters.discord.api.rest import Made, Upload
from adapters.discord.rendering.components import rows
from adapters.discord.rendering.truncation import fitted
from bots.core.inbound import Attachment
from bots.core.outbound import Content, NativePoll
from bots.core.sanitize import cut

log = structlog.get_logger()
NO_PREVIEWS, ONLY_YOU = 1 << 2, 1 << 6
MOST_ANSWERS, LONGEST_POLL_HOURS = 10, 32 * 24
MOST_FILES, MOST_BYTES = 10, 24_000_000
"""In one message. Discord takes requests of 25 MiB (some say MB): the rest is for the text and the form."""


def message(
    content: Content, *, reply_to: str | None = None, private: bool = False, files: Sequence[Upload] = ()
) -> Made:
    """The message that shows it. Nobody but `content.mentions` is notified, no address gets a preview.

    `private`: only who it answers sees it (interactions alone).
    """
    made = edit(content)
    made["flags"] = NO_PREVIEWS | (ONLY_YOU if private else 0)
    if reply_to and reply_to.isdecimal():
        made["message_reference"] = {"message_id": reply_to, "fail_if_not_exists": False}
    if content.poll is not None:
        made["poll"] = _poll(content.poll)
    if files:
        made["attachments"] = [
            {"id": number, "filename": file.name, "description": cut(file.alt, 1024)}
            for number, file in enumerate(files)
        ]
    return Made(made, tuple(files))


def edit(content: Content) -> dict[str, object]:
    """The part of a message that can be changed: text, components, whom it notifies."""
    users = [user for user in dict.fromkeys(content.mentions) if user.isdecimal()][:100]
    return {
        "content": fitted(content.text, content.mentions),
        "components": rows(content.buttons),
        "allowed_mentions": {"parse": [], "users": users, "replied_user": False},
    }


def _poll(poll: NativePoll) -> dict[str, object]:
    """It ends when we end it: its own end is as far off as Discord allows."""
    return {
        "question": {"text": cut(poll.question, 300)},
        "answers": [{"poll_media": {"text": cut(option.label, 55)}} for option in poll.options],
        "duration": LONGEST_POLL_HOURS,
        "allow_multiselect": poll.max_choices > 1,
        "layout_type": 1,
    }


def uploads(attachments: Sequence[Attachment], files: Sequence[bytes | None], limit: int) -> tuple[Upload, ...]:
    """The files that can be sent: read, no larger than `limit` bytes each (0: none may be), and together no more than
    a request holds; the others are left out.

    https://discord.com/developers/docs/reference#uploading-files
    """
    found: list[Upload] = []
    left = MOST_BYTES
    for attachment, data in zip(attachments, files, strict=False):
        if data is None or not limit or len(data) > min(limit, left) or len(found) == MOST_FILES:
            log.warning("discord-file-left-out", name=attachment.name, size=attachment.size, limit=limit)
            continue
        left -= len(data)
        found.append(Upload(_file_name(attachment.name), data, attachment.alt))
    return tuple(found)


def _file_name(name: str) -> str:
    """A name without folders; Discord hides a picture whose name begins with SPOILER_."""
    return name.replace("\\", "/").rsplit("/", 1)[-1][-100:] or "file"


def nonce(key: str) -> str:
    """At most 25 characters, the same for the same key."""
    return blake2s(key.encode(), digest_size=12).hexdigest()

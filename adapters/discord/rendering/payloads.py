"""Content as Discord's message objects.

https://discord.com/developers/docs/resources/message#create-message
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2s

import structlog

from adapters.discord.api.rest import MessagePayload, Upload
from adapters.discord.rendering.components import button_rows
from adapters.discord.rendering.embeds import embed, panel_text
from adapters.discord.rendering.markdown import MESSAGE_LENGTH, Names, truncated_markdown
from bots.core.inbound import Attachment
from bots.core.outbound import Content, NativePoll
from bots.core.sanitize import truncate

log = structlog.get_logger()
SUPPRESS_EMBEDS, EPHEMERAL = 1 << 2, 1 << 6
MAX_ANSWERS, MAX_POLL_HOURS = 10, 32 * 24
MAX_FILES, MAX_BYTES = 10, 24_000_000
"""For one message. Discord accepts requests of 25 MiB (or MB, sources differ); the text and the form need the rest."""


@dataclass(frozen=True)
class Surroundings:
    """The surroundings of a message: whether embeds appear there, and the ids of the commands by path."""

    embeds: bool = True
    commands: Mapping[str, str] = field(default_factory=dict)


ANYWHERE = Surroundings()


def message(
    content: Content, around: Surroundings = ANYWHERE, *, reply_to: str | None = None, private: bool = False,
    files: Sequence[Upload] = (),
) -> MessagePayload:  # fmt: skip
    """Return a message. It notifies only `content.mentions`, and links get no preview.

    `private`: only the person who used the interaction sees it.
    """
    body = edit(content, around)
    if private:
        body["flags"] = EPHEMERAL | (SUPPRESS_EMBEDS if body["content"] else 0)
    if reply_to and reply_to.isdecimal():
        body["message_reference"] = {"message_id": reply_to, "fail_if_not_exists": False}
    if content.poll is not None:
        body["poll"] = _poll(content.poll)
    if files:
        body["attachments"] = [
            {"id": number, "filename": file.name, "description": truncate(file.alt, 1024)}
            for number, file in enumerate(files)
        ]
    return MessagePayload(body, tuple(files))


def edit(content: Content, around: Surroundings = ANYWHERE) -> dict[str, object]:
    """Return the part of a message that can be edited: text or embed, components and mentions.

    The flag against previews of links would hide an embed of ours, too.
    """
    users = [user for user in dict.fromkeys(content.mentions) if user.isdecimal()][:100]
    names, panel = Names(content.mentions, around.commands), content.panel
    if panel is not None and around.embeds:
        shown = {"content": "", "embeds": [embed(panel, names)], "flags": 0}
    elif panel is not None:
        shown = {"content": panel_text(panel, names, MESSAGE_LENGTH), "embeds": [], "flags": SUPPRESS_EMBEDS}
    else:
        text = truncated_markdown(content.text, names)
        shown = {"content": text, "embeds": [], "flags": SUPPRESS_EMBEDS}
    return {
        **shown,
        "components": button_rows(content.buttons, content.menu),
        "allowed_mentions": {"parse": [], "users": users, "replied_user": False},
    }


def _poll(poll: NativePoll) -> dict[str, object]:
    """Return a poll with the longest duration, since the bot closes it itself."""
    return {
        "question": {"text": truncate(poll.question, 300)},
        "answers": [{"poll_media": {"text": truncate(option.label, 55)}} for option in poll.options],
        "duration": MAX_POLL_HOURS,
        "allow_multiselect": poll.max_choices > 1,
        "layout_type": 1,
    }


def uploads(attachments: Sequence[Attachment], files: Sequence[bytes | None], limit: int) -> tuple[Upload, ...]:
    """Return the files to send: those with data, of at most `limit` bytes each, that fit into one request.

    A `limit` of 0 allows none. Each file that is left out is logged.
    https://discord.com/developers/docs/reference#uploading-files
    """
    found: list[Upload] = []
    left = MAX_BYTES
    for attachment, data in zip(attachments, files, strict=False):
        if data is None or not limit or len(data) > min(limit, left) or len(found) == MAX_FILES:
            log.warning("discord-file-left-out", name=attachment.name, size=attachment.size, limit=limit)
            continue
        left -= len(data)
        name = _file_name(attachment.name)
        found.append(Upload(f"SPOILER_{name}" if attachment.spoiler else name, data, attachment.alt))
    return tuple(found)


def _file_name(name: str) -> str:
    """Return a file name without folders."""
    return name.replace("\\", "/").rsplit("/", 1)[-1][-100:] or "file"


def nonce(key: str) -> str:
    """Return the nonce of a key, in at most 25 characters."""
    return blake2s(key.encode(), digest_size=12).hexdigest()

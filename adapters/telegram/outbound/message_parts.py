"""The messages that show a content: text, files, albums, or a native poll."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace

from msgspec import structs
from telegram import Bot, InlineKeyboardMarkup, InputPollOption, LinkPreviewOptions, Message, ReplyParameters

from adapters.telegram.api.ids import Destination, parse_message_id
from adapters.telegram.outbound.uploads import Upload, album_item, group_albums
from adapters.telegram.rendering import html
from adapters.telegram.rendering.html import CAPTION_LENGTH, MESSAGE_LENGTH
from adapters.telegram.rendering.keyboards import keyboard, reply_markup
from bots.core.outbound import Content, NativePoll
from bots.core.richtext import Break, Rich, Text

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
QUESTION_LENGTH, OPTION_LENGTH = 300, 100
"""https://core.telegram.org/bots/api#sendpoll"""


@dataclass(frozen=True)
class MessagePart(ABC):
    """One request that shows a part of a content. `content`: set in the part that shows its text."""

    content: Content | None
    reply_to: str | None = None
    uploads: Sequence[Upload] = ()
    silent: bool = False

    @property
    def count(self) -> int:
        """How many messages the request sends."""
        return max(1, len(self.uploads))

    @property
    def findable(self) -> bool:
        """Whether `LostMessages` can find the message: it is one, and its keyboard can be edited."""
        return self.count == 1 and not (self.content is not None and self.content.asks and not self.content.buttons)

    @property
    def inline_keyboard(self) -> InlineKeyboardMarkup | None:
        """The buttons below the message."""
        return keyboard(self.content.buttons) if self.content is not None else None

    def as_documents(self) -> MessagePart | None:
        """Return the part with its photos as documents, which Telegram does not inspect; None without photos."""
        if all(upload.kind != "photo" for upload in self.uploads):
            return None
        return replace(self, uploads=[replace(upload, kind="document") for upload in self.uploads])

    @abstractmethod
    async def __call__(self, bot: Bot, where: Destination) -> Sequence[Message]:
        """Make the request. Raises TelegramError."""


def missing_files_note(names: Sequence[str]) -> Rich:
    """Return a line, without words of any language, that names files which could not be sent."""
    return (Text("\n".join(f"⚠️ 📎 {name}" for name in names)),)


def with_missing_files(content: Content, names: Sequence[str]) -> Content:
    """Append a line that names the files which could not be sent."""
    return structs.replace(content, text=(*content.text, Break(), *missing_files_note(names))) if names else content


def text_html(content: Content, length: int = MESSAGE_LENGTH) -> str:
    """Render the text of a content."""
    return html.to_html(html.truncate_rich(content.text, length), content.mentions)


def to_parts(content: Content, uploads: Sequence[Upload], reply_to: str | None) -> list[MessagePart]:
    """Return the requests that show the content, in order. Later edits go to the message of the first.

    The text becomes the caption of the first file where it fits; an album has no room for buttons.
    """
    if content.poll is not None:
        return [_PollPart(content, reply_to, silent=content.silent, poll=content.poll)]
    albums = group_albums(uploads)
    fits = html.rich_length(content.text) <= CAPTION_LENGTH
    captioned = fits and bool(albums) and (len(albums[0]) == 1 or not content.buttons)
    parts: list[MessagePart] = (
        [] if captioned or not content.text else [TextPart(content, reply_to, silent=content.silent)]
    )
    for number, album in enumerate(albums):
        caption = content if captioned and number == 0 else None
        kind = _FilePart if len(album) == 1 else _AlbumPart
        parts.append(kind(caption, reply_to if not parts else None, album, silent=content.silent))
    return parts


def reply_parameters(where: Destination, reply_to: str | None) -> ReplyParameters | None:
    """Return the reference to the message to reply to; Telegram ignores it when that message is gone."""
    number = parse_message_id(where.chat, reply_to)
    return ReplyParameters(number, allow_sending_without_reply=True) if number is not None else None


class TextPart(MessagePart):
    """A text message."""

    async def __call__(self, bot: Bot, where: Destination) -> Sequence[Message]:
        """Make the request. Raises TelegramError."""
        content = self.content or Content(())
        message = await bot.send_message(
            where.chat, text_html(content), parse_mode="HTML", message_thread_id=where.thread,
            disable_notification=self.silent or None,
            reply_markup=reply_markup(content), reply_parameters=reply_parameters(where, self.reply_to),
            link_preview_options=NO_PREVIEW,
        )  # fmt: skip
        return (message,)


class _FilePart(MessagePart):
    async def __call__(self, bot: Bot, where: Destination) -> Sequence[Message]:
        [upload] = self.uploads
        send = {
            "photo": bot.send_photo, "animation": bot.send_animation, "video": bot.send_video, "voice": bot.send_voice,
            "audio": bot.send_audio, "document": bot.send_document,
        }[upload.kind]  # fmt: skip
        message: Message = await send(  # type: ignore[operator]  # six methods, alike in all that is given here
            where.chat, upload.as_input_file(),
            caption=text_html(self.content, CAPTION_LENGTH) if self.content else None,
            parse_mode="HTML", message_thread_id=where.thread,
            disable_notification=self.silent or None,
            reply_parameters=reply_parameters(where, self.reply_to),
            reply_markup=reply_markup(self.content) if self.content else None,
        )  # fmt: skip
        return (message,)


class _AlbumPart(MessagePart):
    async def __call__(self, bot: Bot, where: Destination) -> Sequence[Message]:
        caption = text_html(self.content, CAPTION_LENGTH) if self.content else None
        items = [album_item(upload, caption if number == 0 else None) for number, upload in enumerate(self.uploads)]
        return await bot.send_media_group(
            where.chat,
            items,
            message_thread_id=where.thread,
            disable_notification=self.silent or None,
            reply_parameters=reply_parameters(where, self.reply_to),
        )


@dataclass(frozen=True, kw_only=True)
class _PollPart(MessagePart):
    poll: NativePoll

    @property
    def findable(self) -> bool:
        """Whether `LostMessages` can find the message: not with the id that its votes carry."""
        return False

    async def __call__(self, bot: Bot, where: Destination) -> Sequence[Message]:
        """Send a public poll, because bots get no votes of anonymous ones. https://core.telegram.org/bots/api#pollanswer

        Protect it: a forwarded copy is the same poll, and people elsewhere would vote in it.
        """
        buttons = keyboard(self.content.buttons) if self.content else None
        options = [InputPollOption(html.truncate_text(option.label, OPTION_LENGTH)) for option in self.poll.options]
        message = await bot.send_poll(
            where.chat, html.truncate_text(self.poll.question, QUESTION_LENGTH), options, is_anonymous=False,
            allows_multiple_answers=self.poll.max_choices > 1, protect_content=True, message_thread_id=where.thread,
            disable_notification=self.silent or None,
            reply_markup=buttons, reply_parameters=reply_parameters(where, self.reply_to),
        )  # fmt: skip
        return (message,)

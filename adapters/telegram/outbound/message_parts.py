"""A content as Telegram messages: words with files, albums, or a native poll."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace

from msgspec import structs
from telegram import Bot, InputPollOption, LinkPreviewOptions, Message, ReplyParameters

from adapters.telegram.api.ids import Place, number_in
from adapters.telegram.outbound.uploads import Upload, albums, media
from adapters.telegram.rendering.html import CAPTION_LENGTH, MESSAGE_LENGTH, html, short, shortened, size
from adapters.telegram.rendering.keyboards import below, keyboard
from bots.core.outbound import Content, NativePoll
from bots.core.richtext import Break, Rich, Text

QUIET = LinkPreviewOptions(is_disabled=True)
QUESTION_LENGTH, OPTION_LENGTH, MOST_OPTIONS = 300, 100, 12
"""https://core.telegram.org/bots/api#sendpoll"""


@dataclass(frozen=True)
class Part(ABC):
    """One request that shows a part of a content. `content`: whose words stand in it."""

    content: Content | None
    reply_to: str | None = None
    uploads: Sequence[Upload] = ()

    @property
    def count(self) -> int:
        """How many messages it makes."""
        return max(1, len(self.uploads))

    def plainer(self) -> Part | None:
        """The same with its pictures as documents, which Telegram does not look into; None where there are none."""
        if all(upload.kind != "photo" for upload in self.uploads):
            return None
        return replace(self, uploads=[replace(upload, kind="document") for upload in self.uploads])

    @abstractmethod
    async def __call__(self, bot: Bot, place: Place) -> Sequence[Message]:
        """Make the request. Raises TelegramError."""


def missing(names: Sequence[str]) -> Rich:
    """A line that says, in no language, which files did not come."""
    return (Text("\n".join(f"⚠️ 📎 {name}" for name in names)),)


def without(content: Content, names: Sequence[str]) -> Content:
    """The content with a line that names the files which did not come along."""
    return structs.replace(content, text=(*content.text, Break(), *missing(names))) if names else content


def words(content: Content, length: int = MESSAGE_LENGTH) -> str:
    """The text of a content."""
    return html(shortened(content.text, length), content.mentions)


def parts(content: Content, uploads: Sequence[Upload], reply_to: str | None) -> list[Part]:
    """The requests that show it, one after the other; the first gives the message to edit. Words stand below the first
    file where they fit there; an album has no room for buttons."""
    if content.poll is not None:
        return [_Poll(content, reply_to, poll=content.poll)]
    groups = albums(uploads)
    captioned = bool(groups) and size(content.text) <= CAPTION_LENGTH and (len(groups[0]) == 1 or not content.buttons)
    made: list[Part] = [] if captioned or not content.text else [Words(content, reply_to)]
    for number, group in enumerate(groups):
        caption = content if captioned and number == 0 else None
        kind = _File if len(group) == 1 else _Album
        made.append(kind(caption, reply_to if not made else None, group))
    return made


def reply(place: Place, to: str | None) -> ReplyParameters | None:
    """What it replies to, if that is still there."""
    number = number_in(place.chat, to)
    return ReplyParameters(number, allow_sending_without_reply=True) if number is not None else None


class Words(Part):
    """A message of words alone."""

    async def __call__(self, bot: Bot, place: Place) -> Sequence[Message]:
        """Make the request. Raises TelegramError."""
        content = self.content or Content(())
        shown = await bot.send_message(
            place.chat, words(content), parse_mode="HTML", message_thread_id=place.thread,
            reply_markup=below(content), reply_parameters=reply(place, self.reply_to), link_preview_options=QUIET,
        )  # fmt: skip
        return (shown,)


class _File(Part):
    async def __call__(self, bot: Bot, place: Place) -> Sequence[Message]:
        [upload] = self.uploads
        send = {
            "photo": bot.send_photo, "animation": bot.send_animation, "video": bot.send_video, "voice": bot.send_voice,
            "audio": bot.send_audio, "document": bot.send_document,
        }[upload.kind]  # fmt: skip
        shown: Message = await send(  # type: ignore[operator]  # six methods, alike in all that is given here
            place.chat, upload.file, caption=words(self.content, CAPTION_LENGTH) if self.content else None,
            parse_mode="HTML", message_thread_id=place.thread, reply_parameters=reply(place, self.reply_to),
            reply_markup=below(self.content) if self.content else None,
        )  # fmt: skip
        return (shown,)


class _Album(Part):
    async def __call__(self, bot: Bot, place: Place) -> Sequence[Message]:
        caption = words(self.content, CAPTION_LENGTH) if self.content else None
        files = [media(upload, caption if number == 0 else None) for number, upload in enumerate(self.uploads)]
        return await bot.send_media_group(
            place.chat, files, message_thread_id=place.thread, reply_parameters=reply(place, self.reply_to)
        )


@dataclass(frozen=True, kw_only=True)
class _Poll(Part):
    poll: NativePoll

    async def __call__(self, bot: Bot, place: Place) -> Sequence[Message]:
        """Not anonymous: of anonymous votes no bot is told. https://core.telegram.org/bots/api#pollanswer"""
        buttons = keyboard(self.content.buttons) if self.content else None
        options = [InputPollOption(short(option.label, OPTION_LENGTH)) for option in self.poll.options]
        shown = await bot.send_poll(
            place.chat, short(self.poll.question, QUESTION_LENGTH), options, is_anonymous=False,
            allows_multiple_answers=self.poll.max_choices > 1, message_thread_id=place.thread,
            reply_markup=buttons, reply_parameters=reply(place, self.reply_to),
        )  # fmt: skip
        return (shown,)

"""Command menus, keyboards, and the kinds of uploads."""

from __future__ import annotations

import pytest
from telegram import ForceReply

from adapters.telegram.outbound import uploads
from adapters.telegram.outbound.uploads import Upload
from adapters.telegram.rendering import keyboards
from adapters.telegram.rendering.html import utf16_units
from adapters.telegram.session import command_menu
from bots.core.inbound import Attachment
from bots.core.outbound import Button, Content, Post
from bots.core.permissions import Right
from bots.core.richtext import Text
from bots.features.registry import FEATURES
from bots.i18n import languages
from bots.ports import Sending

COMMANDS = [command for feature in FEATURES for command, _ in feature.commands]


@pytest.mark.parametrize("locale", languages.codes())
def test_menu_entries_are_valid(locale: str) -> None:
    """Telegram accepts every name and description of the menu in every language."""
    shown = [command for command in COMMANDS if not command.hidden]
    offered = command_menu.menu_entries(shown, locale)
    assert len(offered) == len({entry.command for entry in offered}) == min(len(shown), command_menu.MOST)
    assert all(0 < len(entry.description) <= command_menu.DESCRIPTION_LENGTH for entry in offered)


@pytest.mark.parametrize("locale", languages.codes())
def test_full_menu_leaves_out_coordinators_commands(locale: str) -> None:
    """Where there are too many commands, everybody's are all there and those of coordinators go first."""
    shown = [command for command in COMMANDS if not command.hidden]
    many = [*(one for one in shown if one.right is Right.COORDINATOR), *shown]
    offered = {entry.command for entry in command_menu.menu_entries(many, locale)}

    def names(*, coordinators: bool) -> set[str]:
        chosen = [one for one in shown if (one.right is Right.COORDINATOR) is coordinators]
        return {command_menu.menu_name(one, locale) for one in chosen}

    everybody = {command_menu.menu_name(one, locale) for one in shown if one.right is Right.ANYONE}
    assert everybody <= offered
    assert len(offered) == command_menu.MOST
    assert names(coordinators=False) <= offered or not names(coordinators=True) & offered


def test_menu_is_translated() -> None:
    """The French menu has French command names without accents."""
    names = {entry.command for entry in command_menu.menu_entries([one for one in COMMANDS if not one.hidden], "fr")}
    assert {"sondage_clore", "evenement", "reseau_creer"} <= names


def test_short_buttons_share_a_row() -> None:
    """Short buttons share a row, long ones have a row each, and a link button opens its address."""
    short = tuple(Button(f"rsvp:1:{n}", label, "✅") for n, label in enumerate(("Coming", "Maybe", "Can’t")))
    rows = keyboards.keyboard(short)
    assert rows is not None and [len(row) for row in rows.inline_keyboard] == [3]
    long = tuple(Button(f"poll:1:{n}", f"Quite a long answer, number {n}", "1️⃣") for n in range(12))
    rows = keyboards.keyboard((*long, Button("", "Answer in private", "✉️", "https://t.me/glocal_bot?start=j1")))
    assert rows is not None and [len(row) for row in rows.inline_keyboard] == [1] * 13
    assert rows.inline_keyboard[-1][0].url == "https://t.me/glocal_bot?start=j1"
    assert keyboards.keyboard(()) is None
    assert utf16_units(keyboards.button_label(Button("a:1", "x" * 200, "✅"))) <= keyboards.LABEL_LENGTH


def test_question_forces_a_reply() -> None:
    """A question forces a selective reply with the question as placeholder."""
    asked = keyboards.reply_markup(Content((Text("What is the\nquestion?"),), asks=True))
    assert isinstance(asked, ForceReply)
    assert asked.selective and asked.input_field_placeholder == "What is the question?"
    assert keyboards.reply_markup(Content((Text("hello"),))) is None


@pytest.mark.parametrize(
    ("mime", "size", "kind"),
    [
        ("image/jpeg", 10, "photo"), ("image/webp", 10, "photo"), ("image/png", 20_000_000, "document"),
        ("image/gif", 10, "animation"), ("video/mp4", 10, "video"), ("audio/ogg; codecs=opus", 10, "voice"),
        ("audio/mpeg", 10, "audio"), ("text/calendar", 10, "document"), ("application/x-tgsticker", 10, "document"),
    ],
)  # fmt: skip
def test_kind_of_upload(mime: str, size: int, kind: str) -> None:
    """The MIME type decides the kind of an upload, and a photo that is too large becomes a document."""
    assert uploads.kind_of(Attachment(name="a", mime=mime, size=size), size) == kind


def test_albums_group_files_by_kind() -> None:
    """Photos and videos share an album, audio files have their own, voice stays alone, and ten files are the limit."""
    files = [Upload(kind, b"x", "a") for kind in ("photo", "video", "audio", "audio", "voice", "photo")]
    assert [len(album) for album in uploads.group_albums(files)] == [2, 2, 1, 1]
    assert [len(album) for album in uploads.group_albums([Upload("photo", b"x", "a")] * 23)] == [10, 10, 3]


def test_unreadable_file_is_left_out() -> None:
    """The uploads leave out a file that the bot could not read."""
    attachments = tuple(Attachment(name=name, mime="image/png", size=1) for name in ("a", "b"))
    content = Content((Text("two"),), attachments=attachments)
    sending = Sending(key="k", call=Post(room="-1", content=content), files=(None, b"x"))
    assert [upload.name for upload in uploads.prepare_uploads(sending, attachments)] == ["b"]

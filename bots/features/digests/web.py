"""`digest file` and `digest feed`: the digest as a file in the chat, and at a secret address on the web."""

from __future__ import annotations

import secrets

from bots.commands.declaration import Arg, Args, Command
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.richtext import Link, Text
from bots.features.digests import pages
from bots.turn import files
from bots.turn.turn import Turn
from storage.queries import editions

FILE = Command(name="digest file", right=Right.CONNECTOR, needs="owned")
FEED = Command(
    name="digest feed", right=Right.CONNECTOR, needs="owned",
    args=(Arg(name="how", kind="choice", choices=("on", "renew", "off", "status"), required=False),),
)  # fmt: skip
ENTRIES = 20
"""Digests in a feed."""


async def send_file(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `digest file`: answer with the last digest as an HTML file."""
    place = turn.place
    sent = await editions.ended(turn.uow, place, 1, sent=True)
    if not sent:
        raise Refusal("digest-file-none", place=place.name)
    page = pages.page(place, sent, await editions.lines_of(turn.uow, [sent[0].id]))
    name = f"digest-{sent[0].until or sent[0].since:%Y-%m-%d}.html"
    file = files.text_file(name, "text/html", page, pages.date(sent[0], place))
    files.check_size(file, turn, "digest-file-cannot")
    turn.answer_content(Content(text=turn.answer_text("digest-file", place=place.name), attachments=(file,)))


async def set_feed(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `digest feed [on|renew|off]`: give the digest a secret web address, another one, or none."""
    place, how = turn.place, args.optional_text("how") or "status"
    if how == "off":
        place.feed_token = ""
        turn.answer("digest-feed-off", place=place.name)
        return
    base = turn.extensions.web_address
    if not base:
        raise Refusal("digest-feed-no-web")
    if how == "renew" or (how == "on" and not place.feed_token):
        place.feed_token = secrets.token_urlsafe(24)
    if not place.feed_token:
        raise Refusal("digest-feed-none", place=place.name)
    page, feed = f"{base}/digest/{place.feed_token}/", f"{base}/digest/{place.feed_token}/feed.atom"
    shown = {"page": Link(page, (Text(page),)), "feed": Link(feed, (Text(feed),))}
    turn.answer(f"digest-feed-{'renewed' if how == 'renew' else 'on'}", place=place.name, **shown)

"""How a highlight is shown: the copy in the network's room, and the note beside its source."""

from __future__ import annotations

from datetime import timedelta

from bots.core.inbound import Attachment
from bots.core.outbound import Button, Content
from bots.core.richtext import Break, Link, Quote, Rich, Text
from bots.core.sanitize import clean, cut
from bots.core.sanitize import name as safe_name
from bots.features.highlights import relaying
from bots.turn.turn import Turn
from storage.queries import highlights
from storage.tables import Community, Highlight, Member

LONGEST_QUOTE = 1500
MOST_FILES = 10


async def copy(subject: str, turn: Turn) -> Content | None:
    """The copy, in the language frame of the room that shows it."""
    highlight = await turn.uow.get(Highlight, int(subject))
    if highlight is None or highlight.state != "published":
        return None
    community = await turn.uow.get(Community, highlight.community_id)
    if community is None:
        return None
    carried = await highlights.carried_by(turn.uow, highlight)
    sent, left = _files(highlight, turn)
    words = (Break(), quote(highlight.text)) if highlight.text.strip() else ()
    foot = turn.text("highlight-foot", link=link(highlight, turn), count=carried)
    text = (*await _head(highlight, community, turn), *words, Break(), *_attached(left, turn), *foot)
    return Content(text=text, attachments=sent)


async def _head(highlight: Highlight, community: Community, turn: Turn) -> Rich:
    """Where it comes from; in another community's home also through which network."""
    who = await author(highlight, turn)
    if turn.scene.community is None or turn.scene.network is None:
        return turn.text("highlight-from", community=community.name, author=who)
    return turn.text("highlight-heard", network=turn.scene.network.name, community=community.name, author=who)


def _files(highlight: Highlight, turn: Turn) -> tuple[tuple[Attachment, ...], int]:
    """The attachments that can travel to the turn's room, and how many can't."""
    held = relaying.decode(highlight.files)
    sent = tuple(one for one in held if one.size <= turn.capabilities.upload_bytes)[:MOST_FILES]
    return sent, len(held) - len(sent)


def quote(text: str) -> Quote:
    """Somebody's words, cut, set apart."""
    lines = cut(clean(text).strip(), LONGEST_QUOTE).split("\n")
    return Quote(tuple(node for line in lines for node in (Break(), Text(line)))[1:])


def _attached(left: int, turn: Turn) -> Rich:
    return (*turn.text("highlight-attachments", count=left), Break()) if left else ()


def link(highlight: Highlight, turn: Turn) -> Rich:
    """The way to the source."""
    return (Link(highlight.link, turn.text("highlight-link")),) if highlight.link else turn.text("highlight-no-link")


async def author(highlight: Highlight, turn: Turn) -> Rich:
    """The author's name as far as they agreed to it."""
    member = await turn.uow.get(Member, highlight.author_id) if highlight.author_id else None
    if highlight.named or (member is not None and member.relay == "named"):
        return (Text(safe_name(highlight.author_name)),)
    return turn.text("highlight-somebody")


async def note(subject: str, turn: Turn) -> Content | None:
    """Beside the source: what will happen, and how its author can change it."""
    highlight = await turn.uow.get(Highlight, int(subject))
    if highlight is None:
        return None
    network = turn.scene.network.name if turn.scene.network else ""
    stop = Button(f"hlstop:{highlight.id}", turn.label("highlight-stop"), "🚫")
    name = Button(f"hlname:{highlight.id}", turn.label("highlight-name"), "🙋")
    about = quote(cut(highlight.text, 80))
    if highlight.state == "held":
        minutes = turn.scene.community.hold_back_minutes if turn.scene.community else 0
        at = highlight.created_at + timedelta(minutes=minutes)
        args = {"network": network, "at": at, "minutes": minutes, "author": await author(highlight, turn)}
        text = turn.text("highlight-held", about=about, **args)
        return Content(text=text, buttons=(stop,) if highlight.named else (name, stop))
    text_id = {"published": "highlight-published", "counting": "highlight-let-go"}.get(
        highlight.state, "highlight-stopped"
    )
    return Content(text=turn.text(text_id, about=about, network=network), buttons=_after(highlight, name, stop))


def _after(highlight: Highlight, name: Button, stop: Button) -> tuple[Button, ...]:
    if highlight.state != "published":
        return ()
    return (stop,) if highlight.named else (name, stop)

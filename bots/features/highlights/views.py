"""The copy of a highlight, and the note beside its original."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from msgspec import structs

from bots.core.inbound import Attachment
from bots.core.outbound import Button, Content
from bots.core.richtext import (
    Bold,
    Break,
    Code,
    Italic,
    Link,
    Mention,
    Node,
    Quote,
    Rich,
    Spoiler,
    Text,
    map_text,
    with_spoilers,
)
from bots.core.sanitize import display_name, strip_controls
from bots.core.truncation import truncate_rich
from bots.features.highlights import relaying, rules
from bots.turn.turn import Turn
from storage.queries import highlights
from storage.tables import Community, Highlight, HighlightState, Member, RelayConsent

MAX_QUOTE_LENGTH = 1500
MAX_FILES = 10
_NOTE_QUOTE_LENGTH = 80
_NOTE_TEXTS = {HighlightState.PUBLISHED: "highlight-published", HighlightState.COUNTING: "highlight-let-go"}


async def render_copy(subject: str, turn: Turn) -> Content | None:
    """Render the copy for the turn's room."""
    highlight = await turn.uow.get(Highlight, int(subject))
    if highlight is None or highlight.state != HighlightState.PUBLISHED:
        return None
    community = await turn.uow.get(Community, highlight.community_id)
    if community is None:
        return None
    supporters = await turn.uow.remember(
        ("supporters", highlight.id), ("reactions",), lambda: highlights.count_all_supporters(turn.uow, highlight)
    )
    files, skipped = _select_files(highlight, turn)
    quote = (Break(), _quote(highlight, MAX_QUOTE_LENGTH)) if highlight.text.strip() else ()
    missing = (*turn.text("highlight-attachments", count=skipped), Break()) if skipped else ()
    foot = turn.text("highlight-foot", link=link(highlight, turn), count=supporters)
    text = (*await _head(highlight, community, turn), *quote, Break(), *missing, *foot)
    return Content(text=text, attachments=files)


async def _head(highlight: Highlight, community: Community, turn: Turn) -> Rich:
    """Return the origin, with the author's name if they agreed; in another community's home also the network."""
    text_id = "highlight-from" if await _is_named(highlight, turn) else "highlight-from-somebody"
    author = display_name(highlight.author_name)
    head = turn.text(text_id, community=community.name, author=author)
    if turn.room_context.community is None or turn.room_context.network is None:
        return head
    return turn.text("highlight-heard", network=turn.network.name, origin=head)


def _select_files(highlight: Highlight, turn: Turn) -> tuple[tuple[Attachment, ...], int]:
    """Return the attachments that the room's platform accepts, and the number of the others."""
    files = relaying.decode(highlight.files)
    accepted = tuple(file for file in files if file.size <= turn.capabilities.upload_bytes)[:MAX_FILES]
    return accepted, len(files) - len(accepted)


def _quote(highlight: Highlight, length: int) -> Quote:
    return Quote(truncate_rich(words(highlight), length))


def words(highlight: Highlight) -> Rich:
    """Return what the author wrote, with its formatting."""
    if highlight.formatted:
        return _without_commands(map_text(msgspec.json.decode(highlight.formatted, type=Rich), strip_controls))
    return with_spoilers(strip_controls(highlight.text).strip())


def _without_commands(rich: Rich) -> Rich:
    """Return what somebody wrote without code that looks like a command: only our own texts offer commands to press."""
    return tuple(_without_command(node) for node in rich)


def _without_command(node: Node) -> Node:
    match node:
        case Code(value) if value.lstrip()[:1] in ("!", "/"):
            return Text(value)
        case Bold(children) | Italic(children) | Quote(children) | Spoiler(children) | Link(_, children):
            return structs.replace(node, children=_without_commands(children))
        case _:
            return node


def link(highlight: Highlight, turn: Turn) -> Rich:
    """Return the link to the original, or a text if there is none."""
    return (Link(highlight.link, turn.text("highlight-link")),) if highlight.link else turn.text("highlight-no-link")


async def _is_named(highlight: Highlight, turn: Turn) -> bool:
    """Return whether the author agreed to show their name."""
    member = await turn.uow.get(Member, highlight.author_id) if highlight.author_id else None
    return highlight.named or (member is not None and member.relay == RelayConsent.NAMED)


async def render_note(subject: str, turn: Turn) -> Content | None:
    """Render the note beside the original: what will happen, and buttons by which the author can change it."""
    highlight = await turn.uow.get(Highlight, int(subject))
    if highlight is None:
        return None
    network = turn.room_context.network.name if turn.room_context.network else ""
    about = _quote(highlight, _NOTE_QUOTE_LENGTH)
    if highlight.state != HighlightState.HELD:
        text_id = _NOTE_TEXTS.get(highlight.state, "highlight-stopped")
        buttons = _buttons(highlight, turn) if highlight.state == HighlightState.PUBLISHED else ()
        return Content(text=turn.text(text_id, about=about, network=network), buttons=buttons)
    who = Mention(highlight.author_user, display_name(highlight.author_name))
    named = await _is_named(highlight, turn)
    signed = turn.text("highlight-with-name" if named else "highlight-without-name", author=who.name)
    text_id, when = _when(highlight, turn)
    text = turn.text(text_id, about=about, network=network, who=who, signed=signed, **when)
    return Content(text=text, buttons=_buttons(highlight, turn), mentions=(highlight.author_user,))


def _when(highlight: Highlight, turn: Turn) -> tuple[str, dict[str, object]]:
    """Return the note's text and its arguments about time: in how many minutes, or after quiet hours."""
    community = turn.room_context.community
    minutes = community.hold_back_minutes if community is not None else 0
    noticed = highlight.created_at + timedelta(minutes=minutes)
    at = rules.publication_time(highlight, community) if community is not None else noticed
    text_id = "highlight-held" if at == noticed else "highlight-held-later"
    return text_id, {"at": turn.moment(at, style="time"), "minutes": minutes}


def _buttons(highlight: Highlight, turn: Turn) -> tuple[Button, ...]:
    published = highlight.state == HighlightState.PUBLISHED
    label = turn.label("highlight-take-back" if published else "highlight-stop")
    stop = Button(f"hlstop:{highlight.id}", label, "🚫")
    show_name = Button(f"hlname:{highlight.id}", turn.label("highlight-name"), "🙋")
    return (stop,) if highlight.named else (show_name, stop)

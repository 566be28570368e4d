"""The copy of a highlight, and the note beside its original."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from bots.core.card_id import CardId
from bots.core.inbound import Attachment
from bots.core.outbound import Button, Content
from bots.core.richtext import Break, Link, Mention, Quote, Rich, Text, join
from bots.core.sanitize import display_name
from bots.core.truncation import truncate_rich
from bots.features.highlights import conversation_text, conversations, numbers, relaying, rules, translations
from bots.features.highlights.wording import words
from bots.i18n import texts
from bots.turn.turn import Turn
from storage.queries import consents, decisions, highlights, memberships
from storage.tables import Community, ConsentStyle, DecisionState, Highlight, HighlightState, Network, RelayConsent

MAX_QUOTE_LENGTH = 1500
MAX_FILES = 10
_NOTE_QUOTE_LENGTH = 80
_MAX_NAMED = 10
"""Networks that the note names."""
_OUTCOMES = {
    "highlight-published": decisions.SHOWN,
    "highlight-waiting": (DecisionState.QUEUED,),
    "highlight-in-digest": (DecisionState.DIGEST,),
    "highlight-declined": (DecisionState.DECLINED,),
}
"""What the note says of a published message: the first of these that holds for some network."""
_OF_OBJECTS = {"highlight-held": "highlight-object-held", "highlight-held-later": "highlight-object-held-later"}
"""What the note says of a community's own object instead of a message."""


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
    said = await _body(highlight, turn)
    if said is None:
        return None
    files, skipped = _select_files(highlight, turn)
    quote = (Break(), *await translations.beside(highlight, said, MAX_QUOTE_LENGTH, turn)) if said else ()
    missing = (*turn.text("highlight-attachments", count=skipped), Break()) if skipped else ()
    foot = turn.text("highlight-footer", link=link(highlight, turn), count=supporters)
    text = (*await _head(highlight, community, turn), *quote, Break(), *missing, *foot)
    return Content(text=text, attachments=files, buttons=await translations.button(highlight, community, turn))


async def _body(highlight: Highlight, turn: Turn) -> Rich | None:
    """Return what the author wrote, or the community's own object as this room reads it; None if that is gone."""
    if not highlight.source:
        return words(highlight)
    if conversations.is_conversation(highlight):
        return await conversation_text.tell(highlight, turn)
    card = CardId.parse(highlight.source)
    shown = await turn.extensions.sharings[card.kind].render(int(card.subject), turn)
    return shown.text if shown is not None else None


async def _head(highlight: Highlight, community: Community, turn: Turn) -> Rich:
    """Return the origin, with the author's name if they agreed, and the network through which it came."""
    text_id = "highlight-from" if await _is_named(highlight, turn) else "highlight-from-somebody"
    text_id = f"highlight-from-{CardId.parse(highlight.source).kind}" if highlight.source else text_id
    author = display_name(highlight.author_name)
    head = turn.text(text_id, community=community.name, author=author)
    through = await _came_through(highlight, turn)
    return turn.text("highlight-heard", network=through.name, origin=head) if through is not None else head


async def _came_through(highlight: Highlight, turn: Turn) -> Network | None:
    """Return the network that brought a highlight to the turn's room, unless it came straight from its community."""
    here = turn.room_context.own_network
    if here is None:
        near = tuple(network.id for network in turn.room_context.networks)
        query = partial(decisions.networks_in_state, turn.uow, highlight, decisions.SHOWN, among=near, limit=1)
        shown = await turn.uow.remember(("through", highlight.id, near), ("decisions", "networks"), query)
        return next(iter(shown), None)
    way = await decisions.way_to(turn.uow, highlight, here)
    if way is None or way.community_id is not None:
        return None
    return await turn.uow.get(Network, way.child_id if way.network_id == here.id else way.network_id)


def _select_files(highlight: Highlight, turn: Turn) -> tuple[tuple[Attachment, ...], int]:
    """Return the attachments that the room's platform accepts, and the number of the others."""
    files = relaying.decode(highlight.files)
    accepted = tuple(file for file in files if file.size <= turn.capabilities.upload_bytes)[:MAX_FILES]
    return accepted, len(files) - len(accepted)


def _quote(highlight: Highlight, length: int) -> Quote:
    return Quote(truncate_rich(words(highlight), length))


def short_quote(highlight: Highlight) -> Quote:
    """Return the beginning of what the author wrote."""
    return _quote(highlight, _NOTE_QUOTE_LENGTH)


def full_quote(highlight: Highlight) -> Quote:
    """Return what the author wrote, as copies show it."""
    return _quote(highlight, MAX_QUOTE_LENGTH)


def link(highlight: Highlight, turn: Turn) -> Rich:
    """Return the link to the original, or a text if it has no link. A community's own object needs no original."""
    if highlight.source and not conversations.is_conversation(highlight):
        return turn.text("highlight-own")
    return (Link(highlight.link, turn.text("highlight-link")),) if highlight.link else turn.text("highlight-no-link")


async def _is_named(highlight: Highlight, turn: Turn) -> bool:
    """Return whether the author agreed to show their name."""
    if highlight.named or highlight.author_id is None:
        return highlight.named
    return await consents.of_member(turn.uow, highlight.author_id, highlight.community_id) == RelayConsent.NAMED


async def render_note(subject: str, turn: Turn) -> Content | None:
    """Render the note beside the original: what will happen, and the author's buttons to change it."""
    highlight = await turn.uow.get(Highlight, int(subject))
    if highlight is None:
        return None
    if highlight.state in (HighlightState.ASKED, HighlightState.HELD):
        return await (_propose_conversation if conversations.is_conversation(highlight) else _proposal)(highlight, turn)
    about = short_quote(highlight)
    if highlight.state != HighlightState.PUBLISHED:
        kept = "highlight-conversation-stopped" if conversations.is_conversation(highlight) else "highlight-stopped"
        text_id = "highlight-let-go" if highlight.state == HighlightState.COUNTING else kept
        return Content(text=turn.text(text_id, about=about))
    text_id, networks = await _outcome(highlight, turn)
    names = [network.name for network in networks]
    named = Text(", ".join((*names[:_MAX_NAMED], "…"))) if len(names) > _MAX_NAMED else texts.All(names)
    came_back = await numbers.describe(highlight, turn)
    reasons = await decisions.reasons(turn.uow, highlight)
    why = [turn.text("highlight-left-out", network=one.name, reason=said) for one, said in reasons]
    text = join([turn.text(text_id, about=about, network=named), *([came_back] if came_back else []), *why])
    return Content(text=text, buttons=await _buttons(highlight, turn))


async def _outcome(highlight: Highlight, turn: Turn) -> tuple[str, Sequence[Network]]:
    """Return the note's text for what became of a published message, and the networks that it names."""
    for text_id, states in _OUTCOMES.items():
        networks = await decisions.networks_in_state(turn.uow, highlight, states, limit=_MAX_NAMED + 1)
        if networks:
            return text_id, networks
    return "highlight-published", turn.room_context.shares_with


async def _proposal(highlight: Highlight, turn: Turn) -> Content:
    """Render the question to the author, or what happens after the hold-back."""
    who = Mention(highlight.author_user, display_name(highlight.author_name))
    reach = await memberships.reach(turn.uow, turn.community) if turn.room_context.community is not None else ()
    arguments = {"about": short_quote(highlight), "network": texts.All(one.name for one in reach) or ("–",), "who": who}
    if highlight.source:
        text_id, when = _when(highlight, turn)
        text = turn.text(_OF_OBJECTS[text_id], **arguments, **when)
        return Content(text=text, buttons=await _buttons(highlight, turn))
    if highlight.state == HighlightState.ASKED:
        supporters = await highlights.count_all_supporters(turn.uow, highlight)
        text = turn.text("highlight-asked", count=supporters, **arguments)
        return Content(text=text, buttons=_choices(highlight, turn), mentions=(highlight.author_user,))
    named = await _is_named(highlight, turn)
    signed = turn.text("highlight-with-name" if named else "highlight-without-name", author=who.name)
    text_id, when = _when(highlight, turn)
    text = turn.text(text_id, signed=signed, **arguments, **when)
    return Content(text=text, buttons=await _buttons(highlight, turn), mentions=(highlight.author_user,))


async def _propose_conversation(highlight: Highlight, turn: Turn) -> Content:
    """Render the question to everybody who wrote a message of a conversation, or what happens after the hold-back."""
    reach = await memberships.reach(turn.uow, turn.community) if turn.room_context.community is not None else ()
    return await conversation_text.propose(
        highlight, texts.All(one.name for one in reach) or ("–",), _when(highlight, turn)[1], turn
    )


def _when(highlight: Highlight, turn: Turn) -> tuple[str, dict[str, object]]:
    """Return the note's text and its arguments about time: in how many minutes, or after quiet hours."""
    community = turn.room_context.community
    minutes = community.hold_back_minutes if community is not None else 0
    noticed = highlight.created_at + timedelta(minutes=minutes)
    at = rules.publication_time(highlight, community) if community is not None else noticed
    text_id = "highlight-held" if at == noticed else "highlight-held-later"
    return text_id, {"at": turn.moment(at, style="time"), "minutes": minutes}


def _choices(highlight: Highlight, turn: Turn) -> tuple[Button, ...]:
    """Return the author's answers."""
    return (
        Button(f"hlname:{highlight.id}", turn.label("highlight-yes-named"), "🙋"),
        Button(f"hlyes:{highlight.id}", turn.label("highlight-yes"), "🙂"),
        Button(f"hlstop:{highlight.id}", turn.label("highlight-not-this"), "🚫"),
        Button(f"hlnever:{highlight.id}", turn.label("highlight-never-mine"), "🔕"),
    )


async def _buttons(highlight: Highlight, turn: Turn) -> tuple[Button, ...]:
    published = highlight.state == HighlightState.PUBLISHED
    if conversations.is_conversation(highlight):
        return (Button(f"hlstop:{highlight.id}", turn.label("highlight-conversation-back"), "🚫"),)
    label = turn.label("highlight-take-back" if published else "highlight-stop")
    stop = Button(f"hlstop:{highlight.id}", label, "🚫")
    if highlight.source:
        return (stop,)
    show_name = Button(f"hlname:{highlight.id}", turn.label("highlight-name"), "🙋")
    always = Button(f"hlalways:{highlight.id}", turn.label("highlight-always"), "🔁")
    agreed = (always,) if await _agreed_to_this_one(highlight, turn) else ()
    spam = () if published else (Button(f"hlspam:{highlight.id}", turn.label("highlight-spam"), "⛔"),)
    return (stop, *agreed, *spam) if highlight.named else (show_name, stop, *agreed, *spam)


async def _agreed_to_this_one(highlight: Highlight, turn: Turn) -> bool:
    """Return whether the author was asked about this message and has no lasting answer."""
    community = turn.room_context.community
    if community is None or community.consent != ConsentStyle.ASK or highlight.author_id is None:
        return False
    return await consents.of_member(turn.uow, highlight.author_id, community.id) == RelayConsent.ASK

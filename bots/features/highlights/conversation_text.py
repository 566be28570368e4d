"""The text of a conversation, with the name before each message: in its copies and in the question to its authors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bots.core.outbound import Button, Content
from bots.core.richtext import Mention, Quote, Rich, Text, join
from bots.core.sanitize import display_name
from bots.core.truncation import truncate_rich
from bots.features.highlights import conversations
from bots.features.highlights.wording import words
from bots.turn.turn import Turn
from storage.queries import consents
from storage.tables import Highlight, HighlightState, RelayConsent

_SHORT = 80
"""Letters of each message in the question."""
_FULL = 1400 // conversations.MOST
"""Letters of each message in a copy of the longest conversation; of a shorter one, more."""


async def tell(whole: Highlight, turn: Turn) -> Rich:
    """Return what everybody said, under the names of those who agreed to it."""
    parts = await conversations.parts_of(whole, turn)
    length = _FULL * conversations.MOST // max(1, len(parts))
    return _lines([(await _speaker(part, parts, turn), part) for part in parts], length, turn)


def _lines(said: Sequence[tuple[str, Highlight]], length: int, turn: Turn) -> Rich:
    lines: list[Rich] = []
    for speaker, part in said:
        text = truncate_rich(words(part), length) if part.text.strip() else (Text("📎"),)
        lines.append(turn.text("highlight-conversation-line", who=speaker, text=text))
    return join(lines)


async def _speaker(part: Highlight, parts: Sequence[Highlight], turn: Turn) -> str:
    """Return the author's name if they agreed, else a number that tells the voices apart."""
    lasting = await consents.of_member(turn.uow, part.author_id or 0, part.community_id)
    if part.named or lasting == RelayConsent.NAMED:
        return display_name(part.author_name)
    voices = list(dict.fromkeys(one.author_id for one in parts))
    return turn.label("highlight-voice", number=voices.index(part.author_id) + 1)


async def propose(whole: Highlight, networks: tuple[str, ...], when: Mapping[str, object], turn: Turn) -> Content:
    """Ask those who have not answered, or tell what happens after the hold-back."""
    parts = await conversations.parts_of(whole, turn)
    asked = whole.state == HighlightState.ASKED
    people = {
        part.author_user: Mention(part.author_user, display_name(part.author_name))
        for part in parts
        if not asked or part.state == HighlightState.ASKED
    }
    about = Quote(_lines([(display_name(part.author_name), part) for part in parts], _SHORT, turn))
    who = join([(person,) for person in people.values()], (Text(", "),))
    text_id = "highlight-conversation-ask" if asked else "highlight-conversation-held"
    text = turn.text(text_id, who=who, about=about, network=networks, count=len(parts), at=when["at"])
    return Content(text=text, buttons=_buttons(whole, turn, asked=asked), mentions=tuple(people))


def _buttons(whole: Highlight, turn: Turn, *, asked: bool) -> tuple[Button, ...]:
    name = Button(f"hcname:{whole.id}", turn.label("highlight-yes-named" if asked else "highlight-name"), "🙋")
    yes = Button(f"hcyes:{whole.id}", turn.label("highlight-yes"), "🙂")
    stop = Button(f"hlstop:{whole.id}", turn.label(f"highlight-conversation-{'not' if asked else 'stop'}"), "🚫")
    never = Button(f"hcnever:{whole.id}", turn.label("highlight-never-mine"), "🔕")
    return (name, yes, stop, never) if asked else (name, stop)

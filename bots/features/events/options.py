"""What a typed event says beside what, when and where: how many people can come."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.features.events import capacity_phrase
from storage.tables import Event


def set_options(event: Event, line: str, args: Args) -> None:
    """Store what the line and the named arguments say. Raises Refusal for a value that can't be."""
    said = capacity_phrase.cut(line).capacity
    places = args.optional_text("places")
    event.capacity = capacity_phrase.parse(places, "places") if places else said

"""`tag`: words with which coordinators find communities. A community sees its tags, and can refuse one."""

from __future__ import annotations

from collections.abc import Sequence

from bots.commands import tag_words
from bots.commands.declaration import Args
from bots.core.confusables import look_alike
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Code, Rich, Text, join
from bots.turn import coordinator_answer, network_parts, network_rooms
from bots.turn.notices import PlaceLeftNetwork
from bots.turn.turn import Turn
from storage.queries import tags
from storage.queries.memberships import Place
from storage.tables import Membership, MembershipTag, Network


async def add(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `tag add TAG NAME[, NAME…]`, and tell each of them. A tag that a community refused stays refused."""
    lines, network = list[Rich](), turn.network
    for part, membership in await network_parts.named(args.text("name"), network, turn):
        lines.append(await _add(args.text("tag"), part, membership, network, turn))
    turn.answer_content(Content(text=join(lines)))


async def _add(typed: str, part: Place, membership: Membership, network: Network, turn: Turn) -> Rich:
    tag, label = tag_words.parse(typed), tag_words.label(typed)
    present = await tags.of_membership(turn.uow, membership.id)
    known = next((one for one in present if one.tag == tag), None)
    if known is not None:
        text_id = "tag-refused-already" if known.refused else "tag-already"
        return turn.answer_text(text_id, tag=known.label, place=part.name)
    if len(present) >= tag_words.MAX_TAGS:
        return turn.answer_text("tag-too-many", place=part.name, limit=tag_words.MAX_TAGS)
    await turn.uow.add(MembershipTag(membership_id=membership.id, tag=tag, label=label, created_at=turn.now))
    for there in await network_rooms.rooms_to_tell(part, turn):
        there.post("tag-told", silent=True, tag=label, place=part.name, network=network.name)
    return turn.answer_text("tag-added", tag=label, place=part.name)


async def remove(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `tag remove TAG NAME[, NAME…]`."""
    tag, network = tag_words.parse(args.text("tag")), turn.network
    lines = list[Rich]()
    for part, membership in await network_parts.named(args.text("name"), network, turn):
        found = await tags.find(turn.uow, membership.id, tag)
        has_it = found is not None and not found.refused
        if found is not None and has_it:
            await turn.uow.delete(found)
        shown = found.label if found is not None else tag_words.label(args.text("tag"))
        lines.append(turn.answer_text("tag-removed" if has_it else "tag-not", tag=shown, place=part.name))
    turn.answer_content(Content(text=join(lines)))


async def show(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `tag list`: in a community's room its tags; in a network's room all that it uses, or those of one part."""
    context, given = turn.room_context, args.optional_text("name")
    if context.community is not None:
        turn.answer_content(Content(text=await _own(context.community, turn)))
        return
    network = turn.network
    if given is not None:
        part, membership = (await network_parts.named(given, network, turn))[0]
        shown = [one.label for one in await tags.of_membership(turn.uow, membership.id) if not one.refused]
        text_id = "tag-list-part" if shown else "tag-list-part-none"
        text = turn.answer_text(text_id, place=part.name, tags=_codes(shown))
        coordinator_answer.answer(Content(text=text), turn)
        return
    used = await tags.used_in(turn.uow, network.id)
    if not used:
        raise Refusal("tag-none-used", network=network.name)
    lines = [turn.answer_text("tag-line", tag=tag, count=count) for tag, count in used]
    text = join([turn.answer_text("tag-list-title", network=network.name), *lines])
    coordinator_answer.answer(Content(text=text), turn)


async def _own(place: Place, turn: Turn) -> Rich:
    """Return the tags of a place in each of its networks. Raises Refusal("tag-none-given")."""
    given = await tags.of_place(turn.uow, place)
    if not given:
        raise Refusal("tag-none-given", place=place.name)
    lines = [turn.answer_text("tag-own-title", place=place.name)]
    for tag, network in given:
        text_id = "tag-own-refused" if tag.refused else "tag-own-line"
        lines.append(turn.answer_text(text_id, tag=tag.label, network=network.name))
    return join([*lines, turn.answer_text("tag-own-footer")])


async def refuse(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `tag refuse TAG [NETWORK]`: remove the tag from the room's community or network, and keep it off."""
    found = await _given(args, turn)
    if all(tag.refused for tag, _ in found):
        raise Refusal("tag-refused-before", tag=found[0][0].label)
    for tag, network in found:
        tag.refused = True
        turn.answer("tag-refused", tag=tag.label, network=network.name)


async def allow(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `tag allow TAG [NETWORK]`: a tag that was refused counts again."""
    found = [(tag, network) for tag, network in await _given(args, turn) if tag.refused]
    if not found:
        raise Refusal("tag-not-refused", tag=tag_words.label(args.text("tag")))
    for tag, network in found:
        tag.refused = False
        turn.answer("tag-allowed", tag=tag.label, network=network.name)


async def _given(args: Args, turn: Turn) -> Sequence[tuple[MembershipTag, Network]]:
    """Return the tag that the networks above the room's place gave it, of all or of one. Raises Refusal."""
    place = turn.place
    wanted, name = tag_words.parse(args.text("tag")), args.optional_text("network")
    every = await tags.of_place(turn.uow, place)
    found = [
        (tag, network)
        for tag, network in every
        if tag.tag == wanted and (name is None or look_alike(network.name, name))
    ]
    if not found:
        text_id = "tag-not-given" if every else "tag-none-given"
        given = _codes(dict.fromkeys(tag.label for tag, _ in every))
        raise Refusal(text_id, tag=tag_words.label(args.text("tag")), place=place.name, tags=given)
    return found


def _codes(words: Sequence[str] | dict[str, None]) -> Rich:
    return join([(Code(word),) for word in words], (Text(", "),))


async def forget(_notice: PlaceLeftNetwork, turn: Turn) -> None:
    """Delete the tags of a place that has left their network."""
    await tags.delete_ended(turn.uow)

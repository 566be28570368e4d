"""`poll edit`: another question, other options or another deadline. After the first vote, only spelling."""

from __future__ import annotations

import json
from datetime import datetime

from msgspec import structs

from bots.commands.declaration import Args
from bots.core.refusal import Refusal
from bots.features.polls import changed_rules, date_options, repeating, rules, settings, wording
from bots.features.polls.posting import has_native_poll, post_again, set_timers
from bots.features.polls.proposals import Proposal, parse_deadline
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import Poll, PollKind, PollState, PollStyle


def as_proposal(poll: Poll) -> Proposal:
    """Return a poll as a draft that will take its place, without the options that were removed."""
    left, given = rules.standing(poll), settings.of(poll)
    given = structs.replace(
        given, emoji=tuple(emoji for _, emoji, _ in left) if given.emoji else (), removed_at=None, planned_end=None,
        dates=tuple(given.dates[index] for index, _, _ in left) if given.dates else (),
    )  # fmt: skip
    return Proposal(
        question=poll.question, options=tuple(label for _, _, label in left), max_choices=poll.max_choices,
        closes_at=poll.closes_at, edits=poll.id, kind=poll.kind, settings=given,
        starts_at=poll.starts_at if poll.state == PollState.WAITING else None,
    )  # fmt: skip


def merge(old: Proposal, args: Args, turn: Turn) -> Proposal:
    """Return a poll with the new words instead of the old ones. Raises Refusal."""
    if old.kind == PollKind.CONSENT and "options" in args.values:
        raise Refusal("poll-options-fixed", argument="options")
    options, dates, emojis = old.options, old.settings.dates, old.settings.emoji
    if "options" in args.values:
        typed = args.words("options")
        options, dates = date_options.read(typed, turn) if dates else (wording.options(typed), ())
        emojis = emojis if len(emojis) == len(options) else ()
    close, choices = args.optional_text("close"), args.optional_text("choices")
    given = changed_rules.merge(old.settings, args, old.kind, len(options))
    return structs.replace(
        old,
        question=wording.question(args.text("question")) if "question" in args.values else old.question,
        options=options,
        settings=structs.replace(given, dates=dates, emoji=given.emoji if "emoji" in args.values else emojis),
        max_choices=wording.max_choices(choices, len(options)) if choices else min(old.max_choices, len(options)),
        close=close or old.close,
        closes_at=parse_deadline(close, turn, since=old.starts_at) if close else old.closes_at,
    )


def only_rewords_question(old: Proposal, new: Proposal, args: Args) -> bool:
    """Return whether somebody typed another question and nothing else: it may be meant for something else."""
    return not args.values.keys() - {"number", "question"} and not wording.only_spelling(old, new)


async def apply_proposal(proposal: Proposal, turn: Turn) -> None:
    """Change the poll that a draft corrects, and the waiting one that was to say the same.

    Raises Refusal if it was closed, or if people voted for other words.
    """
    poll = await turn.held_row(Poll, str(proposal.edits))
    rules.check_changeable(poll)
    old, voted = as_proposal(poll), bool(await polls.ballot_counts(turn.uow, poll.id))
    looks = [(one.question, one.options, one.settings.emoji) for one in (old, proposal)]
    reworded = looks[0] != looks[1]
    if voted and not wording.only_spelling(old, proposal):
        raise Refusal("poll-edit-voted", number=poll.number)
    if voted:
        changed_rules.check(old.settings, proposal.settings, poll.number)
    if old.settings.anonymous and not proposal.settings.anonymous:
        raise Refusal("poll-anonymous-stays")
    if poll.state == PollState.WAITING:
        poll.closes_at = proposal.closes_at
        _set_words(poll, proposal, keeps_numbers=False)
        turn.answer("poll-edited", number=poll.number)
        return
    _set_close(poll, proposal.closes_at, turn)
    _set_words(poll, proposal, keeps_numbers=voted)
    if voted:
        poll.corrected_at = turn.now if reworded else poll.corrected_at
    else:
        poll.changed_at = turn.occurred_at if reworded else poll.changed_at
    if proposal.settings != old.settings:
        await _follow_rules(poll, turn)
    await _show_changed(poll, turn, again=reworded and not voted)
    following = await repeating.following(poll, turn)
    if following is not None and _follow(following, old, proposal):
        turn.answer("poll-edited-both", number=poll.number, next=following.number)
    else:
        turn.answer("poll-edited", number=poll.number)


def _follow(following: Poll, old: Proposal, new: Proposal) -> bool:
    """Change what the poll that follows had in common with the old words and rules. Return whether that is anything.

    What somebody changed in it before stays. Its deadline is its own, and so is what it keeps of its rule.
    """
    now = as_proposal(following)
    words = {
        name: getattr(new, name)
        for name in ("question", "options", "max_choices")
        if getattr(now, name) == getattr(old, name)
    }
    rules_ = {
        name: getattr(new.settings, name)
        for name in changed_rules.FIELDS
        if getattr(now.settings, name) == getattr(old.settings, name)
    }
    changed = structs.replace(now, **words, settings=structs.replace(now.settings, **rules_))
    _set_words(following, changed, keeps_numbers=False)
    return changed != now


def _set_words(poll: Poll, proposal: Proposal, *, keeps_numbers: bool) -> None:
    """Set what a poll says. `keeps_numbers`: ballots name its options by their numbers, also beside removed ones."""
    options, given = proposal.options, proposal.settings
    if keeps_numbers:
        words, old = iter(options), settings.of(poll)
        options = tuple(next(words) if text else "" for text in rules.labels(poll))
        given = structs.replace(given, emoji=old.emoji, dates=old.dates, removed_at=old.removed_at)
    poll.question, poll.options = proposal.question, json.dumps(options)
    poll.max_choices, poll.settings = proposal.max_choices, settings.as_json(given)


async def _follow_rules(poll: Poll, turn: Turn) -> None:
    """Set the timers of other rules, and take back a native poll that cannot follow them."""
    given = settings.of(poll)
    turn.cancel_timer("poll-nudge", f"{poll.id}:0")
    set_timers(poll, turn)
    if given.early:
        turn.schedule("poll-early", str(poll.id), turn.now)
    if poll.style != PollStyle.CARD and not rules.is_plain(poll.kind, given):
        await turn.withdraw_card(f"pollnative:{poll.id}")
        poll.style = PollStyle.CARD


async def _show_changed(poll: Poll, turn: Turn, *, again: bool) -> None:
    """Redraw the poll. `again`: nobody can change the words of a native poll, so replace it by a new one."""
    there = await turn.in_room_of(poll) or turn
    if again and await has_native_poll(poll, turn):
        await post_again(poll, there)
    else:
        turn.refresh_card(f"poll:{poll.id}")


def _set_close(poll: Poll, closes_at: datetime | None, turn: Turn) -> None:
    """Set the end of a poll, and its timer."""
    if poll.closes_at == closes_at:
        return
    poll.closes_at = closes_at
    if closes_at is None:
        turn.cancel_timer("poll-close", str(poll.id))
    else:
        set_timers(poll, turn)

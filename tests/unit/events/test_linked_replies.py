"""What the reply that stands keeps of the one that another account of the same person gave before."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bots.features.events.linked_accounts import inherit
from storage.tables import Rsvp, RsvpAnswer

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
EARLIER = NOW - timedelta(hours=1)


def reply(answer: RsvpAnswer = RsvpAnswer.YES, **more: object) -> Rsvp:
    """Return a reply."""
    made = Rsvp(occurrence_id=1, person_id=1, member_id=1, answer=answer, at=NOW)
    return made.sqlmodel_update(more)


def test_a_place_is_kept_by_who_waits_with_the_newer_reply() -> None:
    """Somebody who has a place keeps it, with as many guests as fit."""
    newest = reply(waiting_since=NOW, guests=3)
    inherit(newest, reply(guests=1))
    assert (newest.waiting_since, newest.guests) == (None, 1)


def test_the_earlier_place_in_the_line_is_kept() -> None:
    """Of two places in the line the one nearer to its head is theirs, and no offer goes over to it."""
    newest = reply(waiting_since=NOW, offered_until=NOW)
    inherit(newest, reply(waiting_since=EARLIER, automatic=True))
    assert (newest.waiting_since, newest.offered_until, newest.automatic) == (EARLIER, None, True)
    inherit(newest, reply(waiting_since=NOW))
    assert newest.waiting_since == EARLIER


@pytest.mark.parametrize("answer", [RsvpAnswer.MAYBE, RsvpAnswer.NO])
def test_a_newer_no_or_maybe_gives_the_place_up(answer: RsvpAnswer) -> None:
    """The newest answer is what counts; the place of an older yes is free."""
    newest = reply(answer)
    inherit(newest, reply(guests=2))
    assert (newest.answer, newest.guests, newest.waiting_since) == (answer, 0, None)


def test_an_older_no_has_no_place_to_keep() -> None:
    """Who said no with one account and waits with the other goes on waiting; so does who left the room."""
    for older in (reply(RsvpAnswer.NO), reply(left_at=EARLIER)):
        newest = reply(waiting_since=NOW)
        inherit(newest, older)
        assert newest.waiting_since == NOW


def test_what_was_said_and_ticked_off_stays() -> None:
    """The answer to the hosts, how it was, and that they came are not lost; what is newer stands."""
    newest = reply(note="vegan")
    inherit(newest, reply(RsvpAnswer.NO, note="late", feedback="good", checked_in_at=EARLIER))
    assert (newest.note, newest.feedback, newest.checked_in_at) == ("vegan", "good", EARLIER)

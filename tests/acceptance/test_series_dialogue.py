"""Tests for events that come again and again, as the room sees them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlmodel import select

from storage.tables import Event, EventSeries, EventState, Occurrence, Timer
from tests.acceptance.event_steps import announce_event, event_cards, plain_text, reminder_messages, rsvp
from tests.stage import PLAIN, RICH, Stage, staged

YOGA = "!event Yoga every tuesday 6pm except august in the hall"


async def _numbers(stage: Stage) -> list[tuple[int | None, str | None]]:
    """Return the number and the date of each event of a series, oldest first."""
    async with stage.database.reading() as uow:
        rows = await uow.all(select(Event).where(Event.state == EventState.PLANNED).order_by(Event.id))  # type: ignore[arg-type]  # a column
        return [(event.number, event.recurrence) for event in rows]


async def test_preview_states_the_rule_and_the_next_dates(tmp_path: Path) -> None:
    """The preview says in words how often it is, and when the next three times are."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", YOGA)
        assert plain_text(stage.last()).split("\n") == [
            "Shall I announce this? Yoga",
            "📅 Tuesday, 1 December 2026 at 18:00 (Paris time)",
            "🔁 every Tuesday, except in August",
            "📆 Next: Tue, 1 Dec · Tue, 8 Dec · Tue, 15 Dec",
            "📍 the hall",
            "⏰ Reminders: 1 day before, 1 hour before, at the start",
            "Type yes (or ✅) to announce it, no (or ❌) to drop it. I’ll wait a day.",
        ]


@pytest.mark.parametrize(
    ("locale", "zone", "typed", "rule", "dates"),
    [
        (
            "fr", "Europe/Paris", "!événement Yoga tous les mardis et jeudis 18h sauf août et jours fériés",
            "🔁 chaque mardi et jeudi, sauf en août, sauf les jours fériés (France)",
            "📆 Prochaines dates : jeu. 26 nov. · mar. 1 déc. · jeu. 3 déc.",
        ),
        (
            "de", "Europe/Berlin", "!termin Chor jeden ersten Samstag im Monat 15 Uhr bis Juni",
            "🔁 am ersten Samstag jedes Monats, bis Mittwoch, 30. Juni 2027",
            "📆 Nächste: Sa., 5. Dez. · Sa., 2. Jan. · Sa., 6. Feb.",
        ),
        (
            "es", "Europe/Madrid", "!evento Asamblea cada dos semanas los jueves 19h 10 veces",
            "🔁 cada 2 semanas, el jueves, 10 veces",
            "📆 Próximas fechas: jue, 26 nov · jue, 10 dic · jue, 24 dic",
        ),
        (
            "en", "America/New_York", "!event Fair every year on 3 may 10am",
            "🔁 every year on May 3", "📆 Next: Mon, May 3, 2027 · Wed, May 3, 2028 · Thu, May 3, 2029",
        ),
    ],
)  # fmt: skip
async def test_rule_is_stated_in_each_language(
    tmp_path: Path, locale: str, zone: str, typed: str, rule: str, dates: str
) -> None:
    """Rule and dates are in the room's language, with the names and the order of its country."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(locale=locale, zone=zone)
        await stage.say("@carla", typed)
        lines = plain_text(stage.last()).split("\n")
        assert lines[2:4] == [rule, dates]


async def test_next_date_appears_when_the_previous_one_is_over(tmp_path: Path) -> None:
    """Each date has its own card, number, replies and reminders; the next one comes when one is over."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        first = await announce_event(stage, YOGA)
        await rsvp(stage, first, anna="✅")
        assert len(event_cards(stage)) == 1
        await stage.forward(days=6, hours=12)
        assert plain_text(first).split("\n")[0] == "Event 1: Yoga · it’s over"
        second = event_cards(stage)[-1]
        assert plain_text(second).split("\n") == [
            "Event 2: Yoga",
            "📅 Tuesday, 8 December 2026 at 18:00 (Paris time)",
            "🔁 every Tuesday, except in August",
            "📍 the hall",
            "No one has answered yet.",
        ]
        assert "1 coming: anna" in plain_text(first)
        reminded = len(reminder_messages(stage))
        await stage.forward(days=7)
        assert len(reminder_messages(stage)) == reminded + 3
        assert await _numbers(stage) == [(1, "2026-12-01T18:00"), (2, "2026-12-08T18:00"), (3, "2026-12-15T18:00")]


async def test_next_date_can_appear_days_before(tmp_path: Path) -> None:
    """With `config next-date 10` the next date is shown ten days before it begins."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!config next-date 10")
        await announce_event(stage, YOGA)
        await stage.forward(days=4)
        assert [plain_text(card).split("\n")[1] for card in event_cards(stage)] == [
            "📅 Tuesday, 1 December 2026 at 18:00 (Paris time)",
            "📅 Tuesday, 8 December 2026 at 18:00 (Paris time)",
        ]


async def test_rule_can_be_corrected_before_it_is_announced(tmp_path: Path) -> None:
    """After the preview, a rule, an hour, another day or `once` changes the draft."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", YOGA)
        await stage.say("@carla", "every 2 weeks on thursday 7pm")
        assert plain_text(stage.last()).split("\n")[1:3] == [
            "📅 Thursday, 26 November 2026 at 19:00 (Paris time)", "🔁 every 2 weeks on Thursday"
        ]  # fmt: skip
        await stage.say("@carla", "friday 8pm")
        assert plain_text(stage.last()).split("\n")[1:3] == [
            "📅 Friday, 27 November 2026 at 20:00 (Paris time)", "🔁 every 2 weeks on Friday"
        ]  # fmt: skip
        await stage.say("@carla", "only once")
        assert "🔁" not in stage.last().text
        await stage.say("@carla", "yes")
        await stage.forward(days=30)
        assert len(event_cards(stage)) == 1


async def test_first_saturday_of_the_month_may_be_once(tmp_path: Path) -> None:
    """Without "every", the preview asks whether it is meant once, and `once` says so."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!event Lunch first saturday of the month 12:30")
        assert "🔁 the first Saturday of every month" in stage.last().text
        assert "Only once? Type once." in stage.last().text
        await stage.say("@carla", "once")
        assert "🔁" not in stage.last().text


async def test_two_weekdays_are_asked_about(tmp_path: Path) -> None:
    """ "tuesday and thursday" may be two days or each week's; a yes makes it a rule."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", "!event Choir tuesday and thursday 18:30")
        assert "tuesday and thursday: every week?" in stage.last().text
        await stage.say("@carla", "yes")
        assert "🔁 every Tuesday and Thursday" in stage.last().text


@pytest.mark.parametrize(
    ("typed", "asked", "answer", "rule"),
    [
        (
            "Choir every third tuesday 7pm",
            "can mean two things",
            "third tuesday of every month",
            "the third Tuesday of",
        ),
        ("Choir every week 7pm", "on which day?", "thursday", "every Thursday"),
        ("Choir every thursday 7pm until christmas", "as a date", "until 24 december", "until Thursday, 24 December"),
        ("Choir every thursday 7pm except school holidays", "school holidays", "except august", "except in August"),
    ],
)
async def test_answer_completes_a_doubtful_rule(tmp_path: Path, typed: str, asked: str, answer: str, rule: str) -> None:
    """A question about a rule is answered by the next message, and a yes that answers nothing is asked again."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await stage.say("@carla", f"!event {typed}")
        assert asked in stage.last().text
        await stage.say("@carla", "yes")
        assert asked in stage.last().text
        await stage.say("@carla", answer)
        assert "Shall I announce this? Choir" in stage.last().text
        assert rule in stage.last().text


async def test_series_ends_with_its_last_date(tmp_path: Path) -> None:
    """After the last date nothing more is shown, and the series is marked as ended."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await announce_event(stage, "!event Course every tuesday 6pm 3 times")
        await stage.forward(days=60)
        assert len(event_cards(stage)) == 3
        async with stage.database.reading() as uow:
            [series] = await uow.all(select(EventSeries))
            assert series.ended_at is not None
            assert not await uow.all(select(Timer).where(Timer.kind == "series-next"))


async def test_public_holidays_are_left_out(tmp_path: Path) -> None:
    """The holidays of the zone's country are left out, or those of the place that the community set."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(zone="Europe/Berlin")
        await stage.say("@carla", "!config holidays DE-BY")
        assert "Germany (BY)" in stage.last().text
        await stage.say("@carla", "!event Choir every wednesday 7pm except public holidays starting 30 december")
        assert "not on public holidays (Germany (BY))" in stage.last().text
        assert "📆 Next: Wed, 30 Dec · Wed, 13 Jan · Wed, 20 Jan" in plain_text(stage.last())


async def test_unknown_place_of_holidays_is_asked_about(tmp_path: Path) -> None:
    """Nobody's holidays are guessed where the zone has no country."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community(zone="UTC")
        await stage.say("@carla", "!event Choir every wednesday 7pm except public holidays")
        assert "Which country’s public holidays?" in stage.last().text
        await stage.say("@carla", "!config holidays Atlantis")
        assert "I don’t know the public holidays of Atlantis" in stage.last().text


async def test_downtime_shows_only_what_is_still_useful(tmp_path: Path) -> None:
    """After three weeks without the bot, dates that have passed are not shown, and the next one is shown once."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await announce_event(stage, YOGA)
        await stage.close()
        stage.clock.advance(timedelta(days=24))
        await stage.open()
        await stage.forward(seconds=1)
        await stage.restart()
        await stage.forward(seconds=1)
        assert [number for number, _ in await _numbers(stage)] == [1, 2]
        assert "Tuesday, 22 December 2026" in event_cards(stage)[-1].text
        assert len(event_cards(stage)) == 2


async def test_a_date_is_made_once_however_often_its_timer_fires(tmp_path: Path) -> None:
    """A timer that fires again after a crash makes no second event of a date."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await announce_event(stage, YOGA)
        await stage.forward(days=6, hours=12)
        async with stage.database.transaction() as uow:
            [series] = await uow.all(select(EventSeries))
            series.latest = "2026-12-01T18:00"
            await stage.set_timer(uow, "series-next", str(series.id), stage.clock.now())
        await stage.forward(seconds=1)
        assert await _numbers(stage) == [(1, "2026-12-01T18:00"), (2, "2026-12-08T18:00")]
        assert len(event_cards(stage)) == 2


async def test_kill_between_due_and_sent_shows_the_next_date_once(tmp_path: Path) -> None:
    """A process that ends after the commit, before anything is sent, shows the next date once when it is back."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await announce_event(stage, YOGA)
        stage.clock.set(datetime(2026, 12, 1, 20, tzinfo=UTC))
        assert await stage.application.timers.fire_due()  # committed, and nothing is delivered
        assert len(event_cards(stage)) == 1
        await stage.restart()
        await stage.forward(seconds=5)
        await stage.restart()
        await stage.forward(seconds=5)
        assert await _numbers(stage) == [(1, "2026-12-01T18:00"), (2, "2026-12-08T18:00")]
        assert [plain_text(card).split("\n")[0] for card in event_cards(stage)] == [
            "Event 1: Yoga · it’s over", "Event 2: Yoga"
        ]  # fmt: skip


async def test_list_marks_what_comes_again(tmp_path: Path) -> None:
    """The list shows the dates to come, and which of them come again."""
    async with staged(tmp_path, PLAIN) as stage:
        await stage.community()
        await announce_event(stage, YOGA)
        await announce_event(stage, "!event Potluck friday 7pm")
        await stage.say("@carla", "!event list")
        lines = plain_text(stage.last()).split("\n")[1:]
        assert [line.split(" · ")[0] for line in lines] == ["2 Potluck", "1 Yoga 🔁"]


@pytest.mark.parametrize(
    "zone", ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca"]
)
async def test_a_year_of_dates_keeps_its_hour(tmp_path: Path, zone: str) -> None:
    """Over a year, with both changes of the clocks, every date is shown once, at its hour on the wall clock."""
    start = datetime(2026, 1, 1, 12, tzinfo=UTC)
    async with staged(tmp_path, RICH, start) as stage:
        await stage.community(zone=zone, reminders="")
        await stage.say("@carla", "!event Walk every sunday 2:30am to 3:30am")
        await stage.press("@carla", stage.last(), "Announce it")
        await stage.forward(days=370)
        async with stage.database.reading() as uow:
            query = select(Event, Occurrence).join(Occurrence).where(Event.state == EventState.PLANNED)
            rows = await uow.rows(query.order_by(Event.id))  # type: ignore[arg-type]  # a column
        sundays = [event.recurrence for event, _ in rows]
        assert len(sundays) == len(set(sundays)) == 54
        assert {(recurrence or "")[10:] for recurrence in sundays} == {"T02:30"}
        moved = [date.wall_start for event, date in rows if date.wall_start != event.recurrence]
        gaps = {"Europe/Paris": ["2026-03-29T03:30"], "America/New_York": ["2026-03-08T03:30"]}
        gaps |= {"Australia/Lord_Howe": [], "Africa/Casablanca": ["2026-03-22T03:30"]}
        assert moved == gaps.get(zone, [])
        assert all(date.ends_at > date.starts_at for _, date in rows)

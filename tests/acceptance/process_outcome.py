"""What there is in the end of a conversation whose bot died again and again, and how long its work stood still."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime
from statistics import median

from tests.acceptance.killable_discord_bot import plain_text, transcript, wait_for_message
from tests.acceptance.matrix_timeline import BotMessage
from tests.acceptance.process_conversation import PATIENCE, Talk
from tests.waiting import until


async def check(talk: Talk) -> None:
    """Check that everything that people did has one result, and that nothing is left over.

    First wait for every result: what people did last may not be read yet, and so is in no queue.
    """
    for title in talk.gatherings:
        await talk.matrix.sees(talk.room, f"🔔 {title}", patience=240)
    for words in talk.news:
        await wait_for_message(talk.discord, talk.net, rf"{words}(?!\d)", PATIENCE)
    await _wait_for_matrix_votes(talk)
    await _wait_until_everything_is_sent(talk)
    there = talk.discord.said(talk.net)
    for words in talk.news:
        copies = [message for message in there if re.search(rf"{words}(?!\d)", plain_text(message))]
        assert len(copies) == 1, (words, transcript(there))
        assert len(copies[0].attachments) == 1, (words, copies[0])
    lines = await talk.matrix.messages(talk.room)
    for title in talk.gatherings:
        exactly = re.compile(rf"^🔔 {title}(?!\d)")
        assert len([line for line in lines if exactly.search(line.text)]) == 1, (title, lines)
    assert _wrong_matrix_polls(talk, lines) == []
    _check_discord_polls(talk)
    assert talk.rows("SELECT key, error FROM dead_letters") == []
    assert talk.rows("SELECT key, detail FROM outbox WHERE state = 'refused'") == []


async def _wait_until_everything_is_sent(talk: Talk) -> None:
    def left() -> list[tuple[object, ...]]:
        waiting = "SELECT account, key, state, detail, not_before FROM outbox WHERE state IN ('pending', 'sending')"
        return [*talk.rows(waiting), *talk.rows("SELECT kind, subject FROM timers WHERE due < now()")]

    await until(lambda: not left(), lambda: f"this is never sent: {left()}", PATIENCE)


async def _wait_for_matrix_votes(talk: Talk) -> None:
    wrong: list[object] = []

    async def are_right() -> bool:
        wrong[:] = _wrong_matrix_polls(talk, await talk.matrix.messages(talk.room))
        return not wrong

    await until(are_right, lambda: f"these votes are never counted: {wrong}", PATIENCE)


def _wrong_matrix_polls(talk: Talk, lines: list[BotMessage]) -> list[tuple[str, list[str], Counter[str]]]:
    """Return the polls without exactly one card, or with another tally than that of the votes."""
    wrong = []
    for question, votes in talk.matrix_votes.items():
        cards = [line.text for line in lines if question in line.text]
        if len(cards) != 1 or _tally(cards[0]) != [votes["Garden"], votes["Library"]]:
            wrong.append((question, cards, votes))
    return wrong


def _check_discord_polls(talk: Talk) -> None:
    """A poll that Discord did not acknowledge was opened again, so that there may be two; votes are in the newest."""
    texts = [plain_text(message) for message in talk.discord.said(talk.oslo)]
    for question, given in talk.discord_votes.items():
        votes = Counter(given.values())
        cards = [one for one in texts if one.startswith(question)]
        voted = [_tally(one) for one in cards if any(_tally(one))]
        assert cards and voted == [[votes["Garden"], votes["Library"]]], (question, cards, votes)


def _tally(card: str) -> list[int]:
    return [int(part.split(" (")[0].split()[-1]) for part in card.split("\n") if "%)" in part]


def take_over_seconds(talk: Talk) -> list[float]:
    """Return how long each lock was free after the death of the process that held it."""
    taken = [
        (datetime.fromisoformat(entry["timestamp"]).timestamp(), part.name, entry["lock"])
        for part in talk.running.values()
        for event in ("holding", "taking-over")
        for entry in part.events(event)
    ]
    seconds = []
    for lock in {lock for _, _, lock in taken}:
        history = sorted((at, name) for at, name, of in taken if of == lock)
        for died_at, name in talk.deaths:
            before = [holder for at, holder in history if at <= died_at]
            after = [at for at, _ in history if at > died_at]
            if before and before[-1] == name and after:
                seconds.append(after[0] - died_at)
    return seconds


def summary(seconds: list[float]) -> str:
    """Return the median and the longest of the times."""
    return f"{len(seconds)} locks changed hands; p50 {median(seconds):.2f} s, longest {max(seconds):.2f} s"

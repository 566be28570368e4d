"""Run the benchmarks, print a table and write bench/results.json. Arguments select rows (by default all)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench.announcement import announcement
from bench.backlog import backlog
from bench.ballots import ballots
from bench.calendars import calendars
from bench.command_answer import command_answer
from bench.community_counts import community_counts
from bench.day import day
from bench.demo import demo
from bench.discord_idle import discord_idle
from bench.discord_load import discord_flood, discord_press
from bench.fan_out import fan_out
from bench.idle import idle
from bench.job_queue import job_queue
from bench.lines import lines
from bench.measure import Result
from bench.memory import memory
from bench.network_counts import network_event, network_poll
from bench.own_reminders import own_reminders
from bench.poll_kinds import poll_kinds
from bench.process_kills import process_kills
from bench.reminders import reminders
from bench.room_flood import room_flood
from bench.shared_votes import shared_votes
from bench.start import start
from bench.telegram import telegram
from bench.tree import tree_digest, tree_highlight

BENCHES = {
    "idle": idle,
    "ballots": ballots,
    "reminders": reminders,
    "own-reminders": own_reminders,
    "start": start,
    "command-answer": command_answer,
    "memory": memory,
    "backlog": backlog,
    "fan-out": fan_out,
    "announcement": announcement,
    "network-poll": network_poll,
    "network-event": network_event,
    "tree-highlight": tree_highlight,
    "tree-digest": tree_digest,
    "job-queue": job_queue,
    "room-flood": room_flood,
    "day": day,
    "poll-kinds": poll_kinds,
    "community-counts": community_counts,
    "calendars": calendars,
    "process-kills": process_kills,
    "shared-votes": shared_votes,
    "lines": lines,
    "demo": demo,
    "discord-idle": discord_idle,
    "discord-press": discord_press,
    "discord-flood": discord_flood,
    "telegram": telegram,
}
RESULTS = Path(__file__).with_name("results.json")


def main(wanted: list[str]) -> int:
    """Run the benchmarks and return the exit code, which is 2 for an unknown row."""
    unknown = [name for name in wanted if name not in BENCHES]
    if unknown:
        print(f"no benchmark {', '.join(unknown)}; there are {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    results = [row for name, bench in BENCHES.items() if not wanted or name in wanted for row in bench()]
    Console().print(_table(results))
    kept = json.loads(RESULTS.read_text()) if wanted and RESULTS.exists() else {}
    RESULTS.write_text(json.dumps({**kept, **{row.key: round(row.value, 4) for row in results}}, indent=2) + "\n")
    return 0


def _table(results: list[Result]) -> Table:
    table = Table(title="glocal benchmarks")
    for column in ("key", "value", "unit", "aim", "measured"):
        table.add_column(column, justify="right" if column == "value" else "left", overflow="fold")
    for row in results:
        table.add_row(
            row.key, f"{row.value:,.4g}" if row.value < 1000 else f"{row.value:,.0f}", row.unit, row.aim, row.what
        )
    return table


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

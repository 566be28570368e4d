"""The outbox on PostgreSQL against procrastinate, a job queue on PostgreSQL: many rooms, and one that is flooded.

procrastinate (https://procrastinate.readthedocs.io) is installed into `.tools/peers` at the first run. Its `lock` keeps
the jobs of a room in order, as our ordering key does. Both send nothing; the server's commits are durable.
"""

from __future__ import annotations

import asyncio
import subprocess
import tempfile
from pathlib import Path

from bench.house import LIKE_MATRIX, opened
from bench.measure import Result
from bench.peers import PEERS, install
from bench.waiting_rooms import sent_per_second
from tests.postgres_server import PostgresServer

PROCRASTINATE = ("procrastinate==3.10.0", "psycopg[binary,pool]>=3.2")
FLOODS = (0, 1_000, 10_000)
"""Messages that wait for one room before the others."""
ROOMS = 480
"""Other rooms, with one message each. Their messages are timed."""
_WORKER = """
import asyncio, logging, sys, time
import procrastinate


async def main(url, flood, rooms, concurrency):
    app = procrastinate.App(connector=procrastinate.PsycopgConnector(conninfo=url, max_size=concurrency + 2))
    sent, enough = 0, asyncio.Event()

    @app.task(name="send")
    async def send(room):
        nonlocal sent
        sent += room != "flood"
        if sent >= rooms:
            enough.set()

    logging.getLogger("procrastinate").setLevel(logging.ERROR)
    async with app.open_async():
        await app.schema_manager.apply_schema_async()
        names = ["flood"] * flood + [f"r{number}" for number in range(rooms)]
        for start in range(0, len(names), 1000):
            await asyncio.gather(*(
                send.configure(lock=name).defer_async(room=name) for name in names[start : start + 1000]
            ))
        begin = time.perf_counter()
        worker = asyncio.create_task(app.run_worker_async(concurrency=concurrency, install_signal_handlers=False))
        await enough.wait()
        print(rooms / (time.perf_counter() - begin))
        worker.cancel()
        await asyncio.gather(worker, return_exceptions=True)


asyncio.run(main(sys.argv[1], *map(int, sys.argv[2:])))
"""


def job_queue() -> list[Result]:
    """Measure how many messages to other rooms go out in a second while one room is flooded."""
    install("procrastinate", *PROCRASTINATE)
    server = PostgresServer(durable=True)
    server.create()
    server.start()
    rows = []
    try:
        for flood in FLOODS:
            for name, measure in (("glocal", _glocal), ("procrastinate", _procrastinate)):
                database = f"{name}_{flood}"
                server.execute(f"CREATE DATABASE {database}")
                rate = measure(server.url(database), flood)
                what = f"{ROOMS} other rooms while {flood:,} messages wait for one"
                rows.append(Result(f"queue_{name}_{flood}", rate, "/s", "", what))
    finally:
        server.stop()
    return rows


def _glocal(url: str, flood: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_deliver(Path(folder), url, flood))


async def _deliver(folder: Path, url: str, flood: int) -> float:
    rooms = ["#flood"] * flood + [f"#r{number}" for number in range(ROOMS)]
    async with opened(folder, url) as house:
        return await sent_per_second(house, rooms, ROOMS, beside="#flood")


def _procrastinate(url: str, flood: int) -> float:
    sizes = (flood, ROOMS, LIKE_MATRIX.concurrent_rooms)
    command = [str(PEERS / "bin" / "python"), "-c", _WORKER, url, *map(str, sizes)]
    return float(subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout)

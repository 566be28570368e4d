"""PostgreSQL: what only a server and several processes can do to the bot."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from adapters.cli.run_lock import NAME
from bots.core.inbound import Person
from storage.advisory_lock import AdvisoryLock, LockTaken
from storage.database import Database
from storage.migrate import DatabaseUnusable, upgrade
from storage.tables import Ballot, Network
from tests.postgres_server import PostgresServer
from tests.stage import RICH, START, Stage, staged
from tests.stores import PostgresStore, store
from tests.waiting import until

pytestmark = pytest.mark.postgres

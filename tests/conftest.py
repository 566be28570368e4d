"""What all tests share."""

import logging
from collections.abc import Iterator

import pytest
import structlog

from tests.homeserver.synapse import Homeserver


@pytest.fixture(scope="session", autouse=True)
def quiet_logs() -> None:
    """Plain and short: a failing handler's log is read in a test's output."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
    )


@pytest.fixture(scope="session")
def homeserver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Homeserver]:
    """One real Synapse for the whole session; accounts and rooms are cheap."""
    made = Homeserver(tmp_path_factory.mktemp("synapse"))
    made.start()
    yield made
    made.stop()

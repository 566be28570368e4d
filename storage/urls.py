"""The URLs of databases."""

from __future__ import annotations

from importlib.util import find_spec

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

EXAMPLES = "sqlite:///glocal.db or postgresql://user@host/glocal"


def parse_url(text: str) -> URL:
    """Parse a URL such as `sqlite:///file.db` or `postgresql://…`. Raises ValueError for an unsupported database."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise ValueError(f"is not the URL of a database; write {EXAMPLES}") from None
    name = url.get_backend_name()
    if name == "postgres":  # as some hosting providers write it
        return parse_url(text.replace("postgres://", "postgresql://", 1))
    if name not in ("sqlite", "postgresql"):
        raise ValueError(f"{name} is not supported; write {EXAMPLES}")
    if name == "postgresql" and find_spec("psycopg") is None:
        raise ValueError("needs one more package for PostgreSQL: pip install 'glocal[postgres]'")
    return url


def name_of(url: URL) -> str:
    """Return how messages name the database: its file, or its URL without the password."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    return url.set(drivername="postgresql")._replace(password=None).render_as_string()

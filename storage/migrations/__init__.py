"""Alembic migrations; `runner` runs them."""

"""No column that names a member is forgotten when somebody is erased."""

from __future__ import annotations

from sqlmodel import SQLModel

from storage.queries.personal_data import BY_ACCOUNT, REFERENCES, AtErasure, table_of

_LOOKED_AT = {
    *("communities.name", "networks.name", "rooms.name", "processes.name", "calendar_imports.name"),  # nobody's name
    "poll_records.revoked_by",  # a poll
    *("identities.name", "members.name"),  # emptied or deleted by a rule of their own
    "cached_messages.name",  # deleted by the account
    "journeys.greeted_by",  # emptied where it is this name
    *("highlights.author_name", "highlights.author_user"),  # emptied when the highlight is taken back
    "translations.translator_name",  # deleted by the translator
}
"""Columns with names, and what becomes of them in storage/queries/person_erasure.py."""


def test_every_column_that_names_a_member_is_listed() -> None:
    """Each foreign key to a member, and each column named like one, has its line among the references."""
    named = {
        (table.name, column.name)
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        if column.name == "member_id" or any(key.target_fullname == "members.id" for key in column.foreign_keys)
    }
    assert named - {(one.table, one.column) for one in REFERENCES} == set()


def test_what_is_forgotten_may_be_empty() -> None:
    """A column that is emptied at an erasure takes no value."""
    emptied = [one for one in REFERENCES if one.erasure is AtErasure.FORGET]
    assert emptied
    assert all(table_of(one).c[one.column].nullable for one in emptied)


def test_every_table_that_knows_an_account_is_listed() -> None:
    """Each column with the number of somebody's account is exported, and erased with the person."""
    known = {table.name for table in SQLModel.metadata.tables.values() if "user" in table.columns}
    assert known - {one.table for one in REFERENCES} - set(BY_ACCOUNT) == set()


def test_every_column_with_names_or_words_is_known() -> None:
    """A new column that is called like somebody's name or account must be looked at for `me export` and `me erase`."""
    named = {
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.tables.values()
        for column in table.columns
        if column.name.endswith(("_name", "_user", "_by")) or column.name in ("name", "author")
    }
    referring = {f"{one.table}.{one.column}" for one in REFERENCES}
    of_rows_about_them = {f"{one.table}.name" for one in REFERENCES if one.erasure is AtErasure.DELETE}
    assert named - referring - of_rows_about_them == _LOOKED_AT

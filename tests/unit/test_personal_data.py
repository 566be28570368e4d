"""No column that names a member is forgotten when somebody is erased."""

from __future__ import annotations

from sqlmodel import SQLModel

from storage.queries.personal_data import REFERENCES, AtErasure, table_of


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

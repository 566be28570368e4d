"""Statements that are prepared once, and run on SQLite's own connection.

SQLAlchemy takes up to fifty times as long around a small statement as SQLite for the statement itself: it looks for
what it compiled, and makes a context, a result and a loader of each entity. Here that is done once for a statement that
never changes, from what SQLAlchemy has compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Any, NamedTuple, TypeVar, cast

from sqlalchemy import CompoundSelect, Executable, Select, TupleType, inspect
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Mapper, Session, make_transient_to_detached
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.types import TypeEngine
from sqlmodel import SQLModel

Table = TypeVar("Table", bound=SQLModel)
Values = Mapping[str, Any]
Part = Callable[[Session, Sequence[Any]], object]
"""Makes one thing of a row: a value, or an entity of the session."""


class _Slot(NamedTuple):
    """Where a parameter comes from: a value, or the member `at` of a list; and how it is converted."""

    name: str
    at: int | None
    convert: Callable[[Any], object] | None


class _Text(NamedTuple):
    """The statement as SQLite reads it, and its parameters."""

    sql: str
    slots: Sequence[_Slot]


class Prepared:
    """A compiled statement. One with lists (`IN`) has a text for each of their lengths."""

    def __init__(self, statement: Executable, dialect: Dialect, columns: Sequence[str] | None = None) -> None:
        """Compile it. `columns`: those of the rows that it inserts."""
        self._dialect = dialect
        compiled = statement.compile(dialect=dialect, column_keys=columns)  # type: ignore[attr-defined]  # a clause
        assert isinstance(compiled, SQLCompiler)
        self._compiled = compiled
        self._binds = {name: bind for bind, name in compiled.bind_names.items()}
        self._fixed = {name: compiled.params[name] for name, bind in self._binds.items() if not bind.required}
        self._lists = [name for name, bind in self._binds.items() if bind.expanding]
        self._texts: dict[tuple[int, ...], _Text] = {}
        self._parts = _parts(statement, dialect)

    @property
    def complete(self) -> bool:
        """Whether it needs no value that SQLAlchemy would compute for each row."""
        return not (self._compiled.insert_prefetch or self._compiled.update_prefetch)

    def bind(self, values: Values) -> tuple[str, list[object]]:
        """Return the text and the parameters. Raises KeyError for one that is missing."""
        given = {**self._fixed, **values}
        text = self._texts.get(lengths := tuple([len(given[name]) for name in self._lists]))
        if text is None:
            text = self._texts[lengths] = self._text(given)
        for name in self._lists:
            if isinstance(self._binds[name].type, TupleType):
                given[name] = [part for member in given[name] for part in member]
        return text.sql, [_parameter(slot, given[slot.name]) for slot in text.slots]

    def _text(self, given: Values) -> _Text:
        state = self._compiled.construct_expanded_state(dict(given))
        members = {made: (name, at) for name, all_ in state.parameter_expansion.items() for at, made in enumerate(all_)}
        slots = []
        for name in state.positiontup or ():
            source, at = members.get(name, (name, None))
            kind: TypeEngine[Any] = self._binds[source].type
            processor = kind.dialect_impl(self._dialect).bind_processor(self._dialect) if at is None else None
            slots.append(_Slot(source, at, processor or cast("Any", state.processors.get(name))))
        return _Text(state.statement, slots)

    def read(self, session: Session, rows: Iterable[Sequence[Any]]) -> list[tuple[Any, ...]]:
        """Return what the rows of a query stand for. Those of other statements (`RETURNING`) stay as they are."""
        if not self._parts:
            return [tuple(row) for row in rows]
        return [tuple([part(session, row) for part in self._parts]) for row in rows]


def _parameter(slot: _Slot, value: Any) -> object:
    one = value if slot.at is None else value[slot.at]
    return one if slot.convert is None else slot.convert(one)


@lru_cache(maxsize=1024)
def prepare(statement: Executable, dialect: Dialect, columns: tuple[str, ...] | None = None) -> Prepared | None:
    """Prepare a statement that never changes. Return None if SQLAlchemy has to execute it."""
    prepared = Prepared(statement, dialect, columns)
    return prepared if prepared.complete else None


def _parts(statement: Executable, dialect: Dialect) -> list[Part]:
    """Return what makes the things that a query asks for; nothing for other statements."""
    query = statement.selects[0] if isinstance(statement, CompoundSelect) else statement
    parts: list[Part] = []
    at = 0
    for column in query.column_descriptions if isinstance(query, Select) else ():
        asked = column["expr"]
        if isinstance(asked, type):
            mapper: Mapper[Any] = inspect(asked)
            parts.append(partial(_entity, mapper, _readers(mapper, dialect, at)))
            at += len(mapper.column_attrs)
        else:
            parts.append(_value(at, _reader(asked.type, dialect)))
            at += 1
    return parts


def _reader(kind: TypeEngine[Any], dialect: Dialect) -> Callable[[Any], Any] | None:
    return kind.dialect_impl(dialect).result_processor(dialect, None)


def _value(at: int, read: Callable[[Any], Any] | None) -> Part:
    if read is None:
        return lambda _session, row: row[at]
    return lambda _session, row: read(row[at])


_Reader = tuple[str, int, Callable[[Any], Any] | None]


def _readers(mapper: Mapper[Any], dialect: Dialect, first: int) -> list[_Reader]:
    """Return each attribute of an entity with its place in a row, and how it is read."""
    columns = [(one.key, one.columns[0].type) for one in mapper.column_attrs]
    return [(key, first + at, _reader(kind, dialect)) for at, (key, kind) in enumerate(columns)]


def _entity(mapper: Mapper[Any], readers: Sequence[_Reader], session: Session, row: Sequence[Any]) -> object:
    """Return the entity that the session has, or make it. SQLAlchemy, too, leaves one alone that is there."""
    values = {key: row[at] if read is None else read(row[at]) for key, at, read in readers}
    identity = tuple([values[mapper.get_property_by_column(column).key] for column in mapper.primary_key])
    known = session.identity_map.get(mapper.identity_key_from_primary_key(identity))
    if known is not None:
        return known
    made = _made(mapper, values)
    make_transient_to_detached(made)
    session.add(made)
    return made


def _made(mapper: Mapper[Any], values: Values) -> object:
    made = mapper.class_manager.new_instance()
    made.__dict__.update(values)
    return cast("object", made)


def apart(table: type[Table], values: Values) -> Table:
    """Return a row that belongs to no session, of values that need no check."""
    made = _made(inspect(table), values)
    assert isinstance(made, table)
    return made

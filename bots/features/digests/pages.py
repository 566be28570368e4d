"""Digests as pages: an HTML file, and an Atom feed (RFC 4287). Both are made of the lines that an edition keeps."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from datetime import datetime
from html import escape
from itertools import groupby
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import msgspec

from bots.core.richtext import Rich, plain
from bots.dates import formatting
from bots.features.digests import html
from bots.features.digests.sections import Composed
from bots.i18n import languages, texts
from bots.turn.turn import Turn
from storage.queries import editions
from storage.queries.memberships import Place
from storage.tables import Edition, EditionLine, Network

ATOM = "http://www.w3.org/2005/Atom"
_IDS = uuid.UUID("5f7cbd5c-2f0f-4ac3-9f6b-5f2a0e1d8a66")
"""The namespace of the ids in feeds: an id depends on nothing that changes (RFC 4287, 4.2.6)."""
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STYLE = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:0 auto;padding:1rem;"
    "background:#fff;color:#1c1c1c}h2{margin:2rem 0 .25rem}h3{margin:1rem 0 .25rem;font-size:1rem}"
    "ul{padding-left:1.2rem;margin:.25rem 0}li{overflow-wrap:anywhere}a{color:#0b57d0}time{color:#5f6368}"
    "@media(prefers-color-scheme:dark){body{background:#131314;color:#e3e3e3}a{color:#a8c7fa}time{color:#a0a4a8}}"
)


def keep(edition: Edition, composed: Composed, turn: Turn) -> None:
    """Store the lines of a digest that goes out, without the words of highlights."""
    for section, lines, _ in composed.parts():
        for line in lines:
            text = msgspec.json.encode(line.kept if line.kept is not None else line.text).decode()
            editions.keep_line(turn.uow, edition.id, line.key, line.origin, plain(section.title), text)


def page(place: Place, sent: Sequence[Edition], lines: Sequence[EditionLine], *, feed: str = "") -> str:
    """Return an HTML page with digests, newest first. `feed`: the address of the feed, for the page's head."""
    locale = languages.supported(place.locale)
    title = escape(texts.words(locale, "digest-page-title", {"place": place.name}))
    link = f'<link rel="alternate" type="application/atom+xml" href="{escape(feed)}">' if feed else ""
    bodies = [
        f'<article><h2><time datetime="{_stamp(edition)}">{escape(date(edition, place))}</time></h2>'
        f"{_body(_of(edition, lines))}</article>"
        for edition in sent
    ]
    nothing = f"<p>{escape(texts.words(locale, 'digest-page-empty'))}</p>"
    return (
        f'<!doctype html><html lang="{locale}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{title}</title>{link}<style>{_STYLE}</style></head>"
        f"<body><main><h1>{title}</h1>{''.join(bodies) or nothing}</main></body></html>\n"
    )


def atom(place: Place, sent: Sequence[Edition], lines: Sequence[EditionLine], address: str) -> bytes:
    """Return a feed with an entry for each digest, newest first. `address`: its own, ending with a slash."""
    locale = languages.supported(place.locale)
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": locale})
    _add(feed, "id", _id(place))
    _add(feed, "title", texts.words(locale, "digest-page-title", {"place": place.name}))
    _add(feed, "updated", max(map(_stamp, sent), default=place.created_at.isoformat()))
    _add(_add(feed, "author"), "name", place.name)
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{address}feed.atom")
    _add(feed, "link", rel="alternate", type="text/html", href=address)
    for edition in sent:
        entry = _add(feed, "entry")
        _add(entry, "id", _id(place, edition))
        _add(entry, "title", date(edition, place))
        _add(entry, "updated", _stamp(edition))
        _add(entry, "published", (edition.until or edition.since).isoformat())
        _add(entry, "link", rel="alternate", type="text/html", href=address)
        _add(entry, "content", _body(_of(edition, lines)), type="html")
    content: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return content


def date(edition: Edition, place: Place) -> str:
    """Return the day on which a digest went out, in the language and zone of its place."""
    until = edition.until or edition.since
    return formatting.format_instant(until, ZoneInfo(place.zone), languages.supported(place.locale), "long")


def _add(parent: ElementTree.Element, tag: str, text: str = "", **attributes: str) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, tag, attributes)
    child.text = _NOT_XML.sub("\ufffd", text) or None
    return child


def _id(place: Place, edition: Edition | None = None) -> str:
    kind = "network" if isinstance(place, Network) else "community"
    name = f"{kind}/{place.id}/{place.created_at.isoformat()}" + (f"/{edition.id}" if edition is not None else "")
    return uuid.uuid5(_IDS, name).urn


def _stamp(edition: Edition) -> str:
    stamp: datetime = edition.changed_at
    return stamp.isoformat()


def _of(edition: Edition, lines: Sequence[EditionLine]) -> list[EditionLine]:
    return [line for line in lines if line.edition_id == edition.id]


def _body(lines: Sequence[EditionLine]) -> str:
    """Return the sections of a digest as HTML."""
    parts = []
    for section, group in groupby(lines, key=lambda line: line.section):
        items = "".join(f"<li>{html.render(msgspec.json.decode(line.text, type=Rich))}</li>" for line in group)
        parts.append((f"<h3>{escape(section)}</h3>" if section else "") + f"<ul>{items}</ul>")
    return "".join(parts)

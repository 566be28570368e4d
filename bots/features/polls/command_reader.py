"""The reader of the command `poll`: named arguments, and the poll in the words around them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bots.commands.argument_names import find_names
from bots.commands.declaration import Arg, Args
from bots.commands.named_values import NamedValues, take_named
from bots.commands.quotes import MARKS, find_quotations
from bots.core.refusal import Refusal
from bots.dates.polite import strip_polite
from bots.dates.recognition import names_time
from bots.features.polls.date_list import read_dates, split_dates
from bots.features.polls.deadline_phrase import take_deadline, take_leading_deadline
from bots.features.polls.kind_phrase import DATES, YES_NO, read_kind, take_kind
from bots.features.polls.kinds.consent import POSITIONS
from bots.features.polls.list_markers import strip_line_marks
from bots.features.polls.option_lists import split_options
from bots.features.polls.reading import read_poll
from bots.features.polls.rule_phrase import take_rules
from bots.features.polls.sentence import PollReading
from bots.i18n import texts
from storage.tables import PollKind

_FIXED = frozenset({YES_NO, PollKind.CONSENT.value})
"""The kinds that bring their options."""
UNSURE = "unsure"
"""A value beside the arguments: the reading is not beyond doubt, so the person has to see it first."""
_NUMBER = re.compile(r"\s*#?([0-9]{1,6})(?:\s*[:.]\s+|\s+|$)")
Values = dict[str, str | tuple[str, ...]]


@dataclass(frozen=True)
class PollReader:
    """Reads polls. `yes_or_no`: a question without options gets yes and no. `fixed`: what cannot be said here."""

    args: tuple[Arg, ...]
    yes_or_no: bool = True
    fixed: tuple[Arg, ...] = ()

    def read_line(self, text: str, locale: str) -> Args:
        """Return the arguments in a typed line.

        Raises Refusal("argument-name" | "argument-extra" | "poll-edit-fixed").
        """
        text = strip_polite(text, listed=True)
        numbered = _NUMBER.match(text) if self.args[0].name == "number" else None
        self._check_fixed(text, numbered[1] if numbered else "", locale)
        named = take_named(self.args, text[numbered.end() :] if numbered else text, locale)
        values: Values = {name: value for name, value in named.values.items() if name not in {"options", "question"}}
        if numbered is not None:
            values["number"] = numbered[1]
        rest = self._take_kind(values, self._take_lead(values, named.rest))
        if values.get("kind") in _FIXED:
            if "options" in named.values:
                raise Refusal("poll-options-fixed", argument="options")
            return Args(_fixed(values, named.values.get("question"), rest, locale))
        if values.get("kind") == DATES:
            return Args(_dated(values, named.values.get("question"), named.values.get("options"), rest))
        named = NamedValues(named.values, rest)
        question, listed = named.values.get("question"), named.values.get("options")
        if listed is not None:
            values["options"] = read_options(listed)
        if question is not None and (listed is not None or named.rest.strip() or not self.yes_or_no):
            values["question"] = _stripped(question)
            self._add_rest(values, named.rest)
            return self.complete(Args(values), locale)
        others, deadline = take_deadline(named.rest, "") if numbered and question is None else (named.rest, "")
        if deadline and not others:  # "edit 1 close tomorrow 8pm"
            return Args({"close": deadline, **values})
        reading = read_poll(question if question is not None else named.rest)
        return Args(self._merge(values, reading, locale))

    def _check_fixed(self, text: str, number: str, locale: str) -> None:
        """Raise Refusal("poll-edit-fixed") for what a poll gets before it opens: `poll edit 1 start=friday`."""
        if not self.fixed:
            return
        for naming in find_names((*self.args, *self.fixed), text, find_quotations(text), locale):
            names = {arg.name for arg in self.fixed} - {arg.name for arg in self.args}
            if naming.arg.name in names and text[naming.start : naming.end].rstrip()[-1] in "=＝":
                raise Refusal("poll-edit-fixed", given=naming.typed, number=number)

    def _take_lead(self, values: Values, text: str) -> str:
        """Add the deadline that the words begin with, and return the other words. The person sees the poll first."""
        rest, deadline = take_leading_deadline(text)
        if not deadline or all(arg.name != "close" for arg in self.args):
            return text
        values |= {"close": deadline, UNSURE: "yes", **values}
        return rest

    def _take_kind(self, values: Values, text: str) -> str:
        """Add the kind that is named, or that the words begin with, and return the other words."""
        if "kind" in values:
            values["kind"] = read_kind(str(values["kind"]))
            return self._take_rules(values, text)
        if not any(arg.name == "kind" for arg in self.args):
            return text
        text = self._take_rules(values, text)
        phrase = take_kind(text)
        values |= dict.fromkeys((flag for flag in phrase.flags if flag not in values), "yes")
        values |= {} if phrase.sure or phrase.kind else {UNSURE: "yes"}
        if phrase.kind:
            values["kind"] = phrase.kind
            values |= {} if phrase.sure else {UNSURE: "yes"}
        rest = self._take_rules(values, phrase.rest) if phrase.kind or phrase.flags else text
        return self._take_kind(values, rest) if rest != phrase.rest and not phrase.kind else rest

    @staticmethod
    def _take_rules(values: Values, text: str) -> str:
        """Add the rules in the words before the question and after the options, and return the other words.

        The person sees the poll first, since such words may belong to its text.
        """
        said = take_rules(text)
        values |= {name: value for name, value in said.values.items() if name not in values}
        values |= {UNSURE: "yes"} if said.values or said.doubtful else {}
        return said.rest

    def _add_rest(self, values: Values, rest: str) -> None:
        """Take the words that have no name as the options. Raises Refusal("argument-extra") where they are named."""
        if not rest.strip():
            return
        if "options" in values:
            raise Refusal("argument-extra", command="poll", given=rest.strip())
        values["options"] = read_options(rest)

    def _merge(self, values: Values, reading: PollReading, locale: str) -> Values:
        """Add to the named values what the words say."""
        if "options" in values and reading.options:
            raise Refusal("argument-extra", command="poll", given=", ".join(reading.options))
        found: Values = {"question": reading.question, "options": reading.options, "close": reading.close}
        if reading.choices:
            found["choices"] = str(reading.choices)
        merged = {name: value for name, value in found.items() if value} | values
        if reading.yes_or_no and self.yes_or_no and "options" not in values:
            merged["options"] = (texts.words(locale, "poll-yes"), texts.words(locale, "poll-no"))
        if "options" in merged and "options" not in values and not reading.sure:
            merged[UNSURE] = "yes"
        return merged

    def read_answer(self, args: Args, arg: Arg, text: str, locale: str) -> Args:
        """Return the arguments with an answer to the question for one of them.

        Raises Refusal about that argument, so that the bot asks for it again.
        """
        try:
            return Args(self._read_answer(args, arg, text, locale))
        except Refusal as refusal:
            raise Refusal(refusal.text_id, argument=arg.name, **refusal.text_args) from None

    def _read_answer(self, args: Args, arg: Arg, text: str, locale: str) -> Values:
        if arg.name == "question" and args.values.get("kind") in _FIXED:
            return _fixed(dict(args.values), None, text, locale)
        if args.values.get("kind") == DATES and arg.name in ("question", "options"):
            question, listed = (None, text) if arg.name == "options" else (text, None)
            found = _dated({}, None, listed, question or "")
            return {**found, **{name: value for name, value in args.values.items() if name != arg.name}}
        if arg.name == "question":
            return {**self.read_line(text, locale).values, **args.values}
        if arg.name == "kind":
            answered = Args({**args.values, "kind": read_kind(text)})
            return dict(self.complete(answered, locale).values)
        if arg.name != "options":
            return {**args.values, arg.name: _stripped(text)}
        named = take_named(self.args, text, locale)
        listed = named.values.get("options", named.rest)
        unsure: Values = {} if _is_sure(listed) else {UNSURE: "yes"}
        return {**args.values, **named.values, **unsure, "options": read_options(listed)}

    def complete(self, args: Args, locale: str) -> Args:
        """Return the arguments with options that the question offers itself, or yes and no."""
        if "kind" in args.values:
            args = Args({**args.values, "kind": read_kind(args.text("kind"))})
        if args.values.get("kind") in _FIXED and "question" in args.values:
            return Args(_fixed(dict(args.values), args.text("question"), "", locale))
        given = args.words("options")
        if len(given) == 1 and args.values.get("kind") == DATES:
            return Args({**args.values, "options": split_dates(given[0])})
        if args.values.get("kind") == DATES:
            return args
        if len(given) == 1:
            return Args({**args.values, "options": read_options(given[0])})
        if given or "question" not in args.values or not self.yes_or_no:
            return args
        reading = read_poll(args.text("question"))
        values = {name: value for name, value in args.values.items() if name != "question"}
        return Args(self._merge(values, reading, locale))


def _fixed(values: Values, question: str | None, text: str, locale: str) -> Values:
    """Return the values of a poll whose kind brings its options: all the words are its question, and its deadline."""
    found, close = (question, text.strip()) if question else _question_and_deadline(text)
    deadline = take_deadline(close, "")[1] if close else ""
    if close and not deadline and not names_time(close) and len(read_options(close)) > 1:
        raise Refusal("poll-options-fixed", argument="options")
    close = deadline or close
    if found.strip():
        values["question"] = _stripped(found)
        names = ("yes", "no") if values["kind"] == YES_NO else POSITIONS
        values["options"] = tuple(texts.words(locale, f"poll-{name}") for name in names)
    return {"close": close, **values} if close else values


def _dated(values: Values, question: str | None, listed: str | None, text: str) -> Values:
    """Add the question and the dates in the words of a poll of dates."""
    if question is None and listed is None:
        asked, dates = read_dates(text)
    else:
        asked, dates = question or text, split_dates(text if listed is None else listed)
    found = {**values, "question": _stripped(asked)} if asked.strip() else dict(values)
    return {**found, "options": dates} if dates else found


def _question_and_deadline(text: str) -> tuple[str, str]:
    """Split a proposal from the deadline after it: the words in quotes, or all words."""
    quotations = find_quotations(text[:1000])
    if quotations and not text[: quotations[0].start].strip():
        return quotations[0].text, text[quotations[0].end :].strip(" ,;.")
    return take_deadline(" ".join(text.split()), "")


def read_options(text: str) -> tuple[str, ...]:
    """Return the options in a text that holds nothing else: one on each line, or in any other form of a list."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) > 1:
        return strip_line_marks([_stripped(line) for line in lines])
    line = lines[0] if lines else ""
    options = split_options(line)
    return _entries(options.entries) if options is not None else _entries((_stripped(line),))


def _is_sure(text: str) -> bool:
    """Return whether a list of options could hardly be meant in another way."""
    options = split_options(text.strip()) if len(text.strip().splitlines()) == 1 else None
    return options is None or options.sure


def _entries(entries: Sequence[str]) -> tuple[str, ...]:
    return tuple(entry for entry in entries if entry)


def _stripped(text: str) -> str:
    return text.strip().strip(MARKS).strip()

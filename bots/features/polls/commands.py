"""Commands of polls."""

from bots.commands.declaration import Arg, Command
from bots.core.permissions import Right
from bots.features.polls import changed_rules, wording
from bots.features.polls.command_reader import PollReader
from bots.features.polls.eligibility import ROLES
from bots.features.polls.kind_phrase import KIND_WORDS

_NUMBER = Arg(name="number", kind="number", required=False, suggests="polls")
_QUESTION = Arg(name="question", check=wording.question)
_OPTIONS = Arg(name="options", kind="words", min_entries=2, check_words=wording.options)
_CLOSE = Arg(name="close", kind="when", required=False)
_UNTIL = Arg(name="close", kind="rest", required=False)
_CHOICES = Arg(name="choices", kind="when", required=False)
_NATIVE = Arg(name="native", kind="when", required=False, choices=("yes", "no"))
_KIND = Arg(name="kind", kind="named", required=False, choices=KIND_WORDS)
_POINTS = Arg(name="points", kind="named", required=False)
_METHOD = Arg(name="method", kind="named", required=False, choices=("runoff", "pairs"))
_RULES = (
    *(Arg(name=name, kind="named", required=False, choices=("yes", "no")) for name in ("anonymous", "hidden")),
    Arg(name="quorum", kind="named", required=False),
    Arg(name="threshold", kind="named", required=False),
    Arg(name="voters", kind="named", required=False, choices=("everybody", *ROLES)),
    Arg(name="since", kind="named", required=False),
    Arg(name="reasons", kind="named", required=False, choices=("yes", "no")),
    Arg(name="emoji", kind="named", required=False),
    Arg(name="remind", kind="named", required=False),
    Arg(name="early", kind="named", required=False),
    Arg(name="start", kind="when", required=False),
    Arg(name="repeat", kind="named", required=False),
    Arg(name="additions", kind="named", required=False, choices=("yes", "no")),
    Arg(name="to", also=("for",), kind="named", required=False, choices=("network", "communities")),
    Arg(name="counting", kind="named", required=False, choices=("people", "communities")),
)
_POLL = (_QUESTION, _OPTIONS, _KIND, _CLOSE, _CHOICES, _NATIVE, _POINTS, _METHOD, *_RULES)

POLL = Command(name="poll", needs="owned", alone="open", right=Right.CONNECTOR, args=_POLL, reader=PollReader(_POLL))
POLL_CLOSE = Command(name="poll close", needs="owned", right=Right.CONNECTOR, args=(_NUMBER, _UNTIL))
_EDITED = (
    _NUMBER,
    Arg(name="question", required=False, check=wording.question),
    Arg(name="options", kind="words", required=False, check_words=wording.options),
    _CLOSE,
    _CHOICES,
    *(arg for arg in _RULES if arg.name in changed_rules.NAMES),
)
POLL_EDIT = Command(
    name="poll edit", needs="owned", right=Right.CONNECTOR, args=_EDITED,
    reader=PollReader(_EDITED, yes_or_no=False, fixed=tuple(arg for arg in _POLL if arg not in _EDITED[1:])),
)  # fmt: skip
POLL_ADD = Command(
    name="poll add", needs="owned", args=(_NUMBER, Arg(name="option", kind="rest", check=wording.option))
)
POLL_REMOVE = Command(name="poll remove", needs="owned", args=(_NUMBER, Arg(name="option", kind="rest")))
POLL_VOTE = Command(name="poll vote", needs="owned", args=(_NUMBER, Arg(name="ballot", kind="rest")))
POLL_REASON = Command(
    name="poll reason", needs="owned",
    args=(
        _NUMBER,
        Arg(name="reason", kind="rest"),
        Arg(name="named", kind="named", required=False, choices=("yes", "no")),
    ),
)  # fmt: skip
POLL_CHART = Command(name="poll chart", needs="owned", args=(_NUMBER,))
POLL_OUTCOME = Command(
    name="poll outcome",
    needs="owned",
    right=Right.CONNECTOR,
    args=(_NUMBER, Arg(name="outcome", kind="rest"), Arg(name="until", kind="named", required=False)),
)
POLL_REVOKE = Command(
    name="poll revoke",
    needs="owned",
    right=Right.CONNECTOR,
    args=(Arg(name="number", kind="number"), Arg(name="by", kind="number")),
)
DECISIONS = Command(name="decisions", needs="owned", args=(Arg(name="about", kind="rest", required=False),))
DECISIONS_EXPORT = Command(
    name="decisions export",
    needs="owned",
    right=Right.CONNECTOR,
    args=(Arg(name="format", kind="choice", required=False, choices=("csv", "json")),),
)
POLL_AGAIN = Command(name="poll again", needs="owned", right=Right.CONNECTOR, args=(_NUMBER,))
POLL_DELETE = Command(name="poll delete", needs="owned", right=Right.CONNECTOR, args=(_NUMBER,))
POLL_REOPEN = Command(name="poll reopen", needs="owned", right=Right.CONNECTOR, args=(_NUMBER, _UNTIL))
POLL_LIST = Command(name="poll list", needs="owned", aliases=("polls",))
POLL_RESULTS = Command(name="poll results", needs="owned", args=(_NUMBER,))
